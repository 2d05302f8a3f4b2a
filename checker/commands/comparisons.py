"""The command `compare`: two versions of a draft, what was fixed, what is new, what stays."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checker.commands.emitting import tell
from checker.commands.rulebooks import ArgumentsError, rulebook_for

if TYPE_CHECKING:  # importing it takes time that `--help` should not
    from checker.domain import Comparison, Report


def compare(arguments: argparse.Namespace) -> int:
    """Check both versions and emit the comparison; 1 where the new one has a finding of must or should."""
    from checker import comparing

    paths = (arguments.old, arguments.new)
    if arguments.out and arguments.out.resolve() in {path.resolve() for path in paths}:
        raise ArgumentsError(f"Không ghi đè lên văn bản gốc {arguments.out}; hãy chọn --out khác.")
    try:
        old, new = _reports(arguments)
        _emit(_render(comparing.compare(old, new), arguments.format), arguments)
    except BrokenPipeError:
        raise
    except OSError as error:
        told = f"{error.filename}: không đọc hoặc ghi được tệp ({error.strerror or error})."
        raise ArgumentsError(told) from error
    return int(any(finding.tier in ("must", "should") for finding in new.findings))


def _reports(arguments: argparse.Namespace) -> tuple[Report, Report]:
    """Both judged by the rules of the new one: else a rule that is off there would look like a fix."""
    from checker.checking import check_file

    rulebook = rulebook_for(arguments.new.parent, arguments)
    old = check_file(arguments.old, as_of=arguments.as_of, rulebook=rulebook)
    return old, check_file(arguments.new, as_of=arguments.as_of, rulebook=rulebook)


def _render(comparison: Comparison, form: str) -> str:
    from checker.exporting import comparison as exporting

    return exporting.render_json(comparison) if form == "json" else exporting.render(comparison)


def _emit(content: str, arguments: argparse.Namespace) -> None:
    if arguments.out is None:
        sys.stdout.write(content)
        return
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(content, encoding="utf-8")
    tell(f"Đã ghi {arguments.out}")
