"""The rule library for a terminal: a list by category, and one rule with its reasons and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby

from checker.domain import Example, LegalBasis, Rule, Span
from checker.labels import CATEGORY_LABELS, DOCUMENT_LABELS, STATUS_LABELS, TIER_LABELS
from checker.rulebook.rules import CompiledRule
from checker.rulebook.wording import wording

WIDTH = 80


def overview(rules: Iterable[Rule]) -> str:
    """Return the rules by category, one line a rule: id, tier, title."""
    order = list(CATEGORY_LABELS)
    ranked = sorted(rules, key=lambda rule: (order.index(rule.category), rule.id))
    groups = groupby(ranked, key=lambda rule: rule.category)
    return "\n".join(_category(category, list(group)) for category, group in groups)


def _category(category: str, rules: list[Rule]) -> str:
    lines = [f"  {rule.id}\n      {TIER_LABELS[rule.tier]}: {rule.title}" for rule in rules]
    return "\n".join([f"{CATEGORY_LABELS[category]} ({category}): {len(rules)} quy tắc", *lines]) + "\n"


def explain(compiled: CompiledRule) -> str:
    """Return what the rule finds, why, on which legal basis, when it is silent, and its examples."""
    rule = compiled.rule
    parts = [
        [*_wrap(rule.title), *_wrap(_heading(rule))],
        _wrap(f"Vì sao: {rule.why}"),
        [line for basis in rule.legal_basis for line in _wrap(f"Căn cứ: {_basis(basis)}")],
        _wrap(f"Gợi ý: {rule.suggest}") if rule.suggest else [],
        _silent(compiled),
        [line for example in rule.bad for line in _bad(example)],
        [line for example in rule.good for line in _good(example)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _heading(rule: Rule) -> str:
    return f"{rule.id}, {CATEGORY_LABELS[rule.category]}, {TIER_LABELS[rule.tier].lower()}"


def _silent(compiled: CompiledRule) -> list[str]:
    """Return when the rule says nothing: its cues, its look-alikes, the documents it does not apply to."""
    kinds = [DOCUMENT_LABELS.get(kind, kind) for kind in compiled.rule.applies_to]
    sentences = {
        "Không áp dụng khi cùng phạm vi có: ": [wording(phrase.items) for phrase in compiled.unless],
        "Không tính các cụm từ: ": [wording(phrase.items) for phrase in compiled.pseudo],
        "Chỉ áp dụng cho loại văn bản: ": kinds,
    }
    return [
        line for start, words in sentences.items() if words for line in _wrap(start + "; ".join(words) + ".")
    ]


def _bad(example: Example) -> list[str]:
    better = _wrap(f"Nên viết: {example.better}", indent="    ") if example.better else []
    return [*_wrap(f"Có nhận xét: {_marked(example)}"), *better]


def _good(example: Example) -> list[str]:
    note = f" ({example.note})" if example.note else ""
    return _wrap(f"Không nhận xét: {example.text}{note}")


def _marked(example: Example) -> str:
    text = example.text
    for mark in sorted(example.marks, reverse=True):
        text = f"{text[: mark.start]}«{_quote(text, mark)}»{text[mark.end :]}"
    return text


def _quote(text: str, mark: Span) -> str:
    return text[mark.start : mark.end]


def _basis(basis: LegalBasis) -> str:
    summary = f": {basis.summary}" if basis.summary else ""
    return f"{basis.article} {basis.law} ({STATUS_LABELS[basis.status]}){summary}".strip()


def _wrap(text: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
    )
