"""The outline of a document as the viewer draws it: parts, chapters, Điều, with the findings in each."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain import Clause, Document, Finding
from checker.structure import ancestors
from checker.ui.told import Plain

_UNITS = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu", "phu-luc", "roman"})
_HEADED_BELOW = frozenset(
    {"phan", "chuong", "muc", "tieu-muc", "phu-luc"}
)  # their title may be a line of its own
_LONGEST = 120  # characters of a title: what is longer is a sentence


def outline(document: Document, findings: Sequence[Finding]) -> list[Plain]:
    """Entries in reading order: `level` from 0, `block` to scroll to, indexes of the findings right in it."""
    entries = [clause for clause in document.clauses if _is_entry(document, clause)]
    inside: dict[int, list[int]] = {entry.index: [] for entry in entries}
    for index, finding in enumerate(findings):
        home = _home(document, finding, inside) if finding.quote else None
        if home is not None:
            inside[home].append(index)
    return [
        {
            "block": entry.block,
            "level": sum(above.index in inside for above in ancestors(document, entry)),
            "title": _title(document, entry),
            "findings": inside[entry.index],
        }
        for entry in entries
    ]


def _is_entry(document: Document, clause: Clause) -> bool:
    """Whether a clause is a place that people look for: a unit of the law, a heading of a plan."""
    if clause.zone != "body" or document.blocks[clause.block].place.cell:
        return False
    if clause.kind in _UNITS:
        return True
    text = _words(document, clause)
    return clause.kind == "arabic" and len(text) <= _LONGEST and text[-1:] not in ".;:,"


def _home(document: Document, finding: Finding, inside: dict[int, list[int]]) -> int | None:
    clause = document.clauses[finding.clause]
    line = (clause, *ancestors(document, clause))
    return next((found.index for found in line if found.index in inside), None)


def _title(document: Document, clause: Clause) -> str:
    """The words of a heading, with those of the line below where a chapter is named there."""
    text = _words(document, clause)
    below = document.clauses[clause.index + 1 : clause.index + 2]
    if below and clause.kind in _HEADED_BELOW and clause.span.end <= clause.label.end + 1:
        title = _words(document, below[0])
        text = f"{text}. {title}" if _is_title(document, below[0], title) else text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _is_title(document: Document, clause: Clause, text: str) -> bool:
    block = document.blocks[clause.block]
    return clause.kind == "paragraph" and (text.isupper() or block.centred or block.bold)


def _words(document: Document, clause: Clause) -> str:
    return " ".join(document.text[clause.span.start : clause.span.end].split())
