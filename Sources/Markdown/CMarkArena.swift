import CMarkGFM
import Glibc

/// The memory of the parses on one thread: handed out from the front of a large piece and taken back all at once.
///
/// cmark makes hundreds of small allocations for a page and frees each of them; with malloc these are half of the time
/// that a parse takes. The library asks its allocator without saying for which parser, so every thread has its own.
struct CMarkArena {
    /// For `cmark_parser_new_with_mem`; it uses the arena of whatever thread calls it. Three functions, never changed.
    nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
        let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        allocator.initialize(to: cmark_mem(
            calloc: { count, size in
                let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
                // cmark checks no allocation for failure: ending here is what its own allocator does as well.
                precondition(!overflow, "libcmark-gfm asked for more memory than there is")
                let memory = CMarkArena.ofThread.pointee.take(bytes)
                memset(memory, 0, bytes)
                return memory
            },
            realloc: { CMarkArena.ofThread.pointee.resize($0, to: $1) },
            free: { _ in }))
        return allocator
    }()

    /// Takes back everything that was handed out on this thread.
    static func reset() { ofThread.pointee.reset() }

    private static let pieceSize = 1 << 20
    /// Before each allocation stands its size, in as many bytes as keep the allocation aligned.
    private static let header = 16

    private var pieces: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer

    private init() {
        next = malloc(CMarkArena.pieceSize)!
        end = next + CMarkArena.pieceSize
        pieces = [next]
    }

    private mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
        let needed = CMarkArena.header + (size + 15) & ~15
        if next + needed > end { addPiece(atLeast: needed) }
        next.storeBytes(of: size, as: Int.self)
        defer { next += needed }
        return next + CMarkArena.header
    }

    private mutating func resize(_ memory: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
        guard let memory else { return take(size) }
        let old = (memory - CMarkArena.header).load(as: Int.self)
        if size <= old { return memory }
        // The last one handed out grows where it stands: that is what a text does while it is read line by line.
        let oldEnd = memory + (old + 15) & ~15, newEnd = memory + (size + 15) & ~15
        if oldEnd == next, newEnd <= end {
            (memory - CMarkArena.header).storeBytes(of: size, as: Int.self)
            next = newEnd
            return memory
        }
        let new = take(size)
        memcpy(new, memory, old)
        return new
    }

    private mutating func addPiece(atLeast needed: Int) {
        let size = max(needed, CMarkArena.pieceSize << min(pieces.count, 6))
        guard let piece = malloc(size) else { preconditionFailure("there is no memory left to read a document") }
        pieces.append(piece)
        next = piece
        end = piece + size
    }

    private mutating func reset() {
        for piece in pieces.dropFirst() { free(piece) }
        pieces.removeLast(pieces.count - 1)
        next = pieces[0]
        end = next + CMarkArena.pieceSize
    }

    // MARK: Threads

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            let arena = memory!.assumingMemoryBound(to: CMarkArena.self)
            for piece in arena.pointee.pieces { free(piece) }
            arena.deinitialize(count: 1)
            arena.deallocate()
        }
        return key
    }()

    private static var ofThread: UnsafeMutablePointer<CMarkArena> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: CMarkArena.self) }
        let arena = UnsafeMutablePointer<CMarkArena>.allocate(capacity: 1)
        arena.initialize(to: CMarkArena())
        pthread_setspecific(key, arena)
        return arena
    }
}
