import Markdown

/// Roles that do nothing, and names that stand for nobody.
extension TrackingChecks {
    private var rolesAreDescribed: Bool {
        publication.documents.contains { if case .roles = $0.meaning { true } else { false } }
    }

    func idleRoles() -> [Diagnostic] {
        guard !tracking.plans.isEmpty else { return [] }
        var busy = Set(tracking.roles.indices.filter { !tracking.roles[$0].duties.isEmpty })
        busy.formUnion(tracking.duties.flatMap(\.owners).compactMap(\.role))
        for document in publication.documents { busy.formUnion(reporters(of: document).compactMap { tracking.role(named: $0) }) }
        return tracking.roles.enumerated().compactMap { index, role in
            guard let described = role.described, !busy.contains(index), !role.members.contains(where: busy.contains),
                !role.groups.contains(where: busy.contains), case .roles(let roles) = publication.documents[described.document].meaning
            else { return nil }
            return publication.documents[described.document].problem(
                .idleRole, at: roles.roles[described.role].heading, "no plan gives ‘\(role.name)’ anything to do",
                help: "If plans name it otherwise, write that name as `Also called:` below it. If not, name it where it belongs, or take it out.")
        }
    }

    func unknownRoles() -> [Diagnostic] {
        guard rolesAreDescribed else { return [] }
        return leads() + reporterNames() + owners()
    }

    /// Names that plans have and the roles document has not, each where it first stands.
    private func leads() -> [Diagnostic] {
        var seen: Set<Int> = []
        return plans.flatMap { checked in
            checked.plan.goals.flatMap(\.objectives).flatMap(\.responsibilities).flatMap { duty -> [Diagnostic] in
                names(in: duty.roles).compactMap { name -> Diagnostic? in
                    guard let role = tracking.role(named: name), tracking.roles[role].described == nil, seen.insert(role).inserted,
                        let lead = duty.text.lead
                    else { return nil }
                    let text = PlacedText(checked.document, paragraph: lead)
                    let place = text.bytes.firstRange(of: Array(name.utf8))
                    let count = tracking.roles[role].duties.count
                    let more = count > 1 ? ", here and in \(count - 1) more \(count == 2 ? "place" : "places")" : ""
                    return text.problem(
                        .unknownRole, at: place ?? 0..<text.bytes.count, "the plan names ‘\(name)’, which the roles do not know\(more)",
                        help: help(for: name))
                }
            }
        }
    }

    private func reporterNames() -> [Diagnostic] {
        publication.documents.flatMap { document in
            reporters(of: document).filter(isUnknown).map { name in
                document.problem(.unknownRole, key: "reported-by", "the roles do not know ‘\(name)’, who reports here", help: help(for: name))
            }
        }
    }

    private func owners() -> [Diagnostic] {
        tracking.duties.flatMap { tracked -> [Diagnostic] in
            let document = publication.documents[tracked.document]
            guard case .duties(let duties) = document.meaning, let line = duties.duties[tracked.position].owner else { return [] }
            return tracked.owners.map(\.name).filter(isUnknown).map { name in
                document.problem(.unknownRole, at: line, "this falls to ‘\(name)’, which the roles do not know", help: help(for: name))
            }
        }
    }

    private func isUnknown(_ name: String) -> Bool { tracking.role(named: name).map { tracking.roles[$0].described == nil } ?? true }

    private func reporters(of document: Document) -> [String] {
        document.kind == .progress ? document.frontMatter.progress.reportedBy.map(names) ?? [] : []
    }

    private func names(in text: String) -> [String] { RoleNames.split(text) { tracking.role(named: $0) != nil } }

    private func help(for name: String) -> String {
        let known = tracking.roles.flatMap { role -> [String] in
            guard let described = role.described, case .roles(let roles) = publication.documents[described.document].meaning else { return [] }
            return [role.name] + roles.roles[described.role].aliases
        }
        let near = nearest(to: name, among: known).map { "The nearest is ‘\($0)’. " } ?? ""
        return near + "Write the name that the roles document has, or add this one there: as a heading, "
            + "or as `Also called:` below the role that it stands for."
    }
}
