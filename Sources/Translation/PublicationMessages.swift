import Publication

/// All messages of a publication: those of its settings, then those of its documents in the order of their paths.
///
/// Drafts are left out, since their words still change; documents that are published later are not, so that their
/// translations are there in time.
package struct PublicationMessages: Sendable {
    /// A text of `publication.yaml`, or the title of a folder that has no document of its own.
    package struct SiteMessage: Sendable {
        package enum Role: String, Sendable { case title, tagline, organization, navigation, footer, section, accessibility }

        package let key: Message.Key
        package let role: Role
        package let words: Int
    }

    package let site: [SiteMessage]
    package let documents: [DocumentMessages]

    package init(site: [SiteMessage], documents: [DocumentMessages]) {
        self.site = site
        self.documents = documents
    }

    /// - Parameters:
    ///   - documents: in the order of their paths.
    ///   - concurrentMap: applies a function to each of so many indices, on as many cores as there are.
    package static func of(
        _ settings: Settings, documents: [Document], concurrentMap: (Int, @Sendable (Int) -> DocumentMessages) -> [DocumentMessages]
    ) -> PublicationMessages {
        let extractor = MessageExtractor()
        var seen: Set<String> = []
        func message(_ text: String?, _ role: SiteMessage.Role) -> SiteMessage? {
            guard let text, text.unicodeScalars.contains(where: \.properties.isAlphabetic), seen.insert(text).inserted else { return nil }
            return SiteMessage(key: .init(text: MessageExtractor.normalized(text)), role: role, words: text.split(separator: " ").count)
        }
        var site = [message(settings.title, .title), message(settings.tagline, .tagline), message(settings.organization.name, .organization)]
        site += settings.navigation.map { message($0.title, .navigation) } + settings.footer.map { message($0.title, .footer) }
        site += (settings.accessibility?.texts ?? []).map { message($0, .accessibility) }
        site += Linker.sectionTitles(documents).map { message($0, .section) }
        return PublicationMessages(site: site.compactMap { $0 }, documents: concurrentMap(documents.count) { extractor.messages(of: documents[$0]) })
    }
}
