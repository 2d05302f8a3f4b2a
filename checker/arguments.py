"""argparse that speaks Vietnamese: help, usage and messages."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Iterable
from typing import NoReturn

# argparse's own messages differ a little between Python versions: the patterns take all of 3.11 to 3.14.
MESSAGES = (
    (r"the following arguments are required: (.+)", r"thiếu tham số bắt buộc: \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu tham số: \1"),
    (r"argument (\S+): invalid choice: (.+?) \((?:maybe you meant.*, )?choose from (.+)\)",
     r"\1: không có lựa chọn \2; hãy chọn một trong: \3"),
    (r"argument (\S+): expected one argument", r"\1: thiếu giá trị"),
    (r"argument (\S+): expected at least one argument", r"\1: cần ít nhất một giá trị"),
    (r"argument (\S+): invalid int value: (.+)", r"\1: cần một số nguyên, không phải \2"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1: không nhận giá trị \2"),
    (r"ambiguous option: (\S+) could match (.+)", r"tùy chọn \1 chưa rõ, có thể là: \2"),
    (r"argument (\S+): (.+)", r"\1: \2"),
)  # fmt: skip


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser with Vietnamese help; `error` exits with status 2 as argparse does."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"formatter_class": _Formatter, "add_help": False, **options})  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "Tham số", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi dừng")

    def error(self, message: str) -> NoReturn:
        """Print the usage and the message in Vietnamese to standard error, and exit with status 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {in_vietnamese(message)}\n")


def in_vietnamese(message: str) -> str:
    """Return argparse's English message in Vietnamese; an unknown one is quoted as it is."""
    for pattern, vietnamese in MESSAGES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(vietnamese)
    return f"tham số không hợp lệ ({message})"


def day(text: str) -> datetime.date:
    """Return the date of `2026-11-23` or `23/11/2026`."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"“{text}” không phải là ngày; hãy viết như 2026-11-23 hoặc 23/11/2026")
