import Foundation

/// The terminal's two streams.
enum Console {
    case output, error

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        let handle: FileHandle = self == .output ? .standardOutput : .standardError
        // Nobody is left to be told that a closed pipe was closed.
        try? handle.write(contentsOf: Data(bytes))
    }
}
