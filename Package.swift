// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house: each target knows only those above it.
let package = Package(
    name: "tidings",
    products: [.executable(name: "tidings", targets: ["tidings"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["pkg-config", "libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(name: "Markdown", dependencies: ["CMarkGFM"]),
        .target(name: "FormExports"),
        .target(name: "Publication", dependencies: ["Markdown", "FormExports", "Yams"]),
        .target(name: "Translation", dependencies: ["Publication", "Markdown"]),
        .target(name: "Checking", dependencies: ["Translation", "Publication", "Markdown"]),
        .target(name: "BundledThemes", plugins: ["EmbedThemes"]),
        .target(
            name: "Rendering",
            dependencies: [
                "Translation", "Publication", "Markdown", "Yams", .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(
            name: "Building",
            dependencies: ["Rendering", "Checking", "FormExports", "Translation", "Publication", "Markdown", "BundledThemes"]),
        .executableTarget(
            name: "tidings",
            dependencies: [
                "Building", "Checking", "FormExports", "Translation", "Publication",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // themes/ lies at the top, where people look for it; these two put it into the program.
        .executableTarget(name: "ThemeEmbedder"),
        .plugin(
            name: "EmbedThemes", capability: .buildTool, dependencies: ["ThemeEmbedder"], path: "Sources/EmbedThemes"),

        .target(name: "TestSupport", dependencies: ["Translation", "Publication"], path: "Tests/TestSupport"),
        .testTarget(name: "MarkdownTests", dependencies: ["TestSupport", "Markdown", "CMarkGFM"]),
        .testTarget(name: "PublicationTests", dependencies: ["TestSupport", "Publication", "Yams"]),
        .testTarget(name: "TranslationTests", dependencies: ["TestSupport", "Translation", "Publication", "Markdown"]),
        .testTarget(
            name: "CheckingTests", dependencies: ["TestSupport", "Checking", "Building", "Publication", "Markdown"], exclude: ["Publications"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
        .testTarget(name: "BuildingTests", dependencies: ["TestSupport", "Building", "FormExports"]),
        .testTarget(name: "FormExportsTests", dependencies: ["FormExports"], exclude: ["Exports"]),
        .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "tidings"]),
    ],
    swiftLanguageModes: [.v6]
)
