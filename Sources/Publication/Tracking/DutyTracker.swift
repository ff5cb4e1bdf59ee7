import Markdown

/// Something that must be published, with what has been.
package struct TrackedDuty: Sendable {
    package let document: Int
    /// Which of the document's duties.
    package let position: Int
    /// The roles that it falls to; none where nobody is named.
    package let owners: [Owner]
    package let published: [Published]
    package let frequency: Frequency?
    /// The languages that it is owed in; nil where that is not said.
    package let languages: [LanguageTag]?
    /// By when it is due again, as far as that can be told.
    package let nextDue: CalendarDate?
    package let state: State

    package struct Owner: Sendable {
        package let name: String
        package let role: Int?
    }

    package struct Published: Sendable {
        package let document: Int
        package let fragment: String?
        package let date: CalendarDate?
    }

    package enum Frequency: Sendable, Hashable {
        case once, always
        case every(DatePhrase.Recurrence)
    }

    package enum State: String, Sendable, CaseIterable {
        /// Nothing is published, or not often enough.
        case nothing, overdue
        case published
    }
}

struct DutyTracker {
    let publication: Publication
    let documentOfAddress: [String: Int]
    let asOf: CalendarDate?
    let roleOfName: [String: Int]

    func duties() -> [TrackedDuty] {
        let sections = Dictionary(publication.sections.map { (Address.encoded($0.address), $0.documents) }, uniquingKeysWith: { first, _ in first })
        var duties: [TrackedDuty] = []
        for (index, document) in publication.documents.enumerated() {
            guard case .duties(let list) = document.meaning else { continue }
            for (position, duty) in list.duties.enumerated() {
                let published = duty.published.map { self.published($0, in: index, sections) } ?? []
                let frequency = duty.frequency.flatMap(frequency)
                let last = published.compactMap(\.date).max()
                var next: CalendarDate?
                if case .every(let recurrence)? = frequency, let last { next = recurrence.day(after: last) }
                let isLate = next.map { next in asOf.map { next < $0 } ?? false } ?? false
                let names = duty.owner.map { RoleNames.split($0.text) { roleOfName[PartNames.folded($0)] != nil } } ?? []
                duties.append(TrackedDuty(
                    document: index, position: position, owners: names.map { .init(name: $0, role: roleOfName[PartNames.folded($0)]) },
                    published: published, frequency: frequency, languages: duty.languages.flatMap(languages), nextDue: next,
                    state: published.isEmpty ? .nothing : isLate ? .overdue : .published))
            }
        }
        return duties
    }

    private func published(
        _ line: LabelledLine, in index: Int, _ sections: [String: [Int]]
    ) -> [TrackedDuty.Published] {
        let tree = publication.documents[index].tree
        var published: [TrackedDuty.Published] = []
        for node in line.run where tree.nodes[node].kind == .link {
            guard case .page(let address, let fragment)? = publication.links[index][node] else { continue }
            // A folder stands for all that is in it.
            let documents = documentOfAddress[address].map { [$0] } ?? sections[address] ?? []
            for document in documents where !published.contains(where: { $0.document == document && $0.fragment == fragment }) {
                published.append(.init(document: document, fragment: fragment, date: date(of: publication.documents[document])))
            }
        }
        return published
    }

    private func date(of document: Document) -> CalendarDate? {
        document.frontMatter.survey.fielded?.end ?? document.frontMatter.event?.start.date ?? document.lastChange
    }

    private func frequency(_ line: LabelledLine) -> TrackedDuty.Frequency? {
        let words = PartNames.folded(line.text.prefix { $0 != "." && $0 != "," && $0 != "(" })
        if PartNames.always.contains(words) { return .always }
        if PartNames.once.contains(words) { return .once }
        return DatePhrase(line.text, calendar: publication.settings.calendar)?.recurrence.map { .every($0) }
    }

    private func languages(_ line: LabelledLine) -> [LanguageTag]? {
        if PartNames.all.contains(where: { PartNames.folded(line.text).hasPrefix($0) }) { return publication.settings.languages }
        let tags = line.parts.compactMap { LanguageTag($0) }
        return tags.isEmpty ? nil : tags
    }
}
