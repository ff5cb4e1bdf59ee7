import Foundation
import Testing
import TestSupport

/// The whole program, killed at any moment of a large build, leaves the whole old site or the whole new one.
@Suite struct KilledBuildTests {
    static let pages = 1_000

    @Test(.timeLimit(.minutes(10))) func aKilledBuildLeavesTheWholeOldSiteOrTheWholeNewOne() async throws {
        // In memory where that can be: a disk's own pauses would take minutes.
        let scratch = try Scratch(in: access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : NSTemporaryDirectory())
        for edition in ["old", "new"] { try write(edition, to: scratch) }
        func build(_ edition: String, _ output: String) async throws -> Duration {
            let start = ContinuousClock.now
            let result = try await Program.run("build", edition, "--output", output, in: scratch.path)
            #expect(result.status == 0, "\(result)")
            return ContinuousClock.now - start
        }
        _ = try await build("old", "old-site")
        _ = try await build("new", "new-site")
        let whole = ["old": scratch.files(in: "old-site"), "new": scratch.files(in: "new-site")]
        #expect(whole.values.allSatisfy { $0.count > Self.pages } && whole["old"] != whole["new"])
        _ = try await build("old", "www/site")
        var length = try await build("new", "www/site")
        var standing = "new"

        var moments = SeededGenerator(seed: 20_220_601)
        var outcomes: [String: Int] = [:]
        for round in 1...30 {
            let next = standing == "old" ? "new" : "old"
            let running = try Program.Running(["build", next, "--output", "www/site"], in: scratch.path)
            try await Task.sleep(for: length * Double.random(in: 0...1.05, using: &moments))
            running.kill()
            let status = await running.end()
            #expect(status == -SIGKILL || status == 0)

            let found = scratch.files(in: "www/site")
            let isOld = found == whole[standing], isNew = found == whole[next]
            #expect(isOld || isNew, "round \(round): \(found.count) files, neither the old nor the new site")
            outcomes[status == 0 ? "ended" : isOld ? "old" : "new", default: 0] += 1

            let time = try await build(next, "www/site")
            if isOld { length = time }
            #expect(scratch.files(in: "www/site") == whole[next], "round \(round)")
            #expect(scratch.names(in: "www") == ["site"], "round \(round)")
            standing = next
        }
        // The clock is set so that most are killed before their end.
        #expect(outcomes["old", default: 0] >= 10, "\(outcomes)")
    }

    /// All pages differ between editions, and some are in one only.
    private func write(_ edition: String, to scratch: Scratch) throws {
        try scratch.writePublication(["index.md": "---\ntitle: The \(edition) edition\n---\n"], in: edition)
        for number in 0..<Self.pages {
            try scratch.write(
                "---\ntitle: Page \(number)\n---\nOf the \(edition) edition. [Home](../index.md)\n",
                to: "\(edition)/content/section-\(number % 25)/page-\(number).md")
        }
        try scratch.write("---\ntitle: Only here\n---\n", to: "\(edition)/content/only-\(edition)/page.md")
    }
}
