#!/usr/bin/env python3
"""Attacks built sites: random series of surveys, built by the program, read back from its pages and data, and bounded.

Makes up people (by year, group, school and answer), writes surveys about them as offices do, builds the site, and takes
from it what a reader can: every table, the facts, the response rates, the findings, the sentences of change, the shares
of all years, what the charts say, results.csv. Everything published is a sum of people; of each number from 1 to below
the threshold that a document held, linear programming finds the least and the greatest that agree with all of it, and
where these are near, integer programming. Knows nothing of how cells were chosen, or of what the program ties. In half of the
series nothing, or not all, says how many took part; that nobody could leave a question out is known. In half of them
schools have documents of their own beside the district's, of its series, of another one, or of none.

    swift build -c release --product tidings
    python3 -m venv /tmp/attack && /tmp/attack/bin/pip install scipy
    /tmp/attack/bin/python Tests/Disclosure/site.py .build/release/tidings 1000 [SEED]

A number is recovered when no two whole numbers fit its bounds. Exits with 1 if one is.
"""

import csv
import html
import json
import math
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

TOLERANCE = 1e-6
GROUPS, SCHOOLS = ["Families", "Students", "Staff"], ["North School", "South School", "East School"]
SCALE, PLAIN = ["Yes", "In part", "No", "Don't know"], ["Blue", "Red", "Green", "Black", "White"]


def add(*expressions):
    """Sums of people, as how often each of them counts."""
    total = Counter()
    for expression in expressions:
        total.update(expression)
    return total


def minus(one, other):
    result = Counter(one)
    result.subtract(other)
    return Counter({atom: factor for atom, factor in result.items() if factor})


