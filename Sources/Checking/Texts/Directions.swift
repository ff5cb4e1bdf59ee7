import Markdown
import Publication

/// Directions by colour or by place on the screen alone (WCAG 1.3.3 and 1.4.1): who hears the page, or sees it in other
/// colours or in one column, cannot follow them.
///
/// A sentence that names what it points at, by a link, in bold, in code or between quotation marks, is left alone; a colour
/// or a place in bold is no name.
struct Directions {
    let text: CheckedText

    func problems() -> [Diagnostic] {
        if let words = DirectionWords.of(text.language) { return text.blocks.flatMap { problems(in: $0, words) } }
        if text.language.language == "zh" { return text.blocks.flatMap { chinese(in: $0) } }
        return []
    }

    private static let help = "Name it as well, as in ‘the button Save’ or ‘items marked late’: people who hear the page, print it or read it on a phone have neither the colour nor the place."

    private func problems(in block: CheckedText.Block, _ language: DirectionWords) -> [Diagnostic] {
        guard block.kind != .heading else { return [] }
        let words = Word.words(of: block.text), keys = words.map(DirectionWords.key)
        guard keys.contains(where: { key in language.signs.contains(key) || language.positions.contains { $0.last == key || $0.first == key } }) else { return [] }
        let names = Names(in: block.node, of: text.tree, language)
        return Sentences.of(words, in: block.text.bytes).lazy.compactMap { words -> Diagnostic? in
            let sentence = Sentence(words: words, keys: keys[words.indices])
            let isOfWorld = sentence.has(language.world)
            guard let found = isOfWorld ? colourOnPaper(sentence, language) : colour(sentence, language) ?? shape(sentence, language) ?? position(sentence, language, in: block.text.bytes),
                !isNamed(words, in: block, names), !addsToName(found, words, in: block.text.bytes)
            else { return nil }
            let range = words[found.words.lowerBound].range.lowerBound..<words[found.words.upperBound - 1].range.upperBound
            return block.text.problem(
                .colourOrPosition, at: range, "‘\(excerpt(block.text.text(range)))’ points by \(found.isColour ? "colour" : isPlace(found, sentence, language) ? "place" : "shape") alone", help: Directions.help)
        }.prefix(CheckedText.most).map { $0 }
    }

    private func isPlace(_ found: Found, _ sentence: Sentence, _ language: DirectionWords) -> Bool { !found.words.contains { language.shapes.contains(sentence.keys[$0]) } }

    private struct Sentence {
        let words: ArraySlice<Word>
        let keys: ArraySlice<String>

        var indices: Range<Int> { words.indices }
        func key(_ index: Int) -> String? { indices.contains(index) ? keys[index] : nil }
        /// Whether a word goes on with what the one before it has begun.
        func isJoined(_ index: Int) -> Bool { indices.contains(index) && index > indices.lowerBound && words[index].isJoined }
        func has(_ list: Set<String>) -> Bool { keys.contains { list.contains($0) } }
    }

    private typealias Found = (words: Range<Int>, isColour: Bool)

    // MARK: Colours

