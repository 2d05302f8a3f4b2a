"""What is told of what a draft should no longer cite: since when, how sure, how it is recognised."""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain import StaleReference
from checker.exporting.rules.content import Section, named, rule_sections
from checker.labels import STATUS_LABELS
from checker.rulebook.guards import CompiledGuard
from checker.rulebook.references import CompiledReference, message

_FROM_RULE = ("Vì sao", "Bối cảnh chung", "Có nhận xét", "Không nhận xét")


def reference_sections(reference: CompiledReference, guards: Iterable[CompiledGuard]) -> list[Section]:
    """Return what is out of date, since when, what to cite instead, how sure that is, and the examples."""
    entry = reference.entry
    said = message(entry).replace("{quote}", "…").replace("{moi}", "đơn vị mới")
    instead = "Nên dẫn" if entry.basis.status == "verified" else "Có thể dẫn, sau khi đối chiếu"
    own = [
        Section("Nội dung", (said,)),
        Section("Căn cứ", (f"{entry.basis.article} {entry.basis.law}".strip(),)),
        Section("Tình trạng", (f"{STATUS_LABELS[entry.basis.status]}; nguồn: {entry.basis.source}.",)),
        Section(instead, () if entry.names else (entry.replacement,)),
        *_recognised(reference),
    ]
    shared = [one for one in rule_sections(reference.rule, guards) if one.head in _FROM_RULE]
    return [section for section in [*own, *shared] if section.items]


def _recognised(reference: CompiledReference) -> list[Section]:
    entry, rule = reference.entry, reference.rule
    return [
        Section("Nhận ra qua số", _joined(entry.numbers)),
        Section("Nhận ra qua tên", _joined(_titles(entry))),
        Section("Tên cũ → tên mới", tuple(f"{old} → {new}" for old, new in entry.names.items()), listed=True),
        Section("Nhận ra qua cụm từ", () if entry.names else _joined(named(rule.match))),
        Section("Im lặng khi điều khoản có", _joined(named(rule.unless))),
        Section("Không tính cụm chỉ trông giống", _joined(named(rule.pseudo))),
    ]


def _titles(entry: StaleReference) -> Iterable[str]:
    years = f" (năm {', '.join(map(str, entry.years))})" if entry.years else ""
    return [f"{title}{years}" for title in entry.titles]


def _joined(words: Iterable[str]) -> tuple[str, ...]:
    joined = "; ".join(words)
    return (f"{joined}.",) if joined else ()
