"""Save: nothing is kept before the user asks for it, everything that is decided afterwards is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from checker.domain import Project
from checker.errors import CheckerError
from checker.store import (
    Store,
    create_project,
    current,
    decide,
    documents,
    open_store,
    projects,
    save_new,
    save_next,
    switch_off,
    switches,
    together,
)
from checker.ui import rules, state

NEW = "Hồ sơ mới"
_FIRST = "Dự thảo mới"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this server; StoreUnavailable where it cannot be opened (and is tried again next time)."""
    return open_store()


def who() -> str:
    """Who works at this page, as far as they said."""
    return str(st.session_state.get("reviewer") or "không ghi tên")


def show(checked: state.Checked) -> None:
    """The Save menu of a draft; once it is kept, a word that it is."""
    if state.kept(checked):
        st.caption("✔ Đã lưu; các quyết định được lưu ngay.")
        return
    with st.popover("Lưu…"):
        st.markdown("Lưu dự thảo cùng các quyết định vào kho của máy này hoặc của cơ quan, để mở lại về sau.")
        try:
            _form(checked, projects(store()))
        except CheckerError as error:
            st.error(str(error))


def _form(checked: state.Checked, known: Sequence[Project]) -> None:
    project = choice("Hồ sơ", NEW, {one.id: one.name for one in known}, "save-project")
    title = checked.report.document.title[:120]
    name = "" if project else st.text_input("Tên hồ sơ mới", title, key="save-name")
    drafts = {one.id: one.name for one in documents(store(), project)} if project else {}
    document = choice("Là phiên bản mới của", _FIRST, drafts, "save-document") if drafts else ""
    # A field keeps its first value under one key: a name that was written on the bar since must come in.
    name_known = st.session_state.get("reviewer", "")
    by = st.text_input("Người lưu", name_known, key=f"save-by-{name_known}")
    if st.button("Lưu vào hồ sơ", type="primary", key="save-now"):
        _save(checked, project, name.strip(), document, by.strip())


def choice(label: str, new: str, known: Mapping[str, str], key: str) -> str:
    """The id of one of what is known, "" for a new one."""
    return st.selectbox(label, ["", *known], format_func=lambda one: known.get(one, new), key=key)


def _save(checked: state.Checked, project: str, name: str, document: str, by: str) -> None:
    if not by or not (project or name):
        st.warning("Hãy ghi tên hồ sơ và người lưu.")
        return
    st.session_state["reviewer"] = by
    place = keep(checked, project, by=by, document=document, name=name)
    state.move_to(place.version)
    st.rerun()


def keep(checked: state.Checked, project: str, *, by: str, document: str = "", name: str = "") -> state.Kept:
    """Keep a draft with what was decided on it, all or nothing: as the next version of `document`, or as new.

    Without a `project` in a new one under `name`. What goes wrong leaves the page as it was.
    """
    desk = state.desk(checked)
    with together(store()):
        place = _put(checked, project or create_project(store(), name, by=by).id, document, by)
        # What is decided here holds over what was decided on the version before.
        seen = {finding: one.number for finding, one in current(store(), place.document).items()}
        decide(store(), place.document, desk.history, seen=seen)
        off = {**switches(store(), place.document), **rules.off()}
        switch_off(store(), place.document, off, by=by)
    rules.put_off(off)
    desk.history.clear()
    desk.looked = 0
    state.keep(checked, place)
    return place


def _put(checked: state.Checked, project: str, document: str, by: str) -> state.Kept:
    draft, findings, day = checked.draft, checked.report.findings, checked.draft.as_of
    if document:
        version = save_next(store(), document, draft.name, draft.data, findings, by=by, as_of=day)
    else:
        version = save_new(store(), project, draft.name, draft.data, findings, by=by, as_of=day)
    return state.Kept(version.document, version.id)