    private func colour(_ sentence: Sentence, _ language: DirectionWords) -> Found? {
        let isTold = sentence.has(language.fills) || sentence.has(language.clicks) || sentence.has(language.meanings)
        for index in sentence.indices where language.colours.contains(sentence.keys[index]) {
            let isFirst = index == sentence.indices.lowerBound
            // The Red Line is a name; red, white and blue are a flag's.
            if sentence.words[index].isCapitalized, !isFirst { continue }
            if (1...3).contains(where: { sentence.key(index + $0).map(Directions.white.contains) == true }) { continue }
            let next = sentence.key(index + 1)
            if sentence.isJoined(index + 1), next.map(language.meanings.contains) == true, beginsClause(index, sentence, language) {
                return (index..<index + 2, true)
            }
            var before = index - 1, isJoinedIn = false
            while sentence.isJoined(before + 1), let key = sentence.key(before), language.joiners.contains(key) || language.shades.contains(key) {
                if language.joiners.contains(key) || !language.isColourFirst { isJoinedIn = true }
                before -= 1
            }
            let ends = !language.isColourFirst || !sentence.isJoined(index + 1) || next.map { joiningWords.contains($0) || language.verbs.contains($0) } == true
            if sentence.isJoined(before + 1), let key = sentence.key(before), ends {
                // `shown in red`, `shaded green`, `the items in red`
                if language.markers.contains(key) { return (before..<index + 1, true) }
                if isJoinedIn, language.items.contains(key) || language.looseItems.contains(key) { return (before..<index + 1, true) }
                // `new text is in green`, `required fields are red.`
                let isSaid = isJoinedIn && language.verbs.contains(key) || Directions.being.contains(key) && !sentence.isJoined(index + 1) && sentence.has(Directions.needed)
                if isSaid, sentence.keys[..<before].contains(where: { language.items.contains($0) || isTold && language.looseItems.contains($0) }) { return (before..<index + 1, true) }
            }
            // `the red items`, `los elementos rojos`
            let other = language.isColourFirst ? index + 1 : index - 1
            guard let key = sentence.key(other), language.items.contains(key) || isTold && language.looseItems.contains(key) else { continue }
            guard sentence.words[max(index, other)].gap == .space, !sentence.words[other].isCapitalized || other == sentence.indices.lowerBound else { continue }
            return (min(index, other)..<max(index, other) + 1, true)
        }
        return colourOnPaper(sentence, language)
    }

    /// `Late buses are in blue on the schedule`: whatever it is, it has its colour on a page.
    private func colourOnPaper(_ sentence: Sentence, _ language: DirectionWords) -> Found? {
        for index in sentence.indices.dropFirst(2) where language.colours.contains(sentence.keys[index]) && !sentence.words[index].isCapitalized {
            guard sentence.isJoined(index), language.joiners.contains(sentence.keys[index - 1]), sentence.isJoined(index - 1),
                Directions.being.contains(sentence.keys[index - 2]) || language.markers.contains(sentence.keys[index - 2])
            else { continue }
            let behind = (index + 1..<min(index + 4, sentence.indices.upperBound)).prefix(while: sentence.isJoined)
            if let paper = behind.last(where: { language.papers.contains(sentence.keys[$0]) }), behind.first.map({ joiningWords.contains(sentence.keys[$0]) }) == true {
                return (index - 2..<paper + 1, true)
            }
        }
        return nil
    }

