import Publication

/// The page on which readers set how pages are shown: size of text, spacing, colours, print. Every edition has it, where
/// the theme has a layout for it and the publication no page of its own at its address.
extension Renderer {
    static let displayAddress = "display/"

    var hasDisplayPage: Bool {
        theme.hasDisplayPage && !publication.documents.contains { $0.address == Renderer.displayAddress }
            && !publication.sections.contains { $0.address == Renderer.displayAddress }
            && !publication.aliases.contains { $0.address == Renderer.displayAddress }
    }

    func displayPage() -> [UInt8] {
        let place = Place(address: Renderer.displayAddress)
        var context = Context()
        pageKeys(
            into: &context, title: edition.texts("display"), summary: own(edition.texts("displaySummary")), place: place, section: 0)
        context.text("kind", "display")
        context.text("outdatedText", nil)
        context.text("machineText", nil)
        context.context("translation", nil)
        context.list("choices", Renderer.displayChoices.map { name, options, needsScript in
            var choice = Context()
            choice.text("name", name)
            choice.text("title", edition.texts(Renderer.displayText(name)))
            choice.flag("needsScript", needsScript)
            choice.list("options", options.enumerated().map { index, option in
                var item = Context()
                item.text("id", option)
                item.text("title", edition.texts(Renderer.displayText(option)))
                item.flag("checked", index == 0)
                return item
            })
            return choice
        })
        return render(context, layout: "display", at: place)
    }

    /// `size-usual` → `displaySizeUsual`
    private static func displayText(_ name: String) -> String {
        "display" + name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// What can be chosen, by the names that stylesheets know them by, the usual first. Colours follow the reader's
    /// system; to choose others takes a script.
    private static let displayChoices: [(name: String, options: [String], needsScript: Bool)] = [
        ("size", ["size-usual", "size-large", "size-largest"], false),
        ("spacing", ["spacing-usual", "spacing-wide"], false),
        ("colours", ["colours-system", "colours-light", "colours-dark"], true),
        ("print", ["print-usual", "print-large"], false),
    ]
}
