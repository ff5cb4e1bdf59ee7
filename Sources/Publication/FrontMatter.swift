import Foundation

/// The YAML block between `---` lines at a document's head, read into types.
package struct FrontMatter: Sendable {
    package var kind: Document.Kind = .page
    package var title: String?
    package var summary: String?
    /// What a reader must know first: that an event is moved, that figures are samples.
    package var notice: String?
    package var date: CalendarDate?
    package var updated: CalendarDate?
    package var tags: [String] = []
    package var draft = false
    package var publishFrom: CalendarDate?
    package var expires: CalendarDate?
    package var aliases: [YAMLReader.Placed] = []
    package var slug: String?
    package var image: Picture?
    /// Whether readers must be able to rely on it: a translation by machine is shown only once a person has read it.
    package var isVital = false
    /// In a document that follows another in one language: what that one said when this was written (`SourceState`).
    package var follows: String?
    /// Other documents that keys name: a plan's parent, a report's plan.
    package var links: [DocumentLink] = []
    /// What the document serves, as references.
    package var supports: [YAMLReader.Placed] = []
    package var feedback: Feedback?
    package var plan = PlanFacts()
    package var progress = ProgressFacts()
    package var survey = SurveyFacts()
    package var event: EventFacts?

    /// A document that a key names by its path.
    package struct DocumentLink: Sendable {
        package enum Key: String, Sendable { case parent, replaces, plan, minutes, text }

        package let key: Key
        package let written: String
        package let line: Int

        static func read(_ keys: [Key], _ yaml: inout YAMLReader) -> [DocumentLink] {
            keys.compactMap { key in
                yaml.string(key.rawValue).map { DocumentLink(key: key, written: $0, line: yaml.place(of: key.rawValue).line) }
            }
        }
    }

    package struct Picture: Sendable {
        package let file: String
        package let text: String
        package let line: Int
    }

    /// The keys of every document.
    static let commonKeys = [
        "kind", "title", "summary", "notice", "date", "updated", "tags", "draft", "publish-from", "expires", "aliases", "slug", "image", "vital", "follows",
        "supports", "feedback",
    ]

    /// Keys whose place in the file may be asked for after the document is read.
    static let placedKeys = ["aliases", "supports", "parent", "replaces", "plan"]

    static func keys(of kind: Document.Kind) -> [String] {
        commonKeys + kindKeys(kind)
    }

    private static let kindsByOtherNames = [
        "news": "update", "post": "update", "article": "update", "blog": "update", "announcement": "update", "meeting": "event",
        "forum": "event", "result": "survey", "results": "survey", "feedback": "survey", "strategy": "plan", "goals": "plan",
        "report": "progress", "progress-report": "progress", "graduate": "portrait", "role": "roles", "people": "roles",
        "staff": "roles", "ledger": "duties", "obligations": "duties", "mission": "values", "vision": "values", "terms": "glossary", "dictionary": "glossary", "policy": "page", "document": "page",
    ]

    private static func kindKeys(_ kind: Document.Kind) -> [String] {
        switch kind {
        case .plan: ["organization", "period", "status", "approved", "parent", "replaces", "as-of"]
        case .progress: ["plan", "as-of", "reported-by"]
        case .portrait: ["status"]
        case .survey: ["series", "fielded", "unit", "invited", "responses", "offered-in", "suppress-below", "suppress-reason", "groups", "data"]
        case .event: ["start", "end", "place", "online", "languages"]
        case .page, .values, .update, .glossary, .roles, .duties: []
        }
    }
}

extension FrontMatter {
    /// Where the text begins after the front matter: index of its first byte and number of its line; nil where the
    /// file has no front matter. An opened block that is never closed is a problem.
    static func extent(in file: SourceFile) -> (yaml: Range<Int>, body: Int, bodyLine: Int, isClosed: Bool)? {
        let bytes = file.bytes
        let start = bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
        guard isFence(bytes[start...]) else { return nil }
        var line = 2
        guard var position = next(after: start, in: bytes) else { return (start..<start, bytes.count, 1, false) }
        let yamlStart = position
        while position < bytes.count {
            if isFence(bytes[position...]) {
                return (yamlStart..<position, next(after: position, in: bytes) ?? bytes.count, line + 1, true)
            }
            guard let following = next(after: position, in: bytes) else { break }
            position = following
            line += 1
        }
        return (yamlStart..<bytes.count, bytes.count, line, false)
    }

