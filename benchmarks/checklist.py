"""Precision and recall of the checklist: `python benchmarks/checklist.py`, or with answers of one's own.

Without options it asks the samples and the papers of benchmarks/papers and compares with their keys.
`--answers corpus_papers.yml --corpus FOLDER` asks the real papers of that key instead, below FOLDER.
`--show` lists what differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        asked = [(item, "asked") for item in entry["asked"] if item.isdigit()]
        yield from _compared(entry["folder"], [*_of_sample(entry), *asked], dossier.checklist)
    for entry in key["papers"]:
        given = _asked(samples / entry["file"], entry["role"], as_of)
        yield from _compared(entry["file"], _of_sample(entry), given)


def _of_sample(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(item, told["answer"]) for item, told in entry["answers"].items()]


def of_own_papers(folder: Path, as_of: date | None) -> Iterator[Compared]:
    """Single papers and small dossiers against the key of their folder, answers.yml."""
    key = yaml.safe_load((folder / "answers.yml").read_text(encoding="utf-8"))
    yield from _of_key(key["papers"], folder, as_of)


def _of_key(papers: Iterable[Mapping[str, Any]], folder: Path, as_of: date | None) -> Iterator[Compared]:
    for entry in papers:
        given = _asked(folder / entry["paper"], entry.get("role"), as_of)
        yield from _compared(entry["paper"], entry["answers"].items(), given)


def _asked(path: Path, role: Role | None, as_of: date | None) -> tuple[ChecklistItem, ...]:
    if path.is_dir():
        return check_dossier(path, Asked({}, as_of=as_of)).checklist
    return check_document(parse(path.name, read(path)), as_of=as_of, role=role).checklist


def of_corpus(answers: Path, corpus: Path, as_of: date | None) -> Iterator[tuple[str, list[Compared]]]:
    """The sets of real papers below `corpus`, each with its name, against answers written by hand."""
    for group in yaml.safe_load(answers.read_text(encoding="utf-8"))["sets"]:
        yield group["set"], [*_of_key(group["papers"], corpus, as_of)]


def _compared(
    where: str, wanted: Iterable[tuple[str, str]], given: Iterable[ChecklistItem]
) -> Iterator[Compared]:
    told = {item.item: item for item in given}
    for item, answer in wanted:
        one = told.get(item)
        yield Compared(where, item, answer, *((one.answer, one.reason) if one else ("asked", "")))


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
        for name, compared in of_corpus(options.answers, options.corpus, options.as_of):
            print(f"\n{name}: {len({one.where for one in compared})} papers")
            _tell(compared, show=options.show)
    else:
        own = [*of_dossiers(ROOT / "samples", options.as_of), *of_own_papers(PAPERS, options.as_of)]
        _tell(own, show=options.show)
    return 0


def _tell(compared: Sequence[Compared], *, show: bool) -> None:
    by_item: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        by_item[one.item].append(one)
        if show and one.wanted != one.given:
            print(f"{one.item} {one.where}: wanted {one.wanted}, given {one.given}. {one.reason}")
    print("item  asked  " + "  ".join(f"{answer:>14}" for answer in CLASSES))
    for item, group in sorted(by_item.items()):
        print(
            f"{item:4}  {len(group):5}  " + "  ".join(f"{_shown(one):>14}" for one in scores(group).values())
        )
    print(f"all   {len(compared):5}  " + "  ".join(f"{_shown(one):>14}" for one in scores(compared).values()))
    right = sum(one.wanted == one.given for one in compared)
    print(f"{right} of {len(compared)} right: {right / max(len(compared), 1):.3f}")


def _shown(score: tuple[float, float, int]) -> str:
    precision, recall, wanted = score
    return f"{precision:.2f}/{recall:.2f} ({wanted})" if wanted or precision < 1 else "-"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=Path, help="a key of real papers: corpus_papers.yml")
    parser.add_argument("--corpus", type=Path, default=Path(), help="the folder of the answers' files")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the day of the check")
    parser.add_argument("--show", action="store_true", help="list the answers that differ")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
