import Markdown
import Publication
import Translation

/// Renders one edition of a publication with a theme: every page as a value whose bytes are made when they are wanted.
package struct Renderer: Sendable {
    let publication: Publication
    /// What its documents say of each other.
    let tracking: Tracking
    let theme: Theme
    let edition: Edition
    /// All editions, the source language's first.
    let editions: [Edition]
    /// Sizes of pictures in CSS pixels, by their paths below `content/`.
    let imageSizes: [String: ImageSize]
    /// Of each survey, what of it may be published.
    let surveys: [Int: SurveyResults]
    /// Pages that no document stands for.
    let views: Views
    /// By document.
    let planIndices: [Int: PlanIndex]
    /// By a page's address: the document that it shows, or those that it lists.
    let documentsOfPlace: [String: [Int]]
    /// Which of them is rendered.
    let number: Int
    let languages: [Language]
    /// “Close” in every edition's language, in their order.
    let closing: [String]
    let notices: TranslationNotices
    /// The site's title and tagline, and the tags' names.
    let siteTitle: Phrase
    /// For the page about it, where the publication has one.
    let translationStatus: TranslationStatus?
    let siteTagline: Phrase?
    /// What the accessibility statement says; nil where there is none.
    let accessibility: AccessibilityFacts?
    let tagNames: [Phrase]
    /// What lists show in the order of names.
    let order: ListOrder
    /// What of the glossaries is marked in running text, and which documents they are.
    let terms: TermMarks.Terms?
    let glossaries: [Int]
    private var shared: [Surroundings: SharedKeys]
    private let shells: Shells
    let style: HTMLStyle

    /// How many entries a list shows on one page.
    static let entriesPerPage = 50

    /// - Parameter number: of the edition to be rendered, among all.
    package init(
        publication: Publication, tracking: Tracking, surveys: [Int: SurveyResults], views: Views, theme: Theme, editions: [Edition], number: Int, imageSizes: [String: ImageSize],
        translationStatus: TranslationStatus? = nil
    ) {
        self.translationStatus = translationStatus
        self.publication = publication
        accessibility = publication.makesAccessibilityStatement ? publication.settings.accessibility : nil
        self.tracking = tracking
        self.theme = theme
        self.editions = editions
        edition = editions[number]
        self.imageSizes = imageSizes
        self.views = views
        self.surveys = surveys
        planIndices = Dictionary(uniqueKeysWithValues: tracking.plans.compactMap { plan in
            guard case .plan(let text) = publication.documents[plan.document].meaning else { return nil }
            return (plan.document, PlanIndex(text))
        })
        documentsOfPlace = editions.count > 1 ? Renderer.documentsOfPlace(publication, views) : [:]
        self.number = number
        languages = editions.indices.map { Language($0, editions) }
        let edition = editions[number]
        closing = editions.map { $0.texts.plain("dismiss") }
        notices = TranslationNotices(edition)
        siteTitle = edition.phrase(publication.settings.title)
        siteTagline = publication.settings.tagline.map { edition.phrase($0) }
        tagNames = publication.tags.map { edition.phrase($0.name) }
        order = ListOrder(publication, edition: edition, tagNames: tagNames)
        shells = Shells(library: theme.library)
        style = edition.htmlStyle
        terms = TermMarks.Terms(publication, edition)
        glossaries = TermMarks.Terms.glossaries(publication)
        shared = [:]
        var shared: [Surroundings: SharedKeys] = [:]
        for place in places() {
            let surroundings = surroundings(of: place)
            if shared[surroundings] == nil { shared[surroundings] = sharedKeys(surroundings, number: shared.count) }
        }
        self.shared = shared
    }

    private static func documentsOfPlace(_ publication: Publication, _ views: Views) -> [String: [Int]] {
        var places: [String: [Int]] = [:]
        for view in views.all { places[view.address] = view.document.map { [$0] } ?? [] }
        for tag in publication.tags { places[tag.address] = tag.documents }
        if !publication.tags.isEmpty { places["tags/"] = Array(publication.documents.indices) }
        for section in publication.sections { places[section.address] = section.page.map { [$0] } ?? section.documents }
        for (index, document) in publication.documents.enumerated() { places[document.address] = [index] }
        return places
    }

    // MARK: Pages

    /// Every page of the edition, in no particular order of importance: documents, sections without a document of
    /// their own, tags, old addresses, and the page for addresses that are not there.
    package func pages() -> [Page] {
        var pages: [Page] = []
        let sectionPages = Set(publication.sections.compactMap(\.page))
        for (index, document) in publication.documents.enumerated() where !sectionPages.contains(index) {
            let place = Place(address: document.address)
            pages.append(page(place, lastChange: document.lastChange) { self.document(index, at: place) })
        }
        for (index, section) in publication.sections.enumerated() { pages += self.section(index, section) }
        pages += tags()
        for view in views.all { pages.append(page(view.place, lastChange: view.lastChange) { self.view(view) }) }
        for alias in publication.aliases {
            let place = Place(address: alias.address)
            pages.append(page(place, lastChange: nil, isListed: false) { self.redirect(to: alias.document, at: place) })
        }
        if let accessibility {
            let place = Place(address: AccessibilityFacts.address)
            pages.append(page(place, lastChange: accessibility.checked?.date) { self.accessibilityPage(accessibility, at: place) })
        }
        if let translationStatus, edition.isSource {
            let place = Place(address: Renderer.translationStatusAddress)
            pages.append(Page(
                path: Renderer.translationStatusPath, address: place.address, isListed: false, isContent: true, lastChange: nil,
                html: { self.translationStatusPage(translationStatus) }))
        }
        if hasDisplayPage {
            let place = Place(address: Renderer.displayAddress)
            pages.append(Page(
                path: edition.prefix + Address.file(place.address), address: edition.prefix + place.address, isListed: isOffered(place), isContent: false,
                lastChange: nil, html: { self.displayPage() }))
        }
        pages.append(page(.notFound, lastChange: nil, isListed: false) { self.notFound() })
        return pages
    }

    private func page(_ place: Place, lastChange: CalendarDate?, isListed: Bool = true, html: @escaping @Sendable () -> [UInt8]) -> Page {
        Page(
            path: edition.prefix + Address.file(place.address), address: edition.prefix + Address.encoded(place.address),
            isListed: isListed && isOffered(place), isContent: isListed, lastChange: lastChange, html: html)
    }

    private func section(_ index: Int, _ section: Publication.Section) -> [Page] {
        let isHome = section.address.isEmpty
        let lastChange = (section.documents + [section.page].compactMap { $0 }).compactMap { publication.documents[$0].lastChange }.max()
        let kind = section.page.map { publication.documents[$0].kind }
        guard !isHome, kind == nil || kind == .page else {
            let place = Place(address: section.address)
            guard let document = section.page, kind != .page else {
                return [page(place, lastChange: lastChange) { self.home(section, at: place) }]
            }
            return [page(place, lastChange: lastChange) { self.document(document, at: place) }]
        }
        return chunks(of: order.documents[index], at: section.address).map { chunk in
            page(chunk.place, lastChange: lastChange) { self.list(index, chunk) }
        }
    }

    private func tags() -> [Page] {
        guard !publication.tags.isEmpty else { return [] }
        let all = Place(address: "tags/")
        return [page(all, lastChange: nil) { self.allTags(at: all) }] + publication.tags.indices.flatMap { index in
            chunks(of: order.documentsOfTags[index], at: publication.tags[index].address).map { chunk in
                page(chunk.place, lastChange: nil) { self.tag(index, chunk) }
            }
        }
    }

    /// A list cut into pages: `updates/`, `updates/page/2/`, …
    private func chunks(of documents: [Int], at address: String) -> [Chunk] {
        let count = max(1, (documents.count + Renderer.entriesPerPage - 1) / Renderer.entriesPerPage)
        return (0..<count).map { number in
            let start = number * Renderer.entriesPerPage
            return Chunk(
                documents: Array(documents[start..<min(start + Renderer.entriesPerPage, documents.count)]),
                number: number + 1, count: count, first: address)
        }
    }

    struct Chunk {
        let documents: [Int]
        /// Counted from 1.
        let number: Int
        let count: Int
        /// The address of the list's first page.
        let first: String

        var place: Place { Place(address: address(of: number)) }
        func address(of number: Int) -> String { number == 1 ? first : "\(first)page/\(number)/" }
    }

    // MARK: Header and footer

    /// All that a header and a footer depend on.
    struct Surroundings: Hashable {
        let root: String
        let entry: Int?
        let isEntryItself: Bool
    }

    private func places() -> [Place] {
        publication.documents.map { Place(address: $0.address) }
            + publication.sections.flatMap { section in chunks(of: section.documents, at: section.address).map(\.place) }
            + [Place(address: "tags/")] + publication.tags.flatMap { tag in chunks(of: tag.documents, at: tag.address).map(\.place) }
            + views.all.map(\.place) + publication.aliases.map { Place(address: $0.address) }
            + [.notFound, Place(address: Renderer.translationStatusAddress), Place(address: Renderer.displayAddress), Place(address: AccessibilityFacts.address)]
    }

    private func surroundings(of place: Place) -> Surroundings {
        let encoded = Address.encoded(place.address)
        var best: (entry: Int, length: Int)?
        for (index, entry) in publication.navigation.enumerated() {
            guard case .page(let address, _) = entry.target else { continue }
            let isInside = address.isEmpty ? encoded.isEmpty : encoded.utf8.starts(with: address.utf8)
            if isInside, address.utf8.count >= best?.length ?? 0 { best = (index, address.utf8.count) }
        }
        return Surroundings(root: root(of: place), entry: best?.entry, isEntryItself: best?.length == encoded.utf8.count)
    }

    /// What an address begins with to reach the site's root from a page: `../../`; the page for missing addresses may
    /// be shown at any depth, and needs the whole path.
    func root(of place: Place) -> String {
        if place.isNotFound { return publication.settings.pathPrefix }
        return String(repeating: "../", count: Address.depth(place.address) + Address.depth(edition.prefix))
    }

    /// What pages with the same surroundings share: keys of the site, and the partials rendered from them.
    private struct SharedKeys: Sendable {
        let number: Int
        var context: Context
    }

    private func sharedKeys(_ surroundings: Surroundings, number: Int) -> SharedKeys {
        var context = Context()
        siteKeys(into: &context, root: surroundings.root)
        context.list("navigation", publication.navigation.enumerated().map { index, entry in
            var item = Context()
            let title = title(of: entry)
            item.text("title", title.text)
            item.attributes(edition.attributes(title))
            item.text("href", href(entry.target, written: entry.link, root: surroundings.root))
            item.flag("page", index == surroundings.entry && surroundings.isEntryItself)
            item.flag("section", index == surroundings.entry && !surroundings.isEntryItself)
            return item
        })
        context.items("footerLinks", publication.footer.map { entry in
            var item = Context()
            let title = title(of: entry)
            item.text("title", title.text)
            item.attributes(edition.attributes(title))
            item.text("href", href(entry.target, written: entry.link, root: surroundings.root))
            return item
        } + [accessibilityLink(root: surroundings.root)].compactMap { $0 })
        let object = MustacheObject(context)
        var parts = Context()
        for partial in Theme.SharedPartial.allCases {
            parts.html(partial.key, Array((theme.library.render(object, withTemplate: partial.source) ?? "").utf8))
        }
        context.context("shared", parts)
        return SharedKeys(number: number, context: context)
    }

    /// The keys that every page of the site has, and its header and footer.
    private func siteKeys(into context: inout Context, root: String) {
        let settings = publication.settings
        context.text("lang", edition.language.code)
        context.text("dir", edition.direction)
        context.text("root", root)
        context.text("home", homeAddress(root: root))
        let separators = edition.locale.separators
        context.text("colon", separators.colon)
        context.text("comma", separators.comma)
        context.text("stop", separators.stop)
        context.text("gap", separators.gap)
        context.text("generator", "Tidings")
        context.text("icon", theme.icon.map { root + $0 })
        context.list("stylesheets", theme.stylesheets.map { sheet in
            var item = Context()
            item.text("href", root + sheet)
            return item
        })
        context.list("scripts", theme.scripts.map { script in
            var item = Context()
            item.text("src", root + script)
            return item
        })
        context.text("display", hasDisplayPage ? href(address: Renderer.displayAddress, root: root) : nil)
        var site = Context()
        site.text("title", siteTitle.text)
        site.attributes("titleAttributes", edition.attributes(siteTitle))
        site.text("tagline", siteTagline?.text)
        site.attributes("taglineAttributes", edition.attributes(siteTagline))
        context.context("site", site)
        var organization = Context()
        let name = settings.organization.name.map { edition.phrase($0) }
        organization.text("name", name?.text)
        // A postal address stays as the post needs it; a name within it that is translated says so.
        let hasOwnName = !edition.isSource && !settings.organization.address.isEmpty && name?.isUntranslated == false
        organization.attributes("nameAttributes", hasOwnName ? Array(" lang=\"\(edition.language.code)\"".utf8) : edition.attributes(name))
        organization.attributes("addressAttributes", edition.isSource || settings.organization.address.isEmpty ? [] : Array(" lang=\"\(edition.source.code)\"".utf8))
        organization.text("telephone", settings.organization.telephone)
        organization.text("telephoneHref", settings.organization.telephone.map { "tel:" + $0.filter { $0.isASCII && ($0.isNumber || $0 == "+") } })
        organization.text("email", settings.organization.email)
        if settings.organization.address.isEmpty { organization.text("address", nil) } else { organization.texts("address", settings.organization.address) }
        let isKnown = organization.entries.contains { entry in
            switch entry.value {
            case .leaf(.attributes): false
            case .leaf(let leaf): !leaf.isEmpty
            default: true
            }
        }
        context.context("organization", isKnown ? organization : nil)
        context.dictionary("texts", edition.texts.all.map { ($0.key, .text($0.text)) })
        context.dictionary("markedTexts", edition.texts.all.map { ($0.key, edition.texts($0.key).leaf) })
    }

    /// Renders a page, its own keys laid over those of its surroundings.
    func render(_ context: Context, layout: String, at place: Place) -> [UInt8] {
        guard let shared = shared[surroundings(of: place)] else { return [] }
        return shells.render(context, shared: shared.context, surroundings: shared.number, layout: "layouts/" + layout)
    }

    // MARK: Addresses

    /// What an address begins with to reach the edition's own root: from `es/plans/`, `../` and not `../../es/`.
    private func editionRoot(_ root: String) -> String {
        let depth = Address.depth(edition.prefix)
        return root.hasPrefix("../") ? String(root.utf8.dropFirst(3 * depth)) ?? root : root + edition.prefix
    }

    /// A target as a link on a page; nil where there is no link.
    func href(_ target: LinkTarget, written: String, root: String) -> String? {
        switch target {
        case .page(let address, let fragment):
            let path = editionRoot(root) + address + objectivePage(address, fragment)
            return (path.isEmpty ? "./" : path) + (fragment.map { "#" + $0 } ?? "")
        case .file(let path, let fragment): return root + path + (fragment.map { "#" + $0 } ?? "")
        case .outside: return written
        case .language, .none: return nil
        }
    }

    /// Of a plan whose objectives have pages of their own, the one that a number stands on.
    private func objectivePage(_ address: String, _ fragment: String?) -> String {
        guard !views.objectivePages.isEmpty, let fragment, let index = views.objectivePages[address] else { return "" }
        return index.objectiveNumber(of: Address.decoded(fragment)).map { Address.encoded($0) + "/" } ?? ""
    }

    func href(address: String, root: String) -> String {
        href(.page(address: Address.encoded(address), fragment: nil), written: "", root: root)!
    }

    func canonical(_ place: Place, in prefix: String) -> String { publication.settings.address + prefix + Address.encoded(place.address) }
}

/// Where a page stands.
struct Place: Sendable {
    /// Below the edition's root: `plans/district-goals/`.
    let address: String
    var isNotFound: Bool { address == "404.html" }

    static let notFound = Place(address: "404.html")
}
