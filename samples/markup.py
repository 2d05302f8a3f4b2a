"""The compact markup of the sample sources: one paragraph a line, numbers left to the layout."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

Numbering = Literal["auto", "list", "typed"]

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese alphabet of điểm; Word's own list lacks đ
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
DEEPER = {"C": "MI", "M": "", "D": "Kd", "K": "d", "I": "AL", "A": "L"}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its mark, its text, its number among its siblings and how many siblings it has."""

    mark: str
    text: str
    numbering: Numbering
    number: int = 0
    siblings: int = 0
    parent: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Source:
    """A sample: the lines of its head, foot and body in order."""

    head: dict[str, list[str]]
    body: list[Paragraph | Table]


def parse(path: Path) -> Source:
    """Return the source of one sample; raises ValueError where a line has no known mark."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    head: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            head.setdefault(name, []).append(value)
    return Source(head, _body([line for line in lines if not line.startswith("@")]))


def _body(lines: list[str]) -> list[Paragraph | Table]:
    body: list[Paragraph | Table] = []
    numbering: Numbering = "typed"
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            body.append(Table(tuple(tuple(cell.strip() for cell in row.split("|")[1:]) for row in group)))
            continue
        for line in group:
            mark, _, text = line.partition(" ")
            if mark in ("!auto", "!list", "!typed"):
                numbering = mark[1:]  # type: ignore[assignment]
            elif mark in ("B", "P", "=", "=page", *"CMDKdIALN"):
                body.append(Paragraph(mark, text, numbering))
            else:
                raise ValueError(f"unknown mark in: {line}")
    return _numbered(body)


def _numbered(body: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """Count each mark; a Điều is counted through, all others start again below their parent."""
    counts: dict[str, int] = {}
    numbered: list[Paragraph | Table] = []
    for at, part in enumerate(body):
        if isinstance(part, Table) or part.mark not in "CMDKdIAL":
            numbered.append(part)
            continue
        counts[part.mark] = counts.get(part.mark, 0) + 1
        for below in DEEPER.get(part.mark, ""):
            counts[below] = 0
        siblings = counts[part.mark] + _following(body[at + 1 :], part.mark)
        parent = counts.get("D" if part.mark in "Kd" else "I", 0)
        numbered.append(Paragraph(part.mark, part.text, part.numbering, counts[part.mark], siblings, parent))
    return numbered


def _following(rest: list[Paragraph | Table], mark: str) -> int:
    """Count the siblings that follow: up to the next paragraph of another mark that is not below."""
    count = 0
    for part in rest:
        if isinstance(part, Paragraph) and part.mark == mark:
            count += 1
        elif isinstance(part, Paragraph) and part.mark not in DEEPER.get(mark, ""):
            break
    return count


def label(paragraph: Paragraph) -> str:
    """Return the number as a typist writes it, with the space after it; "" for what has none."""
    number = paragraph.number
    return {
        "C": lambda: f"Chương {ROMANS[number - 1]}",
        "M": lambda: f"Mục {number}. ",
        "D": lambda: f"Điều {number}. ",
        "K": lambda: f"{number}. ",
        "d": lambda: f"{LETTERS[number - 1]}) ",
        "I": lambda: f"{ROMANS[number - 1]}. ",
        "A": lambda: f"{number}. ",
        "L": lambda: f"{LETTERS[number - 1]}) ",
        "N": lambda: "- ",
    }.get(paragraph.mark, lambda: "")()
