import Glibc

/// Fills the stage: with the files that changed first, and once it is known that there are any, with the others.
struct SiteWriter: Sendable {
    /// The staging folder.
    let stage: CInt
    /// The previous site's folder, if there is one, and the paths of its files.
    let previous: CInt?
    let listed: Set<String>
    /// The published folder's name, for messages.
    let folder: String
    /// Whether to try to give an unchanged file a second name instead of copying it.
    let linking: Bool

    /// Puts the marker into the stage, so that what is in it counts as Tidings' own.
    /// - Returns: whether it is new.
    func writeMarker() throws(PublishingError) -> Bool {
        var buffers = Buffers()
        let isNew = try writeIfChanged(SiteFile.marker, using: &buffers)
        if !isNew { try keep(SiteFile.marker.path, using: &buffers) }
        return isNew
    }

    /// Writes every file that is new, or that differs from the previous site's.
    /// - Returns: the indices of the others, in no particular order.
    func writeChanged(
        _ files: [SiteFile], progress: @Sendable (Int) -> Void
    ) throws(PublishingError) -> [Int] {
        let workers = try inParallel(files.count, each: Worker(), progress: progress) {
            (index, worker: inout Worker) throws(PublishingError) in
            if try !writeIfChanged(files[index], using: &worker.buffers) { worker.unchanged.append(index) }
        }
        return workers.flatMap(\.unchanged)
    }

    /// Takes these files of the previous site over, with their modification times.
    func keep(_ paths: some Sequence<String>) throws(PublishingError) {
        let paths = Array(paths)
        _ = try inParallel(paths.count, each: Worker()) { (index, worker: inout Worker) throws(PublishingError) in
            try keep(paths[index], using: &worker.buffers)
        }
    }

    private struct Worker {
        var buffers = Buffers()
        var unchanged: [Int] = []
    }

    private struct Buffers {
        var first = [UInt8](repeating: 0, count: 1 << 16)
        var second = [UInt8](repeating: 0, count: 1 << 16)
    }

    private func writeIfChanged(_ file: SiteFile, using buffers: inout Buffers) throws(PublishingError) -> Bool {
        switch file.content {
        case .bytes(let bytes): try writeIfChanged(bytes, at: file.path, using: &buffers)
        case .rendered(let render): try writeIfChanged(render(), at: file.path, using: &buffers)
        case .copy(let source): try writeIfChanged(copyOf: source, at: file.path, using: &buffers)
        }
    }

    private func writeIfChanged(
        _ bytes: [UInt8], at path: String, using buffers: inout Buffers
    ) throws(PublishingError) -> Bool {
        if let old = openPrevious(path, size: bytes.count) {
            var place = 0
            var isSame = true
            while isSame && place < bytes.count {
                let count = (try? old.read(into: &buffers.first)) ?? 0
                // Also when it became shorter since it was measured.
                isSame = count > 0 && place + count <= bytes.count
                    && bytes.withUnsafeBytes { memcmp($0.baseAddress! + place, buffers.first, count) == 0 }
                place += count
            }
            if isSame { return false }
        }
        try SystemError.naming(name(path), .write) { () throws(SystemError) in
            let file = try create(path)
            try file.write(bytes, count: bytes.count)
            try file.finish()
        }
        return true
    }

    private func writeIfChanged(
        copyOf source: String, at path: String, using buffers: inout Buffers
    ) throws(PublishingError) -> Bool {
        let file = try SystemError.naming(source, .read) { () throws(SystemError) in
            // A named pipe would otherwise wait for its other end.
            try Descriptor(source, O_RDONLY | O_NONBLOCK)
        }
        let status = try SystemError.naming(source, .read) { () throws(SystemError) in try file.status() }
        guard status.isFile else { throw PublishingError(source, .notAFile) }
        if let old = openPrevious(path, size: Int(status.st_size)) {
            if try hold(file, source, theSameAs: old, using: &buffers) { return false }
            lseek(file.number, 0, SEEK_SET)
        }
        try copy(file, named: source, to: path, using: &buffers)
        return true
    }

    /// - Returns: the previous site's file at this place, if it has this size.
    private func openPrevious(_ path: String, size: Int) -> Descriptor? {
        guard let previous, listed.contains(path),
            let file = try? Descriptor(path, in: previous, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
            let status = try? file.status(), status.isFile, status.st_size == size
        else { return nil }
        return file
    }

    private func hold(
        _ file: borrowing Descriptor, _ source: String, theSameAs old: borrowing Descriptor,
        using buffers: inout Buffers
    ) throws(PublishingError) -> Bool {
        while true {
            let count = try read(file, source, using: &buffers)
            guard let other = try? old.read(into: &buffers.second), other == count else { return false }
            if count == 0 { return true }
            if memcmp(buffers.first, buffers.second, count) != 0 { return false }
        }
    }

    private func keep(_ path: String, using buffers: inout Buffers) throws(PublishingError) {
        guard let previous else { preconditionFailure("nothing to keep \(path) from") }
        if linking {
            if linkat(previous, path, stage, path, 0) == 0 { return }
            if errno == ENOENT {
                try SystemError.naming(name(path), .write) { () throws(SystemError) in try createFolders(above: path) }
                if linkat(previous, path, stage, path, 0) == 0 { return }
            }
        }
        // The file system has no second names, or keeps them from files of another user's.
        let old = try SystemError.naming(name(path), .read) { () throws(SystemError) in
            try Descriptor(path, in: previous, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        }
        let status = try SystemError.naming(name(path), .read) { () throws(SystemError) in try old.status() }
        try copy(old, named: name(path), to: path, times: [status.st_atim, status.st_mtim], using: &buffers)
    }

    /// Copies from where the file was read to so far, which is its beginning or its end.
    private func copy(
        _ file: borrowing Descriptor, named source: String, to path: String, times: [timespec]? = nil,
        using buffers: inout Buffers
    ) throws(PublishingError) {
        let copy = try SystemError.naming(name(path), .write) { () throws(SystemError) in try create(path) }
        var count = try read(file, source, using: &buffers)
        while count > 0 {
            try SystemError.naming(name(path), .write) { () throws(SystemError) in
                try copy.write(buffers.first, count: count)
            }
            count = try read(file, source, using: &buffers)
        }
        do {
            if let times { futimens(copy.number, times) }
            try copy.finish()
        } catch {
            throw PublishingError(name(path), .system(.write, error.code))
        }
    }

    private func read(
        _ file: borrowing Descriptor, _ source: String, using buffers: inout Buffers
    ) throws(PublishingError) -> Int {
        do { return try file.read(into: &buffers.first) } catch {
            throw PublishingError(source, .system(.read, error.code))
        }
    }

    /// Creates a file in the stage, and the folders it is in.
    private func create(_ path: String) throws(SystemError) -> Descriptor {
        let flags = O_WRONLY | O_CREAT | O_EXCL
        do {
            return try Descriptor(path, in: stage, flags, mode: 0o644)
        } catch where error.code == ENOENT {
            // Trying first saves a look at the folders for every file but the first in each.
            try createFolders(above: path)
            return try Descriptor(path, in: stage, flags, mode: 0o644)
        }
    }

    private func createFolders(above path: String) throws(SystemError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        if mkdirat(stage, folder, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw SystemError() }
        try createFolders(above: folder)
        if mkdirat(stage, folder, 0o755) != 0 && errno != EEXIST { throw SystemError() }
    }

    private func name(_ path: String) -> String { folder + "/" + path }
}
