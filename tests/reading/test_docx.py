"""Word files become blocks: every shown character once, in reading order, with its place."""

from __future__ import annotations

import struct
import tracemalloc
import unicodedata
import zipfile
from copy import deepcopy
from io import BytesIO
from types import ModuleType

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from checker.domain import Cell, Span
from checker.errors import UnreadableFile
from checker.reading.docx import package, read_docx, story
from checker.reading.docx.pieces import pieces, raw
from checker.reading.docx.spelling import raw_span, sources
from checker.reading.docx.story import read_story
from checker.text import clean
from tests.wordfiles import (
    MACRO,
    STRICT,
    W,
    abstract,
    level,
    num,
    p,
    packed,
    r,
    start_override,
    styled,
    t,
    unpacked,
    word,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = (
    "<w:r><mc:AlternateContent>"
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data).blocks]


def text(*runs: str) -> str:
    """The text of one paragraph with these runs."""
    (only,) = texts(word(p(*runs)))
    return only


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_a_file_of_python_docx() -> None:
    file, target = docx.Document(), BytesIO()
    file.add_heading("Chương I", 1)
    file.add_paragraph("")
    file.add_paragraph("Nội dung")
    file.save(target)
    blocks = read_docx(target.getvalue()).blocks
    assert [(b.text, b.place.number, b.kind) for b in blocks] == [
        ("Chương I", 1, "heading"),
        ("", 2, "paragraph"),
        ("Nội dung", 3, "paragraph"),
    ]


def test_runs_join() -> None:
    assert text("Lao ", "động", " nữ") == "Lao động nữ"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:tab/>", "trước sau"),
        ("<w:br/>", "trước sau"),
        ("<w:cr/>", "trước sau"),
        ('<w:br w:type="page"/>', "trước sau"),
        ("<w:noBreakHyphen/>", "trước-sau"),
        ("<w:softHyphen/>", "trướcsau"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "trước≥sau"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "trước☑sau"),
        ('<w:sym w:font="Wingdings" w:char="F021"/>', "trước sau"),
        ('<w:sym w:font="Times New Roman" w:char="2013"/>', "trước–sau"),
        ('<w:sym w:font="Times New Roman" w:char="khong"/>', "trước sau"),
        ("<w:t>\n</w:t>", "trước sau"),
        ("<w:t>\u2028</w:t>", "trước sau"),
        ("<w:t>\u00a0</w:t>", "trước sau"),
        ("<w:instrText>PAGE</w:instrText>", "trướcsau"),
        ("<w:delText>cũ</w:delText>", "trướcsau"),
        ("<w:drawing><w:t>hình</w:t></w:drawing>", "trướcsau"),
        ("<w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt>"
         "<w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby>", "trướcchữsau"),
        ('<mc:AlternateContent><mc:Choice Requires="x"><w:t>A</w:t></mc:Choice>'
         "<mc:Fallback><w:t>B</w:t></mc:Fallback></mc:AlternateContent>", "trướcBsau"),
        ('<mc:AlternateContent><mc:Choice Requires="x"><w:t>A</w:t></mc:Choice></mc:AlternateContent>',
         "trướcAsau"),
    ],
)  # fmt: skip
def test_signs_inside_a_run(inside: str, expected: str) -> None:
    assert text(f"<w:r>{t('trước')}{inside}{t('sau')}</w:r>") == expected


@pytest.mark.parametrize(
    ("wrapped", "expected"),
    [
        ("<w:ins>{}</w:ins>", "ab c"),
        ("<w:moveTo>{}</w:moveTo>", "ab c"),
        ("<w:del>{}</w:del>", "a c"),
        ("<w:moveFrom>{}</w:moveFrom>", "a c"),
        ("<w:ins><w:del>{}</w:del></w:ins>", "a c"),
        ("<w:hyperlink>{}</w:hyperlink>", "ab c"),
        ("<w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag>", "ab c"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "ab c"),
        ("<w:fldSimple>{}</w:fldSimple>", "ab c"),
        ("<w:customXml>{}</w:customXml>", "ab c"),
        ('<mc:AlternateContent><mc:Choice Requires="x">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>'
         "</mc:AlternateContent>", "ab c"),
        ("<m:oMath><m:r><m:t>b</m:t></m:r></m:oMath>", "ab c"),
        ("<!-- lời ghi -->", "a c"),
    ],
)  # fmt: skip
def test_what_stands_between_paragraph_and_run(wrapped: str, expected: str) -> None:
    assert text("a", wrapped.format(r("b")), " c") == expected


