"""What a child process reads is what its parent gets; its end, whatever the reason, is a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import MISSING, fields
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from checker.domain import Block, Cell, Place, Reading, Span
from checker.errors import UnreadableFile
from checker.reading import read_bytes
from checker.reading.child import Limits, ReaderCrashed, read_apart
from checker.reading.child.wire import decode, encode
from checker.reading.docx import read_docx
from tests.pdffiles import nested_forms
from tests.wordfiles import p, word

PLAIN = word(p("Điều 1. Phạm vi"))
on_posix = pytest.mark.skipif(os.name == "nt", reason="process groups and limits of POSIX")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the memory limit")

FULL = Reading(
    blocks=(
        Block(
            "Điều 1. Phạm vi \ud800",
            Place(3, page=2, cell=Cell(0, 1, 2), part="footnote"),
            kind="cell",
            label="Điều 1. ",
            bold=True,
            centred=True,
            deleted=(Span(1, 4),),
            doubtful=(Span(5, 6), Span(7, 8)),
        ),
        Block("b", Place(4)),
    ),
    notes=("ghi chú",),
    ocr=True,
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, to see what stays."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_every_field_of_a_reading_survives_the_way() -> None:
    assert decode(Reading, json.loads(encode(FULL))) == FULL


def test_the_example_leaves_no_field_at_its_default() -> None:
    block = FULL.blocks[0]
    for value in (FULL, block, block.place):
        defaults = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        assert [name for name, default in defaults.items() if getattr(value, name) == default] == []


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {"blocks": [], "notes": []},
        {"blocks": [], "notes": [5], "ocr": False},
        {"blocks": [], "notes": "abc", "ocr": False},
        {"blocks": [], "notes": [], "ocr": 0},
        {"blocks": [{"text": "a"}], "notes": [], "ocr": False},
    ],
)
def test_anything_else_than_a_reading_is_refused(sent: object) -> None:
    with pytest.raises((TypeError, KeyError)):
        decode(Reading, sent)


def test_a_word_that_no_field_knows_is_refused() -> None:
    raw = json.loads(encode(FULL))
    raw["blocks"][0]["place"]["part"] = "margin"
    with pytest.raises(TypeError):
        decode(Reading, raw)


def test_the_child_reads_as_the_parent_would(root: Path, temporary: Path) -> None:
    data = (root / "samples" / "du-thao-nghi-dinh.docx").read_bytes()
    assert read_apart(".docx", data) == read_docx(data)
    assert list(temporary.iterdir()) == []


def test_the_view_is_passed_on() -> None:
    data = word(p("a", "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"))
    shown = {view: read_apart(".docx", data, view=view).blocks[0].text for view in ("accepted", "original")}
    assert shown == {"accepted": "a", "original": "ab"}


def test_a_refusal_comes_with_the_readers_own_sentence() -> None:
    with pytest.raises(UnreadableFile) as own:
        read_docx(PLAIN[:300])
    with pytest.raises(UnreadableFile) as passed:
        read_apart(".docx", PLAIN[:300])
    assert str(passed.value) == str(own.value)


def test_a_reader_that_takes_too_long_is_stopped(temporary: Path) -> None:
    with pytest.raises(UnreadableFile, match="giây mà chưa xong"):
        read_apart(".docx", PLAIN, limits=Limits(seconds=0.001))
    assert list(temporary.iterdir()) == []


def test_a_file_that_keeps_its_reader_busy_is_stopped(temporary: Path) -> None:
    short = nested_forms(4, 10)
    with pytest.raises(UnreadableFile, match="không có chữ"):
        read_apart(".pdf", short)
    endless = nested_forms(12, 10)  # the same file, but for ever
    assert len(endless) < 4000
    with pytest.raises(UnreadableFile, match=r"quá 2 giây mà chưa xong.*hãy"):
        read_apart(".pdf", endless, limits=Limits(seconds=2))
    assert list(temporary.iterdir()) == []


@on_linux
def test_a_reader_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(UnreadableFile, match="quá nhiều bộ nhớ"):
        read_apart(".docx", PLAIN + bytes(2**27), limits=Limits(memory=2**26))


@on_posix
@pytest.mark.parametrize("program", ["false", "echo"])
def test_a_child_that_dies_or_talks_nonsense_is_a_sentence(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "python"
    other.write_text(f"#!/bin/sh\n{program} answer\n")
    other.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(other))
    with pytest.raises(UnreadableFile, match="dừng đột ngột") as caught:
        read_apart(".docx", PLAIN)
    assert isinstance(caught.value.__cause__, ReaderCrashed)


def test_the_folder_that_the_user_is_in_lends_no_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit(3)")
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert read_apart(".docx", PLAIN).blocks[0].text == "Điều 1. Phạm vi"


def test_the_child_loads_neither_the_pipeline_nor_the_rules(root: Path) -> None:
    program = (
        "import sys\n"
        "from checker.reading.child.__main__ import read_here\n"
        "read_here('.docx', open(sys.argv[1], 'rb').read())\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    command = [sys.executable, "-c", program, str(root / "samples" / "du-thao-nghi-dinh.docx")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "lxml" in loaded
    assert loaded & {"spacy", "underthesea", "yaml", "numpy", "streamlit"} == set()


@on_posix
def test_a_child_ends_with_its_parent_and_tidies_up(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "checker-private"
    folder.mkdir()
    long = word("".join(p(f"Điều {number}. Phạm vi") for number in range(40_000)))
    arguments = [sys.executable, "-m", "checker.reading.child", ".docx", "accepted", str(2**30), str(folder)]
    child = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, start_new_session=True
    )
    answer, _ = child.communicate(len(long).to_bytes(8, "big") + long)  # and the pipe is closed
    assert child.returncode == -9
    assert answer == b""
    assert not folder.exists()


@pytest.mark.requires_program("tesseract")
def test_what_progress_raises_ends_the_child(temporary: Path) -> None:
    blank = [Image.new("L", (827, 1169), 255) for _ in range(3)]
    scan = BytesIO()
    blank[0].save(scan, "PDF", save_all=True, append_images=blank[1:], resolution=100)
    told = []

    def cancel(done: int, total: int) -> None:
        told.append((done, total))
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bytes("quet.pdf", scan.getvalue(), progress=cancel)
    assert told == [(told[0][0], 3)]
    assert list(temporary.iterdir()) == []
