"""A Reading as JSON and back: a child process writes it, its parent checks every value before use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> str:
    """One line of ASCII: dataclasses as objects by field name, tuples as lists."""
    return json.dumps(value, default=_members, separators=(",", ":"))


def decode(kind: type[T], raw: object) -> T:
    """A dataclass of this kind from parsed JSON. Raises TypeError or ValueError for anything else."""
    value: T = _value(kind, raw)
    return value


def _members(value: object) -> dict[str, object]:
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _hints(kind)}


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    if not is_dataclass(kind):
        raise TypeError(f"no dataclass: {kind}")
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _value(kind: Any, raw: Any) -> Any:
    if kind in (str, int, bool, NoneType):
        return raw if type(raw) is kind else _refuse(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _value(hint, raw[name]) for name, hint in _hints(kind).items()})
    return _composed(get_origin(kind), get_args(kind), raw)


def _composed(origin: Any, inner: tuple[Any, ...], raw: Any) -> Any:
    if origin is tuple and inner[1:] == (...,) and isinstance(raw, list):
        return tuple(_value(inner[0], each) for each in raw)
    if origin is Literal and raw in inner:
        return raw
    if origin is UnionType and NoneType in inner:
        return None if raw is None else _value(next(each for each in inner if each is not NoneType), raw)
    return _refuse(origin)


def _refuse(kind: object) -> None:
    raise TypeError(f"a child sent something else than {kind}")
