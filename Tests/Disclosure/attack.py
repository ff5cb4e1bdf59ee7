#!/usr/bin/env python3
"""Attacks published survey tables: bounds every withheld cell by linear programming from everything that is published.

Knows nothing of how cells were chosen. Of a withheld cell it only presumes that it is not below zero; a second attack is
told which cells are sensitive, and that these lie from 1 to below the threshold. A cell is recovered when no two whole
numbers fit between its bounds.

    TIDINGS_DISCLOSURE_JSON=/tmp/problems.json swift test --filter DisclosureExport     # or TIDINGS_DISCLOSURE_DOCUMENTS_JSON
    python3 -m venv /tmp/attack && /tmp/attack/bin/pip install scipy
    /tmp/attack/bin/python Tests/Disclosure/attack.py /tmp/problems.json

The file is a list of {"threshold", "published": [count or null], "sensitive": [cell], "sums": [[total, part, ...]],
"bounds": [[lesser, greater]], "ratios": [[part, base, least, most]]}; the last are shares, from 0 to 1, where percentages are
published. The true counts of withheld cells are not in it. Exits with 1 if a cell is recovered.
"""

import json
import math
import multiprocessing
import sys
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

TOLERANCE = 1e-6


class Attack:
    def __init__(self, problem, told):
        self.published = problem["published"]
        self.unknown = [cell for cell, count in enumerate(self.published) if count is None]
        self.column = {cell: column for column, cell in enumerate(self.unknown)}
        sensitive = set(problem["sensitive"]) if told else set()
        self.ranges = [(1, problem["threshold"] - 1) if cell in sensitive else (0, None) for cell in self.unknown]
        shares = self.narrow(problem.get("ratios", []))
        self.equal = self.matrix([[(total, -1), *((part, 1) for part in parts)] for total, *parts in problem["sums"]])
        self.low, self.high = np.full(len(self.unknown), np.inf), np.full(len(self.unknown), -np.inf)
        self.less = self.matrix([[(lesser, 1), (greater, -1)] for lesser, greater in problem["bounds"]] + shares)

    def narrow(self, ratios):
        """Of a known number a percentage leaves a few whole counts; of an unknown one it is an inequality."""
        rows = []
        for part, base, least, most in ratios:
            if self.published[part] is not None:
                continue
            if self.published[base] is None:
                rows += [[(part, 1), (base, -most)], [(part, -1), (base, least)]]
                continue
            low, high = self.ranges[self.column[part]]
            low = max(low, math.ceil(least * self.published[base] - TOLERANCE))
            most = math.floor(most * self.published[base] + TOLERANCE)
            self.ranges[self.column[part]] = (low, most if high is None else min(high, most))
        return rows

    def matrix(self, rows):
        entries, right, count = [], [], 0
        for row in rows:
            known = -sum(factor * self.published[cell] for cell, factor in row if self.published[cell] is not None)
            open_entries = [(count, self.column[cell], factor) for cell, factor in row if self.published[cell] is None]
            if open_entries:
                entries += open_entries
                right.append(known)
                count += 1
        if not count:
            return None, None
        lines, columns, factors = zip(*entries)
        return csr_matrix((factors, (lines, columns)), shape=(count, len(self.unknown))), np.array(right, float)

    def extreme(self, cell, sign):
        """The least (sign 1) or greatest (sign -1) possible count; what else the solution shows is kept."""
        goal = np.zeros(len(self.unknown))
        goal[self.column[cell]] = sign
        found = linprog(goal, A_ub=self.less[0], b_ub=self.less[1], A_eq=self.equal[0], b_eq=self.equal[1],
                        bounds=self.ranges, method="highs")
        if found.status == 3:
            return sign * -math.inf
        if found.status != 0:
            raise RuntimeError(f"cell {cell}: {found.message}")
        self.low, self.high = np.minimum(self.low, found.x), np.maximum(self.high, found.x)
        return sign * found.fun

    def recovers(self, cell):
        """Solutions seen so far may show two whole numbers already: what is possible is convex."""
        column = self.column[cell]
        if holds_two(self.low[column], self.high[column]):
            return False
        return not holds_two(self.extreme(cell, 1), self.extreme(cell, -1))


def holds_two(low, high):
    return high == math.inf or high - low >= 1 - 2 * TOLERANCE and (
        math.floor(high + TOLERANCE) - math.ceil(low - TOLERANCE) >= 1)


def attack(problem):
    counts = [len(problem["published"]), len(problem["sensitive"]), problem["published"].count(None), [], 0]
    if problem["sensitive"]:
        blind, told = Attack(problem, told=False), Attack(problem, told=True)
        counts[3] = [cell for cell in problem["sensitive"] if blind.recovers(cell)]
        counts[4] = sum(told.recovers(cell) for cell in problem["sensitive"])
    return counts


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        problems = json.load(file)
    start = time.monotonic()
    cells = sensitive = withheld = recovered = told = 0
    with multiprocessing.Pool() as pool:
        for number, result in enumerate(pool.imap(attack, problems, chunksize=20)):
            cells += result[0]
            sensitive += result[1]
            withheld += result[2]
            recovered += len(result[3])
            told += result[4]
            for cell in result[3]:
                print(f"survey {number}: cell {cell} recovered")
    print(f"{len(problems)} surveys, {cells} cells: {sensitive} sensitive, {withheld - sensitive} withheld beside them, "
          f"{recovered} recovered, {told} by who is told which are sensitive ({time.monotonic() - start:.0f} s)")
    sys.exit(1 if recovered else 0)


if __name__ == "__main__":
    main()
