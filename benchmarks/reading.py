"""How well a corpus is read: refusals, crashes, time, memory, possible syllables, equal pairs.

    python benchmarks/reading.py FOLDER [--only docx doc pdf text] [--most 20] [--workers 2]

FOLDER has a MANIFEST.tsv (path, type, number, …) and a folder for each format. Each file is read in a
process of its own. A pair is one document in two formats, known by its number; its share is that of the
shorter's words equal in order: many a file is a part of the other. Some plain texts of the corpus have words
torn apart ("đ ất"); pairs with such a side, by its share of possible syllables, are told but not counted.
Exit status 1 where a file crashed a reader or took too long (60 s; 20 s a page of a scan).
`syllables` counts every word of letters, `in words` neither single letters ("điểm b") nor words with two
capitals (UBND, TTg). `elsewhere` is `syllables` by another program's reading, `here` ours of the same files:
pdftotext for text PDFs, antiword for .doc without fonts from before Unicode. What both lack is the documents'
own: labels, abbreviations, English.
Of scans `syllables` is bounded by that too: two of them are in the corpus as text, which has 0.9477 and
0.9888 where the scan has 0.9454 and 0.9837. `in words` is what recognition does well or badly.
How well headings are found is the business of benchmarks/structure.py.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
import traceback
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checker.domain import Reading
from checker.errors import CheckerError
from checker.reading import read
from checker.reading.child import ReaderCrashed
from checker.reading.ole import names_legacy_font
from checker.text.syllables import syllable_share

FORMATS = ("docx", "doc", "pdf", "text")
SECONDS, PAGE_SECONDS = 60, 20
WINDOW = 3000  # words: difflib's time grows with the square
SOUND = 0.99  # possible syllables in words, on both sides of a pair that counts
LEAST_COMMON = 0.5  # documents of one number whose beginnings share less are two documents
WORD = re.compile(r"\w+")
OTHERS = {
    ".pdf": ("pdftotext", "-layout", "{}", "-"),
    ".doc": ("antiword", "-m", "UTF-8.txt", "-w", "0", "{}"),
}


@dataclass(frozen=True)
class Outcome:
    """What came of one file; `refused` and `crashed` say why there is no text."""

    path: str
    text: str
    seconds: float
    mebibytes: float
    pages: int
    ocr: bool
    refused: str
    crashed: str
    elsewhere: float | None = None

    @property
    def group(self) -> str:
        return f"{self.path.partition('/')[0]}{' scans' if self.ocr else ''}"

    @property
    def late(self) -> bool:
        return self.seconds > SECONDS + (PAGE_SECONDS * self.pages if self.ocr else 0)


@dataclass(frozen=True)
class Pair:
    """One document in two files; `sound` when neither has its words torn apart."""

    one: str
    other: str
    share: float
    sound: bool


def measured(corpus: Path, path: str) -> Outcome:
    """The outcome of a file; meant for a fresh process, whose children's memory is then the file's own."""
    began = time.perf_counter()
    reading, refused, crashed, total = Reading(()), "", "", 0

    def page(_done: int, pages: int) -> None:
        nonlocal total
        total = pages

    try:
        reading = read(corpus / path, progress=page)
    except CheckerError as error:
        refused = str(error)
        crashed = str(error.__cause__) if isinstance(error.__cause__, ReaderCrashed) else ""
    except Exception:
        crashed = traceback.format_exc()
    seconds = time.perf_counter() - began
    kibibytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Outcome(
        path, "\n".join(block.text for block in reading.blocks if block.place.part == "body"),
        seconds, kibibytes / 1024, total, reading.ocr or total > 0, refused, crashed,
        None if reading.ocr else elsewhere(corpus / path),
    )  # fmt: skip


def elsewhere(path: Path) -> float | None:
    """The share of possible syllables by another program; None where there is none or it knows no fonts."""
    command = OTHERS.get(path.suffix)
    if command is None or shutil.which(command[0]) is None:
        return None
    if path.suffix == ".doc" and names_legacy_font(path.read_bytes()):
        return None
    done = subprocess.run([part.format(path) for part in command], capture_output=True, check=False)
    text = done.stdout.decode(errors="replace")
    return syllable_share(text) if any(map(str.isalpha, text)) else None


def manifest(corpus: Path, only: Sequence[str]) -> dict[str, str]:
    """Path to number of the files asked for."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["path"]: row["number"] for row in rows if row["path"].partition("/")[0] in only}


