"""Names of laws and agencies in running text: the longest name that begins at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.text import fold

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"\s*[,\-–]?\s*")
_LONGEST = 24  # words


@dataclass
class _Node:
    """A word of some names: what may follow it, and whether a name may end with it."""

    after: dict[str, _Node] = field(default_factory=dict)
    ends: bool = False


@dataclass(frozen=True)
class NameIndex:
    """Names by their words; commas, dashes, capitals and the place of tone marks do not count."""

    root: _Node

    def end_at(self, folded: str, at: int) -> int | None:
        """Where the longest name that begins at `at` ends; None where none begins."""
        node, end = self.root, None
        for _ in range(_LONGEST):
            found = _WORD.match(folded, at)
            if found is None or (following := node.after.get(found.group())) is None:
                break
            node = following
            if node.ends:
                end = found.end()
            gap = _BETWEEN.match(folded, found.end())
            at = gap.end() if gap else found.end()
        return end


def index_names(names: Iterable[str]) -> NameIndex:
    """An index over the names."""
    root = _Node()
    for name in names:
        node = root
        for word in _WORD.findall(fold(name)):
            node = node.after.setdefault(word, _Node())
        node.ends = True
    return NameIndex(root)


def name_key(name: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(_WORD.findall(fold(name)))