    /// Whether a line is `---`, with nothing but white space after it.
    private static func isFence(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.starts(with: [0x2D, 0x2D, 0x2D]) else { return false }
        for byte in bytes.dropFirst(3) {
            if byte == UInt8(ascii: "\n") { return true }
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\r"), byte != UInt8(ascii: "\t") { return false }
        }
        return true
    }

    private static func next(after position: Int, in bytes: [UInt8]) -> Int? {
        bytes[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }

    static func read(_ yaml: inout YAMLReader) -> FrontMatter {
        var front = FrontMatter()
        if yaml.contains("kind") {
            let kinds = Document.Kind.allCases.map(\.rawValue)
            front.kind = yaml.choice("kind", of: kinds, rule: .unknownKind, meanings: kindsByOtherNames).flatMap(Document.Kind.init) ?? .page
        }
        // An unknown kind has been reported; its keys can't be judged.
        if !yaml.problems.contains(where: { $0.rule == .unknownKind }) {
            yaml.refuseUnknownKeys(known: keys(of: front.kind), of: front.kind == .page ? "a document" : "kind \(front.kind.rawValue)")
        }
        front.title = yaml.string("title")
        if front.title == nil, yaml.contains("title"), !yaml.problems.contains(where: { $0.message.contains("‘title’") }) {
            yaml.report(.missingTitle, at: "title", "the title is empty", help: "Write what the page is about, as in `title: Community forum`.")
        }
        front.summary = yaml.string("summary")
        front.notice = yaml.string("notice")
        front.date = yaml.date("date")
        front.updated = yaml.date("updated")
        if let text = yaml.text("tags"), text.contains(",") {
            let list = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: ", ")
            yaml.report(.wrongValue, at: "tags", "‘tags’ is one tag with commas in it", help: "Write a list, in brackets: `tags: [\(list)]`.")
        }
        front.tags = yaml.strings("tags").reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        front.draft = yaml.bool("draft") ?? false
        front.publishFrom = yaml.date("publish-from")
        front.expires = yaml.date("expires")
        front.aliases = yaml.placedStrings("aliases")
        front.slug = yaml.string("slug")
        front.image = picture(&yaml)
        front.isVital = yaml.bool("vital") ?? false
        front.follows = yaml.string("follows")
        front.supports = yaml.placedStrings("supports")
        front.feedback = Feedback.read(&yaml)
        switch front.kind {
        case .plan:
            front.plan = PlanFacts.read(&yaml)
            let (approval, links) = PlanFacts.Approval.read(&yaml)
            front.plan.approval = approval
            front.links = DocumentLink.read([.parent, .replaces], &yaml) + links
        case .progress:
            front.progress = ProgressFacts.read(&yaml)
            front.links = DocumentLink.read([.plan], &yaml)
        case .portrait: front.plan.status = PlanFacts.status(&yaml)
        case .survey: front.survey = SurveyFacts.read(&yaml)
        case .event: front.event = EventFacts.read(&yaml)
        case .update:
            if front.date == nil, !yaml.contains("date") {
                yaml.report(.missingKey, at: "date", "an update needs its date", help: "Add the day it was published: `date: 2022-02-01`.")
            }
        case .page, .values, .glossary, .roles, .duties: break
        }
        if let slug = front.slug, slug.contains("/") || Slug.fileName(slug) != slug {
            yaml.report(.wrongValue, at: "slug", "‘\(slug)’ cannot be part of an address", help: "Use small letters, digits and hyphens: `slug: \(Slug.fileName(slug))`.")
        }
        return front
    }

    private static func picture(_ yaml: inout YAMLReader) -> Picture? {
        guard yaml.contains("image") else { return nil }
        guard var nested = yaml.nested("image", example: "image: {file: forum.jpg, text: Parents and teachers around a table}") else { return nil }
        nested.refuseUnknownKeys(known: ["file", "text"], of: "image")
        let file = nested.string("file")
        let text = nested.string("text")
        if file == nil { nested.report(.missingKey, at: "file", "this image has no ‘file’", help: "Write the picture's file: `file: forum.jpg`.") }
        if file != nil, text == nil { nested.report(.alternativeText, at: "file", "this image has no text for those who cannot see it", help: "Say what it shows, below `file:`, as in `text: Parents and teachers around a table`.") }
        let line = nested.place(of: "file").line
        yaml.adopt(nested)
        guard let file, let text else { return nil }
        return Picture(file: file, text: text, line: line)
    }
}
