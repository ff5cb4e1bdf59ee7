import CMarkGFM
import Synchronization

/// The part of libcmark-gfm that all parses share, made safe for several threads: the extensions, and with them the
/// library's global table of the bytes at which inline text is interrupted.
///
/// A parser to which strikethrough (`~`) or autolink (`:`, `w`) is attached adds their bytes to that table before it
/// reads inlines and removes them afterwards, also from under a parse on another thread. But a text is only harmed by a
/// byte that is missing: one too many merely leaves its text in more pieces, which the tree joins again. Therefore:
/// - Each extension is attached only to the texts that need it, which also is faster.
/// - Autolink looks at the text and never at its own list of bytes. That list is emptied, and the bytes stay in the
///   table for as long as any text with links is being parsed, counted here. (Leaving them in for good costs plain
///   prose a fifth of its parse.)
/// - Strikethrough does look itself up by its list, so texts with a `~` take turns; they are rare. (All texts taking
///   turns would cost two threads most of their gain.)
struct CMarkLibrary: @unchecked Sendable {
    /// The extensions never change after `init`, and the library only reads them: hence `@unchecked Sendable`.
    private let table, taskList, autolink, strikethrough: OpaquePointer
    let tableType, tableRowType, tableCellType, strikethroughType: UInt16

    /// Never finished: it only puts autolink's bytes into the table and takes them out.
    private let autolinkBytes: OpaquePointer

    static let shared = CMarkLibrary()
    private static let strikethroughTurn = Mutex(())
    private static let autolinkCount = Mutex(0)

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

        cmark_syntax_extension_set_special_inline_chars(autolink, nil)
        var bytes: UnsafeMutablePointer<cmark_llist>?
        for byte in [UInt8(ascii: ":"), UInt8(ascii: "w")] {
            bytes = cmark_llist_append(
                cmark_get_default_mem_allocator(), bytes, UnsafeMutableRawPointer(bitPattern: UInt(byte)))
        }
        let holder = cmark_syntax_extension_new("autolink bytes")
        cmark_syntax_extension_set_special_inline_chars(holder, bytes)
        cmark_syntax_extension_set_match_inline_func(holder) { _, _, _, _, _ in nil }
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { preconditionFailure("libcmark-gfm makes no parser") }
        cmark_parser_attach_syntax_extension(parser, holder)
        autolinkBytes = parser
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
        let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, table)
        if needs.contains(.strikethrough) { cmark_parser_attach_syntax_extension(parser, strikethrough) }
        if needs.contains(.autolink) { cmark_parser_attach_syntax_extension(parser, autolink) }
        cmark_parser_attach_syntax_extension(parser, taskList)
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        if needs.contains(.autolink) { beginAutolink() }
        let root =
            needs.contains(.strikethrough)
            ? Self.strikethroughTurn.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
            : UInt(bitPattern: cmark_parser_finish(parser))
        if needs.contains(.autolink) { endAutolink() }
        guard let root = UnsafeMutablePointer<cmark_node>(bitPattern: root) else {
            preconditionFailure("libcmark-gfm returned no document")
        }
        defer { cmark_node_free(root) }
        return read(root)
    }

    func isTask(_ item: UnsafeMutablePointer<cmark_node>) -> Bool { item.pointee.extension == taskList }

    private func beginAutolink() {
        Self.autolinkCount.withLock { count in
            if count == 0 { cmark_manage_extensions_special_characters(autolinkBytes, 1) }
            count += 1
        }
    }

    private func endAutolink() {
        Self.autolinkCount.withLock { count in
            count -= 1
            if count == 0 { cmark_manage_extensions_special_characters(autolinkBytes, 0) }
        }
    }
}
