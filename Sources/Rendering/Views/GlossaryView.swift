import Publication

/// A glossary: terms with their abbreviations and meanings.
extension Renderer {
    func glossaryKeys(_ glossary: Glossary, into context: inout Context, _ html: inout DocumentHTML) {
        context.html("content", html.html(glossary.introduction))
        context.items("terms", glossary.terms.map { term in
            var item = Context()
            item.text("id", html.document.heading(at: term.heading)?.id)
            item.html("term", html.inlines(of: term.heading))
            item.attributes(html.attributes(of: term.heading))
            item.text("abbreviation", term.abbreviation)
            item.html("html", html.html(term.blocks))
            return item
        })
    }
}