def test_field_shows_its_result_only() -> None:
    nested = (
        FIELD.format("begin")
        + r("mã")
        + FIELD.format("separate")
        + r("kết quả trong mã")
        + FIELD.format("end")
    )
    runs = FIELD.format("begin") + nested + FIELD.format("separate") + r("hiện") + FIELD.format("end")
    assert text("a ", runs, " b") == "a hiện b"


def test_field_over_several_paragraphs() -> None:
    data = word(
        p(FIELD.format("begin"), "TOC", FIELD.format("separate"), "Chương I")
        + p("Chương II", FIELD.format("end"))
        + p("Điều 1")
    )
    assert texts(data) == ["Chương I", "Chương II", "Điều 1"]


def test_field_without_end_loses_nothing() -> None:
    assert texts(word(p(FIELD.format("begin"), "Chương I") + p("Điều 1"))) == ["Chương I", "Điều 1"]


def test_field_without_result_shows_nothing() -> None:
    assert text("a", FIELD.format("begin"), "mã", FIELD.format("end"), "b") == "ab"


def test_hidden_text_is_left_out_and_noted() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = r("b", "<w:vanish/>") + r("c", '<w:rStyle w:val="An"/>') + r("d", '<w:vanish w:val="0"/>')
    reading = read_docx(word(p("a", hidden), styles=styles))
    assert reading.blocks[0].text == "ad"
    assert reading.notes == ("Bỏ qua chữ được định dạng ẩn trong Word.",)


def test_content_controls_around_blocks_rows_and_cells() -> None:
    wrap = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    data = word(wrap(p("một")) + wrap(table(wrap(row(wrap(cell(p("hai"))))))))
    assert texts(data) == ["một", "hai"]


def test_table_cells_keep_their_grid_column() -> None:
    span = '<w:gridSpan w:val="2"/>'
    data = word(
        table(
            row(cell(p("a"), properties=span), cell(p("b"), p(""))),
            row(cell(p("c")), cell(p("d")), properties='<w:gridBefore w:val="1"/>'),
        )
        + p("ngoài")
        + table(row(cell(p("e"))))
    )
    blocks = read_docx(data).blocks
    assert [(b.text, b.place.cell) for b in blocks] == [
        ("a", Cell(0, 0, 0)), ("b", Cell(0, 0, 2)), ("", Cell(0, 0, 2)),
        ("c", Cell(0, 1, 1)), ("d", Cell(0, 1, 2)), ("ngoài", None), ("e", Cell(1, 0, 0)),
    ]  # fmt: skip
    assert [b.kind for b in blocks] == ["cell"] * 5 + ["paragraph", "cell"]
    assert [b.place.number for b in blocks] == list(range(1, 8))


def test_merged_and_nested_cells_neither_lose_nor_repeat() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    inner = table(row(cell(p("trong"))))
    data = word(
        table(
            row(cell(p("trên"), properties=begin), cell(p("x"), inner, p("y"))),
            row(cell(p("dưới"), properties=go_on), cell(p("z"))),
        )
    )
    blocks = read_docx(data).blocks
    assert [(b.text, b.place.cell) for b in blocks] == [
        ("trên", Cell(0, 0, 0)), ("x", Cell(0, 0, 1)), ("trong", Cell(1, 0, 0)), ("y", Cell(0, 0, 1)),
        ("dưới", Cell(0, 1, 0)), ("z", Cell(0, 1, 1)),
    ]  # fmt: skip


