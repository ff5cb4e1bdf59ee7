import Publication
import Translation

/// How far the publication is translated: a page for staff and translators, offered to nobody else.
extension Renderer {
    static let translationStatusAddress = "translation-status/"
    package static let translationStatusPath = translationStatusAddress + "index.html"

    func translationStatusPage(_ status: TranslationStatus) -> [UInt8] {
        let place = Place(address: Renderer.translationStatusAddress)
        var context = Context()
        pageKeys(
            into: &context, title: edition.texts("translationStatus"), summary: own(edition.texts("translationStatusLead")), place: place, section: 0)
        context.flag("noindex", true)
        context.list("alternates", [])
        context.text("kind", "page")
        context.text("outdatedText", nil)
        context.text("machineText", nil)
        context.context("translation", nil)
        if status.languages.count >= 3 {
            var contents = Context()
            contents.list("items", status.languages.map { contentsEntry(own(edition.name(of: $0.language).text), id: "status-" + $0.language.code) })
            context.context("contents", contents)
        }
        context.html("content", Array(status.languages.map(html).joined().utf8))
        return render(context, layout: "page", at: place)
    }

    /// Counts of words, in the columns that have any.
    private func html(_ status: TranslationStatus.LanguageStatus) -> String {
        let name = edition.name(of: status.language)
        let own = name.own.map { " – " + escaped(Words($0, in: status.language)) } ?? ""
        let titles = zip(Coverage.State.allCases, ["statusTranslated", "statusMachine", "statusFuzzy", "statusMissing", "statusRejected"])
        var columns = titles.filter { status.total.coverage[$0.0].words > 0 }.map { state, title in
            Column(title: edition.texts(title)) { $0.coverage[state].words == 0 ? "" : Words(edition.text($0.coverage[state].words)) }
        }
        if status.total.oldestStale != nil {
            columns.append(Column(title: edition.texts("statusOldest")) { part in part.oldestStale.map { edition.texts("days", count: $0) } ?? "" })
        }
        var rows = row(escaped(edition.texts("statusTotal")), status.total, columns)
        for document in status.documents {
            let address = publication.documents.first { $0.path == document.path }.map { "../" + status.language.code + "/" + Address.encoded($0.address) }
            let title = escaped(document.title)
            rows += row(address.map { "<a href=\"\($0)\">\(title)</a>" } ?? title, document.part, columns)
        }
        for adapted in status.adapted {
            let state = adapted.changes.map { $0.isEmpty ? edition.texts("statusAdapted") : edition.texts("adaptedOutdated") } ?? edition.texts("statusAdapted")
            rows += "<tr><th scope=\"row\">\(escaped(adapted.title))</th><td colspan=\"\(max(1, columns.count))\">\(escaped(state))</td></tr>\n"
        }
        let heads = columns.map { "<th scope=\"col\" class=\"align-right\">\(escaped($0.title))</th>" }.joined()
        let id = "status-" + status.language.code
        return """
            <h2 id="\(id)">\(escaped(name.text))\(own)</h2>
            <div class="table records" role="region" tabindex="0" aria-labelledby="\(id)">
            <table>
            <thead><tr><th scope="col">\(escaped(edition.texts("statusDocument")))</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </div>

            """
    }

    private struct Column {
        let title: Words
        let text: (TranslationStatus.Part) -> Words
    }

    private func row(_ title: String, _ part: TranslationStatus.Part, _ columns: [Column]) -> String {
        let cells = columns.map { "<td class=\"align-right\" data-label=\"\(escaped($0.title.plain))\">\(escaped($0.text(part)))</td>" }
        return "<tr><th scope=\"row\">\(title)</th>\(cells.joined())</tr>\n"
    }

    private func escaped(_ words: Words) -> String { words.leaf.string }

    private func escaped(_ text: String) -> String { Context.Leaf.text(text).string }
}
