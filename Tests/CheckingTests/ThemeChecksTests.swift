import Foundation
import Publication
import Testing
import TestSupport

@testable import Checking

struct ThemeChecksTests {
    private static let focus = ":focus-visible { outline: 3px solid var(--ink); }\n"

    private func problems(_ css: String, theme: String = "contrast:\n  - {text: --ink, on: --paper}\n") -> [Diagnostic] {
        themeProblems(
            stylesheets: [SourceFile(path: "themes/x/assets/x.css", bytes: Array(css.utf8))],
            descriptions: [SourceFile(path: "themes/x/theme.yaml", bytes: Array(theme.utf8))])
    }

    // MARK: Colours

    /// Ratios as the WCAG's own understanding documents and the WebAIM contrast checker give them.
    @Test(arguments: [
        ("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#767676", "#ffffff", 4.54), ("#595959", "white", 7.0), ("#949494", "white", 3.03), ("red", "white", 4.0),
        ("blue", "white", 8.59), ("#ff0000", "#0000ff", 2.15), ("rgb(118 118 118)", "#fff", 4.54), ("rgba(0, 0, 0, 0.5)", "white", 3.95), ("hsl(0, 0%, 46.3%)", "#fff", 4.54),
        ("hsl(240deg 100% 50%)", "#fff", 8.59), ("#00000080", "#fff", 3.98), ("hwb(240 0% 0%)", "#fff", 8.59), ("oklch(0.452 0.3132 264.05)", "#fff", 8.59),
        ("oklab(0 0 0)", "#fff", 21.0), ("color-mix(in srgb, black, white)", "white", 3.95), ("color-mix(in oklab, black 100%, white)", "white", 21.0),
    ])
    func contrast(_ front: String, _ ground: String, _ ratio: Double) throws {
        let one = try #require(CSSColour(css: front)), other = try #require(CSSColour(css: ground))
        #expect(abs(one.contrast(on: other) - ratio) < 0.03, "\(one.contrast(on: other))")
    }

