import FormExports
import Markdown
import Publication
import Rendering

/// Joins the documents that were read to the publication, and finds what they say of each other, and which views that
/// makes.
///
/// - Parameter read: a document or nothing for each of the source's, in their order.
func link(
    _ source: PublicationFolder.Source, _ read: [(document: Document?, problems: [Diagnostic])], settings: Settings, settingsFile: SourceFile,
    options: BuildOptions
) -> (Publication, Tracking, Views, [Diagnostic]) {
    let documents = read.compactMap(\.document)
    // Their counts are published protected, never as they are.
    let data = Set(documents.compactMap { SurveyFacts.dataPath($0.frontMatter.survey.data, beside: $0.path) })
    let own = ["404.html", "sitemap.xml", SiteFile.marker.path] + (settings.showsTranslationStatus ? [Renderer.translationStatusPath] : [])
    let linker = Linker(
        settings: settings, settingsFile: settingsFile, documents: documents,
        unreadable: Set(zip(source.documents, read).filter { $0.1.document == nil }.map(\.0)), files: source.files.filter { !data.contains($0) },
        reserved: own + DataFile.paths(surveys: documents.filter { $0.kind == .survey }.map(\.address), settings) + DataFile.paths(plans: documents.filter { $0.kind == .plan }.map(\.address), settings),
        today: options.today(settings.timezone), includingDrafts: options.includingDrafts)
    let (publication, problems) = linker.link(concurrentMap: concurrentMap)
    let (tracking, trackingProblems) = Tracking.of(publication)
    let views = Views(publication, tracking)
    let exports = answersOfPeople(of: publication, in: source, settingsFile: settingsFile)
    return (publication, tracking, views, exports + problems + trackingProblems + takenPlaces(of: publication, by: views))
}

/// Documents and files that stand where a view would.
private func takenPlaces(of publication: Publication, by views: Views) -> [Diagnostic] {
    let places = views.places
    guard !places.isEmpty else { return [] }
    let documents = publication.documents.filter { places.contains(Address.file($0.address)) }.map {
        $0.source.problem(
            .sameAddress, "this document stands at /\($0.address), where a view of a plan, a role or a portrait stands",
            help: "Rename one of the files, or give this one another last part of its address: `slug: another-name`.")
    }
    let files = publication.files.filter(places.contains).map {
        SourceFile(path: "content/\($0)", bytes: []).problem(
            .sameAddress, "this file stands where a view of a plan, a role or a portrait stands", help: "Rename it.")
    }
    return documents + files
}

/// Files, and tables of pages, with what people answered, one row a person, or counted and not protected: they would be
/// published as they are.
private func answersOfPeople(of publication: Publication, in source: PublicationFolder.Source, settingsFile: SourceFile) -> [Diagnostic] {
    let opened = publication.settings.tablesWithoutPeople, isOpened = Set(opened.map(\.file)), files = publication.files
    let found = concurrentMap(files.count) { index -> Diagnostic? in
        let path = files[index], file = SourceFile(path: "content/" + path, bytes: [])
        guard case .success(let prefix) = readFile(source.folder + "/content/" + path, atMost: RawExport.prefixLength) else { return nil }
        if !isOpened.contains(path), let reason = RawExport.reason(prefix) {
            return file.problem(.rawExport, "this looks like the answers of single people: \(reason)", help: rawExportHelp(path))
        }
        guard !isOpened.contains(path), [".csv", ".tsv", ".tab", ".txt"].contains(where: path.lowercased().hasSuffix), TabulatedResults.recognizes(prefix) else { return nil }
        return file.problem(
            .surveyData, "this looks like the results of a survey, and no survey names it: its small counts would be published as they are",
            help: "Name it in the front matter of its survey, `data: \(path.split(separator: "/").last ?? "")`; or move it out of content/. If it counts no people, name it in ‘tables-without-people’ of publication.yaml.")
    }
    let documents = publication.documents.filter { !isOpened.contains(String($0.source.path.dropFirst("content/".count))) }
    let pages = concurrentMap(documents.count) { index -> Diagnostic? in
        let document = documents[index]
        guard let (line, reason) = RawExport.reason(page: document.source.bytes) else { return nil }
        return document.source.problem(
            .rawExport, line: line, length: 200, "this table looks like the answers of single people: \(reason)",
            help: rawExportHelp(String(document.source.path.dropFirst("content/".count))))
    }
    let known = Set(publication.files + publication.documents.map { String($0.source.path.dropFirst("content/".count)) })
    let missing = opened.filter { !known.contains($0.file) }.map {
        settingsFile.problem(
            .wrongValue, line: $0.line, column: $0.column, "there is no file ‘content/\($0.file)’ whose table could hold no people",
            help: "Write its path below content/, or take the entry out.")
    }
    return found.compactMap { $0 } + pages.compactMap { $0 } + missing
}

private func rawExportHelp(_ path: String) -> String {
    "Move it out of content/, and make a summary of it: tidings survey summarize FILE > content/surveys/summary.md. If no row is a person, or its people "
        + "are meant to be named here (staff, votes), say so in publication.yaml: `tables-without-people: [{file: \(yaml(path)), reason: \"What its rows are.\"}]`."
}

/// A path as a value of YAML, in quotation marks where a plain one would be cut or mean something else.
private func yaml(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-/ ()".unicodeScalars.contains($0) }
        && path.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false && !path.hasSuffix(" ")
    return isPlain ? path : "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
