"""Small drafts that have what makes the places of a Word file hard to keep, written for the tests."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from tests.oldfonts import TYPED
from tests.wordfiles import (
    abstract,
    box,
    deleted,
    ended,
    inserted,
    level,
    mark,
    note,
    num,
    numbered,
    p,
    r,
    section,
    word,
)

_LISTS = abstract(0, level(0, "Điều %1."), level(1, "%2."), level(2, "%3)", "lowerLetter")) + num(1, 0)


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def typed(text: str, font: str) -> str:
    """A run in a font from before Unicode that shows `text`."""
    return r("".join(TYPED[font].get(letter, letter) for letter in text), _font(font))


def _cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _changes() -> bytes:
    first = numbered("Lao động ", 1).replace(
        "</w:p>",
        f"{deleted('nữ')}{inserted(r('mọi giới'))}{r(' được ')}{inserted(r('nghỉ'), deleted('hưởng'))}"
        f"{r(', ')}{deleted('12', kind='moveFrom')}{r(' ngày')}{inserted(r('12'), kind='moveTo')}</w:p>",
    )
    rows = _table(
        f"<w:trPr><w:del w:id='1'/></w:trPr>{_cell(p('hàng bị xóa'))}",
        f"<w:trPr><w:ins w:id='2'/></w:trPr>{_cell(p('hàng thêm vào'))}",
    )
    joined = p("Hội đồng có ", properties=ended("del")) + p(
        "ít nhất ", deleted("hai"), inserted(r("ba")), " nữ."
    )
    split = p("Câu đầu.", properties=ended("ins")) + p(" Câu sau.")
    old = p(
        deleted("Phô n÷", properties=_font(".VnTime")), inserted(r("người")), typed(" cao tuổi", "VNI-Times")
    )
    return word(first + joined + split + rows + old, numbering=_LISTS)


def _notes() -> bytes:
    decomposed = unicodedata.normalize("NFD", "đẳng giới")
    body = p("Bình ", r(decomposed), mark(1), " và", mark(1, "endnote"), " công\u00adbằng.") + p(
        "Xem ", "<w:hyperlink>" + r("văn bản") + "</w:hyperlink>", "<w:sdt><w:sdtContent>" + r(" số 5")
        + "</w:sdtContent></w:sdt>", "<w:r><w:tab/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", " cuối\u00a0câu",
    )  # fmt: skip
    return word(
        body + section(("header", "default", "rId3"), ("footer", "default", "rId4")),
        footnotes=note(1, p("Chú thích ", deleted("cũ"), inserted(r("mới")), ".")),
        endnotes=note(1, p("Chú thích cuối."), p("Đoạn hai của nó."), kind="endnote"),
        header=p("CÔNG BÁO ", typed("số đặc biệt", ".VnTime")),
        footer=p("Trang của bản thảo"),
        comments=note(1, p("Nên hỏi lại."), kind="comment", extra='w:author="Người đọc"'),
    )


def _old_fonts() -> bytes:
    half = TYPED["VNI-Times"]["ẳ"]
    torn = r(f"{'bình ñ'}{half[0]}", _font("VNI-Times")) + r(f"{half[1]}ng", _font("VNI-Times"))
    every = (p(typed(" ".join(letters), font)) for font, letters in TYPED.items())
    mixed = p(typed("Phụ nữ ", "VPS Times"), "và nam giới ", typed("bình đẳng", ".VnTime"), torn, r(" hết."))
    return word("".join(every) + mixed + p(r("\uf0b7 ", _font("Symbol")), typed("cuối cùng", "VNI-Times")))


def _boxes() -> bytes:
    inner = p("Trong hộp ", deleted("đen"), inserted(r("trắng"))) + p(typed("chữ cũ", ".VnTime"))
    return word(p("Trước ", box(inner), "và sau hộp.") + p(box(p("Chỉ có hộp."))) + p("Hết."))


def _tables() -> bytes:
    nested = _table(_cell(p("trong cùng")) + _cell(p("bên phải")))
    merged = _cell(p("gộp hai cột"), properties='<w:gridSpan w:val="2"/>') + _cell(p("ba"))
    begun = _cell(p("gộp xuống"), properties='<w:vMerge w:val="restart"/>') + _cell(
        p("b2"), nested, p("sau bảng")
    )
    going = _cell(p(), properties="<w:vMerge/>") + _cell(p("b3"), p(""), p("đoạn ba")) + _cell(p("c3"))
    return word(p("Trước bảng") + _table(merged, begun + _cell(p("c2")), going) + p("Sau bảng"))


DRAFTS: Mapping[str, bytes] = {
    "changes": _changes(),
    "notes": _notes(),
    "old fonts": _old_fonts(),
    "boxes": _boxes(),
    "tables": _tables(),
}
