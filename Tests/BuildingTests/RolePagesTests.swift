import Foundation
import Testing

@testable import Building

/// What each role has to do, read from the plans' own lines, against the pages by role of every edition.
@Suite struct RolePagesTests {
    static let repository = GoldenTests.repository

    /// `- **Superintendent, Director of Student Services:** …` in every plan, by role and plan; nothing of the program's
    /// own reading is used.
    static func dutiesByRole() throws -> [String: [String: Int]] {
        let aliases = ["School Administrators": "School Administration", "ILs": "Instructional Leads", "TCs": "Team Coordinators"]
        var duties: [String: [String: Int]] = [:]
        for path in try filesBelow(repository + "content/plans") where path.hasSuffix(".md") {
            let text = try String(contentsOfFile: repository + "content/plans/" + path, encoding: .utf8)
            guard text.contains("\nkind: plan\n") || text.hasPrefix("---\nkind: plan\n") else { continue }
            var isInside = false
            for line in text.split(separator: "\n") {
                if line.hasPrefix("#") { isInside = line.hasPrefix("#### Responsibility") }
                guard isInside, line.hasPrefix("- **"), let end = line.firstRange(of: ":**") else { continue }
                for name in line[..<end.lowerBound].dropFirst(4).split(separator: ",") {
                    let name = name.trimmingCharacters(in: .whitespaces)
                    duties[aliases[name] ?? name, default: [:]][path, default: 0] += 1
                }
            }
        }
        return duties
    }

    @Test(arguments: ["", "es/", "pt-BR/", "zh-Hans/", "ar/", "ht/", "vi/"]) func listExactlyEachRolesDuties(_ edition: String) throws {
        let expected = try Self.dutiesByRole()
        #expect(expected["Superintendent"]?["district-goals-2021-2024.md"] == 3)
        #expect(expected.values.flatMap(\.values).reduce(0, +) > 30)
        for (role, plans) in expected {
            let slug = role.lowercased().replacing(" ", with: "-")
            let page = try String(contentsOfFile: Self.repository + "site/\(edition)roles/\(slug)/index.html", encoding: .utf8)
            let own = page.split(separator: "<div class=\"as-group\">")[0]
            var found: [String: Int] = [:]
            for section in own.split(separator: "<section class=\"part\">").dropFirst() where section.contains("<ul class=\"promises\">") {
                guard let link = section.firstMatch(of: #/href="[./]*plans\/(?<plan>[^"#]*)\/"/#) else { Issue.record("no plan on \(slug)"); continue }
                found[link.plan + ".md"] = section.matches(of: #/<li>\s*<div class="prose"/#).count
            }
            #expect(found == plans, "\(role) in \(edition)")
        }
        // Nobody has a page with duties who has none in the plans.
        for slug in try FileManager.default.contentsOfDirectory(atPath: Self.repository + "site/\(edition)roles") where !slug.hasSuffix(".html") {
            let page = try String(contentsOfFile: Self.repository + "site/\(edition)roles/\(slug)/index.html", encoding: .utf8)
            let own = page.split(separator: "<div class=\"as-group\">")[0]
            let isExpected = expected.keys.contains { $0.lowercased().replacing(" ", with: "-") == slug }
            #expect(own.contains("<ul class=\"promises\">") == isExpected, "\(slug) in \(edition)")
        }
    }
}
