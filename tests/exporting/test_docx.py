"""Comments in the user's own Word file: on exactly the quoted words, and nothing else touched."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Block, Place, Reading, Span, View
from checker.domain.decisions import Decision
from checker.errors import CheckerError, UnreadableFile
from checker.exporting.docx import UNTRACKED, annotate, build
from checker.reading.docx import read_docx
from checker.reading.txt import read_txt
from checker.structure import parse
from checker.text import clean
from tests.officebasic import opened, run_basic, stored
from tests.wordfiles import (
    MACRO,
    STRICT,
    W,
    abstract,
    box,
    converted,
    deleted,
    ended,
    inserted,
    level,
    mark,
    note,
    num,
    numbered,
    p,
    packed,
    r,
    section,
    t,
    unpacked,
    word,
)
from tests.wordreports import WHEN, anchored, annotated, finding, ranges, report, span_of, texts, with_edits

SICK = "Lao động nữ được nghỉ khi con ốm."


def test_comment_stands_on_the_quote() -> None:
    assert anchored(annotated(word(p(SICK)), "con ốm")) == ["con ốm"]


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (p("Lao động", " nữ được", " nghỉ"), "động nữ"),
        (p(r("Lao động ", "<w:b/>"), r("nữ")), "Lao động nữ"),
        (p("Lao ", f'<w:ins w:id="1" w:author="A">{r("động nữ")}</w:ins>', " nghỉ"), "động nữ nghỉ"),
        (p("Lao ", f'<w:ins w:id="1" w:author="A">{r("động nữ")}</w:ins>', " nghỉ"), "ộng n"),
        (p("Lao ", "<w:del><w:r><w:delText>công</w:delText></w:r></w:del>", "động"), "Lao động"),
        (p("xem ", f"<w:hyperlink>{r('Luật Lao động nữ')}</w:hyperlink>"), "động"),
        (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Lao động nữ')}</w:sdtContent></w:sdt>"), "động"),
        (p(f"<w:smartTag>{r('Lao động nữ')}</w:smartTag>", " nghỉ"), "nữ nghỉ"),
        (p(f"<w:r>{t('Lao')}<w:tab/>{t('động nữ')}<w:br/>{t('nghỉ')}</w:r>"), "động nữ n"),
        (p(f"<w:r>{t('Lao')}<w:tab/>{t('động nữ')}<w:br/>{t('nghỉ')}</w:r>"), "Lao động"),
        (p(f"<w:r>{t('Lao')}<w:noBreakHyphen/>{t('động')}</w:r>"), "-"),
        (p(unicodedata.normalize("NFD", "Bình đẳng giới thực chất")), "đẳng giới"),
        (p("Bình\u00a0đ\u00adẳng\u200b giới"), "đẳng giới"),
        (f"<w:tbl><w:tr><w:tc>{p('Chủ hộ là nam')}</w:tc></w:tr></w:tbl>" + p(""), "là nam"),
        (p("một đoạn") + p("hai đoạn") + p("ba đoạn"), "đoạn\nhai đoạn\nba"),
        (p("một đoạn") + p("") + p("ba đoạn"), "đoạn\n\nba"),
    ],
)
def test_exact_words_wherever_they_stand(body: str, quote: str) -> None:
    data = word(body)
    found = annotated(data, quote)
    assert anchored(found) == [quote.replace("\n", "")]
    assert [b.text for b in read_docx(found).blocks] == [b.text for b in read_docx(data).blocks]


LIST = abstract(0, level(0, "Điều %1.")) + num(1, 0)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("Điều 1. Lao động", "Lao động"), ("Điều 1.", "Lao động nữ"), ("1. L", "L"), ("nữ", "nữ")],
)
def test_automatic_number_is_clamped(quote: str, expected: str) -> None:
    data = word(numbered("Lao động nữ", 1), numbering=LIST)
    assert anchored(annotated(data, quote)) == [expected]


def test_finding_without_words_stands_on_its_paragraph() -> None:
    assert anchored(annotated(word(p("") + p(" Dự thảo ") + p("x")), Span(0, 0))) == ["Dự thảo"]


def test_finding_after_the_last_words_stands_on_them() -> None:
    data = word(p("Dự thảo") + p(""))
    end = len(parse("a", read_docx(data)).text)
    assert anchored(annotated(data, Span(end, end))) == ["Dự thảo"]


def test_several_findings_may_overlap() -> None:
    quotes = ["Lao động nữ được nghỉ", "động nữ", "nữ được nghỉ khi con", "nữ", "con ốm.", "nữ được"]
    found = annotated(word(p(SICK)), *quotes)
    assert sorted(anchored(found)) == sorted(quotes)
    assert [b.text for b in read_docx(found).blocks] == [SICK]


def test_cut_runs_keep_their_looks() -> None:
    found = annotated(word(p(r(SICK, '<w:i/><w:sz w:val="26"/>'))), "động nữ")
    runs = [run for run in docx.Document(BytesIO(found)).paragraphs[0].runs if run.text]
    assert [run.text for run in runs] == ["Lao ", "động nữ", " được nghỉ khi con ốm."]
    assert all(run.italic and run.font.size.pt == 13 for run in runs)


def test_what_a_comment_says() -> None:
    file = docx.Document(BytesIO(annotated(word(p(SICK)), "con ốm")))
    (comment,) = file.comments
    assert (comment.author, comment.initials) == ("Kiểm tra lồng ghép giới", "LGG")
    assert comment.timestamp is not None
    assert comment.timestamp.replace(tzinfo=None) == WHEN
    assert [paragraph.text for paragraph in comment.paragraphs] == [
        "Cảnh báo: Việc chăm sóc gán cho một giới",
        "Chỉ trao quyền cho lao động nữ.",
        "Vì sao: Chăm con là việc của cả cha và mẹ.",
        "Căn cứ: khoản 3 Điều 18 Luật Bình đẳng giới 73/2006/QH11",
        "Căn cứ: Điều 135 Bộ luật Lao động 45/2019/QH14 "
        "(chưa kiểm chứng, cần đối chiếu trước khi viện dẫn)",
        "Gợi ý: người lao động",
    ]  # fmt: skip


def test_comment_on_a_note_says_which_words() -> None:
    data = word(p("a ", mark(1)), footnotes=note(1, p("Lao động nữ")))
    made = annotated(data, "động nữ", place=Place(2, part="footnote"))
    (comment,) = docx.Document(BytesIO(made)).comments
    assert comment.paragraphs[1].text == "Trong cước chú: “động nữ”"


def test_credit_is_commented_too() -> None:
    changes = {
        "tier": "credit",
        "category": "good-practice",
        "suggestion": None,
        "legal_basis": (),
        "why": "",
    }
    file = docx.Document(BytesIO(annotated(word(p(SICK)), "con ốm", **changes)))
    (comment,) = file.comments
    assert comment.text == "Điểm tốt: Điểm tốt về lồng ghép giới\nChỉ trao quyền cho lao động nữ."


EXTRA = {
    "word/media/image1.png": b"\x89PNG",
    "customXml/item1.xml": b"<a  b = 'c'/>",
    "word/vbaProject.bin": b"x",
}


def test_other_parts_keep_their_bytes() -> None:
    data = word(p(SICK), main=MACRO, more=EXTRA, styles="<!-- lời ghi -->", numbering=LIST, header=p("a"))
    before, after = unpacked(data), unpacked(annotated(data, "con ốm"))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
    }  # fmt: skip
    assert list(after)[: len(before)] == list(before)


def test_no_finding_changes_nothing() -> None:
    data = word(p(SICK))
    assert annotated(data) == data


def test_strict_file_stays_strict() -> None:
    plain = unpacked(word(p(SICK)))
    strict = packed({name: blob.replace(W.encode(), STRICT.encode()) for name, blob in plain.items()})
    parts = unpacked(annotated(strict, "con ốm"))
    assert W.encode() not in parts["word/document.xml"] + parts["word/comments.xml"]
    assert parts["word/comments.xml"].count(b"<w:comment ") == 1


def test_refuses_a_file_that_is_no_word_file() -> None:
    with pytest.raises(UnreadableFile):
        annotate(SICK.encode(), report(read_txt(SICK.encode()), "con ốm"))


def test_refuses_to_comment_where_there_are_no_words() -> None:
    empty = Reading((Block("", Place(1)),))
    with pytest.raises(CheckerError, match="không có chữ nào"):
        build(report(empty, Span(0, 0)))


@pytest.mark.parametrize("other", [p("Văn bản khác"), "", p(SICK + ".")])
def test_refuses_another_file_than_the_checked_one(other: str) -> None:
    with pytest.raises(CheckerError, match="không khớp"):
        annotate(word(other), report(read_docx(word(p(SICK))), "con ốm"))


def test_builds_a_word_file_from_text() -> None:
    lines = ["CHƯƠNG I", "", "Điều 1. Nghỉ chăm con", SICK]
    made = build(report(read_txt("\n".join(lines).encode()), "con ốm", "Điều 1."), when=WHEN)
    file = docx.Document(BytesIO(made))
    assert [paragraph.text for paragraph in file.paragraphs] == lines
    assert (file.styles["Normal"].font.name, file.styles["Normal"].font.size.pt) == ("Times New Roman", 14)
    assert anchored(made) == ["Điều 1.", "con ốm"]


def test_builds_bold_centred_headings_and_keeps_numbers() -> None:
    centred = p(r("CHƯƠNG I", "<w:b/>"), properties='<w:jc w:val="center"/>')
    reading = read_docx(word(centred + numbered("Nghỉ chăm con", 1), numbering=LIST))
    made = build(report(reading, "Điều 1. Nghỉ"))
    first, second = docx.Document(BytesIO(made)).paragraphs
    assert (first.runs[0].bold, first.alignment) == (True, 1)
    assert second.text == "Điều 1. Nghỉ chăm con"
    assert second.alignment is None
    assert anchored(made) == ["Điều 1. Nghỉ"]


def test_a_long_title_is_cut_to_what_word_allows() -> None:
    checked = report(read_txt(SICK.encode()), "con ốm")
    long = replace(checked, document=replace(checked.document, title="Về việc " * 40))
    assert len(docx.Document(BytesIO(build(long))).core_properties.title) == 255


CHANGED = p("Lao động ", deleted("nữ"), inserted(r("mọi giới")), " được nghỉ")


def under_comments(data: bytes) -> list[list[str]]:
    """For each comment the names of the elements of its range that show something, with their text."""
    names = ("t", "delText", "footnoteReference", "endnoteReference", "drawing", "pict")
    shown = {qn(f"w:{name}"): name for name in names}
    opened: dict[str, list[str]] = {}
    for element in docx.Document(BytesIO(data)).element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened[element.get(qn("w:id"))] = []
        elif element.tag == qn("w:commentRangeEnd"):
            opened[element.get(qn("w:id")) + " closed"] = opened.pop(element.get(qn("w:id")))
        elif element.tag in shown and qn("w:txbxContent") not in {a.tag for a in element.iterancestors()}:
            for key in opened:
                if not key.endswith("closed"):
                    opened[key].append(element.text or shown[element.tag])
    assert all(key.endswith("closed") for key in opened)
    return list(opened.values())


@pytest.mark.parametrize(
    ("view", "quote", "found"),
    [
        ("accepted", "động mọi giới được", ["động ", "nữ", "mọi giới", " được"]),
        ("accepted", "giới", ["giới"]),
        ("original", "động nữ được", ["động ", "nữ", "mọi giới", " được"]),
        ("original", "n", ["n"]),
        ("original", "ữ", ["ữ"]),
        ("both", "nữ mọi", ["nữ", "mọi"]),
    ],
)
def test_tracked_changes_in_every_view(view: View, quote: str, found: list[str]) -> None:
    data = word(CHANGED + p("hết"))
    span = span_of(parse("a", read_docx(data, view=view)), quote)
    made = annotated(data, span, view=view)
    assert under_comments(made) == [found]
    for each in ("accepted", "original", "both"):
        before, after = read_docx(data, view=each), read_docx(made, view=each)
        assert [b.text for b in after.blocks] == [b.text for b in before.blocks]
    references = docx.Document(BytesIO(made)).element.body.iter(qn("w:commentReference"))
    assert not [each for each in references if next(each.iterancestors(qn("w:del")), None) is not None]


def test_report_of_another_view_is_refused() -> None:
    data = word(CHANGED)
    with pytest.raises(CheckerError, match="không khớp"):
        annotate(data, report(read_docx(data, view="original"), "nữ"))


def test_joined_paragraphs() -> None:
    data = word(p("Lao động", properties=ended("del")) + p(" nữ được nghỉ") + p("hết"))
    assert anchored(annotated(data, "động nữ")) == ["động nữ"]


def test_note_is_commented_on_its_mark() -> None:
    run = f"<w:r>{t('trước')}<w:tab/><w:footnoteReference w:id='1'/>{t('sau')}</w:r>"
    data = word(p("a ", run), footnotes=note(1, p("Lao động nữ"), p("nghỉ")))
    made = annotated(data, "trước", "động nữ", "nữ\nnghỉ", "sau")
    assert sorted(under_comments(made)) == [["footnoteReference"], ["footnoteReference"], ["sau"], ["trước"]]
    assert read_docx(made) == read_docx(data)
    assert unpacked(made)["word/footnotes.xml"] == unpacked(data)["word/footnotes.xml"]


def test_text_box_is_commented_on_its_drawing() -> None:
    cut = box(p("Lao động nữ", box(p("bên trong")))).replace("<w:r>", f"<w:r>{t('trước')}", 1)
    data = word(p("a ", cut, " b"))
    made = annotated(data, "động nữ", "bên trong")
    assert [set(found) for found in under_comments(made)] == [{"drawing", "pict"}] * 2
    assert read_docx(made) == read_docx(data)


def test_what_cannot_be_commented_stands_on_the_body() -> None:
    ending = section(("header", "default", "rId1"))
    data = word(p("Dự thảo") + p("") + ending, header=p("Lao động nữ"))
    assert anchored(annotated(data, "động nữ")) == ["Dự thảo"]


def test_comments_of_others_are_kept() -> None:
    theirs = note(4, p("Sao chỉ nữ?"), kind="comment", extra='w:author="Lan"')
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    data = word(p(start, "Lao động nữ", end, mark(4, "comment")), comments=theirs)
    made = annotated(data, "động")
    file = docx.Document(BytesIO(made))
    assert [(comment.author, comment.comment_id) for comment in file.comments] == [
        ("Lan", 4), ("Kiểm tra lồng ghép giới", 5),
    ]  # fmt: skip
    assert ranges(made) == {4: "Lao động nữ", 5: "động"}
    assert read_docx(made) == read_docx(data)


@pytest.mark.parametrize(
    ("runs", "quote", "typed"),
    [
        ([("c«ng nh©n n÷ ®­îc nghØ", ".VnTime")], "nữ được", "n÷ ®­îc"),
        ([("bình ña", "VNI-Times"), ("úng giôùi", "VNI-Times")], "ẳng", "aúng"),
        ([("luËt ", ".VnTimeH"), ("b×nh ®¼ng", ".VnTime")], "T bình", "t b×nh"),
    ],
)
def test_words_in_legacy_fonts(runs: list[tuple[str, str]], quote: str, typed: str) -> None:
    fonts = [f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for _, name in runs]
    data = word(p(*(r(text, named) for (text, _), named in zip(runs, fonts, strict=True))))
    made = annotated(data, quote)
    assert list(ranges(made).values()) == [typed]
    assert [b.text for b in read_docx(made).blocks] == [b.text for b in read_docx(data).blocks]


LETTERS = "aăâđêơư ẳộềữ,.-"


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of runs: plain, inserted, linked, deleted, with breaks, in either Unicode form."""
    wraps = ["{}", "{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:del>{}</w:del>"]
    runs = []
    for _ in range(draw(st.integers(1, 5))):
        form = draw(st.sampled_from(["NFC", "NFD"]))
        nodes = []
        for written in draw(st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=3)):
            nodes.append(t(unicodedata.normalize(form, written)))
            nodes.append(
                draw(st.sampled_from(["", "", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", t("\u200b")]))
            )
        run = f"<w:r><w:rPr><w:i/></w:rPr>{''.join(nodes)}</w:r>"
        wrap = draw(st.sampled_from(wraps))
        runs.append(
            wrap.format(
                run.replace("w:t ", "w:delText ").replace("w:t>", "w:delText>") if "del" in wrap else run
            )
        )
    return p(*runs)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[bytes, Sequence[Span]]:
    """A file and some spans of its text."""
    body = "".join(draw(st.lists(paragraphs(), min_size=1, max_size=3)))
    data = word(body + p("hết"))
    text = parse("a.docx", read_docx(data)).text
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        spans.append(Span(start, draw(st.integers(start + 1, len(text)))))
    return data, sorted(spans)


@given(quoted())
def test_every_quote_is_found_again(case: tuple[bytes, Sequence[Span]]) -> None:
    data, spans = case
    checked = report(read_docx(data), *spans)
    text = checked.document.text
    found = annotate(data, checked, when=WHEN)
    wanted = sorted(text[span.start : span.end].replace("\n", "") for span in spans)
    # A quote of nothing but an empty paragraph stands on the nearest words instead.
    if all(wanted):
        assert sorted(anchored(found)) == wanted
    assert [b.text for b in read_docx(found).blocks] == [b.text for b in checked.document.blocks]


@pytest.mark.requires_program("soffice")
def test_libreoffice_opens_the_annotated_file(tmp_path: Path) -> None:
    body = p(
        "xem ", f"<w:hyperlink>{r('Luật')}</w:hyperlink>", f'<w:ins w:id="1" w:author="A">{r(" mới")}</w:ins>'
    )
    data = annotated(word(p(SICK) + body), "con ốm", "Luật mới")
    assert converted(data, "pdf", tmp_path).startswith(b"%PDF-")
    text = converted(data, "txt:Text", tmp_path).decode("utf-8-sig")
    assert text.splitlines() == [SICK, "xem Luật mới"]


@pytest.mark.parametrize("name", ["du-thao-nghi-dinh.docx", "huong-uoc-thon.docx", "ke-hoach-tinh.docx"])
def test_samples_can_be_annotated_in_every_clause(name: str, root: Path) -> None:
    data = (root / "samples" / name).read_bytes()
    reading = read_docx(data)
    document = parse(name, reading)
    spans = [clause.span for clause in document.clauses if clause.span.start < clause.span.end]
    found = annotate(data, report(reading, *spans), when=WHEN)
    assert len(anchored(found)) == len(spans)
    assert read_docx(found).blocks == reading.blocks


@given(st.data())
def test_tracked_edits_reject_to_the_original_and_accept_to_the_suggestion(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.integers(10, 99), min_size=2, max_size=8, unique=True))
    text = " ".join(f"từ{number}" for number in words)
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=5)))
    runs = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    edits = [(f"từ{number}", data.draw(st.sampled_from(["", "khác", "hai chữ"]))) for number in chosen]
    made = with_edits(word(p("đầu ", *runs, " cuối")), *edits)
    changed = text
    for old, new in edits:
        changed = changed.replace(old, new)
    assert texts(made, "original") == [f"đầu {text} cuối"]
    assert texts(made, "accepted") == [clean(f"đầu {changed} cuối")]


