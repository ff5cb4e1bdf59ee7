import Glibc

/// Where the site stands: a name in a folder. Everything that publishing makes beside it has a name made from it:
///
///     .site.lock               held while a build publishes
///     .site.a1B2c3.staging     the next site as it grows, or the previous one as it goes: never needed again
///     .site.a1B2c3.previous    the previous site, whole, while its own name is without a site to trust
struct PublishingPlace: ~Copyable {
    /// The folder as the caller named it but for a final "/", for messages.
    let folder: String
    /// The site's own name in the folder that holds it.
    let name: String
    /// The folder that holds the site, for messages.
    let holder: String
    private let parent: Descriptor
    private let abilities: FileSystemAbilities

    /// The descriptor of the folder that holds the site.
    var descriptor: CInt { parent.number }
    var lockName: String { ".\(name).lock" }

    /// Follows symbolic links and creates the folders that are to hold the site.
    init(_ folder: String, abilities: FileSystemAbilities) throws(PublishingError) {
        if folder.isEmpty || folder.utf8.contains(0) { throw PublishingError(folder, .unnamed) }
        var path = folder
        var links = 0
        while let target = Self.linkTarget(of: path) {
            links += 1
            if links > 40 { throw PublishingError(folder, .system(.create, ELOOP)) }
            path = target.hasPrefix("/") ? target : Self.split(path).parent + "/" + target
        }
        if ["", ".", ".."].contains(Self.split(path).name) {
            guard let real = realpath(path, nil) else { throw PublishingError(folder, .system(.create, errno)) }
            defer { free(real) }
            path = String(cString: real)
        }
        let (parent, name) = Self.split(path)
        if name.isEmpty { throw PublishingError(folder, .root) }
        let opened = try Self.openCreating(parent)
        self.folder = folder.hasSuffix("/") ? String(folder[...folder.lastIndex { $0 != "/" }!]) : folder
        self.name = name
        self.holder = parent
        self.parent = opened
        self.abilities = abilities
    }

