/// What a problem is a breach of. The raw value is the id that people see and may search for.
package enum Rule: String, Sendable, CaseIterable {
    // Files
    case encoding
    case unreadable
    case tooLarge = "too-large"
    case emptyPublication = "empty-publication"
    case symbolicLink = "symbolic-link"

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

    // Translations
    case catalog
    case duplicateMessage = "duplicate-message"

    // Translations
    case catalogLanguage = "catalog-language"
    case adaptation
    case rejectedTranslation = "rejected-translation"

    // Themes
    case missingTheme = "missing-theme"
    case missingLayout = "missing-layout"
    case missingPartial = "missing-partial"
    case malformedTemplate = "malformed-template"
    case malformedTheme = "malformed-theme"
    case missingTexts = "missing-texts"

    package var severity: Diagnostic.Severity {
        switch self {
        case .symbolicLink, .withheldLink, .adaptation, .rejectedTranslation, .missingTexts, .duplicateMessage: .warning
        default: .error
        }
    }
}
