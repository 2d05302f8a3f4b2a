"""Decisions as they come from the page: looked at, put in order, kept in the session or in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from checker.domain import Decision, Verdict
from checker.labels import VERDICT_LABELS, moment_label

LONGEST = 10_000  # characters of a reason, a wording, a note
LONGEST_NAME = 200


@dataclass
class Desk:
    """The decisions on one draft, in their order, and what this page had to do with them.

    `handled` are the page's own keys, `own` has the number of the last decision from here by finding; up to
    number `looked` the reviewer has been told of what others decided.
    """

    history: list[Decision] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)
    own: dict[str, int] = field(default_factory=dict)
    looked: int = 0

    @property
    def current(self) -> dict[str, Decision]:
        """What holds now on each finding; what was taken back is "open"."""
        return {one.finding: one for one in self.history}


@dataclass(frozen=True, slots=True)
class Word:
    """One message of the page: a decision, the page's key for it, and the number of the last one seen."""

    key: str
    decision: Decision
    seen: int


def words(messages: object, known: Iterable[str], *, now: datetime | None = None) -> list[Word]:
    """The messages that say something on a known finding under a name; whatever else came is dropped."""
    findings = set(known)
    moment = now or datetime.now(UTC)
    listed = messages if isinstance(messages, list) else []
    read = (_word(one, moment) for one in listed if isinstance(one, Mapping))
    return [one for one in read if one and one.decision.finding in findings]


def _word(message: Mapping[str, Any], moment: datetime) -> Word | None:
    verdict = _text(message, "verdict", 64)
    reviewer = _text(message, "reviewer", LONGEST_NAME)
    seen = message.get("seen")
    if verdict not in VERDICT_LABELS or not reviewer or not _text(message, "key", 64):
        return None
    decision = Decision(
        finding=_text(message, "finding", 64),
        verdict=cast(Verdict, verdict),
        reviewer=reviewer,
        at=moment,
        reason=_text(message, "reason", LONGEST),
        wording=_text(message, "wording", LONGEST),
        note=_text(message, "note", LONGEST),
    )
    return Word(_text(message, "key", 64), decision, seen if isinstance(seen, int) else 0)


def _text(message: Mapping[str, Any], name: str, longest: int) -> str:
    value = message.get(name)
    return value.replace("\0", "").strip()[:longest] if isinstance(value, str) else ""


def add(desk: Desk, made: Decision) -> None:
    """Put a decision on the desk under the next number."""
    desk.history.append(replace(made, number=len(desk.history) + 1))


def as_plain(decision: Decision) -> dict[str, object]:
    """JSON-ready values of a decision, as the page shows it."""
    return {
        "verdict": decision.verdict,
        "label": VERDICT_LABELS[decision.verdict],
        "reviewer": decision.reviewer,
        "at": moment_label(decision.at),
        "reason": decision.reason,
        "wording": decision.wording,
        "note": decision.note,
        "number": decision.number,
    }
