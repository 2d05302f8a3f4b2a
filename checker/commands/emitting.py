"""Where a report goes and in which format: standard output, a file beside the source, `--out`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from checker.commands.rulebooks import ArgumentsError
from checker.domain import Clause, Report

SUFFIXES = {
    "text": ".txt", "json": ".json", "docx": ".docx", "html": ".html", "sarif": ".sarif", "xlsx": ".xlsx",
    "pdf": ".pdf",
}  # fmt: skip
BINARY = ("docx", "xlsx", "pdf")
WHOLE = (*BINARY, "html", "sarif")  # one file a report: two of them in one would be neither
NO_PDF = "{path}: --format pdf chỉ dùng cho tệp PDF; với tệp này hãy dùng --format docx."
WORD = (".docx", ".docm")  # annotated as they are; Word refuses the one under the other's suffix


def asked(report: Report, place: str) -> tuple[Clause, ...]:
    """Return the clauses that `--at` names; UnknownPlace where there are none."""
    from checker.structure import find_place

    return find_place(report.document, place)


def tell(sentence: str) -> None:
    """Say a sentence to the person at the terminal."""
    sys.stderr.write(f"{sentence}\n")


def emit(path: Path, report: Report, arguments: argparse.Namespace, written: set[Path]) -> None:
    """Write the report where it is to go; `written` are the files of this run so far."""
    target = _target(path, arguments)
    content = _render(path, report, arguments, target)
    if target is None:
        sys.stdout.write(content.decode())
        sys.stdout.flush()
        return
    _refuse_overwriting(target, arguments, written)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("ab" if target in written else "wb") as stream:
        stream.write(content)
    if target not in written:
        tell(f"Đã ghi {target}")
    written.add(target)
    if arguments.with_page:
        _write_page(target.with_suffix(".html"), report, arguments, written)


def _write_page(target: Path, report: Report, arguments: argparse.Namespace, written: set[Path]) -> None:
    """Write the HTML report beside the Word file, whose comments lead to it."""
    from checker.exporting import html

    _refuse_overwriting(target, arguments, written)
    target.write_bytes(html.render(report).encode())
    tell(f"Đã ghi {target}")


def _render(path: Path, report: Report, arguments: argparse.Namespace, target: Path | None) -> bytes:
    """Return the report in the format asked for; those that share a stream are kept apart."""
    if arguments.format == "docx":
        from checker.exporting import docx

        page = target.with_suffix(".html").name if arguments.with_page and target else ""
        return docx.export(
            path.name, path.read_bytes(), report, view=arguments.view, tracked=arguments.tracked, page=page
        )
    if arguments.format == "pdf":
        from checker.exporting import pdf

        if path.suffix.lower() != ".pdf":
            raise ArgumentsError(NO_PDF.format(path=path))
        return pdf.annotate(path.read_bytes(), report)
    if arguments.format == "xlsx":
        from checker.exporting import xlsx

        return xlsx.render([report])
    if arguments.format == "html":
        from checker.exporting import html

        return html.render(report).encode()
    if arguments.format == "sarif":
        from checker.exporting import sarif

        return sarif.render(report).encode()
    if arguments.format == "json":
        from checker.exporting import json

        return f"{json.render(report, with_text=arguments.text)}\n".encode()
    return _text(report, arguments, to_file=target is not None).encode()


def _text(report: Report, arguments: argparse.Namespace, *, to_file: bool) -> str:
    """Return the report, or what explains it, as text."""
    from checker.exporting import checklist, explanation, text

    colour = arguments.colour == "always" or (arguments.colour == "auto" and not to_file and _is_terminal())
    between = "\n" if len(arguments.files) > 1 else ""
    if arguments.explain:
        clauses = asked(report, arguments.at) if arguments.at else None
        return explanation.render(report, colour=colour, clauses=clauses) + between
    told = text.render(report, colour=colour)
    if arguments.checklist:
        told += f"\n{checklist.render(report.checklist, report.questions)}\n"
    return told + between


def _target(path: Path, arguments: argparse.Namespace) -> Path | None:
    """Return the file to write: beside the source, in a folder, or `--out`; None is standard output."""
    out: Path | None = arguments.out
    several = arguments.format in WHOLE and len(arguments.files) > 1
    suffix = path.suffix if arguments.format == "docx" and _is_word(path) else SUFFIXES[arguments.format]
    name = f"{path.stem}.nhan-xet{suffix}"
    if out is None:
        return path.with_name(name) if several or arguments.format in BINARY else None
    return out / name if out.is_dir() or several else out


def _refuse_overwriting(target: Path, arguments: argparse.Namespace, written: set[Path]) -> None:
    if target.resolve() in {path.resolve() for path in arguments.files}:
        raise ArgumentsError(f"Không ghi đè lên văn bản gốc {target}; hãy chọn --out khác.")
    if target in written and target != arguments.out:
        raise ArgumentsError(
            f"{target} vừa được ghi cho một văn bản trùng tên; hãy rà soát riêng văn bản này."
        )


def _is_word(path: Path) -> bool:
    return path.suffix.lower() in WORD


def _is_terminal() -> bool:
    """Tell whether standard output shows colours; an old Windows console does not say that it does."""
    capable = os.name != "nt" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))
    return (
        capable and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    )
