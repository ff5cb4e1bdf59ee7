import Foundation
import Publication

/// How a language writes dates, numbers, lists and the names of languages: Foundation's ICU data, and what Tidings
/// brings where that has nothing.
///
/// For a language that ICU does not know, Foundation takes the next best: French for Haitian Creole, what the machine is
/// set to for most others, `2022 M03 10` for some. None of these is right, so such languages have words of their own
/// here (`DateWords`), or dates in digits, which everyone can read: `2022-03-10`.
struct LocaleData: Sendable {
    let language: LanguageTag
    /// Foundation's; English digits and commas for a language that it does not know.
    let locale: Locale
    let separators: Separators
    private let dates: Dates

    private enum Dates: Sendable {
        case foundation
        case own(DateWords)
        case digits
    }

    init(_ language: LanguageTag) {
        self.language = language
        separators = Separators(language)
        let code = LocaleData.foundationCode(of: language)
        if let words = DateWords.of(language) {
            (locale, dates) = (LocaleData.neutral, .own(words))
        } else if let code {
            let locale = Locale(identifier: code)
            let month = Date.FormatStyle(locale: locale, calendar: LocaleData.calendar, timeZone: .gmt).month(.wide)
                .format(Date(timeIntervalSince1970: 0))
            (self.locale, dates) = (locale, month.contains("M01") ? .digits : .foundation)
        } else {
            (locale, dates) = (LocaleData.neutral, .digits)
        }
    }

    private static let neutral = Locale(identifier: "en")
    private static let calendar = Calendar(identifier: .gregorian)

    // MARK: Dates

    /// A day in words: “March 10, 2022”.
    func text(_ date: CalendarDate) -> String {
        switch dates {
        case .foundation: style(date: .long, time: .omitted).format(date.instant)
        case .own(let words): words.text(date)
        case .digits: date.description
        }
    }

    /// With its weekday and, where there is one, its hour: “Thursday, March 10, 2022 at 6:00 PM”.
    func text(_ time: CalendarTime) -> String {
        switch dates {
        case .foundation: style(date: .complete, time: time.hour == nil ? .omitted : .shortened).format(time.instant)
        case .own(let words): words.text(time)
        case .digits: time.hour == nil ? time.date.description : "\(time.date), \(clock(time))"
        }
    }

    /// The hour alone: “6:00 PM”; nil where there is none.
    func hour(_ time: CalendarTime) -> String? {
        guard time.hour != nil else { return nil }
        return switch dates {
        case .foundation: style(date: .omitted, time: .shortened).format(time.instant)
        case .own(let words): words.hour(time)
        case .digits: clock(time)
        }
    }

    /// From a time to another: of the same day, the day is said once, and the end's hour stands behind the beginning's,
    /// wherever in the text that is.
    func text(from start: CalendarTime, to end: CalendarTime?) -> String {
        guard let end, end != start else { return text(start) }
        guard start.date == end.date, let last = hour(end) else { return "\(text(start)) – \(text(end))" }
        let begin = text(start)
        guard let first = hour(start), let place = begin.firstRange(of: first) else { return "\(begin) – \(last)" }
        return begin.replacingCharacters(in: place, with: "\(first) – \(last)")
    }

    func text(_ period: CalendarPeriod) -> String {
        period.start == period.end ? text(period.start) : "\(text(period.start)) – \(text(period.end))"
    }

    /// Dates of documents have no time zone: they are formatted in the one that they are counted in here, GMT.
    private func style(date: Date.FormatStyle.DateStyle, time: Date.FormatStyle.TimeStyle) -> Date.FormatStyle {
        Date.FormatStyle(date: date, time: time, locale: locale, calendar: LocaleData.calendar, timeZone: .gmt)
    }

    private func clock(_ time: CalendarTime) -> String { String(time.description.suffix(5)) }

    // MARK: Numbers and lists

