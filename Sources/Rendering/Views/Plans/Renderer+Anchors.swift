import Markdown
import Publication

/// Names of parts of documents, and links to them.
extension Renderer {
    /// Where a part of a document is shown.
    func target(_ anchor: Anchor) -> LinkTarget {
        .page(address: Address.encoded(publication.documents[anchor.document].address), fragment: anchor.id.map { Address.encoded($0) })
    }

    func href(_ anchor: Anchor, root: String) -> String { href(target(anchor), written: "", root: root) ?? "" }

    /// A link's words and address: `Objective 1.2: …`, a value's title, a document's.
    func link(_ anchor: Anchor, root: String) -> Context {
        var context = Context()
        let document = publication.documents[anchor.document]
        let (number, label, title) = name(of: anchor, document)
        context.text("number", number)
        context.text("label", label)
        context.text("title", title.text)
        context.attributes(edition.attributes(title))
        context.text("href", href(anchor, root: root))
        return context
    }

    /// A part's number, the theme's label with it, and its own words.
    private func name(of anchor: Anchor, _ document: Document) -> (number: String?, label: Words?, title: Phrase) {
        let whole = edition.title(of: document, anchor.document)
        guard let id = anchor.id else { return (nil, nil, whole) }
        if let index = planIndices[anchor.document], let part = index[id] {
            switch part {
            case .goal(let goal):
                let goal = index.plan.goals[goal]
                return (id, edition.texts("goalLabel", ["number": .text(id)]), words(of: goal.heading, dropping: goal.label, in: anchor.document))
            case .objective(let goal, let objective):
                let objective = index.plan.goals[goal].objectives[objective]
                return (id, edition.texts("objectiveLabel", ["number": .text(id)]), words(of: objective.heading, dropping: objective.label, in: anchor.document))
            case .outcome(let goal, let objective, let outcome, _):
                let outcome = index.plan.goals[goal].objectives[objective].outcomes[outcome]
                return (id, edition.texts("outcomeLabel", ["number": .text(id)]), words(of: outcome.text, in: anchor.document))
            }
        }
        guard let heading = document.headings.first(where: { $0.id == id }) else { return (nil, nil, whole) }
        return (nil, nil, edition.phrase(at: heading.node, heading.text, of: anchor.document))
    }

    /// A numbered heading's own words.
    func words(of heading: MarkdownTree.Index, dropping label: Plan.HeadingLabel, in document: Int) -> Phrase {
        let text = publication.documents[document].tree.plainText(of: heading)
        return edition.phrase(at: heading, String(decoding: text.utf8.dropFirst(label.length), as: UTF8.self), of: document)
    }

    /// What a list item says behind its lead, as plain words.
    func words(of item: Plan.LeadlessItem, in document: Int) -> Phrase {
        let tree = publication.documents[document].tree
        var text = item.inlines.map { tree.plainText(of: $0) }.joined()
        text = String(decoding: text.utf8.dropFirst(item.markLength), as: UTF8.self)
        guard let first = item.inlines.first else {
            let words = item.blocks.map { tree.plainText(of: $0) }.joined(separator: " ")
            return edition.untranslated(words)
        }
        return edition.phrase(at: first, text, of: document)
    }

    // MARK: Relations

    /// What some parts of a document say that they serve, by relation, and what says so of them.
    func relationKeys(of anchors: [Anchor], into context: inout Context, root: String) {
        let labels: [LabelledLine.Label] = [.supports, .alignsWith, .builtBy, .assessedBy, .measuredBy, .continues]
        let own = anchors.flatMap { tracking.alignments.from($0) }
        let served = labels.compactMap { label -> Context? in
            let targets = own.filter { $0.relation == label }.map(\.to)
            guard !targets.isEmpty else { return nil }
            return relation(edition.texts("relation" + label.rawValue.prefix(1).uppercased() + label.rawValue.dropFirst()), targets, root: root)
        }
        let documents = Set(anchors.map(\.document))
        let others = anchors.flatMap { tracking.alignments.to($0) }.map(\.from).filter { !documents.contains($0.document) }
        let unique = others.reduce(into: [Anchor]()) { if !$1.isIn($0) { $0.append($1) } }
        let kinds: [(key: String, kinds: Set<Document.Kind>)] = [
            ("backlinksPlans", [.plan]), ("backlinksValues", [.values]), ("backlinksPortrait", [.portrait]),
            ("backlinksSurveys", [.survey]), ("backlinksDuties", [.duties]), ("backlinksNews", [.update, .event, .page, .progress, .glossary, .roles]),
        ]
        context.list("relations", served + kinds.compactMap { key, kinds in
            let sources = unique.filter { kinds.contains(publication.documents[$0.document].kind) }
            return sources.isEmpty ? nil : relation(edition.texts(key), sources, root: root, withDocuments: true)
        })
    }

    private func relation(_ label: Words, _ anchors: [Anchor], root: String, withDocuments: Bool = false) -> Context {
        var context = Context()
        context.text("label", label)
        context.list("items", anchors.map { anchor in
            var item = link(anchor, root: root)
            let document = withDocuments && anchor.id != nil && publication.documents[anchor.document].kind == .plan ? edition.title(of: publication.documents[anchor.document], anchor.document) : nil
            item.text("of", document?.text)
            item.attributes("ofAttributes", edition.attributes(document))
            return item
        })
        return context
    }

    // MARK: Questions

    /// Open questions below one id of a document, or all of it.
    func questions(_ html: inout DocumentHTML, below anchors: Set<String>?) -> [Context] {
        html.document.lines.filter { line in
            line.label == .question && (anchors.map { line.anchor.map($0.contains) ?? $0.contains("") } ?? true)
        }.map { line in
            var item = Context()
            item.html("html", html.line(line))
            item.attributes(html.attributes(of: line))
            return item
        }
    }
}

extension Anchor {
    fileprivate func isIn(_ anchors: [Anchor]) -> Bool { anchors.contains(self) }
}
