"""What two versions of a draft have in common and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.domain.findings import Finding
from checker.domain.reports import Report

PieceKind = Literal["same", "deleted", "inserted"]
Fate = Literal["fixed", "new", "remaining", "moved", "reworded"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both versions have, or only the old one, or only the new one."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class ClausePair:
    """A clause in both versions, by its index in each document; None in the one that lacks it.

    `changed` tells of its words, its printed number left out.
    """

    old: int | None
    new: int | None
    changed: bool


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A Điều, or another run under one heading, in both versions: indexes of its first clause in each.

    `pairs` are its clauses in the order of the new version, what was struck out where it stood. A clause that
    went to another section is in the pair of the section that it went to, and only there.
    """

    old: int | None
    new: int | None
    pairs: tuple[ClausePair, ...]

    @property
    def changed(self) -> bool:
        """Whether any words in it changed."""
        return any(pair.changed for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding of the old version (`old`), of the new one (`new`) or of both, and what became of it.

    `moved`: the same words, cited otherwise now; `reworded`: the same rule in the clause, on other words.
    """

    fate: Fate
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side; each clause and each finding of either is in exactly one pair."""

    old: Report
    new: Report
    sections: tuple[SectionPair, ...]
    findings: tuple[FindingChange, ...]
