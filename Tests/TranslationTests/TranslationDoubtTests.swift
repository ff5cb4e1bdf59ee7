import Publication
import Testing

@testable import Translation

/// What the command says of translations that are shown all the same.
@Suite struct TranslationDoubtTests {
    typealias Case = TranslationCheckTests.Case

    static let good: [Case] = [
        // Numbers by value, in any digits, with any separators
        Case("es", "1,234 families answered.", "1.234 familias respondieron."),
        Case("pt-BR", "1,234.5 hours were given.", "Foram dadas 1.234,5 horas."),
        Case("vi", "1,234,567 pages were read.", "1.234.567 trang đã được đọc."),
        Case("ar", "1,234 families answered.", "أجابت ١٬٢٣٤ عائلة."),
        Case("ar", "12.5% of families answered.", "أجاب ١٢٫٥٪ من العائلات."),
        Case("fa", "Grade 12 has 340 students.", "پایهٔ ۱۲ دارای ۳۴۰ دانش‌آموز است."),
        Case("km", "Grade 12 has 340 students.", "ថ្នាក់ទី​១២​មាន​សិស្ស​៣៤០​នាក់។"),
        Case("zh-Hans", "Grade 12 has 340 students.", "十二年级有３４０名学生。"),
        Case("zh-Hans", "40% of families answered.", "百分之40的家庭作了回答。"),
        Case("es", "40% of families answered.", "El 40 por ciento de las familias respondió."),
        Case("vi", "Objective 1.1 is about reading.", "Mục tiêu 1.1 nói về việc đọc."),
        Case("ht", "The 3rd grade reads every day.", "Twazyèm ane a li chak jou."),
        Case("es", "Choose 5,6,7 or none.", "Elija 5, 6, 7 o ninguno."),
        // Dates and times
        Case("es", "Adopted on March 9, 2022, for 2021–22.", "Aprobado el 9 de marzo de 2022 para 2021–22."),
        Case("zh-Hans", "Adopted on March 9, 2022.", "2022年3月9日通过。"),
        Case("pt-BR", "Published on 2022-03-09.", "Publicado em 9 de março de 2022."),
        Case("es", "The forum begins at 6:30 p.m. in the hall.", "El foro comienza a las 18:30 en la sala."),
        Case("vi", "The forum begins at 6 p.m. in the hall.", "Diễn đàn bắt đầu lúc 18 giờ tại hội trường."),
        // Amounts
        Case("es", "The budget is $1,200,000.", "El presupuesto es de $1,200,000."),
        Case("es", "The budget is $1,200.", "El presupuesto es de 1.200 dólares."),
        Case("zh-Hans", "The budget is $1.5 million.", "预算为150万美元。"),
        Case("ar", "The budget is $1,200.", "الميزانية ١٬٢٠٠ دولار."),
        Case("km", "The budget is $1,200.", "ថវិកា​មាន​ចំនួន​១.២០០​ដុល្លារ។"),
        // Telephone numbers and addresses
        Case("es", "Call 413-555-0100 or write to office@example.org.", "Llame al 413-555-0100 o escriba a [office@example.org][1]."),
        Case("fa", "Call (413) 555-0100 on weekdays.", "در روزهای کاری با ۴۱۳-۵۵۵-۰۱۰۰ تماس بگیرید."),
        Case("ar", "Call 413-555-0100 on weekdays.", "اتصل بالرقم \u{2066}413-555-0100\u{2069} في أيام الأسبوع."),
        // The same
        Case("vi", "Monument Mountain Regional High School", "Monument Mountain Regional High School"),
        Case("ht", "Total", "Total"), Case("es", "Plan anual", "Plan anual"),
        // End marks
        Case("zh-Hans", "Who can help?", "谁能帮忙？"), Case("ar", "Who can help?", "من يمكنه المساعدة؟"), Case("km", "We help families.", "យើង​ជួយ​គ្រួសារ។"),
        Case("fa", "We help families:", "ما به خانواده‌ها کمک می‌کنیم:"), Case("es", "They said “yes.”", "Dijeron «sí»."),
        Case("fa", "The old rule (to 1453)", "قاعدهٔ کهن (تا ۱۴۵۳ م.)"),
        Case("es", "We meet at 7 p.m.", "Nos reunimos a las 7 de la tarde"), Case("es", "Help!", "¡Ayuda!"), Case("zh-Hans", "And so on …", "等等……"),
        Case("km", "Can you help?", "តើ​អ្នក​អាច​ជួយ​បាន​ទេ?"),
        // Length
        Case("zh-Hans", "Every student learns in a safe and welcoming school community, with the support of families.", "每位学生都在安全、友善的学校社区中学习，并得到家庭的支持。"),
        Case("km", "Every student learns in a safe and welcoming school.", "សិស្ស​គ្រប់​រូប​រៀន​នៅ​ក្នុង​សាលា​ដែល​មាន​សុវត្ថិភាព​និង​ស្វាគមន៍។"),
        Case("es", "Staff", "Personal de la escuela"),
        // Scripts
        Case("ar", "Send it to the BHRSD office", "أرسله إلى مكتب BHRSD"), Case("zh-Hans", "Powered by Tidings", "由 Tidings 提供支持"),
        Case("vi", "We speak Khmer: ភាសាខ្មែរ.", "Chúng tôi nói tiếng Khmer: ភាសាខ្មែរ."),
    ]