    func text(_ number: Int) -> String {
        let text = number.formatted(.number.locale(locale))
        return if case .own(let words) = dates { text.replacing(",", with: words.grouping) } else { text }
    }

    /// A share of a hundred: “42%”.
    func percent(_ share: Double, digits: Int) -> String {
        (share / 100).formatted(.percent.precision(.fractionLength(digits)).locale(locale))
    }

    func percent(_ share: Int) -> String { (Double(share) / 100).formatted(.percent.precision(.fractionLength(0)).locale(locale)) }

    /// Several things in a sentence: “maths, reading, and writing”.
    func list(_ items: [String]) -> String {
        switch dates {
        case .foundation: return items.formatted(.list(type: .and).locale(locale))
        case .own(let words):
            guard items.count > 1, let last = items.last else { return items.joined() }
            return "\(items.dropLast().joined(separator: separators.comma)) \(words.and) \(last)"
        case .digits: return items.joined(separator: separators.comma)
        }
    }

    /// Whether a text stands before another in lists by name.
    func isOrdered(_ one: String, before other: String) -> Bool {
        let order = one.compare(other, options: [.caseInsensitive], range: nil, locale: locale)
        return order == .orderedSame ? one < other : order == .orderedAscending
    }

    // MARK: Names of languages

    /// A language's name in a sentence of this one: “Spanish”, «inglés».
    func name(of other: LanguageTag) -> String {
        if let name = LanguageNames.own[other.code], other == language { return name }
        if case .own = dates, let name = LanguageNames.haitian[other.code] ?? LanguageNames.haitian[other.language] { return name }
        // Where ICU knows nothing of this language, a name that its readers may know is that language's own.
        guard case .foundation = dates, let name = locale.localizedString(forIdentifier: other.code), name != other.code else {
            return LocaleData.ownName(of: other)
        }
        // Vietnamese writes “tiếng Anh”; ICU has it as a heading has it.
        return language.language == "vi" ? name.prefix(1).lowercased() + name.dropFirst() : name
    }

    /// The same, as a heading or a list has it: where its script has capitals, it begins with one.
    func heading(of other: LanguageTag) -> String { capitalized(name(of: other)) }

    /// A language's name in itself, as a heading has it: “Español”.
    static func ownHeading(of language: LanguageTag) -> String { LocaleData(language).capitalized(ownName(of: language)) }

    private static func ownName(of language: LanguageTag) -> String {
        if let name = LanguageNames.own[language.code] ?? LanguageNames.own[language.language] { return name }
        let code = foundationCode(of: language)
        let own = code.flatMap { Locale(identifier: $0).localizedString(forIdentifier: language.code) }
        return own ?? neutral.localizedString(forIdentifier: language.code) ?? language.code
    }

    private func capitalized(_ name: String) -> String { name.prefix(1).uppercased(with: locale) + name.dropFirst() }

    // MARK: What Foundation knows

    /// What Foundation calls a language; nil where it has no data for it.
    private static func foundationCode(of language: LanguageTag) -> String? {
        if let other = renamed[language.language] { return other + (other.contains("-") ? "" : language.code.dropFirst(language.language.count)) }
        let name = Locale.LanguageCode(language.language).identifier(.alpha2) ?? language.language
        return known.contains(name) ? name + language.code.dropFirst(language.language.count) : nil
    }

    private static let known = Set(Locale.availableIdentifiers.map { String($0.prefix { $0 != "_" && $0 != "-" }) })

    /// Codes that ICU has under another one.
    private static let renamed = [
        "arb": "ar", "cmn": "zh", "in": "id", "iw": "he", "ji": "yi", "mo": "ro", "prs": "fa-AF", "sh": "sr-Latn", "tgl": "fil",
        "tl": "fil",
    ]
}

extension CalendarTime {
    /// In GMT, as though clocks at the place showed that.
    fileprivate var instant: Date { date.instant.addingTimeInterval(Double((hour ?? 0) * 3600 + minute * 60)) }
}