    /// What is said of fields and dates, and not of playing fields.
    private static let needed = Set("required mandatory optional due overdue late new obligatorio obligatoria requerido requerida opcional obrigatório obrigatória obligatoire requis requise facultatif"
        .split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(DirectionWords.key) })
    private static let being = Set("is are was were be appear es son esta estan são sont est parecem aparecen".split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(DirectionWords.key) })

    /// `the round button`, `the highlighted rows`, `a color-coded calendar`.
    private func shape(_ sentence: Sentence, _ language: DirectionWords) -> Found? {
        let isTold = sentence.has(language.fills) || sentence.has(language.clicks) || sentence.has(language.looks)
        for index in sentence.indices {
            let key = sentence.keys[index]
            if let phrase = language.codings.first(where: { sentence.keys[index...].starts(with: $0) }) {
                let range = index..<index + phrase.count
                guard range.dropFirst().allSatisfy(sentence.isJoined), sentence.has(language.papers) || sentence.has(language.items) else { continue }
                return (range, true)
            }
            let isMark = language.highlights.contains(key)
            guard isMark || isTold && language.shapes.contains(key) else { continue }
            let other = language.isColourFirst ? index + 1 : index - 1
            guard let item = sentence.key(other), language.items.contains(item) || isTold && isMark && language.looseItems.contains(item),
                sentence.words[max(index, other)].gap == .space
            else { continue }
            return (min(index, other)..<max(index, other) + 1, isMark)
        }
        return nil
    }

    private static let white: Set<String> = ["white", "blanco", "blanca", "branco", "blanc", "blan", "trang"]

    /// Whether a colour is what a clause speaks of: `Red means`, `The colour green shows`.
    private func beginsClause(_ index: Int, _ sentence: Sentence, _ language: DirectionWords) -> Bool {
        var start = index
        while start > sentence.indices.lowerBound, sentence.isJoined(start), let key = sentence.key(start - 1),
            language.shades.contains(key) || language.joiners.contains(key) || Directions.articles.contains(key)
        { start -= 1 }
        return start == sentence.indices.lowerBound || !sentence.words[start].isJoined
    }

    private static let articles: Set<String> = ["the", "el", "la", "o", "a", "le", "and", "y", "e", "et", "color", "colour", "cor", "couleur", "koule", plainArabic("اللون")]

    // MARK: Places

    private func position(_ sentence: Sentence, _ language: DirectionWords, in bytes: [UInt8]) -> Found? {
        let clicks = sentence.has(language.clicks), isTold = clicks || sentence.has(language.looks) && sentence.has(language.things)
        for index in sentence.indices {
            for phrase in language.positions where index + phrase.count <= sentence.indices.upperBound {
                let next = index + phrase.count
                guard sentence.keys[index..<next].elementsEqual(phrase), (index + 1..<next).allSatisfy(sentence.isJoined) else { continue }
                // `Arriba a la derecha tienes los enlaces`; who reads a photograph's caption has the photograph.
                let isCorner = Directions.heights.contains(phrase[0]) && sentence.isJoined(next) && sentence.key(next).map(Directions.having.contains) == true && sentence.has(language.things)
                let isOfThing = isCorner || phrase.contains { language.things.contains($0) } || thing(before: index, sentence, language)
                guard isOfThing || isTold, !(isOfThing && isThingNamed(before: index, sentence, language, bytes)), goesOn(next, sentence, language, freely: isOfThing) else { continue }
                return (index..<next, false)
            }
        }
        return nil
    }

    /// Whether a thing of a page stands right before a place: `the menu on the left`, `the form is on the right`.
    private func thing(before index: Int, _ sentence: Sentence, _ language: DirectionWords) -> Bool {
        var before = index - 1
        while before > index - 5, sentence.isJoined(before + 1), let key = sentence.key(before) {
            if language.things.contains(key) { return true }
            guard joiningWords.contains(key) || language.verbs.contains(key) || language.joiners.contains(key) || Directions.fillers.contains(key) else { return false }
            before -= 1
        }
        return false
    }

    private static let heights: Set<String> = ["arriba", "abajo"]
    private static let having = Set("tiene tienes encuentra encuentras encontrará encontrarás verá verás".split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(DirectionWords.key) })

    /// `the eBenefits logo in the upper left corner`: who cannot see the place knows what to look for.
    private func isThingNamed(before place: Int, _ sentence: Sentence, _ language: DirectionWords, _ bytes: [UInt8]) -> Bool {
        guard language.isColourFirst, let thing = (max(sentence.indices.lowerBound, place - 5)..<place).last(where: { language.things.contains(sentence.keys[$0]) }),
            thing - 1 > sentence.indices.lowerBound, sentence.words[thing].gap == .space
        else { return false }
        return bytes[sentence.words[thing - 1].range].contains { (0x41...0x5A).contains($0) }
    }

    private static let fillers = Set("located found situado situada ubicado ubicada located situé située ki sou nan ở الموجودة الموجود الواقعة على في"
        .split(separator: " ").flatMap { Word.words(of: Array($0.utf8)).map(DirectionWords.key) })

    /// Whether what follows a place leaves it one: `on the right track` is none, and of a building it is one in the world.
    private func goesOn(_ start: Int, _ sentence: Sentence, _ language: DirectionWords, freely: Bool) -> Bool {
        var next = start
        while sentence.isJoined(next), let key = sentence.key(next), ["side", "hand", "corner"].contains(key) { next += 1 }
        guard sentence.isJoined(next), let key = sentence.key(next) else { return true }
        if language.of.contains(key) {
            return (1...3).contains { sentence.isJoined(next + $0) && sentence.key(next + $0).map(language.pages.contains) == true }
        }
        if sentence.words[next].gap == .hyphen { return false }
        return next > start || freely || language.followers.contains(key) || language.things.contains(key) || language.verbs.contains(key)
    }

    /// Whether words stand in parentheses behind a name: `click Send (in the top right corner)`.
    private func addsToName(_ found: Found, _ sentence: ArraySlice<Word>, in bytes: [UInt8]) -> Bool {
        guard let first = sentence.first?.range.lowerBound else { return false }
        let before = bytes[first..<sentence[found.words.lowerBound].range.lowerBound]
        guard let open = before.lastIndex(of: UInt8(ascii: "(")), !before[open...].contains(UInt8(ascii: ")")) else { return false }
        guard let name = sentence.last(where: { $0.range.upperBound <= open }) else { return false }
        return name.isCapitalized && name.range.lowerBound > first
    }

    /// Whether a sentence has a link, bold or slanted words, code or a quotation.
    private func isNamed(_ sentence: ArraySlice<Word>, in block: CheckedText.Block, _ names: Names) -> Bool {
        guard let first = sentence.first, let last = sentence.last else { return true }
        // What a sentence ends with may be no word: code, a quotation mark.
        let stop = block.text.bytes[last.range.upperBound...].firstIndex { ".!?".utf8.contains($0) } ?? block.text.bytes.endIndex
        let bytes = block.text.bytes[first.range.lowerBound..<stop]
        if bytes.contains(UInt8(ascii: "\"")) || bytes.contains(UInt8(ascii: "*")) { return true }
        if bytes.contains(0xE2) || bytes.contains(0xC2) || bytes.contains(0xEF) {
            let signs = String(decoding: bytes, as: UTF8.self).unicodeScalars
            if signs.contains(where: { ["“", "”", "„", "«", "»", "‘", "\u{FFFC}"].contains($0) }) { return true }
        }
        guard let start = block.text.node(at: first.range.lowerBound), let end = block.text.node(at: last.range.lowerBound) else { return false }
        return names.reach(from: start, to: end)
    }

    /// The links, bold and slanted words of a block.
    private struct Names {
        private var starts: [MarkdownTree.Index] = []
        /// Behind the farthest of those that start up to each.
        private var ends: [MarkdownTree.Index] = []

        init(in block: MarkdownTree.Index, of tree: MarkdownTree, _ language: DirectionWords) {
            var inside = 0
            func isNoName(_ node: MarkdownTree.Index) -> Bool { node < inside || tree.contents(of: node).count < 9 && Names.onlyPoints(tree.plainText(of: node), isFirst: node == block + 1, language) }
            for node in tree.contents(of: block) {
                switch tree.nodes[node].kind {
                case .strong where isNoName(node), .emphasis where isNoName(node): inside = max(inside, Int(tree.nodes[node].end))
                case .link, .strong, .emphasis:
                    starts.append(node)
                    ends.append(max(ends.last ?? 0, Int(tree.nodes[node].end)))
                default: break
                }
            }
        }

        /// Whether words say a colour or a place and what is done there, and no name: `**green**`, `**on the right**`.
        private static func onlyPoints(_ text: String, isFirst: Bool, _ language: DirectionWords) -> Bool {
            let words = Word.words(of: Array(text.utf8)), keys = words.map(DirectionWords.key)
            // `Click **Green**`
            if words.count == 1, words[0].isCapitalized, !isFirst { return false }
            let places = keys.contains(where: language.signs.contains) || language.positions.contains { keys.firstRange(of: $0) != nil }
            return places && keys.allSatisfy { language.all.contains($0) || joiningWords.contains($0) }
        }

        /// Whether one of them has a node between two, both included.
        func reach(from first: MarkdownTree.Index, to last: MarkdownTree.Index) -> Bool {
            var low = 0, high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= last { low = middle + 1 } else { high = middle }
            }
            return low > 0 && ends[low - 1] > first
        }
    }

    // MARK: Chinese

    private func chinese(in block: CheckedText.Block) -> [Diagnostic] {
        guard block.kind != .heading else { return [] }
        let whole = block.text.text
        guard whole.contains(where: { ChineseDirections.colours.contains($0) || $0 == "左" || $0 == "右" }) else { return [] }
        for sentence in whole.split(whereSeparator: { "。！？.!?\n".contains($0) }) {
            guard let (range, isColour) = ChineseDirections.find(in: sentence), !sentence.contains(where: { "“”«»「」‘’\u{FFFC}".contains($0) }) else { continue }
            let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound), found = sentence[range]
            return [block.text.problem(
                .colourOrPosition, at: start..<start + found.utf8.count, "‘\(found)’ points by \(isColour ? "colour" : "place") alone", help: Directions.help)]
        }
        return []
    }
}

