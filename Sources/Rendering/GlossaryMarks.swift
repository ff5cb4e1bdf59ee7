import Markdown
import Publication

extension TermMarks.Terms {
    /// The terms of a publication's glossaries in an edition's words; nil where none is to be marked. A term whose words
    /// are not translated is marked in text alone that shows in the source language, too.
    init?(_ publication: Publication, _ edition: Edition) {
        guard publication.settings.marksTerms else { return nil }
        var places: [(page: Int, id: String)] = []
        var own: [TermMatcher.Term?] = [], source: [TermMatcher.Term?] = []
        for (page, index) in Self.glossaries(publication).enumerated() {
            let document = publication.documents[index]
            guard case .glossary(let glossary) = document.meaning else { continue }
            for term in glossary.terms {
                guard let heading = document.heading(at: term.heading) else { continue }
                let phrase = edition.phrase(at: term.heading, heading.text, of: index)
                places.append((page, Address.encoded(heading.id)))
                own.append(phrase.isUntranslated ? nil : TermMatcher.Term(heading: phrase.text))
                source.append(TermMatcher.Term(heading: heading.text))
            }
        }
        guard !places.isEmpty else { return nil }
        self.init(
            places: places, own: TermMatcher(own, forms: TermForms(language: edition.language.language)),
            source: edition.isSource ? nil : TermMatcher(source, forms: TermForms(language: edition.source.language)))
    }

    static func glossaries(_ publication: Publication) -> [Int] { publication.documents.indices.filter { publication.documents[$0].kind == .glossary } }
}

extension TermMatcher.Term {
    /// `District Improvement Plan (DIP)`, `DIP (District Improvement Plan)`: the name and the abbreviation.
    init(heading: String) {
        let (name, inner) = Glossary.name(heading)
        self.init(name: name, abbreviation: inner.flatMap { Glossary.isAbbreviation($0) ? $0 : nil })
    }
}
