import Foundation
import Publication

/// Links' texts that say nothing of where they lead, whole and as `folded` gives them.
enum VagueWords {
    /// English ones count everywhere: they are pasted into texts of any language.
    static func contain(_ text: String, in language: LanguageTag) -> Bool {
        let language = language.language
        // An arrow, or `1`; but a year and `1.3` are names.
        let shown = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard shown.contains(where: isLetterOrDigit) else { return !shown.isEmpty }
        if shown.allSatisfy({ $0.properties.numericType != nil }) { return shown.count < 3 }
        if language == "zh", ChineseFillers.fill(text) { return true }
        for known in language == "en" ? ["en"] : ["en", language] {
            let words = words(of: text, in: known), key = words.joined(separator: " ")
            if known == "en", endsHere(words) || text.trimmingCharacters(in: .whitespaces) == "it" { return true }
            // `Here & Now` is what programs are called.
            if known == "en", ["here now", "here and now"].contains(key) { continue }
            if exact[known]?.contains(key) == true || points(folded(text), known) || FillerWords.of(known)?.fill(words) == true { return true }
        }
        return false
    }

    /// Whether a link of code is one: names in code are short, but none is `here`.
    static func containCode(_ text: String, in language: LanguageTag) -> Bool {
        let here = ["here", "aqui", "ici", "isit", "hier"], words = words(of: text, in: "en")
        return words.contains { here.contains($0) } && contain(text, in: language)
    }

