import Publication

/// Values: each with its statement; on the home page, their names.
extension Renderer {
    func valuesKeys(_ values: Values, of index: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        context.html("content", html.html(values.introduction))
        context.items("valuesList", values.values.map { value in
            var item = prose(value, &html)
            let id = html.document.heading(at: value.heading)?.id
            relationKeys(of: [Anchor(document: index, id: id)], into: &item, root: root(of: place))
            return item
        })
    }

    func valuesSummary(root: String) -> Context? {
        guard let index = publication.documents.indices.first(where: { publication.documents[$0].kind == .values }),
            case .values(let values) = publication.documents[index].meaning
        else { return nil }
        let document = publication.documents[index]
        var context = link(edition.title(of: document, index), address: document.address, root: root)
        var html = DocumentHTML(self, document: index, at: Place(address: ""), leavingOutLinks: true)
        context.list("items", values.values.map { value in
            var item = Context()
            item.html("title", html.inlines(of: value.heading))
            item.attributes(html.attributes(of: value.heading))
            let id = document.heading(at: value.heading)?.id
            item.text("href", href(.page(address: Address.encoded(document.address), fragment: id.map { Address.encoded($0) }), written: "", root: root))
            return item
        })
        return context
    }
}
