/// What a publishing changed, in files of the site.
package struct PublishingResult: Sendable, Equatable {
    /// Files that are new, or whose bytes differ from those published before.
    package let written: Int
    /// Files whose bytes were there already; they keep their modification time.
    package let unchanged: Int
    /// Files published before, or found in the published folder, that are no longer there.
    package let removed: Int
}

/// How far a publishing has come.
package enum PublishingProgress: Sendable, Equatable {
    /// Another build is publishing into the same folder; this one goes on when that one has ended.
    case waiting
    case done(Int, of: Int)
}
