import Markdown
import Publication

/// The pages that show documents.
extension Renderer {
    func document(_ index: Int, at place: Place) -> [UInt8] {
        let document = publication.documents[index]
        var context = Context()
        pageKeys(
            into: &context, title: Words(edition.title(of: document, index)), summary: edition.phrase(.summary, document.frontMatter.summary, of: index),
            place: place, section: publication.section(of: index))
        documentKeys(into: &context, index, at: place)
        var html = DocumentHTML(self, document: index, at: place, isMarked: true)
        switch document.meaning {
        case .page: context.html("content", html.body())
        case .progress(let progress): progressReportKeys(progress, of: index, into: &context, &html, at: place)
        case .portrait(let portrait): portraitKeys(portrait, of: index, into: &context, &html, at: place)
        case .roles(let roles): rolesKeys(roles, of: index, into: &context, &html, at: place)
        case .duties(let duties): dutiesKeys(duties, of: index, into: &context, &html, at: place)
        case .update:
            context.html("content", html.body())
            neighbours(of: index, into: &context, at: place)
        case .event(let facts):
            context.html("content", html.body())
            eventKeys(facts, of: index, into: &context)
        case .values(let values): valuesKeys(values, of: index, into: &context, &html, at: place)
        case .glossary(let glossary): glossaryKeys(glossary, into: &context, &html)
        case .plan(let plan): planKeys(plan, document, of: index, into: &context, &html, at: place)
        case .survey(let survey): surveyKeys(survey, document, of: index, into: &context, &html, at: place)
        }
        context.list("heard", document.heard.map { prose($0, &html) })
        context.html("footnotes", html.footnotes())
        let minutes = html.minutes
        context.text("readingTime", minutes.map { edition.texts("readingTime", count: $0) })
        context.flag("hasReading", minutes != nil || change(of: document) != nil)
        context.items("openQuestions", document.kind.showsQuestionsInPlace ? [] : questions(&html, below: nil))
        return render(context, layout: document.kind.rawValue, at: place)
    }

    /// The keys of every page that has a title.
    func pageKeys(into context: inout Context, title: Words, summary: Phrase?, place: Place, section: Int?) {
        // Where all is in one language, its element says so; else each part does.
        let uniform = title.uniform
        context.text("title", uniform.map { Words($0.text) } ?? title)
        context.text("titleHTML", uniform.map { Words($0.text) } ?? title)
        context.attributes("titleAttributes", edition.attributes(uniform))
        titleTag(place.address.isEmpty ? [] : [title], into: &context)
        context.text("summary", summary?.text)
        context.attributes("summaryAttributes", edition.attributes(summary))
        let description = summary ?? siteTagline
        context.text("description", description?.text)
        context.attributes("descriptionAttributes", edition.attributes(description))
        languageKeys(into: &context, at: place)
        context.list("breadcrumb", breadcrumb(to: place, section: section))
        let optional: [StaticString] = [
            "feedback", "openQuestions", "notice", "content", "contents", "footnotes", "date", "updated", "tags", "image", "previous", "next", "facts", "list", "sections", "series", "pagination",
            "readingTime",
        ]
        for key in optional { context.text(key, nil) }
        context.flag("draft", false)
        context.flag("isDocument", false)
        context.flag("hasReading", false)
        context.list("relations", [])
        context.list("heard", [])
    }

    /// What stands in the window's title before the site's name: no part of it can be marked, so all is by its larger part.
    func titleTag(_ titles: [Words], into context: inout Context) {
        let tag = (titles + [Words(siteTitle)]).joined(separator: " – ").phrase
        context.text("titleTag", tag.text)
        context.attributes("titleTagAttributes", edition.attributes(tag))
    }

