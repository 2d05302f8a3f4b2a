"""One rule from its YAML fields: every field checked, every phrase compiled, every example parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from checker.domain import Example, LegalBasis, Rule, RuleKind, Scope, Tier
from checker.labels import DOCUMENT_TYPES
from checker.rulebook.cost import refuse_costly
from checker.rulebook.examples import bad_example, good_example
from checker.rulebook.patterns import pattern_anchors, refuse_regex
from checker.rulebook.phrases import Anchors, Lexicon, Phrase, compile_phrase
from checker.rulebook.shared_fields import legal_basis
from checker.rulebook.yaml_files import Fields, Form

_ID = Form(re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), "phải viết bằng chữ thường không dấu và gạch nối")
KIND_FIELDS: Mapping[RuleKind, tuple[str, ...]] = {
    "phrase": ("match",),
    "pattern": ("patterns",),
    "pair": ("match", "unless"),
    "contrast": ("sides",),
    "absent": ("match", "needs"),
}
"""The fields that a rule of a kind must have."""
READ_BY: Mapping[str, tuple[RuleKind, ...]] = {
    "match": ("phrase", "pair", "absent"),
    "patterns": ("pattern",),
    "sides": ("contrast",),
    "bare": ("contrast",),
    "subject": ("absent",),
}
"""The kinds that read a field which others may not have."""
SIDES = ("nam", "nu")
_LEAST_EXAMPLES = 2


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its phrases ready to match."""

    rule: Rule
    match: tuple[Phrase, ...]
    needs: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    pseudo: tuple[Phrase, ...]
    pattern_anchors: tuple[Anchors, ...]
    sides: Mapping[str, tuple[Phrase, ...]]
    under: tuple[Phrase, ...] = ()
    titled: tuple[Phrase, ...] = ()
    subject: tuple[Phrase, ...] = ()
    subject_end: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """What the rules of one file may refer to; `applies_to` holds where a rule names no types of its own."""

    category: str
    lexicon: Lexicon
    basis: Mapping[str, LegalBasis]
    applies_to: tuple[str, ...] = ()
    foreign: bool = False


def read_rule(fields: Fields, shelf: Shelf) -> CompiledRule:
    """The rule in `fields`; InvalidRule names file, rule and field."""
    rule = Rule(
        id=fields.text("id", form=_ID),
        category=shelf.category,
        title=fields.text("title"),
        tier=cast(Tier, fields.choice("tier", get_args(Tier))),
        kind=cast(RuleKind, fields.choice("kind", get_args(RuleKind))),
        message=fields.text("message"),
        why=fields.text("why"),
        legal_basis=legal_basis(fields, shelf.basis, least=1),
        match=fields.texts("match"),
        patterns=fields.token_lists("patterns"),
        sides=fields.mapping("sides"),
        needs=fields.texts("needs"),
        under=fields.texts("under"),
        titled=fields.texts("titled"),
        subject=fields.texts("subject"),
        subject_end=fields.texts("subject_end"),
        once=fields.flag("once"),
        unless=fields.texts("unless"),
        pseudo=fields.texts("pseudo"),
        scope=(scope := cast(Scope, fields.choice("scope", get_args(Scope), "clause"))),
        unless_scope=cast(Scope, fields.choice("unless_scope", get_args(Scope), scope)),
        applies_to=fields.texts("applies_to", among=DOCUMENT_TYPES) or shelf.applies_to,
        ignores=fields.texts("ignores"),
        gap=int(fields.number("gap", 12, least=0, most=60)),
        bare=fields.flag("bare"),
        suggest=fields.text("suggest", "") or None,
        score=fields.number("score", 0.8, least=0, most=1),
        **_examples(fields),
    )
    _check_kind(fields, rule)
    if shelf.foreign:
        fields.checked("patterns", lambda: refuse_regex(rule.patterns))
    fields.close()
    return compile_rule(fields, rule, shelf)


def compile_rule(fields: Fields, rule: Rule, shelf: Shelf) -> CompiledRule:
    def phrase(source: str) -> Phrase:
        compiled = compile_phrase(source, shelf.lexicon, gap=rule.gap)
        if shelf.foreign:
            refuse_costly(compiled)
        return compiled

    def phrases(name: str, sources: tuple[str, ...]) -> tuple[Phrase, ...]:
        return fields.checked(name, lambda: tuple(map(phrase, sources)))

    return CompiledRule(
        rule,
        match=phrases("match", rule.match),
        needs=phrases("needs", rule.needs),
        under=phrases("under", rule.under),
        titled=phrases("titled", rule.titled),
        subject=phrases("subject", rule.subject),
        subject_end=phrases("subject_end", rule.subject_end),
        unless=phrases("unless", rule.unless),
        pseudo=phrases("pseudo", rule.pseudo),
        pattern_anchors=fields.checked("patterns", lambda: tuple(map(pattern_anchors, rule.patterns))),
        sides={side: phrases("sides", sources) for side, sources in rule.sides.items()},
    )


def _examples(fields: Fields) -> dict[str, tuple[Example, ...]]:
    examples = fields.inner("examples", required=True)
    bad = tuple(_bad(item) for item in examples.items("bad", least=_LEAST_EXAMPLES))
    good = tuple(_good(item) for item in examples.items("good", least=_LEAST_EXAMPLES))
    todo = tuple(_todo(item) for item in examples.items("todo"))
    examples.close()
    return {"bad": bad, "good": good, "todo": todo}


def _bad(item: Fields) -> Example:
    text, better, note = item.text("text"), item.text("better", ""), item.text("note", "")
    item.close()
    return item.checked("text", lambda: bad_example(text, better or None, note))


def _todo(item: Fields) -> Example:
    """A known gap: with marks what the rule should flag and does not, without them what it flags wrongly."""
    text, better, note = item.text("text"), item.text("better", ""), item.text("note")
    item.close()
    return item.checked(
        "text", lambda: bad_example(text, better or None, note) if "[[" in text else good_example(text, note)
    )


def _good(item: Fields) -> Example:
    text, note = item.text("text"), item.text("note", "")
    item.close()
    return item.checked("text", lambda: good_example(text, note))


def _check_kind(fields: Fields, rule: Rule) -> None:
    """Each kind has its own fields: none may be missing, none that it does not read may stand there."""
    for name, kinds in READ_BY.items():
        if getattr(rule, name) and rule.kind not in kinds:
            raise fields.error(name, f"không dùng với kind: {rule.kind}")
    for name in KIND_FIELDS[rule.kind]:
        if not getattr(rule, name):
            raise fields.error(name, f"bắt buộc với kind: {rule.kind}")
    if rule.once and rule.kind == "absent" and not rule.subject:
        raise fields.error("once", "với kind: absent chỉ dùng cùng trường subject")
    if "{subject}" in (rule.suggest or "") and not rule.subject:
        raise fields.error("suggest", "có {subject} nhưng quy tắc không có trường subject")
    if rule.kind == "contrast" and set(rule.sides) != set(SIDES):
        raise fields.error("sides", "phải có đúng hai vế: nam, nu")
