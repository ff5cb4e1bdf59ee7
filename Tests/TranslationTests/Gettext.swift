import Foundation
import Testing

/// The GNU tools, which must be there: `Tests/run` installs them.
enum Gettext {
    struct Result {
        let status: Int32
        let output: [UInt8]
        let messages: String
    }

    /// Runs a tool on a catalog that lies in a file of its own.
    static func run(_ tool: String, _ arguments: [String], on catalog: [UInt8]) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String, _ content: [UInt8] = []) throws -> URL {
            let file = folder.appending(path: name)
            try Data(content).write(to: file)
            return file
        }
        let input = try file("input.po", catalog), output = try file("output"), messages = try file("messages")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments + [input.path]
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: Array(try Data(contentsOf: output)),
            messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    }
}
