"""The phrase language, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Span
from checker.errors import InvalidRule
from checker.matching.anchors import build_index
from checker.matching.phrases import find_phrase
from checker.matching.views import view_of
from checker.rulebook.phrases import Lexicon, compile_phrase

LEXICON = Lexicon(
    {"nu": ["phụ nữ", "nữ {nghe}", "{nghe} nữ"], "nghe": ["công nhân", "y tá"], "loop": ["{loop}"]}
)


def pieces_of(phrase: str, text: str, gap: int = 6) -> list[list[str]]:
    compiled = compile_phrase(phrase, LEXICON, gap=gap)
    view = view_of(text, [Span(0, len(text))])
    spans = [[view.span(*piece) for piece in pieces] for pieces in find_phrase(compiled, view)]
    return [[text[span.start : span.end] for span in match] for match in spans]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("thiên chức", "Thực hiện thiên  chức làm mẹ.", [["thiên  chức"]]),
        ("hòa giải", "Tổ hoà giải họp.", [["hoà giải"]]),
        ("nam", "Việt Nam, namecard, nam", [["Nam"], ["nam"]]),
        ("phụ nữ, trẻ em", "phụ nữ, trẻ em; phụ nữ trẻ em", [["phụ nữ, trẻ em"]]),
        ("phụ nữ (và | ,)? trẻ em", "phụ nữ và trẻ em", [["phụ nữ và trẻ em"]]),
        ("{nu} … ốm", "Công nhân nữ, y tá nữ chăm con ốm.", [["Công nhân nữ", "ốm"]]),
        ("{nu} …1 ốm", "Công nhân nữ chăm con đang ốm.", []),
        ("{nu} … ốm", "Phụ nữ đến khám. Con ốm.", []),
        ("{nu} … ốm", "Phụ nữ được nghỉ 1.250 giờ; con ốm.", [["Phụ nữ", "ốm"]]),
        ("(vợ | chồng) con", "vợ con, chồng con, vợ, con", [["vợ con"], ["chồng con"]]),
        (
            "con dưới {so} tuổi",
            "con dưới ba mươi sáu tuổi và con dưới 6 tuổi",
            [["con dưới ba mươi sáu tuổi"], ["con dưới 6 tuổi"]],
        ),
        ("^ chủ hộ", "Chủ hộ ký; chủ hộ nhận.", [["Chủ hộ"]]),
        ("được nghỉ $", "Được nghỉ rồi được nghỉ.", [["được nghỉ"]]),
        ("nữ * trưởng", "nữ tổ trưởng và nữ trưởng", [["nữ tổ trưởng"]]),
        ("ông bà", "ông (bà), ông/bà, ông, bà", [["ông (bà"], ["ông/bà"]]),
        ("{nu} & ốm", "Con ốm thì phụ nữ nghỉ.", [["ốm", "phụ nữ"]]),
        ("{nu} & ốm", "Con ốm. Phụ nữ nghỉ; con ốm thì phụ nữ nghỉ.", [["Phụ nữ", "ốm"]]),
        ("{nu} &1 ốm", "Con ốm thì phụ nữ nghỉ.", [["ốm", "phụ nữ"]]),
        ("{nu} &1 ốm", "Con ốm thì được phụ nữ chăm.", []),
        ("{nu} &1 ốm", "Phụ nữ nghỉ, nuôi con ốm; con ốm thì phụ nữ nghỉ.", [["ốm", "phụ nữ"]]),
        ("con & con", "Con ốm.", []),
        ("nuôi … con & {nu} & ốm", "Ốm nhẹ, phụ nữ nuôi một con.", [["Ốm", "phụ nữ", "nuôi", "con"]]),
    ],
)
def test_phrase_finds(phrase: str, text: str, found: list[list[str]]) -> None:
    assert pieces_of(phrase, text) == found


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "… con",
        "con …",
        "a … … b",
        "(a | b",
        "a)",
        "(a | )",
        "{khong-co}",
        "{loop}",
        "(a … b)",
        "*",
        "{so}",
        "(a)?",
        "a # b",
        "& a",
        "a &",
        "a & … b",
        "(a & b)",
    ],
)
def test_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(InvalidRule):
        compile_phrase(phrase, LEXICON, gap=6)


WORDS = st.lists(
    st.sampled_from(["phụ", "nữ", "y", "tá", "ốm", "con", ",", "công", "nhân", "và"]), max_size=14
)


@given(
    WORDS,
    st.sampled_from(
        ["{nu} … ốm", "phụ nữ, con", "(nữ | con) ốm", "y tá (nữ)? và", "{nghe} …2 con", "con & {nu}"]
    ),
)
def test_what_matches_always_has_its_anchors(words: list[str], phrase: str) -> None:
    """The index may propose too much but never hides a match."""
    text = " ".join(words)
    compiled = compile_phrase(phrase, LEXICON, gap=6)
    view = view_of(text, [Span(0, len(text))])
    index = build_index([compiled.anchors])
    if next(find_phrase(compiled, view), None):
        assert index.complete(index.hits(view.words)) == [0]


@given(st.text(alphabet='aăđ ơ1.,;:()"“”-\n', max_size=60))
def test_view_syllables_know_their_place(text: str) -> None:
    view = view_of(text, [Span(0, len(text))])
    assert list(view.starts) == sorted(view.starts)
    for word, start, end in zip(view.words, view.starts, view.ends, strict=True):
        assert text[start:end].lower() == word or len(word) == end - start


@pytest.mark.parametrize(
    "source",
    [
        "nữ …60 nữ …60 nữ …60 nữ …60 nữ …60 nữ …60 nam",
        "(nữ)? (nữ)? " * 14 + "nam",
        "( " + "(nữ)? " * 28 + "nam )",
    ],
)
def test_many_ways_that_all_fail_are_tried_once(source: str) -> None:
    """Without memory these phrases would take longer than anybody waits: the test would not end."""
    text = "nữ " * 60
    view = view_of(text, [Span(0, len(text))])
    assert list(find_phrase(compile_phrase(source, Lexicon({}), gap=12), view)) == []
