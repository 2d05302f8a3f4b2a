"""The schemas for editors: what the loader takes they take, what it refuses by form they refuse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from checker.errors import InvalidRule
from checker.labels import CATEGORY_LABELS
from checker.rulebook import load
from checker.rulebook.schema import NAMES, schema_of
from checker.rulebook.schema_words import DESCRIPTIONS

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
FILES = {file.stem: file for file in RULES.glob("*.yml")}
OF_FILE = {name: "rules" for name in CATEGORY_LABELS if name in FILES} | {
    "vocabulary": "vocabulary",
    "legal_basis": "legal_basis",
}
VALIDATORS = {name: jsonschema.Draft7Validator(schema_of(name)) for name in NAMES}
GOOD = """
category: stereotype
lists: {a: [b]}
rules:
  - id: a-b
    title: T
    tier: should
    kind: phrase
    match: [nữ]
    message: M
    why: W
    legal_basis: [lbdg-6-1]
    examples:
      bad: [{text: "[[nữ]]"}, {text: "[[nữ]] a", better: a}]
      good: [{text: nam}, {text: b, note: c}]
"""


def problems(name: str, text: str) -> list[str]:
    return [error.message for error in VALIDATORS[name].iter_errors(yaml.safe_load(text))]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema_of(name))


@pytest.mark.parametrize("name", OF_FILE)
def test_every_file_of_ours_is_valid(name: str) -> None:
    assert problems(OF_FILE[name], FILES[name].read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: a-b", "id: A b"),
        ("tier: should", "tier: nang"),
        ("    why: W\n", ""),
        ("    why: W\n", "    why: W\n    whhy: W\n"),
        ("legal_basis: [lbdg-6-1]", "legal_basis: []"),
        ("kind: phrase", "kind: contrast"),
        ("kind: phrase", "kind: absent"),
        ("match: [nữ]", "match: [nữ]\n    sides: {nam: [a], nu: [b]}"),
        ("match: [nữ]", "match: 3"),
        ("match: [nữ]", "match: [nữ]\n    gap: 99"),
        ("match: [nữ]", "match: [nữ]\n    applies_to: [la]"),
        (", {text: b, note: c}", ""),
        ("note: c", "notes: c"),
        ("category: stereotype", "category: la"),
    ],
)
def test_what_the_loader_refuses_by_form_the_schema_refuses(tmp_path: Path, old: str, new: str) -> None:
    assert problems("rules", GOOD) == []
    broken = GOOD.replace(old, new, 1)
    assert broken != GOOD
    (tmp_path / "a.yml").write_text(broken, encoding="utf-8")
    with pytest.raises(InvalidRule):
        load(folders=[tmp_path])
    assert problems("rules", broken) != []


def test_a_project_file_is_valid_with_reasons_alone() -> None:
    assert (
        problems("project", "rules: [a]\ndisable: [{rule: a, reason: b}]\nallow: [{term: a, reason: b}]")
        == []
    )
    assert problems("project", "disable: [{rule: a}]") != []


def described(schema: dict[str, Any]) -> Iterator[str]:
    for field in schema.get("properties", {}).values():
        if isinstance(field, dict) and "description" in field:
            yield field["description"]
            yield from described(field if "properties" in field else field.get("items", {}))


@pytest.mark.parametrize("name", NAMES)
def test_no_description_is_left_over(name: str) -> None:
    """That none is missing the schema itself sees to: it cannot be made without."""
    told = set(described(schema_of(name)))
    places = {where: fields for where, fields in DESCRIPTIONS.items() if where.split("/")[0] == name}
    assert [
        (where, key) for where, one in places.items() for key, text in one.items() if text not in told
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_beside_the_rules_are_those_of_the_code(name: str) -> None:
    assert json.loads((RULES / "schema" / f"{name}.json").read_text("utf-8")) == schema_of(name)


@pytest.mark.parametrize("name", OF_FILE)
def test_editors_find_the_schema_of_a_file(name: str) -> None:
    first = FILES[name].read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schema/{OF_FILE[name]}.json"
