"""The non-empty blocks of a document with what can be said of each on its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.domain import Block
from checker.structure.labels import Label, find

_ROW = re.compile(r"^\s*\|.*\|\s*$")
_ENDS_SENTENCE = re.compile(r"[.;:!?…/”\"’)\]*|–-]\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty block: its index, its text, its label if it has one; `cell` for a cell or a row of a table."""

    block: int
    text: str
    label: Label | None
    cell: bool
    strong: bool
    continues: bool = False

    @property
    def upper(self) -> bool:
        """True for a line in capitals (a heading of a head, a signer's title)."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def lines_of(blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """One Line a non-empty block, in reading order."""
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        if block.text.strip():
            lines.append(_line(index, block, lines[-1] if lines else None))
    return tuple(lines)


def _line(index: int, block: Block, before: Line | None) -> Line:
    text = block.text
    cell = block.kind == "cell" or bool(_ROW.match(text))
    strong = block.bold or block.kind == "heading"
    label = None if cell else find(text)
    runs_on = before is not None and not cell and not before.cell and _runs_on(before, text, label)
    if runs_on and not strong and _doubtful(label):
        label = None
    return Line(index, text.strip(), label, cell, strong, runs_on and label is None)


def _runs_on(before: Line, text: str, label: Label | None) -> bool:
    """True when `text` is the rest of the sentence that the line before breaks off (texts with hard line ends)."""
    if _ENDS_SENTENCE.search(before.text) or before.upper or before.strong:
        return False
    return label is not None or text.lstrip()[:1].islower()


def _doubtful(label: Label | None) -> bool:
    return label is None or label.weak