    /// What is marked as in another language stays as it is, and is judged by nothing but its marks.
    @Test(arguments: [
        ("[Si necesita un intérprete, llámenos.](lang:es)", "es", "[Si necesita un intérprete, llámenos.][1]", nil),
        ("[Si necesita un intérprete, llámenos.](lang:es)", "ar", "[Si necesita un intérprete, llámenos.][1]", nil),
        ("Chinese: [如果您需要口译或翻译，请打电话或写信给我们。](lang:zh-Hans)", "es", "Chino: [如果您需要口译或翻译，请打电话或写信给我们。][1]", nil),
        ("Chinese: [如果您需要口译或翻译，请打电话或写信给我们。](lang:zh-Hans)", "es", "中文：[如果您需要口译或翻译，请打电话或写信给我们。][1]", Rule.translationScript),
        ("We speak Spanish too: [Llámenos.](lang:es)", "es", "We speak Spanish too: [Llámenos.][1]", .translationSame),
    ])
    func passagesInOtherLanguagesStay(_ source: String, _ language: String, _ translation: String, _ rule: Rule?) throws {
        #expect(try TestTexts.rules(source, translation, language).rules == (rule.map { [$0] } ?? []))
    }

    @Test(arguments: good) func aGoodTranslationRaisesNoDoubt(_ example: Case) throws {
        #expect(try TestTexts.rules(example.source, example.translation, example.language).rules.isEmpty)
    }

    static let doubtful: [Case] = [
        Case("es", "1,234 families answered.", "1.243 familias respondieron.", .translationNumber),
        Case("ar", "1,234 families answered.", "أجابت ١٬٢٤٣ عائلة.", .translationNumber),
        Case("fa", "Grade 12 has 340 students.", "پایهٔ ۱۲ دارای ۳۰۴ دانش‌آموز است.", .translationNumber),
        Case("km", "Grade 12 has 340 students.", "ថ្នាក់ទី​១២​មាន​សិស្ស​៣៤​នាក់។", .translationNumber),
        Case("zh-Hans", "40% of families answered.", "40个家庭作了回答。", .translationNumber),
        Case("es", "Adopted on March 9, 2022.", "Aprobado el 8 de marzo de 2022.", .translationNumber),
        Case("vi", "The plan for 2021–22 begins.", "Kế hoạch năm 2021 bắt đầu.", .translationNumber),
        Case("pt-BR", "Published on 2022-03-09.", "Publicado em 19 de março de 2022.", .translationDate),
        Case("ht", "The forum begins at 6:30 p.m. in the hall.", "Fowòm nan kòmanse a 7:30 p.m. nan sal la.", .translationDate),
        Case("es", "The budget is $1,200.", "El presupuesto es de $12,000.", .translationAmount),
        Case("zh-Hans", "The budget is $1,200.", "预算为1,200。", .translationAmount),
        Case("es", "Call 413-555-0100.", "Llame al 413-555-0101.", .translationContact),
        Case("ar", "Write to office@example.org.", "اكتب إلى [office@example.com][1].", .translationContact),
        Case("es", "See [www.example.org](https://www.example.org/) first.", "Vea primero [www.evil.example][1].", .translationContact),
        Case("es", "We help families every day.", "We help families every day.", .translationSame),
        Case("es", "We help families in our schools, every day and in every language that they speak at home.", "Ayudamos.", .translationLength),
        Case("zh-Hans", "We help families.", "我们帮助家庭，每天都在学校里，用他们在家里讲的每一种语言，从早上到晚上，从秋天到夏天，并且还会继续帮助他们，直到永远永远，一直到所有人都满意为止。", .translationLength),
        Case("es", "Who can help?", "Quién puede ayudar.", .translationPunctuation),
        Case("zh-Hans", "We help families.", "我们帮助家庭", .translationPunctuation),
        Case("ar", "Our goals", "أهدافنا.", .translationPunctuation),
        Case("ar", "We help families every day.", "Ayudamos a las familias cada día.", .translationScript),
        Case("zh-Hans", "We help families every day.", "Kami membantu keluarga setiap hari.", .translationScript),
        Case("vi", "We help families every day.", "我们每天帮助家庭。", .translationScript),
        Case("km", "We help families every day.", "เราช่วยเหลือครอบครัวทุกวัน។", .translationScript),
    ]

