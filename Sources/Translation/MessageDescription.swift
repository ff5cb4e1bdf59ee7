import Markdown
import Publication

/// Where a message stands, in words for those who translate it: `Strategic plan › Goal 2 › item 3 of 5`.
package struct MessageDescription: Sendable, Hashable {
    package let place: String
    /// What the text's labels point to, as its author wrote it: `[1] = plans/x.md`.
    package let labels: [String]
    /// From `<!-- note: … -->`.
    package let note: String?

    /// One for each message, in their order.
    package static func all(of messages: DocumentMessages) -> [MessageDescription] {
        var places = Places(document: messages.document)
        return messages.messages.map { message in
            MessageDescription(place: places.place(of: message), labels: labels(of: message, in: messages.document.tree), note: message.note)
        }
    }

    package init(of message: PublicationMessages.SiteMessage) {
        let role = switch message.role {
        case .title: "title of the site"
        case .tagline: "tagline of the site"
        case .organization: "name of the organization"
        case .navigation: "entry of the navigation"
        case .footer: "entry of the footer"
        case .section: "title of a section"
        case .accessibility: "fact of the accessibility statement"
        }
        self.init(place: role, labels: [], note: nil)
    }

    private init(place: String, labels: [String], note: String?) {
        self.place = place
        self.labels = labels
        self.note = note
    }

    private static func labels(of message: Message, in tree: MarkdownTree) -> [String] {
        message.labels.enumerated().map { number, node in
            let target = MessageDescription.line(String(decoding: tree.destination(node), as: UTF8.self))
            return "[\(number + 1)] = \(tree.nodes[node].kind == .image ? "picture " : "")\(target)"
        }
    }

    fileprivate static func name(of label: LabelledLine.Label) -> String {
        switch label {
        case .question: "open question"
        case .alsoCalled: "other names"
        case .audience: "for whom"
        case .frequency: "how often"
        default: label.rawValue
        }
    }

    /// One line, as comments have to be.
    fileprivate static func line(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}

/// Follows the headings of a document.
private struct Places {
    private let title: String
    private let headings: [Document.Heading]
    /// Headings that have a number are named by it, so that their words can change without a change to what is below.
    private let labels: [MarkdownTree.Index: String]
    private var next = 0
    private var path: [(level: Int, text: String)] = []

    init(document: Document) {
        title = Places.short(document.title)
        headings = document.headings
        var labels: [MarkdownTree.Index: String] = [:]
        switch document.meaning {
        case .plan(let plan):
            for goal in plan.goals {
                labels[goal.heading] = goal.label.text
                for objective in goal.objectives { labels[objective.heading] = objective.label.text }
            }
        case .survey(let survey):
            for question in survey.parts.flatMap(\.questions) { labels[question.heading] = question.label.text }
        default: break
        }
        self.labels = labels
    }

    mutating func place(of message: Message) -> String {
        guard case .node(let node) = message.place else { return joined([role(of: message)]) }
        while next < headings.count, headings[next].node < node { enter(headings[next]) }
        if message.role == .heading, next < headings.count, headings[next].node == node {
            path.removeAll { $0.level >= headings[next].level }
        }
        if case .footnote = message.role { path = [] }
        let number = message.role == .heading ? labels[node].map { " of \(MessageDescription.line($0))" } : nil
        return joined(path.map(\.text) + [role(of: message) + (number ?? "")])
    }

    private mutating func enter(_ heading: Document.Heading) {
        path.removeAll { $0.level >= heading.level }
        path.append((heading.level, labels[heading.node].map(Places.short) ?? Places.short(heading.text)))
        next += 1
    }

    private func joined(_ parts: [String]) -> String { ([title] + parts).filter { !$0.isEmpty }.joined(separator: " › ") }

    private func role(of message: Message) -> String {
        switch message.role {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .caption: "caption of the table"
        case .alternativeText: "description of the picture"
        case .roles: "who does it"
        case .due: "by when"
        case .line(let label): MessageDescription.name(of: label)
        case .item(let number, let count): "item \(number) of \(count)"
        case .cell(let row, let column): "row \(row), column \(column) of the table"
        case .footnote(let number): "footnote \(number)"
        case .field:
            switch message.place {
            case .field(.summary): "summary"
            case .field(.notice): "notice"
            case .field(.imageText): "description of the picture"
            case .field(.place): "place of the event"
            case .field(.organization): "organization"
            case .field(.reportedBy): "who reports"
            case .field(.approvedBy): "who approved the plan"
            case .field(.feedbackWay): "a way to give feedback"
            case .field(.tag): "tag"
            default: "title of the page"
            }
        }
    }

    private static func short(_ text: String) -> String {
        let line = MessageDescription.line(text)
        return line.count <= 60 ? line : line.prefix(57).trimmingSuffix(while: { $0 == " " }) + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}
