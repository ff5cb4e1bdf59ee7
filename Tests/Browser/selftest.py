"""Shows that each check can fail: every page in bad/ names in <meta name="expect"> what must be found on it, and nothing else may be."""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from audit import Audit, compare
from pages import Site

HERE = Path(__file__).resolve().parent
EXPECT = re.compile(r'<meta name="expect" content="([^"]*)">')


def main() -> int:
    began, site, wrong = time.monotonic(), Site(HERE / "bad"), []
    expected = {p: set(m.group(1).split()) if (m := EXPECT.search((site.folder / p).read_text("utf-8"))) else set() for p in site.pages}
    expected |= {"nu.css": {"nu"}, "nu.svg": {"nu"}}
    audit = Audit(site, jobs=3)
    drawn = asyncio.run(audit.run(site.pages, [("first", "index.html", 320)]))
    found = defaultdict(set)
    for page, rule, what, selector in audit.findings:
        found[page].add(rule)
    for page in sorted(expected.keys() | found.keys()):
        if found[page] != expected.get(page, set()):
            wrong.append(f"{page}: expected {sorted(expected.get(page, ())) or 'nothing'}, found {sorted(found[page]) or 'nothing'}")
            wrong += [f"    {rule}: {what} ({selector})" for p, rule, what, selector in audit.findings if p == page]
    if "cell “34” column “Students, in the spring of this year” row “Yes”" not in drawn["first"]:
        wrong.append("the accessibility tree does not give a cell its headers")
    if not compare({"home": drawn["first"]}, accept=False, quiet=True):
        wrong.append("a changed accessibility tree is not noticed")
    rules = set().union(*expected.values())
    print(
        "\n".join(
            wrong
            + [
                f"Tests/Browser: self-test: {len(expected)} files, {len(rules)} rules, {len(wrong)} wrong, {time.monotonic() - began:.0f} s"
            ]
        )
    )
    return 2 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
