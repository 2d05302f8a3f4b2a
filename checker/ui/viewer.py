"""The component that draws document and cards; its HTML, style and script are files of their own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).parent / "component"

# One script out of three files: an inline component cannot import a neighbour.
SCRIPTS = ("document.js", "cards.js", "viewer.js")


def read(name: str) -> str:
    """The text of one file of the component."""
    return (FOLDER / name).read_text(encoding="utf-8")


viewer = st.components.v2.component(
    "checker_viewer",
    html=read("viewer.html"),
    css=read("viewer.css"),
    js="\n".join(map(read, SCRIPTS)),
)

# A page that is read aloud must say its language; Streamlit always writes "en".
language = st.components.v2.component(
    "checker_language", js='export default function () { document.documentElement.lang = "vi"; }'
)
