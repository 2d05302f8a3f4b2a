"""What one browser session holds: what waits for its check, what was checked, or what went wrong.

Nothing here is shared between sessions and nothing is written to disk: drafts are confidential.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from checker.domain import Dossier, Report
from checker.dossier import Asked
from checker.reading.folders import Packet, Packets
from checker.ui.told import Plain
from checker.ui.view import view


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
class Bundle:
    """Files that came together: the papers of one dossier."""

    name: str
    files: tuple[Packet, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A checked dossier with its files and what the user said of its roles and procedure."""

    dossier: Dossier
    packets: Packets
    asked: Asked


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper of the dossier that is being read, and the block it was opened at."""

    paper: Checked
    block: int | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A draft's name and the sentence that says what to do."""

    name: str
    sentence: str


def submit(draft: Draft | Bundle) -> None:
    """Let this draft or dossier be checked at the next run of the page."""
    forget()
    st.session_state["waiting"] = draft
    st.session_state["submissions"] = submissions() + 1


def submissions() -> int:
    """How many drafts this session has sent to the check."""
    return int(st.session_state.get("submissions", 0))


def finish(outcome: Checked | Gathered | Failure) -> None:
    """Keep the outcome, so that no later click checks again."""
    forget()
    st.session_state["outcome"] = outcome


def forget() -> None:
    """Drop the draft, its report and its failure."""
    st.session_state.pop("waiting", None)
    st.session_state.pop("outcome", None)
    st.session_state.pop("opened", None)


def waiting() -> Draft | Bundle | None:
    """The draft or dossier that waits for its check."""
    waits = st.session_state.get("waiting")
    return waits if isinstance(waits, Draft | Bundle) else None


def checked() -> Checked | None:
    """The draft that was checked."""
    outcome = st.session_state.get("outcome")
    return outcome if isinstance(outcome, Checked) else None


def gathered() -> Gathered | None:
    """The dossier that was checked."""
    outcome = st.session_state.get("outcome")
    return outcome if isinstance(outcome, Gathered) else None


def open_paper(file: str, block: int | None) -> None:
    """Read a paper of the dossier at a block, from its start without one."""
    if (whole := gathered()) is None:
        return
    data = {packet.name: packet.data for packet in whole.packets.files}
    for paper in whole.dossier.papers:
        if paper.file == file and paper.report:
            checked = Checked(Draft(file, data[file]), paper.report, view(paper.report))
            st.session_state["opened"] = Opened(checked, block)


def close_paper() -> None:
    """Go back to the dossier."""
    st.session_state.pop("opened", None)


def opened() -> Opened | None:
    """The paper of the dossier that is being read."""
    paper = st.session_state.get("opened")
    return paper if isinstance(paper, Opened) else None


def failure() -> Failure | None:
    """What went wrong with the last draft."""
    outcome = st.session_state.get("outcome")
    return outcome if isinstance(outcome, Failure) else None
