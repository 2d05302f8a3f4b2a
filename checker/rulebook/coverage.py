"""What the library answers and what it does not: coverage.yml, checked against rules and checklist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import filter as matching
from pathlib import Path
from typing import Literal, cast, get_args

from checker.domain import Rule, Status
from checker.resources import folder
from checker.rulebook import Rulebook
from checker.rulebook.yaml_files import Fields, read_yaml

FILE = "coverage.yml"
State = Literal["full", "partly", "none"]
Part = Literal["references", "tables"]
"""What checks drafts beside rules and checklist: what is out of date, and tables that count people."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A question put to drafts: the rules and checklist items that answer it, how far, and the gap left."""

    key: str
    what: str
    state: State
    gap: str = ""
    rules: tuple[Rule, ...] = ()
    items: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    status: Status = "verified"


@dataclass(frozen=True, slots=True)
class Coverage:
    """All questions: articles of the law, candidates, the checklist; `beyond` are rules that answer none."""

    law: tuple[Covered, ...]
    candidates: tuple[Covered, ...]
    checklist: tuple[Covered, ...]
    beyond: tuple[Covered, ...]
    unmapped: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may name."""

    rules: Mapping[str, Rule]
    items: Mapping[str, tuple[str, str]]


def load_coverage(book: Rulebook, path: Path | None = None) -> Coverage:
    """The coverage of a rulebook as a file tells it, ours by default; InvalidRule names entry and field."""
    known = _Known(
        {one.rule.id: one.rule for one in book.rules},
        {one.id: (one.question, one.ask) for one in book.checklist.criteria},
    )
    fields = read_yaml(path or folder("rules") / FILE)
    law = tuple(_article(item, known) for item in fields.items("law", key="article"))
    candidates = tuple(_candidate(item, known) for item in fields.items("candidates", key="id"))
    checklist = _checklist(fields.items("checklist", key="id"), known)
    beyond = tuple(_beyond(item, known) for item in fields.items("beyond", key="what"))
    fields.close()
    named = {rule.id for entry in (*candidates, *beyond) for rule in entry.rules}
    unmapped = tuple(rule for name, rule in known.rules.items() if name not in named)
    return Coverage(law, candidates, checklist, beyond, unmapped)


def _article(item: Fields, known: _Known) -> Covered:
    """An article of the law: which rules rest on it is read from their own legal basis."""
    number = item.text("article")
    key = f"lbdg-{number}"
    resting = [
        rule
        for rule in known.rules.values()
        if any(basis.key == key or basis.key.startswith(f"{key}-") for basis in rule.legal_basis)
    ]
    status = cast(Status, item.choice("status", get_args(Status), "verified"))
    entry = _covered(item, f"Điều {number}", item.text("duty"), known)
    return replace(entry, rules=tuple(resting), status=status)


def _candidate(item: Fields, known: _Known) -> Covered:
    entry = _covered(item, item.text("id"), item.text("what"), known)
    if bool(entry.rules or entry.items or entry.parts) == (entry.state == "none"):
        raise item.error("state", "phải là none khi không có rules, items hay parts nào, và chỉ khi đó")
    return entry


def _covered(item: Fields, key: str, what: str, known: _Known) -> Covered:
    state = cast(State, item.choice("state", get_args(State)))
    gap = item.text("gap", "")
    if (state == "full") == bool(gap):
        raise item.error("gap", "phải có khi state là partly hoặc none, và chỉ khi đó")
    rules, items = _rules(item, known), item.texts("items")
    unknown = [name for name in items if name not in known.items]
    if unknown:
        raise item.error("items", f"gọi câu hỏi không có: {', '.join(unknown)}")
    parts = cast(tuple[Part, ...], item.texts("parts", among=get_args(Part)))
    item.close()
    return Covered(key, what, state, gap, rules, items, parts)


def _checklist(entries: list[Fields], known: _Known) -> tuple[Covered, ...]:
    """Each question of the checklist: one that is put to the user is not answered by us."""
    told = dict(_answer(item, known) for item in entries)
    answers = []
    for name, (question, ask) in known.items.items():
        entry = told.get(name, Covered(name, "", "full"))
        state: State = "none" if ask else "partly" if entry.gap else "full"
        gap = f"Hỏi người dùng: {ask}" if ask else entry.gap
        answers.append(replace(entry, what=question, state=state, gap=gap))
    return tuple(answers)


def _answer(item: Fields, known: _Known) -> tuple[str, Covered]:
    name = item.choice("id", tuple(known.items))
    parts = cast(tuple[Part, ...], item.texts("parts", among=get_args(Part)))
    entry = Covered(name, "", "full", item.text("gap", ""), _rules(item, known), parts=parts)
    item.close()
    return name, entry


def _beyond(item: Fields, known: _Known) -> Covered:
    entry = Covered("", item.text("what"), "full", rules=_rules(item, known))
    item.close()
    return entry


def _rules(item: Fields, known: _Known) -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for pattern in item.texts("rules"):
        names = matching(known.rules, pattern)
        if not names:
            raise item.error("rules", f"gọi quy tắc không có: {pattern}")
        found |= {name: known.rules[name] for name in names}
    return tuple(found.values())
