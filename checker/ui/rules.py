"""The rules of the app: ours, or what the project file that the app was started with makes of them."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from checker.launch import PROJECT
from checker.rulebook import Rulebook, load


@lru_cache(maxsize=1)
def rulebook() -> Rulebook | None:
    """The rulebook of the project file that the environment names, None where it names none."""
    project = os.environ.get(PROJECT)
    return load(project=Path(project)) if project else None
