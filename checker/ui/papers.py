"""One paper of a dossier opened to be read, and closed again."""

from __future__ import annotations

import streamlit as st

from checker.ui import state
from checker.ui.view import view


def open_paper(file: str, block: int | None) -> None:
    """Read a paper of the dossier at a block, from its start without one."""
    if (whole := state.gathered()) is None:
        return
    data = {packet.name: packet.data for packet in whole.packets.files}
    for paper in whole.dossier.papers:
        if paper.file == file and paper.report:
            checked = state.Checked(state.Draft(file, data[file]), paper.report, view(paper.report))
            st.session_state["opened"] = state.Opened(checked, block)


def close_paper() -> None:
    """Go back to the dossier."""
    st.session_state.pop("opened", None)


def opened() -> state.Opened | None:
    """The paper of the dossier that is being read."""
    paper = st.session_state.get("opened")
    return paper if isinstance(paper, state.Opened) else None
