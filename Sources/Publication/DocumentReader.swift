import Markdown

/// Makes a document of a file's bytes. Pure: the same bytes give the same document and the same problems.
package struct DocumentReader: Sendable {
    private let parser = MarkdownParser()
    /// A text longer than this is no document that a person wrote, in bytes.
    private static let largest = 8 << 20

    package init() {}

    /// - Parameters:
    ///   - path: below `content/`.
    ///   - beside: gives a file of a path below `content/`, for documents that name one as their data; nil where there is none.
    /// - Returns: a document, also where it has problems, so that one run shows them all; nil where nothing of it can
    ///   be told.
    package func read(
        _ file: SourceFile, path: String, beside: (String) -> SourceFile? = { _ in nil }
    ) -> (document: Document?, problems: [Diagnostic]) {
        if let problem = file.encodingProblem() { return (nil, [problem]) }
        if file.bytes.count > DocumentReader.largest {
            return (nil, [file.problem(.tooLarge, "this file is larger than \(DocumentReader.largest >> 20) MB", help: "Split it into several documents.")])
        }
        var problems: [Diagnostic] = []
        let (front, body) = frontMatter(of: file, &problems)
        let file = front.kind == .survey && front.survey.data != nil ? withData(file, path, front, body.line, beside, &problems) : file

        if let paste = WordPaste.find(in: file, from: body.line) { return (nil, problems + [paste]) }
        let tree: MarkdownTree
        do {
            tree = try parser.parse(file.bytes[body.start...], firstLine: body.line)
        } catch {
            problems.append(file.problem(.tooLarge, line: error.line, length: 200, "this cannot be read: \(error.description)", help: "Write it more simply, or split it. If it was pasted from another program, paste it as plain text."))
            return (nil, problems)
        }
        if let paste = WordPaste.find(in: tree, of: file) { return (nil, problems + [paste]) }

        var blocks = tree.children(of: 0).filter { tree.nodes[$0].kind != .footnoteDefinition }
        let leadingTitle = leadingTitle(blocks.first, tree)
        if leadingTitle != nil { blocks.removeFirst() }
        let title = front.title ?? leadingTitle
        if title == nil, !problems.contains(where: { $0.rule == .yaml || $0.rule == .frontMatter || $0.rule == .missingTitle || $0.message.contains("‘title’") }) {
            problems.append(missingTitle(file, hasFrontMatter: body.start > 3))
        }
        if let own = front.title, let leading = leadingTitle, own != leading, let heading = blocks.isEmpty ? tree.children(of: 0).first(where: { _ in true }) : tree.children(of: 0).first(where: { _ in true }) {
            problems.append(file.problem(.headingLevel, line: Int(tree.nodes[heading].position.line), length: 200, "a second title, other than the front matter's ‘\(own)’", help: TextChecks.helpWithTitle(leading) ?? "Leave this line out, or make it a section with `## `."))
        }
        problems += TextChecks(file: file, tree: tree, blocks: blocks).problems()

        var outline = OutlineReader(file: file, tree: tree, blocks: blocks, front: front)
        let meaning = outline.read()
        problems += outline.problems
        let document = Document(
            path: path, source: file, frontMatter: front, title: title ?? path, tree: tree, blocks: blocks,
            headings: outline.headings, anchors: outline.anchors, meaning: meaning, lines: outline.lines.all, leftOut: outline.lines.leftOut, heard: outline.heard,
            address: Address.of(path: path, slug: front.slug))
        return (document, problems)
    }

    /// A survey with the tables of the file that holds its results.
    private func withData(
        _ file: SourceFile, _ path: String, _ front: FrontMatter, _ line: Int, _ beside: (String) -> SourceFile?, _ problems: inout [Diagnostic]
    ) -> SourceFile {
        guard let data = SurveyFacts.dataPath(front.survey.data, beside: path), let table = beside(data) else {
            let place = (1..<max(2, line)).first { file.line($0).starts(with: Array("data".utf8)) }
            problems.append(file.problem(
                .missingFile, line: place ?? 1, length: 200, "there is no file ‘\(front.survey.data ?? "")’ beside this survey",
                help: "Put the table of results into the same folder and name it in the front matter: `data: results.csv`."))
            return file
        }
        let survey = SurveyData(file, body: line, table: table)
        problems += survey.problems
        return survey.file
    }

    private func frontMatter(of file: SourceFile, _ problems: inout [Diagnostic]) -> (FrontMatter, body: (start: Int, line: Int)) {
        guard let extent = FrontMatter.extent(in: file) else {
            let start = file.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
            return (FrontMatter(), (start, 1))
        }
        guard extent.isClosed else {
            problems.append(file.problem(.frontMatter, line: 1, length: 3, "the front matter that begins here is never closed", help: "Put a line of three hyphens, ---, behind its last key."))
            return (FrontMatter(), (extent.body, extent.bodyLine))
        }
        if var simple = YAMLReader.readSimple(file.bytes[extent.yaml], of: file, lineOffset: 1), !FrontMatter.placedKeys.contains(where: { simple.contains($0) }) {
            let front = FrontMatter.read(&simple)
            // Where something is wrong, or may be later, it has to be known where.
            if simple.problems.isEmpty { return (front, (extent.body, extent.bodyLine)) }
        }
        let yaml = String(decoding: file.bytes[extent.yaml], as: UTF8.self)
        let (reader, unreadable) = YAMLReader.read(yaml, of: file, lineOffset: 1, what: "front matter")
        guard var reader else {
            problems += unreadable
            return (FrontMatter(), (extent.body, extent.bodyLine))
        }
        let front = FrontMatter.read(&reader)
        problems += reader.problems
        return (front, (extent.body, extent.bodyLine))
    }

    /// A level-1 heading at the very start is the title, as forges want it.
    private func leadingTitle(_ first: MarkdownTree.Index?, _ tree: MarkdownTree) -> String? {
        guard let first, tree.nodes[first].kind == .heading, tree.nodes[first].headingLevel == 1 else { return nil }
        return tree.plainText(of: first)
    }

    private func missingTitle(_ file: SourceFile, hasFrontMatter: Bool) -> Diagnostic {
        if hasFrontMatter {
            return file.problem(.missingTitle, line: 1, length: 3, "this document has no title", help: "Add a line below this one: `title: What this page is about`.")
        }
        if file.bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
            return file.problem(.missingTitle, "this file is empty", help: "Delete it, or write a document: it begins with three lines, `---`, `title: What this page is about`, `---`.")
        }
        // What its writer took for front matter.
        if let first = (1...20).first(where: { !file.line($0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }) {
            let line = String(decoding: file.line(first).prefix(40), as: UTF8.self)
            if line.hasPrefix("---") {
                return file.problem(.missingTitle, line: first, length: 200, "the front matter does not begin on the first line, and so counts as text", help: "Delete the empty lines above this one.")
            }
            if FrontMatter.commonKeys.contains(where: { line.hasPrefix($0 + ":") }) {
                return file.problem(.missingTitle, line: first, length: 200, "these keys have no line --- above them, and so count as text", help: "Put a line of three hyphens, ---, above this line, and another below the last key.")
            }
        }
        return file.problem(.missingTitle, line: 1, length: 200, "this document has no title", help: "Begin the file with three lines: `---`, `title: What this page is about`, `---`.")
    }
}