    private func documentKeys(into context: inout Context, _ index: Int, at place: Place) {
        let document = publication.documents[index], front = document.frontMatter
        context.text("kind", document.kind.rawValue)
        noticeKeys(of: index, into: &context, at: place)
        context.flag("isDocument", true)
        context.flag("draft", front.draft || front.plan.status == .draft)
        context.context("date", front.date.map { dateContext($0) })
        context.context("updated", change(of: document).map { dateContext($0) })
        let root = root(of: place)
        context.items("tags", publication.tags(of: index).map { link(tagNames[$0], address: publication.tags[$0].address, root: root) })
        context.context("contents", contents(of: document, index))
        feedbackKeys(of: index, into: &context)
        let lines = document.lines.contains { $0.label.isReference && $0.anchor == nil }
        let isWhole = lines || !front.supports.isEmpty || !document.kind.showsRelationsInPlace
        if isWhole {
            let ids = document.kind.showsRelationsInPlace ? [] : document.lines.compactMap(\.anchor).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            relationKeys(of: [Anchor(document: index, id: nil)] + ids.map { Anchor(document: index, id: $0) }, into: &context, root: root)
        }
        if let image = front.image, let path = publication.pictures[index] {
            var item = Context()
            item.text("src", root + Address.encoded(path))
            let text = edition.phrase(.imageText, image.text, of: index)
            item.text("alt", text?.text)
            item.attributes(edition.attributes(text))
            item.text("width", imageSizes[path].map { String($0.width) })
            item.text("height", imageSizes[path].map { String($0.height) })
            context.context("image", item)
        }
    }

    /// The day of its last change; nil where an update's own date says it already.
    private func change(of document: Document) -> CalendarDate? {
        document.kind == .update && document.lastChange == document.frontMatter.date ? nil : document.lastChange
    }

    /// Sections by their headings, where a page is long enough for them to help.
    private func contents(of document: Document, _ index: Int) -> Context? {
        switch document.meaning {
        case .plan(let plan): return planContents(plan, of: document, index)
        case .progress(let progress): return progressContents(progress, of: document, index)
        default: break
        }
        let headings = document.headings.filter { $0.level == 2 || $0.level == 3 }
        guard headings.count(where: { $0.level == 2 }) >= 3 else { return nil }
        var items: [(heading: Document.Heading, below: [Document.Heading])] = []
        for heading in headings {
            if heading.level == 2 { items.append((heading, [])) } else if !items.isEmpty { items[items.count - 1].below.append(heading) }
        }
        var context = Context()
        context.list("items", items.map { item in
            func entry(_ heading: Document.Heading) -> Context { contentsEntry(entryTitle(heading, of: document, index), id: heading.id) }
            var context = entry(item.heading)
            // Terms and questions are many: their own level would drown the sections.
            nest(document.kind == .page || document.kind == .survey ? item.below.map { entry($0) } : [], in: &context)
            return context
        })
        return context
    }

    /// A question begins with its number, which is no part of its words: `Q1. How welcome …`.
    private func entryTitle(_ heading: Document.Heading, of document: Document, _ index: Int) -> Words {
        if case .survey(let survey) = document.meaning, let question = survey.parts.flatMap(\.questions).first(where: { $0.heading == heading.node }) {
            return Words("\(question.number). ") + Words(words(of: question.heading, dropping: question.label, in: index))
        }
        return Words(edition.phrase(at: heading.node, heading.text, of: index))
    }

    func contentsEntry(_ title: Phrase, id: String) -> Context { contentsEntry(Words(title), id: id) }

    func contentsEntry(_ title: Words, id: String) -> Context {
        var entry = Context()
        let uniform = title.uniform
        entry.text("title", uniform.map { Words($0.text) } ?? title)
        entry.attributes(edition.attributes(uniform))
        entry.text("href", "#" + Address.encoded(id))
        nest([], in: &entry)
        return entry
    }

    /// Entries below another one; the flag keeps a layout from writing a list without items.
    func nest(_ entries: [Context], in entry: inout Context) {
        entry.list("items", entries)
        entry.flag("hasItems", !entries.isEmpty)
    }