    @Test(arguments: ["", "#", "#ff", "#12345", "#gggggg", "rgb()", "rgb(1, 2)", "Canvas", "currentColor", "var(--ink)", "color-mix(in srgb, red)", "hsl(nan 1% 1%)", "rgb(1e999 0 0)"])
    func noColour(_ text: String) { #expect(CSSColour(css: text) == nil) }

    // MARK: Pairs

    @Test func lowContrastIsToldAtTheTokenOfItsMode() {
        let css = """
            :root { --paper: #fff; --ink: #111; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #000;
                --ink: #777; /* too dark */ }
            }
            body { color: var(--ink); background: var(--paper) }
            """
        let found = problems(css + Self.focus)
        #expect(found.map(\.brief) == ["4:5 theme-contrast: --ink on --paper has a contrast of 4.68:1 (dark; high contrast, dark), and needs 7:1"])
        #expect(found.first?.marked == "--ink: #777")
    }

    @Test func everyModeIsLookedAt() {
        let css = """
            :root { --paper: #fff; --ink: #000; }
            @media (prefers-contrast: more) { :root { --ink: #888 } }
            @media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --paper: #222; --ink: #777 } }
            :root[data-theme="dark"] { --paper: #111; --ink: #666 }
            @media print { :root { --ink: #ccc } }
            """
        #expect(problems(css + Self.focus).map(\.brief) == [
            "2:43 theme-contrast: --ink on --paper has a contrast of 3.54:1 (high contrast, light), and needs 7:1",
            "3:91 theme-contrast: --ink on --paper has a contrast of 3.55:1 (high contrast, dark), and needs 7:1",
            "4:43 theme-contrast: --ink on --paper has a contrast of 3.28:1 (dark, chosen on the page; high contrast, dark, chosen on the page), and needs 7:1",
        ])
    }

    /// A colour that is too pale on many grounds is one thing to mend.
    @Test func aDeclarationIsToldOnceWithThePairThatLacksMost() {
        let css = ":root { --paper: #fff; --wash: #eee; --night: #333; --ink: #777; --edge: #ccc }\n" + Self.focus
        let theme = "contrast:\n  - {text: --ink, on: [--paper, --wash, --night]}\n  - {mark: --ink, on: --night}\n  - {mark: --edge, on: [--paper, --wash]}\n"
        #expect(problems(css, theme: theme).map(\.brief) == [
            "1:53 theme-contrast: --ink on --night has a contrast of 2.82:1, and needs 7:1; too little too: --ink on --paper, --wash",
            "1:66 theme-contrast: --edge on --wash has a contrast of 1.38:1, and needs 3:1; too little too: --edge on --paper",
        ])
    }

    @Test func aPartWithItsOwnTokensIsLookedAtByItself() {
        let css = ":root { --paper: #fff; --ink: #000; }\n.band { --paper: #333 }\n"
        #expect(problems(css + Self.focus).map(\.brief) == ["2:9 theme-contrast: --ink on --paper has a contrast of 1.66:1 in .band, and needs 7:1"])
    }

    @Test func whatCannotBeJudgedIsSaid() {
        let found = problems(":root { --paper: #fff; --ink: lab(20% 0 0); }\n" + Self.focus)
        #expect(found.map(\.brief) == ["1:24 theme-contrast: the contrast of --ink on --paper cannot be judged: ‘lab(20% 0 0)’"])
        #expect(problems(":root { --paper: var(--paper); --ink: #000; }\n" + Self.focus).first?.message.contains("cannot be judged") == true)
    }

    @Test func pairsThatNameNothingAreTold() {
        let found = problems(":root { --paper: #fff; --ink: #000; }\n" + Self.focus, theme: "contrast:\n  - {text: --inc, on: --paper}\n  - {text: --ink}\n  - {text: --ink, on: --paper, at-least: much}\n")
        #expect(found.map(\.brief) == [
            "3:5 theme-contrast: a pair that does not say what stands on what", "4:5 theme-contrast: ‘much’ is no contrast",
            "2:5 theme-contrast: no stylesheet of the theme sets ‘--inc’",
        ])
    }

    @Test func coloursThatNoPairNamesAreTold() {
        let css = """
            :root { --paper: #fff; --ink: #000; --line: #ddd; --wash: #eee; --gap: 2px; --link: var(--ink) }
            a { color: var(--link); border: var(--gap) solid var(--line); background: var(--wash) }
            b { color: #333; background: transparent; border-radius: var(--gap) }
            @media (forced-colors: active) { b { color: CanvasText } }
            @media print { b { color: #444 } }
            """
        #expect(problems(css + Self.focus).map(\.brief) == [
            "2:25 theme-contrast: no pair of `contrast` says on what stands --line", "2:63 theme-contrast: no pair of `contrast` says what stands on --wash",
            "3:5 theme-contrast: the colour #333 has no name, and stays the same in dark and in high contrast",
        ])
    }

    @Test func aThemeWithoutPairsIsTold() {
        #expect(problems(":root { --ink: #000 }\n" + Self.focus, theme: "name: x\n").map(\.rule) == [.themeContrast])
    }

    @Test(arguments: [
        // What only adorns, or is only a sign, is no colour for words.
        ("p { color: var(--line) }", "--line is listed as decoration alone, and words are written in it"), ("p { color: var(--edge) }", "--edge is listed as mark alone, and words are written in it"),
        ("p::before { color: var(--edge) }", nil), (".c .x { color: var(--edge) }\n.c .y { fill: currentColor }", nil), ("p { border: 1px solid var(--line) }", nil),
        (":focus-visible { outline: 1px solid var(--line) }", "--line is listed as decoration alone, and shows where the focus is"),
        // One rule sets both.
        (".b { color: var(--paper); background: var(--edge) }", "the words of this rule have a contrast of 3.94:1 on its ground, and need 7:1"), (".b { color: var(--ink); background: var(--paper) }", nil),
        (".b { color: var(--paper); background: var(--ink) }", nil), (".b:disabled { color: var(--paper); background: var(--edge) }", nil),
        // What cannot be computed is said.
        ("p { opacity: .3 }", "what shows through cannot be judged: ‘opacity: .3’"), ("p { opacity: 0 }", nil), ("p { opacity: 1 }", nil), ("@media print { p { opacity: 50% } }", nil),
        ("p { background: linear-gradient(to right, #eee, #777 40%) }", "the colour #eee has no name, and stays the same in dark and in high contrast"),
        ("p { background: linear-gradient(to right, var(--paper), transparent) }", nil),
    ])
    func rulesAreLookedAtByThemselves(_ rule: String, _ message: String?) {
        let css = ":root { --paper: #fff; --ink: #000; --edge: #808080; --line: #ddd }\n" + Self.focus + rule
        let found = problems(css, theme: "contrast:\n  - {text: --ink, on: --paper}\n  - {text: --paper, on: --ink}\n  - {mark: --edge, on: --paper}\n  - {decoration: --line}\n")
        #expect(found.first?.message == message)
    }

    @Test(arguments: [":where(:root) { --ink: #777 }", "@layer x { :root { --ink: #777 } }"]) func weakerRulesChangeNothing(_ rule: String) {
        #expect(problems(":root { --paper: #fff; --ink: #000 }\n" + Self.focus + rule) == [])
    }

    @Test func widthsAreTakenBothWays() {
        let css = ":root { --paper: #fff; --ink: #777 }\n@media (min-width: 40rem) { :root { --ink: #111 } }\n"
        #expect(problems(css + Self.focus).map { "\($0.line):\($0.column)" } == ["1:24"])
        let other = ":root { --paper: #fff; --ink: #111 }\n@media (max-width: 40rem) { :root { --ink: #777 } }\n@media (min-width: 40.01rem) { :root { --ink: #222 } }\n"
        #expect(problems(other + Self.focus).map { "\($0.line):\($0.column)" } == ["2:37"])
        #expect(problems(other.replacing("#777", with: "#555") + Self.focus) == [])
    }

    @Test func findingsStandWhereAPublicationChangedTheTheme() {
        func file(_ name: String, _ css: String) -> SourceFile { SourceFile(path: "themes/x/assets/\(name).css", bytes: Array(css.utf8)) }
        let theme = ":root { --paper: #fff; --ink: #000; --words: var(--ink); --size: 1rem }\nhtml:root { --paper: #fff }\np { font-size: var(--size) }\n" + Self.focus
        let found = themeProblems(
            stylesheets: [file("theirs", theme), file("ours", ":root { --ink: #777 }\n:root { --size: 14px }")],
            descriptions: [SourceFile(path: "themes/x/theme.yaml", bytes: Array("contrast:\n  - {text: --words, on: --paper}\n  - {text: --ink, on: --paper}\n".utf8))])
        #expect(found.map { "\($0.file):\($0.line):\($0.column)" } == ["themes/x/assets/ours.css:1:9", "themes/x/assets/ours.css:2:9"])
        #expect(found.first?.message.hasSuffix("; too little too: --ink on --paper") == true)
    }

    // MARK: Focus and type

    @Test(arguments: [
        ("a:focus { outline: none }", 1), ("a { outline: 0 }", 1), ("a:focus { outline: none; box-shadow: 0 0 0 3px var(--ink) }", 0), ("a { outline-style: none }", 1),
        ("a:focus { outline: none; border-radius: 2px }", 1), ("@media print { a { outline: none } }", 0), ("a:focus { outline: 3px solid }", 0),
        // Where the focus came by the mouse, the ring may go: the usual way to write it.
        (":focus:not(:focus-visible) { outline: none }", 0), ("a:not(:focus-visible) { outline: 0 }", 0), ("a, b:focus:not(:focus-visible) { outline: none }", 1),
        // A border that is always there is no sign of the focus.
        ("button { outline: none; border: 1px solid var(--ink) }", 1), (".x { outline: none }\n.x:focus-visible { box-shadow: 0 0 0 3px var(--ink) }", 0),
        (".x { outline: none }\n.x:focus-visible { background: var(--paper) }", 1),
        ("a:focus { outline: 3px solid transparent }", 1), ("a:focus { outline: 3px solid transparent; box-shadow: 0 0 0 3px var(--ink) }", 0),
        ("a:focus { outline-color: transparent }", 1), ("a:focus { outline-color: var(--ink) }", 0), ("a:focus { outline: unset }", 1), ("a:focus { outline: initial }", 1),
        ("a { all: unset }", 1), ("a { all: revert }", 0), ("a:focus { outline: none; background: transparent }", 1), ("a:focus { outline: none; background: var(--ink) }", 0),
        ("a:focus { outline: none; border-color: var(--paper) }", 1), ("a:focus { outline: none; border-color: var(--ink) }", 0), ("a:focus { outline: none; border: 0 }", 1),
        ("a:focus { outline: 0.0em solid }", 1), ("a:focus { outline: none; outline: 2px solid }", 0), ("@media screen, print { a { outline: none } }", 1),
    ])
    func focusIsNotTakenAway(_ rule: String, _ count: Int) {
        let css = ":root { --paper: #fff; --ink: #000 }\n" + Self.focus + rule
        #expect(problems(css).count { $0.rule == .themeFocus } == count)
    }

    @Test func focusHasToBeShown() {
        let css = ":root { --paper: #fff; --ink: #000 }\n"
        #expect(problems(css + ".skip:not(:focus) { outline: 1px solid var(--ink) }").map(\.rule) == [.themeFocus])
    }

    @Test(arguments: [
        ("font-size: 16px", true), ("font-size: 1rem", false), ("font: 12pt/1.4 serif", true), ("font: 1rem/20px serif", false), ("font-size: max(16px, 1em)", false),
        ("font-size: var(--size)", true), ("font-size: clamp(1rem, 2vw, 20px)", false), ("font-size: larger", false), ("font-size: 100%", false), ("font-size: 0.5cm", true),
        ("font-size: clamp(12px, 2vw, 20px)", true), ("font-size: 4vw", true), ("font-size: min(14px, 1rem)", true), ("font-size: max(14px, 2vw)", true),
        ("font-size: calc(1rem + 2vw)", false), ("font-size: calc(14px + 1vw)", true), ("font-size: calc(1rem * 1.2)", false), ("font-size: 1.4E1PX", true),
        ("font-size: clamp(12px, 1rem, 20px)", true), ("font: italic bold min(14px, 1rem)/1.5 serif", true), ("font: 300 condensed 0.9rem/14px serif", false),
    ])
    func typeIsInUnitsThatReadersChange(_ declaration: String, _ isFixed: Bool) {
        let css = ":root { --paper: #fff; --ink: #000; --size: 14px }\n" + Self.focus
        #expect(problems(css + "p { \(declaration) }").contains { $0.rule == .themeFontSize } == isFixed)
        #expect(!problems(css + "@media print { p { \(declaration) } }").contains { $0.rule == .themeFontSize })
        #expect(problems(css + "@media screen, print { p { \(declaration) } }").contains { $0.rule == .themeFontSize } == isFixed)
    }

    // MARK: Reading

    @Test func stylesheetsAreReadWithCommentsStringsAndNesting() {
        let css = """
            /* a { color: red; } */ a::before { content: "} ; {"; /* x: y; */ color : var( --ink ) !important }
            nav { color: #fff; & a { fill: #000 } @media print { stroke: #111 } }
            @media screen { b { background: url(data:image/png;base64,x) } }
            """
        let sheet = Stylesheet(SourceFile(path: "x.css", bytes: Array(css.utf8)))
        #expect(sheet.blocks.map { "\($0.conditions.joined(separator: "+")) \($0.prelude): " + $0.declarations.map { "\($0.name)=\($0.value)" }.joined(separator: ", ") } == [
            " a::before: content=\"} ; {\", color=var( --ink )", " nav: color=#fff", " nav a: fill=#000", "@media print nav: stroke=#111",
            "@media screen b: background=url(data:image/png;base64,x)",
        ])
    }

    /// Whatever is broken in a stylesheet, problems or nothing come of it, and soon.
    @Test(.timeLimit(.minutes(2))) func nothingBreaksTheReader() throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let css = [UInt8](try Data(contentsOf: repository.appending(path: "themes/civic/assets/civic.css"))).prefix(7000)
        let theme = String(decoding: try Data(contentsOf: repository.appending(path: "themes/civic/theme.yaml")), as: UTF8.self)
        let pieces = ["{", "}", "/*", "*/", "\"", "'", "(", ")", "[", "]", ";", ":", "@media", "var(--ink", "color-mix(in oklab, ", "\\", ":root", ":not(", "--ink:", "#", ",", "&", "é", "\0"]
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            var bytes = Array(css)
            for _ in 0..<random.number(1...12) {
                let at = random.number(0...bytes.count - 1)
                if random.chance(60) {
                    bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: at)
                } else {
                    bytes.removeSubrange(at..<min(bytes.count, at + random.number(1...200)))
                }
                if bytes.isEmpty { bytes = [0x7B] }
            }
            for problem in problems(String(decoding: bytes, as: UTF8.self), theme: theme) {
                #expect(problem.line >= 1 && problem.column >= 1 && !problem.message.isEmpty)
            }
        }
        for piece in pieces { _ = problems(String(repeating: piece, count: 20_000), theme: theme) }
        _ = problems(String(repeating: "a{b:c;", count: 20_000) + String(repeating: ":root{--ink:var(--ink)}", count: 500), theme: theme)
    }

    @Test(arguments: ["civic", "harbor"]) func theBundledThemesKeepTheirPromises(_ theme: String) throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        func file(_ path: String) throws -> SourceFile { SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: repository.appending(path: path)))) }
        let themes = theme == "civic" ? ["civic"] : ["civic", theme]
        let found = themeProblems(
            stylesheets: try themes.map { try file("themes/\($0)/assets/\($0).css") }, descriptions: try themes.reversed().map { try file("themes/\($0)/theme.yaml") })
        #expect(found.map(\.brief) == [])
    }
}
