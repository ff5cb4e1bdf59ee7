import Glibc

/// An `errno`, thrown.
struct SystemError: Error, Equatable {
    let code: CInt

    init(_ code: CInt = errno) { self.code = code }
}

extension SystemError {
    /// Runs `body`, whose failure is one to `attempt` something with the file or folder at `path`.
    static func naming<Value: ~Copyable>(
        _ path: @autoclosure () -> String, _ attempt: PublishingError.Attempt,
        _ body: () throws(SystemError) -> Value
    ) throws(PublishingError) -> Value {
        do {
            return try body()
        } catch {
            throw PublishingError(path(), .system(attempt, error.code))
        }
    }
}

/// An open file or folder; closed when it goes out of scope.
struct Descriptor: ~Copyable, Sendable {
    let number: CInt

    /// Opens the file or folder `path`, which is relative to the folder `folder`. It is not handed on to processes
    /// that this one starts, which would keep locks alive.
    init(
        _ path: UnsafePointer<CChar>, in folder: CInt = AT_FDCWD, _ flags: CInt, mode: mode_t = 0
    ) throws(SystemError) {
        number = openat(folder, path, flags | O_CLOEXEC, mode)
        if number < 0 { throw SystemError() }
    }

    deinit { close(number) }

    /// Closes it, and tells what some file systems tell only then: that the bytes found no room.
    consuming func finish() throws(SystemError) {
        let status = close(number)
        discard self
        if status != 0 && errno != EINTR { throw SystemError() }
    }

    func status() throws(SystemError) -> stat {
        var status = stat()
        if fstat(number, &status) != 0 { throw SystemError() }
        return status
    }

    /// Reads until the buffer is full or the file ends.
    /// - Returns: the number of bytes read, less than asked for only at the end of the file.
    func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
        let size = buffer.count
        var filled = 0
        while filled < size {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress! + filled, size - filled) }
            if count == 0 { break }
            if count > 0 { filled += count } else if errno != EINTR { throw SystemError() }
        }
        return filled
    }

    /// Writes the first `count` bytes.
    func write(_ bytes: [UInt8], count: Int) throws(SystemError) {
        var written = 0
        while written < count {
            let step = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress! + written, count - written) }
            if step >= 0 { written += step } else if errno != EINTR { throw SystemError() }
        }
    }
}

extension stat {
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
