"""What people decide about findings, and what is kept of their work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Verdict = Literal["accepted", "dismissed", "edited", "open"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer says of a finding, known by its id; it holds for every version of the draft.

    "edited" accepts the finding with `wording`, the clause in the reviewer's words; "open" takes an earlier
    decision back. `reason` is for the file, `note` for the drafting committee. `at` is in UTC; `number`
    counts the kept decisions up from 1, 0 where it is not kept yet.
    """

    finding: str
    verdict: Verdict
    reviewer: str
    at: datetime
    reason: str = ""
    wording: str = ""
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """A piece of work whose drafts are kept together."""

    id: str
    name: str
    created: datetime


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A draft that is kept, with how many versions it has."""

    id: str
    project: str
    name: str
    versions: int


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One version of a kept draft: its file as it came, and the day that its law was asked of."""

    id: str
    document: str
    ordinal: int
    file: str
    saved: datetime
    by: str
    as_of: date | None
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper of a kept dossier: a version of a draft, and the role that the user gave it, "" for none."""

    version: str
    document: str
    file: str
    role: str


@dataclass(frozen=True, slots=True)
class KeptDossier:
    """Papers that are kept as one dossier; `procedure` is what the user chose, "" where the papers tell."""

    id: str
    project: str
    name: str
    procedure: str
    as_of: date | None
    saved: datetime
    by: str
    papers: tuple[KeptPaper, ...]


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding as a version had it, for lists and counts; the whole of it comes from a new check."""

    id: str
    rule: str
    category: str
    tier: str
    citation: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the audit trail: who did what, when. It holds no word of a draft."""

    number: int
    at: datetime
    who: str
    action: str
    project: str
    document: str
    detail: str
