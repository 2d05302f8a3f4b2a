"""A card a finding: place, message, why, legal basis, suggestion, decision; and what was not raised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from checker.domain import Decision, Finding, LegalBasis, Suppressed
from checker.exporting.html.elements import element
from checker.exporting.html.rules import entry_id
from checker.exporting.verdicts import Decisions, decision_on, signed
from checker.exporting.wording import caution, provision, where
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS


def cards(findings: Sequence[Finding], decisions: Decisions, *, marked: bool = True) -> Element:
    """The cards in reading order; that of finding n has the id "n<n>", counted from 1.

    Where the page shows the document (`marked`) the place leads to the mark.
    """
    drawn = [_card(number, finding, decisions, marked=marked) for number, finding in enumerate(findings, 1)]
    empty = element("p", "Không có nhận xét nào.") if not drawn else None
    return element("section", element("h2", "Nhận xét"), empty, *drawn, class_="cards")


def _card(number: int, finding: Finding, decisions: Decisions, *, marked: bool) -> Element:
    decision = decision_on(finding, decisions)
    names = ["card", f"tier-{finding.tier}", *([decision.verdict] if decision else [])]
    return element(
        "article",
        *_head(number, finding, marked=marked),
        *_body(finding, decision),
        id=f"n{number}",
        class_=" ".join(names),
    )


def _head(number: int, finding: Finding, *, marked: bool) -> Iterator[Element]:
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    badge = f"{TIER_SIGNS[finding.tier]}{number} {TIER_LABELS[finding.tier]}"
    yield element("h3", element("span", badge, class_="badge"), f": {category}")
    place = where(finding)
    linked = element("a", place, href=f"#m{number}") if finding.quote and marked else place
    yield element("p", linked, class_="place")
    if finding.quote:
        yield element("blockquote", f"“{finding.quote}”")
    yield element("p", finding.message, class_="message")


def _body(finding: Finding, decision: Decision | None) -> Iterator[Element]:
    if finding.why:
        yield _told("Vì sao: ", finding.why)
    yield from (_basis(basis, finding.rule) for basis in finding.legal_basis)
    if finding.suggestion:
        yield _told("Gợi ý: ", finding.suggestion)
    if finding.redraft:
        yield _told("Có thể viết: ", f"“{finding.redraft}”", class_="redraft")
    if decision:
        yield _decision(decision)


def _told(name: str, said: str, *, class_: str = "told") -> Element:
    return element("p", element("b", name), said, class_=class_)


def _basis(basis: LegalBasis, rule: str) -> Element:
    doubt = caution(basis)
    return element(
        "p",
        element("b", "Căn cứ: "),
        element("a", provision(basis), href=f"#{entry_id(rule)}"),
        f". {basis.summary}" if basis.summary else "",
        element("span", f" ({doubt})", class_="caution") if doubt else None,
        class_="told",
    )


def _decision(decision: Decision) -> Element:
    return element(
        "div",
        _told("Quyết định: ", signed(decision)),
        _told("Lý do: ", decision.reason) if decision.reason else None,
        _told("Viết lại: ", f"“{decision.wording}”", class_="redraft") if decision.wording else None,
        _told("Ghi chú cho cơ quan soạn thảo: ", decision.note) if decision.note else None,
        class_="decision",
    )


def held_down(suppressed: Sequence[Suppressed]) -> Element | None:
    """The places that were weighed and not raised, under the reason that they share; None without any."""
    if not suppressed:
        return None
    reasons: dict[str, dict[str, None]] = {}
    for one in suppressed:
        place = f"“{one.finding.quote}” ({where(one.finding)})" if one.finding.quote else where(one.finding)
        reasons.setdefault(one.reason, {})[place] = None
    listed = [
        element("li", element("b", f"{reason} "), f"{'; '.join(places)}.")
        for reason, places in reasons.items()
    ]
    head = element("h2", f"Đã xem xét, không nêu ({len(suppressed)} chỗ)")
    return element("section", head, element("ul", *listed), class_="held")
