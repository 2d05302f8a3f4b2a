"""The project file, checker.yml: own rule folders, rules switched off, terms allowed, each with a reason."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from checker.errors import InvalidRule
from checker.labels import CATEGORY_LABELS
from checker.rulebook.cost import refuse_costly
from checker.rulebook.phrases import Lexicon, Phrase, compile_phrase
from checker.rulebook.yaml_files import Fields, read_yaml

PROJECT_FILE = "checker.yml"
_GAP = 6


@dataclass(frozen=True, slots=True)
class Allowed:
    """A term that a project allows, everywhere or to one rule or category alone."""

    phrase: Phrase
    reason: str
    rule: str = ""
    category: str = ""


@dataclass(frozen=True)
class Project:
    """What a project file says; `name` is its file's name, empty where there is none.

    `switched` are the rules that the reader switched off in the app, each with the reason that they gave.
    """

    name: str = ""
    folders: tuple[Path, ...] = ()
    disabled: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    allowed: tuple[Allowed, ...] = ()
    switched: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def find_project(start: Path) -> Path | None:
    """The project file of a folder: its own or the nearest one above it."""
    start = start.resolve()
    candidates = (folder / PROJECT_FILE for folder in (start, *start.parents))
    return next((file for file in candidates if file.is_file()), None)


def read_project(file: Path, lexicon: Lexicon) -> Project:
    """The settings in a project file; folders are relative to it. InvalidRule names the file and field."""
    return project_of(read_yaml(file, foreign=True), file, lexicon)


def project_of(fields: Fields, file: Path, lexicon: Lexicon) -> Project:
    """The settings in the fields of a project file."""
    folders = tuple(file.parent / name for name in fields.texts("rules"))
    disabled = dict(_disabled(item) for item in fields.items("disable", key="rule"))
    allowed = tuple(_allowed(item, lexicon) for item in fields.items("allow", key="term"))
    fields.close()
    return Project(file.name, folders, disabled, allowed)


def check_names(project: Project, known: Container[str]) -> None:
    """Refuse a project that speaks of rules that are not there: a misspelt id must not be lost in silence."""
    named = dict.fromkeys(project.disabled, "disable")
    named |= {one.rule: "allow" for one in project.allowed if one.rule}
    for rule, place in named.items():
        if rule not in known:
            raise InvalidRule(f"{project.name}: trường “{place}” gọi quy tắc không có: {rule}")


def _disabled(item: Fields) -> tuple[str, str]:
    entry = item.text("rule"), item.text("reason")
    item.close()
    return entry


def _allowed(item: Fields, lexicon: Lexicon) -> Allowed:
    term = item.text("term")
    entry = Allowed(
        phrase=item.checked("term", lambda: _phrase(term, lexicon)),
        reason=item.text("reason"),
        rule=item.text("rule", ""),
        category=item.text("category", ""),
    )
    if entry.category and entry.category not in CATEGORY_LABELS:
        raise item.error("category", f"phải là một trong: {', '.join(CATEGORY_LABELS)}")
    item.close()
    return entry


def _phrase(term: str, lexicon: Lexicon) -> Phrase:
    phrase = compile_phrase(term, lexicon, gap=_GAP)
    refuse_costly(phrase)
    return phrase
