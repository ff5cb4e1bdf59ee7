"""A page as a screen reader goes over it: Chromium's own accessibility tree, as text.

Left out are boxes that only order the page; kept are roles, names, states, the language where it changes, and, for each cell
of a table, the headers that belong to it. Browsers hand assistive technology a cell's headers from the roles of the tree alone:
the column headers that stand in its column, the row headers of its row. So does this, and a table that lost its roles by a
stylesheet has no headers here either."""

from __future__ import annotations

from collections import Counter

SILENT = {
    "none",
    "generic",
    "InlineTextBox",
    "ListMarker",
    "LineBreak",
    "LayoutTable",
    "LayoutTableRow",
    "LayoutTableCell",
    "Ignored",
    "presentation",
    "RootWebArea",
    "SvgRoot",
    "strong",
    "emphasis",
    "time",
    "LabelText",
    "superscript",
    "subscript",
    "mark",
    "sectionheader",
    "sectionfooter",
    "HeaderAsNonLandmark",
    "FooterAsNonLandmark",
    "Section",
}
STATES = ("expanded", "checked", "pressed", "selected", "disabled", "required", "invalid", "readonly")
SPACE = {"nodeId": "", "role": {"value": "StaticText"}, "name": {"value": " "}}
CELLS = {"cell", "gridcell", "columnheader", "rowheader"}
NAMES = {
    "StaticText": "text",
    "DisclosureTriangle": "summary",
    "Details": "group",
    "Caption": "caption",
    "DescriptionList": "description list",
    "DescriptionListTerm": "term",
    "DescriptionListDetail": "definition",
}


