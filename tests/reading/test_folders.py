"""Files handed in one by one: zips opened, same names told apart."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.errors import UnreadableFile
from checker.reading.folders import MOST_FILES, Packet, unpack


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return packed.getvalue()


def names(*files: Packet) -> list[str]:
    return [file.name for file in unpack(files).files]


def test_a_zip_among_the_files_is_opened() -> None:
    assert names(Packet("a.txt", b"a"), Packet("b.ZIP", zipped("c.txt", "t/d.txt"))) == [
        "a.txt",
        "c.txt",
        "t/d.txt",
    ]


def test_files_with_one_name_are_told_apart() -> None:
    packed = Packet("b.zip", zipped("a.txt", "t/a.txt"))
    assert names(Packet("a.txt"), Packet("a.txt"), packed) == ["a.txt", "a (2).txt", "a (3).txt", "t/a.txt"]


def test_what_a_zip_holds_besides_is_told() -> None:
    notes = unpack([Packet("b.zip", zipped("a.txt", "anh.png"))]).notes
    assert len(notes) == 1
    assert "anh.png" in notes[0]


@pytest.mark.parametrize("files", [[], [Packet("b.zip", zipped())], [Packet("b.zip", b"PK broken")]])
def test_nothing_to_read_is_one_sentence(files: list[Packet]) -> None:
    with pytest.raises(UnreadableFile):
        unpack(files)


def test_the_limit_holds_over_all_zips_together() -> None:
    half = MOST_FILES // 2 + 1
    one, two = (Packet(f"{name}.zip", zipped(*(f"{name}{n}.txt" for n in range(half)))) for name in "ab")
    with pytest.raises(UnreadableFile, match=str(MOST_FILES)):
        unpack([one, two])
