/// One file of the site: where it stands, and how its bytes come about.
package struct SiteFile: Sendable {
    /// The place below the site's root, "plans/district-goals/index.html": relative, its folders separated by "/",
    /// none of them empty, "." or "..".
    package let path: String
    package let content: Content

    package enum Content: Sendable {
        case bytes([UInt8])
        /// The bytes of another file, given by its absolute path.
        case copy(of: String)
        /// Bytes made when the file's turn comes and dropped once it is written, on any thread.
        /// Called once for each publishing; the same call gives the same bytes.
        case rendered(@Sendable () -> [UInt8])
    }

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}

extension SiteFile {
    /// The line in every published folder by which a later build knows that it may replace the folder.
    static let marker = SiteFile(path: ".tidings", content: .bytes(Array((markerLine + "\n").utf8)))
    static let markerLine = "This folder is written by Tidings and replaced as a whole at each build."

    /// Ensures that every path stays inside the site and that each file has a place of its own.
    /// - Returns: the paths.
    /// - Throws: the first file, in the order given, that cannot stand beside those before it.
    static func checkedPaths(of files: [SiteFile]) throws(PublishingError) -> Set<String> {
        var paths = Set<String>(minimumCapacity: files.count)
        for file in files {
            try file.checkPath()
            guard paths.insert(file.path).inserted else { throw PublishingError(file.path, .twice) }
        }
        for file in files {
            var path = Substring(file.path)
            while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
                path = path[..<slash]
                let folder = String(path)
                if paths.contains(folder) { throw PublishingError(folder, .fileAndFolder(file.path)) }
            }
        }
        return paths
    }

    private func checkPath() throws(PublishingError) {
        if path.utf8.contains(0) { throw PublishingError(path, .unusablePath) }
        for component in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            switch Substring(component) {
            case "", ".", "..": throw PublishingError(path, .unusablePath)
            // Neither may come from the publication: the next build would refuse the folder, or trust a foreign one.
            case ".git": throw PublishingError(path, .reserved(".git"))
            case Substring(Self.marker.path) where component.startIndex == path.utf8.startIndex:
                throw PublishingError(path, .reserved(Self.marker.path))
            default: break
            }
        }
    }
}
