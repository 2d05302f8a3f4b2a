"""Suggestions outside the body: tracked in notes, and in text boxes in both ways of writing one."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest

from checker.exporting.docx import UNTRACKED
from checker.reading.docx import read_docx
from tests.wordfiles import box, mark, note, p, r, unpacked, word
from tests.wordreports import texts, with_edits

EDIT = ("động nữ", "động")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_suggestion_in_a_note(kind: str) -> None:
    content = note(1, p("Lao ", r("động nữ", "<w:i/>"), " nghỉ"), kind=kind)
    data = word(p("a ", mark(1, kind)), **{f"{kind}s": content})
    made = with_edits(data, EDIT)
    part = unpacked(made)[f"word/{kind}s.xml"].decode()
    assert re.search(r"<w:del [^>]*><w:r><w:rPr><w:i/></w:rPr><w:delText[^>]*>động nữ</w:delText>", part)
    assert texts(made, "accepted") == ["a ", "Lao động nghỉ"]
    assert texts(made, "original") == ["a ", "Lao động nữ nghỉ"]
    assert read_docx(made) == read_docx(data)
    (comment,) = docx.Document(BytesIO(made)).comments
    assert UNTRACKED not in comment.text


def test_a_note_without_a_suggestion_keeps_its_bytes() -> None:
    data = word(p("Lao động nữ ", mark(1)), footnotes=note(1, p("ghi thêm")))
    assert unpacked(with_edits(data, EDIT))["word/footnotes.xml"] == unpacked(data)["word/footnotes.xml"]


def test_suggestion_in_a_text_box_stands_in_both_ways_of_writing_it() -> None:
    data = word(p("a ", box(p("Lao động nữ nghỉ")), " b") + p("hết"))
    made = with_edits(data, EDIT)
    ways = re.findall(r"<w:txbxContent>.*?</w:txbxContent>", unpacked(made)["word/document.xml"].decode())
    assert len(ways) == 2
    assert ways[0] == ways[1]
    assert texts(made, "accepted") == ["a  b", "hết", "Lao động nghỉ"]
    assert texts(made, "original") == ["a  b", "hết", "Lao động nữ nghỉ"]
    assert read_docx(made) == read_docx(data)
    assert unpacked(with_edits(made, EDIT)) == unpacked(made)


@pytest.mark.parametrize(
    "body",
    [
        box(p("Lao động nữ")).replace("<mc:Fallback>", "<mc:Fallback><!-- khác -->").replace("nữ", "nữ ", 1),
        box(p("a"), p(box(p("Lao động nữ")))),
    ],
)
def test_a_text_box_that_is_not_plain_has_a_comment_only(body: str) -> None:
    data = word(p("a ", body))
    made = with_edits(data, EDIT)
    assert texts(made, "accepted") == texts(data, "accepted")
    (comment,) = docx.Document(BytesIO(made)).comments
    assert UNTRACKED in comment.text
    assert comment.text.splitlines()[1] == "Trong hộp văn bản: “động nữ”"
