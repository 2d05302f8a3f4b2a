"""The rules of this session: ours, or a project file's, less those that the reader switched off."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import streamlit as st

from checker.engine import engine_of
from checker.launch import PROJECT
from checker.rulebook import Rulebook, load, switched_off

_OFF = "switched-off"


@lru_cache(maxsize=1)
def rulebook() -> Rulebook | None:
    """The rulebook of the project file that the environment names, None where it names none."""
    project = os.environ.get(PROJECT)
    return load(project=Path(project)) if project else None


def whole() -> Rulebook:
    """The rulebook with nothing switched off by the reader."""
    return engine_of(rulebook()).book


def of_session() -> Rulebook | None:
    """What drafts are checked with here; None for ours as it is."""
    reasons = off()
    return _without(tuple(sorted(reasons.items()))) if reasons else rulebook()


@lru_cache(maxsize=8)
def _without(reasons: tuple[tuple[str, str], ...]) -> Rulebook:
    return switched_off(whole(), dict(reasons))


def off() -> dict[str, str]:
    """The rules that are switched off in this session, each with its reason."""
    reasons = st.session_state.get(_OFF)
    return dict(reasons) if isinstance(reasons, dict) else {}


def put_off(reasons: dict[str, str]) -> None:
    """Let these rules, and no others, be off in this session."""
    st.session_state[_OFF] = dict(reasons)
