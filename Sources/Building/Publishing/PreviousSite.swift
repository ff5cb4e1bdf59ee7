import Glibc

/// What stands at the site's place before publishing: nothing, an empty folder, or an earlier site.
struct PreviousSite {
    /// The open folder; nil when there is nothing.
    let descriptor: CInt?
    /// The paths of all files, the marker's included.
    private(set) var files: Set<String> = []
    /// The number of entries that are neither files nor folders.
    private(set) var others = 0
    private(set) var hasEmptyFolders = false

    /// Reads the names of what is there; `close` when done with it.
    /// - Throws: when something stands there that Tidings did not write, or that holds more than files.
    init(at place: borrowing PublishingPlace) throws(PublishingError) {
        let number = openat(place.descriptor, place.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        descriptor = number < 0 ? nil : number
        if number < 0 {
            switch errno {
            case ENOENT: return
            case ENOTDIR: throw PublishingError(place.folder, .notAFolder)
            default: throw PublishingError(place.folder, .system(.lookInto, errno))
            }
        }
        do throws(PublishingError) {
            try scan(".", in: number, path: place.folder, prefix: "", device: Self.device(of: place.descriptor))
        } catch {
            close()
            throw error
        }
    }

    func close() {
        if let descriptor { Glibc.close(descriptor) }
    }

    /// - Parameters:
    ///   - path: the folder's name in messages.
    ///   - prefix: what the paths of its entries begin with; empty for the site's root.
    ///   - device: the file system that everything is to lie on; what is mounted in the site is not the site's.
    private mutating func scan(
        _ name: UnsafePointer<CChar>, in parent: CInt, path: String, prefix: String, device: dev_t?
    ) throws(PublishingError) {
        let stream = try SystemError.naming(path, .lookInto) { () throws(SystemError) in
            try FolderStream(name, in: parent)
        }
        let entries = try SystemError.naming(path, .lookInto) { () throws(SystemError) in try stream.entries() }
        let names = entries.map(\.text)
        if names.contains(".git") { throw PublishingError(path, .gitRepository) }
        // Before looking any deeper: it might be somebody's home.
        if prefix.isEmpty, let example = names.min(), !Self.hasMarker(stream.descriptor) {
            throw PublishingError(path, .foreignFiles(example: example))
        }
        if Self.device(of: stream.descriptor) != device { throw PublishingError(path, .mounted) }
        if entries.isEmpty && !prefix.isEmpty { hasEmptyFolders = true }
        for (entry, text) in zip(entries, names) {
            switch entry.kind {
            case .file: files.insert(prefix + text)
            case .other: others += 1
            case .folder:
                try scan(
                    entry.name, in: stream.descriptor, path: path + "/" + text, prefix: prefix + text + "/",
                    device: device)
            }
        }
    }

    private static func device(of folder: CInt) -> dev_t? {
        var status = stat()
        return fstat(folder, &status) == 0 ? status.st_dev : nil
    }

    private static func hasMarker(_ folder: CInt) -> Bool {
        let line = Array(SiteFile.markerLine.utf8)
        guard let file = try? Descriptor(SiteFile.marker.path, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
            let status = try? file.status(), status.isFile
        else { return false }
        var bytes = [UInt8](repeating: 0, count: line.count)
        return (try? file.read(into: &bytes)) == line.count && bytes == line
    }
}
