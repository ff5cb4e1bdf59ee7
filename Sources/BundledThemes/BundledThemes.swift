import Foundation

/// The themes that the program carries with it, so that it needs no file of its own beside it.
public enum BundledThemes {
    /// Every file of `themes/`: its path below it (`civic/theme.yaml`) and its bytes, sorted by path.
    public static func files() -> [(path: String, bytes: [UInt8])] {
        bundledFiles.map { ($0.path, [UInt8](Data(base64Encoded: $0.base64) ?? Data())) }
    }
}
