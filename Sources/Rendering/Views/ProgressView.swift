import Publication

/// A progress report: what it says of each number, beside the promise itself.
extension Renderer {
    func progressReportKeys(_ progress: Progress, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        let document = publication.documents[index], root = root(of: place)
        context.html("content", html.html(progress.introduction))
        let plan = tracking.plans.first { $0.reports.contains { $0.document == index } }
        let by = document.frontMatter.progress.reportedBy
        let role = by.flatMap { tracking.role(named: $0) }
        context.items("facts", [
            fact("asOfLabel", document.frontMatter.progress.asOf.map { edition.text($0) }),
            fact("reportedBy", role.map { title(of: tracking.roles[$0]) } ?? edition.phrase(.reportedBy, by, of: index)),
        ].compactMap { $0 })
        context.context("of", plan.map { link(Anchor(document: $0.document, id: nil), root: root) })
        let report = plan?.reports.firstIndex { $0.document == index }
        var planHTML = plan.map { DocumentHTML(self, document: $0.document, at: place) }
        let tracked = plan.map { Dictionary($0.outcomes.map { ($0.number, $0.history) } + $0.objectives.map { ($0.number, $0.history) }, uniquingKeysWith: { first, _ in first }) } ?? [:]
        context.items("entries", progress.entries.map { entry in
            var item = Context()
            item.text("id", entry.number)
            item.text("number", entry.number)
            item.context("state", state(entry.status))
            item.html("html", html.html(entry.blocks))
            let before = report.flatMap { tracked[entry.number]?.status(before: $0) }
            item.text("beforeText", before.flatMap { $0 == entry.status ? nil : edition.texts("stateBefore", ["state": .words(edition.texts(Renderer.key(of: $0)))]) })
            item.context("promise", plan.map { link(Anchor(document: $0.document, id: entry.number), root: root) })
            let text = plan.flatMap { planIndices[$0.document]?.outcome(entry.number) }.flatMap { planHTML?.html($0.text) }
            item.html("promiseHTML", text?.html)
            item.attributes("promiseAttributes", text?.attributes ?? [])
            return item
        })
        context.list("after", progress.after.map { prose($0, &html) })
    }

    /// The numbers reported on, each with its state, and the sections behind them.
    func progressContents(_ progress: Progress, of document: Document, _ index: Int) -> Context? {
        let entries = progress.entries.map { entry in
            contentsEntry(Words("\(entry.number) – ") + edition.texts(Renderer.key(of: entry.status)), id: entry.number)
        }
        let after = progress.after.compactMap { section in
            document.heading(at: section.heading).map { contentsEntry(edition.phrase(at: section.heading, $0.text, of: index), id: $0.id) }
        }
        guard entries.count + after.count >= 3 else { return nil }
        var context = Context()
        context.list("items", entries + after)
        return context
    }
}