def test_deleted_row_is_dropped() -> None:
    deleted = row(cell(p("bỏ")), properties='<w:del w:id="1" w:author="A"/>')
    assert texts(word(table(row(cell(p("giữ"))), deleted))) == ["giữ"]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:b w:val="0"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="D1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Của tôi"/><w:basedOn w:val="D1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="Vòng"/><w:basedOn w:val="Vong"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tua"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Thân"/><w:basedOn w:val="D1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "bold", "centred", "kind"),
    [
        (p("a"), False, False, "paragraph"),
        (p(r("a", "<w:b/>"), r(" "), r("b", "<w:b/>")), True, False, "paragraph"),
        (p(r("a", "<w:b/>"), r("b")), False, False, "paragraph"),
        (p(r("a", '<w:rStyle w:val="Dam"/>')), True, False, "paragraph"),
        (p("a", properties='<w:jc w:val="center"/>'), False, True, "paragraph"),
        (p("a", properties='<w:outlineLvl w:val="2"/>'), False, False, "heading"),
        (styled("a", "D1"), True, True, "heading"),
        (styled("a", "Con"), True, True, "heading"),
        (styled("a", "Tua"), False, False, "heading"),
        (styled("a", "Than"), True, True, "paragraph"),
        (styled("a", "Vong"), False, False, "paragraph"),
        (styled("a", "KhongCo"), False, False, "paragraph"),
        (p(r("a", '<w:b w:val="false"/>'), properties='<w:pStyle w:val="D1"/>'), False, True, "heading"),
        # Bold twice, by the paragraph's and the run's style, is not bold in Word.
        (p(r("a", '<w:rStyle w:val="Dam"/>'), properties='<w:pStyle w:val="D1"/>'), False, True, "heading"),
        (p("a", properties='<w:pStyle w:val="D1"/><w:jc w:val="left"/>'), True, False, "heading"),
    ],
)
def test_how_a_paragraph_looks(paragraph: str, bold: bool, centred: bool, kind: str) -> None:
    (block,) = read_docx(word(paragraph, styles=STYLES)).blocks
    assert (block.bold, block.centred, block.kind) == (bold, centred, kind)


def test_empty_paragraph_is_not_bold() -> None:
    blocks = read_docx(word(p(r("", "<w:b/>")) + p("a"))).blocks
    assert [block.bold for block in blocks] == [False, False]


def test_embedded_files_are_noted() -> None:
    reading = read_docx(word(p("a") + '<w:altChunk r:id="rId9"/>'))
    assert reading.notes == ("Chưa đọc nội dung trong tệp nhúng; hãy tự kiểm tra phần này.",)


def test_nothing_to_note() -> None:
    assert read_docx(word(p("a", BOX.format(p(""))), footer=p("1"))).notes == ()


def test_strict_file_reads_alike() -> None:
    data = word(p("a", properties='<w:jc w:val="center"/>'))
    strict = packed(
        {name: blob.replace(W.encode(), STRICT.encode()) for name, blob in unpacked(data).items()}
    )
    assert read_docx(strict) == read_docx(data)


def test_file_with_macros_reads() -> None:
    assert texts(word(p("a"), main=MACRO, more={"word/vbaProject.bin": b"Sub AutoOpen()"})) == ["a"]


def test_utf_16_reads() -> None:
    parts = unpacked(word(p("điều")))
    document = parts["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert texts(packed({**parts, "word/document.xml": document.encode("utf-16")})) == ["điều"]


def declaring(doctype: str, content: str) -> bytes:
    parts = unpacked(word(p("a") + content))
    document = parts["word/document.xml"].replace(b"<w:document", f"{doctype}<w:document".encode(), 1)
    return packed({**parts, "word/document.xml": document})


def bomb(size: int) -> bytes:
    return packed({**unpacked(word(p("a"))), "word/media/image1.bmp": bytes(size)})


def encrypted_entry() -> bytes:
    data = bytearray(word(p("a")))
    flags = data.rindex(b"PK\x01\x02") + 8
    data[flags : flags + 2] = struct.pack("<H", 1)
    return bytes(data)


def other_method() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        for name, blob in unpacked(word(p("a"))).items():
            archive.writestr(name, blob)
    return target.getvalue()


def spoiled() -> bytes:
    data = bytearray(word(p("a" * 5000)))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


def without(name: str) -> bytes:
    return packed({part: blob for part, blob in unpacked(word(p("a"))).items() if part != name})


BROKEN_XML = packed({**unpacked(word(p("a"))), "word/document.xml": b"<w:document><w:body>"})
SPREADSHEET = packed({**unpacked(word(p("a"))), "word/document.xml": b"<workbook xmlns='x'/>"})
LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", package.EMPTY),
        (OLE + "EncryptedPackage".encode("utf-16-le"), package.ENCRYPTED),
        (OLE + "WordDocument".encode("utf-16-le"), package.OLD_WORD),
        (OLE + "Workbook".encode("utf-16-le"), package.OTHER_OLE),
        (b"{\\rtf1 a}", package.NOT_WORD),
        (b"%PDF-1.7", package.NOT_WORD),
        (word(p("a"))[:300], package.DAMAGED),
        (spoiled(), package.DAMAGED),
        (other_method(), package.DAMAGED),
        (encrypted_entry(), package.ENCRYPTED),
        (packed({"a.txt": "a"}), package.NOT_WORD),
        (without("word/document.xml"), package.NOT_WORD),
        (without("[Content_Types].xml"), package.NOT_WORD),
        (SPREADSHEET, package.NOT_WORD),
        (BROKEN_XML, package.DAMAGED),
        (declaring("<!DOCTYPE w:document>", ""), package.UNSAFE),
        (declaring(LAUGHS, p("<w:r><w:t>&b;</w:t></w:r>")), package.UNSAFE),
        (declaring(OUTSIDE, p("<w:r><w:t>&a;</w:t></w:r>")), package.UNSAFE),
        (bomb(package.RATIO_FROM + 1), package.TOO_LARGE),
    ],
)  # fmt: skip
def test_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_docx(data)
    assert str(caught.value) == message


