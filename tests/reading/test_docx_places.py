"""Round trip: each character of a document's text has a place in the Word file, and it is the right one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Document, Span
from checker.reading.docx import read_docx
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import Piece, pieces, raw
from checker.reading.docx.spelling import origin_of, raw_span
from checker.reading.docx.story import Story, read_story
from checker.structure import parse
from checker.text import clean

SAMPLES = ("du-thao-nghi-dinh.docx", "huong-uoc-thon.docx", "ke-hoach-tinh.docx")
_SHOWN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}


@cache
def opened(path: Path) -> tuple[Document, Story]:
    data = path.read_bytes()
    return parse(path.name, read_docx(data)), read_story(open_package(data))


def in_the_file(parts: list[Piece], span: Span) -> str:
    """The characters of the XML at these raw places, read from the elements themselves."""
    found = []
    for piece in parts:
        name = piece.node.tag.rpartition("}")[2]
        written = piece.node.text if name == "t" else _SHOWN.get(name, piece.text)
        start, end = max(span.start - piece.start, 0), min(span.end, piece.end) - piece.start
        found.append((written or "")[start:end] if start < end else "")
    return "".join(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_character_is_where_it_is_said_to_be(name: str, root: Path) -> None:
    document, story = opened(root / "samples" / name)
    checked = 0
    for block in document.blocks:
        parts = pieces(story, story.paragraphs[block.place.number - 1])
        origin = origin_of(parts)
        assert block.text[len(block.label) :] == clean(raw(parts))
        for index, char in enumerate(block.text[len(block.label) :], len(block.label)):
            place = raw_span(origin, Span(index, index + 1), block.label)
            assert place is not None
            assert clean(in_the_file(parts, place)) == char
            checked += 1
        assert all(
            raw_span(origin, Span(index, index + 1), block.label) is None for index in range(len(block.label))
        )
    labels = sum(len(block.label) for block in document.blocks)
    assert checked + labels + len(document.blocks) - 1 == len(document.text)


@given(st.data())
def test_every_stretch_is_where_it_is_said_to_be(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(SAMPLES))
    document, story = opened(Path(__file__).parents[2] / "samples" / name)
    start = data.draw(st.integers(0, len(document.text) - 1))
    index = max(bisect_right(document.starts, start) - 1, 0)
    block, begin = document.blocks[index], document.starts[index]
    end = data.draw(st.integers(start, begin + len(block.text)))
    parts = pieces(story, story.paragraphs[block.place.number - 1])
    place = raw_span(origin_of(parts), Span(start - begin, end - begin), block.label)
    wanted = document.text[max(start, begin + len(block.label)) : end]
    assert (clean(in_the_file(parts, place)) if place else "") == wanted
