"""A rule's phrases told in words, for people who do not read the phrase language."""

from __future__ import annotations

from collections.abc import Sequence

from checker.rulebook.phrases import ANY, NUMBER, Beside, Gap, Group, Item, Word

_SHOWN = 3  # words of a list before it is cut


def wording(items: Sequence[Item]) -> str:
    """Return a phrase of a rule in words: "…" stands for a gap and for the rest of a long list."""
    words = " ".join(filter(None, map(_word, items)))
    return words.replace(" ,", ",")


def _word(item: Item) -> str:
    if isinstance(item, Word):
        return item.shown
    if isinstance(item, Group):
        return "" if item.optional else _choice(item)
    if isinstance(item, Gap) or item == ANY:
        return "…"
    if isinstance(item, Beside):
        return "+"
    return {NUMBER.sign: "(số)", ",": ","}.get(item.sign, "")


def _choice(group: Group) -> str:
    shown = [wording(option) for option in group.options[:_SHOWN]]
    more = ["…"] if len(group.options) > _SHOWN else []
    joined = "/".join([*shown, *more])
    return joined if len(group.options) == 1 else f"({joined})"
