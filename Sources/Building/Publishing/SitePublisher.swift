/// Puts a site on the disk at once or not at all: staged beside the published folder, then swapped in.
///
///     let publisher = SitePublisher(folder: "/srv/district/site")
///     let result = try publisher.publish(files)
///     print(result.written, result.unchanged, result.removed)
///
/// Whoever looks at the folder, and whenever this program is killed, finds the whole old site or the whole new one.
/// Only a file system that cannot exchange two folders has moments without either; the next build mends it.
/// A computer that loses its power may leave files unwritten; as every build compares bytes, the next mends them.
package struct SitePublisher: Sendable {
    private let folder: String
    private let abilities: FileSystemAbilities

    /// - Parameter folder: the published folder, absolute or relative to the working directory. It is absent,
    ///   empty, or carries the marker of an earlier build; a symbolic link stands for the folder it leads to.
    package init(folder: String) {
        self.init(folder: folder, abilities: FileSystemAbilities())
    }

    init(folder: String, abilities: FileSystemAbilities) {
        self.folder = folder
        self.abilities = abilities
    }

    /// Makes the folder hold exactly these files (and the marker). Nothing is touched when it does already.
    ///
    /// Folders above it are created as needed. While another build publishes into the same folder, this one waits:
    /// the last wins, whole.
    /// - Parameter progress: called from any thread, never by two at once, with a number of files that only grows.
    package func publish(
        _ files: [SiteFile], progress: @Sendable (PublishingProgress) -> Void = { _ in }
    ) throws(PublishingError) -> PublishingResult {
        let paths = try SiteFile.checkedPaths(of: files)
        let place = try PublishingPlace(folder, abilities: abilities)
        let lock = try PublishingLock(beside: place) { progress(.waiting) }
        defer { lock.release() }
        place.recover(andSweep: lock.isExclusive)

        let previous = try PreviousSite(at: place)
        defer { previous.close() }
        let stage = try StagingFolder(beside: place)
        // Whatever has the stage's name in the end is of no use any more: a stage that failed or was not needed,
        // or the previous site.
        defer { place.remove(stage.name) }

        let writer = SiteWriter(
            stage: stage.descriptor, previous: previous.descriptor, listed: previous.files,
            folder: place.folder, linking: abilities.links)
        let isMarkerNew = try writer.writeMarker()
        let unchanged = try writer.writeChanged(files) { progress(.done($0, of: files.count)) }
        let result = PublishingResult(
            written: files.count - unchanged.count, unchanged: unchanged.count,
            removed: previous.files.count(where: { !paths.contains($0) && $0 != SiteFile.marker.path })
                + previous.others)

        if isMarkerNew || result.written > 0 || result.removed > 0 || previous.hasEmptyFolders {
            try writer.keep(unchanged.map { files[$0].path })
            if try !place.swapIn(stage.name, replacing: previous.descriptor != nil) {
                try swapInByCopying(stage.name, previous, at: place)
            }
        }
        return result
    }

    private func swapInByCopying(
        _ stage: String, _ previous: PreviousSite, at place: borrowing PublishingPlace
    ) throws(PublishingError) {
        let copy = try StagingFolder(beside: place)
        defer { place.remove(copy.name) }
        let writer = SiteWriter(
            stage: copy.descriptor, previous: previous.descriptor, listed: previous.files,
            folder: place.folder, linking: abilities.links)
        _ = try writer.writeMarker()
        try writer.keep(previous.files.filter { $0 != SiteFile.marker.path })
        try place.swapIn(stage, keeping: copy.name)
    }
}

/// What the file system can do; a test takes abilities away to see that a build does without them.
struct FileSystemAbilities: Sendable {
    /// Exchanging two folders' names in one step.
    var exchange = true
    /// Giving a folder another name.
    var rename = true
    /// Giving a file a second name.
    var links = true
}
