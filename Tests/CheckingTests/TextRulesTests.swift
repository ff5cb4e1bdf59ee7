import Publication
import Testing

@testable import Checking

/// What each text rule finds, and what it leaves alone.
@Suite struct TextRulesTests {
    // MARK: Links

    @Test(arguments: [
        ("en", "here"), ("en", "Click here!"), ("en", "Read more…"), ("en", "**More**"), ("en", "More »"), ("es", "más información"), ("es", "AQUÍ"), ("es", "click here"),
        ("pt", "Saiba mais"), ("fr", "en savoir plus"), ("fr", "Cliquez ici"), ("zh-Hans", "这里"), ("zh-Hans", "了解更多"), ("ar", "هنا"), ("ar", "اقرأ المزيد"),
        ("ht", "klike la"), ("vi", "Xem thêm"), ("vi", "tại đây"), ("en", "this blog post"), ("en", "this example"), ("es", "este ejemplo"), ("es", "this issue"),
        ("pt", "este exemplo"), ("fr", "cet exemple"), ("en", "article"),
        ("en", "click here to read the plan"), ("en", "Please click here"), ("en", "here (opens in new window)"), ("en", "this link here"), ("en", "Click for details"),
        ("en", "Download PDF"), ("en", "View PDF"), ("en", "Read the full article"), ("en", "Link 1"), ("en", "1"), ("en", ">>"), ("en", "→"), ("en", "`here`"),
        ("en", "here (PDF, 240 KB)"), ("en", "Here’s the link"), ("es", "Haz click aquí"), ("es", "Da clic aquí"), ("es", "Ingrese aquí"), ("es", "Consulte aquí"),
        ("es", "Regístrese aquí"), ("es", "Para más información"), ("es", "Mas informacion"), ("es", "el siguiente enlace"), ("es", "este link"), ("es", "Conoce más"),
        ("es", "Descargar PDF"), ("pt", "acesse aqui"), ("pt", "veja aqui"), ("pt", "neste link"), ("pt", "Para mais informações"), ("pt", "clicando aqui"), ("pt", "Confira"),
        ("fr", "via ce lien"), ("fr", "par ici"), ("fr", "pour en savoir plus"), ("fr", "En savoir +"), ("fr", "Voir le document"), ("zh-Hans", "点此"), ("zh-Hant", "點此"),
        ("zh-Hans", "单击此处"), ("zh-Hans", "在这里"), ("zh-Hans", "阅读全文"), ("zh-Hans", "查看全文"), ("zh-Hans", "点击查看"), ("zh-Hans", "点击下载"), ("zh-Hans", "附件"),
        ("zh-Hant", "按這裡"), ("ar", "أنقر هنا"), ("ar", "هُنا"), ("ar", "هنـا"), ("ar", "للمزيد"), ("ar", "لمعرفة المزيد"), ("ar", "الرابط التالي"), ("ar", "عرض المزيد"),
        ("ar", "بالضغط هنا"), ("ht", "peze la"), ("ht", "klike la a"), ("ht", "lyen an"), ("ht", "sou lyen sa a"), ("vi", "xem tại đây"), ("vi", "nhấp chuột vào đây"),
        ("vi", "đường dẫn này"), ("vi", "link này"), ("vi", "để biết thêm thông tin"), ("en", "click the button below"), ("en", "Submit here"), ("en", "Go"), ("en", "Next"), ("pt", "clica aqui"), ("fr", "à cette adresse"),
        ("ar", "من خلال هذا الرابط"), ("en", "Watch here"), ("en", "Donate here"), ("en", "Log in here"), ("en", "RSVP here"), ("en", "found here"), ("en", "is available here"), ("en", "by clicking here"),
        ("en", "using this link"), ("en", "Buy tickets here"), ("en", "above"), ("en", "it"), ("es", "Siga leyendo"),
    ])
    func vagueLinksAreFound(_ language: String, _ words: String) throws {
        #expect(try found(.vagueLink, in: "x [\(words)](b.md)", language: language) == ["1:3 ‘[\(words)](b.md)’"])
    }

