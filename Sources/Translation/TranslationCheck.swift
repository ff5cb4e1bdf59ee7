import Markdown
import Publication

/// What is wrong with a translation. What blocks keeps it from being shown: its text shows in the source language.
package enum TranslationCheck {
    /// Whether a translation of inline text must not be shown.
    static func blocks(_ translation: InlineTranslation, of message: Message, text: InlineMarkdownReader.Text) -> Bool {
        guard let markup = translation.markup else { return !message.labels.isEmpty || !message.footnotes.isEmpty }
        return markup.links.count + markup.images.count != message.labels.count || markup.footnotes.count != message.footnotes.count
            || !markup.foreignAddresses.isEmpty || !markup.unsafeHTML.isEmpty
    }

    /// Whether a translation of plain words must not be shown.
    static func blocks(field translation: String) -> Bool { false }
}
