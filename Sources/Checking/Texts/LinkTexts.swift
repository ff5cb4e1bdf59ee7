import Foundation
import Markdown
import Publication

/// Links whose words do not say where they lead. A screen reader lists a page's links by their words alone.
struct LinkTexts {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var first: [String: (node: MarkdownTree.Index, address: String)] = [:]
        let tree = text.tree
        let cells = text.nodes(.tableCell).map { tree.contents(of: $0) }
        var cell = 0
        for link in text.nodes(.link) {
            if problems.count >= CheckedText.most { break }
            guard let target = text.links[link] else { continue }
            switch target {
            case .language, .none: continue
            default: break
            }
            let words = tree.plainText(of: link), key = folded(words)
            let address = String(decoding: tree.destination(link), as: UTF8.self)
            if let problem = file(link, target, address, words) { problems.append(problem) }
            // What is written as code is a name, however short.
            let isCode = tree.contents(of: link).allSatisfy { tree.nodes[$0].kind == .code }
            let isVague = isCode ? VagueWords.containCode(words, in: text.language) : VagueWords.contain(words, in: text.language)
            while cell < cells.count, cells[cell].upperBound <= link { cell += 1 }
            let isInTable = cell < cells.count && cells[cell].contains(link)
            // A number in a table is told by the headers of its row and column.
            if isVague, !isInTable || words.unicodeScalars.contains(where: \.properties.isAlphabetic) || !words.unicodeScalars.contains(where: isLetterOrDigit) {
                problems.append(text.problem(
                    .vagueLink, at: link, "‘\(excerpt(words))’ does not say where the link leads",
                    help: "Link the words that name it, as in `[the plan for 2024](plan.md)`: many readers hear the links of a page without what stands around them."))
                continue
            }
            if LinkTexts.isAddress(words, of: address) {
                problems.append(text.problem(
                    .bareAddress, at: link, "an address stands for the link's words",
                    help: "Write what it leads to in square brackets before it, `[The state's report cards](https://…)`: a screen reader spells addresses letter by letter."))
                continue
            }
            // In a table, the headers of its row and column say what is meant.
            if key.isEmpty || isInTable { continue }
            let place = LinkTexts.place(target, address)
            guard let known = first[key] else {
                first[key] = (link, place)
                continue
            }
            if !LinkTexts.isOnePage(known.address, place) {
                problems.append(text.problem(
                    .sameLinkText, at: link, "‘\(excerpt(words))’ leads elsewhere than the same words in line \(text.line(of: known.node))",
                    help: "Say in each link's words what is behind it: readers who hear the links alone cannot tell the two apart."))
            }
        }
        return problems
    }

    // MARK: Addresses

    /// Whether words are an address: `https://…`, `www.…`, or a host with a path. The name of a site, `ada.gov`, is a word.
    private static func isAddress(_ words: String, of destination: String) -> Bool {
        let words = words.trimmingCharacters(in: .whitespaces), utf8 = Array(words.utf8)
        guard utf8.count > 7, !utf8.contains(0x20) else { return false }
        let start = words.prefix(8).lowercased()
        // What is to be typed on one's own machine is no place to go to.
        if words.contains("://localhost") || words.contains("://127.0.0.1") { return false }
        if start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("www.") { return true }
        guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")), slash > 3, slash + 1 < utf8.count else { return false }
        let host = utf8[..<slash]
        let isHost = host.allSatisfy { isLetterOrDigit(Unicode.Scalar($0)) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        let target = destination.firstRange(of: "://").map { destination[$0.upperBound...].prefix { $0 != "/" }.lowercased() } ?? ""
        let name = words.prefix { $0 != "/" }.lowercased()
        if isHost, name == target || "www." + name == target { return true }
        return isHost && ["com", "org", "gov", "net", "edu", "us", "uk", "io", "info"].contains(String(decoding: host.split(separator: UInt8(ascii: ".")).last ?? [], as: UTF8.self))
            && host.contains(UInt8(ascii: "."))
    }

    /// Whether two addresses are the same, or one is a place on the page that the other is.
    private static func isOnePage(_ one: String, _ other: String) -> Bool {
        func page(_ address: String) -> Substring { address.prefix { $0 != "#" } }
        func isWhole(_ address: String) -> Bool { page(address).utf8.count >= address.utf8.count - 1 }
        return one == other || (isWhole(one) || isWhole(other)) && page(one) == page(other)
    }

    /// Where a link leads, so that two ways to write it are one.
    private static func place(_ target: LinkTarget, _ address: String) -> String {
        switch target {
        case .page(let address, let fragment): return address + "#" + (fragment ?? "")
        case .file(let path, _): return path
        case .outside, .language, .none:
            var place = address.lowercased()[...]
            for scheme in ["http://", "https://"] where place.hasPrefix(scheme) { place = place.dropFirst(scheme.count) }
            if place.hasPrefix("www.") { place = place.dropFirst(4) }
            let hash = place.firstIndex(of: "#") ?? place.endIndex
            var page = place[..<hash]
            while page.hasSuffix("/") { page = page.dropLast() }
            place = page + place[hash...]
            return "outside:" + place
        }
    }

    // MARK: Files

    private func file(_ link: MarkdownTree.Index, _ target: LinkTarget, _ address: String, _ words: String) -> Diagnostic? {
        switch target {
        case .file, .outside: break
        default: return nil
        }
        guard let type = FileType(address) else { return nil }
        let said = words + " " + behind(link)
        let names = FileType.parts(of: said)
        let saysType = names.contains { type.names.contains($0) }, saysSize = FileType.isSize(names)
        guard !saysType || !saysSize else { return nil }
        let missing = saysType ? "its size" : saysSize ? "its type" : "its type and size"
        return text.problem(
            .fileLink, at: link, "this leads to \(type.name == "Excel" ? "an" : "a") \(type.name) file and does not say \(missing)",
            help: "Write both, as in `[Budget for 2024 (\(type.name), 240 KB)](budget.\(type.ending))`: the file opens in another program, and may cost a family's data.")
    }
}

