"""Findings with what reviewers decided of them: which are taken up, left out or still open."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain import Decision, Finding, Verdict
from checker.labels import VERDICT_LABELS, day_label

Decisions = Mapping[str, Decision]
NONE: Decisions = {}


def decision_on(finding: Finding, decisions: Decisions) -> Decision | None:
    """The decision that stands on a finding; None where there is none or it was taken back."""
    decision = decisions.get(finding.id)
    return None if decision is None or decision.verdict == "open" else decision


def verdict_on(finding: Finding, decisions: Decisions) -> Verdict:
    """What was decided, "open" where nothing was."""
    decision = decision_on(finding, decisions)
    return decision.verdict if decision else "open"


def is_taken_up(finding: Finding, decisions: Decisions) -> bool:
    """Whether reviewers agree with the finding, in its own words or in theirs."""
    return verdict_on(finding, decisions) in ("accepted", "edited")


def proposal(finding: Finding, decisions: Decisions) -> str:
    """The clause as it is to read: the reviewer's words, else the redraft; "" where there are neither."""
    decision = decision_on(finding, decisions)
    return (decision.wording if decision else "") or finding.redraft


def signed(decision: Decision) -> str:
    """The decision with who took it and when: "Chấp nhận (Lê An, 24/11/2026)"."""
    by = ", ".join(part for part in (decision.reviewer, day_label(decision.at.date())) if part)
    return f"{VERDICT_LABELS[decision.verdict]} ({by})"
