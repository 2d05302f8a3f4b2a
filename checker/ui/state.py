"""What one browser session holds: a draft that waits, a draft that was checked, or what went wrong.

Nothing here is shared between sessions and nothing is written to disk: drafts are confidential.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from checker.domain import Report
from checker.ui.told import Plain


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it came from the user: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its report and the report as the viewer draws it."""

    draft: Draft
    report: Report
    view: Plain


@dataclass(frozen=True, slots=True)
class Failure:
    """A draft's name and the sentence that says what to do."""

    name: str
    sentence: str


def submit(draft: Draft) -> None:
    """Let this draft be checked at the next run of the page."""
    forget()
    st.session_state["waiting"] = draft
    st.session_state["submissions"] = submissions() + 1


def submissions() -> int:
    """How many drafts this session has sent to the check."""
    return int(st.session_state.get("submissions", 0))


def finish(outcome: Checked | Failure) -> None:
    """Keep the outcome, so that no later click checks again."""
    forget()
    st.session_state["outcome"] = outcome


def forget() -> None:
    """Drop the draft, its report and its failure."""
    st.session_state.pop("waiting", None)
    st.session_state.pop("outcome", None)


def waiting() -> Draft | None:
    """The draft that waits for its check."""
    draft = st.session_state.get("waiting")
    return draft if isinstance(draft, Draft) else None


def checked() -> Checked | None:
    """The draft that was checked."""
    outcome = st.session_state.get("outcome")
    return outcome if isinstance(outcome, Checked) else None


def failure() -> Failure | None:
    """What went wrong with the last draft."""
    outcome = st.session_state.get("outcome")
    return outcome if isinstance(outcome, Failure) else None
