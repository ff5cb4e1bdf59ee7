import Foundation
import Markdown
import Publication

/// Images' texts that are there, and say nothing. (Those that are missing stop the reading of a document.)
struct AlternativeTexts {
    let text: CheckedText

    /// File names and words for any picture at all: WCAG's failure F30.
    func names() -> [Diagnostic] {
        text.nodes(.image).compactMap { image in
            let alternative = text.tree.plainText(of: image)
            guard let what = AlternativeTexts.placeholder(alternative, file: text.tree.destination(image)) else { return nil }
            return text.problem(
                .alternativeText, at: image, "‘\(excerpt(alternative))’ is \(what) and says nothing of the image",
                help: "Say in the square brackets what the image shows, in a few words, as one would on the telephone.")
        } + picture()
    }

    /// The one that the front matter names.
    private func picture() -> [Diagnostic] {
        guard let picture = text.document.frontMatter.image,
            let what = AlternativeTexts.placeholder(picture.text, file: Array(picture.file.utf8)[...])
        else { return [] }
        return [text.document.problem(
            .alternativeText, key: "image", "the image's text, ‘\(excerpt(picture.text))’, is \(what)",
            help: "Say what the image shows, in a few words: `image: {file: forum.jpg, text: Parents and teachers around a table}`.")]
    }

    private static func placeholder(_ alternative: String, file: ArraySlice<UInt8>) -> String? {
        let words = folded(alternative)
        if isLoneSign(alternative.trimmingCharacters(in: .whitespacesAndNewlines)) { return "a sign" }
        if generated.contains(where: { words.hasSuffix($0) }) { return "a program's guess" }
        let utf8 = words.utf8
        guard !words.isEmpty, utf8.count <= 120 else { return nil }
        // `Untitled design (3)`
        let unnumbered = folded(words.prefix { !$0.isNumber })
        if standIns.contains(words) || (standIns.contains(unnumbered) || numbered.contains(unnumbered)) && AlternativeTexts.parts(of: words).count == AlternativeTexts.parts(of: unnumbered).count + 1 {
            return "a word for any image"
        }
        if ["jpg", "jpeg", "png", "gif", "svg", "webp", "bmp", "tif", "tiff", "heic", "avif"].contains(where: { words.hasSuffix("." + $0) }) { return "a file name" }
        // `Image 1`, `IMG_1234`, `图1`, `Screenshot 2022-03-01 at 10.00.00`: words for any image, and numbers.
        let parts = AlternativeTexts.parts(of: words)
        if parts.contains(where: anyImage.contains), parts.allSatisfy({ anyImage.contains($0) || joints.contains($0) || $0.unicodeScalars.allSatisfy { $0.properties.numericType != nil } }) {
            return parts.count > 2 || words.contains("_") ? "a file name" : "a word for any image"
        }
        let name = file.split(separator: UInt8(ascii: "/")).last ?? [], stem = String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self).lowercased()
        guard !utf8.contains(0x20) else {
            // `class photo 2022`, of `class-photo-2022.jpg`; a file that is called `bus-map.png` has good words of its own.
            let isSame = AlternativeTexts.parts(of: stem) == parts && stem.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            return isSame && parts.contains { anyImage.contains($0) || $0.utf8.count > 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ? "a file name" : nil
        }
        if AlternativeTexts.isFileName(utf8) { return "a file name" }
        // What stands before the ending counts where it is more than a word, as `drive-through` is one.
        let isSame = stem == words
        let isNoWord = utf8.count { $0 == UInt8(ascii: "-") } > 1 || utf8.count { (0x30...0x39).contains($0) } >= 3
        return isSame && isNoWord ? "a file name" : nil
    }

    /// `-`, `1` and `x`; a capital may be what is shown.
    private static func isLoneSign(_ text: String) -> Bool {
        guard let sign = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
        return sign.isASCII && !("A"..."Z").contains(sign)
    }

