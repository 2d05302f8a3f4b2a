"""The phrase language of the rules: what a phrase is made of, and how it is read."""

from checker.rulebook.phrases.items import (
    ANY,
    DIGITS,
    NUMBER,
    Anchors,
    Beside,
    Gap,
    Group,
    Item,
    Mark,
    Part,
    Phrase,
    Word,
)
from checker.rulebook.phrases.reading import Lexicon, compile_phrase

__all__ = [
    "ANY",
    "DIGITS",
    "NUMBER",
    "Anchors",
    "Beside",
    "Gap",
    "Group",
    "Item",
    "Lexicon",
    "Mark",
    "Part",
    "Phrase",
    "Word",
    "compile_phrase",
]
