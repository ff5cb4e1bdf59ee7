import Markdown
import Publication

/// Roles: all of them on one page, and on a page of its own what each has to do.
extension Renderer {
    /// A role's name: as it is described, or as plans call it.
    func title(of role: TrackedRole) -> Phrase {
        if let described = role.described, case .roles(let roles) = publication.documents[described.document].meaning,
            roles.roles.indices.contains(described.role) {
            let node = roles.roles[described.role].heading
            return edition.phrase(at: node, roles.roles[described.role].name, of: described.document)
        }
        // A plan that was written anew has other nodes than the one that was tracked.
        if let lead = role.lead, edition.isSource || edition.translation(of: lead.document) != nil {
            return edition.phrase(at: lead.node, role.name, of: lead.document)
        }
        return edition.phrase(role.name)
    }

    func roleLink(_ number: Int, root: String) -> Context {
        link(title(of: tracking.roles[number]), address: views.address(of: tracking.roles[number]), root: root)
    }

    /// A document of kind roles: each with its description, and how much it has to do.
    func rolesKeys(_ roles: Roles, of document: Int, into context: inout Context, _ html: inout DocumentHTML, at place: Place) {
        context.html("content", html.html(roles.introduction))
        let root = root(of: place)
        context.items("roles", roles.roles.enumerated().map { position, role in
            var item = Context()
            item.text("id", html.document.heading(at: role.heading)?.id)
            item.html("title", html.inlines(of: role.heading))
            item.attributes(html.attributes(of: role.heading))
            item.html("html", html.html(role.blocks))
            lineKeys(role, into: &item, &html)
            let number = tracking.roles.firstIndex { $0.described?.document == document && $0.described?.role == position }
            roleFacts(number, into: &item, root: root)
            item.list("questions", questions(&html, below: html.document.heading(at: role.heading).map { [$0.id] }))
            return item
        })
        undescribedKeys(into: &context, root: root)
    }

    private func lineKeys(_ role: Roles.Role, into item: inout Context, _ html: inout DocumentHTML) {
        item.html("aliases", role.aliasLine.map { html.line($0) })
        item.attributes("aliasesAttributes", role.aliasLine.map { html.attributes(of: $0) } ?? [])
        item.html("contact", role.contact.map { html.line($0) })
        item.attributes("contactAttributes", role.contact.map { html.attributes(of: $0) } ?? [])
    }

    /// What it has to do, in a number that leads to its page; whom it includes, and what it is part of.
    private func roleFacts(_ number: Int?, into item: inout Context, root: String) {
        let role = number.map { tracking.roles[$0] }
        item.context("page", role.map { role in
            var page = Context()
            page.text("href", href(address: views.address(of: role), root: root))
            page.text("text", edition.texts("duties", count: role.duties.count))
            return page
        })
        item.list("members", role?.members.map { roleLink($0, root: root) } ?? [])
        item.list("memberOf", role?.groups.map { roleLink($0, root: root) } ?? [])
    }

    /// Names that only plans have.
    private func undescribedKeys(into context: inout Context, root: String) {
        context.items("undescribed", tracking.roles.indices.filter { tracking.roles[$0].described == nil }.map { number in
            var item = roleLink(number, root: root)
            item.text("countText", edition.texts("duties", count: tracking.roles[number].duties.count))
            return item
        })
    }

    /// Where nobody describes the roles: their names.
    func allRolesPage(_ view: View) -> [UInt8] {
        var context = Context()
        viewKeys(view, title: edition.texts("rolesTitle"), into: &context)
        undescribedKeys(into: &context, root: root(of: view.place))
        context.items("roles", [])
        return render(context, layout: view.kind.layout, at: view.place)
    }

    func rolePage(_ role: TrackedRole, _ view: View) -> [UInt8] {
        var context = Context()
        let title = title(of: role)
        viewKeys(view, title: Words(title), into: &context)
        titleTag([Words(title)], into: &context)
        context.context("of", nil)
        let root = root(of: view.place)
        let rolesPage = publication.documents.firstIndex { $0.kind == .roles }
        let rolesTitle = rolesPage.map { edition.title(of: publication.documents[$0], $0) } ?? own(edition.texts("rolesTitle"))
        let home = link(own(edition.texts("home")), address: "", root: root)
        context.list("breadcrumb", [home, link(rolesTitle, address: views.rolesAddress, root: root)])
        noticeKeys(of: nil, into: &context, at: view.place)
        for key: StaticString in ["description", "aliases", "contact"] { context.text(key, nil) }
        for key: StaticString in ["descriptionAttributes", "aliasesAttributes", "contactAttributes"] { context.attributes(key, []) }
        if let described = role.described, case .roles(let roles) = publication.documents[described.document].meaning, roles.roles.indices.contains(described.role) {
            var html = DocumentHTML(self, document: described.document, at: view.place)
            lineKeys(roles.roles[described.role], into: &context, &html)
            context.html("content", html.html(roles.roles[described.role].blocks))
        }
        context.list("members", role.members.map { roleLink($0, root: root) })
        context.flag("hasMembers", !role.members.isEmpty)
        context.text("countText", edition.texts("duties", count: role.duties.count))
        context.list("plans", duties(of: role, at: view.place, root: root))
        context.list("groups", role.groups.map { number in
            var item = roleLink(number, root: root)
            item.list("plans", duties(of: tracking.roles[number], at: view.place, root: root))
            return item
        })
        let ledger = tracking.duties.filter { duty in duty.owners.contains { $0.role.map { tracking.roles[$0].slug } == role.slug } }
        context.items("publishes", ledger.map { duty in
            guard case .duties(let duties) = publication.documents[duty.document].meaning, duties.duties.indices.contains(duty.position) else { return Context() }
            let heading = publication.documents[duty.document].heading(at: duties.duties[duty.position].heading)
            return link(Anchor(document: duty.document, id: heading?.id), root: root)
        })
        return render(context, layout: view.kind.layout, at: view.place)
    }

    /// A role's duties by plan, in the order of each.
    private func duties(of role: TrackedRole, at place: Place, root: String) -> [Context] {
        var plans: [Int] = []
        for duty in role.duties where !plans.contains(duty.place.plan) { plans.append(duty.place.plan) }
        return plans.map { plan in
            var item = link(Anchor(document: plan, id: nil), root: root)
            var html = DocumentHTML(self, document: plan, at: place)
            let archived = publication.documents[plan].frontMatter.plan.status == .archived
            item.text("statusText", archived ? edition.texts("statusArchived") : nil)
            item.text("countText", nil)
            item.list("duties", role.duties.filter { $0.place.plan == plan }.compactMap { duty in
                guard let objective = planIndices[plan]?.objective(duty.place.objective), objective.responsibilities.indices.contains(duty.place.position) else { return nil }
                var context = link(Anchor(document: plan, id: duty.place.objective), root: root)
                let text = html.html(objective.responsibilities[duty.place.position].text)
                context.html("html", text.html)
                context.attributes("htmlAttributes", text.attributes)
                context.list("with", duty.others.map { roleLink($0, root: root) })
                context.flag("isJoint", !duty.others.isEmpty)
                return context
            })
            return item
        }
    }
}
