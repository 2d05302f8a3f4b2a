"""Where things stand on pages with little to show."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

WIDTH = 860  # pixels: lines of text longer than that are hard to read


def middle() -> DeltaGenerator:
    """A column in the middle of the window; a narrow window gives it all of its width."""
    return st.container(horizontal=True, horizontal_alignment="center").container(width=WIDTH)