def test_tracked_words_look_like_those_they_replace() -> None:
    made = with_edits(word(p("Lao ", r("động ", "<w:i/>"), r("nữ", "<w:b/>"), " nghỉ")), ("động nữ", "động"))
    body = docx.Document(BytesIO(made)).element.body
    (inserted_,) = body.iter(qn("w:ins"))
    assert inserted_.get(qn("w:author")) == "Kiểm tra lồng ghép giới"
    assert next(inserted_.iter(qn("w:b")), None) is not None
    assert [text.text for text in body.iter(qn("w:delText"))] == ["động ", "nữ"]


@pytest.mark.parametrize(
    "body",
    [
        p("xem ", f"<w:hyperlink>{r('con ốm')}</w:hyperlink>"),
        p("a ", f'<w:ins w:id="1" w:author="A">{r("con ốm")}</w:ins>'),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
          r("con ốm"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ],
)  # fmt: skip
def test_unsafe_edit_is_told_in_the_comment_only(body: str) -> None:
    made = with_edits(word(body), ("con ốm", "con đau"))
    assert texts(made, "accepted") == texts(word(body), "accepted")
    (comment,) = docx.Document(BytesIO(made)).comments
    assert UNTRACKED in comment.text


def test_two_edits_of_the_same_words_are_not_tracked() -> None:
    made = with_edits(word(p(SICK)), ("con ốm", "con đau"), ("khi con", "lúc con"))
    assert texts(made, "accepted") == [SICK]
    assert all(UNTRACKED in comment.text for comment in docx.Document(BytesIO(made)).comments)


def test_decisions_choose_what_is_written() -> None:
    document = parse("a", read_docx(word(p(SICK))))
    sick, women = (finding(document, span_of(document, old)).id for old in ("con ốm", "nữ"))
    edited = Decision(sick, "edited", "Bà An", WHEN, "rõ hơn", "Lao động nữ được nghỉ khi con đau.")
    made = with_edits(
        word(p(SICK)), ("con ốm", "x"), ("nữ", "y"),
        decisions={sick: edited, women: Decision(women, "dismissed", "Bà An", WHEN)},
    )  # fmt: skip
    assert texts(made, "accepted") == ["Lao động nữ được nghỉ khi con đau."]
    (comment,) = docx.Document(BytesIO(made)).comments
    assert "Người rà soát: Bà An (sửa câu chữ)\nLý do: rõ hơn" in comment.text


@pytest.mark.requires_program("soffice")
@pytest.mark.parametrize(
    ("command", "expected"), [("Accept", "Người lao động nghỉ"), ("Reject", "Lao động nữ nghỉ")]
)
def test_office_accepts_and_rejects_cleanly(command: str, expected: str, tmp_path: Path) -> None:
    made = tmp_path / "a.docx"
    made.write_bytes(
        with_edits(word(p("Lao ", r("động", "<w:b/>"), " nữ nghỉ")), ("Lao động nữ", "Người lao động"))
    )
    run_basic(
        f'{opened(made)}\nhelper = createUnoService("com.sun.star.frame.DispatchHelper")\n'
        f'helper.executeDispatch(document.CurrentController.Frame, ".uno:{command}AllTrackedChanges", "", 0, '
        f"Array())\n{stored(tmp_path / 'b.docx', 'MS Word 2007 XML')}",
        tmp_path,
    )
    after = (tmp_path / "b.docx").read_bytes()
    assert texts(after, "accepted") == texts(after, "original") == [expected]
