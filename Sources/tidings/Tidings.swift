import ArgumentParser
import BundledThemes

@main
struct Tidings: ParsableCommand {
    func run() { print(BundledThemes.files().map(\.path)) }
}
