/// When and where people meet.
package struct EventFacts: Sendable {
    package var start: CalendarTime
    package var end: CalendarTime?
    package var place: String?
    /// An https address.
    package var online: String?
    /// The languages interpreted.
    package var languages: [LanguageTag] = []

    static func read(_ yaml: inout YAMLReader) -> EventFacts? {
        if !yaml.contains("start") {
            yaml.report(.missingKey, at: "start", "an event needs its start", help: "Add the day and hour: `start: 2022-03-10T18:00`.")
        }
        let start = yaml.time("start"), end = yaml.time("end")
        if let start, let end, end < start {
            yaml.report(.invalidDate, at: "end", "the event ends before it starts", help: "Check `start` and `end`.")
        }
        let place = yaml.string("place"), languages = yaml.languages("languages")
        let online = yaml.string("online").flatMap { text -> String? in
            if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
            yaml.report(.wrongValue, at: "online", "‘\(text)’ is no web address", help: "Write the whole address: `online: https://meet.example.org/forum`.")
            return nil
        }
        return start.map { EventFacts(start: $0, end: end, place: place, online: online, languages: languages) }
    }
}
