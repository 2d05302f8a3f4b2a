"""How well headings are found: the Điều of laws run 1..N, and the headings of listed documents; and heads.

    python benchmarks/structure.py --corpus FOLDER [--lists benchmarks] [--most 255]

The corpus has a MANIFEST.tsv (path, type, number, …). Laws are its plain texts of type Luật; a law counts
when the numbers of its own Điều, those in quoted amendments and annexes aside, run 1..N without gap or
repeat ("5a" after "5" is no gap). A list has one document a line: path, then headings as kind:number@place,
between tabs and spaces, in reading order; a document counts when the headings found are exactly those. "@?"
is a heading whose place the list does not know: there kind and number are compared. Type and number of the
plain texts are compared with the manifest's where it has them; of a number the figure before the first
stroke, for file names put a year behind it, and only where the text has that figure at all.

structure_by_hand.tsv has 60 documents, two drawings of 30, read by people who had seen neither this code nor
its output. When first measured, 23 of the first 30 and 22 of the second were wholly right. It is no blind
measure any more: the classes of headings that failed (a damaged "Biều 19.", tables of contents, an annex
below a line without a stop, "A." in an annex) were mended afterwards, by rules that know none of these
documents. Of what the parser finds, what their readers did not list is left aside by rule: headings in a
quoted amendment, titles of forms ("Mẫu số 2") and of attached documents, sections I., II. inside a form,
sections with a letter, and numbered sentences. In one document the list was changed: NĐ 04/2010 prints
"2." for Điều 2, which the parser reads as meant and the reader had put down as doubtful.

structure.tsv is a regression guard only: it was made from the parser's own output, compared by eye with a
search for heading lines, and some mends came from documents on it. A heading in a form that neither the
parser nor the search knows may be missing from it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checker.domain import Clause, Document
from checker.labels import DOCUMENT_LABELS
from checker.reading import read
from checker.structure import ancestors, parse

HEADINGS = ("phu-luc", "phan", "chuong", "muc", "tieu-muc", "dieu", "roman")
TYPES = {label: code for code, label in DOCUMENT_LABELS.items()}
INNER = ("dieu", "phu-luc")
ABOVE_DIEU = ("phan", "chuong", "muc", "tieu-muc", "dieu")
LETTERS = tuple("ABCDĐEGH")
SENTENCE = 60  # characters; a title with a full stop is shorter
Headings = Callable[[Document], tuple[str, ...]]


def parsed(path: Path) -> Document:
    return parse(path.name, read(path))


def headings(document: Document) -> tuple[str, ...]:
    """kind:number@place of each heading, in reading order; blanks of a number are underscores."""
    return tuple(
        _written(document, clause)
        for clause in document.clauses
        if clause.kind in HEADINGS or (clause.kind == "khoan" and clause.number.startswith("thứ"))
    )


def _written(document: Document, clause: Clause) -> str:
    return f"{clause.kind}:{clause.number.replace(' ', '_')}@{document.blocks[clause.block].place.number}"


def headings_as_read(document: Document) -> tuple[str, ...]:
    """As `headings`; without those that the readers of the list by hand left aside."""
    return tuple(
        _written(document, clause)
        for clause in document.clauses
        if clause.kind in HEADINGS and not _is_aside(document, clause)
    )


def _is_aside(document: Document, clause: Clause) -> bool:
    printed = document.text[clause.span.start : clause.span.end].strip()
    above = ancestors(document, clause)
    quoting = [up for up in above if up.kind == "dieu"]
    if clause.kind == "phu-luc":
        return not printed.lstrip("#*_ ").lower().startswith("phụ lục")
    if clause.kind == "roman":
        form = any(up.number.startswith("Mẫu") for up in above)
        sentence = printed.endswith(".") and len(printed) > SENTENCE
        return form or sentence or clause.number in LETTERS or len(quoting) > 1
    lettered = clause.number in LETTERS and not printed.lower().startswith("phần")
    return lettered or (clause.kind in ABOVE_DIEU and bool(quoting))


def own_numbers(document: Document) -> list[int]:
    """The numbers of the Điều that are the law's own."""

    def own(clause: Clause) -> bool:
        return clause.kind == "dieu" and not any(up.kind in INNER for up in ancestors(document, clause))

    return [int(clause.number) for clause in document.clauses if own(clause) and clause.number.isdigit()]


