import Foundation
import Markdown

/// A role or a group of roles, and all that it has to do.
package struct TrackedRole: Sendable {
    /// Its own name, in the source language.
    package let name: String
    package let slug: String
    /// Where it is described; nil for one that plans name and nobody describes.
    package let described: (document: Int, role: Int)?
    /// Of a name that only plans have, a lead that is this name alone.
    package internal(set) var lead: (document: Int, node: MarkdownTree.Index)?
    package internal(set) var members: [Int] = []
    package internal(set) var groups: [Int] = []
    package internal(set) var duties: [Duty] = []

    package struct Duty: Sendable, Hashable {
        package let place: DutyPlace
        /// The other roles that share it.
        package let others: [Int]
    }
}

/// Collects roles and their duties over all plans.
struct RoleTracker {
    private let publication: Publication
    private let plans: [TrackedPlan]
    private(set) var roleOfName: [String: Int] = [:]
    private(set) var rolesOfDuty: [DutyPlace: [Int]] = [:]
    private(set) var problems: [Diagnostic] = []
    private var tracked: [TrackedRole] = []
    private var slugs = IdentifierPool()

    init(_ publication: Publication, plans: [TrackedPlan]) {
        self.publication = publication
        self.plans = plans
    }

    mutating func roles() -> [TrackedRole] {
        describeRoles()
        for plan in plans where !isAdoptedText(plan) { collectDuties(of: plan) }
        return tracked
    }

    /// The text that was agreed to is the plan's own, once more.
    private func isAdoptedText(_ plan: TrackedPlan) -> Bool { plans.contains { $0.adoptedText == plan.document } }

    private mutating func describeRoles() {
        var members: [(group: Int, name: String, line: LabelledLine, document: Int)] = []
        for (index, document) in publication.documents.enumerated() {
            guard case .roles(let roles) = document.meaning else { continue }
            for (position, role) in roles.roles.enumerated() {
                let number = add(role.name, described: (index, position))
                for name in [role.name] + role.aliases {
                    let key = PartNames.folded(name)
                    if let other = roleOfName[key], other != number {
                        problems.append(document.problem(
                            .ambiguousReference, at: role.heading, "‘\(name)’ is the name of two roles: \(tracked[other].name) and \(role.name)",
                            help: "Give one of them another name, or take the name out of its ‘Also called’ line."))
                    } else {
                        roleOfName[key] = number
                    }
                }
                members += role.members.map { (number, $0.name, $0.line, index) }
            }
        }
        for member in members {
            guard let number = roleOfName[PartNames.folded(member.name)] else {
                let near = nearest(to: member.name, among: tracked.map(\.name)).map { "The nearest is ‘\($0)’. " } ?? ""
                problems.append(publication.documents[member.document].problem(
                    .brokenReference, at: member.line, "there is no role ‘\(member.name)’", help: "\(near)Give it a heading of its own on this page, or write the name that it has."))
                continue
            }
            guard number != member.group else { continue }
            tracked[member.group].members.append(number)
            tracked[number].groups.append(member.group)
        }
    }

    private mutating func add(_ name: String, described: (Int, Int)?) -> Int {
        let slug = Slug.fileName(name)
        tracked.append(TrackedRole(name: name, slug: slugs.take(slug.isEmpty ? "role" : slug), described: described.map { (document: $0.0, role: $0.1) }))
        return tracked.count - 1
    }

    private mutating func collectDuties(of plan: TrackedPlan) {
        let document = publication.documents[plan.document]
        guard case .plan(let text) = document.meaning else { return }
        for objective in text.goals.flatMap(\.objectives) {
            for (position, duty) in objective.responsibilities.enumerated() {
                let names = RoleNames.split(duty.roles) { roleOfName[PartNames.folded($0)] != nil }
                let roles = names.map { name in
                    if let known = roleOfName[PartNames.folded(name)] { return known }
                    let number = add(name, described: nil)
                    roleOfName[PartNames.folded(name)] = number
                    return number
                }
                let place = DutyPlace(plan: plan.document, objective: objective.number, position: position)
                rolesOfDuty[place] = roles
                for role in roles {
                    let duty = TrackedRole.Duty(place: place, others: roles.filter { $0 != role })
                    if tracked[role].duties.last != duty { tracked[role].duties.append(duty) }
                }
                if names.count == 1, tracked[roles[0]].lead == nil, let lead = duty.text.lead { tracked[roles[0]].lead = (plan.document, lead) }
            }
        }
    }
}

enum RoleNames {
    /// `Superintendent, Director of Learning and Teaching` → two names. An “and” parts two names only where both are known:
    /// it may as well be part of one.
    static func split(_ text: String, isKnown: (String) -> Bool) -> [String] {
        if isKnown(text) { return [text] }
        let parts = text.split { $0 == "," || $0 == ";" || $0 == "/" || $0 == "、" || $0 == "，" || $0 == "،" }.map { LabelledLine.trimmed($0) }
        return parts.flatMap { part -> [String] in
            var part = part
            // The “and” behind a last comma.
            for word in PartNames.conjunctions where part.lowercased().hasPrefix(word.dropFirst()) && parts.count > 1 {
                part = String(part.dropFirst(word.count - 1))
            }
            if part.isEmpty { return [] }
            if isKnown(part) { return [part] }
            for word in PartNames.conjunctions {
                var start = part.startIndex
                while let range = part[start...].range(of: word) {
                    let one = String(part[..<range.lowerBound]), other = String(part[range.upperBound...])
                    if isKnown(one), !split(other, isKnown: isKnown).contains(where: { !isKnown($0) }) { return [one] + split(other, isKnown: isKnown) }
                    start = range.upperBound
                }
            }
            return [part]
        }
    }
}
