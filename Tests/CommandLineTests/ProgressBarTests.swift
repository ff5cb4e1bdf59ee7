import Foundation
import Testing

/// What a long build shows on a terminal, and that it shows nothing elsewhere. Another build that holds the site's lock
/// makes any build as long as the test wants it.
@Suite struct ProgressBarTests {
    @Test(.timeLimit(.minutes(3))) func aLongBuildShowsABarOnATerminal() async throws {
        let scratch = try Scratch.publication()
        let lock = try Lock(scratch.path + "/.site.lock")
        let terminal = try Terminal()
        let start = ContinuousClock.now
        let running = try Program.Running(["build", scratch.path], error: terminal.programSide)
        var shown = ""
        while running.isRunning, !shown.contains("Waiting") { shown += try await terminal.read() }
        #expect(shown == "\rWaiting for another build of this site …")
        try await Task.sleep(until: start + .milliseconds(1_200), clock: .continuous)
        lock.release()
        #expect(await running.end() == 0)
        shown += try await terminal.read()
        #expect(shown.contains("░") && shown.contains(" of "), "\(shown)")
        #expect(shown.hasSuffix("\r\u{1B}[K"), "it is gone in the end")
    }

    @Test(.timeLimit(.minutes(3))) func aShortBuildShowsNone() async throws {
        let scratch = try Scratch.publication()
        var time = Duration.zero
        repeat {
            let terminal = try Terminal()
            let start = ContinuousClock.now
            let running = try Program.Running(["build", scratch.path], error: terminal.programSide)
            #expect(await running.end() == 0)
            time = ContinuousClock.now - start
            // On a machine with much to do even this build may be a long one.
            if time < .seconds(1) { #expect(try await terminal.read() == "") }
        } while time >= .seconds(1)
    }

    @Test(.timeLimit(.minutes(3))) func aLongBuildShowsNoneElsewhere() async throws {
        let scratch = try Scratch.publication()
        let lock = try Lock(scratch.path + "/.site.lock")
        async let result = Program.run("build", in: scratch.path)
        try await Task.sleep(for: .milliseconds(1_200))
        lock.release()
        #expect(try await result.error == "")
        #expect(try await result.status == 0)
    }
}

/// The lock that a build holds while it publishes.
private final class Lock {
    private var file: Int32

    init(_ path: String) throws {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0)
    }

    deinit { release() }

    func release() {
        if file >= 0 { close(file) }
        file = -1
    }
}

/// A terminal without a window.
private final class Terminal {
    private let ourSide: Int32
    let programSide: FileHandle

    init() throws {
        var sides: (our: Int32, program: Int32) = (-1, -1)
        try #require(openpty(&sides.our, &sides.program, nil, nil, nil) == 0)
        for side in [sides.our, sides.program] { _ = fcntl(side, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(sides.our, F_SETFL, O_NONBLOCK)
        ourSide = sides.our
        programSide = FileHandle(fileDescriptor: sides.program, closeOnDealloc: true)
    }

    deinit { close(ourSide) }

    /// What was shown until now.
    func read() async throws -> String {
        try await Task.sleep(for: .milliseconds(20))
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Foundation.read(ourSide, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
    }
}
