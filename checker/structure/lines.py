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
    """A non-empty block: its index, its text, its label if it has one; `cell` for a cell or a row of a table.

    `after_break`: the line before stops in the middle of a sentence; `continues`: this one goes on with it.
    """

    block: int
    text: str
    label: Label | None
    cell: bool
    strong: bool
    after_break: bool = False
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
    broken = before is not None and not cell and _breaks_off(before)
    runs_on = broken and (label is not None or text.lstrip()[:1].islower())
    if runs_on and not strong and label is not None and label.weak:
        label = None
    return Line(index, text.strip(), label, cell, strong, broken, runs_on and label is None)


def _breaks_off(line: Line) -> bool:
    """True when the sentence goes on in the next line, as in texts with hard line ends."""
    return not (line.cell or line.upper or line.strong or _ENDS_SENTENCE.search(line.text))
