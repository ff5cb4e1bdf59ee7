import Foundation
import Testing

/// The five mistakes that new authors make first: all that they see of each must be enough to mend it.
@Suite struct MistakeTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let content: [String: String]
        let shown: String
    }

    static let mistakes = [
        Mistake(testDescription: "a tab in YAML", content: ["index.md": "---\ntitle: Home\ntags:\n\t- news\n---\nText.\n"], shown: """
            content/index.md:4:1: error: a tab in this front matter, which allows only spaces [yaml]
                4 | \t- news
                  | ^
              fix: Delete the tab, which looks like a wide space, and type two spaces in its place.

            """),
        Mistake(
            testDescription: "a link to a page that was renamed",
            content: [
                "index.md": "---\ntitle: Home\n---\nSee [what you told us](updates/feedback.md).\n",
                "updates/feedback-results.md": "---\ntitle: What you told us\n---\n",
            ],
            shown: """
            content/index.md:4:5: error: no document ‘updates/feedback.md’ [broken-link]
                4 | See [what you told us](updates/feedback.md).
                  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              fix: The nearest is updates/feedback-results.md – write that, if it is meant.

            """),
        Mistake(testDescription: "a list pasted from Word", content: ["index.md": "---\ntitle: Home\n---\nWe will:\n·\tlisten\n·\tanswer\n"], shown: """
            content/index.md:5:1: error: the list mark ‘·’, on this and 1 more line: this was pasted from a word processor as it was [word-paste]
                5 | ·\tlisten
                  | ^
              fix: Begin every item of the list on a line of its own with a hyphen and a space, as in `- listen`, in place of ‘·’ and what follows it.

            """),
        Mistake(testDescription: "a table pasted from Word", content: ["index.md": "---\ntitle: Home\n---\nGoal 1\n\n\tObjective\n\nText\n\n\tActivities\n"], shown: """
            content/index.md:6:1: error: 2 lines begin with a tab, as the cells of a pasted Word table do: the page would show them in typewriter letters, not as a table [word-paste]
                6 | \tObjective
                  | ^^^^^^^^^^
              fix: Delete the tabs, and write what stood in each cell as a paragraph below a heading, as in `## Activities`, or as items of a list, each beginning with `- `.

            """),
        Mistake(testDescription: "a Word file itself", content: ["plan.md": "PK\u{3}\u{4}\u{14}\0\u{6}\0word/document.xml"], shown: """
            content/plan.md:1:1: error: this is a Word file or other packed file, not text, whatever its name says [encoding]
              fix: Open it, copy its text, and paste that into a new file of this name, made with a text editor; then mark headings with `## ` and items of lists with `- `.

            """),
        Mistake(testDescription: "an image without text", content: ["index.md": "---\ntitle: Home\n---\n![](forum.jpg)\n", "forum.jpg": ""], shown: """
            content/index.md:4:1: error: the image ‘forum.jpg’ has no text for those who cannot see it [alternative-text]
                4 | ![](forum.jpg)
                  | ^^^^^^^^^^^^^^
              fix: Say in the square brackets what it shows, as in `![Parents and teachers around a table](forum.jpg)`.

            """),
        Mistake(testDescription: "a wrong kind", content: ["index.md": "---\ntitle: Home\nkind: news\n---\nText.\n"], shown: """
            content/index.md:3:7: error: ‘news’ is no kind [unknown-kind]
                3 | kind: news
                  |       ^^^^
              fix: Did you mean ‘update’? It can be page, values, plan, progress, portrait, roles, duties, survey, update, event or glossary.

            """),
    ]

    @Test(arguments: mistakes) func saysAllThatIsNeededToMendIt(_ mistake: Mistake) async throws {
        let scratch = try Scratch.publication(mistake.content)
        let result = try await Program.run("build", in: scratch.path)
        #expect(result == Program.Result(status: 1, error: mistake.shown + "\n1 error: nothing was published.\n"))
    }

    /// Thousands of problems in one file, as from an export gone wrong. They take about two seconds of the processor;
    /// looking for each line from the file's beginning would take minutes, and is ended.
    @Test(.timeLimit(.minutes(5))) func thousandsOfMistakesAreToldInSeconds() async throws {
        let count = 20_000
        var text = "---\ntitle: Home\n---\n"
        for number in 1...count { text += "![](forum.jpg)\n\nSee [it](gone-\(number).md).\n\n" }
        let scratch = try Scratch.publication(["index.md": text, "forum.jpg": ""])
        let result = try await Program.run(
            "-c", "ulimit -t 20; exec \"$0\" build", Program.path, in: scratch.path, program: "/bin/sh")
        #expect(result.status == 1)
        #expect(result.error.hasSuffix("\n\(2 * count) errors: nothing was published.\n"))
        #expect(result.error.contains("content/index.md:\(4 * count + 2):5: error: no document ‘gone-\(count).md’ [broken-link]\n"))
    }
}
