"""Features of underthesea's CRF models, computed a column at a time.

The templates are the models' own ("T[-1,0].lower": the previous token and this one, lower-cased). Columns are
shared by all templates of one width, which is several times faster than underthesea's own featurizer.
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
    return [list(row) for row in zip(*(_column(tokens, template) for template in wanted), strict=True)]


def _template(name: str, values: dict[str | None, Value]) -> Template:
    if not (found := _TEMPLATE.fullmatch(name)):
        raise ValueError(f"not a feature template: {name}")
    first, last, tags, function = found.groups()
    return Template(name, int(first), int(last or first), values[function], unknown=tags is not None)


def _column(tokens: Sequence[str], template: Template) -> list[str]:
    count, width = len(tokens), template.last - template.first + 1
    tokens = ["X"] * count if template.unknown else tokens
    windows = [tokens[at : at + width] for at in range(count - width + 1)]
    inside = [f"{template.name}={template.value(' '.join(window))}" for window in windows]
    before = [f"{template.name}=BOS"] * min(count, max(0, -template.first))
    after = [f"{template.name}=EOS"] * count
    return [*before, *inside[max(0, template.first) :], *after][:count]
