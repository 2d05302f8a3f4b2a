"""Precision, recall and F1 against labels made by reading, with intervals, and the precision of each rule.

    python benchmarks/quality.py --labels dev.jsonl --docs dev.tsv --corpus CORPUS [--out docs/chat-luong.md]

Labels: one JSON object a line (doc, line, category, optional); docs: path, first and last line, tabs
between. A finding of language or substance counts by its line, one of omission or credit by its
Điều. Intervals are 95 %, by bootstrap over documents, 2,000 draws with a fixed seed. Labels marked
optional count for nothing, found or not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checker.checking import check_file
from checker.labels import CATEGORY_LABELS

GROUPS: Mapping[str, tuple[str, ...]] = {
    "language": ("gendered-term", "stereotype"),
    "substance": ("unequal-treatment", "care-role", "household-head", "lineage", "violence-safety"),
    "omission": ("representation", "sex-disaggregated-data", "participation", "targets-resources"),
    "credit": ("good-practice",),
}
ROWS = {
    **GROUPS,
    "language and substance": GROUPS["language"] + GROUPS["substance"],
    "all but credit": GROUPS["language"] + GROUPS["substance"] + GROUPS["omission"],
}
COARSE = GROUPS["omission"] + GROUPS["credit"]
ARTICLE = re.compile(r"^\s*(?:\**\s*)?Điều\s+\d+[a-zđ]?\s*[.:]?", re.I)
HEADING = re.compile(
    r"^\s*(?:Điều\s+\d+|Chương\s+[IVXLC\d]+|Mục\s+\d+|Phần\s+\S+|[IVXLC]+\.|\d{1,2}(?:\.\d{1,2})*[.)])", re.I
)
DRAWS = 2_000
Key = tuple[int, str]


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


def judge(path: Path, labels: list[dict[str, object]], first: int, last: int) -> Judged:
    unit_of = units(path.read_text("utf-8").split("\n"))

    def key(line: int, category: str) -> Key:
        return (unit_of[line - 1] if category in COARSE else line), category

    gold = {key(int(str(row["line"])), str(row["category"])) for row in labels if not row.get("optional")}
    spare = {key(int(str(row["line"])), str(row["category"])) for row in labels if row.get("optional")} - gold
    judged = Judged(gold, set())
    for finding in check_file(path).findings:
        at = key(finding.place.number, finding.category)
        if first <= finding.place.number <= last and finding.category in CATEGORY_LABELS and at not in spare:
            judged.found.add(at)
            judged.rules.setdefault(at, set()).add(finding.rule)
    return judged


def counts(documents: Iterable[Judged], categories: tuple[str, ...]) -> tuple[int, int, int]:
    """Labels, found and hits of these categories."""
    labels = found = hits = 0
    for document in documents:
        gold = {key for key in document.gold if key[1] in categories}
        mine = {key for key in document.found if key[1] in categories}
        labels, found, hits = labels + len(gold), found + len(mine), hits + len(gold & mine)
    return labels, found, hits


def rates(labels: int, found: int, hits: int) -> tuple[float, float, float]:
    precision, recall = hits / found if found else 0.0, hits / labels if labels else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def interval(documents: list[Judged], categories: tuple[str, ...]) -> tuple[float, float]:
    """The 95 % interval of F1 when the documents are drawn again with replacement."""
    per_document = [counts([document], categories) for document in documents]
    draw = random.Random(0)
    scores = []
    for _ in range(DRAWS):
        chosen = draw.choices(per_document, k=len(per_document))
        scores.append(rates(*(sum(column) for column in zip(*chosen, strict=True)))[2])
    scores.sort()
    return scores[int(0.025 * DRAWS)], scores[int(0.975 * DRAWS) - 1]


def table(documents: list[Judged]) -> str:
    lines = ["| | labels | found | hits | P | R | F1 | 95 % of F1 |", "| --- |" + " ---: |" * 7]
    for name, categories in ROWS.items():
        lines.append(row(name, documents, categories))
        lines += [
            row(f"· {one}", documents, (one,)) for one in categories if name in GROUPS and len(categories) > 1
        ]
    return "\n".join(lines)


def row(name: str, documents: list[Judged], categories: tuple[str, ...]) -> str:
    numbers = counts(documents, categories)
    p, r, f1 = rates(*numbers)
    low, high = interval(documents, categories)
    labels, found, hits = numbers
    return f"| {name} | {labels} | {found} | {hits} | {p:.3f} | {r:.3f} | {f1:.3f} | {low:.2f}–{high:.2f} |"


def rule_table(documents: list[Judged]) -> str:
    """Each rule that fired: how often, and how often a label agreed; the worst first."""
    fired: Counter[str] = Counter()
    right: dict[str, int] = defaultdict(int)
    for document in documents:
        for key, rules in document.rules.items():
            for rule in rules:
                fired[rule] += 1
                right[rule] += key in document.gold
    ranked = sorted(fired, key=lambda rule: (right[rule] / fired[rule], -fired[rule]))
    lines = ["| rule | fired | right |", "| --- | ---: | ---: |"]
    return "\n".join([*lines, *(f"| `{rule}` | {fired[rule]} | {right[rule]} |" for rule in ranked)])


def commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--labels", required=True, type=Path)
    cli.add_argument("--docs", required=True, type=Path)
    cli.add_argument("--corpus", required=True, type=Path)
    cli.add_argument("--out", type=Path, help="write the tables here as Markdown")
    args = cli.parse_args()
    rows = [json.loads(line) for line in args.labels.read_text("utf-8").splitlines() if line.strip()]
    by_doc: dict[str, list[dict[str, object]]] = defaultdict(list)
    for label in rows:
        by_doc[label["doc"]].append(label)
    read = [line.split("\t") for line in args.docs.read_text("utf-8").splitlines() if line.strip()]
    documents = [judge(args.corpus / doc, by_doc[doc], int(first), int(last)) for doc, first, last in read]
    text = (
        f"<!-- Written by benchmarks/quality.py on {date.today().isoformat()} at commit {commit()}. -->\n\n"
        f"# Figures on {len(documents)} documents\n\n{table(documents)}\n\n"
        f"## Rules that fired\n\n{rule_table(documents)}\n"
    )
    if args.out:
        args.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
