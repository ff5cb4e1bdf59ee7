import Publication

extension POFile {
    /// Reads a catalog. Nil where any of the problems is an error: what was read of a broken file must not be written over it.
    package static func read(_ file: SourceFile) -> (POFile?, [Diagnostic]) {
        (nil, [file.problem(.catalog, "catalogs cannot be read yet", help: "Wait for the reader.")])
    }
}
