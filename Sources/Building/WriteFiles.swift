import Glibc

/// Writes files below a publication's folder, each as a whole or not at all: beside its place first, then renamed. None
/// takes its place before all are written.
///
/// - Returns: the paths of those whose bytes changed; the others are not touched.
package func writeFiles(_ files: [(path: String, bytes: [UInt8])], in folder: String) throws(BuildFailure) -> [String] {
    var waiting: [(path: String, place: String, temporary: String)] = []
    func fail(_ path: String) -> BuildFailure {
        let reason = ReadFailure(code: errno).description
        for file in waiting { unlink(file.temporary) }
        return BuildFailure(
            message: "‘\(path)’ cannot be written: \(reason)", help: "Check that you may write there, and that the disk has room.")
    }
    for (path, bytes) in files {
        // Where it is a link to a file, the file is meant.
        let place = realpath(folder + "/" + path) ?? folder + "/" + path
        if case .success(let old) = readFile(place), old == bytes { continue }
        let parent = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
        guard makeFolders(parent) else { throw fail(path) }
        let temporary = "\(parent)/.\(place[place.index(place.startIndex, offsetBy: parent.count + 1)...]).\(getpid())"
        waiting.append((path, place, temporary))
        var status = stat()
        let mode = stat(place, &status) == 0 ? status.st_mode & 0o777 : 0o666
        guard write(bytes, to: temporary, mode: mode) else { throw fail(path) }
    }
    for file in waiting where rename(file.temporary, file.place) != 0 { throw fail(file.path) }
    return waiting.map(\.path)
}

private func makeFolders(_ path: String) -> Bool {
    if path.isEmpty || isFolder(path) { return true }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return mkdir(path, 0o777) == 0 }
    return makeFolders(String(path[..<slash])) && (mkdir(path, 0o777) == 0 || errno == EEXIST)
}

private func write(_ bytes: [UInt8], to path: String, mode: mode_t) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { return false }
    var isDone = bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let count = Glibc.write(file, buffer.baseAddress! + done, buffer.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
    if isDone, fsync(file) != 0 { isDone = false }
    let reason = errno
    close(file)
    errno = reason
    return isDone
}
