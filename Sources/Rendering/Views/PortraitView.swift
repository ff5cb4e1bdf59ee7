import Publication

/// The portrait of the graduate: a grid of areas and grades, and a page for each of both.
extension Renderer {
    func portraitKeys(_ portrait: Portrait, of document: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        context.html("content", html.html(portrait.introduction))
        let root = root(of: place)
        context.items("facts", [fact("status", publication.documents[document].frontMatter.plan.status.map { edition.texts("status" + $0.rawValue.capitalized) })].compactMap { $0 })
        let grades = portrait.gradeTitles
        context.list("grades", grades.enumerated().map { number, title in
            var item = Context()
            let phrase = gradePhrase(title, portrait, document)
            item.text("title", phrase.text)
            item.attributes(edition.attributes(phrase))
            item.text("href", portraitLink(document, root: root) { if case .grade(_, number) = $0 { true } else { false } })
            return item
        })
        context.items("areas", portrait.areas.enumerated().map { number, area in
            var item = areaContext(area, of: document, &html, root: root)
            item.text("href", portraitLink(document, root: root) { if case .area(_, number) = $0 { true } else { false } })
            item.list("cells", grades.map { title in
                var cell = Context()
                let grade = area.grades.first { $0.title == title }
                let phrase = gradePhrase(title, portrait, document)
                cell.text("grade", phrase.text)
                cell.attributes("gradeAttributes", edition.attributes(phrase))
                cell.text("id", grade.flatMap { html.document.heading(at: $0.heading)?.id })
                cell.html("html", grade.map { html.html($0.blocks) })
                cell.text("emptyText", grade == nil ? edition.texts("nothingYet") : nil)
                return cell
            })
            return item
        })
    }

    private func gradePhrase(_ title: String, _ portrait: Portrait, _ document: Int) -> Phrase {
        let grade = portrait.areas.flatMap(\.grades).first { $0.title == title }
        return edition.phrase(at: grade?.heading, title, of: document)
    }

    private func portraitLink(_ document: Int, root: String, _ isIt: (View.Kind) -> Bool) -> String? {
        views.of(portrait: document).first { isIt($0.kind) }.map { href(address: $0.address, root: root) }
    }

    /// An area without its grades: title, statement, and what builds and assesses it.
    private func areaContext(_ area: Portrait.Area, of document: Int, _ html: inout DocumentHTML, root: String) -> Context {
        var item = Context()
        let id = html.document.heading(at: area.heading)?.id
        item.text("id", id)
        item.html("title", html.inlines(of: area.heading))
        item.attributes(html.attributes(of: area.heading))
        item.html("html", html.html(area.blocks))
        relationKeys(of: [Anchor(document: document, id: id)], into: &item, root: root)
        item.list("questions", questions(&html, below: id.map { [$0] }))
        return item
    }

    func gradePage(_ document: Int, _ grade: Int, _ view: View) -> [UInt8] {
        portraitPage(document, view) { portrait in
            let titles = portrait.gradeTitles
            guard titles.indices.contains(grade) else { return nil }
            return (gradePhrase(titles[grade], portrait, document), portrait.areas.compactMap { area in
                area.grades.first { $0.title == titles[grade] }.map { (area, [$0]) }
            }, showsGrades: false)
        }
    }

    func areaPage(_ document: Int, _ area: Int, _ view: View) -> [UInt8] {
        portraitPage(document, view) { portrait in
            guard portrait.areas.indices.contains(area) else { return nil }
            let area = portrait.areas[area]
            return (edition.phrase(at: area.heading, area.title, of: document), [(area, area.grades)], showsGrades: true)
        }
    }

    private func portraitPage(
        _ document: Int, _ view: View, _ select: (Portrait) -> (title: Phrase, parts: [(Portrait.Area, [Portrait.Grade])], showsGrades: Bool)?
    ) -> [UInt8] {
        var context = Context()
        guard case .portrait(let portrait) = publication.documents[document].meaning, let selected = select(portrait) else { return [] }
        viewKeys(view, title: Words(selected.title), into: &context)
        context.flag("draft", publication.documents[document].frontMatter.plan.status == .draft)
        let root = root(of: view.place)
        var html = DocumentHTML(self, document: document, at: view.place)
        context.list("parts", selected.parts.map { area, grades in
            var item = areaContext(area, of: document, &html, root: root)
            item.flag("isOwnPage", selected.showsGrades)
            item.list("grades", grades.map { grade in
                var context = Context()
                context.html("title", html.inlines(of: grade.heading))
                context.attributes(html.attributes(of: grade.heading))
                context.html("html", html.html(grade.blocks))
                context.flag("isNamed", selected.showsGrades)
                return context
            })
            return item
        })
        context.list("siblings", views.of(portrait: document).map { other in
            var item = Context()
            let title: Phrase? = switch other.kind {
            case .grade(_, let grade): portrait.gradeTitles.indices.contains(grade) ? gradePhrase(portrait.gradeTitles[grade], portrait, document) : nil
            case .area(_, let area): portrait.areas.indices.contains(area) ? edition.phrase(at: portrait.areas[area].heading, portrait.areas[area].title, of: document) : nil
            default: nil
            }
            item.text("title", title?.text)
            item.attributes(edition.attributes(title))
            item.text("href", href(address: other.address, root: root))
            item.flag("current", other.address == view.address)
            return item
        })
        return render(context, layout: view.kind.layout, at: view.place)
    }
}
