extension DocumentGenerator {
    /// A text of scraps put together without any plan: everything interrupts, contains and spoils everything else.
    mutating func scraps() -> String {
        var text = ""
        for _ in 0..<random.number(5...60) {
            text += random.chance(35) ? random.pick(Self.lineScraps) : random.pick(Self.inlineScraps)
            if random.chance(10) { text += inlines(1) }
        }
        return text
    }

    private static let lineScraps = [
        "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\n- ", "\n* ", "\n1. ", "\n  2) ", "\n- [ ] ",
        "\n- [x] ", "\n> ", "\n>> ", "\n    ", "\n\t", "\n  ", "\n# ", "\n###### ", " #\n", "\n===\n", "\n---\n",
        "\n***\n", "\n```\n", "\n~~~ a\n", "\n| a | b |\n| - | :-: |\n| c | d |\n", "\n| ", "\n|-|-|\n",
        "\n--|--\n", "\n|:-:|\n", "\nTable: ", "\n\nTable: x\n\n", "\n[r]: /u 'v'\n", "\n[é]: <>\n", "\n[^f]: ",
        "\n\n[^f]: a\n\n", "\n<div>\n", "\n</div>\n\n", "\n<!-- ", "\n<?a\n", "\n<pre>\n", "\n<x>\n",
    ]

    private static let inlineScraps = [
        "a", "b c", " ", "  ", "é", "学", "\u{A0}", "\u{FEFF}", "\u{202E}", "0", "1", "-", "+", "=", "#", ".", ":",
        ";", "\"", "'", "&", "&amp;", "&lt;b&gt;", "&#0;", "&#10;", "&nbsp;", "\\", "\\\\", "\\*", "\\|", "|",
        " | ", "*", "**", "***", "_", "__", "~", "~~", "~~~", "`", "``", "`a`", "` `` `", "[", "]", "![", "](",
        "](/u)", "](<a b> \"t\")", "][r]", "[r]", "[É]", "[^f]", "[^g]", "(", ")", "<", ">", "<b>", "</b>", "<br>",
        "<br />", "<wbr>", "<sub>", "</sub>", "<SUP>", "</sup >", "<abbr title='&quot;'>", "</abbr>", "<mark x>",
        "<!-- c -->", "<!-->", "<?p?>", "<![CDATA[x]]>", "<http://a.b>", "<a@b.c>", "<javascript:x>",
        "http://a.b/c_d?e=f&g;", "https://", "www.a.b", "www.", "a.b@c.d", "mailto:a@b.c", "@", "://",
        "](javascript:x)", "](DATA:image/png;base64,x)", "](data:text/html,x)", "](vbscript:)", "](file:x)",
        "](a%20b\\)c'é)", "\0", "\u{0C}", "\t",
    ]
}
