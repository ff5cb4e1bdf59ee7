import Markdown

/// Dates that cannot be right, or that can be read in two ways.
extension TrackingChecks {
    func dates(of checked: CheckedPlan) -> [Diagnostic] {
        let objectives = checked.plan.goals.flatMap(\.objectives)
        return outcomeDates(of: checked) + activityDates(objectives, of: checked)
            + objectives.flatMap { objective in
                (objective.responsibilities.map(\.text) + objective.outcomes.map(\.text)).flatMap { item in
                    texts(of: item, in: checked.document).flatMap { datesInText($0, of: checked) }
                }
            }
    }

    private func outcomeDates(of checked: CheckedPlan) -> [Diagnostic] {
        checked.outcomes.flatMap { outcome, tracked -> [Diagnostic] in
            let node = checked.node(of: outcome)
            if let pinned = tracked.pinned {
                guard let line = outcome.line(.due) else { return [] }
                return outside(CalendarPeriod(start: pinned, end: pinned), of: checked).map {
                    [checked.document.problem(.dateOutsidePeriod, at: line, "\(pinned) lies \($0)", help: periodHelp)]
                } ?? []
            }
            guard let when = tracked.when else { return [] }
            guard let phrase = tracked.phrase else {
                guard outcome.line(.target) == nil else { return [] }
                return [checked.document.problem(
                    .uncertainDate, at: node, "‘\(when)’ cannot be read as a date",
                    help: "Write it as in ‘By January 2022’, or pin it with a `Due:` line. If it is a name and not a date, say by when, too.")]
            }
            if let period = phrase.period, let place = outside(period, of: checked) {
                return [checked.document.problem(.dateOutsidePeriod, at: node, "‘\(when)’ lies \(place)", help: periodHelp)]
            }
            return doubt(of: phrase, isDeadline: true).map {
                [checked.document.problem(
                    .uncertainDate, at: node, "‘\(when)’ \($0)",
                    help: "Pin it with a `Due:` line below the outcome, as in `Due: \(phrase.period?.end.description ?? "2023-06-30")`.")]
            } ?? []
        }
    }

    private func activityDates(_ objectives: [Plan.Objective], of checked: CheckedPlan) -> [Diagnostic] {
        let headings = objectives.flatMap(\.parts).flatMap { part -> [MarkdownTree.Index] in
            if case .activities(let groups) = part.content { groups.map(\.heading) } else { [] }
        }
        return zip(headings, checked.tracked.activities).flatMap { heading, activity -> [Diagnostic] in
            guard let phrase = activity.phrase else { return [] }
            if let period = phrase.period, let place = outside(period, of: checked) {
                return [checked.document.problem(.dateOutsidePeriod, at: heading, "‘\(activity.label)’ lies \(place)", help: periodHelp)]
            }
            return doubt(of: phrase, isDeadline: false).map {
                [checked.document.problem(
                    .uncertainDate, at: heading, "‘\(activity.label)’ \($0)",
                    help: "Write the time so that it can be read in one way only, as in ‘2022–23’ or ‘September 2022 to June 2023’.")]
            } ?? []
        }
    }

    private func datesInText(_ text: PlacedText, of checked: CheckedPlan) -> [Diagnostic] {
        guard checked.document.frontMatter.plan.period != nil, text.bytes.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let words = text.text
        return DatePhrase.find(in: words, calendar: publication.settings.calendar).compactMap { phrase, range in
            guard let period = phrase.period, let place = outside(period, of: checked) else { return nil }
            return text.problem(.dateOutsidePeriod, at: text.offsets(range, in: words), "‘\(words[range])’ lies \(place)", help: periodHelp)
        }
    }

    /// Where a time lies that has no day in common with the plan's; nil where it has one.
    private func outside(_ period: CalendarPeriod, of checked: CheckedPlan) -> String? {
        guard let whole = checked.document.frontMatter.plan.period else { return nil }
        if period.end < whole.start { return "before the plan’s period, which begins on \(whole.start)" }
        if period.start > whole.end { return "after the plan’s period, which ends on \(whole.end)" }
        return nil
    }

    private var periodHelp: String {
        "Find out which of the two is meant, and correct it: the date here, or the `period` at the top of the plan."
    }

    /// In which other way a date can be read; nil where there is none.
    ///
    /// - Parameter isDeadline: whether something is late after it, so that it has to be told to the day or month.
    private func doubt(of phrase: DatePhrase, isDeadline: Bool) -> String? {
        let year = phrase.period?.end.year
        switch phrase.doubt {
        case .kindOfYear: return "may mean the calendar year or the school year"
        case .schoolYearOfOneYear: return "may mean the school year that ends \(year.map { "in \($0)" } ?? "then") or the one that begins then"
        case .fiscalYear: return "may mean a budget year that does not begin when the school year does"
        case .seasonAcrossYears: return "may mean the season that ends \(year.map { "in \($0)" } ?? "then") or the one that begins then"
        case .monthOrSchoolYear: return "may mean a school year or a month"
        case .dayOrMonthFirst: return "may mean the day first or the month first: it is read as \(phrase.period?.start.description ?? "one of them")"
        case .vague: return "may mean more days or fewer\(phrase.period.map { ": it is read as \($0.start) to \($0.end)" } ?? "")"
        case .frequency: return "may mean so many times in that time, or once in so many"
        case .several: return "may mean more than one date"
        case nil: break
        }
        guard isDeadline, phrase.precision == .season, let period = phrase.period else { return nil }
        return "may mean any day from \(period.start) to \(period.end)"
    }

    // MARK: Meetings

    /// What happens so many times a month or year, of which no day is told.
    func meetings(of checked: CheckedPlan) -> [Diagnostic] {
        let document = checked.document
        return checked.plan.goals.flatMap(\.objectives).flatMap(\.parts).flatMap { part -> [Diagnostic] in
            guard case .activities(let groups) = part.content else { return [] }
            return (part.before + groups.flatMap(\.blocks)).flatMap { document.placedTexts(below: $0) }.compactMap(meeting)
        }
    }

    private func meeting(_ text: PlacedText) -> Diagnostic? {
        for sentence in text.sentences {
            let words = text.text(sentence)
            guard let recurrence = DatePhrase(words, calendar: publication.settings.calendar)?.recurrence, isMeeting(recurrence) else { continue }
            return text.problem(
                .uncertainDate, at: sentence, "‘\(LabelledLine.trimmed(words))’ may mean any days: it says how often, not when",
                help: "Say on which days, or who sets them; each meeting can have a page of kind event.")
        }
        return nil
    }

    /// What is done every day, or once a year or less, is no series of meetings.
    private func isMeeting(_ recurrence: DatePhrase.Recurrence) -> Bool {
        switch recurrence.unit {
        case .day: false
        case .week, .month: true
        case .year: recurrence.times > recurrence.every
        }
    }
}

extension PlacedText {
    private static let ends = Array(".?!:".utf8)

    /// Up to a full stop, question or exclamation mark, or a colon, that a space follows; the marks are left out.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in bytes.indices where PlacedText.ends.contains(bytes[index]) {
            guard index + 1 == bytes.count || bytes[index + 1] == 0x20 else { continue }
            sentences.append(start..<index)
            start = index + 1
        }
        sentences.append(start..<bytes.count)
        return sentences.compactMap { range in
            guard let first = bytes[range].firstIndex(where: { $0 != 0x20 }) else { return nil }
            return first..<range.upperBound
        }
    }
}
