import Foundation
import Testing

/// `tidings build` as people and programs meet it: exit codes, what is printed where, and folders of all sorts.
@Suite struct BuildCommandTests {
    static let brokenPage = "---\ntitle: A page\n---\nSee [it](nowhere.md).\n"

    // MARK: What is printed

    @Test func aBuildIsSummedUp() async throws {
        let scratch = try Scratch.publication(["a.md": "---\ntitle: A\n---\n", "b.md": "---\ntitle: B\ndraft: true\n---\n"])
        let first = try await Program.run("build", in: scratch.path)
        #expect(first.status == 0 && first.error == "")
        let summary = #/
            Built\ 2\ pages\ in\ 1\ language\ \(en\)\ into\ site/:\ (\d+)\ files\ written,\ 0\ unchanged\.\n
            Not\ published:\ 1\ draft\.\n
            No\ warnings,\ \d+\.\d\d\ s\.\n
            /#
        let written = try #require(try summary.wholeMatch(in: first.output), "\(first.output)").1
        #expect(Int(written) == scratch.files(in: "site").count - 1, "the marker is not counted")

        try FileManager.default.removeItem(atPath: scratch.path + "/content/a.md")
        let second = try await Program.run("build", "--drafts", in: scratch.path)
        #expect(second.output.contains("Built 2 pages in 1 language (en) into site/: "))
        #expect(second.output.contains(", 1 removed.\nNo warnings, "))
    }

