"""Two versions of a draft: which clause became which, what changed in it, what became of each finding."""

from __future__ import annotations

from checker.comparing.changes import finding_changes
from checker.comparing.sections import section_pairs
from checker.comparing.words import pieces
from checker.domain import Comparison, Report

__all__ = ["compare", "pieces"]


def compare(old: Report, new: Report) -> Comparison:
    """The two reports clause by clause and finding by finding; never raises for odd structure."""
    sections = section_pairs(old.document, new.document)
    pairs = [pair for section in sections for pair in section.pairs]
    same = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
    return Comparison(old, new, sections, finding_changes(old.findings, new.findings, same))
