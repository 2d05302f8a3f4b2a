"""The viewer's data: text stays whole, marks stand where the findings are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import (
    Block,
    Cell,
    Clause,
    Document,
    Evidence,
    Finding,
    LegalBasis,
    Place,
    Report,
    Span,
    Suppressed,
    Tier,
)
from checker.exporting.segments import levels, order, segments
from checker.exporting.wording import headline
from checker.ui.view import view

LETTERS = st.text(alphabet="aăâđêôơưẳộ <>&\"'.\t1", max_size=30)


def document(texts: Sequence[str], cells: Sequence[Cell | None] = ()) -> Document:
    places = list(cells) or [None] * len(texts)
    blocks = tuple(Block(text, Place(n + 1, None, places[n])) for n, text in enumerate(texts))
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    clauses = tuple(
        Clause(n, "khoan", str(n), Span(s, s + len(t)), n, Span(s, s))
        for n, (s, t) in enumerate(zip(starts, texts, strict=True))
    )
    return Document("du-thao.txt", "\n".join(texts), blocks, tuple(starts), clauses)


def finding(text: str, span: Span, *, tier: Tier = "should", **changes: Any) -> Finding:
    fields: dict[str, Any] = {
        "id": f"{span.start}-{span.end}",
        "rule": "r",
        "category": "care-role",
        "tier": tier,
        "quote": text[span.start : span.end],
        "span": span,
        "clause": 0,
        "citation": "khoản 1 Điều 2",
        "place": Place(1),
        "message": "m",
        "why": "w",
        "suggestion": None,
        "legal_basis": (),
        "evidence": (),
        "score": 0.8,
    }
    return Finding(**fields | changes)


def report(doc: Document, findings: Sequence[Finding], held: Sequence[Suppressed] = ()) -> Report:
    return Report(doc, tuple(findings), tuple(held), (), ("Một ghi chú.",), {})


def paragraphs(items: Sequence[Any]) -> Iterator[Any]:
    for item in items:
        if "rows" in item:
            yield from (p for row in item["rows"] for cell in row for p in cell["items"])
        else:
            yield item


@st.composite
def reports(draw: st.DrawFn) -> Report:
    doc = document(draw(st.lists(LETTERS, min_size=1, max_size=8)))
    ends = st.integers(0, len(doc.text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8, unique=True))
    return report(doc, [finding(doc.text, Span(min(pair), max(pair))) for pair in pairs])


@given(reports())
def test_segments_rebuild_every_block_exactly(made: Report) -> None:
    drawn = list(paragraphs(view(made)["items"]))  # type: ignore[call-overload]
    texts = ["".join(text for text, _ in item["segments"]) for item in drawn]
    assert texts == [block.text for block in made.document.blocks]
    assert [item["block"] for item in drawn] == list(range(len(texts)))


@given(reports())
def test_each_mark_covers_its_quote_and_nothing_more(made: Report) -> None:
    data = view(made)
    pieces = [piece for item in paragraphs(data["items"]) for piece in item["segments"]]  # type: ignore[arg-type]
    for index, source in enumerate(order(made.findings)):
        covered = "".join(text for text, indexes in pieces if index in indexes)
        assert covered == source.quote.replace("\n", "")


@given(reports())
def test_overlapping_marks_never_share_an_underline(made: Report) -> None:
    spans = [source.span for source in order(made.findings)]
    rows = levels(spans)
    clashes = [
        (one, two)
        for n, one in enumerate(spans)
        for m, two in enumerate(spans[:n])
        if rows[n] == rows[m] and one.start < two.end and two.start < one.end
    ]
    assert clashes == []


@given(reports())
def test_the_view_is_plain_json_and_depends_on_the_report_only(made: Report) -> None:
    assert json.loads(json.dumps(view(made))) == json.loads(json.dumps(view(made)))


def test_nested_marks_name_the_outer_one_first() -> None:
    spans = [Span(0, 9), Span(4, 6)]
    assert segments("trụ cột ấy", 0, spans, [0, 1]) == [
        ("trụ ", [0]),
        ("cộ", [0, 1]),
        ("t ấ", [0]),
        ("y", []),
    ]


def test_a_mark_over_two_paragraphs_stands_in_both() -> None:
    doc = document(["một hai", "ba bốn"])
    drawn = list(paragraphs(view(report(doc, [finding(doc.text, Span(4, 10))]))["items"]))  # type: ignore[arg-type]
    assert [[piece for piece in item["segments"] if piece[1]] for item in drawn] == [
        [("hai", [0])],
        [("ba", [0])],
    ]


def test_cells_become_one_table_with_rows_in_order() -> None:
    places = [None, Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 0, 1), Cell(0, 1, 2), Cell(1, 0, 0), None]
    doc = document(["trước", "a", "b", "c", "d", "bảng khác", "sau"], places)
    items: Any = view(report(doc, []))["items"]
    assert ["rows" in item for item in items] == [False, True, True, False]
    first = items[1]
    assert first["columns"] == 3
    assert [[(cell["column"], len(cell["items"])) for cell in row] for row in first["rows"]] == [
        [(0, 1), (1, 2)],
        [(2, 1)],
    ]


def test_a_card_says_where_why_and_how_sure_the_law_is() -> None:
    doc = document(["Lao động nữ được nghỉ khi con ốm."])
    laws = (
        LegalBasis("a", "Luật A", "Điều 1", "verified"),
        LegalBasis("b", "Luật B", "Điều 2", "unverified"),
    )
    source = finding(doc.text, Span(0, 11), place=Place(1, 6), legal_basis=laws, suggestion="Người lao động")
    card: Any = view(report(doc, [source]))["findings"]
    assert card[0]["citation"] == "khoản 1 Điều 2, trang 6"
    assert (card[0]["tierLabel"], card[0]["categoryLabel"]) == ("Cảnh báo", "Việc chăm sóc gán cho một giới")
    assert [law["name"] for law in card[0]["basis"]] == ["Điều 1 Luật A", "Điều 2 Luật B"]
    assert card[0]["basis"][0]["caution"] == ""
    assert "chưa kiểm chứng" in card[0]["basis"][1]["caution"]


def test_a_card_names_the_words_weighed_outside_the_quote_once() -> None:
    doc = document(["Lao động nữ mang thai, trừ mang thai hộ."])
    weighed = (Evidence(Span(0, 11)), *(Evidence(Span(at, at + 9), "context") for at in (12, 27)))
    inside = Evidence(Span(8, 11), "context")
    source = finding(doc.text, Span(0, 11), evidence=(*weighed, inside))
    cards: Any = view(report(doc, [source]))["findings"]
    assert cards[0]["context"] == ["mang thai"]


def test_a_finding_about_the_whole_document_has_a_card_and_no_mark() -> None:
    doc = document(["một", "hai"])
    data: Any = view(report(doc, [finding(doc.text, Span(0, 0), citation="")]))
    assert data["findings"][0]["citation"] == "Toàn văn bản"
    assert all(indexes == [] for item in data["items"] for _, indexes in item["segments"])


def test_what_was_held_down_is_told_with_its_reason() -> None:
    doc = document(["một", "hai"])
    one, two = (finding(doc.text, span) for span in (Span(0, 3), Span(4, 7)))
    held = [
        Suppressed(two, "guard", "Có căn cứ."),
        Suppressed(one, "guard", "Là trích dẫn."),
        Suppressed(two, "other", "Có căn cứ."),
        Suppressed(one, "guard", "Có căn cứ."),
    ]
    told: Any = view(report(doc, [], held))["suppressed"]
    assert [(group["reason"], [(p["quote"], p["block"]) for p in group["places"]]) for group in told] == [
        ("Có căn cứ.", [("hai", 1), ("một", 0)]),
        ("Là trích dẫn.", [("một", 0)]),
    ]


def test_another_draft_has_another_identity() -> None:
    one, two = document(["một"]), document(["hai"])
    assert view(report(one, []))["id"] != view(report(two, []))["id"]


@pytest.mark.parametrize(
    ("tiers", "sentence"),
    [
        ([], "Chưa thấy chỗ nào cần xem xét."),
        (["credit"], "Chưa thấy chỗ nào cần xem xét; có 1 điểm tốt về lồng ghép giới."),
        (["should", "must", "should"], "Có 3 chỗ nên xem xét: 1 lỗi, 2 cảnh báo."),
        (["consider", "credit"], "Có 1 chỗ nên xem xét: 1 gợi ý; và 1 điểm tốt về lồng ghép giới."),
    ],
)
def test_headline_counts_by_tier(tiers: list[Tier], sentence: str) -> None:
    assert headline([finding("abc", Span(0, 1), tier=tier) for tier in tiers]) == sentence
