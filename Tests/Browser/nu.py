"""The Nu HTML checker over every page, stylesheet and SVG picture of a site: each of its messages is a finding."""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from pages import Site

# CSS that its specification and every current browser have, and the checker's grammar does not have yet. The checker would
# pass over what stands inside, so it is given a copy in which older CSS of the same shape stands in the same lines.
NEWER = [
    (re.compile(r"@container\b[^{;]*(?=\{)"), "@media (min-width: 1px) ", "@container (CSS Containment 3)"),
    (re.compile(r"(?<![\w-])container(-name|-type)?\s*:[^;{}]*(?=[;}])"), "order: 0", "container (CSS Containment 3)"),
    (re.compile(r"(?<=\d)cq(?:[iwbh]|min|max)\b"), "vw", "lengths of a container (CSS Containment 3)"),
    (re.compile(r"@supports\s+selector\([^{]*(?=\{)"), "@supports (display: block) ", "@supports selector() (CSS Conditional 4)"),
    (re.compile(r"::details-content\b"), "::before", "::details-content (CSS Pseudo-elements 4)"),
]

# The checker guesses in which language a page is written. Where it has no profile of the page's own language (it has none of
# Haitian Creole), it can only guess wrongly; these guesses alone are passed over.
GUESS = "This document appears to be written in"


def older(css: str, counts: Counter) -> str:
    for pattern, instead, name in NEWER:
        css, n = pattern.subn(lambda m: instead + "\n" * m.group().count("\n"), css)
        counts[name] += n
    return css


async def check(site: Site, jar: Path, pages: list[str], others: bool = True) -> tuple[list[tuple[str, str, str, str]], list[str], int]:
    """The findings, notes about what was put in place of newer CSS, and how many files were read."""
    files = [*pages, *(site.files(".svg") if others else [])]
    sheets, counts, findings = site.files(".css") if others else [], Counter(), []
    with zipfile.ZipFile(jar) as archive:
        profiles = archive.read("nu/validator/localentities/files/language-profiles-list.txt").decode("utf-8")
    known = {line.split("\t")[0].split("-")[0] for line in profiles.splitlines()}
    with tempfile.TemporaryDirectory() as temporary:
        for name in sheets:
            copy = Path(temporary, name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(older((site.folder / name).read_text("utf-8"), counts), "utf-8")
        everything = [str(site.folder / f) for f in files] + [str(Path(temporary, s)) for s in sheets]
        for i in range(0, len(everything), 1500):  # a command's arguments have a limit
            process = await asyncio.create_subprocess_exec(
                *("java", "-Xss16m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),  # for a run of seconds: half the time
                *("-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout"),
                *("--also-check-css", "--also-check-svg", *everything[i : i + 1500]),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            out, err = await process.communicate()
            try:
                messages = json.loads(out)["messages"]
            except (ValueError, KeyError):
                raise RuntimeError("the HTML checker gave no report: " + (err or out).decode("utf-8", "replace")[-400:])
            for m in messages:
                place = unquote(m.get("url", "")).removeprefix("file:").removeprefix(f"{site.folder}/").removeprefix(f"{temporary}/")
                if m.get("message", "").startswith(GUESS) and site.language(site.folder / place).split("-")[0].lower() not in known:
                    counts[GUESS] += 1
                    continue
                extract = " ".join(m.get("extract", "").split())[:100]
                findings.append(
                    (place, "nu", f"{m.get('subType') or m['type']}: {m.get('message', '')}", f"line {m.get('lastLine', 1)}: {extract}")
                )
    guesses = counts.pop(GUESS, 0)
    notes = [f"{n} × {name} given to the HTML checker as older CSS" for name, n in counts.items() if n]
    notes += [f"{guesses} guesses of the HTML checker at a page's language passed over: it does not know the page's"] * (guesses > 0)
    return findings, notes, len(everything)
