"""Tesseract through its command line: a picture of a page to words with boxes and confidences."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Literal

from PIL import Image

from checker.errors import UnreadableFile
from checker.text import clean

SECONDS_A_PAGE = 20

Layout = Literal["3", "6"]  # as Tesseract numbers them
PAGE: Layout = "3"
BLOCK: Layout = "6"

_LANGUAGE = "vie"
_MISSING = (
    "Tệp là bản chụp (scan) nhưng máy chưa có chương trình nhận dạng chữ Tesseract: hãy cài gói "
    "tesseract-ocr và tesseract-ocr-vie rồi thử lại, hoặc nộp bản Word (.docx)."
)
_NO_VIETNAMESE = (
    "Tệp là bản chụp (scan) nhưng Tesseract trên máy chưa có dữ liệu tiếng Việt: hãy cài gói "
    "tesseract-ocr-vie rồi thử lại, hoặc nộp bản Word (.docx)."
)
_ROTATION = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_SURE = re.compile(r"^Orientation confidence: ([\d.]+)", re.MULTILINE)
_SURE_ENOUGH = 1.0


class TooSlow(Exception):
    """A page was not recognised within SECONDS_A_PAGE."""


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word: its box in pixels from the top left, its confidence from 0 to 100, and the
    block, paragraph and line that Tesseract counts it to."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]


@cache
def problem() -> str | None:
    """What to install before anything can be recognised, in Vietnamese; None when all is there."""
    if shutil.which("tesseract") is None:
        return _MISSING
    found = _run(["--list-langs"], until=monotonic() + SECONDS_A_PAGE)
    return None if _LANGUAGE in found.split() else _NO_VIETNAMESE


def recognise(picture: Image.Image, *, dpi: float, until: float, layout: Layout = PAGE) -> tuple[Word, ...]:
    """The words of a picture laid out so, recognised by the monotonic time `until`.

    Raises TooSlow, and UnreadableFile where Tesseract is missing or fails.
    """
    arguments = ["stdin", "stdout", "-l", _LANGUAGE, *_density(dpi), "--psm", layout, "--oem", "1", "tsv"]
    return tuple(_words(_run(arguments, _portable(picture), until=until)))


def rotation_of(picture: Image.Image, *, dpi: float, until: float) -> int:
    """By how many degrees, clockwise, the picture must be turned to be upright; 0 when that is not sure."""
    try:
        told = _run(["stdin", "stdout", *_density(dpi), "--psm", "0"], _portable(picture), until=until)
    except UnreadableFile:  # too few letters to tell, or no data for this on the machine
        return 0
    turn, sure = _ROTATION.search(told), _SURE.search(told)
    return int(turn[1]) if turn and sure and float(sure[1]) >= _SURE_ENOUGH else 0


def _density(dpi: float) -> list[str]:
    return ["--dpi", f"{dpi:.0f}"]


def _portable(picture: Image.Image) -> bytes:
    """The picture as PGM: no time is spent on packing it."""
    return f"P5 {picture.width} {picture.height} 255\n".encode() + picture.convert("L").tobytes()


def _run(arguments: list[str], picture: bytes = b"", *, until: float) -> str:
    # One thread: with more of them a page takes several times as long.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            ["tesseract", *arguments],
            input=picture,
            capture_output=True,
            timeout=max(until - monotonic(), 0),
            env=environment,
            check=True,
        )
    except subprocess.TimeoutExpired as err:
        raise TooSlow from err
    except FileNotFoundError as err:
        raise UnreadableFile(_MISSING) from err
    except (subprocess.CalledProcessError, OSError) as err:
        raise UnreadableFile("Tesseract không nhận dạng được trang này của tệp.") from err
    return done.stdout.decode("utf-8", errors="replace")


def _words(table: str) -> Iterator[Word]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        text = clean(row["text"] or "").strip()
        if text and float(row["conf"]) >= 0:
            yield _word(row, text)


def _word(row: dict[str, str], text: str) -> Word:
    left, top = int(row["left"]), int(row["top"])
    return Word(
        text=text,
        left=left,
        top=top,
        right=left + int(row["width"]),
        bottom=top + int(row["height"]),
        confidence=float(row["conf"]),
        line=(int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
    )
