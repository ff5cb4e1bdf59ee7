import Foundation
import Mustache
import Publication

/// How pages look: layouts and partials in Mustache, stylesheets and other assets, and the interface's words.
package struct Theme: Sendable {
    let library: MustacheLibrary
    /// By the languages that it was loaded for.
    let allTexts: [LanguageTag: Texts]
    /// Addresses below the site's root: `assets/civic.1f0c….css`.
    let stylesheets: [String]
    /// The same for scripts, which run before a page is shown, and without which every page works.
    let scripts: [String]
    /// Whether it has a page on which readers set how pages are shown.
    let hasDisplayPage: Bool
    let icon: String?
    package let assets: [Asset]
    /// What its looks are written in, for those who check them: its stylesheets in the order in which pages load them, and
    /// `theme.yaml` of the theme and of those that it extends.
    package let stylesheetFiles: [SourceFile]
    package let descriptions: [SourceFile]

    package struct Asset: Sendable {
        /// Below the site's root, with a hash of its bytes in the name, so that caches never show an old one.
        package let path: String
        package let bytes: [UInt8]
    }

    /// The layouts that every theme has, itself or through the theme that it extends.
    static let layouts = [
        "home", "page", "section", "values", "plan", "survey", "update", "event", "glossary", "tag", "tags", "not-found", "redirect",
    ]
    /// Rendered once for all pages that share them, since they show nothing of the page itself.
    enum SharedPartial: String, CaseIterable {
        case header, footer

        var key: StaticString {
            switch self {
            case .header: "header"
            case .footer: "footer"
            }
        }
        /// The name under which its own template is kept; under the plain one, a page finds what was rendered of it.
        var source: String { rawValue + ".source" }
    }
}