    @Test func problemsAreShownAndNothingIsPublished() async throws {
        let scratch = try Scratch.publication()
        #expect(try await Program.run("build", in: scratch.path).status == 0)
        let before = scratch.files(in: "site")
        try scratch.write(Self.brokenPage, to: "content/index.md")
        let result = try await Program.run("build", in: scratch.path)
        #expect(result == Program.Result(status: 1, error: """
            content/index.md:4:5: error: no document ‘nowhere.md’ [broken-link]
                4 | See [it](nowhere.md).
                  |     ^^^^^^^^^^^^^^^^
              fix: There is nothing at content/nowhere.md. If it was renamed or moved, write its new name; if it is gone, take the link out.

            1 error: nothing was published, and site/ is as it was.

            """))
        #expect(scratch.files(in: "site") == before)
        #expect(scratch.names() == ["content", "site"])
    }

    @Test func warningsDoNotStopABuild() async throws {
        let scratch = try Scratch.publication(["publication.yaml": Scratch.settings.replacing("[en]", with: "[en, fi]")])
        let result = try await Program.run("build", in: scratch.path)
        #expect(result.status == 0)
        #expect(result.error.hasPrefix("content/publication.yaml:3:"))
        #expect(result.error.contains(": warning: the theme ‘civic’ has no words in ‘fi’"))
        #expect(result.output.contains("\n1 warning, "))
    }

    @Test(arguments: [["build", "--pseudo"], ["build", "--pseudo", "--output", "site"], ["build", ".", "--pseudo", "--output", "./site/"]])
    func pseudoLocalesAreForNoReader(_ arguments: [String]) async throws {
        let scratch = try Scratch.publication(["index.md": "---\ntitle: Home\n---\n"])
        let result = try await Program.run(arguments, in: scratch.path)
        #expect(result.status == 2 && result.error.contains("‘--pseudo’ makes pages for no reader"))
        #expect(scratch.names() == ["content"])
    }

    // MARK: JSON

    struct Report: Decodable {
        struct Problem: Decodable {
            let file: String, line: Int, column: Int, length: Int, severity: String, rule: String, message: String, help: String
        }
        struct Withheld: Decodable, Equatable { let file: String, reason: String }
        struct Failure: Decodable { let message: String, help: String }
        let published: Bool, output: String?, pages: Int, languages: [String], written: Int, unchanged: Int, removed: Int
        let errors: Int, warnings: Int, seconds: Double, withheld: [Withheld], problems: [Problem], failure: Failure?
    }

    private func report(_ result: Program.Result) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    @Test func programsReadWhatWasBuilt() async throws {
        let scratch = try Scratch.publication(["b.md": "---\ntitle: B\ndraft: true\n---\n"])
        let result = try await Program.run("build", "--json", in: scratch.path)
        #expect(result.status == 0 && result.error == "")
        let report = try report(result)
        #expect(report.published && report.failure == nil)
        #expect(report.output == "./site" && report.pages == 1 && report.languages == ["en"])
        #expect(report.written == scratch.files(in: "site").count - 1 && report.unchanged == 0 && report.removed == 0)
        #expect(report.errors == 0 && report.warnings == 0 && report.problems.isEmpty)
        #expect(report.seconds > 0 && report.seconds < 60)
        #expect(report.withheld == [.init(file: "content/b.md", reason: "draft")])
    }

    @Test func programsReadWhatIsWrong() async throws {
        let scratch = try Scratch.publication(["index.md": Self.brokenPage])
        let result = try await Program.run("build", "--json", in: scratch.path)
        #expect(result.status == 1 && result.error == "")
        let report = try report(result)
        #expect(!report.published && report.errors == 1 && report.written == 0 && report.failure == nil)
        let problem = try #require(report.problems.first)
        #expect(report.problems.count == 1)
        #expect(problem.file == "content/index.md" && problem.line == 4 && problem.column == 5 && problem.length == 16)
        #expect(problem.severity == "error" && problem.rule == "broken-link" && problem.message == "no document ‘nowhere.md’")
        #expect(problem.help.hasPrefix("There is nothing at content/nowhere.md."))
        #expect(!scratch.exists("site"))
    }

    @Test func programsReadWhatStandsInTheWay() async throws {
        let scratch = try Scratch()
        let result = try await Program.run("build", "nowhere", "--json", in: scratch.path)
        #expect(result.status == 2)
        #expect(result.error == "tidings: there is no folder ‘nowhere’\n  fix: Name the folder that holds the publication's content/.\n")
        let report = try report(result)
        #expect(!report.published && report.problems.isEmpty)
        #expect(report.failure?.message == "there is no folder ‘nowhere’")
        #expect(report.failure?.help == "Name the folder that holds the publication's content/.")
    }

    // MARK: What stands in the way

    @Test(arguments: [
        (["nowhere"], "there is no folder ‘nowhere’"),
        ([""], "there is no folder ‘’"),
        (["file"], "‘file’ is a file, not a folder"),
        (["empty"], "‘empty’ holds no folder content/"),
        ([], "‘.’ holds no folder content/"),
        (["district/content"], "‘district/content’ is the content itself"),
        (["district", "--output", "file"], "‘file’ is a file, not a folder"),
        (["district", "--output", "file/site"], "cannot create ‘file’: a file stands where a folder is needed"),
        (["district", "--output", "other"], "‘other’ holds files that Tidings did not write (notes.txt)"),
        (["district", "--output", "district/content"], "the site cannot be written into content/"),
        (["district", "--output", "district/content/not/yet"], "the site cannot be written into content/"),
        (["district", "--output", "district/themes/x"], "the site cannot be written into themes/"),
        (["district", "--output", "district"], "the site would take the place of ‘district’, which holds the publication itself"),
        (["district", "--output", "."], "the site would take the place of ‘.’, which holds the publication itself"),
        (["district", "--output", "/"], "‘/’ is the root of the file system, which cannot be replaced"),
        (["district", "--output", ""], "the folder to publish into has no name"),
        // Even the superuser can make nothing there.
        (["district", "--output", "/sys/tidings-test/site"], "cannot "),
    ])
    func whatStandsInTheWayIsNamed(_ arguments: [String], _ message: String) async throws {
        let scratch = try Scratch(["file": "mine", "empty/notes.txt": "mine", "other/notes.txt": "mine"])
        try scratch.writePublication(in: "district")
        let before = scratch.files(in: "")
        let result = try await Program.run(["build"] + arguments, in: scratch.path)
        #expect(result.status == 2 && result.output == "")
        #expect(result.error.hasPrefix("tidings: " + message), "\(result.error)")
        #expect(try #/tidings: .+\n  fix: [A-Z].+[a-z\/T]\.?\n/#.wholeMatch(in: result.error) != nil, "\(result.error)")
        #expect(scratch.files(in: "") == before)
    }

    @Test func whoIsInContentIsSentOneUp() async throws {
        let scratch = try Scratch.publication()
        let result = try await Program.run("build", in: scratch.path + "/content")
        #expect(result.error == "tidings: ‘.’ is the content itself\n  fix: Name the folder that holds it: tidings build ..\n")
        #expect(try await Program.run("build", "..", in: scratch.path + "/content").status == 0)
    }

    @Test func anEmptyContentSaysHowToBegin() async throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path + "/content", withIntermediateDirectories: false)
        let result = try await Program.run("build", in: scratch.path)
        #expect(result == Program.Result(status: 1, error: """
            content/publication.yaml:1:1: error: this file is missing: it names the publication [empty-publication]
              fix: Begin with two files.
                 content/publication.yaml:
                     title: Our District
                     address: https://www.example.org/
                     languages: [en]
                 content/index.md:
                     ---
                     title: Welcome
                     ---
                     The first words of your site.

            1 error: nothing was published.

            """))
        // Who does as told has a site.
        try scratch.writePublication(["index.md": "---\ntitle: Welcome\n---\nThe first words of your site.\n"])
        #expect(try await Program.run("build", in: scratch.path).status == 0)
    }

    // MARK: Places

    /// The publication's folder, where the program is run, and what it is told.
    @Test(arguments: [
        ("district", ".", ["district"]),
        ("district", "elsewhere", ["../district"]),
        ("district", "district", []),
        ("district", "district", ["../district/"]),
        ("district", "elsewhere", ["ABSOLUTE"]),
        ("our district, 2022", ".", ["our district, 2022"]),
        ("our district, 2022", "elsewhere", ["ABSOLUTE//"]),
        ("Schulbezirk Überlingen/区/'quoted' \"and\" $HOME", ".", ["Schulbezirk Überlingen/区/'quoted' \"and\" $HOME"]),
        ("Schulbezirk Überlingen/区/'quoted' \"and\" $HOME", "elsewhere/ä b", ["ABSOLUTE"]),
        ("-dash", ".", ["./-dash"]),
        ("-dash", ".", ["--", "-dash"]),
    ])
    func aPublicationIsBuiltFromAnyFolder(_ folder: String, _ place: String, _ arguments: [String]) async throws {
        let scratch = try Scratch.publication(["élan vital.md": "---\ntitle: Élan\n---\n"], in: folder)
        try FileManager.default.createDirectory(atPath: scratch.path + "/" + place, withIntermediateDirectories: true)
        let absolute = scratch.path + "/" + folder
        let result = try await Program.run(
            ["build"] + arguments.map { $0.replacing("ABSOLUTE", with: absolute) }, in: scratch.path + "/" + place)
        #expect(result.status == 0 && result.error == "", "\(result)")
        #expect(scratch.text(folder + "/site/index.html").contains("The first words."))

        let output = place + "/a site, ‘new’ – 新"
        let other = try await Program.run(
            ["build", "--output", "a site, ‘new’ – 新/"] + arguments.map { $0.replacing("ABSOLUTE", with: absolute) },
            in: scratch.path + "/" + place)
        #expect(other.status == 0 && other.output.contains(" into a site, ‘new’ – 新/: "), "\(other)")
        #expect(scratch.files(in: output) == scratch.files(in: folder + "/site"))
    }

    @Test func aTildeThatTheShellLeftIsTheHomeFolder() async throws {
        let scratch = try Scratch.publication(in: "home/district")
        let home = ["HOME": scratch.path + "/home"]
        let result = try await Program.run("build", "--output=~/www", "~/district", in: scratch.path, environment: home)
        #expect(result.status == 0)
        #expect(scratch.exists("home/www/index.html") && !scratch.exists("~"))
    }

    @Test func theProgramCarriesItsThemeAlong() async throws {
        let scratch = try Scratch.publication()
        #expect(try await Program.run("build", in: scratch.path).status == 0)
        let site = scratch.files(in: "site")
        #expect(site.contains { $0.key.hasSuffix(".css") && $0.value.count > 1_000 })

        let tools = scratch.path + "/other place/bin"
        try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Program.path, toPath: tools + "/tidings")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/a link", withDestinationPath: tools + "/tidings")
        for (name, program, arguments, environment) in [
            ("copied", tools + "/tidings", [], [:]), ("linked", scratch.path + "/a link", [], [:]),
            ("found", "/usr/bin/env", ["tidings"], ["PATH": tools]),
        ] as [(String, String, [String], [String: String])] {
            let result = try await Program.run(
                arguments + ["build", scratch.path, "--output", scratch.path + "/" + name], environment: environment, program: program)
            #expect(result.status == 0, "\(name): \(result)")
            #expect(scratch.files(in: name) == site, "\(name)")
        }
    }
}
