"""One page after another in one browser, as its readers meet them."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from pages import Site
from trees import Tree

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]  # all that a colour scheme can change
SIZE_RULES = ["target-size", "scrollable-region-focusable"]  # what a narrow window can make of longer words
WIDE, PHONE, ZOOMED = {"width": 1280, "height": 800}, {"width": 320, "height": 640}, {"width": 320, "height": 256}
# One reckoning of contrast for both levels: axe is asked for AAA, and what is below AA is told apart afterwards.
LOAD = """(async () => {
  await new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement("script"), { src: "/.audit.js", onload: loaded, onerror: failed });
    document.head.append(script);
    script.remove();
  });
  axe.configure({ checks: [{ id: "color-contrast", options: { ignoreUnicode: true, ignoreLength: true, ignorePseudo: false, boldValue: 700,
    boldTextPt: 14, largeTextPt: 18, shadowOutlineEmMax: 0.2, pseudoSizeThreshold: 0.25,
    contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } } } }] });
})()"""
RUN_AXE = """async ([tags, only]) => {
  audit.restful();
  const options = only ? { runOnly: { type: "rule", values: only } }
    : { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } };
  const { violations, incomplete } = await axe.run(document, { ...options, elementRef: true,
     preload: false, resultTypes: ["violations", "incomplete"] });
  const level = (rule, { contrastRatio, expectedContrastRatio } = {}) =>
    rule === "color-contrast" && contrastRatio >= (expectedContrastRatio === "4.5:1" ? 3 : 4.5) ? "color-contrast-enhanced" : rule;
  const result = { undecided: [], own: 0, violations: violations.flatMap((r) => r.nodes.map((n) =>
    [level(r.id, n.any[0]?.data ?? {}), [...n.any, ...n.all, ...n.none][0]?.message ?? r.help, n.target.flat(9).join(" ")])) };
  for (const rule of incomplete) for (const node of rule.nodes) {
    // A sign such as ✕ is no words that somebody could say to choose it.
    if (rule.id === "label-content-name-mismatch" && node.element && !/[\\p{L}\\p{N}]/u.test(node.element.textContent)) continue;
    if (rule.id !== "color-contrast" || !node.element) { result.undecided.push(rule.id); continue; }
    result.own++;
    const what = audit.faintText(node.element, 4.5) ?? audit.faintText(node.element, 7);
    const name = audit.faintText(node.element, 4.5) ? rule.id : "color-contrast-enhanced";
    if (what) result.violations.push([name, what, audit.selector(node.element)]);
  }
  return result;
}"""
WATCH_SHIFTS = """window.tidingsShift = [];
new PerformanceObserver((list) => { for (const e of list.getEntries())
  window.tidingsShift.push({ value: e.value, node: e.sources?.[0]?.node }); }).observe({ type: "layout-shift", buffered: true });"""
SETTLE = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"
# Content moves only once something is painted, which a browser that has just started may do after the page has loaded.
PAINTED = (
    "(async () => { for (let i = 0; i < 100 && !performance.getEntriesByType('paint').length; i++)"
    " await new Promise((done) => setTimeout(done, 20)); await "
    + SETTLE
    + "; await "
    + SETTLE
    + "; })()"
)
FLAGS = [
    "--no-sandbox",  # the pages are our own, and a container's root could not start it otherwise
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--mute-audio",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # nothing outside this machine, and no waiting for it
HERE = Path(__file__).parent
READING = "\n".join((HERE / "checks" / f"{n}.js").read_text("utf-8") for n in ("common", "document"))
CHECKS = READING + "\n".join((HERE / "checks" / f"{n}.js").read_text("utf-8") for n in ("layout", "keyboard", "forced-colours"))

Finding = tuple[str, str, str, str]  # page, rule, what, selector


class Visitor:
    """A browser of its own. `visit` gives a page's findings and its title; `counts` tells what was looked at."""

    patience = 120  # seconds for a page; on a busy machine the longest takes ten

    def __init__(self, playwright, chromium: str, site: Site, origin: str):
        self.playwright, self.chromium, self.site, self.origin = playwright, chromium, site, origin
        self.counts: Counter[str] = Counter()
        self.undecided: Counter[str] = Counter()

    async def start(self):
        self.browser = await self.playwright.chromium.launch(executable_path=self.chromium, args=FLAGS)
        common = dict(reduced_motion="reduce", color_scheme="light", locale="en-US", service_workers="block")
        self.context = await self.browser.new_context(no_viewport=True, **common)
        await self.context.add_init_script(WATCH_SHIFTS)
        self.page = await self.context.new_page()
        plain = await self.browser.new_context(viewport=WIDE, java_script_enabled=False, **common)
        self.plain = await plain.new_page()
        self.cdp = await self.context.new_cdp_session(self.page)
        self.state = (None, "", "")
        self.noise: list[tuple[str, str, str]] = []
        self.page.on("console", lambda m: m.type == "error" and self.noise.append(("console", m.text, "html")))
        self.page.on("pageerror", lambda e: self.noise.append(("console", str(e).splitlines()[0], "script")))
        for page in (self.page, self.plain):
            page.on("request", lambda r: self.elsewhere(r.url) and self.noise.append(("other-host", f"asks for {r.url[:200]}", "html")))
            page.on("dialog", lambda d: asyncio.ensure_future(d.dismiss()))
            page.set_default_timeout(30_000)

    def elsewhere(self, url: str) -> bool:
        return not url.startswith((self.origin + "/", "data:", "blob:", "about:"))

    async def stop(self):
        await self.browser.close()

    async def look(self, width: dict, scheme: str = "light", forced: str = "none"):
        """Another window or other colours, on the page as it is."""
        if (width, scheme, forced) == self.state:
            return
        media = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "forced-colors", "value": forced},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        sends = [self.cdp.send("Emulation.setEmulatedMedia", {"features": media})]
        if width != self.state[0]:
            sends.append(self.cdp.send("Emulation.setDeviceMetricsOverride", {**width, "deviceScaleFactor": 1, "mobile": False}))
        await asyncio.gather(*sends)
        self.state = (width, scheme, forced)

    async def visit(self, name: str) -> tuple[list[Finding], str | None]:
        self.name, self.findings, self.noise[:] = name, {}, []
        title = None
        try:
            title = await asyncio.wait_for(self.checks(), self.patience)
        except Exception as error:  # a page that the browser cannot bear is a finding, not the end of the audit
            self.add("not-audited", (str(error).splitlines() or [f"no answer in {self.patience} s"])[0][:200], "html")
            await self.stop()
            await self.start()
        for rule, what, selector in self.noise:
            self.add(rule, what, selector)
        return list(self.findings.values()), title

    def add(self, rule: str, what: str, selector: str):
        self.findings.setdefault((rule, selector), (self.name, rule, " ".join(what.split()), selector))

    async def collect(self):
        for rule, what, selector in await self.page.evaluate("audit.collect()"):
            self.add(rule, what, selector)

    async def run_axe(self, check: str, only: list[str] | None = None):
        self.counts[check] += 1
        result = await self.page.evaluate(RUN_AXE, [AXE_TAGS, only])
        for rule, what, selector in result["violations"]:
            self.add(rule, f"{what} [{check.removeprefix('axe-core: ')}]", selector)
        self.undecided.update(result["undecided"])
        self.counts["own contrast"] += result["own"]

    async def own_contrast(self, state: str):
        self.counts[f"contrast of every text by our own reckoning {state}"] += 1
        await self.page.evaluate("s => audit.faintTexts(s)", state)

    async def press(self, *keys: str):
        """Keys as the browser gets them from a keyboard: each held until the next goes down, and none waited for."""
        codes, sends = {"Tab": 9, "Enter": 13}, []
        for key in keys:
            event = {"type": "rawKeyDown", "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
            if key == "Enter":
                event |= {"type": "keyDown", "text": "\r"}
            sends.append(self.cdp.send("Input.dispatchKeyEvent", event))
        sends.append(self.cdp.send("Input.dispatchKeyEvent", event | {"type": "keyUp"}))
        await asyncio.gather(*sends)

    async def keyboard(self, state: str, check: str):
        self.counts[check] += 1
        stops = await self.page.evaluate("s => audit.keyboardStart(s)", state)
        await self.press(*["Tab"] * (stops + 2))
        self.counts["stops"] += await self.page.evaluate("audit.keyboardEnd()")

    async def skip_link(self):
        self.counts["skip link: the first Tab stop, followed"] += 1
        await self.page.evaluate("audit.skipStart()")
        await self.press("Tab", "Enter", "Tab")
        await self.page.evaluate("audit.skipEnd()")

    async def layout(self, state: str):
        self.counts[f"reflow, clipping and overlap {state}, as it is and with text spacing"] += 1
        await self.page.evaluate("s => { audit.layout(s); audit.regions(s) }", state)

    async def checks(self) -> str:
        """All that is looked at on a page, from wide to narrow. Another language's page has the structure and the colours of the page
        that it translates: what only these decide is judged there, in every window; what words, their length, their script and
        their direction decide is judged on every page."""
        page, translated = self.page, self.site.translated(self.name)
        await page.evaluate("document.documentElement.style.display = 'none'")  # no work on the page before
        await self.look(WIDE)
        response = await page.goto(f"{self.origin}/{self.name}", wait_until="load")
        if not response or response.status >= 400:
            raise RuntimeError(f"HTTP {response.status if response else '–'}")
        await page.evaluate(LOAD)
        title = await page.evaluate("e => audit.document(e)", self.site.edition(self.name))
        self.counts["language, direction, headings, title, layout shift, console, other hosts"] += 1
        await self.scripts_off(await page.evaluate("audit.content()"))
        await page.evaluate(PAINTED)
        await page.evaluate("audit.shifts()")
        if not translated:
            await self.run_axe("axe-core: all rules, 1280 px, light, as the page opens")

        await page.evaluate("audit.open()")  # from here on with everything unfolded
        if translated:
            await self.run_axe("axe-core: all rules, 1280 px, light, unfolded")
        tables = await self.tables(None)
        await self.layout("at 1280 px")
        await self.skip_link()
        if not translated:
            await self.keyboard("at 1280 px", "keyboard: every Tab stop, 1280 × 800 px")
        await page.evaluate("audit.marksBefore()")
        await self.look(WIDE, forced="active")
        await page.evaluate("audit.forcedColours()")
        self.counts["forced colours: text, marks, controls, focus"] += 1
        await self.look(WIDE, scheme="dark")
        if translated:
            await self.own_contrast("at 1280 px in the dark")
        else:
            await self.run_axe("axe-core: contrast rules, 1280 px, dark", COLOUR_RULES)

        await self.look(PHONE)
        if translated:
            await self.run_axe("axe-core: rules of size and scrolling, 320 px, light", SIZE_RULES)
            await self.own_contrast("at 320 px")
        else:
            await self.run_axe("axe-core: all rules, 320 px, light, unfolded")
        await self.layout("at 320 px")
        for size, n in (await page.evaluate("s => audit.targets(s)", "at 320 px")).items():
            self.counts["targets " + size] += n
        if tables is not None:
            await self.tables(tables)
        await self.look(ZOOMED)
        await self.keyboard("at 320 × 256 px", "keyboard: every Tab stop, 320 × 256 px (1280 × 1024 at 400 %)")
        await self.collect()
        return title

    async def scripts_off(self, scripted: dict):
        """The same words in the main part, and every link, without scripts."""
        self.counts["scripts off: the same text and links"] += 1
        await self.plain.goto(f"{self.origin}/{self.name}", wait_until="load")
        bare = await self.plain.evaluate("() => {" + READING + "; return audit.content() }")
        if bare["text"] != scripted["text"]:
            at = next(
                (i for i, (a, b) in enumerate(zip(bare["text"], scripted["text"])) if a != b),
                min(len(bare["text"]), len(scripted["text"])),
            )
            self.add("scripts-off", f"without scripts the main part reads otherwise, from “{scripted['text'][at:at + 40]}” on", "main")
        for link in sorted(set(scripted["links"]) - set(bare["links"])):
            self.add("scripts-off", f"a link to {link} is only there with scripts", f"a[href$='{link}']")

    async def tables(self, before: tuple[dict, Counter] | None) -> tuple[dict, Counter] | None:
        """The headers of every cell of the page's tables, as the accessibility tree has them; none may be lost on a narrow window."""
        shown = await self.page.evaluate(
            """[...document.querySelectorAll("table:not([role=none], [role=presentation])")].filter(audit.shown)
            .map((t) => ({ cells: [...t.querySelectorAll("td")].filter(audit.shown).length, at: audit.selector(t) }))"""
        )
        if not shown:
            return None
        tree, at = await Tree.of(self.cdp), shown[0]["at"]
        cells, wanted = tree.cells(), sum(t["cells"] for t in shown)
        if len(tree.tables) != len(shown) or len(cells) < wanted:
            self.add(
                "table-semantics",
                f"{len(shown)} tables with {wanted} cells are {len(tree.tables)} with {len(cells)} to a screen reader",
                at,
            )
        bare = [name for columns, rows, name in cells.values() if not columns]
        if bare:
            self.add(
                "table-semantics",
                f"{len(bare)} of {len(cells)} cells have no column header to a screen reader, first “{bare[0][:40]}”",
                at,
            )
        parts = tree.parts()
        if before and before[1] != parts:
            lost = ", ".join(f"{role} {parts[role]} (was {n})" for role, n in sorted(before[1].items()) if parts[role] != n)
            self.add("table-semantics", f"at 320 px a screen reader gets other parts of tables than at 1280 px: {lost or 'more'}", at)
        for key, (columns, rows, name) in cells.items():
            was = before and before[0].get(key)
            if was and was[:2] != (columns, rows):
                self.add(
                    "table-semantics",
                    f"at 320 px a screen reader says “{' / '.join(columns + rows)}” of the cell “{name[:40]}”, "
                    f"at 1280 px “{' / '.join(was[0] + was[1])}”",
                    at,
                )
                break
        self.counts["tables: the headers of every cell in the accessibility tree, at 1280 and 320 px"] += before is not None
        return cells, parts

    async def tree(self, name: str, width: int) -> str:
        """The page's accessibility tree, with all that is folded opened in the main part."""
        await self.look({"width": width, "height": 800})
        await self.page.goto(f"{self.origin}/{name}", wait_until="load")
        await self.page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
        await self.page.evaluate(SETTLE)
        return (await Tree.of(self.cdp)).text()
