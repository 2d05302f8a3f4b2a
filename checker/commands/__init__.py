"""What each command does; `__main__` parses the arguments and calls the function of the command's name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import cast

from checker.commands.comparisons import compare
from checker.commands.emitting import BINARY, WHOLE, asked, emit, tell
from checker.commands.library import rules
from checker.commands.opinions import opinion
from checker.commands.rulebooks import ArgumentsError, loaded, rulebook_for
from checker.domain import Dossier, Report, Role
from checker.errors import CheckerError

__all__ = ["app", "check", "compare", "dossier", "opinion", "rules"]

OK, FOUND, NOT_CHECKED = 0, 1, 2


def check(arguments: argparse.Namespace) -> int:
    """Check each file and emit its report; return the worst status: 0, 1 or 2."""
    _refuse_conflicts(arguments)
    written: set[Path] = set()
    return max([_check_one(path, arguments, written) for path in arguments.files])


def _refuse_conflicts(arguments: argparse.Namespace) -> None:
    out, several = arguments.out, len(arguments.files) > 1
    if arguments.text and arguments.format != "json":
        raise ArgumentsError("--text chỉ dùng được cùng với --format json.")
    if arguments.with_page and arguments.format != "docx":
        raise ArgumentsError("--with-page chỉ dùng được cùng với --format docx.")
    if arguments.at and not arguments.explain:
        raise ArgumentsError("--at chỉ dùng được cùng với --explain.")
    misplaced = [path for path in arguments.files if arguments.explain and _names_a_place(path)]
    if misplaced:
        raise ArgumentsError(f'Nơi cần giải thích viết sau --at: --explain --at "{misplaced[0]}"')
    if arguments.explain and arguments.format not in ("text", "json"):
        raise ArgumentsError("--explain chỉ có với --format text hoặc json.")
    if out and arguments.format in WHOLE and several and out.is_file():
        raise ArgumentsError(f"Có nhiều văn bản nên --out phải là một thư mục, nhưng {out} là một tệp.")


def _names_a_place(path: Path) -> bool:
    """Tell whether what stands for a file is a place: “khoản 2 Điều 14”, 187."""
    from checker.structure.places import units

    return not path.exists() and (str(path).isdigit() or bool(units(str(path))))


def _check_one(path: Path, arguments: argparse.Namespace, written: set[Path]) -> int:
    try:
        report = _report(path, arguments)
        emit(path, report, arguments, written)
    except BrokenPipeError:
        raise
    except CheckerError as error:
        return _failed(path, str(error))
    except OSError as error:
        return _failed(path, f"không đọc hoặc ghi được tệp ({error.strerror or error}).")
    return FOUND if any(finding.tier in ("must", "should") for finding in report.findings) else OK


def _report(path: Path, arguments: argparse.Namespace) -> Report:
    from checker.checking import check_file
    from checker.tracing import narrowed

    report = check_file(
        path,
        as_of=arguments.as_of,
        view=arguments.view,
        rulebook=rulebook_for(path.parent, arguments),
        explain=arguments.explain,
    )
    return narrowed(report, asked(report, arguments.at)) if arguments.at else report


def _failed(path: Path, sentence: str) -> int:
    tell(sentence if path.name in sentence else f"{path}: {sentence}")
    return NOT_CHECKED


def dossier(arguments: argparse.Namespace) -> int:
    """Check each dossier and emit its report; return the worst status: 0, 1 or 2."""
    if arguments.text and arguments.format != "json":
        raise ArgumentsError("--text chỉ dùng được cùng với --format json.")
    if arguments.format in WHOLE and len(arguments.dossiers) > 1:
        raise ArgumentsError(f"--format {arguments.format} ghi mỗi hồ sơ một tệp: hãy rà soát từng hồ sơ.")
    if arguments.format in BINARY and arguments.out is None:
        raise ArgumentsError(f"--format {arguments.format} cần --out TỆP.")
    return max([_check_dossier(path, arguments) for path in arguments.dossiers])


def _check_dossier(path: Path, arguments: argparse.Namespace) -> int:
    from checker.dossier import Asked, check_dossier

    try:
        asked = Asked(
            _roles(arguments.role),
            _procedure(arguments.procedure),
            arguments.as_of,
            rulebook_for(path if path.is_dir() else path.parent, arguments),
        )
        report = check_dossier(path, asked)
    except CheckerError as error:
        return _failed(path, str(error))
    content = _render_dossier(report, arguments)
    if arguments.out is None:
        sys.stdout.write(content.decode())
    else:
        with arguments.out.open("ab" if len(arguments.dossiers) > 1 else "wb") as stream:
            stream.write(content)
    if any(paper.report is None for paper in report.papers):
        return NOT_CHECKED
    own = (one.finding for one in report.findings)
    findings = [*own, *(finding for one in report.reports for finding in one.findings)]
    return FOUND if any(finding.tier in ("must", "should") for finding in findings) else OK


def _render_dossier(report: Dossier, arguments: argparse.Namespace) -> bytes:
    if arguments.format == "json":
        from checker.exporting import json

        return f"{json.render_dossier(report, with_text=arguments.text)}\n".encode()
    if arguments.format == "html":
        from checker.exporting import html

        return html.render_dossier(report).encode()
    if arguments.format == "xlsx":
        from checker.exporting import xlsx

        return xlsx.render_dossier(report)
    from checker.exporting import checklist

    return checklist.render_dossier(report).encode()


def _roles(said: list[str]) -> dict[str, Role]:
    """The roles that `--role FILE=ROLE` gives by file name."""
    from checker.labels import ROLE_LABELS

    roles: dict[str, Role] = {}
    for one in said:
        name, _, role = one.rpartition("=")
        if not name or role not in ROLE_LABELS:
            known = ", ".join(ROLE_LABELS)
            raise ArgumentsError(f"--role “{one}” phải có dạng TỆP=VAI_TRÒ, vai trò là một trong: {known}.")
        roles[name] = cast(Role, role)
    return roles


def _procedure(said: str) -> str:
    from checker import rulebook

    known = [procedure.id for procedure in rulebook.load().profiles.procedures]
    if said and said not in known:
        raise ArgumentsError(f"--procedure “{said}” phải là một trong: {', '.join(known)}.")
    return said


def app(arguments: argparse.Namespace) -> int:
    """Start the app on this machine and wait until it ends."""
    from checker.launch import start_app

    if arguments.project:
        loaded(arguments.project, ())  # what is wrong is told here, not on the page
    return start_app(port=arguments.port, headless=arguments.headless, project=arguments.project)
