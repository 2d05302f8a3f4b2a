"""Round trip: each character of a document's text has a place in the Word file, and it is the right one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Block, Document, Span, View
from checker.reading.docx import read_docx
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import Piece, pieces
from checker.reading.docx.spelling import origin_of, raw_span
from checker.reading.docx.story import Story, read_story
from checker.structure import parse
from checker.text import clean
from tests.oldfonts import TYPED
from tests.reading.drafts import DRAFTS

SAMPLES = ("du-thao-nghi-dinh.docx", "huong-uoc-thon.docx", "ke-hoach-tinh.docx")
FILES = (*SAMPLES, *DRAFTS)
VIEWS: tuple[View, ...] = get_args(View)
_FOLDER = Path(__file__).parents[2] / "samples"
_SHOWN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_LETTERS = {font: {typed: letter for letter, typed in table.items()} for font, table in TYPED.items()}
_SYMBOLS = {"\uf0b7": "•"}


@cache
def opened(name: str, view: View) -> tuple[Document, Story]:
    data = DRAFTS[name] if name in DRAFTS else (_FOLDER / name).read_bytes()
    return parse(name, read_docx(data, view=view)), read_story(open_package(data), view)


def in_the_file(parts: list[Piece], span: Span) -> list[tuple[str, str | None]]:
    """The characters of the XML at these raw places, read from the elements themselves, and their font."""
    found = []
    for piece in parts:
        name = piece.node.tag.rpartition("}")[2]
        written = piece.node.text if name in ("t", "delText") else _SHOWN.get(name, piece.text)
        start, end = max(span.start - piece.start, 0), min(span.end, piece.end) - piece.start
        if start < end:
            found.append(((written or "")[start:end], piece.font))
    return found


def shown(written: list[tuple[str, str | None]]) -> str:
    """What a reader sees of one letter: by the tables of the tests, not by ours."""
    text = "".join(each for each, _ in written)
    font = written[0][1]
    return clean(_SYMBOLS.get(text, text) if font is None else _LETTERS.get(font, _SYMBOLS).get(text, text))


def parts_of(story: Story, block: Block) -> list[Piece]:
    return pieces(story, story.paragraphs[block.place.number - 1])


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", FILES)
def test_every_character_is_where_it_is_said_to_be(name: str, view: View) -> None:
    document, story = opened(name, view)
    checked = seams = 0
    for block in document.blocks:
        parts, label = parts_of(story, block), len(block.label)
        origin = origin_of(parts)
        places = [raw_span(origin, Span(at, at + 1), block.label) for at in range(len(block.text))]
        assert places[:label] == [None] * label
        for char, place in zip(block.text[label:], places[label:], strict=True):
            if place is None:
                assert (char, view) == (" ", "both")
                seams += 1
            else:
                assert shown(in_the_file(parts, place)) == char
        found = [place for place in places if place]
        assert [place.start for place in found] == sorted(place.start for place in found)
        checked += len(block.text)
    assert checked + len(document.blocks) - 1 == len(document.text)
    assert seams == {("changes", "both"): 4, ("notes", "both"): 1, ("boxes", "both"): 1}.get((name, view), 0)


@given(st.data())
def test_every_stretch_is_where_it_is_said_to_be(data: st.DataObject) -> None:
    document, story = opened(data.draw(st.sampled_from(FILES)), data.draw(st.sampled_from(VIEWS)))
    start = data.draw(st.integers(0, len(document.text) - 1))
    index = max(bisect_right(document.starts, start) - 1, 0)
    block, begin = document.blocks[index], document.starts[index]
    end = data.draw(st.integers(start, begin + len(block.text)))
    parts = parts_of(story, block)
    origin = origin_of(parts)
    place = raw_span(origin, Span(start - begin, end - begin), block.label)
    each = [raw_span(origin, Span(at, at + 1), block.label) for at in range(start - begin, end - begin)]
    inside = [found for found in each if found]
    if inside:
        assert place == Span(inside[0].start, inside[-1].end)
    else:
        assert place is None


def test_the_drafts_have_what_they_are_for() -> None:
    """Else the round trip would be proved of plain paragraphs."""
    read = {name: opened(name, "accepted")[0] for name in DRAFTS}
    kinds = {block.place.part for name in DRAFTS for block in read[name].blocks}
    assert kinds == {"body", "footnote", "endnote", "header", "footer", "textbox", "comment"}
    cells = {block.place.cell for block in read["tables"].blocks if block.place.cell}
    assert {cell.table for cell in cells} == {0, 1}
    assert {(cell.row, cell.column) for cell in cells if not cell.table} >= {(0, 0), (0, 2), (2, 0), (2, 2)}
    assert "Phụ nữ và nam giới bình đẳngbình đẳng hết." in read["old fonts"].text
    assert "Điều 1. Lao động mọi giới được nghỉ,  ngày12" in read["changes"].text
    assert "Hội đồng có ít nhất ba nữ." in read["changes"].text
    assert "Hội đồng có \nít nhất hai ba nữ." in opened("changes", "both")[0].text
