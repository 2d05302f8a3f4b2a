"""One comment a place: findings that a reviewer would write once are merged, the best one is kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from checker.domain import SUBSTANCE, Finding, Span, Suppressed, Tier
from checker.matching.absence import Missing, same_subject
from checker.rulebook.references import CATEGORY as STALE
from checker.text.spans import overlap

TIERS: tuple[Tier, ...] = ("must", "should", "consider", "credit")
_WORDING = ("gendered-term", "stereotype", STALE)
_SAME_CLAUSE = "Cùng điều khoản, cùng loại với một nhận xét đã nêu."
_SAME_UNIT = "Cùng Điều, cùng loại với một nhận xét đã nêu: chỉ cần bổ sung một lần."
_QUOTED = re.compile("“[^”]*”")  # what differs from place to place in a message
_SAID_ONCE = "Đã nêu một lần tại {place}."
_ELSEWHERE = "Văn bản còn {count} chỗ khác: {places}."
_SURER = "Cùng điều khoản đã có một nhận xét cụ thể hơn."
_WIDE = 0.6  # a rule that is less sure than that reads by families of words alone
_PLACES = 4  # named before the list is cut
_SAME_SUBJECT = "Tập thể này đã có nhận xét ở chỗ quy định về thành phần ({place})."


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and, where it tells of missing words, what lacks them."""

    finding: Finding
    missing: Missing | None = None


def merge(found: Iterable[Found]) -> tuple[list[Finding], list[Suppressed]]:
    """One finding a place: the best one, with the evidence of the others, which say where they went."""
    kept: dict[str, list[Found]] = defaultdict(list)
    merged: list[Suppressed] = []
    for one in sorted(found, key=_weight):
        rivals = kept[one.finding.category]
        at, reason = _rival(one, rivals)
        if at is None:
            rivals.append(one)
            continue
        rivals[at] = _with_evidence(rivals[at], one)
        merged.append(Suppressed(one.finding, rivals[at].finding.rule, reason))
    findings = [one.finding for rivals in kept.values() for one in rivals]
    return sorted(findings, key=lambda finding: (finding.span, finding.rule)), merged


def yield_to_surer(
    findings: Iterable[Finding], answered: Iterable[Finding] = ()
) -> tuple[list[Finding], list[Suppressed]]:
    """On matters of substance a wide rule is silent where a surer one names the matter in its clause.

    Also where people have `answered` the surer one with a reason: the wide one would ask again.
    """
    listed = list(findings)
    surest: dict[int, Finding] = {}
    for one in sorted([*listed, *answered], key=lambda finding: finding.score):
        if one.category in SUBSTANCE:
            surest[one.clause] = one
    kept: list[Finding] = []
    silent: list[Suppressed] = []
    for one in listed:
        other = surest.get(one.clause)
        if other and one.category in SUBSTANCE and one.score < _WIDE and other.score >= _WIDE:
            silent.append(Suppressed(one, other.rule, _SURER))
        else:
            kept.append(one)
    return kept, silent


def once_a_document(
    findings: Iterable[Finding], whole: Collection[str]
) -> tuple[list[Finding], list[Suppressed]]:
    """One finding for each thing that is out of date, and one for each rule whose id is in `whole`.

    It stands at its first place, which tells of the others.
    """
    kept: list[Finding] = []
    others: dict[int, list[Finding]] = defaultdict(list)
    first: dict[tuple[str, str], int] = {}
    for one in findings:
        key = (one.rule, "" if one.rule in whole else _QUOTED.sub("", one.message, count=1))
        if (one.category == STALE or one.rule in whole) and first.setdefault(key, len(kept)) < len(kept):
            others[first[key]].append(one)
        else:
            kept.append(one)
    repeated = [
        Suppressed(one, kept[at].rule, _SAID_ONCE.format(place=_place(kept[at])))
        for at, more in others.items()
        for one in more
    ]
    for at, more in others.items():
        kept[at] = replace(kept[at], message=f"{kept[at].message} {_elsewhere(more)}")
    return kept, repeated


def _elsewhere(more: Sequence[Finding]) -> str:
    places = list(dict.fromkeys(map(_place, more)))
    shown = "; ".join(places[:_PLACES]) + ("; …" if len(places) > _PLACES else "")
    return _ELSEWHERE.format(count=len(more), places=shown)


def _place(finding: Finding) -> str:
    return finding.citation or f"đoạn {finding.place.number}"


def _weight(found: Found) -> tuple[int, float, int, Span, str]:
    finding = found.finding
    length = 0 if found.missing else finding.span.end - finding.span.start
    return TIERS.index(finding.tier), -finding.score, -length, finding.span, finding.rule


def _rival(one: Found, kept: Sequence[Found]) -> tuple[int | None, str]:
    """Which finding of the same category already says it, and how."""
    for at, other in enumerate(kept):
        if _same_place(one.finding, other.finding):
            return at, _SAME_CLAUSE
        if one.missing is None or other.missing is None:
            continue
        if one.missing.unit == other.missing.unit:
            return at, _SAME_UNIT
        if one.missing.once and same_subject(one.missing.subject, other.missing.subject):
            return at, _SAME_SUBJECT.format(place=other.finding.citation)
    return None, ""


def _with_evidence(found: Found, other: Found) -> Found:
    """The finding with the words of another elsewhere in the clause; a rival reading adds none.

    Missing words are missing once: what else could have called for them is no evidence.
    """
    finding, more = found.finding, other.finding
    if other.missing is not None or overlap(finding.span, more.span):
        return found
    return replace(found, finding=replace(finding, evidence=(*finding.evidence, *more.evidence)))


def _same_place(finding: Finding, other: Finding) -> bool:
    """A reviewer writes one comment a clause on a matter of substance, and one on each gendered word."""
    if finding.clause != other.clause:
        return False
    return finding.category not in _WORDING or overlap(finding.span, other.span)
