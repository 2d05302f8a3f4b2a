"""Precision and recall of the checklist: `python benchmarks/checklist.py`, or with answers of one's own.

Without options it asks the samples and the papers of benchmarks/papers and compares with their keys.
`--answers FILE --corpus FOLDER` asks single papers instead: each line of FILE is {"file", "role", "item",
"answer", "optional"}, `file` below FOLDER. Optional answers, on which people may differ, are skipped.
`--show` lists what differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from checker.checking import check_document  # noqa: E402
from checker.domain import ChecklistItem, Role  # noqa: E402
from checker.dossier import Asked, check_dossier  # noqa: E402
from checker.reading import read  # noqa: E402
from checker.structure import parse  # noqa: E402

CLASSES = ("yes", "partly", "no", "not-applicable", "asked")
PAPERS = ROOT / "benchmarks" / "papers"


@dataclass(frozen=True)
class Compared:
    """One question of one paper or dossier: what a person answered and what the checker did."""

    where: str
    item: str
    wanted: str
    given: str
    reason: str


def of_dossiers(samples: Path, as_of: date | None) -> Iterator[Compared]:
    """The sample dossiers and papers against their key."""
    key = yaml.safe_load((samples / "dossier-answers.yml").read_text(encoding="utf-8"))
    for entry in key["dossiers"]:
        dossier = check_dossier(samples / entry["folder"], Asked({}, as_of=as_of))
        wanted = [{"item": item} | answer for item, answer in entry["answers"].items()]
        asked = [{"item": item, "answer": "asked"} for item in entry["asked"] if item.isdigit()]
        yield from _compared(entry["folder"], [*wanted, *asked], dossier.checklist)
    for entry in key["papers"]:
        wanted = [{"item": item} | answer for item, answer in entry["answers"].items()]
        yield from _compared(entry["file"], wanted, _asked(samples / entry["file"], entry["role"], as_of))


def of_own_papers(folder: Path, as_of: date | None) -> Iterator[Compared]:
    """Single papers and small dossiers against the key of their folder, answers.yml."""
    key = yaml.safe_load((folder / "answers.yml").read_text(encoding="utf-8"))
    for entry in key["papers"]:
        path = folder / entry["paper"]
        wanted = [{"item": item, "answer": answer} for item, answer in entry["answers"].items()]
        yield from _compared(entry["paper"], wanted, _asked(path, entry.get("role"), as_of))


def _asked(path: Path, role: Role | None, as_of: date | None) -> tuple[ChecklistItem, ...]:
    if path.is_dir():
        return check_dossier(path, Asked({}, as_of=as_of)).checklist
    return check_document(parse(path.name, read(path)), as_of=as_of, role=role).checklist


def of_papers(answers: Path, corpus: Path, as_of: date | None) -> Iterator[Compared]:
    """Single papers, each in the role that its answers say, against answers written by hand."""
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in answers.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            by_file[row["file"]].append(row)
    for file, wanted in by_file.items():
        document = parse(file, read(corpus / file))
        report = check_document(document, as_of=as_of, role=wanted[0]["role"])
        yield from _compared(file, wanted, report.checklist)


def _compared(
    where: str, wanted: Iterable[dict[str, Any]], given: Iterable[ChecklistItem]
) -> Iterator[Compared]:
    told = {item.item: item for item in given}
    for row in wanted:
        if not row.get("optional"):
            item = told.get(row["item"])
            answer, reason = (item.answer, item.reason) if item else ("asked", "")
            yield Compared(where, row["item"], row["answer"], answer, reason)


def scores(compared: Iterable[Compared]) -> dict[str, tuple[float, float, int]]:
    """Precision, recall and number wanted by class; a class that was never given has precision 1."""
    pairs = Counter((one.wanted, one.given) for one in compared)
    told = {}
    for answer in CLASSES:
        right = pairs[answer, answer]
        given = sum(count for (_, is_given), count in pairs.items() if is_given == answer)
        wanted = sum(count for (is_wanted, _), count in pairs.items() if is_wanted == answer)
        told[answer] = (right / given if given else 1.0, right / wanted if wanted else 1.0, wanted)
    return told


def main() -> int:
    options = _options()
    if options.answers:
        compared = [*of_papers(options.answers, options.corpus, options.as_of)]
    else:
        compared = [*of_dossiers(ROOT / "samples", options.as_of), *of_own_papers(PAPERS, options.as_of)]
    by_item: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        by_item[one.item].append(one)
        if options.show and one.wanted != one.given:
            print(f"{one.item} {one.where}: wanted {one.wanted}, given {one.given}. {one.reason}")
    print("item  asked  " + "  ".join(f"{answer:>14}" for answer in CLASSES))
    for item, group in sorted(by_item.items()):
        print(
            f"{item:4}  {len(group):5}  " + "  ".join(f"{_shown(one):>14}" for one in scores(group).values())
        )
    print(f"all   {len(compared):5}  " + "  ".join(f"{_shown(one):>14}" for one in scores(compared).values()))
    right = sum(one.wanted == one.given for one in compared)
    print(f"{right} of {len(compared)} right: {right / max(len(compared), 1):.3f}")
    return 0


def _shown(score: tuple[float, float, int]) -> str:
    precision, recall, wanted = score
    return f"{precision:.2f}/{recall:.2f} ({wanted})" if wanted or precision < 1 else "-"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=Path, help="answers by hand, one JSON object a line")
    parser.add_argument("--corpus", type=Path, default=Path(), help="the folder of the answers' files")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day of the check")
    parser.add_argument("--show", action="store_true", help="list the answers that differ")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
