import Building
import Foundation
import Synchronization

/// A line that tells how far a long build is, once a second has passed, or that it waits; on a terminal only.
final class ProgressBar: Sendable {
    private struct State { var lastShown: ContinuousClock.Instant?, isVisible = false }
    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ progress: PublishingProgress) {
        guard isTerminal else { return }
        let now = ContinuousClock.now
        guard progress == .waiting || now - start > .seconds(1) else { return }
        state.withLock { state in
            if let last = state.lastShown, now - last < .milliseconds(100) { return }
            state.lastShown = now
            state.isVisible = true
            switch progress {
            case .waiting: Console.error.write("\rWaiting for another build of this site …")
            case .done(let done, of: let total):
                let filled = done * 30 / max(1, total)
                let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
                Console.error.write("\r\(bar) \(done) of \(total) files\u{1B}[K")
            }
        }
    }

    func clear() {
        state.withLock { state in
            if state.isVisible { Console.error.write("\r\u{1B}[K") }
            state.isVisible = false
        }
    }
}
