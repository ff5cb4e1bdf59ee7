/// What a problem is a breach of. The raw value is the id that people see and may search for.
package enum Rule: String, Sendable, CaseIterable {
    // Files
    case encoding
    case unreadable
    case tooLarge = "too-large"
    case emptyPublication = "empty-publication"
    case symbolicLink = "symbolic-link"
    case rawExport = "raw-export"

    // Front matter and publication.yaml
    case yaml
    case frontMatter = "front-matter"
    case unknownKey = "unknown-key"
    case unknownKind = "unknown-kind"
    case wrongValue = "wrong-value"
    case missingTitle = "missing-title"
    case missingKey = "missing-key"
    case invalidDate = "invalid-date"

    // Addresses and links
    case sameAddress = "same-address"
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case missingFile = "missing-file"
    case withheldLink = "withheld-link"
    case unsafeAddress = "unsafe-address"

    // Text
    case alternativeText = "alternative-text"
    case headingLevel = "heading-level"
    case emptyHeading = "empty-heading"
    case rawHTML = "raw-html"
    case tableCells = "table-cells"
    case wordPaste = "word-paste"
    case languageTag = "language-tag"
    case planStructure = "plan-structure"
    case surveyStructure = "survey-structure"
    case surveyData = "survey-data"
    case surveyDoubt = "survey-doubt"
    case smallCount = "small-count"
    case progressStructure = "progress-structure"

    // What plans, reports, roles and duties say together
    case brokenReference = "broken-reference"
    case unknownRole = "unknown-role"
    case ambiguousReference = "ambiguous-reference"

    // Questions for a person: `tidings check` lists them
    case openQuestion = "open-question"
    case uncertainDate = "uncertain-date"
    case dateOutsidePeriod = "date-outside-period"
    case missingPart = "missing-part"
    case missingMeasure = "missing-measure"
    case missingReport = "missing-report"
    case missingEvidence = "missing-evidence"
    case idleRole = "idle-role"
    case abbreviation
    case differentWording = "different-wording"
    case similarNames = "similar-names"
    case unsupported
    case dutyOwner = "duty-owner"
    case dutyUnmet = "duty-unmet"
    case feedbackUnanswered = "feedback-unanswered"
    case formerPlan = "former-plan"

    // Translations
    case catalog
    case duplicateMessage = "duplicate-message"

    case catalogLanguage = "catalog-language"
    case adaptation

    // Translations that are not shown, since they would harm the page
    case translationLabels = "translation-labels"
    case translationAddress = "translation-address"
    case translationHTML = "translation-html"
    case translationMarkup = "translation-markup"
    case translationDirection = "translation-direction"
    case translationControl = "translation-control"
    case translationPlaceholder = "translation-placeholder"
    case translationPlural = "translation-plural"
    case translationEmpty = "translation-empty"

    // Translations that are shown, and that somebody should look at
    case translationNumber = "translation-number"
    case translationDate = "translation-date"
    case translationAmount = "translation-amount"
    case translationContact = "translation-contact"
    case translationTerm = "translation-term"
    case translationSame = "translation-same"
    case translationLength = "translation-length"
    case translationPunctuation = "translation-punctuation"
    case translationScript = "translation-script"

    // Files that come back from translators
    case exchangeFile = "exchange-file"
    case exchangeRow = "exchange-row"

    // Themes
    case missingTheme = "missing-theme"
    case missingLayout = "missing-layout"
    case missingPartial = "missing-partial"
    case malformedTemplate = "malformed-template"
    case malformedTheme = "malformed-theme"
    case missingTexts = "missing-texts"

    // Texts: what shuts readers out
    case vagueLink = "vague-link"
    case sameLinkText = "same-link-text"
    case bareAddress = "bare-address"
    case fileLink = "file-link"
    case alternativeWording = "alternative-wording"
    case tableHeader = "table-header"
    case duplicateHeader = "duplicate-header"
    case layoutTable = "layout-table"
    case falseList = "false-list"
    case falseHeading = "false-heading"
    case allCapitals = "all-capitals"
    case colourOrPosition = "colour-or-position"
    case abbreviationFirstUse = "abbreviation-first-use"
    case languageOfParts = "language-of-parts"

    // Plain language
    case readingGrade = "reading-grade"
    case hardSentence = "hard-sentence"
    case longSentence = "long-sentence"
    case longParagraph = "long-paragraph"
    case missingSummary = "missing-summary"

    // A theme's looks
    case themeContrast = "theme-contrast"
    case themeFocus = "theme-focus"
    case themeFontSize = "theme-font-size"

    // What every edition owes its readers
    case accessibilityStatement = "accessibility-statement"
    case missingAccessibilityContact = "missing-accessibility-contact"
    case missingLanguageHelp = "missing-language-help"
    case dateOfChange = "date-of-change"

    /// What a breach is where `publication.yaml` does not say otherwise.
    package var severity: Diagnostic.Severity {
        switch self {
        case .vagueLink, .sameLinkText, .bareAddress, .fileLink, .alternativeWording, .duplicateHeader, .layoutTable, .falseList,
            .falseHeading, .allCapitals, .colourOrPosition, .languageOfParts: .warning
        case .abbreviationFirstUse, .dateOfChange: .question
        case .symbolicLink, .withheldLink, .adaptation, .missingTexts, .duplicateMessage, .exchangeRow: .warning
        case .openQuestion, .uncertainDate, .abbreviation, .differentWording, .similarNames: .question
        case .unknownRole, .dateOutsidePeriod, .missingPart, .missingMeasure, .missingReport, .missingEvidence, .idleRole, .unsupported,
            .dutyOwner, .dutyUnmet, .feedbackUnanswered, .formerPlan, .surveyDoubt, .smallCount: .warning
        case .translationNumber, .translationDate, .translationAmount, .translationContact, .translationTerm, .translationSame,
            .translationLength, .translationPunctuation, .translationScript: .warning
        case .readingGrade, .hardSentence, .longSentence, .longParagraph, .missingSummary: .warning
        case .themeContrast, .themeFocus, .themeFontSize: .warning
        case .accessibilityStatement, .missingAccessibilityContact, .missingLanguageHelp: .warning
        default: blocksTranslation ? .warning : .error
        }
    }

    /// Whether `publication.yaml` may change the severity: of what a page can be built with. The others say that something
    /// cannot be read, found or shown, so that a page would lack it, and no reason mends that. What blocks a translation
    /// blocks it at every severity.
    package var isChangeable: Bool {
        switch self {
        case .alternativeText, .headingLevel, .emptyHeading, .tableHeader: true
        default: severity != .error
        }
    }

    /// Whether a translation with this problem is shown, and somebody should look at it.
    package var isDoubt: Bool {
        switch self {
        case .translationNumber, .translationDate, .translationAmount, .translationContact, .translationTerm, .translationSame,
            .translationLength, .translationPunctuation, .translationScript: true
        default: false
        }
    }

    /// Why the others may not be changed.
    package static let reasonNotToChange = "what it finds would be missing from the page, or lead nowhere"

    /// Whether a translation with this problem is not shown: its text shows in the source language, and the build goes on.
    package var blocksTranslation: Bool {
        switch self {
        case .translationLabels, .translationAddress, .translationHTML, .translationMarkup, .translationDirection, .translationControl,
            .translationPlaceholder, .translationPlural, .translationEmpty: true
        default: false
        }
    }
}
