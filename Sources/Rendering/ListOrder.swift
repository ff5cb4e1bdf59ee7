import Publication

/// Lists by name, in the order of an edition's language: documents without a date, sections and tags stand elsewhere in
/// Spanish than in English.
struct ListOrder: Sendable {
    /// Of each section: documents with a date first, the newest first.
    let documents: [[Int]]
    let subsections: [[Int]]
    let tags: [Int]
    /// Of each tag, as of a section.
    let documentsOfTags: [[Int]]

    init(_ publication: Publication, edition: Edition, tagNames: [Phrase]) {
        func title(_ index: Int) -> String { edition.title(of: publication.documents[index], index).text }
        func sectionTitle(_ index: Int) -> String {
            let section = publication.sections[index]
            return section.page.map(title) ?? edition.phrase(section.title).text
        }
        func isDated(_ index: Int) -> Bool {
            let front = publication.documents[index].frontMatter
            return front.event != nil || front.date != nil
        }
        func ordered(_ documents: [Int]) -> [Int] {
            let dated = documents.prefix(while: isDated)
            return dated + ListOrder.sorted(Array(documents.dropFirst(dated.count)), by: title, edition)
        }
        documents = publication.sections.map { ordered($0.documents) }
        documentsOfTags = publication.tags.map { ordered($0.documents) }
        subsections = publication.sections.map { ListOrder.sorted($0.subsections, by: sectionTitle, edition) }
        tags = ListOrder.sorted(Array(tagNames.indices), by: { tagNames[$0].text }, edition)
    }

    /// Equal names keep their order. What is ASCII alone is compared without the language's rules, which cost much more.
    private static func sorted(_ items: [Int], by name: (Int) -> String, _ edition: Edition) -> [Int] {
        guard items.count > 1 else { return items }
        let named = items.enumerated().map { (order: $0, item: $1, name: name($1)) }
        if named.allSatisfy({ $0.name.utf8.allSatisfy { $0 < 0x80 } }) {
            let keyed = named.map { (order: $0.order, item: $0.item, name: $0.name.lowercased()) }
            return keyed.sorted { ($0.name, $0.order) < ($1.name, $1.order) }.map(\.item)
        }
        return named.sorted { one, other in
            if edition.locale.isOrdered(one.name, before: other.name) { return true }
            return one.order < other.order && !edition.locale.isOrdered(other.name, before: one.name)
        }.map(\.item)
    }
}
