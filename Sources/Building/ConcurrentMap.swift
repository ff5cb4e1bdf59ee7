import Dispatch

/// Applies a function to the numbers from 0 on, on as many cores as there are; results keep their order, so that what
/// comes of them does not depend on who was first.
package func concurrentMap<Result: Sendable>(_ count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
    // Small enough that cores finish together, large enough that handing out work costs nothing.
    let chunk = max(1, min(32, count / 16))
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { number in
            for index in number * chunk..<min(count, (number + 1) * chunk) {
                slots.initializeElement(at: index, to: transform(index))
            }
        }
        initialized = count
    }
}
