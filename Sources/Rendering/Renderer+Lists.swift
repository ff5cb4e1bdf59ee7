import Publication

/// The pages that list documents: home, sections, tags; and the ones that lead elsewhere.
extension Renderer {
    func home(_ section: Publication.Section, at place: Place) -> [UInt8] {
        var context = Context()
        let title = section.page.map { edition.title(of: publication.documents[$0], $0) } ?? edition.phrase(publication.settings.title)
        let summary = section.page.flatMap { edition.phrase(.summary, publication.documents[$0].frontMatter.summary, of: $0) }
        pageKeys(into: &context, title: Words(title), summary: summary, place: place, section: nil)
        context.text("kind", "home")
        noticeKeys(of: section.page, into: &context, at: place)
        if let page = section.page {
            var html = DocumentHTML(self, document: page, at: place, isMarked: true)
            context.html("content", html.body())
            context.html("footnotes", html.footnotes())
            context.context("updated", publication.documents[page].lastChange.map { dateContext($0) })
        }
        let root = root(of: place)
        context.items("updates", publication.updates.suffix(3).reversed().map { entry($0, root: root) }) { list in
            list.text("href", home(of: .update, root: root))
        }
        let (events, areUpcoming) = self.events()
        context.items("events", events.prefix(3).map { entry($0, root: root) }) { list in
            list.flag("upcoming", areUpcoming)
            list.text("href", home(of: .event, root: root))
        }
        let openFeedback = tracking.feedback.filter(\.isOpen)
        context.flag("hasToDo", !events.isEmpty || !openFeedback.isEmpty)
        context.items("openFeedback", openFeedback.map { round in
            var item = entry(round.document, root: root)
            item.text("untilText", edition.texts("feedbackUntil", ["date": .date(round.until)]))
            return item
        })
        context.items("plans", publication.documents.indices.compactMap { planSummary($0, root: root) })
        context.context("values", valuesSummary(root: root))
        return render(context, layout: "home", at: place)
    }

    /// Events from the newest update on, the first one first; where there are none, the last ones. Reckoned from what
    /// is published and not from the clock, so that the same input gives the same page on any day.
    private func events() -> ([Int], areUpcoming: Bool) {
        let documents = publication.documents
        let all = documents.indices.compactMap { index in documents[index].frontMatter.event.map { (index, $0.start) } }
            .sorted { ($0.1, documents[$0.0].path) < ($1.1, documents[$1.0].path) }
        let now = publication.updates.last.flatMap { documents[$0].frontMatter.date }
        let upcoming = all.filter { event in now.map { event.1.date >= $0 } ?? true }
        return upcoming.isEmpty ? (all.reversed().map(\.0), false) : (upcoming.map(\.0), true)
    }

    /// The section that most documents of a kind stand in.
    private func home(of kind: Document.Kind, root: String) -> String? {
        var counts: [Int: Int] = [:]
        for (index, document) in publication.documents.enumerated() where document.kind == kind { counts[publication.section(of: index), default: 0] += 1 }
        let section = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        return section.flatMap { $0 == 0 ? nil : href(address: publication.sections[$0].address, root: root) }
    }

    func list(_ index: Int, _ chunk: Chunk) -> [UInt8] {
        let section = publication.sections[index]
        let place = chunk.place
        let root = root(of: place)
        var context = Context()
        let summary = section.page.flatMap { edition.phrase(.summary, publication.documents[$0].frontMatter.summary, of: $0) }
        pageKeys(into: &context, title: Words(title(of: section)), summary: summary, place: place, section: index)
        context.text("kind", "section")
        noticeKeys(of: chunk.number == 1 ? section.page : nil, into: &context, at: place)
        if let page = section.page, chunk.number == 1 {
            var html = DocumentHTML(self, document: page, at: place, isMarked: true)
            context.html("content", html.body())
            context.html("footnotes", html.footnotes())
            context.context("updated", publication.documents[page].lastChange.map { dateContext($0) })
        }
        context.items("list", chunk.documents.map { entry($0, root: root) })
        context.items("sections", chunk.number > 1 ? [] : order.subsections[index].map { number in
            let subsection = publication.sections[number]
            var item = link(title(of: subsection), address: subsection.address, root: root)
            item.text("summary", nil)
            item.attributes("summaryAttributes", [])
            if let page = subsection.page { summaryKeys(of: publication.documents[page], page, into: &item) }
            return item
        })
        context.items("series", chunk.number == 1 ? seriesList(section.documents, root: root) : [])
        paginate(chunk, root: root, into: &context)
        return render(context, layout: "section", at: place)
    }

