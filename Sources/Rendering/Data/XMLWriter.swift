/// Writes XML 1.0 elements with text (section 2.2: characters that XML cannot hold are left out).
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    mutating func element(_ name: String, _ text: String?) {
        guard let text else { return }
        bytes += "<\(name)>".utf8
        write(text)
        bytes += "</\(name)>\n".utf8
    }

    /// - Parameter attributes: of names and values that need no escaping.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ contents: (inout XMLWriter) -> Void) {
        bytes += "<\(name)\(attributes.map { " \($0.key)=\"\($0.value)\"" }.joined())>\n".utf8
        contents(&self)
        bytes += "</\(name)>\n".utf8
    }


    private mutating func write(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...: bytes += UTF8.encode(scalar)!
            default: continue
            }
        }
    }
}
