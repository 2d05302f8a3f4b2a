"""Where things stand on pages with little to show."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def middle() -> DeltaGenerator:
    """The middle column of the window, for lines that should not run from edge to edge."""
    return st.columns([1, 4, 1])[1]
