"""Features of underthesea's CRF models, computed a column at a time.

The templates are the models' own ("T[-1,0].lower": the previous token and this one, lower-cased). What
templates ask of the same windows is asked once a line, so this is faster than underthesea's featurizer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

Value = Callable[[str], str]
_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](\[1\])?(?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Template:
    """One feature: the tokens from `first` to `last`, counted from the present one, and what is asked."""

    name: str
    first: int
    last: int
    value: Value
    unknown: bool = False  # asks for tags, which are yet to be found: the models were trained with "X" there


def templates(
    names: Iterable[str], *, is_title: Callable[[str], bool], dictionary: Collection[str] = ()
) -> tuple[Template, ...]:
    """Return the features of those names; ValueError for a name of another form.

    `is_title` tells whether a word's first letter is a capital: the models do not agree on signs and digits.
    """
    values: dict[str | None, Value] = {
        None: str,
        "lower": str.lower,
        "isdigit": lambda text: str(text.isascii() and text.isdigit()),
        "istitle": lambda text: str(all(is_title(word[:1]) for word in text.split(" "))),
        "is_in_dict": lambda text: str(text.lower() in dictionary),
    }
    return tuple(_template(name, values) for name in names)


def features(tokens: Sequence[str], wanted: Sequence[Template]) -> list[list[str]]:
    """Return one list of features a token, in the order of the templates."""
    seen: dict[tuple[int, Value, bool], list[str]] = {}
    columns = []
    for template in wanted:
        key = (template.last - template.first, template.value, template.unknown)
        if key not in seen:
            seen[key] = _values(tokens, template)
        columns.append(_column(seen[key], template, len(tokens)))
    return [list(row) for row in zip(*columns, strict=True)]


def _template(name: str, values: dict[str | None, Value]) -> Template:
    if not (found := _TEMPLATE.fullmatch(name)):
        raise ValueError(f"not a feature template: {name}")
    first, last, tags, function = found.groups()
    return Template(name, int(first), int(last or first), values[function], unknown=tags is not None)


def _values(tokens: Sequence[str], template: Template) -> list[str]:
    """Return the template's value of every window of its width, from the first to the last that fits."""
    words = ["X"] * len(tokens) if template.unknown else tokens
    width = template.last - template.first + 1
    windows = words if width == 1 else map(" ".join, zip(*(words[at:] for at in range(width)), strict=False))
    return [template.value(window) for window in windows]


def _column(values: Sequence[str], template: Template, count: int) -> list[str]:
    inside = [f"{template.name}={value}" for value in values[max(0, template.first) :]]
    before = [f"{template.name}=BOS"] * min(count, max(0, -template.first))
    after = [f"{template.name}=EOS"] * max(0, count - len(before) - len(inside))
    return [*before, *inside, *after][:count]
