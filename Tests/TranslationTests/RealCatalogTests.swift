import Foundation
import Publication
import Testing

@testable import Translation

/// Compares with msgcat on catalogs of other projects, which do not lie here:
///
///     TIDINGS_CATALOGS=/a/folder/of/catalogs Tests/run --filter RealCatalogTests
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TIDINGS_CATALOGS"] != nil))
struct RealCatalogTests {
    @Test func catalogsOfOtherProjectsAreWrittenAsMsgcatWritesThem() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["TIDINGS_CATALOGS"]))
        let results = folder.appending(path: "results")
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        var counts: [String: Int] = [:], bytes = 0, seconds = 0.0
        for file in files where ["po", "pot"].contains(file.pathExtension) && !file.path.hasPrefix(results.path + "/") {
            let content = Array(try Data(contentsOf: file))
            let start = Date()
            let (catalog, problems) = POFile.read(SourceFile(path: file.lastPathComponent, bytes: content))
            let ours = catalog?.written()
            seconds += Date().timeIntervalSince(start)
            bytes += content.count
            // Where it has nothing to convert, msgcat leaves the header as it is.
            let charset = CatalogCharset.declared(in: content).flatMap { CatalogCharset($0.name) } ?? .utf8
            let theirs = try Gettext.run("msgcat", ["--no-wrap", "--force-po"] + (charset == .utf8 ? [] : ["--to-code=UTF-8"]), on: content)
            let outcome: String
            switch (ours, theirs.status) {
            case (nil, 0): outcome = "only we refuse"
            case (nil, _): outcome = "both refuse"
            case (_?, let status) where status != 0: outcome = "only msgcat refuses"
            case (let ours?, _):
                outcome = ours == theirs.output ? "equal"
                    : catalog?.withoutWhatMsgcatDrops.written() == theirs.output ? "equal but for what msgcat drops" : "different"
            }
            counts[outcome, default: 0] += 1
            if let catalog, let ours {
                let (again, _) = POFile.read(SourceFile(path: file.lastPathComponent, bytes: ours))
                if again != catalog || again?.written() != ours { counts["NOT STABLE", default: 0] += 1; print("NOT STABLE", file.path) }
            }
            if !outcome.hasPrefix("equal") {
                print(outcome, file.path, theirs.messages.prefix(300), problems.prefix(3).map(\.description).joined())
                let name = "\(outcome.replacing(" ", with: "-"))-\(counts[outcome] ?? 0)"
                try Data(ours ?? []).write(to: results.appending(path: "\(name).ours"))
                try Data(theirs.output).write(to: results.appending(path: "\(name).msgcat"))
            }
        }
        print(counts, "\(bytes) bytes read and written in \(seconds) s")
    }
}

extension POFile {
    var withoutWhatMsgcatDrops: POFile {
        var catalog = self
        catalog.closingComments = []
        catalog.entries.removeAll { $0.isObsolete && $0.translations.first?.isEmpty != false }
        for index in catalog.entries.indices {
            let entry = catalog.entries[index]
            if entry.translations.first?.isEmpty != false { catalog.entries[index].isFuzzy = false }
            catalog.entries[index].flags.removeAll { flag in
                !(flag == "fuzzy" || flag == "no-wrap" || flag.hasSuffix("-format") || flag.hasPrefix("range:") && !entry.isObsolete)
            }
        }
        return catalog
    }
}
