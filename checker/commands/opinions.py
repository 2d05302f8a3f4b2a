"""The command `opinion`: the official papers of a review, to be completed by the office."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from checker.commands.emitting import tell
from checker.commands.rulebooks import ArgumentsError, rulebook_for

if TYPE_CHECKING:  # importing it takes time that `--help` should not
    from checker.domain import Report


def opinion(arguments: argparse.Namespace) -> int:
    """Check the files and write one paper over all of them; nothing is decided here, so all is still open."""
    if arguments.out.resolve() in {path.resolve() for path in arguments.files}:
        raise ArgumentsError(f"Không ghi đè lên văn bản gốc {arguments.out}; hãy chọn --out khác.")
    try:
        reports = _reports(arguments)
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_bytes(_paper(arguments.kind, reports))
    except OSError as error:
        told = f"{error.filename}: không đọc hoặc ghi được tệp ({error.strerror or error})."
        raise ArgumentsError(told) from error
    tell(f"Đã ghi {arguments.out}")
    return 0


def _reports(arguments: argparse.Namespace) -> list[Report]:
    from checker.checking import check_file

    return [
        check_file(path, as_of=arguments.as_of, rulebook=rulebook_for(path.parent, arguments))
        for path in arguments.files
    ]


def _paper(kind: str, reports: list[Report]) -> bytes:
    from checker.exporting import papers

    if kind == "y-kien":
        return papers.render_opinion(reports, with_open=True)
    return papers.render_annex(reports) if kind == "phu-luc" else papers.render_response(reports)