def manifest(corpus: Path) -> list[dict[str, str]]:
    """The rows of its plain texts."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["path"].startswith("text/")]


def laws(corpus: Path) -> list[Path]:
    return [corpus / row["path"] for row in manifest(corpus) if row["type"] == "Luật"]


def measure_laws(corpus: Path, most: int) -> tuple[int, int]:
    right, paths = 0, laws(corpus)[:most]
    for path in paths:
        numbers = own_numbers(parsed(path))
        good = bool(numbers) and numbers == list(range(1, len(numbers) + 1))
        right += good
        if not good:
            broken = next((i for i, n in enumerate(numbers, 1) if n != i), 0)
            print(f"  {path.name}: {len(numbers)} Điều, the order breaks at number {broken}")
    return right, len(paths)


def measure_list(corpus: Path, listed: Path, found_in: Headings) -> tuple[int, int, int, int]:
    """Documents wholly right, documents, headings right, headings."""
    rows = [line.split("\t") for line in listed.read_text(encoding="utf-8").splitlines() if line]
    documents = right = total = 0
    for name, truth in rows:
        wanted = truth.split()
        found = _as_listed(found_in(parsed(corpus / name)), wanted)
        common = sum(
            block.size for block in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
        )
        documents += wanted == found
        right += common
        total += len(wanted) + len(found) - common
        if wanted != found:
            first = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), common)
            print(f"  {name}: {common} of {len(wanted)} right; heading {first + 1} is", end=" ")
            print(f"{wanted[first : first + 2]}, found {found[first : first + 2]}")
    return documents, len(rows), right, total


def _as_listed(found: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The headings found, without their places where the list knows none."""
    if any(heading.endswith("@?") for heading in wanted):
        return [f"{heading.rpartition('@')[0]}@?" for heading in found]
    return list(found)


def measure_heads(corpus: Path) -> tuple[int, int, int, int]:
    """Types right, types, numbers right, numbers: what the manifest knows of its plain texts."""
    types = typed = numbers = numbered = 0
    for row in manifest(corpus):
        if row["type"] not in TYPES and not row["number"]:
            continue
        document = parsed(corpus / row["path"])
        if row["type"] in TYPES:
            typed += 1
            types += document.type == TYPES[row["type"]]
        if row["number"] and f"{_figure(row['number'])}/" in document.text:
            numbered += 1
            numbers += _figure(document.number) == _figure(row["number"])
    return types, typed, numbers, numbered


def _figure(number: str) -> str:
    return number.partition("/")[0].strip().lstrip("0")


LISTS: Mapping[str, Headings] = {
    "structure_by_hand.tsv": headings_as_read,
    "structure.tsv": headings,
}


def _print_list(name: str, counts: Sequence[int]) -> None:
    documents, listed, found, count = counts
    print(f"{name}: documents with every heading right: {documents}/{listed} ({documents / listed:.1%})")
    print(f"{name}: headings right: {found}/{count} ({found / count:.1%})")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--lists", type=Path, default=Path(__file__).parent, help="folder of the lists")
    options.add_argument("--most", type=int, default=None, help="only so many laws")
    chosen = options.parse_args()
    right, count = measure_laws(chosen.corpus, chosen.most)
    print(f"laws whose Điều run 1..N: {right}/{count} ({right / max(count, 1):.1%})")
    total = [0, 0, 0, 0]
    for name, found_in in LISTS.items():
        counts = measure_list(chosen.corpus, chosen.lists / name, found_in)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        _print_list(name, counts)
    _print_list("both lists", total)
    types, typed, numbers, numbered = measure_heads(chosen.corpus)
    print(f"types as in the manifest: {types}/{typed} ({types / max(typed, 1):.1%})")
    print(f"numbers as in the manifest: {numbers}/{numbered} ({numbers / max(numbered, 1):.1%})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