class Series:
    """A made-up series: who lives where and says what (`truth`), the texts, and what stands in which of their cells."""

    def __init__(self, number, seed):
        self.dice = random.Random(f"{seed}/{number}")
        self.number, self.truth, self.documents, self.bounds = number, {}, {}, []
        dice = self.dice
        self.groups = GROUPS[: dice.choice([1, 2, 2, 3, 3])]
        # Whether schools have documents of their own beside the district's, and of which series these are.
        others = random.Random(f"{seed}/{number}/schools")
        self.ownSeries = others.choice(["", "", "", "the same", "another", "none"])
        count = others.choice([2, 2, 3]) if self.ownSeries else 2
        self.schools = SCHOOLS[:count] if dice.random() < 0.4 or self.ownSeries else [""]
        self.within = self.schools
        self.named = dice.random() < 0.7
        self.threshold = dice.choice([10, 10, 10, 5])
        self.isShares = dice.random() < 0.35
        self.digits = dice.choice([0, 0, 1])
        self.years = [2021, 2022] if dice.random() < 0.75 else [2020, 2021, 2022] if dice.random() < 0.5 else [2022]
        self.hasInvited = dice.random() < 0.5
        # Whether it is said how many took part: of all and of each group, of some, of none.
        self.told = dice.choice(["all", "all", "some", "none"])
        self.secrets = []
        largest = dice.choice([15, 40, 120, 400])
        sizes = {(group, school): (dice.randint(0, 9) if dice.random() < 0.35 else dice.randint(3, largest)) for group in self.groups for school in self.schools}
        self.questions = []
        for place in range(dice.randint(1, 3)):
            isScaled = dice.random() < 0.55
            isMultiple = not isScaled and dice.random() < 0.35
            names = (["Yes", "No"] if dice.random() < 0.3 else SCALE[: dice.randint(3, 4)]) if isScaled else PLAIN[: dice.randint(2, 5)]
            self.questions.append(dict(
                place=place, isScaled=isScaled, isMultiple=isMultiple, names=names, wording=f"What about {'ABC'[place]} in s{number}?",
                hasSilentRow=dice.random() < 0.4 and not self.isShares, hasTotalRow=dice.random() < 0.6 if not self.isShares else True,
                leavesOut=dice.random() < 0.5))
        for year in self.years:
            for (group, school), size in sizes.items():
                self.people(year, group, school, max(0, size + dice.randint(-3, 3)))
        for year in self.years:
            self.write(year)
        if self.ownSeries:
            self.hasOwn = self.schools if others.random() < 0.6 else self.schools[:-1]
            for school in self.hasOwn:
                self.within = [school]
                for year in self.years:
                    self.write(year, school)
            self.within = self.schools
            # What no document holds, and the district's less the others' does.
            if self.hasOwn != self.schools and not self.isShares:
                for year in self.years:
                    for question in self.questions:
                        for name in question["names"]:
                            self.secrets.append(self.answer(question, name, self.keys(year, None, self.schools[-1:])))

    def people(self, year, group, school, size):
        dice = self.dice
        key = (year, group, school)
        if self.hasInvited:
            self.truth["unanswered", *key] = dice.choice([0, dice.randint(0, 12), dice.randint(10, 80)])
        self.truth["size", *key] = size
        for question in self.questions:
            place = question["place"]
            left = size
            silent = min(left, dice.randint(0, 8)) if question["leavesOut"] else 0
            if silent == size:
                silent = 0
            self.truth["silent", place, *key] = silent
            left -= silent
            if question["isMultiple"]:
                self.truth["base", place, *key] = left
                for name in question["names"]:
                    self.truth["answer", place, name, *key] = dice.randint(0, left)
                continue
            names = list(question["names"])
            dice.shuffle(names)
            for name in names[:-1]:
                count = 0 if dice.random() < 0.15 else dice.randint(0, left) if dice.random() < 0.7 else min(left, dice.randint(1, 6))
                self.truth["answer", place, name, *key] = count
                left -= count
            self.truth["answer", place, names[-1], *key] = left

    # What is true whatever is published.

    def equations(self):
        """Pairs of expressions that are equal, and of such as are at most the other."""
        equal, less = [], []
        for year in self.years:
            for group in self.groups:
                for school in self.schools:
                    key = (year, group, school)
                    for question in self.questions:
                        place = question["place"]
                        size, silent = Counter({("size", *key): 1}), Counter({("silent", place, *key): 1})
                        answers = [Counter({("answer", place, name, *key): 1}) for name in question["names"]]
                        if question["isMultiple"]:
                            base = Counter({("base", place, *key): 1})
                            less += [(answer, base) for answer in answers]
                        else:
                            base = add(*answers)
                        equal.append((size, add(base, silent)))
                        if not question["leavesOut"] and not question["hasSilentRow"]:
                            equal.append((silent, Counter()))
        return equal, less

    def keys(self, year, groups=None, schools=None):
        return [(year, group, school) for group in groups or self.groups for school in schools or self.within]

    def size(self, keys):
        return Counter({("size", *key): 1 for key in keys})

    def invited(self, keys):
        return add(self.size(keys), Counter({("unanswered", *key): 1 for key in keys}))

    def answer(self, question, name, keys):
        return Counter({("answer", question["place"], name, *key): 1 for key in keys})

    def silent(self, question, keys):
        return Counter({("silent", question["place"], *key): 1 for key in keys})

    def base(self, question, keys):
        if question["isMultiple"]:
            return Counter({("base", question["place"], *key): 1 for key in keys})
        return add(*(self.answer(question, name, keys) for name in question["names"]))

    def value(self, expression):
        return sum(self.truth[atom] * factor for atom, factor in expression.items())

    # The documents.

    def write(self, year, school=""):
        dice = self.dice
        last = year == self.years[-1]
        everybody = self.keys(year)
        lines = ["---", "kind: survey", f"title: Survey s{self.number} of {year} {school}".rstrip(), f"fielded: {year}-04-01/{year}-04-30"]
        place = str(self.schools.index(school)) if school else ""
        if not school or self.ownSeries == "the same":
            lines.append(f"series: s{self.number}")
        elif self.ownSeries == "another":
            lines.append(f"series: s{self.number}-{place}")
        lines.append(f"suppress-below: {self.threshold if last else dice.choice([5, 10])}")
        hasResponses = self.told == "all" and (dice.random() < 0.8 or not self.named) or self.told == "some" and dice.random() < 0.3
        document = dict(year=year, schools=self.within, tables=[], columns=[], facts={}, groups=[])
        if self.hasInvited and dice.random() < 0.7:
            lines.append(f"invited: {self.value(self.invited(everybody))}")
            document["facts"]["invited"] = self.invited(everybody)
        if hasResponses:
            lines.append(f"responses: {self.value(self.size(everybody))}")
            document["facts"]["responses"] = self.size(everybody)
        named = [(group, [group], None) for group in self.groups] if self.named else []
        if self.named and len(self.within) > 1 and dice.random() < 0.6:
            named += [(school, None, [school]) for school in self.within]
            document["hasSchools"] = True
        if named:
            lines.append("groups:")
            for name, groups, schools in named:
                keys = self.keys(year, groups, schools)
                invited = f"invited: {self.value(self.invited(keys))}, " if self.hasInvited else ""
                isTold = self.told == "all" or self.told == "some" and dice.random() < 0.5
                answered = f"answered: {self.value(self.size(keys))}" if isTold else ""
                lines.append(f"  - {{name: {name}, {invited}{answered}}}".replace(", }", "}"))
                document["groups"].append((name, self.invited(keys) if self.hasInvited else None, self.size(keys) if isTold else None))
        lines.append("---")
        self.writeWho(year, document, lines)
        lines += ["", "## Results"]
        for question in self.questions:
            self.writeQuestion(year, question, document, lines)
        lines += ["", "## Our reflections", "", "We read it.", "", "## What we will do", "", "More."]
        self.documents[f"s{self.number}-{year}" + (f"-{place}" if school else "")] = document
        document["text"] = "\n".join(lines) + "\n"

    def count(self, expression):
        """A cell with a number of people."""
        self.secrets.append(expression)
        return str(self.value(expression)), ("count", expression)

    def share(self, part, whole, digits=None):
        digits = self.digits if digits is None else digits
        base, unit = self.value(whole), 10 ** digits
        rounded = (self.value(part) * 200 * unit + base) // (2 * base) if base else 0
        return f"{rounded / unit:.{digits}f} %", ("share", part, whole, 0.5 / unit)

    def writeWho(self, year, document, lines):
        dice = self.dice
        form = dice.choice(["none", "none", "rates", "schools", "square", "shares", "years"])
        rows = []
        if form == "rates" and self.hasInvited:
            header = ["Group", "Invited", "Answered", "Rate"]
            for group in self.groups:
                keys = self.keys(year, [group])
                rows.append((group, [self.count(self.invited(keys)), self.count(self.size(keys)), self.share(self.size(keys), self.invited(keys), 0)]))
        elif form == "schools" and len(self.within) > 1:
            header = ["School", "Answered"]
            rows = [(school, [self.count(self.size(self.keys(year, None, [school])))]) for school in self.within]
            if dice.random() < 0.5:
                rows.append(("Total", [self.count(self.size(self.keys(year)))]))
        elif form == "square" and len(self.within) > 1:
            hasAll, hasTotal = dice.random() < 0.6, dice.random() < 0.6
            header = ["School"] + self.groups + (["All"] if hasAll else [])
            for school in [*self.within, *([None] if hasTotal else [])]:
                schools = [school] if school else None
                columns = [[group] for group in self.groups] + ([None] if hasAll else [])
                rows.append((school or "All", [self.count(self.size(self.keys(year, groups, schools))) for groups in columns]))
        elif form == "shares" and len(self.within) > 1 and self.value(self.size(self.keys(year))):
            header = ["School", "Share"]
            rows = [(school, [self.share(self.size(self.keys(year, None, [school])), self.size(self.keys(year)), 0)]) for school in self.within]
        elif form == "years" and self.hasInvited:
            header = ["Year", "Invited", "Answered"]
            for other in [other for other in self.years if other <= year]:
                keys = self.keys(other)
                rows.append((str(other), [self.count(self.invited(keys)), self.count(self.size(keys))]))
        if not rows:
            return
        lines += ["", "## Who answered", "", "| " + " | ".join(header) + " |", "| --- |" + " ---: |" * (len(header) - 1)]
        lines += ["| " + " | ".join([name] + [text for text, _ in cells]) + " |" for name, cells in rows]
        document["tables"].append([[cell for _, cell in cells] for _, cells in rows])

    def isTold(self, document, keys):
        """Whether it is said how many of these took part."""
        sizes = [document["facts"].get("responses")] + [answered for _, _, answered in document["groups"]]
        return self.size(keys) in sizes

    def layouts(self, year, document):
        """Names of columns, and whose answers these are."""
        dice = self.dice
        everybody = self.keys(year)
        byGroup = [(group, self.keys(year, [group])) for group in self.groups]
        forms = ["single"]
        if len(self.groups) > 1:
            forms += ["groups"] * 3
        if len(self.within) > 1 and (document.get("hasSchools") or not self.named):
            forms += ["schools", "schools", "both"]
        earlier = [other for other in self.years if other < year]
        if earlier:
            forms += ["years"] * 4
            if not self.named:
                forms += ["groupYears"]
        form = dice.choice(forms)
        bySchool = [(school, self.keys(year, None, [school])) for school in self.within]
        place = dice.choice(["last", "last", "first", "none"])
        everyone = [("All", everybody)]
        if form == "single":
            return [("Answers", everybody)]
        if form == "years":
            name = dice.choice(["{0}", "{0}", "Spring {0}", "{1}–{2}"]) if not self.named else "{0}"
            return [(name.format(other, other - 1, other % 100), self.keys(other)) for other in [*earlier, year]]
        if form == "groupYears":
            return [(f"{group} {other}", self.keys(other, [group])) for group in self.groups for other in [earlier[-1], year]]
        columns = byGroup if form == "groups" else bySchool if form == "schools" else byGroup + bySchool
        if form == "both":
            place = "last"
        return columns + everyone if place == "last" else everyone + columns if place == "first" else columns

    def writeQuestion(self, year, question, document, lines):
        dice = self.dice
        number = question["place"] + 1
        # Asked again under another number.
        if year != self.years[-1] and dice.random() < 0.15:
            number += 5
        several = " Choose all that apply." if question["isMultiple"] else ""
        lines += ["", f"### Q{number}. {question['wording']}{several}"]
        first = self.layouts(year, document)
        tables = [first]
        if dice.random() < 0.25:
            second = self.layouts(year, document)
            if [name for name, _ in second] != [name for name, _ in first]:
                tables.append(second)
        for place, columns in enumerate(tables):
            quotes = question["names"]
            if dice.random() < 0.3:
                quotes = [name.replace("'", "’") for name in quotes]
            rows = []
            for shown, name in zip(quotes, question["names"]):
                cells = []
                for _, keys in columns:
                    part = self.answer(question, name, keys)
                    if self.isShares:
                        cells.append(self.share(part, self.base(question, keys)))
                        self.secrets.append(part)
                    else:
                        cells.append(self.count(part))
                rows.append((shown, cells))
            if question["hasSilentRow"]:
                rows.append(("No answer", [self.count(self.silent(question, keys)) for _, keys in columns]))
            if question["hasTotalRow"]:
                rows.append(("Total answered", [self.count(self.base(question, keys)) for _, keys in columns]))
            lines += ["", "| Answer | " + " | ".join(name for name, _ in columns) + " |", "| --- |" + " ---: |" * len(columns)]
            lines += ["| " + " | ".join([name] + [text for text, _ in cells]) + " |" for name, cells in rows]
            document["tables"].append([[cell for _, cell in cells] for _, cells in rows])
            if place:
                lines[-len(rows) - 3:-len(rows) - 3] = ["", "And by others:"]
        document["columns"].append((f"Q{number}", question, first))
        # Those who left it out are a count as well, where it is published how many took part.
        for _, keys in first:
            self.secrets.append(self.silent(question, keys) if self.isTold(document, keys) else Counter())