/// The files of a theme, by their paths within it; the publication's own stand before the bundled ones.
package struct ThemeFiles: Sendable {
    private let bundled: [String: SourceFile]
    private let own: [String: SourceFile]

    /// - Parameters:
    ///   - bundled: with paths below `themes/`: `civic/theme.yaml`.
    ///   - own: the same, of the publication.
    package init(bundled: [(path: String, bytes: [UInt8])], own: [(path: String, bytes: [UInt8])]) {
        self.bundled = Dictionary(bundled.map { ($0.path, SourceFile(path: "themes/\($0.path)", bytes: $0.bytes)) }, uniquingKeysWith: { $1 })
        self.own = Dictionary(own.map { ($0.path, SourceFile(path: "themes/\($0.path)", bytes: $0.bytes)) }, uniquingKeysWith: { $1 })
    }

    var names: [String] {
        let paths = Array(bundled.keys) + Array(own.keys)
        return Set(paths.filter { $0.contains("/") }.map { path in String(path.prefix { $0 != "/" }) }).sorted()
    }

    /// Those of one theme, by their paths within it.
    func files(of theme: String) -> [String: SourceFile] {
        layers(of: theme).reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    /// The same, the bundled ones and above them the publication's own.
    func layers(of theme: String) -> [[String: SourceFile]] {
        [bundled, own].map { source in
            source.reduce(into: [:]) { files, file in
                if file.key.hasPrefix(theme + "/") { files[String(file.key.dropFirst(theme.count + 1))] = file.value }
            }
        }
    }
}

extension Theme {
    /// Loads a theme by its name, with the files of those that it extends below its own.
    ///
    /// - Parameters:
    ///   - layouts: those that the publication needs beside the ones that every theme has.
    ///   - languages: those that its words are wanted in.
    ///   - colour: the organization's, that the accent is derived from; the theme's own accent where there is none.
    ///   - settingsFile: for a problem with the name, or with words that there are not.
    package static func load(
        _ name: String, from files: ThemeFiles, layouts: [String] = [], languages: [LanguageTag], colour: Colour? = nil, settingsFile: SourceFile
    ) -> (Theme?, [Diagnostic]) {
        var problems: [Diagnostic] = []
        var collected: [String: SourceFile] = [:]
        var layers: [[String: SourceFile]] = []
        var stylesheets: [String] = [], scripts: [String] = []
        var grounds: Accent.Grounds?
        var next: String? = name
        var seen: [String] = []
        var descriptions: [SourceFile] = []
        while let theme = next {
            next = nil
            let own = files.files(of: theme)
            guard !own.isEmpty else {
                let near = nearest(to: theme, among: files.names).map { "Did you mean ‘\($0)’? " } ?? ""
                let line = settingsFile.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("theme:") }.map { $0 + 1 } ?? 1
                let place = seen.isEmpty ? settingsFile : files.files(of: seen.last!)["theme.yaml"] ?? settingsFile
                problems.append(place.problem(.missingTheme, line: seen.isEmpty ? line : 1, length: 200, "there is no theme ‘\(theme)’", help: "\(near)There are: \(files.names.joined(separator: ", ")). A theme of your own is a folder themes/\(theme)/."))
                return (nil, problems)
            }
            guard !seen.contains(theme) else {
                problems.append((files.files(of: seen.last!)["theme.yaml"] ?? settingsFile).problem(.malformedTheme, line: 1, length: 200, "the theme ‘\(theme)’ extends itself", help: "Take `extends` out of one of: \(seen.joined(separator: ", "))."))
                return (nil, problems)
            }
            seen.append(theme)
            collected.merge(own) { mine, _ in mine }
            layers = files.layers(of: theme) + layers
            if let file = own["theme.yaml"] {
                descriptions.append(file)
                let (description, found) = readDescription(file)
                problems += found
                if stylesheets.isEmpty { stylesheets = description.stylesheets }
                if scripts.isEmpty { scripts = description.scripts }
                grounds = grounds ?? description.grounds
                next = description.extends
            }
        }
        let (texts, textProblems) = loadTexts(layers, languages: languages, theme: name, settingsFile: settingsFile)
        let (library, templateProblems) = loadTemplates(collected, needed: Theme.layouts + layouts, theme: name)
        let accent = colour.map { Accent(of: $0, on: grounds ?? .init()) }
        let (assets, names) = hashedAssets(collected, adding: accent?.stylesheet, to: stylesheets.last)
        problems += textProblems + templateProblems
        for (key, what, files) in [("stylesheets", "stylesheet", stylesheets), ("scripts", "script", scripts)] {
            for file in files where names["assets/" + file] == nil {
                problems.append((collected["theme.yaml"] ?? settingsFile).problem(
                    .malformedTheme, line: 1, length: 200, "the \(what) ‘\(file)’ is not among the theme's assets",
                    help: "Put it at themes/\(name)/assets/\(file), or take it out of `\(key)`."))
            }
        }
        let theme = Theme(
            library: library, allTexts: texts, stylesheets: stylesheets.compactMap { names["assets/" + $0] },
            scripts: scripts.compactMap { names["assets/" + $0] },
            hasDisplayPage: collected["layouts/display.mustache"] != nil,
            icon: names["assets/icon.svg"], assets: assets,
            stylesheetFiles: stylesheets.compactMap { collected["assets/" + $0] }.adding(accent?.stylesheet), descriptions: descriptions)
        return (theme, problems)
    }

    private struct Description {
        var stylesheets: [String] = []
        var scripts: [String] = []
        var extends: String?
        var grounds: Accent.Grounds?
    }

    private static func readDescription(_ file: SourceFile) -> (Description, [Diagnostic]) {
        if let problem = file.encodingProblem() { return (Description(), [problem]) }
        let (reader, problems) = YAMLReader.read(file.text, of: file, lineOffset: 0, what: "file")
        guard var yaml = reader else { return (Description(), problems) }
        yaml.refuseUnknownKeys(known: ["name", "extends", "stylesheets", "scripts", "accent", "contrast"], of: "theme.yaml")
        _ = yaml.string("name")
        let description = Description(
            stylesheets: yaml.strings("stylesheets"), scripts: yaml.strings("scripts"),
            extends: yaml.string("extends"), grounds: grounds(&yaml))
        return (description, yaml.problems)
    }

    private static func grounds(_ yaml: inout YAMLReader) -> Accent.Grounds? {
        guard var nested = yaml.nested("accent", example: "accent: {on-light: \"#f5f0e6\", on-dark: \"#1e252e\"}") else { return nil }
        nested.refuseUnknownKeys(known: ["on-light", "on-dark"], of: "accent")
        var grounds = Accent.Grounds()
        for (key, part) in [("on-light", \Accent.Grounds.light), ("on-dark", \.dark)] {
            guard let text = nested.string(key) else { continue }
            if let colour = Colour(text) {
                grounds[keyPath: part] = colour
            } else {
                nested.report(.wrongValue, at: key, "‘\(text)’ is no colour", help: "Write a number sign and six digits from 0 to f, in quotation marks: `\(key): \"#f5f0e6\"`.")
            }
        }
        yaml.adopt(nested)
        return grounds
    }

    // MARK: Assets

    /// The assets under names that hold a hash of their bytes, and those names by the plain ones. Addresses of other
    /// assets in a stylesheet, `url(mark.svg)`, become the hashed ones.
    ///
    /// - Parameter rules: what is put at the end of one of the stylesheets.
    private static func hashedAssets(
        _ files: [String: SourceFile], adding rules: String?, to stylesheet: String?
    ) -> ([Asset], names: [String: String]) {
        let paths = files.keys.filter { $0.hasPrefix("assets/") && !$0.hasSuffix("/") }.sorted()
        var names: [String: String] = [:]
        var assets: [Asset] = []
        for path in paths.filter({ !$0.hasSuffix(".css") }) + paths.filter({ $0.hasSuffix(".css") }) {
            var bytes = files[path]!.bytes
            if path.hasSuffix(".css") {
                var css = String(decoding: bytes, as: UTF8.self)
                for (plain, hashed) in css.contains("url(") ? names.sorted(by: { $0.key < $1.key }) : [] {
                    let from = plain.dropFirst(7), to = hashed.dropFirst(7)
                    for quote in ["", "\"", "'"] { css = css.replacing("url(\(quote)\(from)\(quote))", with: "url(\(quote)\(to)\(quote))") }
                }
                if let rules, let stylesheet, path == "assets/" + stylesheet { css += rules }
                bytes = compactStylesheet(Array(css.utf8))
            }
            let hashed = hashedName(path, bytes)
            names[path] = hashed
            assets.append(.init(path: hashed, bytes: bytes))
        }
        return (assets.sorted { $0.path < $1.path }, names)
    }

    private static func hashedName(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = String(fingerprint(bytes), radix: 16)
        let padded = String(repeating: "0", count: 16 - hash.count) + hash
        guard let dot = path.lastIndex(of: "."), path[dot...].firstIndex(of: "/") == nil else { return "\(path).\(padded)" }
        return "\(path[..<dot]).\(padded)\(path[dot...])"
    }

    /// FNV-1a, 64 bits: tells one version of a file from the next, guards against nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension [SourceFile] {
    /// Rules at the end of the last stylesheet, where they are published.
    fileprivate func adding(_ rules: String?) -> [SourceFile] {
        guard let rules, let last else { return self }
        return self[..<(count - 1)] + [SourceFile(path: last.path, bytes: last.bytes + [UInt8](rules.utf8))]
    }
}
