import Glibc

/// Lets one build at a time publish into a folder.
///
/// A file beside the site, locked by the build at work and removed at its end. The system itself ends the lock of
/// a killed build, so nothing it leaves can be mistaken for a living one's.
struct PublishingLock: ~Copyable {
    /// False on a file system without locks, where another build may be at work all the same.
    let isExclusive: Bool
    private let file: Descriptor
    private let folder: CInt
    private let name: String

    /// Waits for a build that is at work, having said so.
    init(beside place: borrowing PublishingPlace, waiting: () -> Void) throws(PublishingError) {
        folder = place.descriptor
        name = place.lockName
        var told = false
        while true {
            let file: Descriptor
            do {
                file = try Descriptor(name, in: folder, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
            } catch {
                throw PublishingError(place.holder, .system(.writeIn, error.code))
            }
            var status = flock(file.number, LOCK_EX | LOCK_NB)
            if status != 0 && errno == EWOULDBLOCK {
                if !told { waiting() }
                told = true
                repeat { status = flock(file.number, LOCK_EX) } while status != 0 && errno == EINTR
            }
            // The build waited for has removed the file: the lock on it says nothing to those who come later.
            if status == 0, let links = try? file.status().st_nlink, links == 0 { continue }
            isExclusive = status == 0
            self.file = file
            return
        }
    }

    func release() {
        // In this order: the build that waits must find that what it waited for is gone.
        unlinkat(folder, name, 0)
        flock(file.number, LOCK_UN)
    }
}