def test_too_large_in_total(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TOTAL", 1000)
    with pytest.raises(UnreadableFile, match="lớn bất thường"):
        read_docx(word(p("a" * 1000)))


@pytest.mark.parametrize(
    ("limit", "module"), [("MAX_TAGS", package), ("MAX_XML", package), ("MAX_PARAGRAPHS", story)]
)
def test_more_than_a_draft_can_have(limit: str, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, limit, 10)
    with pytest.raises(UnreadableFile, match="lớn bất thường"):
        read_docx(word(p("a") * 11))


def declaring_sizes(data: bytes, size: int) -> bytes:
    """The archive with another unpacked size for its document part, in the central directory."""
    found = bytearray(data)
    at = found.index(b"word/document.xml", found.index(b"PK\x01\x02")) - 46
    found[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(found)


def test_a_zip_that_says_it_unpacks_to_gigabytes() -> None:
    with pytest.raises(UnreadableFile, match="lớn bất thường"):
        read_docx(declaring_sizes(word(p("a")), 2**32 - 2))


def test_a_zip_that_unpacks_to_more_than_it_says() -> None:
    data = declaring_sizes(word(p("a" * 2**26)), 100)
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile, match="bị hỏng"):
            read_docx(data)
        assert tracemalloc.get_traced_memory()[1] < 2**24
    finally:
        tracemalloc.stop()


def test_big_pictures_are_no_bomb() -> None:
    noise = bytes(range(256)) * 4
    assert texts(packed({**unpacked(word(p("a"))), "word/media/image1.png": noise})) == ["a"]


@pytest.mark.parametrize("body", ["", p(""), p(" ", "<w:r><w:drawing/></w:r>"), p(BOX.format(p("")))])
def test_no_text_at_all(body: str) -> None:
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read_docx(word(body))


@given(st.binary(max_size=400))
def test_any_bytes_give_a_sentence(noise: bytes) -> None:
    for data in (noise, b"PK\x03\x04" + noise, OLE + noise):
        with pytest.raises(UnreadableFile, match=r"[.]$"):
            read_docx(data)


@given(st.data())
def test_a_spoiled_file_gives_text_or_a_sentence(data: st.DataObject) -> None:
    good = bytearray(word(p("Điều 1. Lao động nữ", properties='<w:jc w:val="center"/>')))
    for at in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=4)):
        good[at] = data.draw(st.integers(0, 255))
    try:
        assert read_docx(bytes(good)).blocks
    except UnreadableFile as err:
        message = str(err)
        assert message.endswith(".")


