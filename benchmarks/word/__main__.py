"""Word files annotated, then taken through LibreOffice: what changed that should not have.

    python -m benchmarks.word FOLDER... [--most N] [--xsd FOLDER]

Takes .docx, .docm and, converted by LibreOffice first, .doc, .rtf and .odt. A line a file:

findings, tracked   findings, and those whose suggestion is a tracked change
(a) parts           parts without a finding whose bytes changed
(b) reject, accept  whether LibreOffice, rejecting all, gives the original's text, and accepting all that of
                    the original with the suggestions in it ("as read": LibreOffice itself reads the original
                    in another way, and accepts what our reader does)
(c) bare            findings whose quote no comment covers
(d) invalid         faults against the schema (ECMA-376 transitional, a folder with wml.xsd) that the original
                    has not, and what python-docx cannot load
(e) pages           pages that look other than the original's, all suggestions rejected, comments not drawn
again               whether a second run gives the same file

A file without findings is given back as it is and needs no office.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.word import measures, office
from benchmarks.word.schema import Schema
from checker.checking import check_bytes
from checker.domain import Report
from checker.errors import CheckerError
from checker.exporting.docx import annotate
from checker.reading.office import libreoffice

WORD = (".docx", ".docm")
OTHERS = (".doc", ".rtf", ".odt")
HEAD = "findings tracked  parts  reject accept  bare invalid pages  again  file"


def main(arguments: argparse.Namespace) -> int:
    """Print the table; 1 where a file fails in any column."""
    schema = Schema(arguments.xsd) if arguments.xsd else None
    paths = [path for folder in arguments.folders for path in _files(folder)]
    print(HEAD)
    faults = Counter[str]()
    for path in paths[: arguments.most]:
        try:
            faults.update(_measured(path, schema))
        except CheckerError as err:
            print(f"{'':66}{path.name}: {err}", flush=True)
    print(", ".join(f"{name}: {count}" for name, count in faults.items()))
    return int(any(faults[name] for name in measures.COLUMNS))


def _files(place: Path) -> Iterator[Path]:
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    return (path for path in found if path.suffix.lower() in (*WORD, *OTHERS))


def _measured(path: Path, schema: Schema | None) -> Counter[str]:
    kind = path.suffix.lower()
    data = path.read_bytes() if kind in WORD else libreoffice.to_docx(kind, path.read_bytes())
    report = check_bytes("van-ban.docx", data)
    made = annotate(data, report, when=measures.WHEN)
    again = annotate(made, check_bytes("van-ban.docx", made), when=measures.WHEN)
    row = measures.UNCHANGED
    if made != data:
        row = _row(data, made, report, schema, again=measures.same(made, again))
    print(f"{row} {path.name}", flush=True)
    return row.faults()


def _row(data: bytes, made: bytes, report: Report, schema: Schema | None, *, again: bool) -> measures.Row:
    with TemporaryDirectory() as name:
        seen = office.round_trip(data, made, Path(name))
        return measures.Row(
            findings=len(report.findings),
            tracked=len(measures.tracked(made, report)),
            parts=measures.touched(data, made),
            reject=measures.rejected(seen),
            accept=measures.accepted(seen, data, made, report),
            bare=measures.uncovered(made, report),
            invalid=measures.unloadable(made) + (schema.faults(data, made) if schema else 0),
            pages=office.pages_that_differ(seen),
            again=again,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--most", type=int)
    parser.add_argument("--xsd", type=Path)
    sys.exit(main(parser.parse_args()))
