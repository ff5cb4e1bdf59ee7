import Publication

/// What a rule asks, why, and how to do it: a page of `tidings explain`.
package struct Explanation: Sendable {
    /// What a text must be: one line, lower case, no full stop.
    package let asks: String
    /// Who is shut out, or what goes wrong, where it is not: sentences.
    package let why: String
    /// A criterion of WCAG 2.2 with its number, name and level, or another named source.
    package let source: String
    package let bad: String
    package let good: String
    /// How to get from the one to the other: sentences.
    package let mend: String

    init(_ asks: String, why: String, source: String, bad: String, good: String, mend: String) {
        self.asks = asks
        self.why = why
        self.source = source
        self.bad = bad
        self.good = good
        self.mend = mend
    }
}

extension Rule {
    /// Rules that are about the same things, in the order in which people meet them.
    package enum Family: String, Sendable, CaseIterable {
        case texts = "Texts"
        case links = "Addresses and links"
        case plans = "Plans, reports, roles and duties"
        case language = "Plain language"
        case notices = "What every edition owes its readers"
        case translations = "Translations"
        case keys = "Front matter and publication.yaml"
        case files = "Files"
        case themes = "Themes"
    }

    package var family: Family {
        switch self {
        case .encoding, .unreadable, .tooLarge, .emptyPublication, .symbolicLink, .rawExport: .files
        case .yaml, .frontMatter, .unknownKey, .unknownKind, .wrongValue, .missingTitle, .missingKey, .invalidDate: .keys
        case .sameAddress, .brokenLink, .brokenAnchor, .missingFile, .withheldLink, .unsafeAddress: .links
        case .alternativeText, .headingLevel, .emptyHeading, .rawHTML, .tableCells, .wordPaste, .languageTag, .vagueLink, .sameLinkText,
            .bareAddress, .fileLink, .alternativeWording, .tableHeader, .duplicateHeader, .layoutTable, .falseList, .falseHeading, .allCapitals,
            .colourOrPosition, .abbreviationFirstUse, .languageOfParts: .texts
        case .planStructure, .surveyStructure, .surveyData, .surveyDoubt, .smallCount, .progressStructure, .brokenReference, .unknownRole, .ambiguousReference, .openQuestion,
            .uncertainDate, .dateOutsidePeriod, .missingPart, .missingMeasure, .missingReport, .missingEvidence, .idleRole, .abbreviation,
            .differentWording, .similarNames, .unsupported, .dutyOwner, .dutyUnmet, .feedbackUnanswered, .formerPlan: .plans
        case .catalog, .duplicateMessage, .catalogLanguage, .adaptation, .translationLabels, .translationAddress, .translationHTML,
            .translationMarkup, .translationDirection, .translationControl, .translationPlaceholder, .translationPlural, .translationEmpty,
            .translationNumber, .translationDate, .translationAmount, .translationContact, .translationTerm, .translationSame,
            .translationLength, .translationPunctuation, .translationScript, .exchangeFile, .exchangeRow: .translations
        case .readingGrade, .hardSentence, .longSentence, .longParagraph, .missingSummary: .language
        case .accessibilityStatement, .missingAccessibilityContact, .missingLanguageHelp, .dateOfChange: .notices
        case .missingTheme, .missingLayout, .missingPartial, .malformedTemplate, .malformedTheme, .missingTexts, .themeContrast, .themeFocus,
            .themeFontSize: .themes
        }
    }