    private func neighbours(of index: Int, into context: inout Context, at place: Place) {
        guard let position = publication.updateNumbers[index] else { return }
        let root = root(of: place)
        func neighbour(_ position: Int) -> Context? {
            guard publication.updates.indices.contains(position) else { return nil }
            let index = publication.updates[position]
            let document = publication.documents[index]
            var item = link(edition.title(of: document, index), address: document.address, root: root)
            item.context("date", document.frontMatter.date.map { dateContext($0) })
            return item
        }
        let previous = neighbour(position - 1), next = neighbour(position + 1)
        context.context("previous", previous)
        context.context("next", next)
        context.flag("hasNeighbours", previous != nil || next != nil)
    }

    // MARK: Small contexts

    func link(_ title: Phrase, address: String, root: String) -> Context {
        var context = Context()
        context.text("title", title.text)
        context.attributes(edition.attributes(title))
        context.text("href", href(address: address, root: root))
        return context
    }

    func dateContext(_ date: CalendarDate) -> Context {
        var context = Context()
        context.text("iso", date.description)
        context.text("text", edition.text(date))
        return context
    }

    func fact(_ key: String, _ text: String?) -> Context? { fact(key, text.map { Phrase(text: $0) }) }

    func fact(_ key: String, _ words: Words?) -> Context? {
        guard let words else { return nil }
        var context = Context()
        context.text("label", edition.texts(key))
        context.text("html", words)
        context.attributes([])
        return context
    }

    func fact(_ key: String, _ phrase: Phrase?) -> Context? {
        guard let phrase else { return nil }
        var context = Context()
        context.text("label", edition.texts(key))
        context.text("html", phrase.text)
        context.attributes(edition.attributes(phrase))
        return context
    }

    /// A document's summary, below its title elsewhere.
    func summaryKeys(of document: Document, _ index: Int, into context: inout Context) {
        let summary = edition.phrase(.summary, document.frontMatter.summary, of: index)
        context.text("summary", summary?.text)
        context.attributes("summaryAttributes", edition.attributes(summary))
    }

    /// Languages as a list, each by its own name first, so that its speakers find themselves.
    func languagesFact(_ key: String, _ languages: [LanguageTag]) -> Context? {
        guard !languages.isEmpty else { return nil }
        let items = languages.map { language -> String in
            let name = edition.name(of: language)
            let text = Context.Leaf.text(name.text).string
            guard let own = name.own else { return "<li>\(text)</li>" }
            return "<li>\(Words(own, in: language).leaf.string) – \(text)</li>"
        }
        var context = Context()
        context.text("label", edition.texts(key))
        context.attributes([])
        context.html("html", Array("<ul>\(items.joined())</ul>".utf8))
        return context
    }

    /// From the home page down to the page's own section; none on the home page.
    func breadcrumb(to place: Place, section: Int?) -> [Context] {
        guard !place.address.isEmpty, !place.isNotFound else { return [] }
        let root = root(of: place)
        var chain: [Context] = []
        var next = section
        while let index = next {
            let section = publication.sections[index]
            if section.address != place.address {
                let title = section.address.isEmpty ? own(edition.texts("home")) : self.title(of: section)
                chain.insert(link(title, address: section.address, root: root), at: 0)
            }
            next = section.parent
        }
        return chain
    }

    /// A section's title: its own page's, or its folder's.
    func title(of section: Publication.Section) -> Phrase {
        section.page.map { edition.title(of: publication.documents[$0], $0) } ?? edition.phrase(section.title)
    }

    /// A number or a name that is the same in every language.
    func own(_ text: String) -> Phrase { Phrase(text: text) }

    /// Words of the theme as one phrase, in the language that it has them in.
    func own(_ words: Words) -> Phrase { words.phrase }
}

extension Document.Kind {
    /// Whether their views show what a part serves, and what is open about it, beside the part itself.
    var showsRelationsInPlace: Bool {
        switch self {
        case .plan, .values, .portrait, .duties: true
        default: false
        }
    }

    var showsQuestionsInPlace: Bool {
        switch self {
        case .plan, .portrait, .roles, .duties: true
        default: false
        }
    }
}
