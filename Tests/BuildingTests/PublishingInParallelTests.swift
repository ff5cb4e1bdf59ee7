import Glibc
import Testing

@testable import Building

@Suite struct PublishingInParallelTests {
    private struct Failure: Error, Equatable { let index: Int }

    @Test(arguments: [0, 1, 2, 15, 16, 17, 1000])
    func doesEverythingOnce(count: Int) throws {
        let progress = Counter()
        let workers = try inParallel(count, each: [Int](), progress: progress.add) { (index, own) throws(Failure) in
            own.append(index)
        }
        #expect(workers.flatMap { $0 }.sorted() == Array(0..<count))
        #expect(progress.order == progress.order.sorted())
        #expect(progress.order.last == (count == 0 ? nil : count))
    }

    @Test(arguments: [(slow: 10, quick: 40), (slow: 20, quick: 10)])
    func theLowestFailureIsThrown(slow: Int, quick: Int) {
        #expect(throws: Failure(index: 10)) {
            _ = try inParallel(400, each: 0) { (index, _) throws(Failure) in
                // Time for both threads to have begun, and then for one to be late.
                if index == quick || index == slow { usleep(index == slow ? 60_000 : 10_000) }
                if index == slow || index == quick { throw Failure(index: index) }
            }
        }
    }

    @Test func nothingNewIsBegunAfterAFailure() {
        let calls = Counter()
        #expect(throws: Failure(index: 0)) {
            _ = try inParallel(1000, each: 0) { (index, _) throws(Failure) in
                calls.add(index)
                if index == 0 { throw Failure(index: 0) }
                usleep(1_000)
            }
        }
        #expect(calls.order.count < 500)
    }
}
