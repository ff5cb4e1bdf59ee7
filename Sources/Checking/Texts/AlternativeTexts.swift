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
        let utf8 = words.utf8
        guard !words.isEmpty, utf8.count <= 120 else { return nil }
        if ["image", "picture", "photo", "img", "graphic", "spacer", "imagen", "foto", "imagem", "图片", "圖片", "صورة", "imaj", "hình ảnh", "ảnh"].contains(words) {
            return "a word for any image"
        }
        guard !utf8.contains(0x20) else {
            // `Image 1`, `Screenshot 2`: a word and a number.
            let parts = words.split(separator: " ")
            let isNumbered = parts.count == 2 && ["image", "picture", "photo", "img", "imagen", "foto", "imagem"].contains(parts[0]) && parts[1].allSatisfy(\.isNumber)
            return isNumbered ? "a word for any image" : nil
        }
        if ["jpg", "jpeg", "png", "gif", "svg", "webp", "bmp", "tif", "tiff", "heic", "avif"].contains(where: { words.hasSuffix("." + $0) }) { return "a file name" }
        // What stands before the ending counts where it is more than a word.
        let name = file.split(separator: UInt8(ascii: "/")).last ?? [], stem = name.prefix { $0 != UInt8(ascii: ".") }
        let isSame = String(decoding: stem, as: UTF8.self).lowercased() == words
        let isNoWord = utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }) || utf8.count { (0x30...0x39).contains($0) } >= 3
        return isSame && isNoWord ? "a file name" : nil
    }

    // MARK: Wording

    func wording() -> [Diagnostic] {
        text.nodes(.image).compactMap { image in
            let alternative = text.tree.plainText(of: image), words = folded(alternative)
            guard !words.isEmpty else { return nil }
            if let lead = AlternativeTexts.leads.first(where: { words.hasPrefix($0 + " ") || words.hasPrefix($0) && $0.unicodeScalars.allSatisfy { !$0.isASCII } }) {
                return text.problem(
                    .alternativeWording, at: image, "the image's text begins with ‘\(lead)’, which a screen reader says by itself",
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
        let isRepeated = neighbours.contains { $0.kind == .paragraph && folded($0.text.text) == words }
        return isRepeated ? "the paragraph beside it" : nil
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
    private static let leads = [
        "this is an image of", "this is a picture of", "this is a photo of", "an image of", "a picture of", "a photo of", "a photograph of",
        "a graphic of", "image of", "picture of", "photo of", "photograph of", "graphic of", "an image showing", "image showing", "picture showing",
        "una imagen de", "una foto de", "imagen de", "foto de", "fotografía de", "uma imagem de", "uma foto de", "imagem de", "fotografia de",
        "une image de", "une photo de", "image de", "photo de", "图片：", "照片：", "صورة لـ", "foto yon", "imaj yon", "hình ảnh của", "ảnh chụp",
    ]
}
