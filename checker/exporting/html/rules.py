"""The rules that a report raised, an entry each: why, on what legal basis, how sure that is, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from checker.domain import Finding, LegalBasis
from checker.exporting.html.elements import element
from checker.exporting.wording import provision
from checker.labels import CATEGORY_LABELS, STATUS_LABELS


def entry_id(rule: str) -> str:
    """The id of a rule's entry, which a Word comment links to as well."""
    return f"q-{rule}"


def rules(findings: Sequence[Finding]) -> Element | None:
    """The entries in the order in which the rules first apply; None where nothing was raised."""
    numbers: dict[str, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        numbers.setdefault(finding.rule, []).append(number)
    if not numbers:
        return None
    entries = [_entry(findings[places[0] - 1], places) for places in numbers.values()]
    return element("section", element("h2", "Quy tắc và căn cứ"), *entries, class_="rules")


def _entry(finding: Finding, places: Sequence[int]) -> Element:
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    told = [element("p", element("b", "Vì sao: "), finding.why)] if finding.why else []
    basis = [element("li", _basis(each)) for each in finding.legal_basis]
    return element(
        "article",
        element("h3", category, element("span", f" (mã {finding.rule})", class_="caution")),
        *told,
        element("ul", *basis) if basis else None,
        element("p", "Nhận xét: ", *_links(places)),
        id=entry_id(finding.rule),
    )


def _basis(basis: LegalBasis) -> str:
    parts = [provision(basis), basis.summary, f"Tình trạng: {STATUS_LABELS[basis.status]}"]
    parts += [f"Nguồn: {basis.source}"] if basis.source else []
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _links(places: Sequence[int]) -> Iterator[Element | str]:
    for index, number in enumerate(places):
        yield ", " if index else ""
        yield element("a", str(number), href=f"#n{number}")