    /// A name for a new staging folder. Nothing has it except by rare chance.
    func stagingName() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return ".\(name)." + String((0..<6).map { _ in letters.randomElement()! }) + Suffix.staging
    }

    /// Gives the staged folder the site's name, in one step where the file system can.
    /// A previous site has the stage's name afterwards.
    /// - Parameter replacing: whether a folder has the site's name now. When not, anything that took
    ///   the name meanwhile, other than an empty folder, is left alone, and this fails.
    /// - Returns: false, and nothing is changed, when the file system renames the folder in no way.
    func swapIn(_ stage: String, replacing: Bool) throws(PublishingError) -> Bool {
        try SystemError.naming(folder, .replace) { () throws(SystemError) in
            if !replacing {
                try rename(stage, to: name)
                return true
            }
            if try exchange(stage, name) { return true }
            let aside = Self.replacing(Suffix.staging, in: stage, with: Suffix.previous)
            do throws(SystemError) {
                guard abilities.rename else { throw SystemError(EXDEV) }
                try rename(name, to: aside)
            } catch {
                if error.code == EXDEV { return false }
                throw error
            }
            try commit(stage, keeping: aside, as: stage)
            return true
        }
    }

    /// The same by way of a whole copy of the site: while it stands aside, the site itself is emptied and removed.
    /// Layered file systems, as in containers, rename no folder that came with the image.
    func swapIn(_ stage: String, keeping copy: String) throws(PublishingError) {
        try SystemError.naming(folder, .replace) { () throws(SystemError) in
            let aside = Self.replacing(Suffix.staging, in: copy, with: Suffix.previous)
            try rename(copy, to: aside)
            remove(name)
            try commit(stage, keeping: aside, as: copy)
        }
    }

    /// Gives the stage the site's name, which is free, and from then on trusts it: only then `aside` becomes `done`.
    private func commit(_ stage: String, keeping aside: String, as done: String) throws(SystemError) {
        do {
            try rename(stage, to: name)
        } catch {
            try rename(aside, to: name)
            throw error
        }
        try rename(aside, to: done)
    }

    /// Puts a previous site back that a killed build had set aside, over whatever that build has made of the site.
    /// - Parameter andSweep: whether also to remove what killed builds left; only when no other build can be alive.
    func recover(andSweep: Bool) {
        for aside in leftovers(Suffix.previous) {
            if andSweep { remove(name) }
            // Fails when something stands there that is not Tidings' own; then both stay for people to look at.
            try? rename(aside, to: name)
        }
        if andSweep {
            for stage in leftovers(Suffix.staging) { remove(stage) }
        }
    }

    /// Removes a stage or a site, if it is there and Tidings wrote it. A failure is left to the next build.
    ///
    /// The marker goes last, so that what remains when this is killed is still known as Tidings' own.
    func remove(_ stage: String) {
        guard let marked = try? Descriptor(stage, in: descriptor, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else { return }
        var status = stat()
        if fstatat(marked.number, SiteFile.marker.path, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.isFile,
            Self.removeEntries(of: marked.number, but: SiteFile.marker.path)
        {
            unlinkat(marked.number, SiteFile.marker.path, 0)
        }
        unlinkat(descriptor, stage, AT_REMOVEDIR)
    }

    /// - Returns: whether nothing else is left.
    private static func removeEntries(of folder: CInt, but kept: String? = nil) -> Bool {
        guard let entries = try? FolderStream(".", in: folder).entries() else { return false }
        var isEmpty = true
        for entry in entries where entry.text != kept {
            if entry.kind == .folder {
                if let inner = try? Descriptor(entry.name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) {
                    _ = removeEntries(of: inner.number)
                }
                if unlinkat(folder, entry.name, AT_REMOVEDIR) != 0 { isEmpty = false }
            } else if unlinkat(folder, entry.name, 0) != 0 {
                isEmpty = false
            }
        }
        return isEmpty
    }

    private enum Suffix {
        static let staging = ".staging"
        static let previous = ".previous"
    }

    private static func replacing(_ suffix: String, in name: String, with other: String) -> String {
        String(name.dropLast(suffix.count)) + other
    }

    private func leftovers(_ suffix: String) -> [String] {
        let prefix = ".\(name)."
        return ((try? FolderStream(".", in: descriptor).entries()) ?? []).map(\.text).filter {
            $0.hasPrefix(prefix) && $0.hasSuffix(suffix) && $0.utf8.count == prefix.utf8.count + 6 + suffix.utf8.count
        }.sorted()
    }

    private func rename(_ name: String, to other: String) throws(SystemError) {
        if renameat(descriptor, name, descriptor, other) != 0 { throw SystemError() }
    }

    /// - Returns: false when the system or the file system has no such operation.
    private func exchange(_ name: String, _ other: String) throws(SystemError) -> Bool {
        typealias RenameAt2 = @convention(c) (
            CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt
        // Looked up by name because Glibc's headers hide it from Swift.
        guard abilities.exchange, let symbol = dlsym(nil, "renameat2") else { return false }
        let renameExchange: CUnsignedInt = 2
        if unsafeBitCast(symbol, to: RenameAt2.self)(descriptor, name, descriptor, other, renameExchange) == 0 {
            return true
        }
        if [EINVAL, ENOSYS, EXDEV, EOPNOTSUPP].contains(errno) { return false }
        throw SystemError()
    }

    private static func linkTarget(of path: String) -> String? {
        let (parent, name) = split(path)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            let length = readlink(parent + "/" + name, buffer.baseAddress!, buffer.count)
            return length <= 0
                ? nil : String(decoding: UnsafeRawBufferPointer(buffer)[..<length], as: UTF8.self)
        }
    }

    /// Opens a folder; makes it, and those above it, if it is not there.
    private static func openCreating(_ path: String) throws(PublishingError) -> Descriptor {
        do {
            return try Descriptor(path, O_RDONLY | O_DIRECTORY)
        } catch where error.code == ENOENT {
            let (parent, name) = split(path)
            let above = try openCreating(parent)
            return try SystemError.naming(path, .create) { () throws(SystemError) in
                if mkdirat(above.number, name, 0o755) != 0 && errno != EEXIST { throw SystemError() }
                return try Descriptor(name, in: above.number, O_RDONLY | O_DIRECTORY)
            }
        } catch {
            throw PublishingError(path, .system(.create, error.code))
        }
    }

    /// The last part of a path, and what comes before it. Only the root itself has an empty name.
    private static func split(_ path: String) -> (parent: String, name: String) {
        var path = Substring(path)
        while path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", String(path)) }
        let parent = path[..<slash]
        return (parent.isEmpty ? "/" : String(parent), String(path[path.utf8.index(after: slash)...]))
    }
}
