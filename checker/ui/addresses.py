"""The page's address: which page is shown and what it stands for; it can be reloaded and shared."""

from __future__ import annotations

import streamlit as st

ADDRESS = "doc"
PAGE = "trang"
_VISITS = ("ma", "tu", "den")  # what else an address says of the page that is visited


def go_to(page: str) -> None:
    """Go to another page of the app, "" for the first one."""
    st.query_params.clear()
    if page:
        st.query_params[PAGE] = page


def visit(page: str, **more: str) -> None:
    """Go to a page and come back later: what is open stays open."""
    for name in (*_VISITS, PAGE):
        st.query_params.pop(name, None)
    st.query_params.update({PAGE: page, **more})


def leave_page() -> None:
    """Go back to what is open, to the first page where nothing is."""
    for name in (*_VISITS, PAGE):
        st.query_params.pop(name, None)


def page() -> str:
    """The page that the address names."""
    return st.query_params.get(PAGE, "")


def address() -> str:
    """What the page's address names; "" where it names nothing."""
    return st.query_params.get(ADDRESS, "")
