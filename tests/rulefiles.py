"""Rule folders for tests, from the texts of their files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_rules(folder: Path, files: Mapping[str, str]) -> Path:
    """Write each file of a rulebook into `folder` and return the folder."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
