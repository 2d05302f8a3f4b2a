"""Two versions compared, as text for people and as one line of JSON (schema 1) for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checker.comparing import pieces
from checker.domain import ClausePair, Comparison, Document, Finding, FindingChange, SectionPair
from checker.exporting.json import SCHEMA, finding_dict
from checker.exporting.terminal import SIGNS, wrap
from checker.labels import CATEGORY_LABELS, CREDIT_LOST, CREDIT_NEW, FATE_LABELS, TIER_LABELS, change_label

ORDER = (*FATE_LABELS.values(), CREDIT_NEW, CREDIT_LOST)
MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


def grouped(comparison: Comparison) -> dict[str, list[FindingChange]]:
    """The changes under what became of them; groups that are empty are left out."""
    groups: dict[str, list[FindingChange]] = {label: [] for label in ORDER}
    for change in comparison.findings:
        groups[change_label(change)].append(change)
    return {label: changes for label, changes in groups.items() if changes}


def headline(comparison: Comparison) -> str:
    """One sentence: how many findings of each fate, and how many Điều changed."""
    counted = [f"{len(changes)} {label.lower()}" for label, changes in grouped(comparison).items()]
    findings = f"Nhận xét: {'; '.join(counted)}." if counted else "Hai bản đều không có nhận xét nào."
    touched = sum(section.changed for section in comparison.sections)
    words = f"Có {touched} điều (phần) đổi lời." if touched else "Lời văn hai bản như nhau."
    return f"{findings} {words}"


def cited(document: Document, index: int | None) -> str:
    """How a clause is cited; its paragraph where it has no citation, "" without a clause."""
    if index is None:
        return ""
    clause = document.clauses[index]
    return clause.citation or f"đoạn {document.blocks[clause.block].place.number}"


def route(old: str, new: str) -> str:
    """Where something stood and stands, once if that is the same."""
    return " → ".join(dict.fromkeys(place for place in (old, new) if place))


def render(comparison: Comparison) -> str:
    """Return the comparison as text of 80 columns that ends in a line feed."""
    old, new = comparison.old.document, comparison.new.document
    parts = [
        "\n".join(wrap(f"{old.name} → {new.name}", indent="")),
        "\n".join(wrap(headline(comparison), indent="")),
    ]
    for label, changes in grouped(comparison).items():
        parts.append("\n".join([f"{label} ({len(changes)})", *(_entry(change) for change in changes)]))
    changed = [section for section in comparison.sections if section.changed]
    if changed:
        title = "Điều khoản đổi lời ([-bỏ-] {+thêm+})"
        parts.append("\n".join([title, *(_section(section, old, new) for section in changed)]))
    return "\n\n".join(parts) + "\n"


def _entry(change: FindingChange) -> str:
    finding = change.new or change.old
    assert finding is not None  # a change without a finding is none
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    place = route(*(_place(one) for one in (change.old, change.new)))
    lines = wrap(
        f"{SIGNS[finding.tier]} {TIER_LABELS[finding.tier]}: {category} – {place or 'cả văn bản'}",
        indent="  ",
    )
    quotes = dict.fromkeys(f"“{one.quote}”" for one in (change.old, change.new) if one and one.quote)
    return "\n".join([*lines, *wrap(" → ".join(quotes)), *wrap(finding.message)])


def _place(finding: Finding | None) -> str:
    return finding.citation if finding else ""


def _section(section: SectionPair, old: Document, new: Document) -> str:
    lines = wrap(route(cited(old, section.old), cited(new, section.new)), indent="  ")
    for pair in section.pairs:
        if pair.changed:
            lines += wrap(
                f"{route(cited(old, pair.old), cited(new, pair.new))}: {''.join(_marked(pair, old, new))}"
            )
    return "\n".join(lines)


def _marked(pair: ClausePair, old: Document, new: Document) -> Iterator[str]:
    for piece in pieces(words_of(old, pair.old), words_of(new, pair.new)):
        before, after = MARKS[piece.kind]
        yield f"{before}{piece.text.rstrip()}{after}{' ' if piece.text[-1:].isspace() else ''}"


def words_of(document: Document, index: int | None) -> str:
    """A clause's words without its printed number; "" without a clause."""
    if index is None:
        return ""
    clause = document.clauses[index]
    return document.text[clause.label.end : clause.span.end].strip()


def render_json(comparison: Comparison) -> str:
    """Return the comparison as one line of JSON: findings by fate, and the clauses whose words changed."""
    old, new = comparison.old, comparison.new
    plain = {
        "schema": SCHEMA,
        "old": {"file": old.document.name, "versions": dict(old.versions), "notes": list(old.notes)},
        "new": {"file": new.document.name, "versions": dict(new.versions), "notes": list(new.notes)},
        "findings": [_change(change) for change in comparison.findings],
        "sections": [_section_dict(one, old.document, new.document) for one in comparison.sections],
    }
    return json.dumps(plain, ensure_ascii=False) + "\n"


def _change(change: FindingChange) -> dict[str, Any]:
    old, new = (finding_dict(one) if one else None for one in (change.old, change.new))
    return {"fate": change.fate, "old": old, "new": new}


def _section_dict(section: SectionPair, old: Document, new: Document) -> dict[str, Any]:
    changes = [_clause_dict(pair, old, new) for pair in section.pairs if pair.changed]
    places = {"old": cited(old, section.old) or None, "new": cited(new, section.new) or None}
    return places | {"changed": section.changed, "clauses": changes}


def _clause_dict(pair: ClausePair, old: Document, new: Document) -> dict[str, Any]:
    found = pieces(words_of(old, pair.old), words_of(new, pair.new))
    return {
        "old": cited(old, pair.old) or None,
        "new": cited(new, pair.new) or None,
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in found],
    }
