"""How flagged words are put better: each piece of a phrase with what takes its place.

`find: "{ba-co-chi} …0 {nghe}"`, `with: ["", "="]` strikes the first piece and keeps the second; "=" stands
for the words that were found, so that "= và nam" adds to them. Where every piece is kept, the entry says that
nothing is to be proposed at its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.labels import CATEGORY_LABELS
from checker.rulebook.phrases import Gap, Lexicon, Phrase, compile_phrase
from checker.rulebook.yaml_files import Fields, read_yaml

KEEP = "="
_GAP = 12


@dataclass(frozen=True)
class Rewrite:
    """A phrase and the new words for each of its pieces; equal to KEEP where a piece stays as it is."""

    find: Phrase
    words: tuple[str, ...]


def read_rewrites(file: Path, lexicon: Lexicon) -> Mapping[str, tuple[Rewrite, ...]]:
    """The rewrites of each category, in the order in which they are tried; InvalidRule names the entry."""
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    rewrites = {
        category: tuple(_rewrite(item, own) for item in fields.items(category, key="find"))
        for category in CATEGORY_LABELS
    }
    fields.close()
    return rewrites


def _rewrite(item: Fields, lexicon: Lexicon) -> Rewrite:
    source, words = item.text("find"), item.raw("with", None)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise item.error("with", "phải là danh sách chuỗi ký tự")
    find = item.checked("find", lambda: compile_phrase(source, lexicon, gap=_GAP))
    pieces = 1 + sum(isinstance(part, Gap) for part in find.items)
    if len(words) != pieces:
        raise item.error("with", f"phải có {pieces} mục, mỗi mục cho một đoạn của “find”")
    item.close()
    return Rewrite(find, tuple(words))
