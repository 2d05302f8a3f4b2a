"""The page of what is kept: projects, their drafts and versions; open, rename, carry away, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from checker.domain import KeptDocument, KeptDossier, Project
from checker.errors import CheckerError
from checker.labels import moment_label
from checker.store import (
    delete_document,
    delete_dossier,
    delete_project,
    documents,
    dossiers,
    events,
    export_project,
    import_project,
    projects,
    rename_project,
    switches,
    version_named,
    versions,
)
from checker.ui import addresses, keeping, keeping_dossier, rules, state
from checker.ui import versions as compared
from checker.ui.layout import middle
from checker.ui.plain import plain

PAGE = "da-luu"
_LOST = (
    "Địa chỉ này không còn dẫn tới tài liệu nào: tài liệu chưa lưu chỉ được giữ vài giờ trong bộ nhớ của "
    "máy chủ. Hãy chọn lại tệp."
)
_DONE = {
    "create-project": "tạo hồ sơ",
    "rename-project": "đổi tên hồ sơ",
    "import-project": "nhập hồ sơ từ tệp",
    "delete-project": "xóa hồ sơ",
    "save-version": "lưu phiên bản",
    "delete-document": "xóa dự thảo",
    "save-dossier": "lưu hồ sơ thẩm định",
    "delete-dossier": "xóa hồ sơ thẩm định",
    "decide-accepted": "chấp nhận một chỗ",
    "decide-edited": "chấp nhận một chỗ, sửa câu chữ",
    "decide-dismissed": "không tiếp thu một chỗ",
    "decide-open": "bỏ một quyết định",
    "rule-off": "tắt một quy tắc",
    "rule-on": "bật lại một quy tắc",
}


def show() -> None:
    """Draw the page."""
    with middle():
        heading, back = st.columns([3, 1], vertical_alignment="center")
        heading.title("Hồ sơ đã lưu", anchor=False)
        back.button("← Rà soát dự thảo", on_click=addresses.go_to, args=("",), width="stretch")
        try:
            _show_kept(projects(keeping.store()))
        except CheckerError as error:
            st.error(str(error))


def _show_kept(found: Sequence[Project]) -> None:
    if told := st.session_state.pop("kept-told", ""):
        st.info(told)
    if not found:
        st.info("Chưa có hồ sơ nào được lưu. Hãy rà soát một dự thảo rồi bấm “Lưu…” ở trang kết quả.")
    for project in found:
        _show_project(project)
    _show_import()


def _show_project(project: Project) -> None:
    box = st.expander(plain(project.name), key=f"project-{project.id}", on_change="rerun")
    if not box.open:
        return
    with box:
        for dossier in dossiers(keeping.store(), project.id):
            _show_dossier(dossier)
        for document in documents(keeping.store(), project.id):
            _show_document(document)
        with st.container(horizontal=True):
            _show_tools(project)


def _show_dossier(dossier: KeptDossier) -> None:
    words, action = st.columns([4, 1], vertical_alignment="center")
    words.markdown(
        f"**Hồ sơ thẩm định: {plain(dossier.name)}**, {len(dossier.papers)} tài liệu, {plain(dossier.by)} "
        f"lưu lúc {moment_label(dossier.saved)}"
    )
    key = f"open-{dossier.id}"
    action.button("Mở hồ sơ", key=key, width="stretch", on_click=_open_dossier, args=(dossier.id,))
    _confirmed("Xóa hồ sơ thẩm định này", dossier.id, partial(delete_dossier, keeping.store(), dossier.id))


def _open_dossier(id_: str) -> None:
    if not keeping_dossier.open_kept(id_):
        st.session_state["kept-told"] = "Hồ sơ thẩm định này không còn được lưu; có thể người khác đã xóa."


def _show_document(document: KeptDocument) -> None:
    st.markdown(f"**{plain(document.name)}**")
    known = versions(keeping.store(), document.id)
    for before, version in reversed(list(zip([None, *known], known, strict=False))):
        words, action = st.columns([4, 1], vertical_alignment="center")
        words.markdown(
            f"Bản {version.ordinal}: {plain(version.file)}, {plain(version.by)} lưu lúc "
            f"{moment_label(version.saved)}"
        )
        action.button(
            "Mở", key=f"open-{version.id}", width="stretch", on_click=open_version, args=(version.id,)
        )
        if before:
            label = f"So sánh bản {before.ordinal} với bản {version.ordinal}"
            st.button(label, key=f"compare-{version.id}", on_click=compared.ask, args=(before.id, version.id))
    _confirmed("Xóa dự thảo này", document.id, partial(delete_document, keeping.store(), document.id))


def _show_tools(project: Project) -> None:
    with st.popover("Đổi tên"):
        name = st.text_input("Tên hồ sơ", project.name, key=f"name-{project.id}")
        st.button("Đổi tên", key=f"rename-{project.id}", on_click=_rename, args=(project, name))
    st.download_button(
        "Tải cả hồ sơ thành một tệp",
        data=lambda: export_project(keeping.store(), project.id),
        file_name="ho-so-da-luu.zip",
        mime="application/zip",
        on_click="ignore",
        key=f"export-{project.id}",
    )
    with st.popover("Nhật ký"):
        _show_trail(project)
    _confirmed("Xóa cả hồ sơ", project.id, partial(delete_project, keeping.store(), project.id))


def _show_trail(project: Project) -> None:
    st.markdown("Ai đã làm gì; nhật ký không ghi lời của dự thảo.")
    lines = [
        {"Lúc": moment_label(one.at), "Ai": one.who, "Việc": _DONE.get(one.action)}
        for one in reversed(events(keeping.store(), project=project.id))
    ]
    st.dataframe(lines, hide_index=True, width="stretch")


def _confirmed(label: str, key: str, delete: Callable[..., None]) -> None:
    """A deletion that is asked for twice, under a name."""
    with st.popover(label):
        st.markdown("Việc xóa không hoàn tác được: mọi phiên bản và quyết định sẽ mất.")
        by = st.text_input("Người xóa", st.session_state.get("reviewer", ""), key=f"by-{key}").strip()
        st.button("Xóa hẳn", key=f"delete-{key}", on_click=_act, args=(partial(delete, by=by), by, "Đã xóa."))


def _rename(project: Project, name: str) -> None:
    _act(partial(rename_project, keeping.store(), project.id, name, by=keeping.who()), name.strip(), "")


def _act(act: Callable[[], None], name: str, done: str) -> None:
    """Do it, and say what came of it; `name` must be given."""
    try:
        if name:
            act()
        st.session_state["kept-told"] = done if name else "Hãy ghi tên trước."
    except CheckerError as error:
        st.session_state["kept-told"] = str(error)


def _show_import() -> None:
    with st.popover("Nhập hồ sơ từ tệp đã tải về"):
        by = st.text_input("Người nhập", st.session_state.get("reviewer", ""), key="import-by")
        file = st.file_uploader("Tệp hồ sơ (.zip)", type=["zip"], key="import-file")
        if st.button("Nhập", key="import-now", disabled=not (file and by.strip())) and file:
            try:
                import_project(keeping.store(), file.getvalue(), by=by.strip())
            except CheckerError as error:
                st.error(str(error))
            else:
                st.rerun()


def open_address(address: str) -> None:
    """Open the version that the page's address names; say so where it names nothing that is there."""
    if not keeping_dossier.open_kept(address):
        open_version(address)
    if not state.waiting():
        state.lose(_LOST)


def open_version(version_id: str) -> None:
    """Check a kept version anew and open it with its decisions; its address can be shared in the office."""
    try:
        version, data = version_named(keeping.store(), version_id)
        off = switches(keeping.store(), version.document)
    except CheckerError as error:
        st.session_state["kept-told"] = str(error)
        return
    rules.put_off(off)
    state.submit(
        state.Draft(version.file, data, version.as_of, kept=state.Kept(version.document, version.id))
    )
