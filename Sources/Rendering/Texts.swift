import Publication

/// The theme's own words in one language: `texts/en.yaml`.
struct Texts: Sendable {
    private let forms: [String: Forms]
    /// For `{{texts.skip}}`.
    var all: [(key: String, text: String)] { forms.map { ($0.key, $0.value.other) }.sorted { $0.0 < $1.0 } }

    private struct Forms: Sendable { let one: String, other: String }

    init() { self.init(forms: [:]) }

    private init(forms: [String: Forms]) {
        self.forms = forms
    }

    /// - Parameter fallback: for what the file does not say.
    static func read(_ file: SourceFile, fallback: Texts) -> (Texts, [Diagnostic]) {
        if let problem = file.encodingProblem() { return (fallback, [problem]) }
        let (reader, problems) = YAMLReader.read(file.text, of: file, lineOffset: 0, what: "file")
        guard var yaml = reader else { return (fallback, problems) }
        var forms = fallback.forms
        for (key, text) in yaml.texts() { forms[key] = Forms(one: text, other: text) }
        for (key, var mapping) in yaml.mappings() {
            guard let other = mapping.string("other") else { continue }
            forms[key] = Forms(one: mapping.string("one") ?? other, other: other)
        }
        return (Texts(forms: forms), yaml.problems)
    }

    /// A key that no file knows shows as itself, so that it is seen.
    func callAsFunction(_ key: String) -> String { forms[key]?.other ?? key }

    /// A text with a number: `{count} objectives`.
    func callAsFunction(_ key: String, count: Int) -> String {
        guard let forms = forms[key] else { return "\(count) \(key)" }
        return (count == 1 ? forms.one : forms.other).replacing("{count}", with: String(count))
    }

    /// A text with named values: `Page {page} of {pages}`.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self(key)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
