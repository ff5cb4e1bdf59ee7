import Foundation
import FoundationXML
import Testing

@testable import Building

/// StratML, held against what the schemas of ISO 17469-1 and ANSI/AIIM 22 say. The schemas themselves are not ours to ship.
@Suite struct StratMLTests {
    @Test(arguments: ["plans/plan/", "plans/school/", "es/plans/plan/", "ar/plans/plan/"]) func itHasTheFormOfTheSchemas(_ place: String) throws {
        let site = try SmallPlans.publication()
        try site.build()
        let one = try StratMLElement.read(try site.site(place + "stratml-part-1.xml")), two = try StratMLElement.read(try site.site(place + "stratml-part-2.xml"))
        #expect(one.name == "StrategicPlan" && one.attributes == ["xmlns": "urn:ISO:std:iso:17469:tech:xsd:stratml_core"])
        #expect(two.attributes["xmlns"] == "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport")
        #expect(StratMLForm.partOne.faults(in: one) == [])
        #expect(StratMLForm.partTwo.faults(in: two) == [])
    }

    @Test func faultsAreFound() throws {
        let wrong = "<StrategicPlan><StrategicPlanCore><Goal><Description/><Name>a</Name><Identifier>1</Identifier></Goal><Vision/></StrategicPlanCore></StrategicPlan>"
        #expect(StratMLForm.partOne.faults(in: try StratMLElement.read(wrong)).count == 4)
    }

    @Test func thePerformanceTellsWhoAndHowFar() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let plan = try StratMLElement.read(try site.site("plans/plan/stratml-part-2.xml"))
        #expect(plan.attributes["Type"] == "Performance_Report")
        #expect(try StratMLElement.read(try site.site("plans/school/stratml-part-2.xml")).attributes["Type"] == "Strategic_Plan")
        #expect(plan.texts("StrategicPlanCore", "Mission", "Description") == ["Teach all."])
        #expect(plan.texts("OtherInformation") == ["Status: Adopted\nBefore all.\nCommitments\nTools: Share them.\nA note."])
        let objective = ["StrategicPlanCore", "Goal", "Objective"]
        #expect(plan.texts(objective + ["Name"]) == ["Ask everyone & listen"])
        #expect(plan.texts(objective + ["Stakeholder", "Name"]) == ["School Committee", "Superintendent", "Teachers"])
        #expect(plan.texts(objective + ["Stakeholder", "Role", "Description"]) == ["Lead it.", "Lead it.", "Help."])
        let indicator = objective + ["PerformanceIndicator"]
        #expect(plan.texts(indicator + ["Identifier"]) == ["i1.1a", "i1.1b", "i1.1c"])
        #expect(plan.texts(indicator + ["UnitOfMeasurement"]) == ["of 8 groups", "% of families", "Status"])
        #expect(plan.texts(indicator + ["Relationship", "ReferentIdentifier"]) == ["o1.1", "o1.1", "o1.1"])
        #expect(plan.texts(indicator + ["MeasurementInstance", "TargetResult", "EndDate"]) == ["2022-01-31", "2022-06-15"])
        #expect(plan.texts(indicator + ["MeasurementInstance", "TargetResult", "NumberOfUnits"]) == ["6"])
        #expect(plan.texts(indicator + ["MeasurementInstance", "TargetResult", "Description"]) == ["By January 2022\n6 of 8 groups", "By Spring 2022"])
        #expect(plan.texts(indicator + ["MeasurementInstance", "ActualResult", "EndDate"]) == ["2022-07-10", "2022-07-10"])
        #expect(plan.texts(indicator + ["MeasurementInstance", "ActualResult", "Descriptor", "DescriptorValue"]) == ["Met", "In progress"])
        #expect(plan.texts(indicator + ["OtherInformation"]) == ["Baseline: 2.5% of families"])
        #expect(plan.texts("AdministrativeInformation", "Source") == ["https://test.example/below/plans/plan/"])
        let school = try StratMLElement.read(try site.site("plans/school/stratml-part-2.xml"))
        #expect(school.elements(indicator + ["Relationship"]).map(\.attributes) == [["RelationshipType": "Narrower_Than"]])
    }

    @Test func theCoreLosesNothing() throws {
        let site = try SmallPlans.publication()
        try site.build()
        let plan = try StratMLElement.read(try site.site("plans/plan/stratml-part-1.xml"))
        let objective = ["StrategicPlanCore", "Goal", "Objective"]
        #expect(plan.texts(objective + ["Stakeholder", "Description"]) == ["Lead it.", "Lead it.", "Help."])
        let information = try #require(plan.texts(objective + ["OtherInformation"]).first)
        for words in ["2021–22\nAsk first.", "Anything else\nLater.", "1.1a — By January 2022: Everyone has answered.", "1.1c: A measure is found."] {
            #expect(information.contains(words))
        }
    }

    /// Front matter may hold characters that XML may not.
    @Test func whatXMLCannotHoldIsLeftOut() throws {
        let site = try SmallPlans.publication(["plans/p.md": "---\nkind: plan\ntitle: \"A\\u0001\\u000B\\uFFFE<&>]]> B\"\n---\n## Goal 1: G\n"])
        try site.build()
        #expect(try StratMLElement.read(try site.site("plans/p/stratml-part-1.xml")).texts("Name") == ["A<&>]]> B"])
    }
}

