import Publication
import Testing

@testable import Translation

/// What keeps a translation from being shown: by the check's word, and by what the build does.
@Suite struct TranslationCheckTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let language: String
        let source: String
        let translation: String
        var rule: Rule?
        var testDescription: String { "\(language): \(translation.debugDescription)" }

        init(_ language: String, _ source: String, _ translation: String, _ rule: Rule? = nil) {
            self.language = language
            self.source = source
            self.translation = translation
            self.rule = rule
        }
    }

    static let link = "See [the plan](plan.md) and **our** [values](values.md)."
    static let note = "Adopted in 2021.[^a]\n\n[^a]: By the School Committee of the district."

    static let harmless: [Case] = [
        Case("es", link, "Vea [el plan][1] y **nuestros** [valores][2]."),
        Case("es", link, "Vea [los valores][2] y **nuestro** [plan][1]."),
        Case("pt-BR", link, "Veja [o plano][1] e os [**nossos** valores][2]."),
        Case("zh-Hans", link, "请参阅[计划][1]和**我们的**[价值观][2]。"),
        Case("ar", link, "انظر [الخطة][1] و**قيمنا** [المشتركة][2]."),
        Case("fa", link, "[برنامه][1] و [ارزش‌های][2] **ما** را ببینید."),
        Case("km", link, "សូមមើល​[ផែនការ][1]​និង​[តម្លៃ][2]​របស់​**យើង**។"),
        Case("ht", link, "Gade [plan an][1] ak [valè][2] **nou yo**."),
        Case("vi", link, "Xem [kế hoạch][1] và [giá trị][2] của **chúng tôi**."),
        Case("es", note, "Aprobado en 2021.[^1]"),
        Case("fa", note, "تصویب‌شده در سال ۲۰۲۱.[^1]"),
        Case("es", "![A map of the district](map.png)", "Un mapa del distrito"),
        Case("es", "Ask in class.", "- Pregunte en clase."),
        Case("es", "Ask in class.", "# Pregunte en clase."),
        Case("es", "Ask in class.", "1. Pregunte en clase."),
        Case("es", "Ask in class.", "| Pregunte | en clase."),
        Case("es", "Ask in class.", "> Pregunte en clase."),
        Case("es", "Ask in class.", "Pregunte en clase\\*."),
        Case("ar", "Ask the Committee (BHRSD).", "اسأل اللجنة (<bdi>BHRSD</bdi>)."),
        Case("ar", "Ask the Committee (BHRSD).", "اسأل اللجنة (\u{2066}BHRSD\u{2069})."),
        Case("ar", "Ask the Committee (BHRSD).", "اسأل اللجنة (BHRSD)\u{200F}."),
        Case("es", "Fill in: \\_\\_\\_\\_ \\*", "Llene: \\_\\_\\_\\_ \\*"),
        Case("es", "Fill in: \\_\\_\\_\\_ \\*", "Llene: ____ \\*"),
        Case("es", "Multiply 5 * 3 by school_year.", "Multiplique 5 * 3 por school_year."),
        Case("es", "Write `code` here.", "Escriba `code` aquí."),
        Case("es", "Water is H<sub>2</sub>O, of course.", "El agua es H<sub>2</sub>O, claro."),
        Case("es", "R&D in AT&T.", "I&D en AT&T."),
        Case("es", "Text [in brackets] here.", "Texto \\[entre corchetes\\] aquí."),
    ]

    @Test(arguments: harmless) func aGoodTranslationIsShownWithoutAWord(_ example: Case) throws {
        let (rules, isShown) = try TestTexts.rules(example.source, example.translation, example.language)
        #expect(rules.isEmpty)
        #expect(isShown)
    }

    static let harmful: [Case] = [
        // Labels
        Case("es", link, "Vea [el plan][1] y **nuestros** valores.", .translationLabels),
        Case("es", link, "Vea [el plan][1] y [otro][1] y [valores][2].", .translationLabels),
        Case("es", link, "Vea [el plan][1], [valores][2] y [más][3].", .translationLabels),
        Case("zh-Hans", link, "请参阅[计划][2]和[价值观][2]。", .translationLabels),
        Case("ar", link, "انظر ![الخطة][1] و[قيمنا][2].", .translationLabels),
        Case("km", link, "សូមមើល​[][1]​និង​[តម្លៃ][2]។", .translationLabels),
        Case("fa", link, "[برنامه] [1] و [ارزش‌ها][2].", .translationLabels),
        Case("ht", note, "Adopte an 2021.", .translationLabels),
        Case("vi", note, "Thông qua năm 2021.[^1][^1]", .translationLabels),
        Case("vi", note, "Thông qua năm 2021.[^2]", .translationLabels),
        Case("es", "Ask in class.", "Pregunte [aquí][1].", .translationLabels),
        Case("es", "Ask in class.", "Pregunte en clase.[^1]", .translationLabels),
        Case("es", "Ask in class.", "Vea [1].", .translationLabels),
        Case("es", "![A map of the district](map.png)", "Un mapa][1] [del distrito", .translationLabels),
        // Addresses
        Case("es", link, "Vea [el plan](https://evil.example) y [valores][2] [x][1].", .translationAddress),
        Case("es", "Ask in class.", "Pregunte <https://evil.example>.", .translationAddress),
        Case("es", "Ask in class.", "Pregunte [aquí](javascript:alert(1)).", .translationAddress),
        Case("es", "![A map of the district](map.png)", "Mapa](https://evil.example/x.png) ![x", .translationAddress),
        // HTML
        Case("es", "Ask in class.", "Pregunte <script>alert(1)</script>.", .translationHTML),
        Case("es", "Ask in class.", "Pregunte <b>en clase</b>.", .translationHTML),
        Case("pt-BR", "Ask in class.", "Pergunte <sub onclick=\"x()\">na aula</sub>.", .translationHTML),
        Case("ar", "Ask in class.", "اسأل <bdi>في الصف.", .translationHTML),
        Case("ar", "Ask in class.", "اسأل <bdi dir=\"rtl\">في</bdi> الصف.", .translationHTML),
        Case("es", "Ask in class.", "Pregunte <abbr title=\"&#x202E;x\">x</abbr>.", .translationHTML),
        // Markup
        Case("es", link, "Vea [el plan][1] y **nuestros [valores][2].", .translationMarkup),
        Case("es", "Write `code` here.", "Escriba `code aquí.", .translationMarkup),
        Case("zh-Hans", "**Note:** ask in class.", "**注意：**请在课堂上提问。", .translationMarkup),
        Case("vi", "Ask in class.", "Hỏi _trong lớp.", .translationMarkup),
        Case("ht", "Ask in class.", "Mande ~~nan~~ klas.", .translationMarkup),
        Case("es", "Ask in class.", "Pregunte <en clase.", .translationMarkup),
        Case("es", "Ask in class.", "Pregunte &amp;nbsp; en clase.", .translationMarkup),
        // Direction
        Case("ar", "Ask in class.", "اسأل \u{202E}في الصف.", .translationDirection),
        Case("fa", "Ask in class.", "در \u{202B}کلاس\u{202C} بپرسید.", .translationDirection),
        Case("ar", "Ask in class.", "اسأل \u{2067}في الصف.", .translationDirection),
        Case("ar", "Ask in class.", "اسأل \u{2069}في\u{2067} الصف.", .translationDirection),
        Case("es", "Ask in class.", "Pregunte &#x202E;en clase.", .translationDirection),
        Case("es", "Ask in class.", "Pregunte en\u{7} clase.", .translationControl),
        Case("es", "Ask in class.", "Pregunte en\u{85} clase.", .translationControl),
        Case("es", "Ask in class.", "Pregunte en\u{2028} clase.", .translationControl),
        // Nothing
        Case("es", "Ask in class.", "\u{200B}\u{200E}", .translationEmpty),
        Case("es", "Ask in class.", "&#x200B;", .translationEmpty),
    ]

    @Test(arguments: harmful) func whatWouldHarmThePageIsNotShown(_ example: Case) throws {
        let (rules, isShown) = try TestTexts.rules(example.source, example.translation, example.language)
        let rule = try #require(example.rule)
        #expect(rules.contains(rule), "\(rules)")
        #expect(!isShown, "the build and the check are of one mind")
        #expect(!rules.contains { !$0.blocksTranslation }, "doubts wait until the rest is mended")
    }

    @Test func whiteSpaceAloneIsNamedButWaitedFor() throws {
        #expect(try TestTexts.rules("Ask in class.", "  \n", "es").rules == [.translationEmpty])
    }

    // MARK: Plain words

    static let fields: [Case] = [
        Case("es", "Our goals", "Nuestras metas"), Case("zh-Hans", "Our goals", "我们的目标"), Case("es", "R&D * 2", "I+D * 2"),
        Case("es", "Girls and boys", "Niñ*s"), Case("es", "The Hawaii office", "La oficina de Hawai`i"),
        Case("es", "Our goals", "**Nuestras** metas", .translationMarkup), Case("es", "Our goals", "_Nuestras_ metas", .translationMarkup),
        Case("es", "Our goals", "[Nuestras metas](x.md)", .translationMarkup), Case("es", "Our goals", "Nuestras&nbsp;metas", .translationMarkup), Case("es", "Our goals", "`Nuestras` metas", .translationMarkup),
        Case("es", "Our goals", "<b>Nuestras</b> metas", .translationHTML), Case("ar", "Our goals", "\u{202B}أهدافنا\u{202C}", .translationDirection),
        Case("es", "Our goals", "\u{200B}", .translationEmpty),
    ]

    @Test(arguments: fields) func titlesArePlainWords(_ example: Case) throws {
        let texts = try TestTexts("", front: "title: '\(example.source)'")
        let rules = texts.problems(example.language, [example.source: example.translation]).map(\.rule)
        #expect(rules == (example.rule.map { [$0] } ?? []))
        let translation = texts.translation(example.language, [example.source: example.translation])
        #expect((translation.field(.title) == nil) == (example.rule != nil))
        #expect(translation.rejected.map(\.text) == (example.rule == nil ? [] : [example.source]))
    }

    // MARK: Themes

    @Test func placeholdersOfAThemeStay() {
        func rules(_ translations: [String], _ source: String, _ plural: String? = nil, forms: Int = 1) -> [Rule] {
            TranslationCheck.blocking(theme: translations, of: source, plural: plural, forms: forms).map(\.rule)
        }
        #expect(rules(["Página {number} de {pages}"], "Page {number} of {pages}").isEmpty)
        #expect(rules(["第 {number} 页，共 {pages} 页"], "Page {number} of {pages}").isEmpty)
        #expect(rules(["Página {number}"], "Page {number} of {pages}") == [.translationPlaceholder])
        #expect(rules(["Página {número} de {pages}"], "Page {number} of {pages}") == [.translationPlaceholder, .translationPlaceholder])
        #expect(rules(["un objetivo", "{count} objetivos"], "{count} objective", "{count} objectives", forms: 2).isEmpty)
        #expect(rules(["{count} objetivos"], "{count} objective", "{count} objectives", forms: 2) == [.translationPlural])
        #expect(rules(["", "هدف", "هدفان", "{count} أهداف", "{count} هدفًا", "{x} هدف"], "{count} objective", "{count} objectives", forms: 6) == [.translationEmpty, .translationPlaceholder])
    }

    @Test func aWrongNumberOfFormsIsFoundAndFallsBack() throws {
        let texts = try TestTexts("Ask in class.")
        var entry = POFile.Entry(id: "Ask in class.", translations: ["Pregunte en clase.", "Pregunten en clase."])
        entry.pluralID = "Ask in classes."
        let catalog = Catalog(language: LanguageTag("vi")!, files: [.init(path: "content/translations/vi.po", catalog: POFile(entries: [entry]))])
        #expect(TranslationCheck.problems(of: catalog, messages: texts.messages, settings: texts.settings, includingWarnings: false).map(\.rule) == [.translationPlural])
        #expect(Translator(catalog: catalog, reviews: Reviews(), source: LanguageTag("en")!).translate(texts.document).rejected.count == 1)
    }

    // MARK: Places

    @Test func aProblemPointsAtItsPlaceInTheCatalog() throws {
        let texts = try TestTexts("Ask in class.")
        let problem = try #require(texts.problems("es", ["Ask in class.": "Pregunte <b>en clase</b>."]).first)
        #expect(problem.description == """
            content/translations/es.po:2:18: warning: HTML that may not stand here, or that is not closed: ‘<b>’; the text is shown in ‘en’ [translation-html]
                2 | msgstr "Pregunte <b>en clase</b>."
                  |                  ^^^
              fix: Write it in Markdown. What may stand: <br>, <wbr>, and, each closed, <sub>, <sup>, <kbd>, <mark>, <small>, <bdi>, <abbr title="…">. To show a < itself, write \\<.

            """)
    }

    @Test func oneMessageIsReportedOnce() throws {
        let texts = try TestTexts("Ask in class.\n\nAsk in class.\n\nAsk in class.")
        #expect(texts.problems("es", ["Ask in class.": "Pregunte <b>en clase."]).count == 1)
        #expect(texts.translation("es", ["Ask in class.": "Pregunte <b>en clase."]).rejected.count == 3)
    }

    @Test func fuzzyTranslationsAreNotChecked() throws {
        let texts = try TestTexts("Ask in class.")
        var entry = POFile.Entry(id: "Ask in class.", translations: ["<b>"])
        entry.isFuzzy = true
        let catalog = Catalog(language: LanguageTag("es")!, files: [.init(path: "es.po", catalog: POFile(entries: [entry]))])
        #expect(TranslationCheck.problems(of: catalog, messages: texts.messages, settings: texts.settings, includingWarnings: true).isEmpty)
    }
}
