"""Check a corpus of real documents: one report each, no traceback, findings per 1,000 words.

    python benchmarks/corpus.py FOLDER [--glob 'docx/*.docx' 'text/*.txt'] [--most 100] [--out REPORTS]

A file that cannot be read is counted with its reason. Exit status 1 where a file raised anything
but an expected error.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checker.checking import check_file
from checker.errors import CheckerError
from checker.exporting.json import render


@dataclass
class Tally:
    """What a run counted."""

    reports: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    words: int = 0
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)


def files_of(folder: Path, patterns: list[str], most: int) -> list[Path]:
    """At most `most` files of each pattern, spread evenly over the sorted names."""
    chosen = []
    for pattern in patterns:
        found = sorted(folder.glob(pattern))
        step = max(1, len(found) // most) if most else 1
        chosen += found[::step][:most] if most else found
    return chosen


def run(paths: list[Path], out: Path | None) -> Tally:
    tally = Tally()
    for path in paths:
        began = time.perf_counter()
        try:
            report = check_file(path)
            line = render(report)
        except CheckerError as err:
            tally.refused[path.name] = str(err)
            continue
        except Exception:
            tally.broken[path.name] = traceback.format_exc()
            continue
        tally.seconds.append(time.perf_counter() - began)
        tally.reports += 1
        tally.words += len(report.document.text.split())
        tally.findings.update((finding.tier, finding.category) for finding in report.findings)
        if out:
            (out / f"{path.name}.json").write_text(line, encoding="utf-8")
    return tally


def tell(tally: Tally) -> None:
    print(f"{tally.reports} reports, {len(tally.refused)} refused, {len(tally.broken)} broken")
    for name, reason in tally.refused.items():
        print(f"  refused {name}: {reason}")
    for name, trace in tally.broken.items():
        print(f"  broken {name}:\n{trace}")
    if tally.reports:
        print(f"{tally.words} words, median {statistics.median(tally.seconds):.3f} s a document")
        strong = sum(count for (tier, _), count in tally.findings.items() if tier in ("must", "should"))
        print(f"{1000 * strong / tally.words:.2f} findings of tier must/should per 1,000 words")
    for (tier, category), count in sorted(tally.findings.items()):
        print(f"  {tier:9} {category:26} {count}")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--glob", nargs="+", default=["docx/*.docx", "text/*.txt"])
    cli.add_argument("--most", type=int, default=0, help="files of each pattern, 0 for all")
    cli.add_argument("--out", type=Path, help="write each report here as JSON")
    args = cli.parse_args()
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
    tally = run(files_of(args.folder, args.glob, args.most), args.out)
    tell(tally)
    return 1 if tally.broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
