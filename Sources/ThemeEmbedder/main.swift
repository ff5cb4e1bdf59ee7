// ThemeEmbedder THEMES_FOLDER OUTPUT.swift
// Files become base64 in string literals: a literal compiles in no time, where an array of bytes takes minutes.
import Foundation

let folder = URL(filePath: CommandLine.arguments[1]).standardizedFileURL.resolvingSymlinksInPath()
let output = URL(filePath: CommandLine.arguments[2])

let files = (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? [])
    .filter { !$0.hasDirectoryPath && !$0.pathComponents.contains { $0.hasPrefix(".") } }
    .map { (path: String($0.resolvingSymlinksInPath().path().dropFirst(folder.path().count).drop { $0 == "/" }), url: $0) }
    .filter { $0.path.contains("/") } // the guide to themes belongs to none
    .sorted { $0.path < $1.path }

var source = "// Written by ThemeEmbedder from themes/.\nlet bundledFiles: [(path: String, base64: String)] = [\n"
for file in files {
    source += "    (\"\(file.path)\", \"\(try Data(contentsOf: file.url).base64EncodedString())\"),\n"
}
source += "]\n"
try Data(source.utf8).write(to: output)