    /// Words as they are compared: without case, accents and what Arabic is written with or without. Vietnamese accents make
    /// other words, and stay.
    static func words(of text: String, in language: String) -> [String] {
        var text = text.lowercased()
        if language == "ar" { text = plainArabic(text) }
        text = language == "vi" ? text.precomposedStringWithCanonicalMapping : text.decomposedStringWithCanonicalMapping
        var words: [String] = [], word = String.UnicodeScalarView()
        func close() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if language != "vi", scalar.value < 0x590, scalar.properties.generalCategory == .nonspacingMark { continue }
            if scalar == "\u{AD}" || scalar == "\u{200B}" { continue }
            if isLetterOrDigit(scalar) { word.append(scalar) } else { close() }
        }
        close()
        return words
    }

    /// Words that point at something which only the sentence around names: `this blog post`.
    private static func points(_ text: String, _ language: String) -> Bool {
        guard let (pointers, things) = pointing[language], let space = text.firstIndex(of: " ") else { return false }
        return pointers.contains(String(text[..<space])) && things.contains(String(text[text.index(after: space)...]))
    }

    /// `Donate here`, `Log in here`, `can be found here`; but of `Why we are here` it is the end.
    private static func endsHere(_ words: [String]) -> Bool {
        guard words.count > 1, words.last == "here" else { return false }
        let rest = words.drop { ["is", "are", "can", "be", "please", "also", "by"].contains($0) }
        return (2...3).contains(rest.count) && verbs.contains(rest[rest.startIndex])
    }

    private static let verbs: Set<String> = Set(
        """
        add apply ask available book browse buy call chat click clicking complete contact donate download email enroll enrol enter explore file fill find found get give go join learn \
        listed listen located log login look make nominate open order pay play posted preorder print purchase read register rent renew reply report request reserve respond rsvp \
        schedule search see send share shop sign signup start stream submit subscribe support tune upload using view visit volunteer vote watch write
        """.split(separator: " ").map(String.init))

    private static let exact: [String: Set<String>] = byLanguage.merging(["en": english]) { $0.union($1) }.reduce(into: [:]) { all, entry in
        all[entry.key] = Set(entry.value.map { words(of: $0, in: entry.key).joined(separator: " ") })
    }

    private static let pointing: [String: (pointers: Set<String>, things: Set<String>)] = [
        "en": (["this", "that", "these", "those"], [
            "blog post", "blog", "example", "examples", "issue", "guide", "list", "report", "video", "videos", "map", "chart", "table", "survey", "letter",
            "notice", "project", "repository", "tool", "presentation", "spreadsheet", "folder", "resource", "resources", "event", "story", "study", "paper",
            "discussion", "comment", "tutorial", "section", "book", "course", "template", "documents", "articles", "links", "pages", "files", "forms", "image",
        ]),
        "es": (["este", "esta", "ese", "esa", "estos", "estas"], [
            "ejemplo", "ejemplos", "guía", "lista", "informe", "video", "vídeo", "mapa", "gráfico", "tabla", "encuesta", "carta", "aviso", "proyecto", "taller",
            "repositorio", "herramienta", "presentación", "planilla", "carpeta", "recurso", "recursos", "evento", "estudio", "modelo", "formulario", "archivo", "nota",
            "publicación", "sección", "libro", "curso", "plantilla", "artículo", "entrada", "sitio web", "página web",
        ]),
        "pt": (["este", "esta", "esse", "essa", "estes", "estas"], [
            "exemplo", "guia", "lista", "relatório", "vídeo", "mapa", "gráfico", "tabela", "pesquisa", "carta", "aviso", "projeto", "ferramenta", "apresentação",
            "planilha", "pasta", "recurso", "evento", "estudo", "formulário", "arquivo", "publicação", "seção", "livro", "curso", "modelo", "artigo",
        ]),
        "fr": (["ce", "cet", "cette", "ces"], [
            "exemple", "guide", "liste", "rapport", "vidéo", "carte", "graphique", "tableau", "enquête", "lettre", "avis", "projet", "outil", "présentation",
            "dossier", "ressource", "évènement", "événement", "étude", "formulaire", "fichier", "publication", "section", "livre", "cours", "modèle", "billet",
        ]),
    ]

    private static let english: Set<String> = [
        "here", "click", "click here", "click here for more", "click here for more information", "click here to learn more", "click this",
        "click this link", "click the link", "click on this link", "tap here", "press here", "see here", "go here", "right here", "over here",
        "more", "more here", "read more", "learn more", "see more", "view more", "show more", "find out more", "discover more", "get more",
        "more info", "more information", "for more information", "more details", "further information", "further details", "info", "information",
        "details", "details here", "see details", "view details", "learn more here", "read more here", "find out more here", "read on", "read this", "read it",
        "continue", "continue reading", "keep reading", "link", "this link", "the link", "this page", "the page", "web page", "this web page",
        "this webpage", "webpage", "site", "this site", "website", "web site", "this website", "visit website", "visit site", "visit page", "visit",
        "this", "this one", "this document", "document", "this article", "article", "this post", "post", "blog post", "this form", "this file", "file", "view", "see", "read",
        "open", "start", "download", "download here", "download this", "download now", "follow this link", "this url", "check it out",
        "see this", "view here", "view this", "sign up here", "register here", "apply here", "pdf", "attached", "see attached",
        "submit here", "go", "next", "previous", "learn more about it", "learn more about this", "read full story", "full story", "click to view",
        "above", "below", "using this link", "by using this link", "use this link",
    ]

    private static let byLanguage: [String: Set<String>] = [
        "es": [
            "aquí", "aqui", "acá", "clic aquí", "haga clic aquí", "haz clic aquí", "haga click aquí", "pulse aquí", "pinche aquí", "presione aquí",
            "más", "más información", "mas información", "más info", "más detalles", "detalles", "información", "leer más", "lea más", "lee más",
            "ver más", "vea más", "saber más", "conozca más", "obtenga más información", "enlace", "este enlace", "vínculo", "este vínculo",
            "esta página", "página", "este sitio", "sitio web", "este documento", "documento", "este artículo", "esto", "ver", "leer", "ir",
            "continuar", "continúe", "seguir leyendo", "consultar", "acceder", "abrir", "conozca", "leer nota completa", "siga leyendo", "sigue leyendo", "continúe leyendo", "continuar leyendo", "regístrese aquí", "descargar", "descargar aquí", "descargue aquí", "ver detalles",
        ],
        "pt": [
            "aqui", "clique aqui", "clique", "mais", "mais informações", "mais informação", "mais detalhes", "detalhes", "informações", "leia mais",
            "ler mais", "saiba mais", "saber mais", "veja mais", "ver mais", "link", "este link", "esta ligação", "esta página", "página", "este site",
            "site", "este documento", "documento", "este artigo", "isto", "ver", "ler", "ir", "continuar", "continue lendo", "baixar", "baixe aqui",
            "descarregar", "transferir", "ver detalhes", "confira", "acesse", "acessar", "abrir", "leia a matéria completa",
        ],
        "fr": [
            "ici", "cliquez ici", "cliquer ici", "clic ici", "plus", "plus d’informations", "plus d'informations", "plus d’infos", "plus d'infos",
            "plus de détails", "détails", "en savoir plus", "savoir plus", "lire plus", "lire la suite", "la suite", "voir plus", "voir", "lire",
            "lien", "ce lien", "cette page", "page", "ce site", "site", "ce document", "document", "cet article", "ceci", "continuer", "télécharger",
            "télécharger ici", "informations", "consulter", "ouvrir", "découvrir", "accéder", "savoir",
        ],
        "zh": [
            "这里", "這裡", "这儿", "此处", "此處", "在此", "点击这里", "點擊這裡", "点击此处", "點擊此處", "请点击这里", "请点击此处", "按此", "点这里", "更多",
            "更多信息", "更多資訊", "更多详情", "详情", "詳情", "了解更多", "了解详情", "查看更多", "查看详情", "阅读更多", "閱讀更多", "链接", "連結", "此链接",
            "这个链接", "进入", "進入", "网址", "網址", "附件", "本页", "此页", "网页", "网站", "此网站", "文件", "下载", "下載", "查看", "继续", "继续阅读", "点击",
        ],
        "ar": [
            "هنا", "اضغط هنا", "انقر هنا", "إضغط هنا", "من هنا", "المزيد", "اقرأ المزيد", "إقرأ المزيد", "لمزيد من المعلومات", "مزيد من المعلومات",
            "المزيد من المعلومات", "معرفة المزيد", "اعرف المزيد", "تعرف على المزيد", "التفاصيل", "مزيد من التفاصيل", "رابط", "الرابط", "هذا الرابط",
            "هذه الصفحة", "الصفحة", "هذا الموقع", "الموقع", "تحميل", "تنزيل", "عرض", "متابعة القراءة",
        ],
        "ht": [
            "isit", "isit la", "la a", "klike isit", "klike isit la", "klike la", "peze isit la", "plis", "plis enfòmasyon", "pou plis enfòmasyon",
            "plis detay", "detay", "li plis", "aprann plis", "wè plis", "lyen", "lyen sa a", "lyen sa", "paj sa a", "paj sa", "sit sa a", "dokiman sa a",
            "telechaje", "kontinye", "kontinye li", "gade la",
        ],
        "vi": [
            "đây", "ở đây", "tại đây", "nhấp vào đây", "bấm vào đây", "nhấn vào đây", "ấn vào đây", "click vào đây", "thêm", "xem thêm", "đọc thêm",
            "tìm hiểu thêm", "biết thêm", "thông tin thêm", "thêm thông tin", "chi tiết", "xem chi tiết", "liên kết", "liên kết này", "trang này",
            "trang web này", "tài liệu này", "tải xuống", "tải về", "xem", "tiếp tục", "đọc tiếp",
        ],
    ]
}
