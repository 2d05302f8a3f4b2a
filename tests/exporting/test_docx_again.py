"""A Word file checked again: what the first check wrote is replaced, what others wrote stays."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from checker.domain import Edit, Report, View
from checker.exporting.docx import annotate
from checker.reading.docx import read_docx
from checker.reading.docx.own import OWN_AUTHOR
from checker.structure import parse
from tests.wordfiles import deleted, inserted, note, p, packed, r, t, unpacked, word
from tests.wordreports import WHEN, anchored, annotated, finding, report, span_of, texts, with_edits

SICK = "Lao động nữ được nghỉ khi con ốm."
EDITS = (("Lao động nữ", "Người lao động"), ("con ốm", "con đau"), (" khi", ""))
VIEWS: Sequence[View] = ("accepted", "original", "both")
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@pytest.mark.parametrize("view", VIEWS)
def test_own_suggestions_are_not_the_drafters_text(view: View) -> None:
    data = word(p("Lao ", r("động ", "<w:i/>"), "nữ được nghỉ khi con ốm.") + p("hết"))
    made = with_edits(data, *EDITS)
    assert unpacked(made)["word/document.xml"].count(b"<w:ins ") == 2
    assert read_docx(made, view=view) == read_docx(data, view=view)


def test_a_second_run_gives_the_same_file() -> None:
    once = with_edits(word(p(SICK) + p("hết")), *EDITS)
    assert unpacked(with_edits(once, *EDITS)) == unpacked(once)


def test_other_findings_replace_the_earlier_ones() -> None:
    once = with_edits(word(p(SICK)), *EDITS)
    twice = annotate(once, report(read_docx(once), "nghỉ khi"), when=WHEN)
    assert anchored(twice) == ["nghỉ khi"]
    assert texts(twice, "accepted") == [SICK]
    assert b"w:ins " not in unpacked(twice)["word/document.xml"]
    before, after = unpacked(once), unpacked(twice)
    assert {name for name in after if after[name] != before[name]} == {
        "word/document.xml", "word/comments.xml",
    }  # fmt: skip


def test_a_draft_without_findings_any_more_is_given_back_clean() -> None:
    once = with_edits(word(p(SICK)), *EDITS)
    clean = annotate(once, report(read_docx(once)), when=WHEN)
    assert anchored(clean) == []
    assert OWN_AUTHOR.encode() not in b"".join(unpacked(clean).values())


THEIRS = p(
    "Cơ quan ", deleted("cũ "), inserted(r("mới ")),
    '<w:commentRangeStart w:id="7"/>', r("báo cáo"), '<w:commentRangeEnd w:id="7"/>',
    '<w:r><w:commentReference w:id="7"/></w:r>',
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_what_others_wrote_stays(view: View) -> None:
    theirs = note(7, p("Ai báo cáo?"), kind="comment", extra='w:author="Lan" w:initials="L"')
    data = word(THEIRS + p(SICK), comments=theirs)
    document = parse("a.docx", read_docx(data, view=view))
    edits = tuple(Edit(span_of(document, old), new) for old, new in EDITS)
    found = tuple(finding(document, each.span, edits=(each,)) for each in edits)
    checked = Report(document, found, (), (), (), {})
    once = annotate(data, checked, when=WHEN, view=view)
    twice = annotate(once, checked, when=WHEN, view=view)
    assert unpacked(twice) == unpacked(once)
    body = docx.Document(BytesIO(twice)).element.body
    authors = [each.get(qn("w:author")) for each in body.iter(qn("w:ins"), qn("w:del"))]
    assert authors.count("A") == 2
    comments = [each.author for each in docx.Document(BytesIO(twice)).comments]
    assert comments == ["Lan", *[OWN_AUTHOR] * 3]
    assert read_docx(twice, view=view) == read_docx(data, view=view)


def test_what_others_hang_on_a_suggestion_stays() -> None:
    marks = '<w:bookmarkStart w:id="3" w:name="cho_nay"/>', '<w:commentRangeStart w:id="1"/>'
    ends = '<w:commentRangeEnd w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    theirs_inside = '<w:del w:id="8" w:author="A"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    own = (
        f'<w:ins w:id="5" w:author="{OWN_AUTHOR}">{marks[0]}{marks[1]}{r("Người ")}{theirs_inside}'
        f"{ends[0]}{ends[1]}</w:ins>"
    )
    struck = f'<w:del w:id="6" w:author="{OWN_AUTHOR}"><w:r><w:delText>Lao</w:delText></w:r></w:del>'
    theirs = note(1, p("Đồng ý"), kind="comment", extra='w:author="Lan"')
    data = word(p(own, struck, r(" động")), comments=theirs)
    assert read_docx(data).blocks[0].text == "Lao động"
    made = annotated(data, "động")
    body = docx.Document(BytesIO(made)).element.body
    assert [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))] == ["cho_nay"]
    assert [each.author for each in docx.Document(BytesIO(made)).comments] == ["Lan", OWN_AUTHOR]
    assert [each.get(qn("w:id")) for each in body.iter(qn("w:commentReference"))] == ["1", "2"]


def test_an_answer_to_our_comment_stands_alone_afterwards() -> None:
    """Word keeps who answers whom in a part of its own, by the last paragraph of each comment."""

    def said(number: int, author: str, mark: str) -> str:
        words = f'<w:p xmlns:w14="{W14}" w14:paraId="{mark}"><w:r>{t("lời")}</w:r></w:p>'
        return note(number, words, kind="comment", extra=f'w:author="{author}"')

    states = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>'
    )
    relation = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    plain = word(p(SICK), comments=said(0, OWN_AUTHOR, "0000000A") + said(1, "Lan", "0000000B"))
    parts = unpacked(plain) | {"word/commentsExtended.xml": states.encode()}
    rels = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId9" Type="{relation}" Target="commentsExtended.xml"/></Relationships>'.encode(),
    )
    made = annotated(packed(parts | {"word/_rels/document.xml.rels": rels}), "con ốm")
    assert [each.author for each in docx.Document(BytesIO(made)).comments] == ["Lan", OWN_AUTHOR]
    left = unpacked(made)["word/commentsExtended.xml"]
    assert b"0000000A" not in left
    assert left.count(b"commentEx ") == 1


PAGE = "Bản dự thảo.nhan-xet.html"
TARGET = "B%E1%BA%A3n%20d%E1%BB%B1%20th%E1%BA%A3o.nhan-xet.html#q-care-sick-child-mothers-only"


def _linked(data: bytes) -> bytes:
    return annotate(data, report(read_docx(data), "con ốm", "Lao động"), when=WHEN, page=PAGE)


def test_legal_basis_leads_to_the_rule_in_the_page_beside() -> None:
    once = _linked(word(p(SICK)))
    comments = docx.Document(BytesIO(once)).part._comments_part
    links = list(comments.element.iter(qn("w:hyperlink")))
    assert len(links) == 4
    assert {comments.rels[link.get(qn("r:id"))].target_ref for link in links} == {TARGET}
    assert all(comments.rels[link.get(qn("r:id"))].is_external for link in links)
    assert unpacked(_linked(once)) == unpacked(once)


def test_without_a_page_nothing_is_linked() -> None:
    parts = unpacked(annotated(word(p(SICK)), "con ốm"))
    assert b"hyperlink" not in b"".join(parts.values())
    assert "word/_rels/comments.xml.rels" not in parts
