"""What a refreshed page comes back to: held for some hours in memory, under keys that nobody can guess."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

import streamlit as st

MOST = 40  # drafts or dossiers; the one that was asked for least lately goes first
LONGEST = 4 * 3600  # seconds without being asked for


@dataclass
class Shelf:
    """Values by key, each with the moment when it was last asked for."""

    values: OrderedDict[str, tuple[float, object]] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """The one shelf of this server."""
    return Shelf()


def put(value: object, key: str = "") -> str:
    """Hold a value -> its key, a new one where none is given."""
    key = key or secrets.token_urlsafe(18)
    on = shelf()
    with on.lock:
        on.values[key] = (time.monotonic(), value)
        _make_room(on)
    return key


def get(key: str) -> object:
    """The value under a key; None where there is none (any more)."""
    on = shelf()
    with on.lock:
        _make_room(on)
        if key not in on.values:
            return None
        _, value = on.values.pop(key)
        on.values[key] = (time.monotonic(), value)
        return value


def drop(key: str) -> None:
    """Let go of a value."""
    on = shelf()
    with on.lock:
        on.values.pop(key, None)


def _make_room(on: Shelf) -> None:
    oldest = time.monotonic() - LONGEST
    while on.values and (len(on.values) > MOST or next(iter(on.values.values()))[0] < oldest):
        on.values.popitem(last=False)
