import Glibc

/// The folder beside the site in which the next site grows.
struct StagingFolder: ~Copyable {
    let name: String
    var descriptor: CInt { folder.number }
    private let folder: Descriptor

    /// Makes an empty one.
    init(beside place: borrowing PublishingPlace) throws(PublishingError) {
        var name = place.stagingName()
        while mkdirat(place.descriptor, name, 0o755) != 0 {
            guard errno == EEXIST else { throw PublishingError(place.holder, .system(.writeIn, errno)) }
            name = place.stagingName()
        }
        do {
            folder = try Descriptor(name, in: place.descriptor, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        } catch {
            place.remove(name)
            throw PublishingError(place.holder, .system(.writeIn, error.code))
        }
        self.name = name
    }
}
