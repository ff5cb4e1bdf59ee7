import Publication
import Translation

/// The accessibility statement, made of the facts in `publication.yaml`. Its parts are those of the W3C's model (*Developing an
/// Accessibility Statement*, 2018): what is done, how far it reaches, what is known to be missing, how it was checked and
/// when, and how to report a barrier and to complain.
extension Renderer {
    static let accessibilityTarget = LinkTarget.page(address: AccessibilityFacts.address, fragment: nil)

    func accessibilityPage(_ facts: AccessibilityFacts, at place: Place) -> [UInt8] {
        var context = Context()
        pageKeys(into: &context, title: edition.texts("accessibility"), summary: own(edition.texts("accessibilityLead")), place: place, section: 0)
        noticeKeys(of: nil, into: &context, at: place)
        let notice = facts.notice.map { edition.phrase($0) }
        context.text("notice", notice?.text)
        context.attributes("noticeAttributes", edition.attributes(notice))
        context.text("kind", "page")
        context.text("aimHTML", facts.standard.map { sentence("accessibilityAim", "standard", own($0)) })
        context.flag("isNotListed", facts.knownProblems == nil)
        context.flag("isNoneKnown", facts.knownProblems?.isEmpty == true)
        context.items("knownProblems", (facts.knownProblems ?? []).map(item))
        let checked = facts.checked
        context.text("checkedHTML", checked.map { edition.texts("accessibilityChecked", ["date": .date($0.date)]) })
        context.text("checkedByHTML", checked?.by.map { sentence("accessibilityCheckedBy", "by", edition.phrase($0)) })
        context.text("resultHTML", checked?.result.map { sentence("accessibilityResult", "result", edition.phrase($0)) })
        let contact = publication.settings.accessibilityContact
        context.text("contactTelephone", contact.telephone)
        context.text("contactTelephoneHref", contact.telephone.map { "tel:" + $0.filter { $0.isASCII && ($0.isNumber || $0 == "+") } })
        context.text("contactEmail", contact.email)
        context.text("answerHTML", facts.answerWithin.map { sentence("accessibilityAnswer", "time", edition.phrase($0)) })
        context.text("coordinatorHTML", facts.coordinator.map { sentence("accessibilityCoordinator", "name", edition.phrase($0)) })
        context.items("otherFormats", facts.otherFormats.map(item))
        var complaints: Context?
        if let given = facts.complaints {
            let name = given.name.map { edition.phrase($0) } ?? own(Renderer.shortAddress(given.link))
            var entry = Context()
            entry.text("href", given.link)
            entry.text("title", name.text)
            entry.attributes(edition.attributes(name))
            complaints = entry
        }
        context.context("complaints", complaints)
        return render(context, layout: "accessibility", at: place)
    }

    /// The statement's link at every page's foot; nil where there is no statement, or the settings list it themselves.
    func accessibilityLink(root: String) -> Context? {
        guard accessibility != nil, !publication.footer.contains(where: { $0.target == Renderer.accessibilityTarget }) else { return nil }
        return link(own(edition.texts("accessibility")), address: AccessibilityFacts.address, root: root)
    }

    private func item(_ text: String) -> Context {
        let phrase = edition.phrase(text)
        var item = Context()
        item.text("text", phrase.text)
        item.attributes(edition.attributes(phrase))
        return item
    }

    /// A text of the theme with a phrase put in.
    private func sentence(_ key: String, _ name: String, _ phrase: Phrase) -> Words { edition.texts(key, [name: .words(Words(isolating: phrase))]) }

    /// `www.ada.gov/file-a-complaint`
    private static func shortAddress(_ link: String) -> String {
        let address = link.firstRange(of: "://").map { String(link[$0.upperBound...]) } ?? link
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }
}