    @Test(arguments: doubtful) func aDoubtIsNamedAndTheTranslationShown(_ example: Case) throws {
        let (rules, isShown) = try TestTexts.rules(example.source, example.translation, example.language)
        #expect(rules == [try #require(example.rule)])
        #expect(isShown)
    }

    // MARK: Glossary

    static let glossary = """
        ## District Improvement Plan (DIP)

        A plan for three years.

        ## Community

        All who live here.

        ## Community engagement

        Working together.

        ## Standard

        What to learn.

        ## Learning

        - Also called: area of learning
        """

    static let terms = ["District Improvement Plan (DIP)": "Plan de Mejora del Distrito (DIP)", "Community": "Comunidad", "Community engagement": "Participación comunitaria", "Learning": "Aprendizaje", "area of learning": "campo"]

    static let sentences: [(String, String, String, Rule?)] = [
        ("Read the District Improvement Plan.", "es", "Lea el plan de mejora del distrito.", nil),
        ("Read the district improvement plans.", "es", "Lea los planes de mejora de los distritos.", nil),
        ("Read the District Improvement Plan.", "es", "Lea el programa de avance.", .translationTerm),
        ("Community engagement matters.", "es", "La participación comunitaria importa.", nil),
        ("Community engagement matters.", "es", "El compromiso vecinal importa.", .translationTerm),
        ("The DIP begins.", "es", "Comienza el DIP.", nil),
        ("The DIP begins.", "es", "Comienza el PMD.", .translationTerm),
        ("A dip in the lake.", "es", "Un baño en el lago.", nil),
        // Arabic by what its forms have in common
        ("Read the standards.", "ar", "اقرؤوا المعايير.", nil), ("It is about a standard.", "ar", "يتعلق بمعيار.", nil), ("For the standard.", "ar", "للمعيار.", nil),
        ("Read the standards.", "ar", "اقرؤوا القواعد.", .translationTerm),
        // Another name has a translation of its own.
        ("What we learn and areas of learning.", "es", "Lo que aprendemos y campos.", nil),
    ]

    @Test(arguments: sentences) func glossaryTermsAreTranslatedAsTheGlossaryDoes(_ source: String, _ language: String, _ translation: String, _ rule: Rule?) throws {
        let glossary = try TestTexts(Self.glossary, front: "title: Words\nkind: glossary", path: "g.md")
        let page = try TestTexts(source)
        let messages = PublicationMessages(site: [], documents: [glossary.document, page.document])
        let terms = language == "ar" ? ["Standard": "المعيار"] : Self.terms
        let catalog = page.catalog(language, terms.merging([source: translation]) { $1 })
        let problems = TranslationCheck.problems(of: catalog, messages: messages, settings: page.settings, includingWarnings: true)
        #expect(problems.map(\.rule) == (rule.map { [$0] } ?? []))
    }

    // MARK: Readers of words

    static let values: [(String, Set<String>)] = [
        ("1,234", ["1234", "1.234"]), ("1.234", ["1234", "1.234"]), ("1 234", ["1234"]), ("1\u{202F}234", ["1234"]), ("١٬٢٣٤", ["1234", "1.234"]), ("12,5", ["12.5"]),
        ("१२३", ["123"]), ("১২৩", ["123"]), ("១២៣", ["123"]), ("၁၂၃", ["123"]), ("１２３", ["123"]), ("1,234.50", ["1234.5"]), ("1.234,50", ["1234.5"]),
        ("12,34,567", ["1234567"]), ("007", ["7"]), ("0.5", ["0.5"]), ("1'234", ["1234"]), ("1.1.2", ["1.1.2"]),
    ]

    @Test(arguments: values) func numbersHaveTheirValueHoweverTheyAreWritten(_ text: String, _ values: Set<String>) {
        #expect(NumberReader("It is \(text) now").numbers.first?.values == values)
    }

    static let telephones: [(String, String?)] = [
        ("413-555-0100", "4135550100"), ("(413) 555-0100", "4135550100"), ("+1 413 555 0100", "14135550100"), ("413.555.0100", "4135550100"),
        ("٤١٣-٥٥٥-٠١٠٠", "4135550100"), ("2021-2024", nil), ("2022-03-09", nil), ("1.234.567", nil), ("10-11-2021", nil), ("2021–22", nil), ("3-5", nil), ("(2021) 2022", nil),
    ]

    @Test(arguments: telephones) func telephoneNumbersAreToldFromOthers(_ text: String, _ digits: String?) {
        #expect(NumberReader("Call \(text) now").telephones.first?.digits == digits)
    }
}
