"""Words of a file or a draft inside Streamlit's Markdown: shown as they are, never as formatting."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")  # all ASCII punctuation may be escaped in Markdown


def plain(text: str) -> str:
    """The text with every character that Markdown or Streamlit could read as formatting escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
