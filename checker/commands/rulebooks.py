"""Which rules a command works with: ours, those of a project file, those of the user's folders."""

from __future__ import annotations

import argparse
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CheckerError

if TYPE_CHECKING:  # importing it takes time that `--help` should not
    from checker.rulebook import Rulebook


class ArgumentsError(CheckerError):
    """The arguments do not go together; the message says which and what to do."""


def rulebook_for(start: Path, arguments: argparse.Namespace) -> Rulebook | None:
    """Return the rulebook that the user asks for, None where it is ours as it is."""
    from checker.rulebook import find_project

    project = None if arguments.no_project else arguments.project or find_project(start)
    return loaded(project, tuple(arguments.rules)) if project or arguments.rules else None


@lru_cache(maxsize=4)
def loaded(project: Path | None, folders: tuple[Path, ...]) -> Rulebook:
    """Return our rulebook with those folders and that project file, read once."""
    from checker.rulebook import load

    if project and not project.is_file():
        raise ArgumentsError(f"Không có tệp dự án {project}.")
    return load(project=project, folders=folders)
