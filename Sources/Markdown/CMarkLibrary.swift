import CMarkGFM
import Synchronization

/// The part of libcmark-gfm that all parses share, made safe for several threads: the extensions, and with them the
/// library's global table of the bytes at which inline text is interrupted.
///
/// A parser to which strikethrough (`~`) or autolink (`:`, `w`) is attached adds their bytes to that table before it
/// reads inlines and removes them afterwards, also from under a parse on another thread. Therefore:
/// - `:` and `w` are added for good, once, before the first parse, and taken off autolink's own list, so that no parse
///   removes them. Autolink looks at the text and never at its list. For texts without links the two bytes only mean
///   text in more pieces, which the tree joins again; measured, that costs nothing.
/// - Strikethrough does look itself up by that list. It is attached only to texts with a `~`, and those take turns. A
///   text without a `~` does not notice whether that byte is in the table. (All texts taking turns would cost two
///   threads most of their gain; tildes are too rare in prose to be worth more.)
struct CMarkLibrary: @unchecked Sendable {
    /// The extensions never change after `init`, and the library only reads them: hence `@unchecked Sendable`.
    private let table, taskList, autolink, strikethrough: OpaquePointer
    let tableType, tableRowType, tableCellType, strikethroughType: UInt16

    static let shared = CMarkLibrary()
    private static let turns = Mutex(())

    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        func find(_ name: String) -> OpaquePointer {
            guard let found = cmark_find_syntax_extension(name) else {
                preconditionFailure("libcmark-gfm-extensions lacks \(name)")
            }
            return found
        }
        tableType = cmark_gfm_table_type()
        tableRowType = cmark_gfm_table_row_type()
        tableCellType = cmark_gfm_table_cell_type()
        strikethroughType = cmark_gfm_strikethrough_type()
        table = find("table")
        taskList = find("tasklist")
        autolink = find("autolink")
        strikethrough = find("strikethrough")

        let registrar = cmark_parser_new(CMARK_OPT_DEFAULT)
        cmark_parser_attach_syntax_extension(registrar, autolink)
        cmark_manage_extensions_special_characters(registrar, 1)
        cmark_parser_free(registrar)
        cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    }

    /// What a text needs beyond tables, tasks and footnotes. Attaching less is faster, too.
    struct Needs: OptionSet {
        let rawValue: UInt8
        static let strikethrough = Needs(rawValue: 1)
        static let autolink = Needs(rawValue: 2)
    }

    /// Parses and hands the tree's root to `read`; the tree lives as long as that call.
    func parse<Result>(
        _ text: UnsafeBufferPointer<UInt8>, needs: Needs, read: (UnsafeMutablePointer<cmark_node>) -> Result
    ) -> Result {
        let parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, CMarkArena.allocator)
        defer { CMarkArena.reset() }
        cmark_parser_attach_syntax_extension(parser, table)
        if needs.contains(.strikethrough) { cmark_parser_attach_syntax_extension(parser, strikethrough) }
        if needs.contains(.autolink) { cmark_parser_attach_syntax_extension(parser, autolink) }
        cmark_parser_attach_syntax_extension(parser, taskList)
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        let root =
            needs.contains(.strikethrough)
            ? Self.turns.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
            : UInt(bitPattern: cmark_parser_finish(parser))
        guard let root = UnsafeMutablePointer<cmark_node>(bitPattern: root) else {
            preconditionFailure("libcmark-gfm returned no document")
        }
        return read(root)
    }

    func isTask(_ item: UnsafeMutablePointer<cmark_node>) -> Bool { item.pointee.extension == taskList }
}
