import Publication

/// A plan as Strategy Markup Language: Part 1 (ISO 17469-1:2015), the plan's core, and Part 2 (ANSI/AIIM 22:2017), with who
/// does what and how far it is. The order of elements is the schemas'; one language for each file, since they allow no
/// `xml:lang`.
///
/// Neither part knows periods of activities, notes or history of objectives: these stand in `OtherInformation`, so that
/// nothing is lost. A date that is told less finely than to the day is its last day, with the words beside it.
struct StratML {
    let plan: PlanData
    let words: Words

    /// Words of the edition that the plan itself does not have.
    struct Words: Sendable {
        let responsibility: String
        let status: String
        /// With its colon.
        let baseline: String
    }

    private enum Part {
        case core, performance

        var namespace: String {
            switch self {
            case .core: "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
            case .performance: "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
            }
        }
    }

    var partOne: [UInt8] {
        var xml = XMLWriter()
        xml.element("StrategicPlan", ["xmlns": Part.core.namespace]) { write(.core, to: &$0) }
        return xml.bytes
    }

    var partTwo: [UInt8] {
        var xml = XMLWriter()
        let type = plan.reports.isEmpty ? "Strategic_Plan" : "Performance_Report"
        xml.element("PerformancePlanOrReport", ["xmlns": Part.performance.namespace, "Type": type]) { write(.performance, to: &$0) }
        return xml.bytes
    }

    // MARK: The plan

    private func write(_ part: Part, to xml: inout XMLWriter) {
        let sections = plan.before + plan.after
        xml.element("Name", plan.title.text)
        xml.element("Description", plan.summary?.text)
        xml.element("OtherInformation", lines(
            [plan.notice?.text, plan.status.map { "\(words.status): \($0.text)" }] + plan.introduction.map(\.text)
                + sections.filter { $0.kind == nil }.flatMap { [$0.title.text] + $0.text.map(\.text) } + plan.footnotes.map(\.text)))
        xml.element("StrategicPlanCore") { xml in
            // The schema wants none, its readers one.
            xml.element("Organization") { $0.element("Name", plan.organization?.text ?? "") }
            for (kind, name) in [(PlanData.Section.Kind.vision, "Vision"), (.mission, "Mission")] {
                let text = sections.filter { $0.kind == kind }.flatMap { $0.text.map(\.text) }
                if !text.isEmpty { xml.element(name) { $0.element("Description", lines(text)) } }
            }
            for goal in plan.goals { write(goal, part, to: &xml) }
        }
        xml.element("AdministrativeInformation") { xml in
            xml.element("StartDate", plan.period?.start.description)
            xml.element("EndDate", plan.period?.end.description)
            xml.element("PublicationDate", (plan.updated ?? plan.approved?.on)?.description)
            xml.element("Source", plan.url)
        }
    }

    private func write(_ goal: PlanData.Goal, _ part: Part, to xml: inout XMLWriter) {
        xml.element("Goal") { xml in
            xml.element("Name", goal.title.text)
            xml.element("Description", lines(goal.text.map(\.text)) ?? "")
            xml.element("Identifier", "g" + goal.id)
            xml.element("SequenceIndicator", goal.id)
            for objective in goal.objectives { write(objective, part, to: &xml) }
        }
    }

    private func write(_ objective: PlanData.Objective, _ part: Part, to xml: inout XMLWriter) {
        xml.element("Objective") { xml in
            xml.element("Name", objective.title.text)
            xml.element("Description", lines(objective.text.map(\.text)))
            xml.element("Identifier", "o" + objective.id)
            xml.element("SequenceIndicator", objective.id)
            writeStakeholders(of: objective, part, to: &xml)
            xml.element("OtherInformation", lines(otherInformation(of: objective, part)))
            if part == .performance { for outcome in objective.outcomes { write(outcome, of: objective, to: &xml) } }
        }
    }

    private func otherInformation(of objective: PlanData.Objective, _ part: Part) -> [String?] {
        var information: [String?] = objective.activities.flatMap { [$0.label?.text] + $0.text.map(\.text) }
        information += objective.notes.flatMap { [$0.title.text] + $0.text.map(\.text) }
        // A core has no place for outcomes.
        for outcome in part == .core ? objective.outcomes : [] {
            information.append("\(outcome.id)\(outcome.when.map { " — \($0.text)" } ?? ""): \(text(outcome.text))")
        }
        information += objective.history.map { "\(words.status), \($0.asOf): \($0.status.text). \(text($0.text))" }
        return information
    }

