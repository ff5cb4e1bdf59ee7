@testable import Building

/// A district's plan with all that data files tell of one, its school's plan, a report, roles and an event, in English and,
/// in part, in Spanish and Arabic.
enum SmallPlans {
    static func publication(_ more: [String: String] = [:]) throws -> TestPublication {
        try TestPublication(files.merging(more) { $1 })
    }

    private static let files = [
        "publication.yaml": """
            title: Test district
            address: https://test.example/below/
            languages: [en, es, ar]
            timezone: America/New_York
            organization: {name: Test district}
            """,
        "index.md": "---\ntitle: Home\n---\n",
        "plans/plan.md": plan,
        "plans/school.md": """
            ---
            kind: plan
            title: School plan
            parent: plan.md
            status: feedback
            feedback: {until: 2022-06-30, ways: [Write to us.]}
            ---
            ## Goal 1: Follow

            ### Objective 1.1: Do our part

            Aligns with: Objective 1.1

            #### Measurable outcomes

            - **1.1a — By May 2022:** Our part is done.
            """,
        "plans/report.md": """
            ---
            kind: progress
            title: First report
            plan: plan.md
            as-of: 2022-07-10
            reported-by: Superintendent
            ---
            ## 1.1a — Met

            All have answered.

            ## 1.1b — In progress

            It goes on.
            """,
        "roles.md": """
            ---
            kind: roles
            title: Roles
            ---
            ## Superintendent

            ## School Committee

            - Also called: the committee
            """,
        "events/forum.md": """
            ---
            kind: event
            title: Forum
            start: 2022-03-12T18:00
            end: 2022-03-13T06:00
            place: Hall, Main Street
            ---
            Come.
            """,
        "events/fair.md": "---\nkind: event\ntitle: Fair\nstart: 2022-12-31\n---\nCome.\n",
        "translations/es.po": catalog([
            ("Plan", "Plan"), ("Clear aims", "Fines claros"), ("Ask everyone & listen", "Preguntar a todos y escuchar"), ("2021–22", "2021–22"),
            ("Ask *first*.", "Preguntar *primero*."), ("the committee, Superintendent", "el comité, superintendente"), ("Superintendent", "Superintendente"),
            ("School Committee", "Comité Escolar"), ("Lead it.", "Dirigirlo."), ("By January 2022", "Para enero de 2022"),
            ("Everyone has answered.", "Todos han respondido."), ("6 of 8 groups", "De 8 grupos, 6"), ("All have answered.", "Han respondido todos."),
            ("Forum", "Foro"), ("First report", "Primer informe"),
        ]),
        "translations/ar.po": catalog([("Everyone has answered.", "أجاب الجميع."), ("Forum", "منتدى"), ("Clear aims", "أهداف واضحة")]),
    ]

    private static func catalog(_ texts: [(String, String)]) -> String {
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n" + texts.map { "\nmsgid \"\($0.0)\"\nmsgstr \"\($0.1)\"\n" }.joined()
    }

    private static let plan = """
        ---
        kind: plan
        title: Plan
        organization: The district
        period: 2021-07-01/2024-06-30
        status: adopted
        approved: {by: School Committee, on: 2021-09-09}
        updated: 2022-07-11
        ---
        Before all.[^1]

        Question: Whose plan is it?

        ## Our mission

        Teach **all**.

        ## Goal 1: Clear aims

        So that people see them.

        ### Objective 1.1: Ask everyone & listen

        #### Activities

        ##### 2021–22

        - Ask *first*.
        - [x] Then [listen](../index.md).
          - Write it down.

        | Who | When |
        | --- | --- |
        | All | Soon |

        #### Responsibility

        - **the committee, Superintendent:** Lead it.
        - **Teachers:** Help.

        Question: Who are they?

        #### Measurable outcomes

        - **1.1a — By January 2022:** Everyone has answered.
          - Target: 6 of 8 groups
        - **1.1b — By Spring 2022:** =1+1 is “two”, or not.
          - Due: 2022-06-15
          - Baseline: 2.5% of families
        - **1.1c:** A measure
          is found.

        #### Anything else

        Later.

        ## Commitments

        - **Tools:** Share them.

        [^1]: A note.
        """
}
