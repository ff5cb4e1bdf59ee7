import Foundation
import Publication

/// Calendars of what is due, of events, and of the days by which people can say what they think.
extension Renderer {
    /// The dated outcomes of a plan and the last day for feedback on it; nil where it has neither, since a calendar must
    /// hold something (RFC 5545, section 3.6).
    func planCalendar(_ plan: TrackedPlan) -> [UInt8]? {
        hasCalendar(plan) ? planCalendar(plan, planData(plan)) : nil
    }

    /// The events of the publication, the last days for feedback, and the dated outcomes of all plans that are in force.
    func publicationCalendar() -> [UInt8]? {
        let index = DataIndex(self)
        return hasCalendar ? publicationCalendar { planData($0, index) } : nil
    }

    func hasCalendar(_ plan: TrackedPlan) -> Bool {
        plan.outcomes.contains(where: \.isDated) || publication.documents[plan.document].frontMatter.feedback != nil
    }

    var hasCalendar: Bool {
        !tracking.feedback.isEmpty || publication.documents.contains { $0.frontMatter.event != nil }
            || plansInCalendar.contains { $0.outcomes.contains(where: \.isDated) }
    }

    func planCalendar(_ plan: TrackedPlan, _ data: PlanData) -> [UInt8] {
        var calendar = CalendarFile(name: data.title, language: edition.language.code)
        calendar.entries = outcomes(of: plan, data) + [feedback(on: plan.document)].compactMap { $0 }
        return calendar.bytes
    }

    func publicationCalendar(_ data: (TrackedPlan) -> PlanData) -> [UInt8] {
        var calendar = CalendarFile(name: edition.data(siteTitle), language: edition.language.code)
        calendar.entries = publication.documents.indices.compactMap { event($0) }
            + tracking.feedback.compactMap { feedback(on: $0.document) } + plansInCalendar.flatMap { outcomes(of: $0, data($0)) }
        return calendar.bytes
    }

    /// Closed plans are left out, and the text that was agreed to, which is its plan's once more.
    var plansInCalendar: [TrackedPlan] {
        let adopted = Set(tracking.plans.compactMap(\.adoptedText))
        return tracking.plans.filter { publication.documents[$0.document].frontMatter.plan.status != .archived && !adopted.contains($0.document) }
    }

    // MARK: Entries

    private func outcomes(of plan: TrackedPlan, _ data: PlanData) -> [CalendarFile.Entry] {
        let uid = calendarUID(of: plan.document)
        return data.objectives.flatMap { objective in
            objective.outcomes.compactMap { outcome -> CalendarFile.Entry? in
                guard outcome.exact, let due = outcome.due, let text = outcome.text.first else { return nil }
                let around = [outcome.when?.text, outcome.target?.text, "\(objective.label): \(objective.title.text)", data.title.text]
                let description = outcome.text.map(\.text) + around.compactMap { $0 }
                return .init(
                    uid: "\(outcome.id).\(uid)", changed: data.updated ?? data.period?.start ?? due, time: .days(due, through: due),
                    summary: DataText("\(outcome.id): \(text.text)", lang: text.lang),
                    description: DataText(description.joined(separator: "\n"), lang: text.lang), location: nil, url: outcome.url)
            }
        }
    }

    private func feedback(on index: Int) -> CalendarFile.Entry? {
        let document = publication.documents[index]
        guard let feedback = document.frontMatter.feedback else { return nil }
        let ways = feedback.ways.enumerated().compactMap { edition.phrase(.feedbackWay($0), $1, of: index)?.text }
        let description = [edition.texts("feedbackOpen", ["date": .date(feedback.until)]).plain] + ways
        return .init(
            uid: "feedback.\(calendarUID(of: index))", changed: document.lastChange ?? document.frontMatter.plan.period?.start ?? feedback.until,
            time: .days(feedback.until, through: feedback.until),
            summary: DataText("\(edition.texts.plain("feedbackTitle")): \(dataTitle(of: index).text)"),
            description: DataText(description.joined(separator: "\n")), location: nil, url: dataURL(of: index))
    }

    private func event(_ index: Int) -> CalendarFile.Entry? {
        let document = publication.documents[index], front = document.frontMatter
        guard let event = front.event else { return nil }
        let summary = edition.phrase(.summary, front.summary, of: index).map(edition.data)
        let notice = edition.phrase(.notice, front.notice, of: index).map(edition.data)
        let description = [notice?.text, summary?.text, event.online].compactMap { $0 }.joined(separator: "\n")
        return .init(
            uid: "event.\(calendarUID(of: index))", changed: document.lastChange ?? event.start.date, time: time(of: event),
            summary: dataTitle(of: index), description: DataText(description, lang: (summary ?? notice)?.lang),
            location: edition.phrase(.place, event.place, of: index).map(edition.data), url: dataURL(of: index))
    }

    /// What comes behind an entry's own name: the document's address, with `--`, which no address has, for its slashes, and
    /// the host.
    private func calendarUID(of document: Int) -> String {
        let names = Address.encoded(publication.documents[document].address).split(separator: "/")
        let host = publication.settings.address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != ":" }
        return "\(names.joined(separator: "--"))@\(host)"
    }

    // MARK: Hours

    private func time(of event: EventFacts) -> CalendarFile.Time {
        guard event.start.hour != nil else { return .days(event.start.date, through: event.end?.date ?? event.start.date) }
        let start = seconds(event.start)
        // An end without an hour is that day's.
        let end = event.end.map { $0.hour == nil ? $0.date.next.daysSince1970 * 86_400 : seconds($0) }
        return .hours(time(start), to: end.flatMap { $0 > start ? time($0) : nil })
    }

    /// As clocks at the place show it, counted as though that were UTC.
    private func seconds(_ time: CalendarTime) -> Int { time.date.daysSince1970 * 86_400 + (time.hour ?? 0) * 3600 + time.minute * 60 }

    /// In UTC (section 3.3.5, form 2) or, where no time zone is given, as clocks at the place show it (form 1).
    private func time(_ local: Int) -> String {
        guard let zone = publication.settings.timezone.flatMap(TimeZone.init(identifier:)) else { return digits(local) }
        // The offset is that of the moment, which is only known by it: a second look settles the days on which it changes.
        var moment = local - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        moment = local - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
        return digits(moment) + "Z"
    }

    /// `20220310T180000`
    private func digits(_ seconds: Int) -> String {
        let days = Int((Double(seconds) / 86_400).rounded(.down)), rest = seconds - days * 86_400
        let date = CalendarDate(daysSince1970: days)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(CalendarFile.digits(date))T\(two(rest / 3600))\(two(rest / 60 % 60))\(two(rest % 60))"
    }
}

extension CalendarDate {
    /// The inverse of `daysSince1970`: of the proleptic Gregorian calendar, from year 1 to 9999.
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self = CalendarDate(year: min(max(year, 1), 9999), month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)!
    }
}