    @Test(arguments: ["more about the budget", "Heretofore", "the link between school and home", "Download the app", "Read to a child", "Sitemap", "this year’s report", "this form for families", "examples", "este año", "Learn more about our plan",
        "About this site", "Contact us", "Follow us", "Find us", "2024", "1.3", "Open house", "What to bring here", "Here we grow", "Download the plan", "Form 1040", "`open`", "this week in schools",
        "Use of this site", "Visit the library", "Get started", "Sign up now", "Next steps", "Submit an essay", "Button collection",
        "Here & Now", "Why we are here", "You are here", "IT", "Watch the meeting", "Using this site", "Donate", "Pay fees online", "Learning begins here",
    ])
    func linksThatSayMoreAreNot(_ words: String) throws { #expect(try found(.vagueLink, in: "[\(words)](b.md)") == []) }

    @Test(arguments: [
        ("es", "Más información sobre el plan"), ("es", "Aquí se habla español"), ("es", "Ver el plan de 2024"), ("pt", "Saiba mais sobre o plano"), ("fr", "Ici, on lit"),
        ("fr", "En savoir plus sur le plan"), ("zh-Hans", "这里的学校"), ("zh-Hans", "下载计划"), ("zh-Hans", "阅读"), ("ar", "هنا مدرستنا"), ("ar", "خطة 2024"),
        ("ht", "Isit la nou aprann"), ("vi", "kế hoạch 2024"), ("vi", "Tài liệu"),
    ])
    func linksThatSayMoreInOtherLanguagesAreNot(_ language: String, _ words: String) throws {
        #expect(try found(.vagueLink, in: "[\(words)](b.md)", language: language) == [])
    }

    @Test func numbersInTablesHaveHeaders() throws {
        #expect(try found(.vagueLink, in: "| A | B |\n| - | - |\n| x | [1](b.md) |") == [])
        #expect(try found(.vagueLink, in: "| A | B |\n| - | - |\n| x | [here](b.md) |").count == 1)
    }

    @Test func theSameWordsLeadToOnePlace() throws {
        #expect(try found(.sameLinkText, in: "[Report](b.md) and\n[report](c.md)") == ["2:1 ‘[report](c.md)’"])
        #expect(try found(.sameLinkText, in: "[Report](b.md) and [report](b.md), [report](./b.md)") == [])
        #expect(try found(.sameLinkText, in: "[A](https://www.example.com/a/) [A](http://example.com/a)") == [])
        #expect(try found(.sameLinkText, in: "| School | Report |\n| --- | --- |\n| North | [report](b.md) |\n| South | [report](c.md) |") == [])
        // Vague ones are told once.
        #expect(try found(.sameLinkText, in: "[here](b.md) [here](c.md)") == [])
    }

    @Test func addressesAreNoWords() throws {
        #expect(try found(.bareAddress, in: "See https://example.com/a/b.html now") == ["1:5 ‘https://example.com/a/b.html’"])
        #expect(try found(.bareAddress, in: "[www.example.com](https://www.example.com)") == ["1:1 ‘[www.example.com](https://www.example.com)’"])
        #expect(try found(.bareAddress, in: "[example.org/budget](https://example.org/budget)").count == 1)
        #expect(try found(.bareAddress, in: "[bit.ly/3abc](https://bit.ly/3abc)").count == 1)
        #expect(try found(.bareAddress, in: "[example.edu.mx/plan](https://www.example.edu.mx/plan)").count == 1)
        for text in ["[reading/writing](https://example.org/a)", "[ada.gov](https://www.ada.gov)", "<office@example.org>", "[and/or](b.md)", "[Contact/help](b.md)", "`https://example.com/a`"] {
            #expect(try found(.bareAddress, in: text) == [], "\(text)")
        }
    }

    @Test func filesSayTypeAndSize() throws {
        #expect(try found(.fileLink, in: "[Budget](budget.pdf)", files: ["budget.pdf"]).count == 1)
        #expect(try found(.fileLink, in: "[Budget (PDF)](https://example.com/budget.PDF?x=1)").count == 1)
        #expect(try found(.fileLink, in: "[Letter (12 KB)](https://example.com/letter.docx)").count == 1)
        for address in ["b.docm", "get?file=b.pdf", "export?format=pdf", "b%2Epdf", "b.pdf/download"] { #expect(try found(.fileLink, in: "[Budget](https://example.com/x/\(address))").count == 1, "\(address)") }
        for (language, text) in [
            ("zh-Hans", "[预算（PDF，240KB）](https://example.com/b.pdf)"), ("zh-Hans", "[预算](https://example.com/b.pdf)（PDF，共12页）"), ("ar", "[الميزانية (PDF، ٢٤٠ كيلوبايت)](https://example.com/b.pdf)"),
            ("fr", "[Budget (PDF, 240 octets)](https://example.com/b.pdf)"), ("pt", "[Orçamento (PDF, 240 quilobytes)](https://example.com/b.pdf)"), ("es", "[Plan (PDF, 12 págs.)](https://example.com/b.pdf)"),
            ("en", "[Budget](https://example.com/b.pdf) — PDF, 240 KB"), ("en", "[Budget](https://example.com/b.pdf): PDF, 240 KB"), ("en", "[Budget](https://example.com/b.pdf) *(PDF, 240 KB)*"),
            ("en", "| A | Size |\n| - | - |\n| [Budget (PDF)](https://example.com/b.pdf) | 240 KB |"),
        ] {
            #expect(try found(.fileLink, in: text, language: language) == [], "\(text)")
        }
        #expect(try found(.fileLink, in: "[Plan](https://example.com/b.pdf) [Minutes](b.md) (PDF, 240 KB)").count == 1)
        for text in ["[Budget](https://example.com/get?page=2)", "[Budget (PDF, 240 KB)](https://example.com/b.pdf)", "[Budget](https://example.com/b.pdf) (PDF, 1.2 MB)", "[Budget, PDF, 240KB](https://example.com/b.pdf)",
            "[Table (Excel, 12 pages)](https://example.com/b.xlsx)", "[Budget](https://example.com/b.html)", "[Site](https://example.pdf)"] {
            #expect(try found(.fileLink, in: text) == [], "\(text)")
        }
    }

    // MARK: Images

    @Test(arguments: ["forum.jpg", "IMG_2041", "Image", "image 1", "photo", "IMG_2041.JPG", "IMG_1234", "Screenshot 2022-03-01 at 10.00.00", "WhatsApp Image 2022-03-01 at 10.00.00",
        "alt text", "untitled", "logo", "照片", "图1", "صورة 1", "IMG 2041", "Picture1", "Captura de pantalla 2022-03-01",
        "placeholder", "Banner", "Chart", "gráfico", "Untitled design (3)", "PXL_20240301_101500.MP", "Captura de tela 2024-03-01", "屏幕截图 2024-03-01", "微信图片_20240301101500",
        "clip_image002", "thumbnail_IMG-1", "20240102_101112", "FB_IMG_123", "MVIMG_2", "P1010023", "flyer_final_v2", "lincoln_school", "unnamed", "download (1)", "Slide1", "Slide 2", "1", "x", "-", "TODO",
        "decorative",
        "A picture containing text Description automatically generated", "Niños en clase Descripción generada automáticamente", "Crianças. Descrição gerada automaticamente",
        "Enfants. Description générée automatiquement"]) func fileNamesSayNothing(_ words: String) throws {
        #expect(try found(.alternativeText, in: "![\(words)](IMG_2041.jpg)", files: ["IMG_2041.jpg"]).count == 1)
    }

    @Test(arguments: ["A forum", "Photo of a child reading", "Logo of the district", "Photography class at work", "Image of the Week winner 2022", "Image processing in class", "Room 12", "bus-map", "A", "猫", "Slide", "F150", "Class2024", "COVID-19", "2024",
        "Slide for the playground", "Decorative plants in the hall", "Download speeds by school", "To do list"]) func wordsSaySomething(_ words: String) throws {
        #expect(try found(.alternativeText, in: "![\(words)](logo.jpg)", files: ["logo.jpg"]) == [])
    }

    @Test func aFileMayBeCalledWhatItsImageShows() throws {
        for (words, file) in [("Bus map", "bus-map.png"), ("Room 12", "room-12.jpg"), ("Drive-through", "drive-through.png"), ("PowerSchool", "powerschool.png"), ("A chart of costs", "chart.png"), ("Bar chart", "bar-chart.png")] {
            #expect(try found(.alternativeText, in: "![\(words)](\(file))", files: [file]) == [], "\(words)")
        }
        for (words, file) in [("class photo 2022", "class-photo-2022.jpg"), ("bus_map", "bus_map.png"), ("spring-fair-flyer", "spring-fair-flyer.png"), ("fair 20220301", "fair_20220301.png")] {
            #expect(try found(.alternativeText, in: "![\(words)](\(file))", files: [file]).count == 1, "\(words)")
        }
    }

    @Test func wordsAreNotSaidTwice() throws {
        let files = ["a.jpg"]
        #expect(try found(.alternativeWording, in: "![Image of a forum](a.jpg)", files: files).count == 1)
        #expect(try found(.alternativeWording, in: "![The forum](a.jpg \"The forum\")", files: files).count == 1)
        #expect(try found(.alternativeWording, in: "![The forum in March](a.jpg)\n\nThe forum in March.", files: files).count == 1)
        #expect(try found(.alternativeWording, in: "![The forum in March](a.jpg)\n*The forum in March*", files: files).count == 1)
        for (language, words) in [("fr", "Photo d’élèves"), ("es", "Foto del edificio"), ("en", "Screenshot of the form"), ("zh-Hans", "学生的照片"), ("ar", "صورة للطلاب"), ("en", "A screenshot of the form"),
            ("es", "Fotografía que muestra un aula"), ("es", "Foto: niños"), ("es", "Captura de pantalla del formulario"), ("pt", "Imagem mostrando crianças"), ("pt", "Fotografia das crianças"),
            ("fr", "Capture d’écran du formulaire")] {
            #expect(try found(.alternativeWording, in: "![\(words)](a.jpg)", language: language, files: files).count == 1, "\(words)")
        }
        #expect(try found(.alternativeWording, in: "![The forum in March](a.jpg)\n\nFigure 1: The forum in March", files: files).count == 1)
        #expect(try found(.alternativeWording, in: "![The forum in March](a.jpg)\n\nFigure 1: The room", files: files) == [])
        #expect(try found(.alternativeWording, in: "![Imaging of brains](a.jpg)\n\nThe forum in March.", files: files) == [])
        #expect(try found(.alternativeWording, in: "![Fotógrafa en el aula](a.jpg)", language: "es", files: files) == [])
    }

    // MARK: Tables

    @Test func columnsHaveHeaders() throws {
        #expect(try found(.tableHeader, in: "| A | |\n| - | - |\n| 1 | 2 |") == ["1:7 ‘|’"])
        #expect(try found(.tableHeader, in: "| A | - |\n| - | - |\n| 1 | 2 |").count == 1)
        #expect(try found(.tableHeader, in: "| A | &nbsp; |\n| - | - |\n| 1 | 2 |").count == 1)
        #expect(try found(.tableHeader, in: "| A | % |\n| - | - |\n| 1 | 2 |") == [])
        #expect(try found(.tableHeader, in: "| | A |\n| - | - |\n| x | 2 |") == [])
        #expect(try found(.tableHeader, in: "| A | |\n| - | - |\n| 1 | |") == [])
        #expect(try found(.duplicateHeader, in: "| A | B | a |\n| - | - | - |\n| 1 | 2 | 3 |") == ["1:11 ‘a’"])
        #expect(try found(.duplicateHeader, in: "| | A | |\n| - | - | - |\n| 1 | 2 | 3 |") == [])
    }

    @Test func tablesAreForData() throws {
        #expect(try found(.layoutTable, in: "| | |\n| - | - |\n| 1 | 2 |").count == 1)
        #expect(try found(.layoutTable, in: "| A |\n| - |\n| 1 |\n| 2 |").count == 1)
        let prose = String(repeating: "many words ", count: 20)
        #expect(try found(.layoutTable, in: "| A | B |\n| - | - |\n| \(prose)| \(prose)|").count == 1)
        #expect(try found(.layoutTable, in: "| A | B |\n| - | - |\n| \(prose)| 1 |\n| \(prose)| 2 |") == [])
        #expect(try found(.layoutTable, in: "| Before | After |\n| - | - |\n| \(prose)| \(prose)|") == [])
        #expect(try found(.layoutTable, in: "| Antes | Después |\n| - | - |\n| \(prose)| \(prose)|", language: "es") == [])
        #expect(try found(.layoutTable, in: "| ![A bus](a.jpg) | The bus leaves |\n| - | - |\n| ![A pen](a.jpg) | Bring a pen |", files: ["a.jpg"]).count == 1)
        #expect(try found(.layoutTable, in: "| Photo | Name |\n| - | - |\n| ![A bus](a.jpg) | Bus |", files: ["a.jpg"]) == [])
        #expect(try found(.layoutTable, in: "| ![Mathematics](a.jpg) | 2023 |\n| - | - |\n| North | 14 |", files: ["a.jpg"]) == [])
    }

    // MARK: Lists and headings

    @Test(arguments: ["a) one\nb) two", "– one\n– two", "-one\n-two", "1\\. one\n2\\. two", "(1) one\n(2) two\n(3) three", "a) one\n\nb) two", "(a) one\n(b) two\n(c) three", "→ one<br>→ two", "▸ one  \n▸ two", "• one\n• two", "✅ one\n✅ two", "👉 one\n👉 two", "➡️ one\n➡️ two",
        "★ one\n★ two", "1️⃣ one\n2️⃣ two", "① one\n② two", "☐ one\n☐ two", "❖ one\n❖ two", "§ one\n§ two", "i) one\nii) two", "i. one\nii. two", "1 - one\n2 - two",
        "1º One\n2º Two", "‐ one\n‐ two", "− one\n− two", "1.- one\n2.- two", "a.- one\nb.- two", "1/ one\n2/ two", "一、带笔\n二、带朋友", "（一）带笔\n（二）带朋友", "1、带笔\n2、带朋友",
        "（1）带笔\n（2）带朋友", "①带笔\n②带朋友", "・带笔\n・带朋友", "◆带笔\n◆带朋友", "١. أحضر قلما\n٢. أحضر صديقا", "1- أحضر قلما\n2- أحضر صديقا", "أ) أحضر قلما\nب) أحضر صديقا",
        "| A | B |\n|---|---|\n| - a pen<br>- a friend | x |", "Do this:\n2. Bring a pen\n3. Bring a friend", "A. Bring a pen\nB. Bring a friend", "– un stylo ;\n– un ami.",
        "**1.** pen\n**2.** paper", "*pen\n*paper", "1º) lápis\n2º) papel", "I - lápis\nII - papel", "Step 1: Bring a pen\nStep 2: Sit down", "**Paso 1:** Traiga\n**Paso 2:** Lea", "• a pen • a friend",
        "1º passo: pague.\n2º passo: assine.", "1º - Pague\n2º - Assine", "1ro. Pague\n2do. Firme", "1.º Pague\n2.º Firme", "1º A família paga\n2º A escola assina", "– 5 pens\n– 6 books", "— Bring a pen\n— Sit down",
        "A. Smith comes, we eat\nB. Doe goes", "— Red pens\n— Blue pens",
        "Bring: • a pen • a friend", "o Bring a pen\no Bring paper", "Ø pen\nØ paper",
    ])
    func whatLooksLikeAListIsNone(_ text: String) throws { #expect(try found(.falseList, in: text).count == 1) }

    @Test(arguments: ["- one\n- two", "1. one\n2. two", "– one", "a) one", "b) one\nc) two", "1.5 million\n2.5 million", "I. Smith\nJ. Jones", "A. Smith\nB. Jones", "• 8 to 4", "— Qui est là ?\n— C’est moi.", "– ¿Quién es?\n– Soy yo.", "– Quem é?\n\n– Sou eu.",
        "1º grado: x\n2º grado: y", "© 2020 us\n© 2021 us", "| A | B |\n|---|---|\n| – | – |\n| – | – |", "9 – 12\n10 – 4", "555-0100 – office\n555-0101 – nurse", "The plan\n2021. A year.", "—¿Qué?\n—Nada.", "a\nb", "A. one\nC. two", "§ 4 of the law\n§ 5 of the law", "Home • About • Contact", "Monday • 8 am • Room 4", "Step 1: Ask.\n\nStep 2: Wait.", "Name* and date\n\n*Required\n*As on the form", "I - we - you\nII", "*pen*\n*paper*",
        "1º) lápis", "Step 1: Ask\nStep 3: Wait",
        "1.º grado: lápiz\n2.º grado: papel", "1.º A: Ana\n2.º B: Ben", "1.º de mayo: feriado\n2.º de mayo: clase", "1.º ano: 20\n2.º ano: 22", "1.º Grado: lápiz\n2.º Grado: papel", "1.ª série: 20\n2.ª série: 22",
        "1ro. de mayo\n2do. grado", "— Oi, disse Ana.\n— Oi, disse João.", "– Bonjour, dit Ana.\n– Bonjour, dit Luc.", "— Jane Doe\n— John Roe", "— Jane Doe, parent\n— John Roe, parent",
        "A. Smith, chair\nB. Doe, clerk\nC. Roe, member", "A. Smith (chair)\nB. Doe (clerk)", "– 5 °C\n– 6 °C",
        "(a) Except as provided in paragraph (b), a complaint is filed when it comes.\n\n(b) The Secretary may decide otherwise."])
    func whatDoesNotIsLeftAlone(_ text: String) throws { #expect(try found(.falseList, in: text) == []) }

    @Test func aLetterMayBeAWord() throws {
        #expect(try found(.falseList, in: "Traiga lápiz\no pluma\no crayón", language: "es") == [])
    }

    @Test(arguments: ["**How to apply**\n\nText.", "***How to apply***\n\n- x", "**What is it?**\n\nText.", "*What is it?*\n\nText.\n\nText.\n\n*Who pays?*",
        "**How to apply:**\n\nFill it in.", "**How to apply:**\n\n- x\n- y", "**How to apply**  \nFill in the form today.", "**How to apply**\nFill in the form today.", "*How to apply*\n\nFill it in.",
        "**Grade 4**\n\nText.", "**Fall 2022**\n\nText.", "**How to apply!**\n\nFill it in.", "**[How to apply](b.md)**\n\nFill it in.", "**How to apply** 📝\n\nFill it in.", "> **How to apply**\n>\n> Fill it in.",
        "- x\n\n  **How to apply**\n\n  Fill it in.", "**一、如何申请**\n\n填写表格。", "**What to bring**<br>A pen and a good friend.", "**Important dates!**\n\nText.", "**How** **to apply**\n\nText.",
        "**For Both Boys and Girls**\n\nText.", "**2024–25 budget**\n\nText.", "**Grade 3**\n\nText.", "**March 2022**\n\nText.", "**Sunday school**\n\nText.", "**Sunday 15th: carols**\n\nText.", "**Every Monday**\n\nText.",
        "**Install Node.js**\n\nText.", "**All the news of example.org**\n\nText.", "**How example.org works**\n\nText.",
    ]) func boldIsNoHeading(_ text: String) throws {
        #expect(try found(.falseHeading, in: text).count == 1)
    }

    @Test(arguments: [
        "**Closed on Monday.**\n\nText.", "**Note:**\n\nText.", "**The end**", "**Call us** today\n\nText.", "- **Item**\n\n  Text", "**555 0100**\n\nText.",
        "**[Register](b.md)**\n\nText.", "**One**\n\n**Two**\n\nText.", "**Note:** x\n\nText.", "**Jane Doe**  \nSuperintendent", "**Main office**\n123 Main St.", "**Dear families:**\n\nText.", "**Eligibility.** All may apply.\n\nText.",
        "**March 10, 2022**\n\nText.", "**If you are running:**\n\n- x", "**We do not trust these:**\n\n- x", "*A poem*\n\nText.", "**Note**: x\n\ny", "**注意：** 请填表。\n\n请填表。", "**Nota:**\n\nx", "*Slanted*\n\nText.", "*Is it so?*\n\nText.",
        "**School closed on Monday!**\n\nText.", "**Benefits include:**\n\n- x", "**View rates for:**\n\n- x", "![A plan](b.png)\n\n**Our school**\n\nText.", "**Main office**<br>123 Main St.",
        "**Sunday 15th of December - 6pm**\n\nText.", "**Weds 25th of December - 10:30am**\n\nText.", "**Sun 14th of September - 4pm**\n\nText.", "**Mon to Fri, 9am - 5pm**\n\nText.", "**Every Monday at 7pm**\n\nText.",
        "**Domingo 15 de diciembre a las 18:00**\n\nText.", "**Todos los lunes, 18h30**\n\nText.", "**Domingo, 15 de dezembro, às 18h**\n\nText.", "**Le lundi 3 mars à 18 heures**\n\nText.", "**Chủ nhật ngày 15 tháng 12 lúc 18 giờ**\n\nText.",
        "**Dimanch 15 desanm a 6 p.m.**\n\nText.", "**الأحد 15 ديسمبر الساعة 6 مساءً**\n\nText.",
        "**info at canningroad.co.uk**\n\nText.", "**Visit example.org**\n\nText.",
    ])
    func otherBoldWordsAreNone(_ text: String) throws { #expect(try found(.falseHeading, in: text) == []) }

    // MARK: Capitals and directions

    @Test(arguments: ["PLEASE SIGN THE FORM.", "Do it. DO NOT PARK HERE.", "## CONTACT US", "## OVERVIEW", "NO SE PERMITE ESTACIONAR", "TEST: DELETE THIS LINE", "SCHOOL CLOSED today", "The form is VERY IMPORTANT.",
        "## 1. GOALS", "PROHIBIDO ESTACIONAR", "AÑO ESCOLAR NUEVO", "## ÉCOLE", "VUI LÒNG KÝ VÀO ĐƠN NÀY.", "![THE NEW SCHOOL BUILDING](b.png)", "## LUNCH MENU", "## BUS STOPS", "## PIZZA PARTY\n\nThe pizza comes.", "## RED CROSS", "ALL STAFF MUST SIGN"]) func shoutingIsFound(_ text: String) throws {
        #expect(try found(.allCapitals, in: text, files: ["b.png"]).count == 1)
    }

    @Test func titlesAreHeadingsToo() throws {
        #expect(try found(.allCapitals, in: "# SCHOOL CALENDAR\n\nText.", isTitled: false).map { $0.prefix(3) } == ["1:1"])
        #expect(try found(.allCapitals, in: "# NASA\n\nText.", isTitled: false) == [])
        #expect(try found(.allCapitals, in: "# School calendar\n\nText.", isTitled: false) == [])
    }

    @Test(arguments: ["The FBI, CIA and NSA.", "US EPA NPDES permits", "## FAQ", "## IEP", "An IEP AND a plan", "`SELECT NAME FROM TABLE`", "Plan B", "A B C D", "The methods GET, POST and PUT", "COVID-19 IN 2020", "UNESCO UNICEF", "The meeting is CANCELLED.", "The FAFSA ESSER", "## NASA", "## WIDA ACCESS", "## NWEA MAP\n\nText."])
    func abbreviationsAreNoShouting(_ text: String) throws { #expect(try found(.allCapitals, in: text) == []) }

    @Test(arguments: [
        ("en", "Click the button on the right."), ("en", "Use the menu in the top left corner."), ("en", "Dates shown in red are deadlines."), ("en", "Complete the items in green."),
        ("en", "Choose the red items."), ("en", "See the box below left."), ("en", "Click the button (top right)."), ("es", "Haga clic en el botón de la derecha."), ("es", "Los campos marcados en rojo son obligatorios."),
        ("es", "Complete los campos rojos."), ("es", "Arriba a la derecha tienes los enlaces."), ("es", "Arriba a la derecha tienes los link a Instagram."), ("es", "Abajo a la izquierda encontrará el menú."), ("pt", "Clique no botão à direita."), ("fr", "Cliquez sur le bouton à droite."), ("fr", "Les dates en rouge sont importantes."),
        ("en", "The red items are overdue."), ("en", "Sign the red items."), ("en", "The form is on the right."), ("en", "Use the menu on the left to find your school."),
        ("en", "Use the links on the right to register."), ("en", "New text is in green."), ("en", "Fill in the yellow boxes."), ("en", "Red means late."),
        ("en", "Goals shaded green are met."), ("en", "Deadlines appear in bold red."), ("en", "Choose your school from the list on the left side of the page."),
        ("en", "The button in the upper right-hand corner opens it."), ("es", "Los elementos rojos están atrasados."), ("es", "Los elementos en rojo están atrasados."),
        ("es", "Oprima el botón verde."), ("es", "Las celdas azules son nuevas."), ("es", "El menú a mano derecha tiene los formularios."), ("pt", "Os itens em vermelho estão atrasados."),
        ("pt", "Aperte o botão verde."), ("fr", "Les éléments rouges sont en retard."), ("fr", "Dans la colonne de droite, vous trouverez les liens."), ("fr", "Voir le tableau ci-contre."),
        ("zh-Hans", "红色的日期是截止日期。"), ("zh-Hans", "请点击蓝色链接。"), ("zh-Hans", "请看右图。"), ("zh-Hans", "绿色表示已完成。"), ("zh-Hans", "标红的日期是截止日期。"),
        ("zh-Hans", "菜单在左侧。"), ("ar", "اضغط على الزر الأحمر."), ("ar", "العناصر الحمراء متأخرة."), ("ar", "افتح القائمة اليمنى."), ("ar", "التواريخ باللون الأحمر نهائية."),
        ("ht", "Eleman wouj yo an reta."), ("ht", "Dat an wouj yo se dat limit."), ("ht", "Sèvi ak meni ki agoch la."), ("vi", "Các mục màu đỏ đã trễ hạn."), ("vi", "Nhấn nút xanh lá."),
        ("zh-Hans", "请点击右边的按钮。"), ("zh-Hans", "请填写红色项目。"), ("ar", "اضغط على الزر على اليمين."), ("ht", "Klike bouton ki adwat."), ("vi", "Nhấp vào nút bên phải."),
        ("en", "Click the **green** button."), ("en", "The dates in **red** are deadlines."), ("en", "See the menu **on the right**."), ("en", "**Click the green button.**"), ("en", "Click the *green button* now."),
        ("en", "Click the ***green*** button."), ("es", "Pulse el botón **verde**."), ("pt", "Clique no botão **verde**."), ("fr", "Cliquez sur le bouton **vert**."), ("vi", "Nhấn nút **màu xanh**."),
        ("ht", "Klike sou bouton **vèt** la."), ("ar", "اضغط على الزر **الأخضر**."), ("es", "Vea el menú **a la izquierda**."), ("fr", "Les champs en **rouge** sont obligatoires."),
        ("en", "Required fields are in red."), ("en", "The required questions are in red."), ("en", "Late buses are in blue on the schedule."), ("en", "Required fields are red."),
        ("ar", "الحقول الملونة بالأحمر إلزامية."), ("en", "Press the round button."), ("en", "The highlighted rows are new."), ("en", "The calendar is color-coded."), ("es", "Los campos obligatorios son rojos."),
        ("es", "Pulse el botón redondo."), ("fr", "Cliquez sur le bouton rond."), ("es", "Las filas resaltadas son nuevas."), ("en", "**Red** items are late."), ("en", "See the box above."),
    ])
    func directionsNeedAName(_ language: String, _ text: String) throws { #expect(try found(.colourOrPosition, in: text, language: language).count == 1) }

    @Test(arguments: [
        "Everyone has the right to vote.", "Cut the red tape.", "The school is on the right track.", "Turn to the right at the church.", "She wore a dress in red.",
        "Click **Save** on the right.", "Click the “Save” button on the right.", "Put paper in the blue box.", "We invest in green energy.", "The Red Line stops here.",
        "The form gives you the right to appeal.", "The playground is on the left.",
        "Write your name in blue or black ink.", "Click **Green** on the page.", "Click **Menu** on the right.", "Click the green button, **Save**.", "Press the round button on the machine.",
        "Late buses are blue.", "Bring color-coded folders.", "Sit at the round table.", "Highlighted in the report: costs.", "The **Red** team met the *Blue* team on the field.", "The new buses are in blue.",
        "Click +Timesheet (upper right corner above grid).", "Choose Send (at the bottom of the form, on the right).", "Click on the eBenefits logo in the upper left corner of the page.", "Click the green button above, `Code`.",
    ])
    func otherColoursAndSidesAreNone(_ text: String) throws { #expect(try found(.colourOrPosition, in: text) == []) }

    /// What has a colour or a side in the world.
    @Test(arguments: [
        ("en", "Use the yellow school bus."), ("en", "Use the Red Line to get to the museum."), ("en", "Look for the red button on the fire alarm."),
        ("en", "Select the bus stop on the right side of Main Street."), ("en", "Press the doorbell on the right of the door."), ("en", "Read the words in red, white and blue."),
        ("en", "The Orange Line trains are late."), ("en", "The Green Team meets on Monday."), ("en", "Bring two red items for the project."), ("en", "Fill in the form on the right-to-know law."),
        ("en", "The building on the right of the library is the office."), ("es", "Presione el timbre a la derecha de la puerta."), ("es", "Elija el asiento de la derecha."),
        ("es", "Siga la línea roja del metro."), ("es", "La escuela está a la derecha de la plaza."), ("es", "El partido de la derecha tiene información."), ("es", "Arriba a la derecha tienes la puerta y la lista."), ("es", "En la foto, arriba a la derecha, la directora."), ("es", "Arriba a la derecha, María López con su texto."), ("pt", "Use a Linha Vermelha do metrô."), ("pt", "A escola fica à direita da praça."),
        ("fr", "Appuyez sur la sonnette à droite."), ("fr", "Le texte de droite est voté."), ("fr", "Le champ est vert."), ("es", "Los campos de fútbol son verdes."), ("pt", "O campo verde fica à direita da praça."), ("es", "Escriba su nombre con tinta azul."), ("fr", "Utilisez la ligne rouge du métro."), ("zh-Hans", "学校用红色装饰。"),
        ("es", "Oprima el botón rojo del elevador."), ("es", "Oprima el botón rojo del ascensor."), ("pt", "Aperte o botão vermelho do elevador."), ("en", "See the table above."),
        ("zh-Hans", "请选择右边的教室。"), ("zh-Hans", "图书馆在学校左侧。"), ("zh-Hans", "红色的行李箱在门口。"), ("ar", "ارتدوا ملابس باللون الأزرق"), ("ar", "المدرسة على اليمين بعد الإشارة."),
        ("ar", "الصليب الأحمر يفتح ملجأ."), ("ht", "Lekòl la adwat apre limyè a."), ("vi", "Học sinh phải mặc đồng phục có màu xanh."), ("vi", "Trường nằm bên phải quảng trường."),
    ])
    func theWorldHasColoursToo(_ language: String, _ text: String) throws { #expect(try found(.colourOrPosition, in: text, language: language) == []) }

    // MARK: Abbreviations

    @Test func abbreviationsAreExplainedFirst() throws {
        #expect(try found(.abbreviationFirstUse, in: "Ask for an IEP. An IEP is a plan.") == ["1:12 ‘IEP’"])
        #expect(try found(.abbreviationFirstUse, in: "Ask for an IEP.\n\nAn Individualized Education Program (IEP) is a plan.") == ["1:12 ‘IEP’"])
        #expect(try found(.abbreviationFirstUse, in: "Ask for an IEP.", glossary: "## Individualized Education Program (IEP)\n\nA plan.") == [])
        // Words explain what they spell, in one sentence and in one row.
        for text in ["In every place: ask for an IEP.", "Ask in each part. The IEP is a plan.", "| In each part | x |\n| - | - |\n| IEP | y |", "Ask for an IEP, every parent may.", "Ms T. Bull (TA) and\nMs A. Perkins", "In 2022 CMR came", "Use a CAT tool.", "## Targeted and other help\n\nA TA comes.",
            "A plate issued by the DMV is fine. See `https://dmv.ca.gov/online`.", "Ask the DMV. See `https://example.org/my-dmv-form`.", "Ask the DMV, or write to help@dmv.example.org.",
            "Call the PTO. PTO meetings are open.", "In the building. IEP teams meet.", "Building IEP teams takes time.", "Write to the PI.", "The plan of the hotel MTSS."] {
            #expect(try found(.abbreviationFirstUse, in: text).count == 1, "\(text)")
        }
    }

    @Test func otherLanguagesExplainTooWhatTheyBorrow() throws {
        for (language, text) in [
            ("es", "Pida un IEP."), ("es", "Llame al 555 0100 (IEP)."), ("es", "El IEP (2 de mayo) ayuda."), ("fr", "Demandez un IEP."), ("zh-Hans", "请参加IEP（3）会议。"),
            ("es", "En el Edificio de Servicios al Alumnado de Anchieta (ULL)."),
            ("en", "People learning the language (EXR)."), ("en", "Ask the JD Team."),
        ] {
            #expect(try found(.abbreviationFirstUse, in: text, language: language).count == 1, "\(text)")
        }
    }

    @Test func abbreviationsAreSeenInEveryForm() throws {
        #expect(try found(.abbreviationFirstUse, in: "Ask for an IEP. The Individualized Education Program (IEP) helps.") == ["1:12 ‘IEP’"])
        #expect(try found(.abbreviationFirstUse, in: "The MTSS/RTI team").count == 2)
        #expect(try found(.abbreviationFirstUse, in: "The I.E.P. meeting") == ["1:5 ‘I.E.P’"])
        #expect(try found(.abbreviationFirstUse, in: "请参加IEP会议。", language: "zh-Hans").count == 1)
        for (language, text) in [
            ("zh-Hans", "个别化教育计划（IEP）很好。IEP很好。"), ("ar", "برنامج التعليم الفردي (IEP) مفيد."), ("ht", "Plan edikasyon pou chak timoun (IEP)."), ("vi", "Chương trình giáo dục cá nhân (IEP)."),
            ("es", "Plan Educativo Individual (IEP, por sus siglas en inglés)."), ("es", "Personas aprendiendo inglés (ELL)."), ("pt", "Plano Educacional (IEP, na sigla em inglês)"),
            ("pt", "Alunos de inglês (ELLs)"), ("fr", "Apprenants d’anglais (ELL)"), ("fr", "Programme éducatif (IEP, en anglais)"), ("zh-Hans", "IEP（个别教育计划）很好。"),
            ("es", "El IEP (plan educativo individual) ayuda."), ("es", "En EUA"), ("pt", "Traga o CPF e o RG dos EUA."), ("en", "The USDA and HR"), ("en", "Write to Mr. JD Smith."),
            ("es", "La ONU y los EE. UU. vienen."), ("en", "J.R.R. Tolkien in the U.S.A. and docs/IEP"), ("en", "Individualized Education Program teams write an IEP. The IEP helps."),
        ] {
            #expect(try found(.abbreviationFirstUse, in: text, language: language) == [], "\(text)")
        }
    }

    @Test func legendsExplainThem() throws {
        for (language, text) in [("pt", "SG = sem glúten"), ("pt", "É GRÁTIS!"), ("es", "Es el ÚNICO día"), ("es", "IEP: Programa Individual de Educación")] {
            #expect(try found(.abbreviationFirstUse, in: text, language: language) == [], "\(text)")
        }
        for (language, text) in [("en", "GF: ask the cook"), ("es", "IEP: Traiga el formulario"), ("en", "Please file IEP forms."), ("en", "RTI: 5")] {
            #expect(try found(.abbreviationFirstUse, in: text, language: language).count == 1, "\(text)")
        }
        let told = try problems(in: "As M.G.L. says").filter { $0.rule == .abbreviationFirstUse }
        #expect(told.map(\.message) == ["nothing on this page says what M.G.L. stands for"])
    }

    @Test(arguments: [
        "An Individualized Education Program (IEP). The IEP is a plan.", "The IEP (Individualized Education Program) is a plan.", "IEP stands for a plan.",
        "The Individualized Education Program comes first. Then the IEP.", "<abbr title=\"Individualized Education Program\">IEP</abbr> and IEP", "See [the IEP](b.md).",
        "Boston, MA 02101", "at 6 PM", "Chapter IV", "MY_IEP and `IEP`", "We do NOT close.", "A K-12 school", "SNOW day, and snow day", "Write to README.md", "Read the PDF.",
        "Free/Libre Open Source Software, which can be shortened to FLOSS.", "The sigla API, in English *application programming interface*.",
        "| For | Write |\n| - | - |\n| Small-quantity handlers of universal wastes | SQHUW |", "IMAGEN: la escuela", "Files as CSV, SHP and SAV", "The GNU license",
        "**PHASE I**", "As 603 CMR 28.00 says", "Under 25 CFR §1.4(b)", "Keizersgracht 617, 1017 DS, Amsterdam", "An MRI or CAT scan, call TTY: 711", "The GI Bill pays.", "Tuberculosis (TB) and TB", "**VOTED 5–0.**", "The board will VOTE on MONDAY.", "Play BINGO", "GF = gluten free, DF = dairy free", "GF: gluten free", "GF – gluten free", "PB and J, or a BLT",
        "JFK, MLK and FDR", "FYI: ages 3 YRS", "Policy JIC", "File: ACAB", "An enterprise resource planning (ERP) system", "Securities and Exchange Commission (SEC)",
        "We held a BBQ.", "Final date TBC.", "RED curbs mean no parking.", "Zona VERDE y AZUL", "¡Venga! POSE, POSE, POSE, POSE", "We use a Raspberry PI.", "Edif. STAR, nave 2", "Edificio STAR", "Building STAR, second floor", "The CORE of the TEAM", "STAFF only",
        "The DMV, which all call dmv, is open.",
    ])
    func theseNeedNoExplanation(_ text: String) throws { #expect(try found(.abbreviationFirstUse, in: text) == []) }

    // MARK: Languages

    @Test func passagesInOtherLanguagesAreMarked() throws {
        let spanish = "Bienvenidos a las escuelas de nuestra ciudad para los niños."
        #expect(try found(.languageOfParts, in: "Hello. \(spanish)", others: ["es"]) == ["1:8 ‘\(spanish.dropLast())’"])
        #expect(try found(.languageOfParts, in: "[\(spanish)](lang:es)", others: ["es"]) == [])
        // Nor need the publication have the language.
        #expect(try found(.languageOfParts, in: spanish).count == 1)
        for text in ["Se habla español", "Bienvenidos a todos los niños", "¿Habla español? Llame al 413-555-0100.", "![\(spanish)](a.jpg)", "Nou pale kreyòl ayisyen. Rele nou pou jwenn èd nan lang ou.",
            "Wir sind für alle Eltern da und helfen bei der Anmeldung.", "Wir bieten kostenlose Dolmetscher für alle Familien an.", "Zadzwoń do nas, jeśli potrzebujesz tłumacza.", "Prosimy o kontakt z biurem szkoły, jeśli nie jest to możliwe."] {
            #expect(try found(.languageOfParts, in: text, files: ["a.jpg"]).count == 1, "\(text)")
        }
        for text in ["Café de la Paix in Rue de la Paix, Paris", "Welcome to La Casa de los Niños school.", "Los Angeles, El Paso and San José de los Remedios", "Español", "We ate a quesadilla à la mode.",
            "Do as I do, no more", "Sr. Juan Carlos de la Cruz y Martínez de la Rosa", "We thank Juan Carlos de la Cruz y Martínez de la Rosa", "In so far as it is a plan", "The war hat and the die of the man", "The Kinder class is in the gym", "Die Hard is a film that we do not show"] {
            #expect(try found(.languageOfParts, in: text) == [], "\(text)")
        }
        #expect(try found(.languageOfParts, in: "We read El Señor de los Anillos y más in class.", others: ["es"]) == [])
        #expect(try found(.languageOfParts, in: "Welcome to the schools of our city for all children.", language: "es", others: ["en"]).count == 1)
    }

    @Test func otherScriptsAreMarked() throws {
        #expect(try found(.languageOfParts, in: "A sign: 欢迎光临我们的学校!") == ["1:9 ‘欢迎光临我们的学校’"])
        #expect(try found(.languageOfParts, in: "A sign: [欢迎光临我们的学校](lang:zh-Hans)") == [])
        #expect(try found(.languageOfParts, in: "Добро пожаловать в школу") == ["1:1 ‘Добро пожаловать в школу’"])
        #expect(try found(.languageOfParts, in: "The letter π, and the name Юрий.") == [])
        #expect(try found(.languageOfParts, in: "[العربية](https://example.com/arabic)").count == 1)
        #expect(try found(.languageOfParts, in: "[العربية](https://www.example.org/ar/)", others: ["ar"]) == [])
        #expect(try found(.languageOfParts, in: "مرحبا بكم Microsoft Word", language: "ar") == [])
    }

    @Test func onlyWhatIsAskedIsLookedFor() throws {
        #expect(TextRules.all.filter { $0.rules.contains { $0.severity == .error } }.allSatisfy { !$0.readsWords }, "a build would pay for it")
        let families = TextRules.all.flatMap(\.rules)
        #expect(Set(families).count == families.count)
    }
}
