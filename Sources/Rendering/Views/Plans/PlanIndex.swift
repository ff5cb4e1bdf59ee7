import Publication

/// Finds the parts of a plan by their numbers.
struct PlanIndex: Sendable {
    enum Part: Sendable {
        case goal(Int)
        case objective(goal: Int, objective: Int)
        /// The outcome's place among the plan's, which is also its place among the tracked ones.
        case outcome(goal: Int, objective: Int, outcome: Int, number: Int)
    }

    let plan: Plan
    private var parts: [String: Part] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        var count = 0
        for (g, goal) in plan.goals.enumerated() {
            parts[goal.number] = .goal(g)
            for (o, objective) in goal.objectives.enumerated() {
                parts[objective.number] = .objective(goal: g, objective: o)
                for (n, outcome) in objective.outcomes.enumerated() {
                    parts[outcome.number] = .outcome(goal: g, objective: o, outcome: n, number: count)
                    count += 1
                }
            }
        }
    }

    subscript(number: String) -> Part? { parts[number] }

    func objective(_ number: String) -> Plan.Objective? {
        guard case .objective(let goal, let objective)? = parts[number] else { return nil }
        return plan.goals[goal].objectives[objective]
    }

    func outcome(_ number: String) -> Plan.Outcome? {
        guard case .outcome(let goal, let objective, let outcome, _)? = parts[number] else { return nil }
        return plan.goals[goal].objectives[objective].outcomes[outcome]
    }

    /// The number of the objective that a number is, or is of.
    func objectiveNumber(of number: String) -> String? {
        switch parts[number] {
        case .objective(let goal, let objective), .outcome(let goal, let objective, _, _): plan.goals[goal].objectives[objective].number
        case .goal, nil: nil
        }
    }
}
