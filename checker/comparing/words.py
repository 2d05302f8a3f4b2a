"""The difference of two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from checker.domain import Piece, PieceKind

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What stayed, what was struck out and what was put in, in reading order; blanks alone are no change."""
    found: list[Piece] = []
    for kind, text in _runs(_WORD.findall(old), _WORD.findall(new)):
        if found and found[-1].kind == kind:
            text = found.pop().text + text
        found.append(Piece(kind, text))
    return tuple(found)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[PieceKind, str]]:
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(new[new_start:new_end])
            continue
        if end > start:
            yield "deleted", "".join(old[start:end])
        if new_end > new_start:
            yield "inserted", "".join(new[new_start:new_end])
