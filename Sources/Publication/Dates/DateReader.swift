/// Finds dates with the words around them that say how they are meant.
struct DateReader {
    typealias Words = DateVocabulary

    let tokens: [DateToken]
    let calendar: SchoolCalendar

    /// A date and the words that belong to it.
    struct Found {
        var span: DateSpan
        var isDeadline = false
        var isOngoing = false
        var isRecurring = false
        var tokens: Range<Int>
        /// Where the text goes on after its qualifiers.
        var next: Int
    }

    func dates() -> [Found] {
        // Every date has a number, and most texts have none.
        guard tokens.contains(where: \.isNumber) else { return [] }
        var found: [Found] = []
        var start = 0
        while start < tokens.count {
            if let date = date(at: start) {
                found.append(date)
                start = max(date.next, start + 1)
            } else {
                start += 1
            }
        }
        return found
    }

    /// The qualifier that is a text's first word and stands for itself: "Ongoing", "Ongoing: 2021-22".
    func openingQualifier() -> Words.Qualifier? {
        guard let (qualifier, next) = Words.qualifiers.match(tokens, at: 0) else { return nil }
        return next == tokens.count || tokens[next].word == nil ? qualifier : nil
    }

    /// The first date, with those listed right after it ("2021-22, 2022-23").
    ///
    /// Dates elsewhere in the text leave a doubt, unless the first is a label of its own: it opens the text, and a sign
    /// or a deadline's words set it off ("By January 2022, each school gives feedback on 2020-21").
    func joined(_ dates: [Found]) -> Found? {
        guard var first = dates.first else { return nil }
        var last = first
        var rest = dates.dropFirst()
        while let next = rest.first, isList(last.next..<next.tokens.lowerBound) {
            first.span = first.span.joined(with: next.span)
            first.isOngoing = first.isOngoing || next.isOngoing
            first.isRecurring = first.isRecurring || next.isRecurring
            last = next
            rest.removeFirst()
        }
        let isLabel = tokens[..<first.tokens.lowerBound].allSatisfy { $0.word == nil && !$0.isNumber }
            && (first.isDeadline || (last.next < tokens.count && tokens[last.next].word == nil))
        if !isLabel, rest.contains(where: { $0.span.period != first.span.period }) { first.span.doubt = .several }
        return first
    }

    private func isList(_ between: Range<Int>) -> Bool {
        guard (1...4).contains(between.count) else { return between.isEmpty }
        return between.allSatisfy { index in
            let token = tokens[index]
            if let word = token.word { return Words.joiners.contains(word) || isLead(at: index) }
            return token.isDash || token.isSign(",;/&+")
        }
    }

    private func isLead(at index: Int) -> Bool { Words.leads.match(tokens, at: index) != nil }
}

// MARK: - One date

extension DateReader {
    /// What the words before a date say of it.
    private struct Lead {
        var isDeadline = false, isBefore = false, isPurpose = false, isBetween = false, isAbout = false, isCalendarYear = false
        var part: Words.Part?
        var next: Int
    }

    private func date(at start: Int) -> Found? {
        if let word = tokens[start].word, !Words.opening.contains(word) { return nil }
        guard !isTail(at: start) else { return nil }
        var lead = Lead(next: start)
        // More words than this do not come before a date, and reading stays linear.
        for count in 0..<12 {
            if let atom = atom(at: lead.next) { return found(atom, after: lead, from: start) }
            guard let (value, next) = Words.leads.match(tokens, at: lead.next) else { return nil }
            lead.next = next
            switch value {
            case .by: lead.isDeadline = true
            case .before: (lead.isDeadline, lead.isBefore) = (true, true)
            case .purpose: lead.isPurpose = true
            case .between: lead.isBetween = true
            case .about: lead.isAbout = true
            case .part(let part):
                lead.part = part
                if lead.next < tokens.count, tokens[lead.next].isDash { lead.next += 1 }
            case .calendarYear: lead.isCalendarYear = true
            case .weekday:
                if lead.next < tokens.count, tokens[lead.next].isSign(",.") { lead.next += 1 }
            case .filler: if count == 0 { return nil }
            }
        }
        return nil
    }

