"""Audits every page of a built site in a real browser. Run by ./run, which sets up what it needs; see README.md."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import re
import shutil
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from playwright.async_api import Error as BrowserError
from playwright.async_api import async_playwright

import nu
from pages import Site
from visit import CHECKS, Finding, Visitor

HERE = Path(__file__).resolve().parent
# The trees that are kept: name of the file, page, width in px.
TREES = [
    ("home", "index.html", 1280),
    ("plan", "plans/district-goals-2021-2024/index.html", 1280),
    ("survey", "surveys/school-climate-2022/index.html", 1280),
    ("survey-phone", "surveys/school-climate-2022/index.html", 320),
]


def installed(name: str) -> Path:
    """A file that one of the pinned packages carries."""
    found = next(Path(sys.prefix).glob(f"lib/python*/site-packages/*/**/{name}"), None)
    if not found:
        raise RuntimeError(f"no {name} in {sys.prefix}: start this by Tests/Browser/run")
    return found


class Audit:
    def __init__(self, site: Site, jobs: int):
        self.site, self.jobs = site, jobs
        self.findings: list[Finding] = []
        self.counts: Counter[str] = Counter()
        self.undecided: Counter[str] = Counter()
        self.notes: list[str] = []
        self.chromium = ""

    async def run(self, names: list[str], trees: list[tuple[str, str, int]] = (), whole: bool = True) -> dict[str, str]:
        """Looks at these pages; gives the accessibility trees that were asked for."""
        chromium = next((c for c in map(shutil.which, ("chromium-headless-shell", "chromium")) if c), None)
        if not chromium:
            raise RuntimeError("no Chromium is installed: start this by Tests/Browser/run")
        scripts = installed("axe.min.js").read_text("utf-8") + ";\n" + CHECKS
        origin, drawn, titles = self.site.serve({"/.audit.js": scripts.encode()}), {}, defaultdict(list)
        checking = asyncio.ensure_future(nu.check(self.site, installed("vnu.jar"), names, whole))
        looked = [n for n in names if n not in self.site.redirects]
        waiting = [("tree", t) for t in trees] + [("page", n) for n in looked]
        waiting.reverse()
        async with async_playwright() as playwright:

            async def work():
                visitor = Visitor(playwright, chromium, self.site, origin)
                await visitor.start()
                self.chromium = visitor.browser.version
                while waiting:
                    kind, what = waiting.pop()
                    if kind == "tree":
                        drawn[what[0]] = await visitor.tree(*what[1:])
                        continue
                    found, title = await visitor.visit(what)
                    self.findings += found
                    if title is not None:
                        titles[self.site.edition(what), title].append(what)
                    if len(waiting) and len(waiting) % 100 == 0:
                        print(f"Tests/Browser: {len(waiting)} pages to go", flush=True)
                self.counts += visitor.counts
                self.undecided += visitor.undecided
                await visitor.stop()

            await asyncio.gather(*(work() for _ in range(max(1, min(self.jobs, len(looked) + len(trees))))))
        for (edition, title), pages in titles.items():
            for page in sorted(pages) if not title else sorted(pages)[1:]:
                self.findings.append(
                    (page, "title", f"the title “{title}” is also that of {sorted(pages)[0]}" if title else "no title", "title")
                )
        messages, self.notes, read = await checking
        self.findings += messages
        self.counts["Nu HTML checker: pages, stylesheets, SVG pictures"] = read
        self.findings.sort()
        return drawn


def compare(drawn: dict[str, str], accept: bool, quiet: bool = False) -> list[Finding]:
    findings = []
    for name, text in sorted(drawn.items()):
        file = HERE / "trees" / f"{name}.txt"
        kept = file.read_text("utf-8") if file.exists() else ""
        if text == kept:
            continue
        if accept:
            file.write_text(text, "utf-8")
            print(f"accepted: {file.name}")
            continue
        changes = list(difflib.unified_diff(kept.splitlines(), text.splitlines(), f"trees/{name}.txt", "now", n=1, lineterm=""))
        if not quiet:
            print("\n".join(changes[:40] + [f"… {len(changes) - 40} more lines"] * (len(changes) > 40)))
        findings.append(
            (f"trees/{name}.txt", "tree", "a screen reader hears something else; if that is meant, accept it with --accept", "html")
        )
    return findings


def show(audit: Audit, pages: int, seconds: float, every: bool):
    alike, shown = Counter(), defaultdict(int)
    for page, rule, what, selector in audit.findings:
        alike[rule, selector] += 1
        if every or alike[rule, selector] <= 5:
            print(f"{page}: {rule}: {what} ({selector})")
        else:
            shown[rule, selector] += 1
    for (rule, selector), n in sorted(shown.items()):
        print(f"… and on {n} more pages: {rule} ({selector})")
    counts = audit.counts
    large, inline, small, stops, own = (
        counts.pop(k, 0) for k in ("targets large", "targets inline", "targets small", "stops", "own contrast")
    )
    print(f"\nChromium {audit.chromium}, axe-core {version()}")
    for check, n in sorted(counts.items()):
        print(f"  {n:5} × {check}")
    print(f"  {stops:5} Tab stops; targets at 320 px: {large} of 44 px or more, {inline} inside sentences, {small} smaller")
    print(f"  {own:5} contrasts that axe-core could not decide, by our own reckoning")
    for note in audit.notes:
        print(f"  note: {note}")
    if audit.undecided:
        print("  note: for a person to decide: " + ", ".join(f"{r} {n} ×" for r, n in sorted(audit.undecided.items())))
    for rule, n in sorted(Counter(f[1] for f in audit.findings).items()):
        print(f"  {n:5} findings: {rule}")
    print(f"{pages} pages, {len(audit.findings)} findings, {seconds:.0f} s")


def version() -> str:
    return re.search(r"axe v([\d.]+)", installed("axe.min.js").read_text("utf-8")[:100]).group(1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="Tests/Browser/run", description="Audits a built site in a real browser.")
    parser.add_argument(
        "site", nargs="?", type=Path, default=HERE.parent.parent / "site", help="the folder (default: the repository's site/)"
    )
    parser.add_argument("--only", metavar="PATTERN", help="only pages whose path matches this regular expression")
    parser.add_argument("--jobs", type=int, default=3, help="browsers at work at once (default: 3)")
    parser.add_argument("--all", action="store_true", help="show a finding on every page, not on the first five only")
    parser.add_argument("--accept", action="store_true", help="keep the accessibility trees as they are now, and nothing else")
    options = parser.parse_args()
    if not options.site.is_dir():
        parser.error(f"{options.site} is no folder")
    began, site = time.monotonic(), Site(options.site)
    names = [p for p in site.pages if not options.only or re.search(options.only, p)]
    if not names:
        parser.error(f"no page in {options.site}" + (f" matches {options.only}" if options.only else ""))
    audit = Audit(site, options.jobs)
    own = options.site.resolve() == (HERE.parent.parent / "site").resolve()
    trees = [t for t in TREES if own and t[1] in site.pages and (options.accept or t[1] in names)]
    drawn = asyncio.run(audit.run([] if options.accept else names, trees, whole=not options.only and not options.accept))
    audit.findings += compare(drawn, options.accept)
    gone = [t for t in TREES if own and t[1] not in site.pages]
    audit.findings += [(page, "tree", f"the page of trees/{name}.txt is not there", "html") for name, page, _ in gone]
    if options.accept:
        return 0
    show(audit, len(names), time.monotonic() - began, options.all)
    return 1 if audit.findings else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BrowserError, RuntimeError, OSError) as error:
        print(f"Tests/Browser: {error}", file=sys.stderr)
        sys.exit(2)
