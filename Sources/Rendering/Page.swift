import Publication

/// A page of the site: where it stands, and how its bytes are made.
package struct Page: Sendable {
    /// Below the site's root: `plans/district-goals/index.html`.
    package let path: String
    /// Below the site's root, percent-encoded: `plans/district-goals/`.
    package let address: String
    /// Whether it is offered to search engines: content, and translated far enough.
    package let isListed: Bool
    /// Whether it is there to be read: no redirect, no 404 page.
    package let isContent: Bool
    package let lastChange: CalendarDate?
    package let html: @Sendable () -> [UInt8]
}
