"""The command line speaks Vietnamese, also where it refuses."""

from __future__ import annotations

import argparse
import re

import pytest

from checker.__main__ import main
from checker.arguments import in_vietnamese

ENGLISH = re.compile(
    r"\b(usage|options|positional|error|argument|required|invalid|choice|unrecognized|expected|show)\b"
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu tham số bắt buộc"),
        (["kiem-tra"], "kiem-tra"),
        (["check"], "thiếu tham số bắt buộc: TỆP"),
        (["check", "a.docx", "--format"], "--format: thiếu giá trị"),
        (["check", "a.docx", "--format", "odt"], "--format: không có lựa chọn 'odt'"),
        (["check", "a.docx", "--as-of", "hôm nay"], "“hôm nay” không phải là ngày"),
        (["check", "a.docx", "--as-of", "31/02/2026"], "“31/02/2026” không phải là ngày"),
        (["check", "a.docx", "--fast"], "không hiểu tham số: --fast"),
        (["check", "a.docx", "--text=1"], "--text: không nhận giá trị '1'"),
        (["app", "--port", "x"], "--port: cần một số nguyên, không phải 'x'"),
        (["rules", "một", "hai"], "không hiểu tham số: hai"),
    ],
)
def test_wrong_arguments(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert not ENGLISH.search(captured.err)


@pytest.mark.parametrize("command", [[], ["check"], ["rules"], ["app"]])
def test_help_is_vietnamese(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("Cách dùng: checker")
    assert not ENGLISH.search(captured.out)
    assert captured.err == ""


@pytest.mark.parametrize(
    "message",
    [
        "argument --format: invalid choice: 'x' (choose from 'text', 'json')",
        "argument --format: invalid choice: 'x' (choose from text, json)",
        "argument --format: invalid choice: 'tex', maybe you meant 'text'? (choose from text, json)",
    ],
)
def test_every_pythons_wording(message: str) -> None:
    said = in_vietnamese(message)
    assert "hãy chọn một trong: " in said
    assert not ENGLISH.search(said)


def test_unknown_message_is_quoted() -> None:
    assert in_vietnamese("something new") == "tham số không hợp lệ (something new)"


def test_argparse_itself_is_untouched() -> None:
    assert argparse.ArgumentParser(prog="x").format_usage() == "usage: x [-h]\n"
