import Foundation
import Testing

/// The built program, run as people run it.
enum Program {
    /// It lies beside the test bundle, wherever that was built.
    static let path: String = {
        let arguments = CommandLine.arguments
        let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[($0 + 1)...].prefix(1) } ?? []
        let places = [try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")].compactMap(\.self)
            + bundle + arguments.filter { $0.contains(".xctest") } + [#filePath + "/../../../.build/debug/x"]
        for place in places {
            // A bundle may be a folder with the test's own program inside.
            var folder = URL(filePath: place).standardizedFileURL
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let program = folder.appending(path: "tidings").path(percentEncoded: false)
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue { return program }
            }
        }
        return "tidings was not found beside \(places)"
    }()

    struct Result: Equatable {
        var status: Int32
        var output = ""
        var error = ""
    }

    static func run(
        _ arguments: String..., in folder: String = "/", environment: [String: String] = [:], program: String = path
    ) async throws -> Result {
        try await run(arguments, in: folder, environment: environment, program: program)
    }

    /// - Parameter environment: all of it; nothing is inherited.
    static func run(
        _ arguments: [String], in folder: String = "/", environment: [String: String] = [:], program: String = path
    ) async throws -> Result {
        let scratch = try Scratch()
        try scratch.write("", to: "output")
        try scratch.write("", to: "error")
        let running = try Running(
            arguments, in: folder, environment: environment, program: program,
            output: FileHandle(forWritingTo: URL(filePath: scratch.path + "/output")),
            error: FileHandle(forWritingTo: URL(filePath: scratch.path + "/error")))
        let status = await running.end()
        return Result(status: status, output: scratch.text("output"), error: scratch.text("error"))
    }

    /// A program that runs.
    struct Running {
        private let process = Process()
        private let ended: AsyncStream<Int32>

        init(
            _ arguments: [String], in folder: String = "/", environment: [String: String] = [:], program: String = path,
            output: FileHandle = .nullDevice, error: FileHandle = .nullDevice
        ) throws {
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
            process.environment = environment
            process.currentDirectoryURL = URL(filePath: folder)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = error
            let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
            ended = stream
            process.terminationHandler = {
                continuation.yield($0.terminationReason == .exit ? $0.terminationStatus : -$0.terminationStatus)
                continuation.finish()
            }
            try process.run()
        }

        var isRunning: Bool { process.isRunning }
        func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

        /// Waits for it.
        /// - Returns: its exit code, or the signal that ended it as a negative number.
        func end() async -> Int32 {
            for await status in ended { return status }
            // The test is over, as its time is.
            kill()
            return .min
        }
    }
}
