/// The words of a page by the language that it says they are in.
struct TextsByLanguage {
    private(set) var texts: [String: String] = [:]
    /// What attributes say, apart from the words between tags.
    private(set) var attributes: [String: [String]] = [:]

    private static let empty: Set<Substring> = ["br", "img", "hr", "input", "meta", "link", "source", "!doctype"]

    init(html: String) {
        var open: [(name: Substring, language: String)] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            texts[open.last?.language ?? "", default: ""] += rest[..<start].replacing("\n", with: " ")
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[end...].dropFirst()
            if tag.hasPrefix("/") {
                if let last = open.lastIndex(where: { $0.name == tag.dropFirst() }) { open.removeSubrange(last...) }
                continue
            }
            let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
            let own = tag.firstMatch(of: /\ lang="([^"]*)"/).map { String($0.output.1) } ?? open.last?.language ?? ""
            for name in [" alt=\"", " title=\"", " aria-label=\""] {
                guard let start = tag.firstRange(of: name) else { continue }
                attributes[own, default: []].append(String(tag[start.upperBound...].prefix { $0 != "\"" }))
            }
            guard !TextsByLanguage.empty.contains(Substring(name.lowercased())), !tag.hasSuffix("/") else { continue }
            open.append((name, own))
        }
    }
}
