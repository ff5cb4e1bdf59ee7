import Foundation

/// The terminal's two streams.
enum Console {
    case output, error

    func write(_ text: String) {
        guard !text.isEmpty else { return }
        let handle: FileHandle = self == .output ? .standardOutput : .standardError
        // Nobody is left to be told that a closed pipe was closed.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
