"""The rules made ready while a person still looks for their file: the first check need not wait for them."""

from __future__ import annotations

from threading import Thread

import streamlit as st

from checker.checking import check_document
from checker.proving import as_document
from checker.rulebook import Rulebook
from checker.ui import rules

_SENTENCE = "Lao động nữ được nghỉ khi con ốm."  # wakes rules of each kind, and with them what they load


@st.cache_resource(show_spinner=False)
def begin() -> Thread:
    """Start once a server -> the thread; whoever checks waits for it, so that nothing is loaded twice."""
    thread = Thread(target=_check, args=(rules.rulebook(),), daemon=True)
    thread.start()
    return thread


def _check(book: Rulebook | None) -> None:
    check_document(as_document(_SENTENCE)[0], rulebook=book)
