"""What one browser session holds: what waits for its check, what was checked, or what went wrong.

Nothing is written to disk unless the user saves: drafts are confidential. What the page's address
names stays in the server's memory for a while, so that a refresh loses nothing; who does not know the address
cannot reach it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from checker.domain import Dossier, Report, Role
from checker.dossier import Asked
from checker.reading.folders import Packet, Packets
from checker.ui import addresses, memory
from checker.ui.deciding import Desk
from checker.ui.told import Plain
from checker.ui.view import identity


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a draft is kept: its id and that of the version that is open."""

    document: str
    version: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it came from the user; `as_of` is the day that the law is asked of, None for the draft's own.

    `kept` says where a draft is kept that comes out of the store.
    """

    name: str
    data: bytes
    as_of: date | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its report and the report as the viewer draws it."""

    draft: Draft
    report: Report
    view: Plain


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that came together: the papers of one dossier; `as_of` as for a draft.

    `roles`, `procedure` are what the user said of them before, `notes` what was told of an archive; `kept`
    says by file where a paper is kept that comes out of the store, `dossier` as which dossier.
    """

    name: str
    files: tuple[Packet, ...]
    as_of: date | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    procedure: str = ""
    notes: tuple[str, ...] = ()
    kept: Mapping[str, Kept] = field(default_factory=dict)
    dossier: str = ""


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


@dataclass
class Held:
    """What one address of the page stands for: the outcome, the decisions on each draft, where it is kept.

    `dossier` is the id of a dossier that is kept.
    """

    outcome: Checked | Gathered
    desks: dict[str, Desk] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    dossier: str = ""


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


def finish(
    outcome: Checked | Gathered | Failure,
    *,
    key: str = "",
    kept: Mapping[str, Kept] | None = None,
    dossier: str = "",
) -> None:
    """Keep the outcome, so that no later click checks again; the page's address comes back to it."""
    carried: Mapping[str, Desk] = st.session_state.get("carried", {})
    forget()
    if isinstance(outcome, Failure):
        st.session_state["failure"] = outcome
        return
    st.session_state["held"] = held = Held(outcome, kept=dict(kept or {}), dossier=dossier)
    held.desks |= {identity(one): carried[file] for file, one in reports(outcome).items() if file in carried}
    st.query_params[addresses.ADDRESS] = memory.put(held, key)


def reports(outcome: Checked | Gathered) -> dict[str, Report]:
    """The reports of what was checked, by file."""
    if isinstance(outcome, Checked):
        return {outcome.draft.name: outcome.report}
    return {paper.file: paper.report for paper in outcome.dossier.papers if paper.report}


def change(outcome: Gathered) -> None:
    """Put a dossier that was looked at anew in the place of the one on the page."""
    if not (now := held()):
        return
    # Under another role a paper may have other findings, and with them another name here.
    names = {file: identity(one) for file, one in reports(now.outcome).items()}
    now.outcome = outcome
    for file, one in reports(outcome).items():
        for shelf in (now.desks, now.kept):
            if (before := names.get(file, "")) in shelf and before != identity(one):
                shelf[identity(one)] = shelf.pop(before)  # type: ignore[assignment]


def come_back() -> None:
    """After a refresh: what the page's address stands for, while it is in memory.

    A kept dossier comes from the store: another person may have given its papers other roles meanwhile.
    """
    key = st.query_params.get(addresses.ADDRESS)
    if not key or held() or waiting() or not isinstance(found := memory.get(key), Held) or found.dossier:
        return
    # What is kept is read from the store by each page, for two people may share its address.
    desks = {} if found.kept else found.desks
    st.session_state["held"] = Held(found.outcome, desks, dict(found.kept))


def move_to(key: str) -> None:
    """Give what this session works on another address: that of a kept version outlives the server."""
    if now := held():
        memory.drop(addresses.address())
        st.query_params[addresses.ADDRESS] = memory.put(now, key)


def lose(sentence: str) -> None:
    """Leave an address that stands for nothing (any more)."""
    forget()
    st.session_state["failure"] = Failure("", sentence)


def forget() -> None:
    """Drop the draft, its report and its failure, from memory too."""
    if key := addresses.address():
        memory.drop(key)
    st.query_params.clear()
    for name in ("waiting", "held", "failure", "opened", "carried"):
        st.session_state.pop(name, None)


def held() -> Held | None:
    """What this session works on."""
    now = st.session_state.get("held")
    return now if isinstance(now, Held) else None


def desk(checked: Checked) -> Desk:
    """The decisions on a draft; an empty desk where nothing was decided."""
    now = held()
    return now.desks.setdefault(str(checked.view["id"]), Desk()) if now else Desk()


def kept(checked: Checked) -> Kept | None:
    """Where a draft is kept, None where it is not."""
    now = held()
    return now.kept.get(str(checked.view["id"])) if now else None


def keep(checked: Checked, place: Kept) -> None:
    """Remember where a draft is kept."""
    if now := held():
        now.kept[str(checked.view["id"])] = place


def waiting() -> Draft | Bundle | None:
    """The draft or dossier that waits for its check."""
    waits = st.session_state.get("waiting")
    return waits if isinstance(waits, Draft | Bundle) else None


def checked() -> Checked | None:
    """The draft that was checked."""
    now = held()
    return now.outcome if now and isinstance(now.outcome, Checked) else None


def gathered() -> Gathered | None:
    """The dossier that was checked."""
    now = held()
    return now.outcome if now and isinstance(now.outcome, Gathered) else None


def failure() -> Failure | None:
    """What went wrong with the last draft."""
    outcome = st.session_state.get("failure")
    return outcome if isinstance(outcome, Failure) else None
