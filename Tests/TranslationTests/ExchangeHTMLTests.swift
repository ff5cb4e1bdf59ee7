import Publication
import Testing

@testable import Translation

@Suite struct ExchangeHTMLTests {
    private let id = ExchangeRow.id(of: .init(text: "One"))

    @Test func itMarksTheLanguageAndDirectionOfItsCells() {
        let html = String(decoding: ExchangeHTML.written(ExchangeSample(["One"]).table(language: LanguageTag("ar")!)), as: UTF8.self)
        #expect(html.contains("<td lang=\"en\" dir=\"ltr\">One</td><td lang=\"ar\" dir=\"rtl\"></td>"))
        #expect(html.contains("<title>A &amp; B &lt;district&gt;: translation (ar)</title>"))
    }

    /// As Word's “Web Page, Filtered” writes it, shortened.
    @Test func whatWordSavedIsUnderstood() {
        var bytes = Array("""
            <html>\r
            <head>\r
            <meta http-equiv=Content-Type content="text/html; charset=windows-1252">\r
            <meta name=Generator content="Microsoft Word 15 (filtered)">\r
            <style>\r
            <!--\r
             /* Font Definitions */\r
             @font-face\r
            \t{font-family:"<table>";}\r
            -->\r
            </style>\r
            </head>\r
            <body lang=EN-US style='word-wrap:break-word'>\r
            <div class=WordSection1>\r
            <table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width="100%"\r
             style='width:100.0%;border-collapse:collapse'>\r
             <thead>\r
              <tr>\r
               <td style='border:solid #767676 1.0pt'>\r
               <p class=MsoNormal align=center style='text-align:center'><b><span style='font-family:"Arial",sans-serif'>ID</span></b></p>\r
               </td>\r
               <td><p class=MsoNormal><b>Source (en)</b></p></td>\r
               <td><p class=MsoNormal><b>Translation\r
               (es)</b></p></td>\r
              </tr>\r
             </thead>\r
             <tr>\r
              <td style='padding:4.8pt 4.8pt 4.8pt 4.8pt'>\r
              <p class=MsoNormal><span style='font-size:10.0pt;font-family:"Courier New"'>\(id)</span></p>\r
              </td>\r
              <td><p class=MsoNormal>One &amp; all</p></td>\r
              <td>\r
              <p class=MsoNormal><span lang=ES>A
            """.utf8)
        bytes += [0xF1]
        bytes += Array("""
            o&nbsp; nuevo, &eacute;nfasis: &#8220;l&iacute;nea&#8221;&hellip;\r
              <br>\r
              &lt;br&gt; *as&iacute;* <del>antes</del><ins>ahora</ins>&#150;<o:p>&nbsp;</o:p></span></p>\r
              </td>\r
             </tr>\r
             <![if !supportMisalignedColumns]>\r
             <tr height=0>\r
              <td width=174 style='border:none'></td><td></td><td></td>\r
             </tr>\r
             <![endif]>\r
            </table>\r
            <p class=MsoNormal>&nbsp;</p>\r
            </div>\r
            </body>\r
            </html>\r
            """.utf8)
        let table = ReceivedTable.read(SourceFile(path: "spanish.htm", bytes: bytes))
        #expect(table.problems.isEmpty)
        #expect(table.language == "es")
        #expect(table.rows.map(\.id) == [id])
        #expect(table.rows.map(\.source) == ["One & all"])
        #expect(table.rows.map(\.translation) == ["Año nuevo, énfasis: “línea”… <br> *así* ahora–"])
    }

    /// As LibreOffice Writer 7.4 writes it, shortened.
    @Test func whatLibreOfficeSavedIsUnderstood() {
        let table = received("a.html", """
            <!DOCTYPE html>
            <html>
            <head><meta charset="utf-8"/></head>
            <body lang="en-US"><table width="100%" cellpadding="6"><thead><tr>
            \t\t\t<th width="174"><p>ID</p></th><th><p>Source (en)</p></th><th><p>Translation
            \t\t\t\t(es)</p></th></tr></thead><tbody><tr>
            \t\t\t<th width="174" style="border: none; padding: 0in"><p><font face="monospace">\(id)</font></p>
            \t\t\t</th>
            \t\t\t<td width="97" style="border: none; padding: 0in"><p>One</p></td>
            \t\t\t<td><p lang="es-ES">Uno y
            \t\t\t\tdos</p>
            \t\t\t\t<p><br/>

            \t\t\t\t</p>
            \t\t\t</td></tr></tbody></table></body></html>
            """)
        #expect(table.problems.isEmpty)
        #expect(table.rows.map(\.translation) == ["Uno y dos"])
    }

    @Test(arguments: [
        // Nothing is closed.
        "<table><tr><td>ID<td>Translation<tr><td>%ID%<td>Uno",
        // Upper case, attributes with `>` in them, a joined heading.
        "<TABLE><TR><TD COLSPAN=2>For María</TD></TR><TR><TD TITLE='a > b'>ID<TD>TRANSLATION</TR><TR><TD>%ID%</TD><TD ALT=\">\">Uno</TD></TR></TABLE>",
        // Joined cells shift nothing.
        "<table><tr><td>ID<td>x<td>y<td>Translation<tr><td>%ID%<td colspan=2>z<td>Uno</table>",
        // A table in a cell, and one before.
        "<table><tr><td>Contents</table><table><tr><td>ID<td>Translation<tr><td>%ID%<td><table><tr><td>Uno</table></table>",
        // Comments and scripts.
        "<script>'<table>'</script><table><tr><td>ID<!-- <td> --><td>Translation<tr><td>%ID%<td>U<!---->no</table>",
    ])
    func messyTablesAreUnderstood(_ html: String) {
        let table = received("a.html", html.replacing("%ID%", with: id))
        #expect(table.rows.map(\.id) == [id])
        #expect(table.rows.map(\.translation) == ["Uno"])
    }

    @Test func whatIsNoEntityStaysAsItIs() {
        let table = received("a.html", "<table><tr><td>ID<td>Translation<tr><td>\(id)<td>R&D &nosuch; &#0; &#x110000; & &amp;lt; &#x1F600; 1 < 2</table>")
        #expect(table.rows.map(\.translation) == ["R&D &nosuch; &#0; &#x110000; & &lt; 😀 1 < 2"])
    }

    @Test func aPageWithoutTheTableIsRefused() {
        #expect(received("a.html", "<html><p>Hello</p></html>").problems.map(\.rule) == [.exchangeFile])
    }
}