/// An element with what is in it.
final class StratMLElement {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [StratMLElement] = []
    fileprivate(set) var text = ""

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    static func read(_ xml: String) throws -> StratMLElement {
        let reader = Reader(), parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        guard parser.parse(), let root = reader.root else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return root
    }

    func elements(_ path: [String]) -> [StratMLElement] {
        path.reduce([self]) { elements, name in elements.flatMap { $0.children.filter { $0.name == name } } }
    }

    func texts(_ path: [String]) -> [String] { elements(path).map(\.text) }
    func texts(_ path: String...) -> [String] { texts(path) }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: StratMLElement?
        private var open: [StratMLElement] = []

        func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]) {
            let element = StratMLElement(name, attributes)
            open.last?.children.append(element)
            if root == nil { root = element }
            open.append(element)
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }
        func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
    }
}

/// Which elements stand in which, in which order and how often; written down by hand from the schemas.
struct StratMLForm {
    /// `?`, `*` and `+` behind a name as in a regular expression.
    let elements: [String: String]
    let enumerations: [String: Set<String>]

    static let partOne = StratMLForm(
        elements: [
            "StrategicPlan": "Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation?",
            "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal+",
            "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
            "Vision": "Description? Identifier?", "Mission": "Description? Identifier?", "Value": "Name? Description?",
            "Goal": "Name Description Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*",
            "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?",
            "Stakeholder": "Name Description?",
            "AdministrativeInformation": "StartDate? EndDate? PublicationDate? Source? Submitter?",
        ],
        enumerations: ["StakeholderTypeType": ["Person", "Organization", "Generic_Group"]])

    static let partTwo = StratMLForm(
        elements: partOne.elements.filter { $0.key != "StrategicPlan" }.merging([
            "PerformancePlanOrReport": "Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation? Submitter?",
            "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation? PerformanceIndicator*",
            "Stakeholder": "Name Description? Role*", "Role": "Name Description? RoleType? RoleType?",
            "PerformanceIndicator":
                "SequenceIndicator? MeasurementDimension UnitOfMeasurement Identifier? Relationship* MeasurementInstance* OtherInformation?",
            "Relationship": "Identifier? ReferentIdentifier* Name? Description?", "MeasurementInstance": "TargetResult* ActualResult*",
            "TargetResult": "StartDate? EndDate? NumberOfUnits? Descriptor? Description?",
            "ActualResult": "StartDate? EndDate? NumberOfUnits? Descriptor? Description?", "Descriptor": "DescriptorName? DescriptorValue?",
            "AdministrativeInformation": "Identifier? StartDate? EndDate? PublicationDate? Source?",
        ]) { $1 },
        enumerations: partOne.enumerations.merging([
            "Type": ["Strategic_Plan", "Performance_Plan", "Performance_Report"], "RoleType": ["Performer", "Beneficiary"],
            "RelationshipType": ["Broader_Than", "Peer_To", "Narrower_Than"], "PerformanceIndicatorType": ["Quantitative", "Qualitative"],
            "ValueChainStage": ["Outcome", "Output_Processing", "Output", "Input_Processing", "Input"],
        ]) { $1 })

    func faults(in root: StratMLElement) -> [String] {
        var identifiers: Set<String> = []
        return faults(in: root, &identifiers)
    }

    private func faults(in element: StratMLElement, _ identifiers: inout Set<String>) -> [String] {
        var faults: [String] = []
        for (name, value) in element.attributes where name != "xmlns" && enumerations[name]?.contains(value) != true {
            faults.append("\(element.name) has \(name)=\(value)")
        }
        guard let form = elements[element.name] else {
            if !element.children.isEmpty { faults.append("\(element.name) holds elements") }
            switch element.name {
            case "Identifier":
                if element.text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._-]*/) == nil { faults.append("‘\(element.text)’ is no identifier") }
                if !identifiers.insert(element.text).inserted { faults.append("the identifier ‘\(element.text)’ stands twice") }
            case "StartDate", "EndDate", "PublicationDate":
                if element.text.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil { faults.append("‘\(element.text)’ is no day") }
            case "NumberOfUnits":
                if element.text.wholeMatch(of: /\d+(\.\d+)?/) == nil { faults.append("‘\(element.text)’ is no number") }
            case "RoleType":
                if enumerations["RoleType"]?.contains(element.text) != true { faults.append("‘\(element.text)’ is no type of role") }
            default: break
            }
            return faults
        }
        if !element.text.allSatisfy(\.isWhitespace) { faults.append("\(element.name) holds text") }
        let pattern = form.split(separator: " ").map { name in
            let isPlain = name.last?.isLetter == true
            return "(?:\(isPlain ? name : name.dropLast()) )" + (isPlain ? "" : String(name.suffix(1)))
        }.joined()
        let names = element.children.map { $0.name + " " }.joined()
        if (try? Regex(pattern).wholeMatch(in: names)) == nil { faults.append("\(element.name) holds \(names)") }
        return faults + element.children.flatMap { self.faults(in: $0, &identifiers) }
    }
}
