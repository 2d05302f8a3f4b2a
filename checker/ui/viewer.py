"""The components that draw a document with its cards, and a dossier; HTML, style and script are files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).parent / "component"

# One script out of several files: an inline component cannot import a neighbour.
SHARED = ("element.js", "cards.js", "checklist.js", "sexes.js")
STYLES = ("viewer.css", "checklist.css")


def read(name: str) -> str:
    """The text of one file of the component."""
    return (FOLDER / name).read_text(encoding="utf-8")


def joined(names: Sequence[str]) -> str:
    """The texts of several files of the component, one after the other."""
    return "\n".join(map(read, names))


viewer = st.components.v2.component(
    "checker_viewer",
    html=read("viewer.html"),
    css=joined(STYLES),
    js=joined((*SHARED, "decision.js", "document.js", "outline.js", "search.js", "viewer.js")),
)

review = st.components.v2.component(
    "checker_review",
    html=read("review.html"),
    css=read("review.css"),
    js=joined(("element.js", "review.js")),
)

dossier = st.components.v2.component(
    "checker_dossier",
    html=read("dossier.html"),
    css=joined((*STYLES, "dossier.css")),
    js=joined((*SHARED, "dossier.js")),
)

page = st.components.v2.component("checker_page", js=read("page.js"))