RICH = word(
    p("a", properties='<w:pStyle w:val="Con"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p(FIELD.format("begin"), "x", FIELD.format("separate"), "y", FIELD.format("end"), BOX.format(p("b")))
    + table(row(cell(p("c"), properties='<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>'))
    + p(
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:vanish/></w:r>',
        "<w:ins><w:r><w:t>d</w:t></w:r></w:ins>",
    )
    + p("cuối"),
    styles=STYLES,
    numbering=abstract(
        0, level(0, "Điều %1.", extra='<w:pStyle w:val="D1"/>'), level(1, "%2)", "lowerLetter")
    )
    + num(1, 0, start_override(0, 4)),
    header=p("đầu"),
)
CHANGES = st.sampled_from(
    ["drop", "empty", "strip", "twice", "-1", "0", "99999999999999999999", "chữ", "Con", "1"]
)


@given(st.data())
def test_odd_structure_is_read_all_the_same(data: st.DataObject) -> None:
    parts = unpacked(RICH)
    for name in ("document", "styles", "numbering"):
        root = etree.fromstring(parts[f"word/{name}.xml"])
        for _ in range(data.draw(st.integers(0, 3))):
            elements = [each for each in root.iter() if each is not root and each.getparent() is not root]
            if elements:
                spoil(data.draw(st.sampled_from(elements)), data.draw(CHANGES))
        parts[f"word/{name}.xml"] = etree.tostring(root)
    assert any(text.endswith("cuối") for text in texts(packed(parts)))


def spoil(element: etree._Element, change: str) -> None:
    """Damages an element as careless programs do; the last paragraph of the body stays."""
    parent = element.getparent()
    if "cuối" in "".join(element.itertext()):
        return
    if change == "drop":
        parent.remove(element)
    elif change == "empty":
        del element[:]
    elif change == "strip":
        element.attrib.clear()
    elif change == "twice":
        parent.append(deepcopy(element))
    else:
        for key in element.attrib:
            element.set(key, change)


VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậẹệộợụựỵĐẲẶỮ 0123456789.,;:()“”-"
BLANKS = "\u00a0\u2009\u3000\t"
INVISIBLE = "\u00ad\u200b\u200d\ufeff\x07"


@st.composite
def typed(draw: st.DrawFn) -> str:
    """Vietnamese as it is found in files: composed, decomposed, with odd blanks and invisible signs."""
    letters = draw(st.lists(st.sampled_from(VIETNAMESE), min_size=1, max_size=30))
    forms = draw(st.lists(st.sampled_from(["NFC", "NFD"]), min_size=len(letters), max_size=len(letters)))
    found = [unicodedata.normalize(form, letter) for form, letter in zip(forms, letters, strict=True)]
    for _ in range(draw(st.integers(0, 4))):
        found.insert(draw(st.integers(0, len(found))), draw(st.sampled_from(BLANKS + INVISIBLE)))
    if draw(st.booleans()):
        found = list("".join(found))
        found.insert(draw(st.integers(0, len(found))), draw(st.sampled_from(INVISIBLE)))
    return "".join(found)


@given(typed(), st.data())
def test_way_back_is_exact_for_vietnamese(written: str, data: st.DataObject) -> None:
    shown = clean(written)
    start = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(start, len(shown)))
    span = raw_span(sources(written), Span(start, end), "")
    if span is None:
        assert start == end
    else:
        assert clean(written[span.start : span.end]) == shown[start:end]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_way_back_holds_for_any_script(written: str) -> None:
    shown, origin = clean(written), sources(written)
    assert len(origin) == len(shown)
    assert all(0 <= span.start < span.end <= len(written) for span in origin)
    assert [span.start for span in origin] == sorted(span.start for span in origin)
    assert all(char in clean(written[s.start : s.end]) for char, s in zip(shown, origin, strict=True))


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 8), None), (Span(0, 9), Span(0, 1)), (Span(8, 10), Span(0, 2)), (Span(9, 99), Span(1, 4))],
)
def test_label_is_not_in_the_file(span: Span, expected: Span | None) -> None:
    assert raw_span(sources("abcd"), span, "Điều 1. ") == expected


@given(st.lists(typed(), min_size=1, max_size=5))
def test_pieces_cover_the_paragraph(written: list[str]) -> None:
    # XML cannot hold control characters.
    runs = [each.replace("\x07", "") for each in written]
    opened = package.open_package(word(p(*(r(each) for each in runs), "<w:r><w:tab/></w:r>", "x")))
    found = read_story(opened)
    parts = pieces(found, found.paragraphs[0])
    whole = raw(parts)
    assert all(whole[piece.start : piece.end] == piece.text for piece in parts)
    assert all(piece.node.getparent() is piece.run for piece in parts)
    assert clean(whole) == clean("".join(runs) + "\tx")
    assert {piece.run.tag for piece in parts} == {qn("w:r")}
