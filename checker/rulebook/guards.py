"""The shared context of all rules, from guards.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from checker.domain import Example, Guard
from checker.labels import CATEGORY_LABELS
from checker.rulebook.examples import good_example
from checker.rulebook.phrases import Lexicon, Phrase
from checker.rulebook.shared_fields import compiled
from checker.rulebook.yaml_files import Fields

WHERE = ("before", "inside", "after", "around", "any")
_CUE_GAP = 6


@dataclass(frozen=True)
class CompiledGuard:
    """A guard with its phrases ready to match."""

    guard: Guard
    cues: tuple[Phrase, ...]
    pseudo: tuple[Phrase, ...]
    stops: tuple[Phrase, ...]


def read_guard(fields: Fields, lexicon: Lexicon) -> CompiledGuard:
    """The guard in `fields`; InvalidRule names file, guard and field."""
    examples = fields.inner("examples")
    guard = Guard(
        id=fields.text("id"),
        title=fields.text("title"),
        kind=cast(
            Literal["cue", "quotation", "person", "citation"],
            fields.choice("kind", ("cue", "quotation", "person", "citation"), "cue"),
        ),
        effect=cast(
            Literal["silence", "consider", "note"],
            fields.choice("effect", ("silence", "consider", "note"), "silence"),
        ),
        reason=fields.text("reason"),
        where=fields.texts("where") or ("any",),
        reach=cast(
            Literal["sentence", "clause", "chain", "headings"],
            fields.choice("reach", ("sentence", "clause", "chain", "headings"), "sentence"),
        ),
        cues=fields.texts("cues"),
        pseudo=fields.texts("pseudo"),
        stops=fields.texts("stops"),
        categories=fields.texts("categories"),
        silent=_examples(examples, "silent"),
        loud=_examples(examples, "loud"),
    )
    examples.close()
    _check(fields, guard)
    fields.close()
    return CompiledGuard(
        guard,
        cues=compiled(fields, "cues", guard.cues, lexicon, gap=_CUE_GAP),
        pseudo=compiled(fields, "pseudo", guard.pseudo, lexicon, gap=_CUE_GAP),
        stops=compiled(fields, "stops", guard.stops, lexicon, gap=_CUE_GAP),
    )


def _examples(fields: Fields, name: str) -> tuple[Example, ...]:
    texts = fields.texts(name)
    return fields.checked(name, lambda: tuple(good_example(text, "") for text in texts))


def _check(fields: Fields, guard: Guard) -> None:
    if not set(guard.where) <= set(WHERE):
        raise fields.error("where", f"chỉ gồm: {', '.join(WHERE)}")
    if not set(guard.categories) <= set(CATEGORY_LABELS):
        raise fields.error("categories", "có loại không nằm trong danh mục")
    if guard.reach == "headings" and guard.where != ("any",):
        raise fields.error("where", "chỉ là any khi reach là headings")
    if guard.kind == "cue" and not guard.cues:
        raise fields.error("cues", "bắt buộc với kind: cue")