    /// The rule's page. The compiler asks for one of every rule.
    package var explanation: Explanation {
        switch self {
        case .readingGrade: .readingGrade
        case .hardSentence: .hardSentence
        case .longSentence: .longSentence
        case .longParagraph: .longParagraph
        case .missingSummary: .missingSummary
        case .themeContrast: .themeContrast
        case .themeFocus: .themeFocus
        case .themeFontSize: .themeFontSize
        case .accessibilityStatement: .accessibilityStatement
        case .missingAccessibilityContact: .missingAccessibilityContact
        case .missingLanguageHelp: .missingLanguageHelp
        case .dateOfChange: .dateOfChange
        case .encoding: .encoding
        case .unreadable: .unreadable
        case .tooLarge: .tooLarge
        case .emptyPublication: .emptyPublication
        case .symbolicLink: .symbolicLink
        case .rawExport: .rawExport
        case .yaml: .yaml
        case .frontMatter: .frontMatter
        case .unknownKey: .unknownKey
        case .unknownKind: .unknownKind
        case .wrongValue: .wrongValue
        case .missingTitle: .missingTitle
        case .missingKey: .missingKey
        case .invalidDate: .invalidDate
        case .sameAddress: .sameAddress
        case .brokenLink: .brokenLink
        case .brokenAnchor: .brokenAnchor
        case .missingFile: .missingFile
        case .withheldLink: .withheldLink
        case .unsafeAddress: .unsafeAddress
        case .alternativeText: .alternativeText
        case .headingLevel: .headingLevel
        case .emptyHeading: .emptyHeading
        case .rawHTML: .rawHTML
        case .tableCells: .tableCells
        case .wordPaste: .wordPaste
        case .languageTag: .languageTag
        case .planStructure: .planStructure
        case .surveyStructure: .surveyStructure
        case .surveyData: .surveyData
        case .surveyDoubt: .surveyDoubt
        case .smallCount: .smallCount
        case .progressStructure: .progressStructure
        case .brokenReference: .brokenReference
        case .unknownRole: .unknownRole
        case .ambiguousReference: .ambiguousReference
        case .openQuestion: .openQuestion
        case .uncertainDate: .uncertainDate
        case .dateOutsidePeriod: .dateOutsidePeriod
        case .missingPart: .missingPart
        case .missingMeasure: .missingMeasure
        case .missingReport: .missingReport
        case .missingEvidence: .missingEvidence
        case .idleRole: .idleRole
        case .abbreviation: .abbreviation
        case .differentWording: .differentWording
        case .similarNames: .similarNames
        case .unsupported: .unsupported
        case .dutyOwner: .dutyOwner
        case .dutyUnmet: .dutyUnmet
        case .feedbackUnanswered: .feedbackUnanswered
        case .formerPlan: .formerPlan
        case .catalog: .catalog
        case .duplicateMessage: .duplicateMessage
        case .catalogLanguage: .catalogLanguage
        case .adaptation: .adaptation
        case .translationLabels: .translationLabels
        case .translationAddress: .translationAddress
        case .translationHTML: .translationHTML
        case .translationMarkup: .translationMarkup
        case .translationDirection: .translationDirection
        case .translationControl: .translationControl
        case .translationPlaceholder: .translationPlaceholder
        case .translationPlural: .translationPlural
        case .translationEmpty: .translationEmpty
        case .translationNumber: .translationNumber
        case .translationDate: .translationDate
        case .translationAmount: .translationAmount
        case .translationContact: .translationContact
        case .translationTerm: .translationTerm
        case .translationSame: .translationSame
        case .translationLength: .translationLength
        case .translationPunctuation: .translationPunctuation
        case .translationScript: .translationScript
        case .exchangeFile: .exchangeFile
        case .exchangeRow: .exchangeRow
        case .missingTheme: .missingTheme
        case .missingLayout: .missingLayout
        case .missingPartial: .missingPartial
        case .malformedTemplate: .malformedTemplate
        case .malformedTheme: .malformedTheme
        case .missingTexts: .missingTexts
        case .vagueLink: .vagueLink
        case .sameLinkText: .sameLinkText
        case .bareAddress: .bareAddress
        case .fileLink: .fileLink
        case .alternativeWording: .alternativeWording
        case .tableHeader: .tableHeader
        case .duplicateHeader: .duplicateHeader
        case .layoutTable: .layoutTable
        case .falseList: .falseList
        case .falseHeading: .falseHeading
        case .allCapitals: .allCapitals
        case .colourOrPosition: .colourOrPosition
        case .abbreviationFirstUse: .abbreviationFirstUse
        case .languageOfParts: .languageOfParts
        }
    }
}
