"""The result: how many places by tier, downloads, and the document with its cards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from checker.exporting import docx as word
from checker.exporting import json
from checker.exporting.wording import headline
from checker.labels import document_label
from checker.ui import state
from checker.ui.plain import plain
from checker.ui.told import Plain
from checker.ui.viewer import viewer

WORD_SUFFIXES = (".docx", ".docm")
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(checked: state.Checked) -> None:
    """Draw the page of a checked draft."""
    draw(checked, {"alone": True}, leave=("Chọn tệp khác", state.forget))


def show_paper(opened: state.Opened) -> None:
    """Draw the page of a paper, at the place where it was opened, with the way back to its dossier."""
    draw(opened.paper, {"alone": False, "open": opened.block}, leave=("← Về hồ sơ", state.close_paper))


def draw(checked: state.Checked, how: Plain, *, leave: tuple[str, Callable[[], None]]) -> None:
    """Draw document and cards; `leave` is the label and the action of the way out."""
    words, actions = st.columns([3, 2], vertical_alignment="center")
    with words:
        show_words(checked)
    with actions.container(horizontal=True, horizontal_alignment="right"):
        show_actions(checked)
        st.button(leave[0], on_click=leave[1])
    viewer(data=checked.view | how, key="viewer")


def show_words(checked: state.Checked) -> None:
    """The draft's title, its file, and the count by tier."""
    document = checked.report.document
    name = f"{document_label(document)}: {document.title}" if document.title else checked.draft.name
    st.header(plain(name), anchor=False)
    st.markdown(f"{headline(checked.report.findings)} Tệp: {plain(checked.draft.name)}")


def show_actions(checked: state.Checked) -> None:
    """Take the result away. Files are made only when asked for."""
    stem = PurePath(checked.draft.name).stem
    st.download_button(
        "Tải bản Word có ghi chú",
        data=lambda: word_file(checked),
        file_name=f"{stem}-ra-soat{word_suffix(checked.draft.name)}",
        mime=WORD_TYPE,
        type="primary",
        on_click="ignore",
    )
    st.download_button(
        "Tải JSON",
        data=lambda: json.render(checked.report).encode(),
        file_name=f"{stem}-ra-soat.json",
        mime="application/json",
        help="Dữ liệu cho phần mềm khác",
        on_click="ignore",
    )


def word_suffix(name: str) -> str:
    """The file name's own ending for a Word file, .docx for what is made from another format."""
    suffix = PurePath(name).suffix
    return suffix if suffix.lower() in WORD_SUFFIXES else ".docx"


def word_file(checked: state.Checked) -> bytes:
    """The user's own Word file with comments, or a Word file built from another format."""
    if PurePath(checked.draft.name).suffix.lower() in WORD_SUFFIXES:
        return word.annotate(checked.draft.data, checked.report)
    return word.build(checked.report)
