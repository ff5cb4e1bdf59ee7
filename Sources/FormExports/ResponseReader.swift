/// Whose responses count, and in which order they came: what has to be known before the answers are counted.
struct ResponseReader {
    enum Fate: UInt8 { case counted, preview, test, spam, unfinished, superseded, shifted, blank, header }

    private(set) var fates: [Fate] = []
    /// The order in which responses came.
    private(set) var times: [Int64] = []
    private(set) var fielded: (first: Day, last: Day)?
    private(set) var notes: [String] = []
    private(set) var groups: DistinctCounts?

    /// Above so many, a column makes no groups.
    static let groupLimit = 60

    init(_ table: ExportTable, _ layout: ExportLayout, by group: GroupColumn?) throws {
        let timeColumn = layout.column(.time) ?? layout.column(.started)
        let identity = layout.identity
        let isEmail = identity.map { layout.columns[$0].metadata == .email } ?? false
        let status = layout.tool == .qualtrics ? layout.column(.status) : nil
        let finished = layout.tool == .qualtrics ? layout.column(.finished) : nil
        let progress = layout.tool == .qualtrics && finished == nil ? layout.column(.progress) : nil
        let answers = layout.questions.flatMap { $0.parts.map(\.column) + ($0.typedOther.map { [$0] } ?? []) } + (group.map { [$0.column] } ?? [])
        var header: [Record] = [], again: (count: Int, line: Int) = (0, 0)
        var parts: [DateTimeParts?] = []
        var order = DateOrder()
        var people: [String: [Int32]] = [:]
        var shorter: (count: Int, line: Int) = (0, 0), longer: (count: Int, line: Int) = (0, 0)
        if group != nil { groups = DistinctCounts(groups: 1) }

        try table.forEach { number, record in
            guard number >= layout.headerRows else {
                header.append(record)
                return true
            }
            var fate = Fate.counted
            if record.count > layout.width, (layout.width..<record.count).contains(where: { !record.cell($0).isEmpty }) {
                if longer.count == 0 { longer.line = record.line }
                longer.count += 1
                fate = .shifted
            } else if record.count < layout.width {
                if shorter.count == 0 { shorter.line = record.line }
                shorter.count += 1
            }
            if header.contains(where: { $0.count > 1 && $0.hasSameCells(as: record) }) {
                if again.count == 0 { again.line = record.line }
                again.count += 1
                fate = .header
            }
            if fate == .counted, let status, let left = Self.fate(ofStatus: record.text(status)) { fate = left }
            if fate == .counted, let finished, Self.isUnfinished(record.text(finished)) { fate = .unfinished }
            if fate == .counted, let progress, let done = Int(record.text(progress)), done < 100 { fate = .unfinished }
            if fate == .counted, answers.allSatisfy({ record.cell($0).isEmpty }) { fate = .blank }
            if let timeColumn, fate == .counted {
                let cell = record.cell(timeColumn)
                let read = DateTimeParts(record.bytes[cell]) ?? Self.serial(record.bytes[cell])
                if !cell.isEmpty { order.add(read) }
                parts.append(read)
            } else {
                parts.append(nil)
            }
            if let identity, fate == .counted {
                let name = record.text(identity).folded
                // "anonymous" is everybody.
                if isEmail ? CellLooks.email(name) : name.count > 1 && !name.hasPrefix("anon") && !name.hasPrefix("anón") {
                    people[name, default: []].append(Int32(fates.count))
                }
            }
            if let group, fate == .counted {
                group.withText(of: record) { _ = groups!.add($0, group: 0, at: .max) }
                if groups!.count > Self.groupLimit {
                    throw ExportProblem(
                        line: record.line, column: 1, "column \(group.column + 1) has more than \(Self.groupLimit) different answers: it makes no groups",
                        help: "Name a column with a few answers after --by.", isWrongUse: true)
                }
            }
            fates.append(fate)
            return fates.count < 20_000_000
        }
        settle(parts, order, people)
        tell(order, timeColumn, shorter, longer, width: layout.width)
        if again.count > 0 { notes.append("the header stands again \(again.count == 1 ? "" : "\(again.count) times, the first ")on line \(again.line): it is passed over") }
    }

