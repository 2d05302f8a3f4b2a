"""The pages as Streamlit runs them, without a browser."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from checker.checking import check_bytes
from checker.domain import Decision
from checker.ui import state
from checker.ui.deciding import Desk, add
from checker.ui.downloads import word_file, word_suffix
from checker.ui.plain import plain
from checker.ui.start import SAMPLE_DOSSIERS, SAMPLE_NAMES, samples

HARMLESS = "Điều 1. Hiệu lực thi hành\nQuyết định này có hiệu lực kể từ ngày ký.".encode()


@pytest.fixture
def app(root: Path) -> AppTest:
    return AppTest.from_file(str(root / "app.py"), default_timeout=120).run()


def upload(app: AppTest, name: str, data: bytes) -> AppTest:
    return app.file_uploader[0].upload(name, data).run()


def words(app: AppTest) -> str:
    shown = [*app.title, *app.header, *app.markdown, *app.caption, *app.error]
    return "\n".join(element.value for element in shown)


def test_start_page_says_what_to_do_and_what_happens_to_the_file(app: AppTest) -> None:
    assert not app.exception
    assert app.title[0].value == "Rà soát lồng ghép giới trong dự thảo văn bản"
    assert "chỉ được lưu lại khi bạn bấm Lưu" in words(app)
    named = SAMPLE_NAMES | SAMPLE_DOSSIERS
    labels = [button.label for button in app.button]
    assert labels == [
        *(named[path.name] for path in samples()),
        "Mở hồ sơ đã lưu",
        "So sánh hai phiên bản",
        "Bộ quy tắc",
    ]


@pytest.mark.parametrize("path", [path for path in samples() if path.is_file()], ids=lambda path: path.name)
def test_every_sample_opens(app: AppTest, path: Path) -> None:
    app.button(key=f"sample-{path.name}").click().run()
    assert not app.exception
    assert not app.error
    assert path.name in words(app).replace("\\", "")
    assert "Có " in words(app)
    assert [button.label for button in app.button] == ["Lưu vào hồ sơ", "Chọn tệp khác"]


@pytest.mark.parametrize("path", [path for path in samples() if path.is_file()], ids=lambda path: path.name)
def test_the_word_file_has_a_comment_for_each_finding_whatever_the_format(path: Path) -> None:
    draft = state.Draft(path.name, path.read_bytes())
    report = check_bytes(draft.name, draft.data)
    word = word_file(state.Checked(draft, report, {}), Desk())
    assert len(list(docx.Document(BytesIO(word)).comments)) == len(report.findings) > 0


def test_the_word_file_has_what_was_decided() -> None:
    path = next(path for path in samples() if path.name == "du-thao-nghi-dinh.docx")
    draft = state.Draft(path.name, path.read_bytes())
    report = check_bytes(draft.name, draft.data)
    first, second = report.findings[:2]
    desk = Desk()
    for finding, verdict in ((first, "dismissed"), (second, "dismissed"), (second, "open")):
        add(desk, Decision(finding.id, verdict, "Lan", datetime(2026, 11, 24, tzinfo=UTC)))  # type: ignore[arg-type]
    comments = docx.Document(BytesIO(word_file(state.Checked(draft, report, {}), desk))).comments
    assert len(list(comments)) == len(report.findings) - 1


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.docx", ".docx"), ("A.DOCM", ".DOCM"), ("a.pdf", ".docx"), ("a", ".docx")]
)
def test_a_word_file_keeps_its_ending(name: str, suffix: str) -> None:
    assert word_suffix(name) == suffix


def test_a_draft_without_anything_to_say_gets_a_friendly_line(app: AppTest) -> None:
    upload(app, "ghi-chu.txt", HARMLESS)
    assert not app.exception
    assert "Chưa thấy chỗ nào cần xem xét" in words(app)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rong.txt", b""),
        ("cu.doc", b"Word 97"),
        ("hong.docx", b"PK\x03\x04 not a package"),
        ("hong.pdf", b"%PDF-1.7 cut off"),
    ],
)
def test_an_unreadable_file_is_told_in_place(app: AppTest, name: str, data: bytes) -> None:
    upload(app, name, data)
    assert not app.exception
    assert len(app.error) == 1
    assert name in app.error[0].value.replace("\\", "")
    assert app.file_uploader[0].value == [], "the next file can be chosen on the same page"


def test_another_file_can_be_chosen_after_a_result(app: AppTest) -> None:
    upload(app, "ghi-chu.txt", HARMLESS)
    next(one for one in app.button if one.label == "Chọn tệp khác").click().run()
    assert len(app.file_uploader) == 1
    assert "held" not in app.session_state, "the draft is forgotten"


def test_a_file_name_is_never_read_as_formatting() -> None:
    assert plain("a_b*[x](y)  :red[z] $1$.docx") == r"a\_b\*\[x\]\(y\) \:red\[z\] \$1\$\.docx"
