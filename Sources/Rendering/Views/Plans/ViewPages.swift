import Markdown
import Publication

/// The pages that no document stands for.
extension Renderer {
    func view(_ view: View) -> [UInt8] {
        switch view.kind {
        case .objective(let plan, let number): objectivePage(tracking.plans[plan], number, view)
        case .dates(let plan): datesPage(tracking.plans[plan], view, of: plan)
        case .status(let plan): statusPage(tracking.plans[plan], view, of: plan)
        case .schools(let plan): schoolsPage(tracking.plans[plan], view, of: plan)
        case .alignment(let plan): alignmentPage(tracking.plans[plan], view, of: plan)
        case .report(let plan): reportPage(tracking.plans[plan], view, of: plan)
        case .changes(let plan): changesPage(tracking.plans[plan], view, of: plan)
        case .roles: allRolesPage(view)
        case .role(let role): rolePage(tracking.roles[role], view)
        case .grade(let document, let grade): gradePage(document, grade, view)
        case .area(let document, let area): areaPage(document, area, view)
        }
    }

    /// The keys that every view has. Its title is the theme's words, below it the title of what it shows.
    func viewKeys(_ view: View, title: Words, lead: Words? = nil, into context: inout Context) {
        let document = view.document
        pageKeys(into: &context, title: title, summary: lead.map(own), place: view.place, section: document.map { publication.section(of: $0) })
        context.text("kind", "view")
        let of = document.map { edition.title(of: publication.documents[$0], $0) }
        let root = root(of: view.place)
        if let document, let of {
            // Its parts say themselves what is not translated; what a document's notice says holds for its views.
            let page = link(of, address: publication.documents[document].address, root: root)
            titleTag([title, Words(of)], into: &context)
            noticeKeys(of: document, into: &context, at: view.place)
            let section = publication.section(of: document)
            let isSection = publication.sections[section].address == publication.documents[document].address
            context.list("breadcrumb", breadcrumb(to: view.place, section: section) + (isSection ? [] : [page]))
            context.context("of", page)
        } else {
            noticeKeys(of: nil, into: &context, at: view.place)
            context.context("of", nil)
        }
        // Search engines are led to documents; their views are a click further.
        context.list("alternates", [])
        context.context("updated", view.lastChange.map { dateContext($0) })
        let chunk = { (number: Int) in number == 1 ? view.first : "\(view.first)page/\(number)/" }
        paginate(number: view.page, of: view.pages, address: chunk, texts: (back: "previousPage", on: "nextPage"), root: root, into: &context)
        context.list("groups", [])
        for key: StaticString in ["asOfText", "views", "emptyText"] { context.text(key, nil) }
    }

    /// The ways to look at a plan, this one marked.
    func planViewKeys(_ number: Int, at place: Place, first: String? = nil, into context: inout Context) {
        let plan = tracking.plans[number]
        let root = root(of: place)
        let document = publication.documents[plan.document]
        func entry(_ key: String, address: String) -> Context {
            var item = Context()
            item.text("title", edition.texts(key))
            item.text("href", href(address: address, root: root))
            item.flag("current", (first ?? place.address) == address)
            return item
        }
        let views = views.of(plan: number)
        context.items("views", views.isEmpty ? [] : [entry("viewPlan", address: document.address)] + views.map { view in
            let key = switch view.kind {
            case .dates: "viewDates"
            case .status: "viewStatus"
            case .schools: "viewSchools"
            case .alignment: "viewAlignment"
            case .report: "viewReport"
            default: "viewChanges"
            }
            return entry(key, address: view.address)
        })
        context.text("asOfText", plan.asOf.map { edition.texts("asOf", ["date": .date($0)]) })
    }

    // MARK: Parts

    /// A status in words, with a class by which the theme gives it a sign.
    func state(_ status: ProgressStatus?, isOverdue: Bool = false) -> Context {
        var context = Context()
        context.text("text", edition.texts(Renderer.key(of: status)))
        context.text("class", "state-" + (status?.rawValue ?? "none"))
        context.text("overdueText", isOverdue ? edition.texts("overdue") : nil)
        return context
    }

    static func key(of status: ProgressStatus?) -> String {
        switch status {
        case .notStarted: "stateNotStarted"
        case .inProgress: "stateInProgress"
        case .onTrack: "stateOnTrack"
        case .delayed: "stateDelayed"
        case .met: "stateMet"
        case .partlyMet: "statePartlyMet"
        case .notMet: "stateNotMet"
        case .ongoing: "stateOngoing"
        case .dropped: "stateDropped"
        case nil: "stateNone"
        }
    }

    /// An outcome as views list it: number, what shall be, how far it is, by when.
    func promise(_ outcome: TrackedPlan.Outcome, of plan: TrackedPlan, _ html: inout DocumentHTML, root: String) -> Context {
        var context = Context()
        let anchor = Anchor(document: plan.document, id: outcome.number)
        context.text("number", outcome.number)
        context.text("href", href(anchor, root: root))
        let text = planIndices[plan.document]?.outcome(outcome.number)
        let words = text.map { html.html($0.text) }
        context.html("html", words?.html)
        context.attributes(words?.attributes ?? [])
        let when = text.flatMap { text in outcome.when.map { html.phrase(at: text.text.lead, $0) } }
        context.text("when", when?.text)
        context.attributes("whenAttributes", edition.attributes(when))
        // A date that is more exact than the words.
        context.context("pinned", outcome.pinned.map { dateContext($0) })
        context.text("noDateText", outcome.when == nil && outcome.pinned == nil ? edition.texts("noDate") : nil)
        context.context("state", state(outcome.status, isOverdue: outcome.isOverdue))
        context.context("report", outcome.history.last.map { report(plan.reports[$0.report], at: outcome.number, root: root) })
        context.text("label", nil)
        context.list("others", [])
        return context
    }

    /// The report that says so: its day, and where it does.
    func report(_ report: TrackedPlan.Report, at number: String?, root: String) -> Context {
        var context = Context()
        context.text("href", href(Anchor(document: report.document, id: number.flatMap { report.entries[$0] == nil ? nil : $0 }), root: root))
        context.text("text", edition.texts("asOf", ["date": .date(report.asOf)]))
        context.text("dateText", edition.text(report.asOf))
        let title = edition.title(of: publication.documents[report.document], report.document)
        context.text("title", title.text)
        context.attributes("titleAttributes", edition.attributes(title))
        return context
    }

    /// A group of a view: a heading, and what stands below it.
    func group(_ title: Phrase, id: String, items: [Context], count: Bool = true) -> Context {
        var context = Context()
        context.text("id", id)
        context.text("title", title.text)
        context.attributes(edition.attributes(title))
        context.text("href", nil)
        context.text("countText", count && !items.isEmpty ? edition.texts("outcomes", count: items.count) : nil)
        context.text("note", nil)
        context.context("state", nil)
        context.items("promises", items)
        context.items("links", [])
        return context
    }
}
