"""The page of a dossier: its papers, what is missing, where they do not fit, its checklist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from checker.domain import Role
from checker.dossier import Asked, recheck
from checker.engine import engine_of
from checker.exporting.wording import dossier_headline, dossier_title
from checker.labels import ROLE_LABELS
from checker.ui import again, downloads, keeping_dossier, leaving, papers, state
from checker.ui.dossier_view import view
from checker.ui.plain import plain
from checker.ui.viewer import dossier as component

KEY = "dossier"


def show(gathered: state.Gathered) -> None:
    """Draw the page of a checked dossier."""
    words, actions = st.columns([3, 2], vertical_alignment="center")
    with words:
        st.header(f"Hồ sơ: {plain(dossier_title(gathered.dossier))}", anchor=False)
        st.markdown(plain(dossier_headline(gathered.dossier)))
    with actions.container(horizontal=True, horizontal_alignment="right"):
        show_actions(gathered)
    again.show(gathered.dossier.versions)
    procedures = engine_of(gathered.asked.rulebook).book.profiles.procedures
    component(
        data=view(gathered.dossier, procedures, gathered.asked.procedure),
        key=KEY,
        on_open_change=open_paper,
        on_ask_change=ask,
    )


def show_actions(gathered: state.Gathered) -> None:
    """Take the result away, or start anew."""
    downloads.show_dossier(gathered.dossier)
    keeping_dossier.show(gathered)
    leaving.show()


def sent(trigger: str) -> Mapping[str, Any]:
    """What the component says with this trigger; empty where it says nothing."""
    return st.session_state[KEY].get(trigger) or {}


def open_paper() -> None:
    """Open a paper, at a place where one was chosen."""
    if chosen := sent("open"):
        papers.open_paper(chosen["file"], chosen.get("block"))


def ask() -> None:
    """Look at the dossier anew under the role or the procedure that the user chose."""
    if (gathered := state.gathered()) and (change := sent("ask")):
        now = under(gathered, changed(gathered.asked, change))
        state.change(now)
        keeping_dossier.remember(now)


def changed(asked: Asked, change: Mapping[str, Any]) -> Asked:
    """What the user says of the dossier, with one change; a role that does not exist changes nothing."""
    if "procedure" in change:
        return replace(asked, procedure=str(change["procedure"]))
    if change["role"] not in ROLE_LABELS:
        return asked
    return replace(asked, roles={**asked.roles, str(change["file"]): cast(Role, change["role"])})


def under(gathered: state.Gathered, asked: Asked) -> state.Gathered:
    """The dossier as it is under what the user says."""
    dossier = recheck(gathered.dossier, asked, notes=gathered.packets.notes)
    return replace(gathered, dossier=dossier, asked=asked)
