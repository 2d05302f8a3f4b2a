"""YAML read strictly: no duplicate keys, and every field taken by name and type or refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from checker.errors import InvalidRule

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
T = TypeVar("T")
_MOST_BYTES = 2_000_000
_DEEPEST = 20


class _StrictLoader(_SafeLoader):  # type: ignore[misc]
    """The safe loader, which also refuses a key that is written twice in one mapping."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Hashable, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise InvalidRule(f"trường bị lặp: {', '.join(map(str, twice))} (dòng {node.start_mark.line + 1})")
    values = [loader.construct_object(value, deep=True) for _, value in node.value]
    return dict(zip(keys, values, strict=True))


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path, *, foreign: bool = False) -> Fields:
    """The mapping at the top of a YAML file; InvalidRule names the file where it is not one.

    A `foreign` file is not ours: what could fill the memory, a huge or endlessly nested file or aliases
    of aliases, is refused before it is loaded.
    """
    try:
        data = path.read_bytes()
        if foreign:
            _refuse_bombs(data)
        loaded = yaml.load(data, _StrictLoader)
    except yaml.YAMLError as err:
        raise InvalidRule(f"{path.name}: {_syntax(err)}") from err
    except InvalidRule as err:
        raise InvalidRule(f"{path.name}: {err}") from err
    except OSError as err:
        raise InvalidRule(f"{path.name}: không đọc được tệp này ({err.strerror or err})") from err
    return Fields(loaded, path.name)


def _syntax(err: yaml.YAMLError) -> str:
    mark = getattr(err, "problem_mark", None)
    where = f"dòng {mark.line + 1}, cột {mark.column + 1}: " if mark else ""
    return f"{where}không phải YAML hợp lệ; hãy xem lại dấu hai chấm, thụt đầu dòng và ngoặc kép"


def _refuse_bombs(data: bytes) -> None:
    if len(data) > _MOST_BYTES:
        raise InvalidRule(f"tệp lớn hơn {_MOST_BYTES // 1_000_000} MB")
    depth = 0
    for event in yaml.parse(data, _SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise InvalidRule(f"không được dùng bí danh YAML (*{event.anchor})")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise InvalidRule(f"các trường lồng nhau quá {_DEEPEST} tầng")


@dataclass(frozen=True, slots=True)
class Form:
    """What a string must look like, and how that is told."""

    pattern: re.Pattern[str]
    told: str


class Fields:
    """A mapping whose fields are taken one by one; `close` refuses what was not asked for.

    `where` names the file and rule, and begins every message.
    """

    def __init__(self, mapping: object, where: str) -> None:
        if not isinstance(mapping, dict):
            raise InvalidRule(f"{where}: phải là một danh mục “trường: giá trị”")
        self._left = dict(mapping)
        self.where = where

    def text(self, name: str, default: str | None = None, *, form: Form | None = None) -> str:
        """A required or defaulted string, stripped, of the form asked for."""
        value = self._take(name, default)
        if not isinstance(value, str) or not (value.strip() or default == ""):
            raise self.error(name, "phải là chuỗi ký tự")
        if form and not form.pattern.fullmatch(value.strip()):
            raise self.error(name, form.told)
        return value.strip()

    def choice(self, name: str, options: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in options:
            raise self.error(name, f"phải là một trong: {', '.join(options)}")
        return value

    def texts(self, name: str, *, least: int = 0, among: Sequence[str] | None = None) -> tuple[str, ...]:
        """A list of strings, or one string; empty where the field is left out. `among` are those allowed."""
        value = self._take(name, [] if least == 0 else None)
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(item, str) and item.strip() for item in values):
            raise self.error(name, "phải là danh sách chuỗi ký tự")
        if len(values) < least:
            raise self.error(name, f"cần ít nhất {least} mục")
        if unknown := [item for item in values if among is not None and item not in among]:
            raise self.error(
                name, f"có giá trị không hiểu: {', '.join(unknown)}; chỉ gồm: {', '.join(among or ())}"
            )
        return tuple(values)

    def number(self, name: str, default: float, *, least: float, most: float) -> float:
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
            raise self.error(name, f"phải là số từ {least:g} đến {most:g}")
        return value

    def flag(self, name: str) -> bool:
        """A yes or no; no where the field is left out."""
        value = self._take(name, False)
        if not isinstance(value, bool):
            raise self.error(name, "phải là true hoặc false")
        return value

    def items(self, name: str, *, key: str | None = None, least: int = 0) -> list[Fields]:
        """A list of mappings, each named in messages by its `key` field or its position."""
        value = self._take(name, [] if least == 0 else None)
        if not isinstance(value, list):
            raise self.error(name, "phải là danh sách")
        if len(value) < least:
            raise self.error(name, f"cần ít nhất {least} mục")
        return [Fields(item, f"{self.where}: {_title(item, key, at)}") for at, item in enumerate(value, 1)]

    def mapping(self, name: str) -> dict[str, tuple[str, ...]]:
        """A mapping of names to lists of strings; empty where the field is left out."""
        value = self._take(name, {})
        inner = Fields(value, f"{self.where}: {name}")
        return {str(key): inner.texts(key) for key in list(value if isinstance(value, dict) else {})}

    def inner(self, name: str, *, required: bool = False) -> Fields:
        """The mapping in a field; an empty one where it is left out."""
        return Fields(self._take(name, None if required else {}), f"{self.where}: {name}")

    def token_lists(self, name: str) -> tuple[tuple[Mapping[str, object], ...], ...]:
        """A list of lists of mappings, as token patterns are written; empty where the field is left out."""
        value = self._take(name, [])
        proper = isinstance(value, list) and all(
            isinstance(pattern, list) and pattern and all(isinstance(token, dict) for token in pattern)
            for pattern in value
        )
        if not proper:
            raise self.error(name, "phải là danh sách các mẫu, mỗi mẫu là danh sách từ")
        return tuple(tuple(pattern) for pattern in value)

    def raw(self, name: str, default: object) -> Any:
        return self._take(name, default)

    def close(self) -> None:
        """Refuse the fields that nothing has taken: a misspelt field must not be lost in silence."""
        if self._left:
            raise InvalidRule(
                f"{self.where}: trường không có trong lược đồ: {', '.join(map(str, self._left))}"
            )

    def error(self, name: str, problem: str) -> InvalidRule:
        return InvalidRule(f"{self.where}: trường “{name}” {problem}")

    def checked(self, name: str, make: Callable[[], T]) -> T:
        """The value of `make()`; its InvalidRule is told with this place and field."""
        try:
            return make()
        except InvalidRule as err:
            raise self.error(name, f"không hợp lệ: {err}") from err

    def _take(self, name: str, default: object) -> Any:
        if name in self._left:
            return self._left.pop(name)
        if default is None:
            raise self.error(name, "bị thiếu")
        return default


def _title(item: object, key: str | None, at: int) -> str:
    named = item.get(key) if isinstance(item, dict) and key else None
    return str(named) if named else f"mục thứ {at}"