    func tag(_ index: Int, _ chunk: Chunk) -> [UInt8] {
        let tag = publication.tags[index]
        let place = chunk.place
        let root = root(of: place)
        var context = Context()
        let name = tagNames[index]
        pageKeys(into: &context, title: edition.texts("tagTitle", ["tag": .words(Words(name))]), summary: nil, place: place, section: nil)
        context.text("kind", "tag")
        context.list("alternates", [])
        context.list("breadcrumb", [link(own(edition.texts("home")), address: "", root: root), link(own(edition.texts("tags")), address: "tags/", root: root)])
        context.items("list", chunk.documents.map { entry($0, root: root) })
        context.text("countText", edition.texts("documents", count: tag.documents.count))
        paginate(chunk, root: root, into: &context)
        return render(context, layout: "tag", at: place)
    }

    func allTags(at place: Place) -> [UInt8] {
        let root = root(of: place)
        var context = Context()
        pageKeys(into: &context, title: edition.texts("tags"), summary: nil, place: place, section: 0)
        context.text("kind", "tags")
        context.items("tagList", order.tags.map { number in
            let tag = publication.tags[number]
            var item = link(tagNames[number], address: tag.address, root: root)
            item.text("countText", edition.texts("documents", count: tag.documents.count))
            return item
        })
        return render(context, layout: "tags", at: place)
    }

    func redirect(to index: Int, at place: Place) -> [UInt8] {
        let document = publication.documents[index]
        var context = Context()
        pageKeys(into: &context, title: Words(edition.title(of: document, index)), summary: nil, place: place, section: nil)
        context.text("kind", "redirect")
        context.text("target", href(address: document.address, root: root(of: place)))
        context.text("canonical", canonical(Place(address: document.address), in: edition.prefix))
        return render(context, layout: "redirect", at: place)
    }

    func notFound() -> [UInt8] {
        var context = Context()
        pageKeys(into: &context, title: edition.texts("notFoundTitle"), summary: nil, place: .notFound, section: nil)
        context.text("kind", "not-found")
        // A web server knows one page for addresses that are not there: it speaks all languages.
        context.items("otherEditions", edition.isSource ? editions.dropFirst().map { other in
            var item = Context()
            item.text("lang", other.language.code)
            item.text("dir", other.direction)
            item.text("title", other.texts("notFoundTitle"))
            item.text("note", other.texts("notFoundNote"))
            item.text("home", other.texts("home"))
            item.text("href", publication.settings.pathPrefix + other.prefix)
            return item
        } : [])
        return render(context, layout: "not-found", at: .notFound)
    }

    // MARK: Parts

    /// A document as a list shows it.
    func entry(_ index: Int, root: String) -> Context {
        let document = publication.documents[index]
        var context = link(edition.title(of: document, index), address: document.address, root: root)
        summaryKeys(of: document, index, into: &context)
        context.text("kind", document.kind.rawValue)
        context.text("kindText", edition.texts("kind" + document.kind.rawValue.capitalized))
        context.context("date", document.frontMatter.event == nil ? document.frontMatter.date.map { dateContext($0) } : nil)
        context.context("event", document.frontMatter.event.map { facts in
            var event = Context()
            var start = Context()
            start.text("iso", facts.start.description)
            start.text("text", edition.text(facts.start))
            event.context("start", start)
            let place = edition.phrase(.place, facts.place, of: index)
            event.text("place", place?.text)
            event.attributes("placeAttributes", edition.attributes(place))
            return event
        })
        return context
    }

    private func paginate(_ chunk: Chunk, root: String, into context: inout Context) {
        paginate(number: chunk.number, of: chunk.count, address: chunk.address, texts: (back: "newerPage", on: "olderPage"), root: root, into: &context)
    }

    /// Links to the pages before and after one of a list's.
    func paginate(
        number: Int, of count: Int, address: (Int) -> String, texts: (back: String, on: String), root: String, into context: inout Context
    ) {
        guard count > 1 else { return }
        var pagination = Context()
        func link(to number: Int, _ text: String) -> Context? {
            guard (1...count).contains(number) else { return nil }
            var item = Context()
            item.text("title", edition.texts(text))
            item.text("href", href(address: address(number), root: root))
            return item
        }
        pagination.context("newer", link(to: number - 1, texts.back))
        pagination.context("older", link(to: number + 1, texts.on))
        pagination.text("text", edition.texts("pageOf", ["number": .number(number), "pages": .number(count)]))
        context.context("pagination", pagination)
    }
}
