"""Scans: recognised page by page, put right by context, told of, refused with advice."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from checker.checking import check_document
from checker.domain import Block, Place, Reading, Span
from checker.errors import UnreadableFile
from checker.reading import read_bytes
from checker.reading.ocr.images import slant_of
from checker.reading.ocr.repair import repaired
from checker.reading.pdf import read_pdf
from checker.reading.pdf.pages import MOST_SCANNED
from checker.structure import parse
from checker.text.syllables import syllable_share
from tests.pdffiles import INDENT, LEFT, lines, pdf
from tests.wordfiles import converted, p, word

needs_tesseract = pytest.mark.requires_program("tesseract")
SAMPLE = "samples/thong-tu-bo.pdf"


@pytest.fixture(scope="module")
def page(root: Path) -> Image.Image:
    """The first page of a sample as a scanner would give it."""
    document = pdfium.PdfDocument(root / SAMPLE)
    picture: Image.Image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    return picture


@pytest.fixture(scope="module")
def printed(root: Path) -> list[str]:
    """The words of that page by its text layer."""
    return [word for block in read_pdf(one_page(root / SAMPLE)).blocks for word in block.text.split()]


def one_page(path: Path) -> bytes:
    source, target, data = pdfium.PdfDocument(path), pdfium.PdfDocument.new(), io.BytesIO()
    target.import_pages(source, [0])
    target.save(data)
    return data.getvalue()


def scan(pictures: Sequence[Image.Image], *, dpi: int = 200) -> bytes:
    data = io.BytesIO()
    pictures[0].save(data, "PDF", save_all=True, append_images=list(pictures[1:]), resolution=dpi)
    return data.getvalue()


def joined(*parts: bytes) -> bytes:
    target, data = pdfium.PdfDocument.new(), io.BytesIO()
    for part in parts:
        target.import_pages(pdfium.PdfDocument(part))
    target.save(data)
    return data.getvalue()


def alike(reading: Reading, words: Sequence[str]) -> float:
    found = [word for block in reading.blocks for word in block.text.split()]
    return SequenceMatcher(None, words, found, autojunk=False).ratio()


@needs_tesseract
def test_a_scan_is_recognised_and_says_so(page: Image.Image, printed: list[str]) -> None:
    reading = read_bytes("a.pdf", scan([page]))
    assert reading.ocr
    assert "trang 1 được nhận dạng" in reading.notes[0]
    assert alike(reading, printed) > 0.95
    assert syllable_share(" ".join(block.text for block in reading.blocks)) > 0.96


@needs_tesseract
def test_the_head_of_a_scan_is_read_column_by_column(page: Image.Image) -> None:
    texts = [block.text for block in read_pdf(scan([page])).blocks]
    assert texts.index("BỘ Y TẾ") < texts.index("DỰ THẢO") < texts.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert any(text.startswith("1. Thông tư này hướng dẫn") and len(text) > 150 for text in texts)


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270, 2, -3])
def test_pages_that_lie_or_slant_are_read(page: Image.Image, printed: list[str], turn: int) -> None:
    turned = page.rotate(turn, expand=True, fillcolor=255)
    assert alike(read_pdf(scan([turned])), printed) > 0.9


@needs_tesseract
def test_only_the_scanned_pages_are_recognised_and_told(page: Image.Image) -> None:
    typed = pdf([lines([(INDENT, "Điều 1. Nghị định này quy định về đê điều."), (LEFT, "Hết.")])])
    told: list[tuple[int, int]] = []
    reading = read_bytes(
        "a.pdf", joined(typed, scan([page])), progress=lambda done, total: told.append((done, total))
    )
    assert told == [(0, 1), (1, 1)]
    assert reading.blocks[0].text == "Điều 1. Nghị định này quy định về đê điều. Hết."
    assert "trang 2 được nhận dạng" in reading.notes[0]


@needs_tesseract
def test_what_progress_raises_stops_the_recognition(page: Image.Image) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_bytes("a.pdf", scan([page, page]), progress=stop)


@needs_tesseract
def test_an_empty_scan_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read_bytes("a.pdf", scan([Image.new("L", (1654, 2339), 250)]))


@needs_tesseract
def test_a_tiny_text_layer_does_not_hide_a_scan(page: Image.Image, printed: list[str]) -> None:
    stamp = "Người ký: Văn phòng"
    over, data = pdfium.PdfDocument.new(), io.BytesIO()
    over.import_pages(pdfium.PdfDocument(pdf([lines([(INDENT, stamp)], top=30)])))
    copy = pdfium.PdfImage.new(over)
    copy.set_bitmap(pdfium.PdfBitmap.from_pil(page))
    copy.set_matrix(pdfium.PdfMatrix().scale(595, 842))
    sheet = over[0]
    sheet.insert_obj(copy)
    sheet.gen_content()
    over.save(data)
    reading = read_pdf(data.getvalue())
    assert reading.ocr
    assert alike(reading, printed) > 0.9


@pytest.mark.requires_program("tesseract", "soffice")
def test_letters_without_a_table_are_recognised_from_their_shapes(tmp_path: Path) -> None:
    sentence = "Nam, nữ bình đẳng trong việc tham gia quản lý nhà nước và hoạt động xã hội."
    typed = converted(word("".join(p(f"{number}. {sentence}") for number in range(1, 9))), "pdf", tmp_path)
    assert not read_pdf(typed).ocr
    mute = re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), typed)
    assert mute != typed
    reading = read_pdf(mute)
    assert reading.ocr
    assert alike(reading, [each for block in read_pdf(typed).blocks for each in block.text.split()]) > 0.9


def test_too_many_scanned_pages_are_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableFile, match=f"{MOST_SCANNED + 1} trang .* {MOST_SCANNED} trang"):
        read_bytes("a.pdf", pdf([[]] * (MOST_SCANNED + 1), picture=True))


def test_without_tesseract_the_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: Image.Image
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="tesseract-ocr-vie"):
        read_bytes("a.pdf", scan([page]))


def test_a_mixed_file_without_tesseract_is_read_as_far_as_it_goes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: Image.Image
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    typed = pdf([lines([(INDENT, "Điều 1. Nghị định này quy định về đê điều.")])])
    reading = read_bytes("a.pdf", joined(typed, scan([page])))
    assert reading.blocks[0].text.startswith("Điều 1.")
    assert any("Trang 2" in note and "tesseract-ocr-vie" in note for note in reading.notes)


@pytest.mark.parametrize("turn", [-4.0, -1.5, 0.0, 0.6, 3.2])
def test_the_slant_of_a_page_is_measured(page: Image.Image, turn: float) -> None:
    assert slant_of(page.rotate(turn, fillcolor=255)) == pytest.approx(-turn, abs=0.25)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("về bình đăng giới trong", "về bình đẳng giới trong"),
        ("vợ chồng bình đắng với nhau", "vợ chồng bình đẳng với nhau"),
        ("BÌNH ĐẰNG GIỚI", "BÌNH ĐẲNG GIỚI"),
        ("Binh đăng giới", "Bình đẳng giới"),
        ("hội liên hiệp phụ nư", "hội liên hiệp phụ nữ"),
        ("của chủ hô, trường cao đăng", "của chủ hộ, trường cao đẳng"),
    ],
)
def test_marks_are_put_right_where_the_context_tells(written: str, meant: str) -> None:
    found = repaired(written)
    assert found.text == meant
    assert found.changes


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ đăng ký kinh doanh",
        "hợp đồng đăng báo",
        "bình. Đăng ký tại xã",
        "tổ chức bình, đăng tin",
        "trong năm giới hạn",
        "cấp ủy đảng cấp trên",
        "người chống đối bị xử lý",
        "nuôi con trái pháp luật",
        "đề nghị đình chỉ thi hành",
        "mức lương hàng năm và hằng năm",
        "hoà giải ở cơ sở, tỉ lệ nữ, lí do",
    ],
)
def test_what_is_vietnamese_as_it_stands_is_left_alone(text: str) -> None:
    assert repaired(text).text == text


def test_words_of_a_known_phrase_are_confirmed_and_lengths_hold() -> None:
    text = "Các bên bình đăng, phụ nữ và trẻ em"
    found = repaired(text)
    assert len(found.text) == len(text)
    confirmed = [found.text[span.start : span.end] for span in found.confirmed]
    assert confirmed == ["bình", "đẳng", "phụ", "nữ", "trẻ", "em"]


@needs_tesseract
def test_doubtful_words_lie_where_they_are_said_to(page: Image.Image) -> None:
    small = page.resize((page.width // 3, page.height // 3)).resize(page.size)
    reading = read_pdf(scan([small]))
    words = [b.text[s.start : s.end] for b in reading.blocks for s in b.doubtful]
    assert words
    assert all(re.fullmatch(r"\S+", word) for word in words)
    assert any(f"{len(words)} từ nhận dạng không chắc chắn" in note for note in reading.notes)


def test_what_lies_on_a_doubtful_word_is_held_down_with_the_reason() -> None:
    texts = ("Điều 1. Nghỉ chăm sóc con", "1. Lao động nữ được nghỉ khi con ốm.")
    sure = tuple(Block(text, Place(number)) for number, text in enumerate(texts, 1))
    words = Span(texts[1].index("ốm"), texts[1].index("ốm") + 3)
    unsure = (sure[0], replace(sure[1], doubtful=(words,)))
    assert check_document(parse("a.pdf", Reading(sure))).findings
    report = check_document(parse("a.pdf", Reading(unsure, ocr=True)))
    assert not report.findings
    assert {held.by for held in report.suppressed} == {"uncertain-recognition"}
