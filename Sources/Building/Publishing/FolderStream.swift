import Glibc

/// A folder's entries, one after the other.
struct FolderStream: ~Copyable {
    private let stream: OpaquePointer
    var descriptor: CInt { dirfd(stream) }

    struct Entry {
        /// The bytes of the name, which need not be UTF-8, and a NUL.
        let name: [CChar]
        let kind: Kind

        enum Kind { case file, folder, other }

        var text: String { name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) } }
    }

    /// Opens the folder of this name in `folder`; a symbolic link is no folder.
    init(_ name: UnsafePointer<CChar>, in folder: CInt) throws(SystemError) {
        let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 { throw SystemError() }
        guard let stream = fdopendir(descriptor) else {
            let error = SystemError()
            close(descriptor)
            throw error
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    /// All entries but "." and "..", in the file system's order; those not read yet, when called again.
    borrowing func entries() throws(SystemError) -> [Entry] {
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemError() }
                return entries
            }
            // The record is only as long as its name, so the field must not be copied out of it.
            let name = UnsafeRawPointer(entry).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name)!)
                .assumingMemoryBound(to: CChar.self)
            let length = strlen(name)
            if name[0] == 0x2E && (length == 1 || (length == 2 && name[1] == 0x2E)) { continue }
            entries.append(
                Entry(
                    name: Array(UnsafeBufferPointer(start: name, count: length + 1)),
                    kind: kind(of: name, type: Int(entry.pointee.d_type))))
        }
    }

    private borrowing func kind(of name: UnsafePointer<CChar>, type: Int) -> Entry.Kind {
        switch type {
        case DT_REG: return .file
        case DT_DIR: return .folder
        case DT_UNKNOWN:
            // Some file systems do not keep the type beside the name.
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
            return status.isFile ? .file : status.isFolder ? .folder : .other
        default: return .other
        }
    }
}
