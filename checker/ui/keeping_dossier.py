"""Save a dossier with its papers, their roles and decisions, and open it again."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from checker.domain import Report
from checker.dossier import Asked
from checker.errors import CheckerError, NotKept
from checker.reading.folders import Packet
from checker.store import (
    change_dossier,
    create_project,
    decide,
    dossier_named,
    projects,
    save_dossier,
    save_new,
    switch_off,
    switches,
    together,
    version_named,
)
from checker.ui import keeping, rules, state
from checker.ui.view import identity


def show(gathered: state.Gathered) -> None:
    """The Save menu of a dossier; once it is kept, a word that it is."""
    held = state.held()
    if held and held.dossier:
        st.caption("✔ Đã lưu; vai trò và quyết định được lưu ngay.")
        if told := st.session_state.pop("dossier-told", ""):
            st.error(told)
        return
    with st.popover("Lưu…"):
        st.markdown("Lưu mọi tài liệu của hồ sơ, vai trò của chúng và các quyết định, để mở lại về sau.")
        try:
            _form(gathered)
        except CheckerError as error:
            st.error(str(error))


def _form(gathered: state.Gathered) -> None:
    known = {one.id: one.name for one in projects(keeping.store())}
    project = keeping.choice("Hồ sơ", keeping.NEW, known, "save-project")
    name = "" if project else st.text_input("Tên hồ sơ mới", gathered.dossier.name[:120], key="save-name")
    name_known = st.session_state.get("reviewer", "")
    by = st.text_input("Người lưu", name_known, key=f"save-by-{name_known}").strip()
    if not st.button("Lưu cả hồ sơ", type="primary", key="save-dossier"):
        return
    if not by or not (project or name.strip()):
        st.warning("Hãy ghi tên hồ sơ và người lưu.")
        return
    st.session_state["reviewer"] = by
    state.move_to(keep(gathered, project, by=by, name=name))
    st.rerun()


def keep(gathered: state.Gathered, project: str, *, by: str, name: str = "") -> str:
    """Keep every paper as a draft of the project, what was decided on it, and the dossier -> its id.

    All or nothing, without a `project` in a new one under `name`; what goes wrong leaves the page as it was.
    """
    store, asked, found = keeping.store(), gathered.asked, state.reports(gathered)
    with together(store):
        parent = project or create_project(store, name, by=by).id
        places = {
            one.name: _put(one, found.get(one.name), parent, asked, by) for one in gathered.packets.files
        }
        papers = [(place.version, asked.roles.get(file, "")) for file, place in places.items()]
        document = next((place.document for place in places.values()), "")
        off = {**switches(store, document), **rules.off()}
        switch_off(store, document, off, by=by)
        title, day = gathered.dossier.name, asked.as_of
        key = save_dossier(store, parent, title, papers, by=by, procedure=asked.procedure, as_of=day)
    rules.put_off(off)
    _remember_places(key, {identity(report): places[file] for file, report in found.items()})
    return key


def _put(packet: Packet, report: Report | None, project: str, asked: Asked, by: str) -> state.Kept:
    findings = report.findings if report else ()
    version = save_new(keeping.store(), project, packet.name, packet.data, findings, by=by, as_of=asked.as_of)
    held = state.held()
    if held and report and (desk := held.desks.get(identity(report))):
        decide(keeping.store(), version.document, desk.history, seen={})
    return state.Kept(version.document, version.id)


def _remember_places(key: str, places: Mapping[str, state.Kept]) -> None:
    if held := state.held():
        held.dossier = key
        held.kept.update(places)
        for name in places.keys() & held.desks.keys():
            held.desks[name].history.clear()
            held.desks[name].looked = 0


def remember(gathered: state.Gathered) -> None:
    """Keep what the user says of a kept dossier: its roles and its procedure."""
    held = state.held()
    if not (held and held.dossier):
        return
    try:
        known = {one.file: one.version for one in dossier_named(keeping.store(), held.dossier).papers}
        roles = {known[file]: role for file, role in gathered.asked.roles.items() if file in known}
        change_dossier(keeping.store(), held.dossier, roles, gathered.asked.procedure)
    except CheckerError as error:
        st.session_state["dossier-told"] = str(error)


def open_kept(id_: str) -> bool:
    """Check a kept dossier anew and open it with its decisions -> whether there is one of that id."""
    try:
        kept = dossier_named(keeping.store(), id_)
        data = {one.version: version_named(keeping.store(), one.version)[1] for one in kept.papers}
    except NotKept:
        return False
    except CheckerError as error:
        st.session_state["kept-told"] = str(error)
        return False
    if kept.papers:
        rules.put_off(switches(keeping.store(), kept.papers[0].document))
    state.submit(
        state.Bundle(
            kept.name,
            tuple(Packet(one.file, data[one.version]) for one in kept.papers),
            kept.as_of,
            {one.file: one.role for one in kept.papers if one.role},  # type: ignore[misc]
            kept.procedure,
            kept={one.file: state.Kept(one.document, one.version) for one in kept.papers},
            dossier=kept.id,
        )
    )
    return True