    /// Each role once, with all that it does.
    private func writeStakeholders(of objective: PlanData.Objective, _ part: Part, to xml: inout XMLWriter) {
        var order: [PlanData.Role] = []
        var duties: [PlanData.Role: [String]] = [:]
        for duty in objective.responsibilities {
            for role in duty.roles {
                if duties[role] == nil { order.append(role) }
                duties[role, default: []].append(text(duty.text))
            }
        }
        for role in order {
            let duties = duties[role] ?? []
            xml.element("Stakeholder", ["StakeholderTypeType": "Generic_Group"]) { xml in
                xml.element("Name", role.name.text)
                if part == .core { return xml.element("Description", lines(duties)) }
                for duty in duties {
                    xml.element("Role") { xml in
                        xml.element("Name", words.responsibility)
                        xml.element("Description", duty)
                        xml.element("RoleType", "Performer")
                    }
                }
            }
        }
    }

    // MARK: Outcomes

    private func write(_ outcome: PlanData.Outcome, of objective: PlanData.Objective, to xml: inout XMLWriter) {
        let type = outcome.target == nil && outcome.baseline == nil ? "Qualitative" : "Quantitative"
        xml.element("PerformanceIndicator", ["ValueChainStage": "Outcome", "PerformanceIndicatorType": type]) { xml in
            xml.element("SequenceIndicator", outcome.id)
            xml.element("MeasurementDimension", text(outcome.text))
            xml.element("UnitOfMeasurement", (outcome.target ?? outcome.baseline).map(unit) ?? words.status)
            xml.element("Identifier", "i" + outcome.id)
            for alignment in outcome.alignments + objective.alignments { write(alignment, "Narrower_Than", to: &xml) }
            for alignment in outcome.supportedBy + objective.supportedBy { write(alignment, "Broader_Than", to: &xml) }
            writeMeasurement(of: outcome, to: &xml)
            xml.element("OtherInformation", outcome.baseline.map { "\(words.baseline) \($0.text)" })
        }
    }

    /// Between plans only: what a survey or an event adds is no part of what is promised. An objective's stands at its
    /// indicators, since only they have relationships.
    private func write(_ alignment: PlanData.Alignment, _ type: String, to xml: inout XMLWriter) {
        let relations: [LabelledLine.Label] = [.supports, .alignsWith]
        guard alignment.kind == .plan, relations.map(\.rawValue).contains(alignment.relation), let id = alignment.id, id.first?.isNumber == true else { return }
        let kind = id.last?.isLetter == true ? "i" : id.contains(".") ? "o" : "g"
        xml.element("Relationship", ["RelationshipType": type]) { xml in
            xml.element("ReferentIdentifier", kind + id)
            xml.element("Name", "\(id): \(alignment.title?.text ?? "")")
            xml.element("Description", "\(alignment.document.text), \(alignment.url)")
        }
    }

    private func writeMeasurement(of outcome: PlanData.Outcome, to xml: inout XMLWriter) {
        guard outcome.due != nil || outcome.when != nil || outcome.target != nil || !outcome.history.isEmpty else { return }
        xml.element("MeasurementInstance") { xml in
            if outcome.due != nil || outcome.when != nil || outcome.target != nil {
                xml.element("TargetResult") { xml in
                    xml.element("EndDate", outcome.due?.description)
                    xml.element("NumberOfUnits", outcome.target?.number.map(digits))
                    xml.element("Description", lines([outcome.when?.text, outcome.target?.text]))
                }
            }
            for entry in outcome.history {
                xml.element("ActualResult") { xml in
                    xml.element("EndDate", entry.asOf.description)
                    xml.element("Descriptor") { xml in
                        xml.element("DescriptorName", words.status)
                        xml.element("DescriptorValue", entry.status.text)
                    }
                    xml.element("Description", lines(entry.text.map(\.text) + [entry.report]))
                }
            }
        }
    }

    /// What is counted: the words behind the number, where they begin with it in this language, too.
    private func unit(_ measure: PlanData.Measure) -> String {
        guard let number = measure.number, measure.text.hasPrefix(digits(number)) else { return measure.text }
        return String(measure.text.dropFirst(digits(number).count).drop { $0.isWhitespace })
    }

    private func digits(_ number: Double) -> String { number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number) }

    // MARK: Words

    private func text(_ texts: [DataText]) -> String { texts.map(\.text).joined(separator: "\n") }

    /// Nil where there are none.
    private func lines(_ texts: [String?]) -> String? {
        let texts = texts.compactMap { $0 }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
}