def chosen(paths: Iterable[str], most: int) -> list[str]:
    """At most `most` files of each format, spread evenly over the sorted names; all for 0."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        groups[path.partition("/")[0]].append(path)
    return [
        path for group in groups.values() for path in (group[:: -(-len(group) // most)] if most else group)
    ]


def run(corpus: Path, paths: list[str], workers: int) -> Iterator[Outcome]:
    with multiprocessing.get_context("spawn").Pool(workers, maxtasksperchild=1) as pool:
        for number, outcome in enumerate(pool.imap(partial(measured, corpus), paths), 1):
            if sys.stderr.isatty():
                print(f"\r{number}/{len(paths)}", end="", file=sys.stderr, flush=True)
            yield outcome


def words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text))]


def spelt_out(text: str) -> str:
    """The words that are no single letters and no abbreviations."""
    return " ".join(word for word in WORD.findall(text) if len(word) > 1 and sum(map(str.isupper, word)) < 2)


def equal_share(one: Sequence[str], other: Sequence[str]) -> float:
    """The share, 0 to 1, of the shorter text's words that stand in the other in order, window by window."""
    at, across, equal = 0, 0, 0
    while at < len(one) and across < len(other):
        left, right = one[at : at + WINDOW], other[across : across + WINDOW]
        blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        last = at + WINDOW >= len(one) and across + WINDOW >= len(other)
        kept = blocks if last else [block for block in blocks if block.a < 0.8 * WINDOW]
        equal += sum(block.size for block in kept)
        end = next((block for block in reversed(kept) if block.size), None)
        if last or end is None:
            break
        at, across = at + end.a + end.size, across + end.b + end.size
    return equal / min(len(one), len(other)) if one and other else 0.0


def pairs(outcomes: Iterable[Outcome], numbers: dict[str, str]) -> Iterator[Pair]:
    """Two files of one number in two formats and how much of their words is equal in order."""
    by_number: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.text and numbers[outcome.path]:
            by_number[numbers[outcome.path]].append(outcome)
    for same in by_number.values():
        for one, other in combinations(same, 2):
            if one.group.partition(" ")[0] != other.group.partition(" ")[0]:
                left, right = words(one.text), words(other.text)
                head = SequenceMatcher(None, left[:300], right[:300], autojunk=False).ratio()
                if head >= LEAST_COMMON:
                    sound = all(syllable_share(spelt_out(each.text)) >= SOUND for each in (one, other))
                    yield Pair(one.path, other.path, equal_share(left, right), sound)


def tell_groups(outcomes: Sequence[Outcome]) -> None:
    print(f"{'format':12}{'files':>6}{'read':>6}{'refused':>9}{'crashed':>9}{'late':>6}"
          f"{'median s':>10}{'most s':>8}{'most MiB':>10}"
          f"{'syllables':>11}{'in words':>10}{'least':>7}{'elsewhere':>11}{'here':>11}")  # fmt: skip
    for name in sorted({outcome.group for outcome in outcomes}):
        own = [outcome for outcome in outcomes if outcome.group == name]
        told = [outcome for outcome in own if not outcome.refused and not outcome.crashed]
        shares = [syllable_share(outcome.text) for outcome in told] or [float("nan")]
        strict = [syllable_share(spelt_out(outcome.text)) for outcome in told] or [float("nan")]
        both = [(o.elsewhere, syllable_share(o.text)) for o in told if o.elsewhere is not None]
        others = "".join(f"{statistics.median(column):11.4f}" for column in zip(*both, strict=True))
        seconds = [outcome.seconds for outcome in own]
        print(
            f"{name:12}{len(own):6}{len(told):6}{sum(bool(o.refused) for o in own):9}"
            f"{sum(bool(o.crashed) for o in own):9}{sum(o.late for o in own):6}"
            f"{statistics.median(seconds):10.2f}{max(seconds):8.1f}{max(o.mebibytes for o in own):10.0f}"
            f"{statistics.median(shares):11.4f}{statistics.median(strict):10.4f}{min(strict):7.3f}{others}"
        )


def tell_odd(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.crashed or outcome.refused:
            print(f"  {outcome.path}: {outcome.crashed or outcome.refused}")
        elif outcome.late:
            print(f"  {outcome.path}: {outcome.seconds:.0f} s, {outcome.pages} pages")


def tell_pairs(found: Sequence[Pair]) -> None:
    shares = [pair.share for pair in found if pair.sound]
    if shares:
        print(f"{len(shares)} pairs: median {statistics.median(shares):.4f} of the words equal in order, "
              f"{sum(share >= 0.98 for share in shares)} with 0.98 or more")  # fmt: skip
    for pair in sorted(found, key=lambda pair: (not pair.sound, pair.share)):
        print(f"  {pair.share:.4f}{'' if pair.sound else ' (torn)'} {pair.one} = {pair.other}")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--only", nargs="+", choices=FORMATS, default=FORMATS)
    cli.add_argument("--most", type=int, default=0, help="files of each format, 0 for all")
    cli.add_argument("--workers", type=int, default=2)
    arguments = cli.parse_args()
    numbers = manifest(arguments.folder, arguments.only)
    paths = chosen(numbers, arguments.most)
    outcomes = list(run(arguments.folder, paths, arguments.workers))
    tell_groups(outcomes)
    tell_odd(outcomes)
    tell_pairs(list(pairs(outcomes, numbers)))
    return int(any(outcome.crashed or outcome.late for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