    private mutating func settle(_ parts: [DateTimeParts?], _ order: DateOrder, _ people: [String: [Int32]]) {
        times = fates.indices.map(Int64.init)
        var days: (first: Day, last: Day)?
        if order.isClear {
            // Where a word beside a time is not known, afternoon may look like morning: the file's order tells within a day.
            let hasHalves = !parts.contains { $0?.isHalfUnknown ?? false }
            let isComplete = order.unread == 0 && zip(parts, fates).allSatisfy { $0 != nil || $1 != .counted }
            for (index, parts) in parts.enumerated() {
                guard let parts, let day = order.day(parts) else { continue }
                days = (min(days?.first ?? day, day), max(days?.last ?? day, day))
                if isComplete { times[index] = day.rank * 86_400_000 + (hasHalves ? parts.time ?? 0 : 0) }
            }
            if order.unread * 20 <= order.read { fielded = days }
        }
        for rows in people.values where rows.count > 1 {
            let last = rows.max { (times[Int($0)], $0) < (times[Int($1)], $1) }
            for row in rows where row != last { fates[Int(row)] = .superseded }
        }
    }

    private mutating func tell(
        _ order: DateOrder, _ timeColumn: Int?, _ shorter: (count: Int, line: Int), _ longer: (count: Int, line: Int), width: Int
    ) {
        if timeColumn == nil {
            notes.append("no column of times: ‘fielded’ is left to you")
        } else if fielded == nil {
            notes.append(
                order.read == 0 ? "the times cannot be read: ‘fielded’ is left to you"
                    : order.isClear ? "some of the times cannot be read: ‘fielded’ is left to you"
                    : "the times could be read with the day or with the month first: ‘fielded’ is left to you")
        }
        if longer.count > 0 {
            notes.append(
                "rows with more than \(width) cells: \(longer.count), the first on line \(longer.line); their columns may have moved, and they are left out")
        }
        if shorter.count > 0 {
            notes.append("rows with fewer than \(width) cells: \(shorter.count), the first on line \(shorter.line); what is missing counts as no answer")
        }
    }

    /// Nil where a response counts. Qualtrics' numbers are those of its codebook.
    private static func fate(ofStatus status: String) -> Fate? {
        let status = status.folded
        if ["8", "9", "12"].contains(status) || status.contains("spam") { return .spam }
        if status == "2" || status.contains("test") { return .test }
        let previews = ["preview", "vista previa", "aperçu", "visualização", "prévia", "vorschau", "anteprima", "预览", "預覽", "معاينة", "xem trước"]
        return ["1", "17"].contains(status) || previews.contains(where: status.contains) ? .preview : nil
    }

    private static func isUnfinished(_ finished: String) -> Bool { ["0", "false", "falso", "faux", "no", "não", "non", "falsch", "错误", "خطأ", "sai"].contains(finished.folded) }

    /// Excel's count of days.
    private static func serial(_ bytes: ArraySlice<UInt8>) -> DateTimeParts? {
        guard (5...16).contains(bytes.count), let number = Double(String(decoding: bytes, as: UTF8.self).replacing(",", with: ".")),
            number > 36_000, number < 70_000
        else { return nil }
        // Days since 1970-01-01 as a date (Howard Hinnant's algorithm).
        let z = Int(number) - 25_569 + 719_468, era = z / 146_097, doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153, day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9
        let year = yoe + era * 400 + (month <= 2 ? 1 : 0), seconds = Int((number - number.rounded(.down)) * 86_400)
        return DateTimeParts("\(year)-\(month)-\(day) \(seconds / 3600):\(seconds / 60 % 60):\(seconds % 60)")
    }
}
