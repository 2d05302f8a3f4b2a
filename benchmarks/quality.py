"""The table of figures: one command measures and writes the page docs/chat-luong.md.

    python benchmarks/quality.py --labels dev.jsonl --docs dev.tsv --corpus CORPUS \
        [--sentences sentences.tsv] [--quiet 200] [--out docs/chat-luong.md]

Labels: one JSON object a line (doc, line, category, optional); docs: path, first and last line, tabs
between (judging.py tells what counts). Sentences: category, tab, sentence; `-` is a near miss. Quiet
documents: those of CORPUS/text, of 300 words or more, with the smallest share of words on people
(PEOPLE below; at equal shares by name): what is found there is mostly noise.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.judging import GROUPS, Judged, judge
from benchmarks.quality_page import Quiet, Sentences, page
from checker.checking import check_document, check_file
from checker.reading import read_bytes
from checker.rulebook import load
from checker.structure import parse

HEAD = ["QUYẾT ĐỊNH", "Ban hành Quy định về một số nội dung quản lý trên địa bàn", ""]
PEOPLE = re.compile(
    r"\b(?:nữ|phụ nữ|nam giới|giới|vợ|chồng|cha|mẹ|con|trẻ em|người|cá nhân|công dân|hộ gia đình|nhân dân"
    r"|cán bộ|công chức|viên chức|lao động|học sinh|sinh viên|bệnh nhân|thành viên|dân)\b",
    re.I,
)
WORD = re.compile(r"\w+")
LEAST_WORDS = 300


def judged_documents(labels: Path, docs: Path, corpus: Path) -> list[Judged]:
    """The documents of the development set, each judged."""
    by_doc: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in map(json.loads, filter(str.strip, labels.read_text("utf-8").splitlines())):
        by_doc[row["doc"]].append(row)
    read = [line.split("\t") for line in docs.read_text("utf-8").splitlines() if line.strip()]
    return [judge(corpus / doc, by_doc[doc], int(first), int(last)) for doc, first, last in read]


def sentence_scores(path: Path) -> Sentences:
    """Each sentence a Điều of one document: how many are flagged, how many in their category."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    articles = [f"Điều {at}. Nội dung {at}\n{sentence}" for at, (_, sentence) in enumerate(rows, 1)]
    data = "\n".join([*HEAD, *articles, ""]).encode()
    wanted = {category for category, _ in rows} - {"-"}
    seen: dict[int, set[str]] = defaultdict(set)
    for finding in check_document(parse("sentences.txt", read_bytes("sentences.txt", data))).findings:
        if finding.category in wanted:
            seen[finding.place.number].add(finding.category)
    tally: Counter[tuple[str, str]] = Counter()
    for at, (category, _) in enumerate(rows, 1):
        found = seen[len(HEAD) + 2 * at]
        tally[category, "all"] += 1
        tally[category, "flagged"] += bool(found)
        tally[category, "right"] += category in found
    order = [category for group in GROUPS.values() for category in group if category in wanted]
    return Sentences(
        {one: (tally[one, "all"], tally[one, "flagged"], tally[one, "right"]) for one in order},
        near_misses=tally["-", "all"],
        alarms=tally["-", "flagged"],
    )


def quiet_documents(folder: Path, most: int) -> Iterable[Path]:
    """The documents with the smallest share of words on people."""
    ranked = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8", errors="replace")
        words = len(WORD.findall(text))
        if words >= LEAST_WORDS:
            ranked.append((len(PEOPLE.findall(text)) / words, path.name, path))
    return [path for _, _, path in sorted(ranked)[:most]]


def quiet_scores(paths: Iterable[Path]) -> Quiet:
    """Findings of tier must or should, and words, of documents that hardly speak of people."""
    documents = words = 0
    findings: Counter[str] = Counter()
    for path in paths:
        report = check_file(path)
        documents += 1
        words += len(WORD.findall(report.document.text))
        findings.update(one.category for one in report.findings if one.tier in ("must", "should"))
    return Quiet(documents, words, findings)


def commit() -> str:
    """The commit that was measured, with a plus where files were changed since."""
    described = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    done = subprocess.run(described, capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    return done.stdout.strip() or "unknown"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--labels", required=True, type=Path)
    cli.add_argument("--docs", required=True, type=Path)
    cli.add_argument("--corpus", required=True, type=Path)
    cli.add_argument("--sentences", type=Path)
    cli.add_argument("--quiet", type=int, default=0, metavar="N", help="how many quiet documents to check")
    cli.add_argument("--out", type=Path, help="write the page here")
    args = cli.parse_args()
    measured = commit()  # before the page itself changes the tree
    text = page(
        load(),
        judged_documents(args.labels, args.docs, args.corpus),
        commit=measured,
        sentences=sentence_scores(args.sentences) if args.sentences else None,
        quiet=quiet_scores(quiet_documents(args.corpus / "text", args.quiet)) if args.quiet else None,
    )
    if args.out:
        args.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