extension LinkTexts {
    /// What is read with a link: in parentheses or behind a dash right after it, or in the table's next columns.
    private func behind(_ link: MarkdownTree.Index) -> String {
        let tree = text.tree
        var bytes: [UInt8] = [], isInRow = false
        loop: for node in Int(tree.nodes[link].end)..<tree.nodes.count {
            switch tree.nodes[node].kind {
            case .tableCell:
                isInRow = isInRow || bytes.allSatisfy { $0 == 0x20 }
                bytes += " | ".utf8
            case .text, .code: bytes += tree.literal(node)
            case .emphasis, .strong, .htmlInline: break
            default: break loop
            }
            if bytes.count > 80 { break }
        }
        let behind = String(decoding: bytes.prefix(80), as: UTF8.self).drop { $0 == " " || $0 == "\u{A0}" }
        guard let open = behind.first else { return "" }
        if isInRow { return String(behind) }
        guard "([,–—-（:：،，;".contains(open) else { return "" }
        return String(behind.dropFirst().prefix { $0 != ")" && $0 != "]" && $0 != "）" && $0 != "|" })
    }
}

/// A type of file that opens outside the browser.
private struct FileType {
    let ending: String
    /// As people call it.
    let name: String
    let names: Set<String>

    private static let all: [(endings: [String], name: String, names: Set<String>)] = [
        (["pdf"], "PDF", ["pdf"]),
        (["doc", "docx", "docm", "dotx", "odt", "rtf"], "Word", ["word", "doc", "docx", "docm", "odt", "rtf", "وورد"]),
        (["xls", "xlsx", "xlsm", "ods"], "Excel", ["excel", "xls", "xlsx", "xlsm", "ods", "spreadsheet", "إكسل", "اكسل"]),
        (["ppt", "pptx", "pptm", "ppsx", "odp"], "PowerPoint", ["powerpoint", "ppt", "pptx", "odp", "slides", "presentation"]),
    ]

    init?(_ address: String) {
        let scheme = address.firstRange(of: "://")?.upperBound
        let whole = address[(scheme ?? address.startIndex)...].prefix { $0 != "#" }.replacing("%2E", with: ".").replacing("%2e", with: ".")
        let path = whole.prefix { $0 != "?" }
        if let asked = FileType.asked(whole.dropFirst(path.count)) ?? FileType.downloaded(path) {
            (ending, name, names) = (asked.ending, asked.type.name, asked.type.names)
            return
        }
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), scheme == nil || path.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        guard let type = FileType.all.first(where: { $0.endings.contains(ending) }) else { return nil }
        (self.ending, name, names) = (ending, type.name, type.names)
    }

    /// Of `get?file=b.pdf` and `export?format=pdf`, what is asked for.
    private static func asked(_ query: Substring) -> (ending: String, type: (endings: [String], name: String, names: Set<String>))? {
        for pair in query.dropFirst().split(whereSeparator: { $0 == "&" || $0 == ";" }) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let key = parts[0].lowercased(), value = parts[1].lowercased()
            let ending = value.split(separator: ".").last.map(String.init) ?? value
            let isName = value.contains(".") && value.utf8.count > ending.utf8.count + 1, isFormat = ["format", "exportformat", "type", "output"].contains(key)
            if isName || isFormat, let type = all.first(where: { $0.endings.contains(ending) }) { return (ending, type) }
        }
        return nil
    }

    /// Of `b.pdf/download`, what is downloaded.
    private static func downloaded(_ path: Substring) -> (ending: String, type: (endings: [String], name: String, names: Set<String>))? {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[parts.count - 1] == "download" || parts[parts.count - 1] == "view", let dot = parts[parts.count - 2].lastIndex(of: ".") else { return nil }
        let ending = parts[parts.count - 2][dot...].dropFirst().lowercased()
        return all.first { $0.endings.contains(ending) }.map { (ending, $0) }
    }

    /// Words and numbers, each by itself: in Chinese they stand together, as in `PDF（240KB）` and `共12页`.
    static func parts(of text: String) -> [String] {
        runs(of: folded(text)) { scalar in
            !isLetterOrDigit(scalar) ? 0 : scalar.properties.numericType != nil && scalar.value < 0x2E80 ? 1 : scalar.value < 0x2E80 ? 2 : 3
        }
    }

    /// Whether words give a size: `240 KB`, `1.2MB`, `12 pages`.
    static func isSize(_ words: [String]) -> Bool {
        let units: Set<String> = [
            "kb", "mb", "gb", "kib", "mib", "k", "m", "ko", "mo", "go", "byte", "bytes", "kilobytes", "megabytes", "page", "pages", "páginas", "página",
            "pág", "págs", "p", "pp", "paj", "trang", "页", "頁", "千字节", "兆", "兆字节", "كيلوبايت", "ميغابايت", "ميجابايت", "صفحة", "صفحات", "kilobyte", "megabyte", "quilobytes",
            "octets", "octet", "kilo", "kilooctets", "méga",
        ]
        for (index, word) in words.enumerated().dropLast() where word.first?.isNumber == true && units.contains(words[index + 1]) { return true }
        return false
    }
}
