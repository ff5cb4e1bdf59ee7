import Publication
import Synchronization

/// A file of the site for programs: where it stands, and how its bytes are made.
package struct DataFile: Sendable {
    /// Below the site's root: `es/plans/district-goals/plan.json`.
    package let path: String
    package let bytes: @Sendable () -> [UInt8]

    /// What stands beside a plan's page.
    package enum OfPlan: String, Sendable, CaseIterable {
        case json = "plan.json"
        case table = "plan.csv"
        case core = "stratml-part-1.xml"
        case performance = "stratml-part-2.xml"
        case calendar = "calendar.ics"
    }

    /// The calendar of everything, at an edition's root.
    static let calendar = "calendar.ics"

    /// All places that data files may take, so that no other file is given one of them.
    ///
    /// - Parameter plans: the addresses of all plans.
    package static func paths(plans: some Sequence<String>, _ settings: Settings) -> [String] {
        let prefixes = [""] + settings.languages.dropFirst().map { $0.code + "/" }
        let ofPlans = plans.flatMap { address in OfPlan.allCases.map { address + $0.rawValue } } + [calendar]
        return [PlanSchema.path] + Set(ofPlans).sorted().flatMap { path in prefixes.map { $0 + path } }
    }
}

extension Renderer {
    /// Plans for programs, and calendars: each in the edition's language.
    package func dataFiles() -> [DataFile] {
        let index = DataIndex(self)
        let words = StratML.Words(
            responsibility: edition.texts.plain("partResponsibility"), status: edition.texts.plain("status"),
            baseline: edition.texts.plain("lineBaseline"))
        let csv = csvWords
        var files: [DataFile] = []
        var kept: [Int: KeptPlanData] = [:]
        let inCalendar = hasCalendar ? plansInCalendar : []
        let isInCalendar = Set(inCalendar.map(\.document))
        for plan in tracking.plans {
            let hasCalendar = self.hasCalendar(plan)
            let uses = (hasCalendar ? 5 : 4) + (isInCalendar.contains(plan.document) ? 1 : 0)
            let data = KeptPlanData(uses: uses) { self.planData(plan, index) }
            kept[plan.document] = data
            let address = edition.prefix + publication.documents[plan.document].address
            func add(_ kind: DataFile.OfPlan, _ bytes: @escaping @Sendable (PlanData) -> [UInt8]) {
                files.append(DataFile(path: address + kind.rawValue) { bytes(data.value()) })
            }
            add(.json) { PlanJSON.bytes($0) }
            add(.table) { PlanCSV.bytes($0, columns: csv.columns, parts: csv.parts) }
            add(.core) { StratML(plan: $0, words: words).partOne }
            add(.performance) { StratML(plan: $0, words: words).partTwo }
            if hasCalendar { add(.calendar) { self.planCalendar(plan, $0) } }
        }
        // A plan that is the home page has its calendar where the calendar of everything stands.
        let place = edition.prefix + DataFile.calendar
        if hasCalendar, !files.contains(where: { $0.path == place }) {
            let kept = kept
            files.append(DataFile(path: place) { self.publicationCalendar { kept[$0.document]?.value() ?? self.planData($0, index) } })
        }
        if edition.isSource, !tracking.plans.isEmpty {
            files.append(DataFile(path: PlanSchema.path) { PlanSchema.bytes(address: self.publication.settings.address) })
        }
        return files
    }
}

/// A plan's data, made when the first of its files is, and dropped with the last.
private final class KeptPlanData: Sendable {
    private let uses: Int
    private let make: @Sendable () -> PlanData
    private let state = Mutex<(data: PlanData?, left: Int)>((nil, 0))

    init(uses: Int, make: @escaping @Sendable () -> PlanData) {
        self.uses = uses
        self.make = make
    }

    func value() -> PlanData {
        state.withLock { state in
            let data = state.data ?? make()
            state.left = state.data == nil ? uses - 1 : state.left - 1
            state.data = state.left > 0 ? data : nil
            return data
        }
    }
}
