import Foundation
import Testing

@testable import Rendering

@Suite struct CompactStylesheetTests {
    private func compact(_ css: String) -> String { String(decoding: compactStylesheet(Array(css.utf8)), as: UTF8.self) }

    @Test(arguments: [
        ("/* A */\na  {\n  color : red ;\n  margin: 0  auto;\n}\n\nb { }\n", "a{color : red;margin: 0 auto;}\nb{}\n"),
        ("a /* one */ b{}", "a b{}\n"), ("a/**/b{}", "a b{}\n"),
        ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}\n"),
        ("a , b > c{}", "a,b > c{}\n"), ("a :hover{}", "a :hover{}\n"),
        ("a::before { content: \"/* not; a comment */  } \\\" \"; }", "a::before{content: \"/* not; a comment */  } \\\" \";}\n"),
        ("a { content: '  ' ; }", "a{content: '  ';}\n"),
        ("a { background: url(a/*b  .svg) }", "a{background: url(a/*b  .svg)}\n"),
        (".a\\{b { x: y }", ".a\\{b{x: y}\n"), (".a\\{ b{}", ".a\\{ b{}\n"),
        ("@media (a) { b { c: d } }", "@media (a){b{c: d}\n}\n"),
        ("", ""), ("/* never closed", ""), ("a { b: \"never  closed ", "a{b: \"never  closed "), ("url(", "url("), ("\\", "\\"), ("/", "/"),
    ]) func dropsWhatOnlyPeopleNeed(_ css: String, _ expected: String) { #expect(compact(css) == expected) }

    /// What is compact already stays so, whatever one begins with.
    @Test func isDoneAtOnce() {
        var state: UInt64 = 11
        let alphabet = Array("ab{};,:\"'/* \n\\()+url(".utf8)
        for _ in 0..<2_000 {
            let css: [UInt8] = (0..<40).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            let once = compactStylesheet(css)
            #expect(compactStylesheet(once) == once, "\(String(decoding: css, as: UTF8.self).debugDescription)")
        }
    }
}
