import Markdown
import Publication

/// The pages that show documents.
extension Renderer {
    func document(_ index: Int, at place: Place) -> [UInt8] {
        let document = publication.documents[index]
        var context = Context()
        pageKeys(into: &context, title: document.title, summary: document.frontMatter.summary, place: place, section: publication.section(of: index))
        documentKeys(into: &context, index, at: place)
        var html = DocumentHTML(self, document: index, at: place)
        switch document.meaning {
        case .page:
            context.html("content", html.body())
        case .update:
            context.html("content", html.body())
            neighbours(of: index, into: &context, at: place)
        case .event(let facts):
            context.html("content", html.body())
            eventKeys(facts, into: &context)
        case .values(let values): valuesKeys(values, into: &context, &html)
        case .glossary(let glossary): glossaryKeys(glossary, into: &context, &html)
        case .plan(let plan): planKeys(plan, document, into: &context, &html)
        case .survey(let survey): surveyKeys(survey, document, into: &context, &html)
        }
        context.html("footnotes", html.footnotes())
        return render(context, layout: document.kind.rawValue, at: place)
    }

    /// The keys of every page that has a title.
    func pageKeys(into context: inout Context, title: String, summary: String?, place: Place, section: Int?) {
        let settings = publication.settings
        context.text("title", title)
        context.text("titleHTML", title)
        context.text("titleTag", place.address.isEmpty ? settings.title : "\(title) – \(settings.title)")
        context.text("summary", summary)
        context.text("description", summary ?? settings.tagline)
        context.text("canonical", place.isNotFound ? nil : canonical(place))
        context.flag("noindex", place.isNotFound)
        context.list("breadcrumb", breadcrumb(to: place, section: section))
        let optional: [StaticString] = [
            "notice", "content", "contents", "footnotes", "date", "updated", "tags", "image", "previous", "next", "facts", "list", "sections", "pagination",
        ]
        for key in optional { context.text(key, nil) }
        context.flag("draft", false)
    }

    private func documentKeys(into context: inout Context, _ index: Int, at place: Place) {
        let document = publication.documents[index], front = document.frontMatter
        context.text("kind", document.kind.rawValue)
        context.text("notice", front.notice)
        context.flag("draft", front.draft || front.plan.status == .draft)
        context.context("date", front.date.map(dateContext))
        context.context("updated", document.lastChange.map(dateContext))
        let root = root(of: place)
        context.items("tags", publication.tags(of: index).map { link(publication.tags[$0].name, address: publication.tags[$0].address, root: root) })
        context.context("contents", contents(of: document))
        if let image = front.image, let path = publication.pictures[index] {
            var item = Context()
            item.text("src", root + Address.encoded(path))
            item.text("alt", image.text)
            item.text("width", imageSizes[path].map { String($0.width) })
            item.text("height", imageSizes[path].map { String($0.height) })
            context.context("image", item)
        }
    }

    /// Sections by their headings, where a page is long enough for them to help.
    private func contents(of document: Document) -> Context? {
        let headings = document.headings.filter { $0.level == 2 || $0.level == 3 }
        guard headings.count(where: { $0.level == 2 }) >= 3, document.kind != .plan else {
            return document.kind == .plan ? planContents(of: document) : nil
        }
        var items: [(heading: Document.Heading, below: [Document.Heading])] = []
        for heading in headings {
            if heading.level == 2 { items.append((heading, [])) } else if !items.isEmpty { items[items.count - 1].below.append(heading) }
        }
        var context = Context()
        context.list("items", items.map { item in
            var entry = contentsEntry(item.heading.text, id: item.heading.id)
            // Terms and questions are many: their own level would drown the sections.
            nest(document.kind == .page || document.kind == .survey ? item.below.map { contentsEntry($0.text, id: $0.id) } : [], in: &entry)
            return entry
        })
        return context
    }

    func contentsEntry(_ title: String, id: String) -> Context {
        var entry = Context()
        entry.text("title", title)
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
            let document = publication.documents[publication.updates[position]]
            var item = link(document.title, address: document.address, root: root)
            item.context("date", document.frontMatter.date.map(dateContext))
            return item
        }
        let previous = neighbour(position - 1), next = neighbour(position + 1)
        context.context("previous", previous)
        context.context("next", next)
        context.flag("hasNeighbours", previous != nil || next != nil)
    }

    // MARK: Small contexts

    func link(_ title: String, address: String, root: String) -> Context {
        var context = Context()
        context.text("title", title)
        context.text("href", href(address: address, root: root))
        return context
    }

    func dateContext(_ date: CalendarDate) -> Context {
        var context = Context()
        context.text("iso", date.description)
        context.text("text", edition.text(date))
        return context
    }

    func fact(_ key: String, _ text: String?) -> Context? {
        guard let text else { return nil }
        var context = Context()
        context.text("label", edition.texts(key))
        context.text("html", text)
        return context
    }

    /// Languages as a list, each by its own name first, so that its speakers find themselves.
    func languagesFact(_ key: String, _ languages: [LanguageTag]) -> Context? {
        guard !languages.isEmpty else { return nil }
        let items = languages.map { language -> String in
            let name = edition.name(of: language)
            let text = Context.Leaf.text(name.text).string
            guard let own = name.own else { return "<li>\(text)</li>" }
            return "<li><span lang=\"\(language)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\">\(Context.Leaf.text(own).string)</span> – \(text)</li>"
        }
        var context = Context()
        context.text("label", edition.texts(key))
        context.html("html", Array("<ul>\(items.joined())</ul>".utf8))
        return context
    }

    /// From the home page down to the page's own section; none on the home page.
    private func breadcrumb(to place: Place, section: Int?) -> [Context] {
        guard !place.address.isEmpty, !place.isNotFound else { return [] }
        let root = root(of: place)
        var chain: [Context] = []
        var next = section
        while let index = next {
            let section = publication.sections[index]
            if section.address != place.address {
                let title = section.address.isEmpty ? edition.texts("home") : section.title
                chain.insert(link(title, address: section.address, root: root), at: 0)
            }
            next = section.parent
        }
        return chain
    }
}
