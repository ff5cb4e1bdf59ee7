import Foundation
import Testing

@testable import Building

@Suite struct WriteFilesTests {
    @Test func onlyFilesWhoseBytesChangeAreWritten() throws {
        let publication = try TestPublication(["a.po": "old"])
        let before = try FileManager.default.attributesOfItem(atPath: publication.place("a.po"))[.systemFileNumber] as? Int
        #expect(try writeFiles([("content/a.po", Array("old".utf8)), ("content/new/folder/b.po", Array("b".utf8))], in: publication.folder) == ["content/new/folder/b.po"])
        #expect(try FileManager.default.attributesOfItem(atPath: publication.place("a.po"))[.systemFileNumber] as? Int == before)
        #expect(try writeFiles([("content/a.po", Array("new".utf8))], in: publication.folder) == ["content/a.po"])
        #expect(try String(contentsOfFile: publication.place("a.po"), encoding: .utf8) == "new")
        #expect(try String(contentsOfFile: publication.place("new/folder/b.po"), encoding: .utf8) == "b")
        #expect(try filesBelow(publication.folder + "/content").allSatisfy { !$0.contains("/.") && !$0.hasPrefix(".") })
    }

    @Test func whereOneFileCannotBeWrittenNoneIsChanged() throws {
        let publication = try TestPublication(["a.po": "old", "file": "no folder"])
        #expect(throws: BuildFailure.self) {
            try writeFiles([("content/a.po", Array("new".utf8)), ("content/file/b.po", Array("b".utf8))], in: publication.folder)
        }
        #expect(try String(contentsOfFile: publication.place("a.po"), encoding: .utf8) == "old")
        #expect(try filesBelow(publication.folder + "/content").sorted() == ["a.po", "file", "publication.yaml"])
    }

    @Test func aLinkStaysALink() throws {
        let publication = try TestPublication(["real.po": "old"])
        try FileManager.default.createSymbolicLink(atPath: publication.place("link.po"), withDestinationPath: "real.po")
        #expect(try writeFiles([("content/link.po", Array("new".utf8))], in: publication.folder) == ["content/link.po"])
        #expect(try String(contentsOfFile: publication.place("real.po"), encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: publication.place("link.po")) == "real.po")
    }
}
