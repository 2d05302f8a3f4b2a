"""Every field of a packed project looked at: the file may come from anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from checker.errors import UnreadableFile
from checker.labels import VERDICT_LABELS

FORMAT = "checker-project"
SCHEMA = 1
_LATER = "Hồ sơ này do một bản mới hơn của chương trình xuất ra; hãy dùng bản mới đó để mở."
_TEXTS = {
    "document": ("name",),
    "version": ("file", "by"),
    "finding": ("id", "rule", "category", "tier", "citation", "quote", "message"),
    "decision": ("finding", "verdict", "reviewer", "reason", "wording", "note"),
    "switched_off": ("rule", "reason"),
    "dossier": ("name", "procedure", "by"),
}


def checked(whole: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The list with its moments as such, every field looked at: the file may come from anybody."""
    if whole["format"] != FORMAT:
        raise ValueError(whole["format"])
    if whole["schema"] > SCHEMA:
        raise UnreadableFile(_LATER)
    if any(hashlib.sha256(data).hexdigest() != name for name, data in files.items()):
        raise ValueError("a file does not have the sum that it is named by")
    documents = [_checked_document(one, files) for one in whole["documents"]]
    off = [_texts(one, "switched_off") for one in whole.get("switched_off", [])]
    bound = [_checked_dossier(one, documents) for one in whole.get("dossiers", [])]
    return {"name": _text(whole["name"]), "documents": documents, "switched_off": off, "dossiers": bound}


def _checked_dossier(one: Any, documents: Sequence[Any]) -> dict[str, Any]:
    """A dossier whose papers are there, each named by the places of its draft and version."""
    for each in one["papers"]:
        place = documents[int(each["document"])]["versions"][int(each["version"])]
        if int(each["document"]) < 0 or int(each["version"]) < 0 or not place:
            raise ValueError(each)
    return {
        **_texts(one, "dossier"),
        "as_of": date.fromisoformat(one["as_of"]) if one["as_of"] else None,
        "saved": datetime.fromisoformat(one["saved"]),
        "papers": [
            {"role": _text(each["role"]), "document": int(each["document"]), "version": int(each["version"])}
            for each in one["papers"]
        ],
    }


def _checked_document(one: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        **_texts(one, "document"),
        "created": datetime.fromisoformat(one["created"]),
        "versions": [_checked_version(each, files) for each in one["versions"]],
        "decisions": [_checked_decision(each) for each in one["decisions"]],
    }


def _checked_decision(one: Any) -> dict[str, Any]:
    if one["verdict"] not in VERDICT_LABELS:
        raise ValueError(one["verdict"])
    return {**_texts(one, "decision"), "at": datetime.fromisoformat(one["at"])}


def _checked_version(one: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        **_texts(one, "version"),
        "ordinal": int(one["ordinal"]),
        "sha256": one["sha256"],
        "data": files[one["sha256"]],
        "as_of": date.fromisoformat(one["as_of"]) if one["as_of"] else None,
        "saved": datetime.fromisoformat(one["saved"]),
        "findings": [{**_texts(each, "finding"), "place": int(each["place"])} for each in one["findings"]],
    }


def _texts(one: Any, table: str) -> dict[str, str]:
    return {name: _text(one[name]) for name in _TEXTS[table]}


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError(value)
    return value
