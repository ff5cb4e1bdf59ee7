import Testing

@testable import Building

/// A plan with more objectives than one page can hold.
@Suite struct LongPlanTests {
    @Test func everyObjectiveHasItsPageAndEveryLinkLeadsThere() throws {
        let goals = (1...5).map { goal in
            "## Goal \(goal): G\n\n" + (1...12).map { objective in
                "### Objective \(goal).\(objective): O\n\n#### Measurable outcomes\n\n- **\(goal).\(objective)a — By May 2022:** It is there.\n- **\(goal).\(objective)b:** And this.\n\n"
            }.joined()
        }
        let site = try TestPublication([
            "index.md": "---\ntitle: Home\n---\n[One](plan.md#3.7a) and [another](plan.md#2), [a third](plan.md#3.7).\n",
            "plan.md": "---\nkind: plan\ntitle: Plan\n---\n" + goals.joined(),
        ])
        #expect(try site.problems() == "")
        let home = try site.site("index.html")
        for link in ["plan/3.7/#3.7a", "plan/#2", "plan/3.7/#3.7"] { #expect(home.contains("href=\"\(link)\""), "\(link)") }
        let page = try site.site("plan/3.7/index.html"), plan = try site.site("plan/index.html"), dates = try site.site("plan/by-date/page/2/index.html")
        #expect(page.contains("id=\"3.7a\"") && page.contains("id=\"3.7\""))
        #expect(plan.contains("id=\"2\"") && plan.contains("href=\"../plan/3.7/#3.7\"") && !plan.contains("And this."))
        #expect(dates.contains("href=\"../../../../plan/5.12/#5.12b\""))
        #expect(plan.utf8.count < 60_000 && dates.utf8.count < 60_000)
    }
}
