import Markdown
import Publication

/// The rules that look at the text of one document at a time: what in it shuts readers out.
///
///     let check = TextCheck(publication, rules: [.vagueLink])
///     let problems = publication.documents.indices.flatMap { check.problems(ofDocument: $0) }
package struct TextCheck: Sendable {
    private let publication: Publication
    private let wanted: Set<Rule>
    private let families: [TextRules]
    private let glossary: Set<String>
    private let spoken: SpokenWords
    private let counts: SurveyCounts

    /// - Parameter rules: those that are asked; others are not looked for.
    package init(_ publication: Publication, rules: Set<Rule>) {
        self.publication = publication
        wanted = rules
        families = TextRules.all.filter { !$0.rules.isDisjoint(with: rules) }
        let asksForAbbreviations = rules.contains(.abbreviationFirstUse)
        glossary = asksForAbbreviations ? UnexplainedAbbreviations.glossary(of: publication) : []
        spoken = asksForAbbreviations ? SpokenWords(publication.documents) : SpokenWords([])
        counts = rules.contains(.smallCount) ? SurveyCounts(publication) : SurveyCounts()
    }

    package func problems(ofDocument number: Int) -> [Diagnostic] {
        problems(of: publication.documents[number], in: publication.settings.sourceLanguage, links: publication.links[number])
    }

    /// Of a document that takes another's place in one language, in the words of that language.
    package func problems(ofAdaptation number: Int) -> [Diagnostic] {
        let adaptation = publication.adaptations[number]
        return problems(of: adaptation.document, in: adaptation.language, links: adaptation.links)
    }

    var sourceLanguage: LanguageTag { publication.settings.sourceLanguage }

    func problems(of document: Document, in language: LanguageTag, links: [MarkdownTree.Index: LinkTarget]) -> [Diagnostic] {
        guard !families.isEmpty else { return [] }
        let text = CheckedText(
            document, language: language, links: links, settings: publication.settings, glossary: glossary, spoken: spoken, counts: counts,
            readingWords: families.contains { $0.readsWords })
        return families.flatMap { $0.problems(text) }.filter { wanted.contains($0.rule) }
    }
}

/// Some rules that are looked for together.
struct TextRules: Sendable {
    let rules: Set<Rule>
    /// Whether they need the words of every block; else they read the tree alone, which costs a build nothing.
    let readsWords: Bool
    let problems: @Sendable (CheckedText) -> [Diagnostic]

    init(_ rules: Set<Rule>, readsWords: Bool = false, problems: @escaping @Sendable (CheckedText) -> [Diagnostic]) {
        self.rules = rules
        self.readsWords = readsWords
        self.problems = problems
    }

    static let all = [
        TextRules([.alternativeText]) { AlternativeTexts(text: $0).names() },
        TextRules([.tableHeader]) { Tables(text: $0).missingHeaders() },
        TextRules([.alternativeWording], readsWords: true) { AlternativeTexts(text: $0).wording() },
        TextRules([.duplicateHeader, .layoutTable], readsWords: true) { Tables(text: $0).doubts() },
        TextRules([.vagueLink, .sameLinkText, .bareAddress, .fileLink], readsWords: true) { LinkTexts(text: $0).problems() },
        TextRules([.falseList], readsWords: true) { FalseLists(text: $0).problems() },
        TextRules([.falseHeading], readsWords: true) { FalseHeadings(text: $0).problems() },
        TextRules([.allCapitals], readsWords: true) { Capitals(text: $0).problems() },
        TextRules([.colourOrPosition], readsWords: true) { Directions(text: $0).problems() },
        TextRules([.abbreviationFirstUse], readsWords: true) { UnexplainedAbbreviations(text: $0).problems() },
        TextRules([.smallCount], readsWords: true) { SmallCounts(text: $0).problems() },
        TextRules([.languageOfParts], readsWords: true) { UnmarkedLanguages(text: $0).problems() },
    ]
}
