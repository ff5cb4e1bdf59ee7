import Publication

/// What serves which objective of a plan: one row each, one column for each kind of document that says so.
extension Renderer {
    func alignmentPage(_ plan: TrackedPlan, _ view: View, of number: Int) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("alignmentTitle"), lead: edition.texts("alignmentLead"), into: &context)
        planViewKeys(number, at: view.place, first: view.first, into: &context)
        let root = root(of: view.place)
        var rows: [String: [Int: [Anchor]]] = [:]
        let columns = Renderer.alignmentColumns
        for alignment in tracking.alignments.all where alignment.to.document == plan.document && alignment.from.document != plan.document {
            guard let id = alignment.to.id, let index = planIndices[plan.document] else { continue }
            let kind = publication.documents[alignment.from.document].kind
            guard let column = columns.firstIndex(where: { $0.kinds.contains(kind) }) else { continue }
            let objectives: [String] = switch index[id] {
            case .goal(let goal): index.plan.goals[goal].objectives.map(\.number)
            case nil: []
            default: index.objectiveNumber(of: id).map { [$0] } ?? []
            }
            for objective in objectives where rows[objective]?[column]?.contains(alignment.from) != true {
                rows[objective, default: [:]][column, default: []].append(alignment.from)
            }
        }
        let used = columns.indices.filter { column in rows.values.contains { $0[column] != nil } }
        context.list("columns", used.map { column in
            var item = Context()
            item.text("title", edition.texts(columns[column].key))
            return item
        })
        context.list("rows", view.items(of: plan.objectives).map { objective in
            var row = link(Anchor(document: plan.document, id: objective.number), root: root)
            row.list("cells", used.map { column in
                var cell = Context()
                let sources = rows[objective.number]?[column] ?? []
                cell.text("label", edition.texts(columns[column].key))
                cell.items("links", sources.map { anchor in
                    let kind = publication.documents[anchor.document].kind
                    var item = link(anchor, root: root)
                    let document = edition.title(of: publication.documents[anchor.document], anchor.document)
                    item.text("of", anchor.id == nil || kind != .plan ? nil : document.text)
                    item.attributes("ofAttributes", edition.attributes(document))
                    return item
                })
                cell.text("emptyText", sources.isEmpty ? edition.texts("nothingYet") : nil)
                return cell
            })
            return row
        })
        context.items("unserved", view.items(of: plan.objectives).filter { rows[$0.number] == nil }.map {
            link(Anchor(document: plan.document, id: $0.number), root: root)
        })
        return render(context, layout: view.kind.layout, at: view.place)
    }

    private static let alignmentColumns: [(key: String, kinds: Set<Document.Kind>)] = [
        ("backlinksPlans", [.plan]), ("backlinksValues", [.values]), ("backlinksPortrait", [.portrait]), ("backlinksSurveys", [.survey]),
        ("backlinksDuties", [.duties]), ("backlinksNews", [.update, .event, .page, .progress, .glossary, .roles]),
    ]
}
