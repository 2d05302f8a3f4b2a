"""What a check finds, what it holds down, and what it passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.domain.knowledge import LegalBasis, Tier
from checker.domain.papers import Place, Span

EvidenceRole = Literal["trigger", "context"]
MissCause = Literal["false-friend", "document-type", "lacking", "present", "titled", "under"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that made the rule fire (`trigger`) or that was weighed with it (`context`)."""

    span: Span
    role: EvidenceRole = "trigger"


@dataclass(frozen=True, slots=True)
class Softening:
    """A guard that let a finding stand but added its reason or, with `lowered`, made it a suggestion."""

    by: str
    reason: str
    cue: Span
    lowered: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in place of a span: "" strikes it out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a reviewer should look at, with all that explains it. `text[start:end] == quote`.

    `redraft` is the clause as it could be written, `edits` what that changes; empty where no redraft of the
    very words passes all rules, and `suggestion` then says what to do.
    """

    id: str
    rule: str
    category: str
    tier: Tier
    quote: str
    span: Span
    clause: int
    citation: str
    place: Place
    message: str
    why: str
    suggestion: str | None
    legal_basis: tuple[LegalBasis, ...]
    evidence: tuple[Evidence, ...]
    score: float
    softened: tuple[Softening, ...] = ()
    edits: tuple[Edit, ...] = ()
    redraft: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was held down: by which guard or rule, and the reason in Vietnamese."""

    finding: Finding
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that read its words in a clause (`spans`) and yet says nothing; `cues` are what decided it."""

    rule: str
    category: str
    clause: int
    spans: tuple[Span, ...]
    cause: MissCause
    reason: str
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What a check passed over; `not_judged` tells of a clause, by its index, why no rule read it."""

    near: tuple[NearMiss, ...]
    not_judged: Mapping[int, str]
