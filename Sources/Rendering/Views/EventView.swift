import Publication

/// An event: when, where, in which languages.
extension Renderer {
    func eventKeys(_ event: EventFacts, of index: Int, into context: inout Context) {
        var start = Context()
        start.text("iso", event.start.description)
        start.text("text", edition.text(event.start))
        context.context("start", start)
        var online: Context?
        if let address = event.online {
            var fact = Context()
            fact.text("label", edition.texts("online"))
            fact.attributes([])
            let escaped = Context.Leaf.text(address).string
            fact.html("html", Array("<a href=\"\(escaped)\"\(edition.language.isRightToLeft ? " dir=\"ltr\"" : "")>\(escaped)</a>".utf8))
            online = fact
        }
        context.items("facts", [
            fact("when", edition.text(from: event.start, to: event.end)), fact("place", edition.phrase(.place, event.place, of: index)), online,
            languagesFact("interpreted", event.languages),
        ].compactMap { $0 })
    }
}
