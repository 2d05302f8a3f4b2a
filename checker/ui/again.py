"""The word that what is shown was checked under other rules than those of now, and the way to check again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from checker.ui import rules, state
from checker.ui.view import identity


def show(made_with: Mapping[str, str | None]) -> None:
    """Offer a new check where rules were switched since; `made_with` are the versions of a report."""
    book = rules.of_session() or rules.whole()
    if made_with.get("rules") == book.sha256:
        return
    words, action = st.columns([5, 1], vertical_alignment="center")
    words.info("Bộ quy tắc đã thay đổi từ lần rà soát này. Quyết định đã ghi được giữ khi rà soát lại.")
    action.button("Rà soát lại", key="again", type="primary", on_click=_check_again, width="stretch")


def _check_again() -> None:
    """Let what is open be checked anew, under the rules that hold now; what was decided comes along."""
    if not (now := state.held()):
        return
    known = state.reports(now.outcome)
    desks = {file: now.desks[key] for file, one in known.items() if (key := identity(one)) in now.desks}
    if isinstance(now.outcome, state.Checked):
        state.submit(replace(now.outcome.draft, kept=state.kept(now.outcome)))
    else:
        files = {file: now.kept[key] for file, one in known.items() if (key := identity(one)) in now.kept}
        state.submit(replace(_bundle_of(now.outcome), kept=files, dossier=now.dossier))
    st.session_state["carried"] = desks


def _bundle_of(whole: state.Gathered) -> state.Bundle:
    """A dossier as it would be handed in again."""
    asked, packets = whole.asked, whole.packets
    return state.Bundle(
        whole.dossier.name, packets.files, asked.as_of, asked.roles, asked.procedure, packets.notes
    )
