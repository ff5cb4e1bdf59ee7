/// Words of which a link's text can be made without saying anything, in one language: `please read more here`.
struct FillerWords: Sendable {
    /// One of these is what such a text is about: the link itself, or more of something.
    private let cores: Set<String>
    private let others: Set<String>
    private let clicks: Set<String>
    private let heres: Set<String>
    private let isArabic: Bool

    private init(_ language: String, cores: String, others: String, clicks: String, heres: String) {
        func words(_ text: String) -> Set<String> { Set(VagueWords.words(of: text, in: language)) }
        self.clicks = words(clicks)
        self.heres = words(heres)
        self.cores = words(cores).union(self.clicks).union(self.heres)
        self.others = words(others)
        isArabic = language == "ar"
    }

    /// Whether a text of several words is made of nothing else, or begins with `click here`.
    func fill(_ words: [String]) -> Bool {
        let words = isArabic ? words.map(known) : words
        for length in 2...5 where length <= words.count {
            let start = words.prefix(length)
            guard start.allSatisfy(isFiller) else { break }
            if start.contains(where: clicks.contains), start.contains(where: heres.contains) { return true }
        }
        if words.count > 1, words.allSatisfy(isFiller), words.contains(where: cores.contains) { return true }
        // The size and type of a file, and where it opens, say nothing of what it is.
        var rest = words[...], isSized = false
        while let last = rest.last, FillerWords.asides.contains(last) || isSized && last.allSatisfy(\.isNumber) {
            rest.removeLast()
            isSized = true
        }
        if !isSized, let last = rest.last, rest.count == 2, last.allSatisfy(\.isNumber), FillerWords.links.contains(rest[0]) { return true }
        guard rest.allSatisfy(isFiller), rest.contains(where: cores.contains) else { return false }
        return rest.count > 1 || rest.first.map { heres.contains($0) || clicks.contains($0) || FillerWords.links.contains($0) } == true
    }

    private func isFiller(_ word: String) -> Bool { cores.contains(word) || others.contains(word) }

    /// An Arabic word without what is joined to its beginning: `and`, `by`, `for`, `the`.
    private func known(_ word: String) -> String {
        var word = word
        for prefix in ["", "و", "ب", "ل", "ال", "ل"] {
            if isFiller(word) { return word }
            if !prefix.isEmpty, word.hasPrefix(prefix), word.unicodeScalars.count > prefix.unicodeScalars.count + 1 { word.unicodeScalars.removeFirst(prefix.unicodeScalars.count) }
        }
        return word
    }

    private static let links: Set<String> = ["link", "enlace", "lien", "lyen", "رابط", "مزيد", "تفاصيل"]
    private static let asides: Set<String> = [
        "pdf", "kb", "mb", "ko", "mo", "window", "tab", "new", "opens", "in", "external", "ventana", "nueva", "abre", "se", "janela", "nova", "fenetre", "nouvelle",
    ]

    static func of(_ language: String) -> FillerWords? { byLanguage[language] }

    private static let byLanguage: [String: FillerWords] = [
        "en": FillerWords(
            "en", cores: "this that these those link links page webpage website site url document file article pdf info information details more attachment",
            others: """
                a an the to for of on in at please and or by our your is s now just via it full further story web doc docx word see view read learn go visit open find \
                get follow check continue download show discover out following below button submit
                """,
            clicks: "click clicking tap press", heres: "here"),
        "es": FillerWords(
            "es", cores: "este esta esto ese esa enlace enlaces vinculo link liga página sitio documento archivo artículo pdf información info detalles más",
            others: """
                el la los las un una en de a para por favor y mismo al del lo su nuestro nuestra desde haga hacer hacé haz dé da dar ingrese ingresa entre entra consulte \
                consultar vea ver ve véase lea leer lee conozca conoce conocer acceda accede acceder descargue descarga descargar descárgalo regístrese regístrate inscríbase \
                inscríbete infórmese infórmate visite visitar abrir abra ir sepa saber obtenga obtener continuar siguiente web completo completa
                """,
            clicks: "clic click pulse pulsa pinche pincha pinchar presione oprima", heres: "aquí acá"),
        "pt": FillerWords(
            "pt", cores: "este esta esse essa isto neste nesta nesse nessa link links página site documento arquivo artigo endereço pdf informação informações info detalhes mais",
            others: """
                o a os as um uma no na em de para por favor e do da seu acesse acessar veja ver leia ler confira conferir consulte consultar baixe baixar saiba saber visite \
                visitar abrir abra inscreva se registre continue lendo ir vá obtenha web completo completa seguinte
                """,
            clicks: "clique clica clicando clicar", heres: "aqui"),
        "fr": FillerWords(
            "fr", cores: "ce cet cette ceci lien liens page site document fichier article informations information infos détails pdf savoir plus",
            others: """
                le la les un une de d l en pour par via sur et notre au à vous s il te plaît consulter consultez voir voyez lire lisez suivez suivre télécharger téléchargez \
                accéder accédez ouvrir ouvrez inscrivez inscrire visitez visiter suivant suivante web complet complète obtenir adresse
                """,
            clicks: "cliquez cliquer cliquant clic", heres: "ici"),
        "ht": FillerWords(
            "ht", cores: "lyen paj sit dokiman pdf plis enfòmasyon enfomasyon detay telechaje",
            others: "sa a an la l li yo sou pou nan tanpri gade wè aprann vizite kontinye jwenn", clicks: "klike peze", heres: "isit"),
        "vi": FillerWords(
            "vi", cores: "này link dẫn kết thêm tải pdf chi",
            others: "tại ở vào liên đường trang web chuột xem về xuống tiết thông tin biết để tìm hiểu đọc tiếp đăng ký tài liệu tệp file vui lòng mời và",
            clicks: "nhấp nhấn bấm click ấn", heres: "đây"),
        "ar": FillerWords(
            "ar", cores: "مزيد رابط هذا هذه تفاصيل صفحة موقع تحميل تنزيل حمل عرض ملف",
            others: "تالي على من خلال عن في الى معلومات معرفة اقرأ اعرف تعرف شاهد متابعة قراءة يرجى رجاء فضلك زيارة التالية تالية", clicks: "اضغط انقر ضغط نقر", heres: "هنا"),
    ]
}

/// The same in Chinese, whose words stand together.
enum ChineseFillers {
    /// Whether a text is made of such parts alone, one of them a core.
    static func fill(_ text: String) -> Bool {
        let text = String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(isLetterOrDigit)))
        var rest = text[...], hasCore = false
        while !rest.isEmpty {
            if let core = cores.first(where: { rest.hasPrefix($0) }) {
                hasCore = true
                rest = rest.dropFirst(core.count)
            } else if let other = others.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(other.count)
            } else {
                return false
            }
        }
        return hasCore
    }

    /// The longest first.
    private static let cores = [
        "这里", "這裡", "這裏", "这儿", "此处", "此處", "点我", "點我", "点击", "點擊", "单击", "單擊", "链接", "連結", "鏈接", "网页", "網頁", "页面", "頁面", "网站", "網站", "网址", "網址",
        "附件", "全文", "更多", "详情", "詳情", "下载", "下載", "click", "here", "pdf", "此", "戳", "按", "点", "點",
    ]
    private static let others = [
        "这个", "這個", "了解", "查看", "浏览", "瀏覽", "阅读", "閱讀", "信息", "資訊", "详细", "詳細", "内容", "內容", "进入", "進入", "打开", "打開", "继续", "繼續", "文件", "文档", "请", "請", "可",
        "在", "本", "该", "該", "的", "看", "这", "這",
    ]
}
