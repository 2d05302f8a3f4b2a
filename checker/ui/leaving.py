"""The way to another file: asked for twice where decisions would be lost that were not saved."""

from __future__ import annotations

import streamlit as st

from checker.ui import state

_LABEL = "Chọn tệp khác"


def unsaved() -> int:
    """How many places are decided in this session alone."""
    held = state.held()
    if held is None:
        return 0
    desks = [desk for key, desk in held.desks.items() if key not in held.kept]
    return sum(one.verdict != "open" for desk in desks for one in desk.current.values())


def show() -> None:
    """Draw the way out."""
    count = unsaved()
    if not count:
        st.button(_LABEL, key="leave", on_click=state.forget)
        return
    with st.popover(_LABEL):
        st.warning(f"Có {count} quyết định chưa lưu. Muốn giữ, hãy đóng khung này và bấm “Lưu…”.")
        st.button("Bỏ các quyết định và chọn tệp khác", key="leave-all", on_click=state.forget)