    /// `clip_image002`, `P1010023`, `20240102`, whatever the file is called by now; but `F150` and `Class2024` are names.
    private static func isFileName(_ word: String.UTF8View) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        if word.contains(UInt8(ascii: "_")) { return true }
        let letters = word.prefix { (0x61...0x7A).contains($0) }, digits = word.dropFirst(letters.count)
        guard digits.allSatisfy(isDigit) else { return false }
        return digits.count > 4 || digits.count == 4 && !letters.isEmpty && !digits.starts(with: "19".utf8) && !digits.starts(with: "20".utf8)
    }

    /// Words and numbers, each by itself.
    private static func parts(of text: String) -> [String] {
        runs(of: text) { !isLetterOrDigit($0) ? 0 : ("0"..."9").contains($0) || ("٠"..."٩").contains($0) ? 1 : 2 }
    }

    /// What stands where nobody has written a text.
    private static let standIns: Set<String> = [
        "alt", "alt text", "alternative text", "untitled", "sin título", "sem título", "sans titre", "logo", "logotipo", "icon", "graphic", "spacer", "a description automatically generated",
        "description automatically generated", "description", "texto alternativo", "texte alternatif", "placeholder", "placeholder image", "banner", "banner image", "thumbnail",
        "featured image", "header image", "hero image", "chart", "graph", "gráfico", "gráfica", "graphique", "graphe", "图表", "圖表", "رسم بياني", "biểu đồ", "untitled design",
        "diseño sin título", "design sem nome", "design sans titre", "todo", "tbd", "fixme", "decorative", "decorative image", "decorativo", "decorativa", "unnamed", "download", "null",
        "undefined", "alt text here", "add alt text", "insert alt text", "insert alt text here",
    ]
    /// What any image can be called with a number: a slide by itself stands on a playground.
    private static let numbered: Set<String> = ["slide", "diapositiva", "diapositive"]
    /// How Word ends what it has made up.
    private static let generated = [
        "description automatically generated", "description generated with very high confidence", "description generated with high confidence", "ai-generated content may be incorrect",
        "descripción generada automáticamente", "descrição gerada automaticamente", "description générée automatiquement",
    ]
    /// What any image can be called.
    private static let anyImage: Set<String> = [
        "image", "images", "picture", "pic", "photo", "img", "dsc", "dscn", "pxl", "graphic", "screenshot", "screen", "capture", "captura", "scan", "imagen", "foto", "imagem", "imaj", "图片", "圖片",
        "照片", "图像", "圖像", "图", "圖", "截图", "截圖", "屏幕截图", "螢幕截圖", "螢幕擷取畫面", "屏幕快照", "微信图片", "微信圖片", "微信截图", "صورة", "الصورة", "ảnh",
    ]
    private static let joints: Set<String> = ["at", "shot", "whatsapp", "de", "a", "las", "pantalla", "pm", "am", "copy", "d", "écran", "à", "hình", "no", "file", "final", "edited", "x", "mp", "tela", "ekran", "لقطة", "الشاشة", "chụp", "màn"]

    // MARK: Wording

    func wording() -> [Diagnostic] {
        text.nodes(.image).compactMap { image in
            let alternative = text.tree.plainText(of: image), words = folded(alternative)
            guard !words.isEmpty else { return nil }
            if let lead = AlternativeTexts.leads.first(where: { words.hasPrefix($0 + " ") || words.hasPrefix($0) && AlternativeTexts.joins($0) }) ?? (words.hasSuffix("的照片") || words.hasSuffix("的图片") ? "照片" : nil) {
                return text.problem(
                    .alternativeWording, at: image, "the image's text says ‘\(lead)’, which a screen reader says by itself",
                    help: "Begin with what it shows.")
            }
            if let twice = repeats(image, words) {
                return text.problem(
                    .alternativeWording, at: image, "the image's text is also \(twice): some readers hear it twice",
                    help: "Say in the square brackets what the image shows, and leave the rest to the words beside it.")
            }
            return nil
        }
    }

    /// Where the same words stand beside an image.
    private func repeats(_ image: MarkdownTree.Index, _ words: String) -> String? {
        let tree = text.tree
        if folded(String(decoding: tree.title(image), as: UTF8.self)) == words { return "its title" }
        guard words.contains(" ") || words.unicodeScalars.contains(where: { $0.value >= 0x2E80 }), let place = paragraph(of: image) else { return nil }
        let rest = text.blocks[place].text.text.replacing("\u{FFFC}", with: " ")
        if folded(rest) == words { return "the text beside it" }
        guard folded(rest).isEmpty else { return nil }
        let neighbours = [place - 1, place + 1].filter(text.blocks.indices.contains).map { text.blocks[$0] }
        let isRepeated = neighbours.contains { $0.kind == .paragraph && (folded($0.text.text) == words || AlternativeTexts.caption(folded($0.text.text)) == words) }
        return isRepeated ? "the paragraph beside it" : nil
    }

    /// `Figure 1: Students read` without its number.
    private static func caption(_ text: String) -> String? {
        guard let space = text.firstIndex(of: " "), ["figure", "fig.", "fig", "photo", "image", "figura", "foto", "imagen"].contains(text[..<space]) else { return nil }
        let rest = text[text.index(after: space)...].drop { $0.isNumber || $0 == "." || $0 == ":" || $0 == " " || $0 == "–" || $0 == "—" }
        return String(rest)
    }

    /// Whether what follows is written together with it.
    private static func joins(_ lead: String) -> Bool {
        lead.unicodeScalars.allSatisfy { !$0.isASCII || $0 == " " } || lead.hasSuffix("’") || lead.hasSuffix("'") || lead.hasSuffix(":")
    }

    private func paragraph(of node: MarkdownTree.Index) -> Int? {
        var low = 0, high = text.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if text.blocks[middle].node <= node { low = middle + 1 } else { high = middle }
        }
        guard low > 0, text.tree.contents(of: text.blocks[low - 1].node).contains(node) else { return nil }
        return low - 1
    }

    /// The longest first.
    private static let leads = ([
        "this is an image of", "this is a picture of", "this is a photo of", "photo:", "image:", "picture:", "foto:", "imagen:", "imagem:", "fotografía:", "fotografia:", "图片：", "照片：", "圖片：",
        "صورة لـ", "صورة لل", "صورة ل", "foto yon", "imaj yon", "hình ảnh của", "ảnh chụp",
    ] + combined(["an", "a"], ["image", "picture", "photo", "photograph", "graphic", "screenshot", "screen shot"], ["of", "showing", "that shows", "which shows"])
        + combined(["una"], ["imagen", "foto", "fotografía", "captura de pantalla"], ["de", "del", "que muestra", "mostrando", "donde se ve"])
        + combined(["uma"], ["imagem", "foto", "fotografia", "captura de tela", "captura de ecrã"], ["de", "do", "da", "dos", "das", "mostrando", "que mostra"])
        + combined(["une"], ["image", "photo", "photographie", "capture d’écran", "capture d'écran"], ["de", "d’", "d'", "des", "du", "montrant", "qui montre"]))
        .sorted { $0.utf8.count > $1.utf8.count }

    private static func combined(_ articles: [String], _ nouns: [String], _ joiners: [String]) -> [String] {
        nouns.flatMap { noun in joiners.flatMap { joiner in ([""] + articles.map { $0 + " " }).map { "\($0)\(noun) \(joiner)" } } }
    }
}