/// The same in Chinese, which has no spaces between words.
private enum ChineseDirections {
    static let colours: Set<Character> = ["红", "紅", "绿", "綠", "蓝", "藍", "黄", "黃", "橙", "紫", "粉", "灰"]

    /// What a page has.
    private static let things = [
        "按钮", "按鈕", "链接", "連結", "鏈接", "菜单", "選單", "图标", "圖示", "导航", "導航", "边栏", "侧栏", "側欄", "方框", "表格", "图片", "圖片", "图表", "圖表", "屏幕", "螢幕", "表单",
        "選項", "选项", "箭头",
    ]
    /// What a colour can be the only sign of.
    private static let items = things + [
        "项目", "項目", "条目", "條目", "文字", "文本", "字", "日期", "单元格", "儲存格", "部分", "数字", "數字", "标记", "標記", "字段", "欄位", "任务", "任務", "目标", "目標", "框", "项",
    ]
    private static let meanings = ["表示", "代表", "意味", "说明", "說明", "表明", "是指", "指的是", "显示", "顯示", "标", "標"]
    private static let markers = ["标为", "標為", "标成", "標成", "显示为", "顯示為", "标", "標"]
    private static let marks = ["标", "標", "显示", "顯示", "表示", "突出", "列出", "注明", "註明", "写", "寫", "字"]
    private static let sides = ["左边", "右边", "左侧", "右侧", "左方", "右方", "左上角", "右上角", "左下角", "右下角", "左邊", "右邊", "左側", "右側"]
    private static let clicks = ["点击", "单击", "點擊", "單擊", "点按"]

