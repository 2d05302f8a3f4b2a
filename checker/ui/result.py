"""The result: how many places by tier, downloads, and the document with its cards."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from checker.exporting.wording import headline
from checker.labels import document_label
from checker.ui import again, downloads, keeping, leaving, library, papers, reviewing, state
from checker.ui.plain import plain
from checker.ui.told import Plain
from checker.ui.viewer import viewer

KEY = "viewer"


def show(checked: state.Checked) -> None:
    """Draw the page of a checked draft."""
    draw(checked, {"alone": True}, leave=leaving.show)


def show_paper(opened: state.Opened) -> None:
    """Draw the page of a paper, at the place where it was opened, with the way back to its dossier."""
    draw(opened.paper, {"alone": False, "open": opened.block}, leave=_back)


def _back() -> None:
    st.button("← Về hồ sơ", key="back-to-dossier", on_click=papers.close_paper)


def draw(checked: state.Checked, how: Plain, *, leave: Callable[[], None]) -> None:
    """Draw document and cards; `leave` draws the way out."""
    words, actions = st.columns([3, 2], vertical_alignment="center")
    with words:
        show_words(checked)
    with actions.container(horizontal=True, horizontal_alignment="right"):
        downloads.show(checked, state.desk(checked))
        keeping.show(checked)
        leave()
    again.show(checked.report.versions)
    reviewing.show(checked)
    known = {one.rule for one in checked.report.findings if library.knows(one.rule)}
    viewer(data=checked.view | how | {"known": sorted(known)}, key=KEY, on_read_change=read_rule)


def read_rule() -> None:
    """Open the page of the rules at the one that a card asks for."""
    if rule := st.session_state[KEY].get("read"):
        library.read(str(rule))


def show_words(checked: state.Checked) -> None:
    """The draft's title, its file, and the count by tier."""
    document = checked.report.document
    name = f"{document_label(document)}: {document.title}" if document.title else checked.draft.name
    st.header(plain(name), anchor=False)
    st.markdown(f"{headline(checked.report.findings)} Tệp: {plain(checked.draft.name)}")
