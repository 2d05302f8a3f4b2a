"""JSON Schemas of the files that users write, taken from the code that reads them.

The readers are run over a small file with fields that write down what is asked of them: a name, a
type, a limit. So the schema an editor completes by and the checks at loading cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.domain import LegalBasis
from checker.rulebook.phrases import Lexicon
from checker.rulebook.project import project_of
from checker.rulebook.rules import KIND_FIELDS, READ_BY, SIDES
from checker.rulebook.schema_words import DESCRIPTIONS, TITLES
from checker.rulebook.shelves import basis_of, lexicon_of, rules_of
from checker.rulebook.yaml_files import Fields, Form

Schema = dict[str, Any]
_TEXTS: Schema = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {"type": "array", "items": {"type": "string", "minLength": 1}},
    ]
}
_BASIS = LegalBasis("k", "Luật", "Điều 1", "verified")
_EXAMPLE = {"text": "[[a]]"}
_RULE = {
    "id": "a", "title": "a", "tier": "should", "kind": "phrase", "match": "a", "message": "a", "why": "a",
    "legal_basis": "k",
    "examples": {"bad": [_EXAMPLE] * 2, "good": [{"text": "a"}] * 2, "todo": [{**_EXAMPLE, "note": "a"}]},
}  # fmt: skip
_SAMPLES: Mapping[str, tuple[Mapping[str, object], Callable[[Fields], object]]] = {
    "rules": (
        {"category": "stereotype", "rules": [_RULE]},
        lambda fields: rules_of(fields, Lexicon({}), {"k": _BASIS}),
    ),
    "project": (
        {"disable": [{"rule": "a", "reason": "a"}], "allow": [{"term": "a", "reason": "a"}]},
        lambda fields: project_of(fields, Path("checker.yml"), Lexicon({})),
    ),
    "vocabulary": ({}, lexicon_of),
    "legal_basis": (
        {"legal_basis": [{"key": "a", "law": "a", "status": "verified", "summary": "a", "source": "a"}]},
        basis_of,
    ),
}
NAMES = tuple(_SAMPLES)


def schema_of(name: str) -> Schema:
    """The JSON Schema of one kind of file, by its name in NAMES."""
    sample, read = _SAMPLES[name]
    schema = _object()
    read(_Recorder(sample, name, schema))
    if name == "rules":
        schema["properties"]["rules"]["items"]["allOf"] = [_of_kind(kind) for kind in KIND_FIELDS]
        schema["properties"]["rules"]["items"]["properties"]["sides"] |= {
            "required": list(SIDES),
            "additionalProperties": False,
            "properties": dict.fromkeys(SIDES, _TEXTS),
        }
    _describe(schema, name)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": TITLES[name], **schema}


def _of_kind(kind: str) -> Schema:
    """What a rule of this kind must have and may not have."""
    foreign = [name for name, kinds in READ_BY.items() if kind not in kinds]
    wanted = {"required": list(KIND_FIELDS[kind]), "properties": dict.fromkeys(foreign, False)}  # type: ignore[index]
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": wanted}


def _object() -> Schema:
    return {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def _describe(schema: Schema, where: str) -> None:
    """Give each field its description; KeyError where one has none, so that none is forgotten."""
    for name, field in schema.get("properties", {}).items():
        words = DESCRIPTIONS[where][name]
        field["description"] = words
        inner = field.get("items", field)
        if isinstance(inner, dict) and inner.get("additionalProperties") is False and name != "sides":
            _describe(inner, f"{where}/{name}")


class _Recorder(Fields):
    """Fields that answer from a sample and write down in `schema` what they are asked for."""

    def __init__(self, mapping: object, where: str, schema: Schema) -> None:
        super().__init__(mapping, where)
        self._schema = schema

    def text(self, name: str, default: str | None = None, *, form: Form | None = None) -> str:
        field: Schema = {"type": "string"} if default == "" else {"type": "string", "minLength": 1}
        if form:
            field["pattern"] = f"^(?:{form.pattern.pattern})$"
        self._record(name, field, required=default is None)
        return super().text(name, default, form=form)

    def choice(self, name: str, options: tuple[str, ...], default: str | None = None) -> str:
        value = super().choice(name, options, default)
        self._record(name, {"enum": list(options)}, required=default is None)
        return value

    def texts(self, name: str, *, least: int = 0, among: Sequence[str] | None = None) -> tuple[str, ...]:
        one: Schema = {"enum": list(among)} if among else {"type": "string", "minLength": 1}
        many = {"type": "array", "items": one, **({"minItems": least} if least else {})}
        self._record(name, {"anyOf": [one, many]}, required=least > 0)
        return super().texts(name, least=least, among=among)

    def number(self, name: str, default: float, *, least: float, most: float) -> float:
        self._record(name, {"type": "number", "minimum": least, "maximum": most, "default": default})
        return super().number(name, default, least=least, most=most)

    def flag(self, name: str) -> bool:
        self._record(name, {"type": "boolean", "default": False})
        return super().flag(name)

    def mapping(self, name: str) -> dict[str, tuple[str, ...]]:
        self._record(name, {"type": "object", "additionalProperties": _TEXTS})
        return super().mapping(name)

    def items(self, name: str, *, key: str | None = None, least: int = 0) -> list[Fields]:
        one = _object()
        limit = {"minItems": least} if least else {}
        self._record(name, {"type": "array", "items": one, **limit}, required=least > 0)
        return [_Recorder(item._left, item.where, one) for item in super().items(name, key=key, least=least)]

    def inner(self, name: str, *, required: bool = False) -> Fields:
        one = _object()
        self._record(name, one, required=required)
        found = super().inner(name, required=required)
        return _Recorder(found._left, found.where, one)

    def token_lists(self, name: str) -> tuple[tuple[Mapping[str, object], ...], ...]:
        tokens = {"type": "array", "minItems": 1, "items": {"type": "object"}}
        self._record(name, {"type": "array", "items": tokens})
        return super().token_lists(name)

    def _record(self, name: str, field: Schema, *, required: bool = False) -> None:
        self._schema["properties"][name] = field
        if required and name not in self._schema["required"]:
            self._schema["required"].append(name)
