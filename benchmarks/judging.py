"""Findings against labels made by reading: what counts as the same place, rates, and their intervals.

A finding of language or substance counts by its line, one of omission or credit by its Điều. Labels
marked optional count for nothing, found or not. Intervals are 95 %, by bootstrap over documents, 2,000
draws with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.checking import check_file
from checker.labels import CATEGORY_LABELS

GROUPS: Mapping[str, tuple[str, ...]] = {
    "language": ("gendered-term", "stereotype"),
    "substance": ("unequal-treatment", "care-role", "household-head", "lineage", "violence-safety"),
    "omission": ("representation", "sex-disaggregated-data", "participation", "targets-resources"),
    "credit": ("good-practice",),
}
COARSE = GROUPS["omission"] + GROUPS["credit"]
ARTICLE = re.compile(r"^\s*(?:\**\s*)?Điều\s+\d+[a-zđ]?\s*[.:]?", re.I)
HEADING = re.compile(
    r"^\s*(?:Điều\s+\d+|Chương\s+[IVXLC\d]+|Mục\s+\d+|Phần\s+\S+|[IVXLC]+\.|\d{1,2}(?:\.\d{1,2})*[.)])", re.I
)
DRAWS = 2_000
Key = tuple[int, str]
Rates = tuple[float, float, float]
"""Precision, recall and F1."""


@dataclass
class Judged:
    """One document: the keys that were labelled, those that were found, and which rules found them."""

    gold: set[Key]
    found: set[Key]
    rules: dict[Key, set[str]] = field(default_factory=dict)


def units(lines: Iterable[str]) -> list[int]:
    """For each line the line of the Điều, or before the first one of the numbered heading, it belongs to."""
    unit, in_articles, found = 0, False, []
    for number, line in enumerate(lines, 1):
        if ARTICLE.match(line):
            unit, in_articles = number, True
        elif not in_articles and HEADING.match(line):
            unit = number
        found.append(unit)
    return found


def judge(path: Path, labels: Sequence[Mapping[str, object]], first: int, last: int) -> Judged:
    """The findings of lines first..last of a document against its labels."""
    unit_of = units(path.read_text("utf-8").split("\n"))

    def key(line: int, category: str) -> Key:
        return (unit_of[line - 1] if category in COARSE else line), category

    gold = {key(int(str(row["line"])), str(row["category"])) for row in labels if not row.get("optional")}
    spare = {key(int(str(row["line"])), str(row["category"])) for row in labels if row.get("optional")} - gold
    known = {category for categories in GROUPS.values() for category in categories}
    judged = Judged(gold, set())
    for finding in check_file(path).findings:
        if finding.category not in known or not first <= finding.place.number <= last:
            continue
        at = key(finding.place.number, finding.category)
        if at not in spare:
            judged.found.add(at)
            judged.rules.setdefault(at, set()).add(finding.rule)
    return judged


def counts(documents: Iterable[Judged], categories: Sequence[str]) -> tuple[int, int, int]:
    """Labels, found and hits of these categories."""
    labels = found = hits = 0
    for document in documents:
        gold = {key for key in document.gold if key[1] in categories}
        mine = {key for key in document.found if key[1] in categories}
        labels, found, hits = labels + len(gold), found + len(mine), hits + len(gold & mine)
    return labels, found, hits


def rates(labels: int, found: int, hits: int) -> Rates:
    """Precision, recall and F1; 0 where there is nothing to divide by."""
    precision, recall = hits / found if found else 0.0, hits / labels if labels else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def intervals(documents: Sequence[Judged], categories: Sequence[str]) -> list[tuple[float, float]]:
    """The 95 % intervals of precision, recall and F1 when the documents are drawn again with replacement.

    A draw in which nothing is labelled or found says nothing and is left out.
    """
    per_document = [counts([document], categories) for document in documents]
    draw = random.Random(0)
    drawn = (draw.choices(per_document, k=len(per_document)) for _ in range(DRAWS))
    sums = [[sum(column) for column in zip(*one, strict=True)] for one in drawn]
    scores = [rates(*one) for one in sums if any(one)] or [(0.0, 0.0, 0.0)]
    columns = [sorted(column) for column in zip(*scores, strict=True)]
    return [(column[int(0.025 * len(column))], column[-1 - int(0.025 * len(column))]) for column in columns]


def misses(documents: Iterable[Judged]) -> dict[str, int]:
    """How many labels of each category were not found, the most first."""
    missed = [key[1] for document in documents for key in document.gold - document.found]
    return {
        one: missed.count(one)
        for one in sorted(set(missed), key=lambda one: (-missed.count(one), list(CATEGORY_LABELS).index(one)))
    }


def by_rule(documents: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """Of each rule that fired: how often, and how often a label agreed; the least precise first."""
    tally: dict[str, tuple[int, int]] = {}
    for document in documents:
        for key, rules in document.rules.items():
            for rule in rules:
                fired, right = tally.get(rule, (0, 0))
                tally[rule] = fired + 1, right + (key in document.gold)
    order = sorted(tally, key=lambda rule: (tally[rule][1] / tally[rule][0], -tally[rule][0], rule))
    return {rule: tally[rule] for rule in order}
