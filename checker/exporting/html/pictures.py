"""Two small pictures: where in the document the findings stand, and of which category they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from checker.domain import Document, Finding, Tier
from checker.exporting.html.elements import element
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS

_WIDTH = 720
_LEFT = 110  # where the line of a tier begins
_ROW = 26
_BAR = 340  # where the bars begin


def pictures(document: Document, findings: Sequence[Finding]) -> Element | None:
    """The section with both pictures, each with its words; None without a finding."""
    if not findings:
        return None
    return element(
        "section",
        element("h2", "Nhận xét nằm ở đâu, thuộc loại nào"),
        _figure(_along(document, findings), _said_along(document, findings)),
        _figure(_by_category(findings), _said_by_category(findings)),
        class_="pictures",
    )


def _figure(picture: Element, caption: str) -> Element:
    picture.set("role", "img")
    picture.set("aria-label", caption)
    return element("figure", picture, element("figcaption", caption))


def _along(document: Document, findings: Sequence[Finding]) -> Element:
    """A line a tier; each finding is a sign at its place between the first and the last character."""
    tiers = [tier for tier in TIER_LABELS if any(finding.tier == tier for finding in findings)]
    height = _ROW * len(tiers) + 18
    lines = [part for row, tier in enumerate(tiers) for part in _line(document, findings, tier, row)]
    ends = [
        _text("đầu văn bản", _LEFT, height - 4, class_="small"),
        _text("cuối văn bản", _WIDTH - 10, height - 4, class_="small end"),
    ]
    return element("svg", *lines, *ends, viewBox=f"0 0 {_WIDTH} {height}")


def _line(document: Document, findings: Sequence[Finding], tier: Tier, row: int) -> Iterator[Element]:
    middle = _ROW * row + _ROW // 2
    yield _text(f"{TIER_SIGNS[tier]} {TIER_LABELS[tier]}", 0, middle + 5, class_=f"tier-{tier}")
    yield element("path", d=f"M{_LEFT} {middle}H{_WIDTH - 10}", class_="axis")
    length = max(len(document.text), 1)
    for finding in findings:
        if finding.tier == tier:
            at = _LEFT + round((_WIDTH - 10 - _LEFT) * finding.span.start / length)
            yield _text(TIER_SIGNS[tier], at, middle + 5, class_=f"middle tier-{tier}")


def _by_category(findings: Sequence[Finding]) -> Element:
    """A bar a category, the longest first, with its number."""
    counts = Counter(finding.category for finding in findings).most_common()
    most = counts[0][1]
    parts: list[Element] = []
    for row, (category, count) in enumerate(counts):
        top = _ROW * row
        long = round((_WIDTH - 50 - _BAR) * count / most)
        bar = {"x": str(_BAR), "y": str(top + 4), "width": str(long), "height": str(_ROW - 8)}
        parts += [
            _text(CATEGORY_LABELS.get(category, category), 0, top + _ROW // 2 + 5),
            element("rect", **bar, class_="bar"),
            _text(str(count), _BAR + long + 8, top + _ROW // 2 + 5),
        ]
    return element("svg", *parts, viewBox=f"0 0 {_WIDTH} {_ROW * len(counts)}")


def _text(said: str, x: int, y: int, *, class_: str = "") -> Element:
    return element("text", said, x=str(x), y=str(y), class_=class_)


def _said_along(document: Document, findings: Sequence[Finding]) -> str:
    thirds = Counter(min(2, 3 * finding.span.start // max(len(document.text), 1)) for finding in findings)
    named = zip(("phần đầu", "phần giữa", "phần cuối"), (thirds[0], thirds[1], thirds[2]), strict=True)
    return f"Theo chiều dài văn bản: {', '.join(f'{part} {count} chỗ' for part, count in named)}."


def _said_by_category(findings: Sequence[Finding]) -> str:
    counts = Counter(CATEGORY_LABELS.get(one.category, one.category) for one in findings).most_common()
    return f"Theo loại: {'; '.join(f'{label}: {count}' for label, count in counts)}."
