"""The non-empty blocks of a document with what can be said of each on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.domain import Block
from checker.structure import numerals
from checker.structure.label_patterns import ANNEX, ENACTING_NOTE
from checker.structure.labels import TITLED_FORM, Label, find

_ROW = re.compile(r"^\s*\|.*\|\s*$")
_HEADINGS = ("phan", "chuong", "muc", "tieu-muc", "phu-luc")
_LIST_STEP = 2  # lines from one entry of a list of annexes to the next: its number, its title
_WRAPPED = 40  # characters; a shorter line was not broken for want of room
_ENDS_SENTENCE = re.compile(r"[.;:!?…/”\"’)\]*|–-]\s*$")

# A line that ends so goes on, whatever the next begins with.
_LEADS_ON = re.compile(
    r"(?<!\w)(?:tại|của|theo|và|hoặc|trong|với|các|ở|đến|từ|cùng|là|thuộc)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty block: its index, its text, its label if it has one; `cell` for a cell or a row of a table.

    `indent`: the blanks of its block before the text; `after_break`: the line before stops in the middle of
    a sentence; `continues`: this one goes on with it.
    """

    block: int
    text: str
    label: Label | None
    cell: bool
    strong: bool
    indent: int = 0
    after_break: bool = False
    continues: bool = False

    @property
    def upper(self) -> bool:
        """True for a line in capitals (a heading of a head, a signer's title)."""
        letters = [character for character in ENACTING_NOTE.sub("", self.text) if character.isalpha()]
        return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def lines_of(blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """One Line a non-empty block, in reading order."""
    lines: list[Line] = []
    columns = {cell.table for block in blocks if (cell := block.place.cell) and cell.column}
    filled = [(index, block) for index, block in enumerate(blocks) if block.text.strip()]
    below = [*(block.text.strip() for _, block in filled[1:]), ""]
    for (index, block), after in zip(filled, below, strict=False):
        boxed = block.place.cell is not None and block.place.cell.table not in columns
        lines.append(_line(index, block, lines[-1] if lines else None, after, boxed=boxed))
    return tuple(
        replace(line, label=None) if _is_listed(lines, place) else line for place, line in enumerate(lines)
    )


def _is_listed(lines: Sequence[Line], place: int) -> bool:
    """True for "Mẫu số 2" in a list of forms: number 1 or 3 stands a line or two above or below."""
    own = _annex(lines[place])
    if not own:
        return False
    above = map(_entry, lines[max(place - _LIST_STEP, 0) : place])
    below = map(_entry, lines[place + 1 : place + 1 + _LIST_STEP])
    return any(other and other[0] == own[0] and other[1] < own[1] for other in above) or any(
        other and other[0] == own[0] and other[1] > own[1] for other in below
    )


def _annex(line: Line) -> tuple[str, list[int]] | None:
    """Style and number of the heading of an annex; "Mẫu số 2 (được bãi bỏ)" is never an entry of a list."""
    label = line.label
    if label is None or label.kind != "phu-luc" or line.text.endswith(")"):
        return None
    figures = _figures(label.number)
    return (label.style, figures) if figures else None


def _entry(line: Line) -> tuple[str, list[int]] | None:
    """As `_annex`, also of "Phụ lục B: …;", whose last mark says that the list goes on."""
    found = ANNEX.match(line.text) if line.label is None and line.text.endswith(";") else None
    if not found or not found["n"] or not found["stop"]:
        return _annex(line)
    figures = _figures(found["n"])
    return ("annex" if found["word"].lower().startswith("phụ") else "form", figures) if figures else None


def _figures(number: str) -> list[int]:
    """The numbers in that of an annex; of a letter that is no small Roman number, its place."""
    if len(number) == 1 and number.isalpha() and number not in "IVX":
        return [ord(number)]
    roman = numerals.roman(number)
    return [roman] if roman else [int(figure) for figure in re.findall(r"\d+", number)]


def _line(index: int, block: Block, before: Line | None, below: str, *, boxed: bool) -> Line:
    """The line of a block; in a table of one column (`boxed`) it is text with a frame around it."""
    text = block.text
    cell = (block.kind == "cell" and not boxed) or bool(_ROW.match(text))
    strong = block.bold or block.kind == "heading"
    label = None if cell else find(text)
    if label and label.style == TITLED_FORM:
        label = replace(label, style="form", weak=False) if strong else None
    broken = before is not None and not cell and _breaks_off(before)
    runs_on = broken and (label is not None or text.lstrip()[:1].islower())
    if (
        runs_on
        and before is not None
        and len(before.text) >= _WRAPPED
        and not strong
        and label
        and label.weak
        and not _heads_annex(text, label, before, below)
    ):
        label = None
    indent = len(text) - len(text.lstrip())
    return Line(index, text.strip(), label, cell, strong, indent, broken, runs_on and label is None)


def _heads_annex(text: str, label: Label, before: Line, below: str) -> bool:
    """True for "Phụ lục II" alone on its line over a title, where no sentence above leads to it."""
    alone = label.kind == "phu-luc" and text.strip() == text[label.start : label.end]
    return alone and not _LEADS_ON.search(before.text) and (below[:1].isupper() or below.startswith("("))


def _breaks_off(line: Line) -> bool:
    """True when the sentence goes on in the next line, as in texts with hard line ends."""
    heading = line.label is not None and line.label.kind in _HEADINGS
    return not (line.cell or line.upper or line.strong or heading or _ENDS_SENTENCE.search(line.text))