class Reader:
    """Takes from the pages of a series what they say of people."""

    def __init__(self, series, site):
        self.series, self.site = series, site
        self.equal, self.less = [], []
        for name, document in series.documents.items():
            self.read(name, document)

    def known(self, expression, text):
        count = int(text.replace(",", ""))
        if count != self.series.value(expression):
            raise RuntimeError(f"s{self.series.number}: {count} is not {self.series.value(expression)}: {expression}")
        self.equal.append((expression, count))

    def between(self, part, whole, low, high):
        """Of the whole, in percent."""
        value, base = self.series.value(part), self.series.value(whole)
        if not low * base / 100 - TOLERANCE <= value <= high * base / 100 + TOLERANCE:
            return False
        self.less.append((part, whole, -1, low / 100))
        self.less.append((part, whole, 1, high / 100))
        return True

    def share(self, part, whole, text, slack):
        text = text.replace("\u202f", "").replace(" ", " ").replace("%", "").strip()
        if text.startswith("at most"):
            return self.between(part, whole, 0, float(text[7:]) + slack)
        if text.startswith("at least"):
            return self.between(part, whole, float(text[8:]) - slack, 100)
        return self.between(part, whole, float(text) - slack, float(text) + slack)

    def cell(self, cell, text):
        text = text.strip()
        if text in ("[c]", ""):
            return
        if cell[0] == "count":
            self.known(cell[1], text)
        elif not self.share(cell[1], cell[2], text, cell[3]) and self.series.value(cell[2]):
            raise RuntimeError(f"s{self.series.number}: {text} is not {self.series.value(cell[1])} of {self.series.value(cell[2])}")

    def read(self, name, document):
        page = open(f"{self.site}/surveys/{name}/index.html", encoding="utf-8").read()
        page = re.search(r"<main.*</main>", page, re.S).group(0)
        tables = []
        for table in re.findall(r"<table>.*?</table>", page, re.S):
            rows = re.findall(r"<tr>.*?</tr>", table, re.S)
            cells = [[html.unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)] for row in rows]
            tables.append([row for row in cells if row])
        series = self.series
        groups = document["groups"]
        if any(invited or answered for _, invited, answered in groups):
            kinds = [any(group[1] for group in groups), any(group[2] for group in groups)]
            for (_, invited, answered), row in zip(groups, tables.pop(0)):
                row = row[:]
                if kinds[0] and (text := row.pop(0)) and text != "[c]":
                    self.known(invited, text)
                if kinds[1] and (text := row.pop(0)) and text != "[c]":
                    self.known(answered, text)
                if row and row[0]:
                    self.share(answered, invited, row[0], 0.5)
        if [len(table) for table in tables] != [len(table) for table in document["tables"]]:
            raise RuntimeError(f"{name}: tables {[len(table) for table in tables]}, not {[len(table) for table in document['tables']]}")
        for table, texts in zip(document["tables"], tables):
            for row, line in zip(table, texts):
                # A year at a row's beginning is no number of people.
                line = line[-len(row):]
                if len(row) != len(line):
                    raise RuntimeError(f"{name}: {len(line)} cells, not {len(row)}")
                for cell, text in zip(row, line):
                    self.cell(cell, text)
        facts = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))
        for key, word in [("invited", "Invited"), ("responses", "Answered")]:
            text = re.match(r"[\d,]+", facts.get(word, ""))
            if key in document["facts"] and text:
                self.known(document["facts"][key], text.group(0))
        self.readData(name, document)
        self.readSentences(name, document, page)

    def readData(self, name, document):
        path = f"{self.site}/surveys/{name}/results.csv"
        rows = defaultdict(list)
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows[row["question"]].append(row)
        # The same once more as JSON.
        with open(path.replace(".csv", ".json"), encoding="utf-8") as file:
            again = [
                (column["question"], row["answer"], str(row.get("count", "")), str(column.get("base", "")))
                for column in json.load(file)
                for row in column["answers"]
            ]
        if again != [(row["question"], row["answer"], row["count"], row["base"]) for same in rows.values() for row in same]:
            raise RuntimeError(f"{name}: results.json is not results.csv")
        for number, question, columns in document["columns"]:
            names = question["names"] + (["No answer"] if question["hasSilentRow"] else [])
            cells = rows[number]
            if len(cells) != len(names) * len(columns):
                raise RuntimeError(f"{name} {number}: {len(cells)} rows of data, not {len(names)} × {len(columns)}")
            for place, (_, keys) in enumerate(columns):
                for row, answer in enumerate(names):
                    cell = cells[place * len(names) + row]
                    part = self.series.answer(question, answer, keys) if answer != "No answer" else self.series.silent(question, keys)
                    if cell["count"] not in ("", "[c]"):
                        self.known(part, cell["count"])
                    base = self.series.base(question, keys)
                    # Where several answers may be given, the base may be only a guess.
                    if cell["base"] not in ("", "[c]") and int(cell["base"]) == self.series.value(base):
                        self.known(base, cell["base"])

    def readSentences(self, name, document, page):
        sections = dict(re.findall(r'<h3 id="(q\d+)">(.*?)</section>', page, re.S))
        for number, question, columns in document["columns"]:
            section = sections[number.lower()]
            self.readShares(document, question, columns, section)
            if question["isMultiple"] or not question["isScaled"]:
                continue
            whole = {label: keys for label, keys in columns}
            scale = [answer for answer in question["names"] if answer != "Don't know"]
            def upper(keys):
                return self.series.answer(question, "Yes", keys)
            def base(keys):
                return add(*(self.series.answer(question, answer, keys) for answer in scale))
            finding = re.search(r'<p class="finding">(.*?)</p>', section, re.S)
            text = html.unescape(re.sub("<[^>]*>", "", finding.group(1))) if finding else ""
            one = re.match(r"((?:at least |at most )?\d+)% of the ([\d,]+) ", text, re.I)
            keys = self.everybody(document, columns)
            if one and keys and int(one.group(2).replace(",", "")) == self.series.value(base(keys)):
                self.known(base(keys), one.group(2))
                self.share(upper(keys), base(keys), one.group(1).lower(), 0.5)
            for share, label in re.findall(r"((?:at least |at most )?\d+)% \((.*?)\)", text, re.I):
                if label in whole:
                    self.share(upper(whole[label]), base(whole[label]), share.lower(), 0.5)
            # The charts: rounded so that they add up, each by less than one.
            for label, note, plot in re.findall(r'<span class="chart-label">(.*?)</span>.*?<span class="chart-note">(.*?)</span>(.*?)</div>', section, re.S):
                keys = whole.get(html.unescape(label))
                count = re.match(r"(?:All )?([\d,]+) answered", note)
                if not keys or not count or int(count.group(1).replace(",", "")) != self.series.value(base(keys)):
                    continue
                self.known(base(keys), count.group(1))
                shares = [int(share) for share in re.findall(r">(\d+)%</text>", plot)]
                if len(shares) == len(scale):
                    for answer, share in zip(scale, shares):
                        self.between(self.series.answer(question, answer, keys), base(keys), share - 1, share + 1)
            self.readChange(document, question, columns, section, upper, base)

    def everybody(self, document, columns):
        """Whose answers a question's sentences are of."""
        all = self.series.keys(document["year"], None, document["schools"])
        found = [keys for label, keys in columns if len(columns) == 1 or label == "All" or keys == all]
        return found[-1] if found else None

    def readShares(self, document, question, columns, section):
        """“Most common answer: “Blue” – 74% of the 705 who answered”, “2021: 20% of 10”, and what charts say."""
        series, names = self.series, {name.replace("'", "’"): name for name in question["names"]}
        keys = self.everybody(document, columns)
        text = html.unescape(re.sub("<[^>]*>", " ", section)).replace("\u00a0", " ")
        share = r"((?:at least |at most )?\d+)%"
        for answer, part, base in re.findall(rf"“([^”]*)” – {share} of the ([\d,]+) who", text, re.I):
            name = names.get(answer.replace("'", "’"))
            if keys and name and int(base.replace(",", "")) == series.value(series.base(question, keys)):
                self.known(series.base(question, keys), base)
                self.share(series.answer(question, name, keys), series.base(question, keys), part.lower(), 1)
        scale = [answer for answer in question["names"] if answer != "Don't know"]
        for year, part, base in re.findall(rf"(20\d\d): {share} of ([\d,]+)", text, re.I):
            if not question["isScaled"] or question["isMultiple"] or int(year) not in series.years:
                continue
            for _, own in columns:
                then = [(int(year), group, school) for _, group, school in own]
                whole = add(*(series.answer(question, answer, then) for answer in scale))
                if int(base.replace(",", "")) == series.value(whole) > 0:
                    self.known(whole, base)
                    self.share(series.answer(question, "Yes", then), whole, part.lower(), 0.5)
        for place, said in re.findall(r'<span id="q\d+-chart(?:-(\d+))?-text" hidden>(.*?)</span>', section, re.S):
            said = html.unescape(said).replace("\u00a0", " ")
            base = re.match(r"([\d,]+) answered\. ", said)
            of = columns[int(place) - 1][1] if place else keys
            if not base or not of or int(base.group(1).replace(",", "")) != series.value(series.base(question, of)):
                continue
            self.known(series.base(question, of), base.group(1))
            for answer, part in re.findall(rf"([^;:]+): {share}", said[base.end():], re.I):
                name = names.get(answer.strip().replace("'", "’"))
                if name:
                    self.share(series.answer(question, name, of), series.base(question, of), part.lower(), 1)

    def readChange(self, document, question, columns, section, upper, base):
        """“No clear change since 2021 (71% of 560 then, of 570 now)”: both bases, and the share before."""
        text = html.unescape(re.sub("<[^>]*>", " ", section))
        match = re.search(r"[^.]*(?:change|points?)[^.]* (20\d\d)[^.]*\.", text)
        if not match:
            return
        year, numbers = int(match.group(1)), [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", match.group(0).replace(match.group(1), ""))]
        keys = self.everybody(document, columns)
        if keys is None or year not in self.series.years:
            return
        then = [(year, group, school) for _, group, school in keys]
        for side in (keys, then):
            if self.series.value(base(side)) in numbers and self.series.value(base(side)) > 30:
                self.known(base(side), str(self.series.value(base(side))))


class Attack:
    def __init__(self, reader):
        series = reader.series
        self.series = series
        self.atoms = list(series.truth)
        self.column = {atom: column for column, atom in enumerate(self.atoms)}
        equal, less = series.equations()
        self.equal = self.matrix([(minus(one, other), 0) for one, other in equal] + reader.equal)
        rows = [(minus(one, other), 0) for one, other in less]
        known = {frozenset(expression.items()): count for expression, count in reader.equal}
        for part, whole, sign, share in reader.less:
            base = known.get(frozenset(whole.items()))
            if base is not None:
                limit = sign * share * base
                rows.append((Counter({atom: sign * factor for atom, factor in part.items()}), math.floor(limit + TOLERANCE)))
            else:
                row = Counter({atom: sign * factor for atom, factor in part.items()})
                for atom, factor in whole.items():
                    row[atom] -= sign * share * factor
                rows.append((row, 0))
        self.less = self.matrix(rows)
        self.seen = []

    def matrix(self, rows):
        lines, columns, factors, right = [], [], [], []
        for number, (row, value) in enumerate(rows):
            right.append(value)
            for atom, factor in row.items():
                lines.append(number)
                columns.append(self.column[atom])
                factors.append(factor)
        if not rows:
            return None, None
        return csr_matrix((factors, (lines, columns)), shape=(len(rows), len(self.atoms))), np.array(right, float)

    def extreme(self, goal, sign):
        found = linprog(sign * goal, A_ub=self.less[0], b_ub=self.less[1], A_eq=self.equal[0], b_eq=self.equal[1], bounds=(0, None), method="highs")
        if found.status == 3:
            return sign * -math.inf
        if found.status != 0:
            raise RuntimeError(f"s{self.series.number}: {found.message}")
        self.seen.append(found.x)
        return sign * found.fun

    def whole(self, goal, sign):
        constraints = [LinearConstraint(self.equal[0], self.equal[1], self.equal[1])]
        if self.less[0] is not None:
            constraints.append(LinearConstraint(self.less[0], -np.inf, self.less[1] + TOLERANCE))
        found = milp(sign * goal, constraints=constraints, integrality=np.ones(len(goal)), bounds=Bounds(0, np.inf), options={"time_limit": 20})
        return None if found.status != 0 else round(sign * found.fun)

    def bounds(self, expression):
        goal = np.zeros(len(self.atoms))
        for atom, factor in expression.items():
            goal[self.column[atom]] = factor
        values = [float(goal @ solution) for solution in self.seen]
        if values and max(values) - min(values) >= 3:
            return None
        low, high = self.extreme(goal, 1), self.extreme(goal, -1)
        if high - low >= 3:
            return None
        least, most = self.whole(goal, 1), self.whole(goal, -1)
        return (least if least is not None else low, most if most is not None else high)


def attack(series, site):
    try:
        reader = Reader(series, site)
        attacker = Attack(reader)
        result = dict(number=series.number, cells=0, secret=0, recovered=[], near=0)
        done = set()
        for expression in series.secrets:
            key = frozenset(expression.items())
            if not expression or key in done:
                continue
            done.add(key)
            result["cells"] += 1
            value = series.value(expression)
            if not 1 <= value < series.threshold:
                continue
            result["secret"] += 1
            found = attacker.bounds(expression)
            if found and found[1] - found[0] < 1:
                result["recovered"].append((value, [list(map(str, atom)) for atom in expression][:3]))
            elif found and found[0] >= 1 and found[1] < series.threshold:
                result["near"] += 1
        return result
    except RuntimeError as error:
        return dict(number=series.number, error=str(error))


def build(program, folder, batch):
    content = f"{folder}/content"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{content}/surveys")
    with open(f"{content}/publication.yaml", "w") as file:
        file.write("title: T\norganization: {name: T}\naddress: https://example.org/\nlanguages: [en]\n")
    with open(f"{content}/index.md", "w") as file:
        file.write("---\ntitle: Home\n---\nHello.\n")
    while True:
        for series in batch:
            for name, document in series.documents.items():
                with open(f"{content}/surveys/{name}.md", "w") as file:
                    file.write(document["text"])
        done = subprocess.run([program, "build", folder], capture_output=True, text=True)
        if done.returncode == 0:
            return batch
        # What the program refuses is published nowhere.
        text = done.stdout + done.stderr
        refused = set(re.findall(r"surveys/(s\d+)-[\d-]+\.md:\d+:\d+: error", text))
        if not refused:
            raise RuntimeError(text[-2000:])
        for error in sorted(set(re.findall(r"error: (.*)", text)))[:3] if os.environ.get("VERBOSE") else []:
            print("refused:", error)
        for series in [series for series in batch if f"s{series.number}" in refused]:
            for name in series.documents:
                os.remove(f"{content}/surveys/{name}.md")
        batch = [series for series in batch if f"s{series.number}" not in refused]


def run(arguments):
    program, numbers, seed = arguments
    with tempfile.TemporaryDirectory() as folder:
        batch = build(program, folder, [Series(number, seed) for number in numbers])
        return [attack(series, f"{folder}/site") for series in batch], len(numbers) - len(batch)


def main():
    program, count, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    start = time.monotonic()
    totals, refused, errors = Counter(), 0, 0
    batches = [(program, range(first, min(first + 50, count)), seed) for first in range(0, count, 50)]
    with multiprocessing.Pool() as pool:
        for results, left in pool.imap_unordered(run, batches):
            refused += left
            for result in results:
                if "error" in result:
                    errors += 1
                    print(result["error"])
                    continue
                totals.update(series=1, cells=result["cells"], secret=result["secret"], recovered=len(result["recovered"]), near=result["near"])
                for value, expression in result["recovered"]:
                    print(f"s{result['number']}: {value} recovered: {json.dumps(expression)}")
    print(f"{totals['series']} series ({refused} refused, {errors} unread), {totals['cells']} numbers: {totals['secret']} below the threshold, "
          f"{totals['recovered']} recovered, {totals['near']} between 1 and the threshold within 3 ({time.monotonic() - start:.0f} s)")
    sys.exit(1 if totals["recovered"] or errors else 0)


if __name__ == "__main__":
    main()