    private func found(_ atom: (span: DateSpan, next: Int), after lead: Lead, from start: Int) -> Found? {
        var (span, next) = atom
        var isRange = false
        if let (last, after) = rangeEnd(at: next, isBetween: lead.isBetween), let whole = span.through(last, in: calendar) {
            (span, next, isRange) = (whole, after, true)
        }
        if span.isYearAlone || isRange, isCount(at: next) { return nil }
        if span.isYearAlone, !isRange, !looksLikeYear(lead.next..<next, isLed: lead.next > start) { return nil }
        if span.isYearAlone, let (kind, after) = Words.yearKinds.match(tokens, at: next), case .school = kind {
            guard let year = span.schoolYear(in: calendar) else { return nil }
            (span, next) = (year, after)
        }
        if let part = lead.part { span = span.part(part, isYearTold: lead.isCalendarYear, in: calendar) }
        if lead.isBetween, span.doubt == .several { span.doubt = nil }  // "between January and March 2022" is no list
        if lead.isAbout { span.doubt = .vague }
        let isLong = [.schoolYear, .years].contains(span.precision)
        var found = Found(
            span: span, isDeadline: lead.isDeadline || (lead.isPurpose && !isRange && (!isLong || lead.part != nil)),
            tokens: start..<next, next: next)
        if lead.isBefore, lead.part != .end, let eve = span.period.eve { found.span.period = eve }
        readQualifiers(of: &found)
        return found
    }

    /// "(and ongoing)", ", y recurrente".
    private func readQualifiers(of found: inout Found) {
        while true {
            var next = found.next
            while next < tokens.count, next < found.next + 3,
                tokens[next].isDash || tokens[next].isSign("([,&") || Words.joiners.contains(tokens[next].word ?? "")
            { next += 1 }
            guard let (qualifier, after) = Words.qualifiers.match(tokens, at: next) else { return }
            if qualifier == .ongoing { found.isOngoing = true } else { found.isRecurring = true }
            found.next = after
        }
    }

    /// What a range goes to: "– June 2022", "to 2024", and "and" after "between".
    private func rangeEnd(at start: Int, isBetween: Bool) -> (DateSpan, Int)? {
        guard let next = afterConnector(at: start, isBetween: isBetween) else { return nil }
        var begin = next
        while begin < next + 3, begin < tokens.count {
            if let (span, after) = atom(at: begin) {
                let isRead = !span.isYearAlone || looksLikeYear(begin..<after, isLed: true)
                return isRead ? (span, after) : nil
            }
            guard case .filler? = Words.leads.match(tokens, at: begin)?.value else { return nil }
            begin += 1
        }
        return nil
    }

    func afterConnector(at start: Int, isBetween: Bool = false) -> Int? {
        guard start < tokens.count else { return nil }
        if tokens[start].isDash { return start + 1 }
        guard let word = tokens[start].word else { return nil }
        if Words.through.contains(word) { return start + 1 }
        if word == "jusqu", start + 1 < tokens.count { return start + 2 }
        return isBetween && Words.joiners.contains(word) ? start + 1 : nil
    }

    /// Whether a number here continues another: the last of "617-555-2021", "1,2021".
    private func isTail(at start: Int) -> Bool {
        guard tokens[start].isNumber, tokens[start].isGlued, start > 0 else { return false }
        let before = tokens[start - 1]
        if before.isSign("$€£#№%") || before.word != nil { return true }
        return (before.isDash || before.isSign("/.,:")) && before.isGlued
    }

    /// Whether a year that stands for itself is written as one is.
    private func looksLikeYear(_ range: Range<Int>, isLed: Bool) -> Bool {
        if range.upperBound < tokens.count {
            let after = tokens[range.upperBound]
            if after.isGlued, after.word != nil || after.isSign("%€°º") { return false }
            if after.isGlued, after.isSign(".,:/") || after.isDash, range.upperBound + 1 < tokens.count {
                let further = tokens[range.upperBound + 1]
                if further.isGlued, further.isNumber { return false }
            }
        }
        if isLed { return true }
        let isFollowedByWord = range.upperBound < tokens.count && tokens[range.upperBound].word != nil
            && Words.qualifiers.match(tokens, at: range.upperBound) == nil && Words.yearKinds.match(tokens, at: range.upperBound) == nil
            && !Words.joiners.contains(tokens[range.upperBound].word ?? "")
        guard range.lowerBound > 0 else { return !isFollowedByWord }
        let before = tokens[range.lowerBound - 1]
        if let word = before.word { return Words.yearPrepositions.contains(word) }
        // "June 31, 2022" is no day, and is not to be read as its year.
        if before.isSign(","), range.lowerBound > 1, case .number(_, 1...2) = tokens[range.lowerBound - 2].kind { return false }
        return !isFollowedByWord && (before.isSign("([.,;:!?*_|&") || before.isDash)
    }

    private func isCount(at next: Int) -> Bool { next < tokens.count && Words.counted.contains(tokens[next].word ?? "") }
}
