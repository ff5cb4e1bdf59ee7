import Dispatch
import Glibc
import Synchronization

/// Does `body` once for every index below `count`, over all cores; each core has a worker of its own.
/// - Parameters:
///   - progress: called with the number of indices done, never by two threads at once.
/// - Returns: the workers.
/// - Throws: of the failures the one with the lowest index, whatever the order the threads ran in.
///   Indices above it may not have been tried.
func inParallel<Worker: Sendable, Failure: Error>(
    _ count: Int, each worker: @autoclosure @Sendable () -> Worker, progress: @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (Int, inout Worker) throws(Failure) -> Void
) throws(Failure) -> [Worker] {
    let state = Mutex(SharedState<Worker, Failure>())
    let threads = min(count, max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))))
    // Small enough that no thread is left with much to do alone, large enough that asking costs nothing.
    let step = max(1, min(16, count / max(1, threads * 4)))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
        var own = worker()
        var range = 0..<0
        while true {
            // A range that was handed out is worked through even after a failure elsewhere, which may be a later one.
            range = state.withLock { state in
                state.done += range.count
                if !range.isEmpty { progress(state.done) }
                let start = state.failure == nil ? state.next : count
                state.next = min(count, start + step)
                return start..<state.next
            }
            if range.isEmpty { break }
            for index in range {
                do throws(Failure) {
                    try body(index, &own)
                } catch {
                    state.withLock { state in
                        if index < state.failure?.index ?? count { state.failure = (index, error) }
                    }
                    range = 0..<0
                    break
                }
            }
        }
        state.withLock { $0.workers.append(own) }
    }
    return try state.withLock { state throws(Failure) in
        if let failure = state.failure { throw failure.error }
        return state.workers
    }
}

private struct SharedState<Worker: Sendable, Failure: Error>: Sendable {
    var next = 0
    var done = 0
    var workers: [Worker] = []
    var failure: (index: Int, error: Failure)?
}
