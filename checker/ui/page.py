"""The one page of the app and its states: choose files, wait, read a draft, a dossier or a paper of it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from checker.ui import (
    addresses,
    comparing,
    dossier,
    kept,
    leaving,
    library,
    papers,
    progress,
    result,
    start,
    state,
)
from checker.ui.viewer import page

STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def show() -> None:
    """Draw the state that this session is in."""
    st.set_page_config(page_title="Rà soát lồng ghép giới", page_icon="📄", layout="wide")
    st.html(f"<style>{STYLE}</style>")
    state.come_back()
    page(data={"unsaved": leaving.unsaved()}, key="page")
    if (address := addresses.address()) and not state.held() and not state.waiting():
        kept.open_address(address)
    if draft := state.waiting():
        progress.show(draft)
    elif addresses.page() == library.PAGE:
        library.show()
    elif opened := papers.opened():
        result.show_paper(opened)
    elif gathered := state.gathered():
        dossier.show(gathered)
    elif checked := state.checked():
        result.show(checked)
    elif addresses.page() == kept.PAGE:
        kept.show()
    elif addresses.page() == comparing.PAGE:
        comparing.show()
    else:
        start.show()