class Tree:
    """One page's tree, as the browser gives it now."""

    @classmethod
    async def of(cls, cdp) -> "Tree":
        self = cls()
        self.nodes = {n["nodeId"]: n for n in (await cdp.send("Accessibility.getFullAXTree"))["nodes"]}
        self.attributes: dict[int, dict[str, str]] = {}  # of each element; "" is its name
        self.apart: set[int] = set()  # what is not set in a line with its neighbours
        shot = await cdp.send("DOMSnapshot.captureSnapshot", {"computedStyles": ["display"]})
        words, document = shot["strings"], shot["documents"][0]
        numbers = document["nodes"]["backendNodeId"]
        self.spaced: set[int] = set()  # what a space stands before; the tree leaves out a space between two elements
        for i, value in enumerate(document["nodes"]["nodeValue"][:-1]):
            if value >= 0 and words[value].isspace():
                self.spaced.add(numbers[i + 1])
        for number, name, pairs in zip(numbers, document["nodes"]["nodeName"], document["nodes"]["attributes"]):
            found = [words[i] if i >= 0 else "" for i in pairs]
            self.attributes[number] = dict(zip(found[::2], found[1::2])) | {"": words[name].lower()}
        for index, style in zip(document["layout"]["nodeIndex"], document["layout"]["styles"]):
            if style and words[style[0]] not in ("inline", "contents"):
                self.apart.add(numbers[index])
        self.top = next(n for n in self.nodes.values() if "parentId" not in n)
        self.headers: dict[str, tuple[list[str], list[str]]] = {}
        self.tables = [n for n in self.nodes.values() if self.role(n) in ("table", "grid")]
        for table in self.tables:
            self._associate(table)
        return self

    def role(self, node) -> str:
        return "" if node.get("ignored") else node.get("role", {}).get("value", "")

    def name(self, node) -> str:
        return " ".join(str(node.get("name", {}).get("value", "")).split())

    def children(self, node):
        return [self.nodes[k] for k in node.get("childIds", []) if k in self.nodes]

    def attribute(self, node, name, otherwise=""):
        return self.attributes.get(node.get("backendDOMNodeId", -1), {}).get(name, otherwise)

    def _below(self, node, roles):
        """The nearest descendants of these roles, through what only orders the page."""
        for child in self.children(node):
            if self.role(child) in roles:
                yield child
            elif child.get("ignored") or self.role(child) in SILENT or self.role(child) == "rowgroup":
                yield from self._below(child, roles)

    def _associate(self, table):
        columns: dict[int, list[str]] = {}
        taken: dict[tuple[int, int], bool] = {}
        for r, row in enumerate(self._below(table, {"row"})):
            c, cells = 0, []
            for cell in self._below(row, CELLS):
                while (r, c) in taken:
                    c += 1
                wide, high = (int(self.attribute(cell, a, "1") or 1) for a in ("colspan", "rowspan"))
                for y in range(high):
                    for x in range(wide):
                        taken[r + y, c + x] = True
                cells.append((cell, range(c, c + wide)))
                c += wide
            for cell, span in cells:
                if self.role(cell) == "columnheader":
                    for x in span:
                        columns.setdefault(x, []).append(self.name(cell))
            rows = [self.name(cell) for cell, _ in cells if self.role(cell) == "rowheader"]
            for cell, span in cells:
                if self.role(cell) in ("cell", "gridcell", "rowheader"):
                    own = [h for x in span for h in columns.get(x, []) if h]
                    self.headers[cell["nodeId"]] = (
                        list(dict.fromkeys(own)),
                        [] if self.role(cell) == "rowheader" else [h for h in rows if h],
                    )

    def parts(self) -> Counter[str]:
        """How many there are of each part that tables are made of."""
        return Counter(self.role(n) for n in self.nodes.values() if self.role(n) in {"table", "grid", "rowgroup", "row", *CELLS})

    def cells(self) -> dict[int, tuple[list[str], list[str], str]]:
        """Columns' headers, rows' headers and name of every data cell, by the element's number in the browser."""
        return {
            n["backendDOMNodeId"]: (*self.headers[n["nodeId"]], self.name(n))
            for n in self.nodes.values()
            if n["nodeId"] in self.headers and self.role(n) != "rowheader"
        }

    def text(self) -> str:
        language = next((a["lang"] for a in self.attributes.values() if a.get("") == "html" and "lang" in a), "")
        lines = [f"document “{self.name(self.top)}” [{language}]"]
        for child in self.children(self.top):
            self._write(child, 1, language, language, lines)
        return "\n".join(lines) + "\n"

    def _write(self, node, depth, language, told, lines):
        """language is that of the element around, told what the reader of this text knows of it."""
        role, name = self.role(node), self.name(node)
        own = self.attribute(node, "lang", language) if role != "StaticText" else language
        if not role or role in SILENT:
            for child in self._joined(node):
                self._write(child, depth, own, told, lines)
            return
        if role == "StaticText" and not name:
            return
        spoken = self._spoken(node)
        words = [NAMES.get(role, role)]
        states = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
        if role == "heading":
            words.append(str(states.get("level", "")))
        bare = role in (
            "paragraph",
            "listitem",
            "definition",
            "term",
            "DescriptionListTerm",
            "DescriptionListDetail",
            "caption",
            "Caption",
        )
        children = self._joined(node)
        plain = all(self.role(c) == "StaticText" for c in children)
        if role == "StaticText":
            words.append(f"“{name}”")
        elif bare and plain and len(children) == 1:
            words.append(f"“{spoken}”")
        elif name and not (bare and name == spoken):
            words.append(f"“{name}”")
        if description := node.get("description", {}).get("value"):
            words.append(f"described “{description}”")
        if (value := node.get("value", {}).get("value")) not in (None, ""):
            words.append(f"value “{value}”")
        words += [
            s if states[s] in (True, "true") else f"{s}={states[s]}"
            for s in STATES
            if s in states and (states[s] not in (False, "false", "") or s == "expanded")
        ]
        if current := self.attribute(node, "aria-current"):
            words.append("current" if current == "true" else f"current {current}")
        if role in ("table", "grid"):
            rows = list(self._below(node, {"row"}))
            words.append(f"{len(rows)} rows")
        if node["nodeId"] in self.headers:
            column, row = self.headers[node["nodeId"]]
            words += [f"column “{' / '.join(column)}”"] * bool(column) + [f"row “{' / '.join(row)}”"] * bool(row)
        if own != told:
            words.append(f"[{own}]")
        lines.append("  " * depth + " ".join(w for w in words if w))
        if not plain or (bare and len(children) > 1) or (not bare and spoken != name):  # “link ‘Home’” need not say “text ‘Home’” again
            for child in children:
                self._write(child, depth + 1, own, own, lines)

    def _joined(self, node):
        """The children, through what only orders the page where no language changes, with texts of one line as one."""
        return [part for part in self._parts(node) if part and (self.role(part) != "StaticText" or self.name(part))]

    def _parts(self, node):
        """The same, with None between what is set apart."""
        parts = []
        for child in self.children(node):
            role = self.role(child)
            between = [None] if child.get("backendDOMNodeId") in self.apart else []
            parts += [SPACE] * (child.get("backendDOMNodeId") in self.spaced)
            if (not role or role in SILENT) and not self.attribute(child, "lang"):
                parts += between + self._parts(child) + between
            else:
                parts += between + [child] + between
        joined = []
        for part in parts:
            if part and joined and joined[-1] and self.role(part) == self.role(joined[-1]) == "StaticText":
                both = str(joined[-1]["name"]["value"]) + str(part.get("name", {}).get("value", ""))
                joined[-1] = dict(joined[-1], name={"value": both})
            elif part or (joined and joined[-1]):
                joined.append(part)
        return joined

    def _spoken(self, node) -> str:
        parts = []
        for part in self._parts(node):
            if not part:
                parts.append(" ")
            else:
                parts.append(str(part.get("name", {}).get("value", "")) if self.role(part) == "StaticText" else self._spoken(part))
        return " ".join("".join(parts).split())
