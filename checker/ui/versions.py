"""Two kept versions of a draft, chosen on the page of the comparison; its address names them."""

from __future__ import annotations

import streamlit as st

from checker.domain import KeptVersion
from checker.errors import CheckerError
from checker.labels import moment_label
from checker.store import switches, version_named, versions
from checker.ui import addresses, keeping, rules, state

PAGE = "so-sanh"
OLD, NEW = "tu", "den"

Pair = tuple[str, str]


def ask(old: str, new: str) -> None:
    """Go to the page that compares these two versions."""
    addresses.visit(PAGE, **{OLD: old, NEW: new})


def asked() -> Pair | None:
    """The ids of the versions that the address names."""
    pair = st.query_params.get(OLD, ""), st.query_params.get(NEW, "")
    return pair if all(pair) else None


def drafts(pair: Pair) -> tuple[state.Draft, state.Draft]:
    """Both versions as drafts, the law asked of on the day of the new one; NotKept where one is gone."""
    (old, old_data), (new, new_data) = (version_named(keeping.store(), one) for one in pair)
    rules.put_off(switches(keeping.store(), new.document))
    return state.Draft(old.file, old_data, new.as_of), state.Draft(new.file, new_data, new.as_of)


def choose(pair: Pair) -> None:
    """Two menus with all versions of the draft; each choice is a new address."""
    try:
        known = {one.id: one for one in _all(pair)}
    except CheckerError as error:
        st.error(str(error))
        return
    for column, name, label in zip(st.columns(2), (OLD, NEW), ("Bản cũ", "Bản mới"), strict=True):
        chosen = st.query_params[name]
        ids = list(known) if chosen in known else [chosen, *known]
        column.selectbox(
            label,
            ids,
            index=ids.index(chosen),
            format_func=lambda one: _label(known.get(one)),
            key=f"choose-{name}-{chosen}",
            on_change=_choose,
            args=(name, f"choose-{name}-{chosen}"),
        )


def _choose(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key]


def _all(pair: Pair) -> tuple[KeptVersion, ...]:
    new, _ = version_named(keeping.store(), pair[1])
    return versions(keeping.store(), new.document)


def _label(version: KeptVersion | None) -> str:
    if version is None:
        return "Bản của dự thảo khác"
    return f"Bản {version.ordinal}: {version.file}, lưu lúc {moment_label(version.saved)}"
