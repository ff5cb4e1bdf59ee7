import Publication

/// A page that no document stands for: a plan seen by date, a role with its duties, a grade of the portrait.
struct View: Sendable {
    enum Kind: Sendable {
        /// Of a plan, by its place among the tracked ones.
        case objective(plan: Int, number: String)
        case dates(plan: Int), status(plan: Int), schools(plan: Int), alignment(plan: Int), report(plan: Int), changes(plan: Int)
        case roles
        case role(Int)
        /// Of a portrait, by its document.
        case grade(document: Int, grade: Int)
        case area(document: Int, area: Int)

        var layout: String {
            switch self {
            case .objective: "plan-objective"
            case .dates, .status: "plan-view"
            case .schools: "plan-schools"
            case .alignment: "plan-alignment"
            case .report: "plan-report"
            case .changes: "plan-changes"
            case .roles: "roles"
            case .role: "role"
            case .grade, .area: "portrait-part"
            }
        }
    }

    let kind: Kind
    /// Below the edition's root: `plans/district-goals/by-date/`.
    let address: String
    /// The document that it shows, whose translation it shares; none for roles that only plans name.
    let document: Int?
    let lastChange: CalendarDate?
    /// Which of the pages that it is cut into, from 1, and how many there are.
    var page = 1
    var pages = 1
    /// The address of the first of them.
    var first: String

    var place: Place { Place(address: address) }

    init(kind: Kind, address: String, document: Int?, lastChange: CalendarDate?) {
        self.kind = kind
        self.address = address
        self.document = document
        self.lastChange = lastChange
        first = address
    }

    /// A list cut into pages for a phone.
    fileprivate static func pages(_ kind: Kind, of items: Int, address: String, document: Int, lastChange: CalendarDate?) -> [View] {
        let count = max(1, (items + Views.itemsPerPage - 1) / Views.itemsPerPage)
        return (1...count).map { number in
            var view = View(kind: kind, address: number == 1 ? address : "\(address)page/\(number)/", document: document, lastChange: lastChange)
            (view.page, view.pages, view.first) = (number, count, address)
            return view
        }
    }

    /// Which of a list's items stand on it.
    func items<Item>(of all: [Item]) -> ArraySlice<Item> {
        let start = min(all.count, (page - 1) * Views.itemsPerPage)
        return all[start..<min(all.count, start + Views.itemsPerPage)]
    }
}

/// All views of a publication, at the same addresses in every edition.
package struct Views: Sendable {
    let all: [View]
    /// Where roles stand: `roles/`.
    let rolesAddress: String
    /// By the percent-encoded address of a plan whose objectives have pages of their own.
    let objectivePages: [String: PlanIndex]

    /// How many outcomes or objectives a view shows on one page.
    static let itemsPerPage = 100

    /// - Parameter publication: in its source language.
    package init(_ publication: Publication, _ tracking: Tracking) {
        var all: [View] = []
        var objectivePages: [String: PlanIndex] = [:]
        let adopted = Set(tracking.plans.compactMap(\.adoptedText))
        for (number, plan) in tracking.plans.enumerated() {
            let document = publication.documents[plan.document]
            guard case .plan(let text) = document.meaning else { continue }
            let index = PlanIndex(text)
            let change = ([document.lastChange] + plan.reports.map(\.asOf)).compactMap { $0 }.max()
            func add(_ kind: View.Kind, _ name: String, if isThere: Bool = true, items: Int = 0) {
                guard isThere else { return }
                all += View.pages(kind, of: items, address: document.address + name + "/", document: plan.document, lastChange: change)
            }
            if plan.isLong {
                objectivePages[Address.encoded(document.address)] = index
                for objective in plan.objectives { add(.objective(plan: number, number: objective.number), objective.number) }
            }
            guard !adopted.contains(plan.document) else { continue }
            // Of a plan that is over, what it came to is asked, not what is due.
            let isOver = document.frontMatter.plan.status == .archived
            add(.dates(plan: number), "by-date", if: !isOver && (!plan.outcomes.isEmpty || !plan.activities.isEmpty), items: plan.outcomes.count)
            add(.status(plan: number), "by-status", if: plan.isReported, items: plan.outcomes.count)
            add(.schools(plan: number), "by-school", if: !plan.children.isEmpty)
            add(.alignment(plan: number), "alignment", if: tracking.hasAlignments(plan), items: plan.objectives.count)
            add(.report(plan: number), "report", if: plan.isReported && !isOver)
            add(.changes(plan: number), "changes", if: !plan.reports.isEmpty || plan.adoptedText != nil || plan.former != nil)
        }
        let described = publication.documents.firstIndex { $0.kind == .roles }
        rolesAddress = described.map { publication.documents[$0].address } ?? "roles/"
        if described == nil, !tracking.roles.isEmpty {
            all.append(View(kind: .roles, address: rolesAddress, document: nil, lastChange: nil))
        }
        for (number, role) in tracking.roles.enumerated() {
            all.append(View(
                kind: .role(number), address: rolesAddress + role.slug + "/", document: role.described?.document ?? role.duties.first?.place.plan,
                lastChange: role.described.flatMap { publication.documents[$0.document].lastChange }))
        }
        for (number, document) in publication.documents.enumerated() {
            guard case .portrait(let portrait) = document.meaning else { continue }
            var slugs = Set<String>()
            func add(_ kind: View.Kind, _ title: String) {
                var slug = Slug.fileName(title)
                if slug.isEmpty { slug = "part" }
                while !slugs.insert(slug).inserted { slug += "-2" }
                all.append(View(kind: kind, address: document.address + slug + "/", document: number, lastChange: document.lastChange))
            }
            for (grade, title) in portrait.gradeTitles.enumerated() { add(.grade(document: number, grade: grade), title) }
            for (area, value) in portrait.areas.enumerated() { add(.area(document: number, area: area), value.title) }
        }
        self.all = all
        self.objectivePages = objectivePages
    }

    /// The layouts that they, and the documents of kinds that few publications have, are rendered with.
    package func layouts(of publication: Publication) -> [String] {
        let kinds: Set<Document.Kind> = [.progress, .portrait, .roles, .duties]
        let ofDocuments = publication.documents.map(\.kind).filter(kinds.contains).map(\.rawValue)
        let statement = publication.makesAccessibilityStatement ? ["accessibility"] : []
        return Set(ofDocuments + all.map(\.kind.layout) + statement).sorted()
    }

    /// The files that they are, below an edition's root.
    package var places: Set<String> { Set(all.map { Address.file($0.address) }) }

    func address(of role: TrackedRole) -> String { rolesAddress + role.slug + "/" }

    /// The views of a plan, in the order in which they are offered.
    func of(plan number: Int) -> [View] {
        all.filter { view in
            switch view.kind {
            case .dates(number), .status(number), .schools(number), .alignment(number), .report(number), .changes(number): view.page == 1
            default: false
            }
        }
    }

    /// The views of a portrait.
    func of(portrait document: Int) -> [View] {
        all.filter { view in
            switch view.kind {
            case .grade(document, _), .area(document, _): true
            default: false
            }
        }
    }
}

extension Tracking {
    /// Whether anything says that it serves the plan or a part of it, or the plan has plans of schools below it.
    func hasAlignments(_ plan: TrackedPlan) -> Bool {
        !plan.children.isEmpty || alignments.all.contains { $0.to.document == plan.document && $0.from.document != plan.document }
    }
}