    static func find(in sentence: Substring) -> (Range<Substring.Index>, isColour: Bool)? {
        for index in sentence.indices {
            if colours.contains(sentence[index]), let end = colour(sentence, index) { return (index..<end, true) }
            if sentence[index] == "左" || sentence[index] == "右", let end = side(sentence, index) { return (index..<end, false) }
        }
        return nil
    }

    private static func colour(_ sentence: Substring, _ index: Substring.Index) -> Substring.Index? {
        var end = sentence.index(after: index)
        let before = sentence[..<index]
        var rest = sentence[end...]
        guard rest.hasPrefix("色") else {
            // `标红`, `标红的日期`
            return markers.contains { before.hasSuffix($0) } ? end : nil
        }
        end = rest.index(after: rest.startIndex)
        rest = rest.dropFirst()
        if markers.contains(where: { before.hasSuffix($0) }) { return end }
        if ["以", "用"].contains(where: { before.hasSuffix($0) }), marks.contains(where: { rest.hasPrefix($0) }) { return end }
        if meanings.contains(where: { rest.hasPrefix($0) }) { return end }
        if rest.hasPrefix("的") { rest = rest.dropFirst() }
        return items.first { rest.hasPrefix($0) }.map { rest.index(rest.startIndex, offsetBy: $0.count) }
    }

    private static func side(_ sentence: Substring, _ index: Substring.Index) -> Substring.Index? {
        let rest = sentence[index...], before = sentence[..<index]
        // `右图`, which no name of a place has.
        for near in ["图", "圖", "表", "栏", "欄"] where rest.dropFirst().hasPrefix(near) {
            let behind = rest.dropFirst(2).first
            return behind == "书" || behind == "書" || behind == "示" || behind == "哥" ? nil : rest.index(rest.startIndex, offsetBy: 2)
        }
        guard let place = sides.first(where: { rest.hasPrefix($0) }) else { return nil }
        let end = rest.index(rest.startIndex, offsetBy: place.count)
        var behind = sentence[end...]
        if behind.hasPrefix("的") { behind = behind.dropFirst() }
        if things.contains(where: { behind.hasPrefix($0) }) { return end }
        let isCorner = place.hasSuffix("角"), ends = behind.isEmpty || behind.first.map { $0.isPunctuation || $0 == " " } == true
        if isCorner, ends, clicks.contains(where: { before.contains($0) }) { return end }
        // `菜单在左侧`
        let isAtThing = things.contains { thing in
            ["", "在", "位于", "位於", "在页面", "在頁面", "在屏幕"].contains { before.hasSuffix(thing + $0) }
        }
        return isAtThing && ends ? end : nil
    }
}
