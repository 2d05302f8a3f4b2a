"""The result taken away: the annotated Word file at once, all other formats behind one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import Generic, NamedTuple, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

import streamlit as st

from checker.domain import Dossier, Report
from checker.exporting import docx as word
from checker.exporting import html, json, papers, pdf, sarif, xlsx
from checker.exporting.verdicts import Decisions
from checker.ui import state
from checker.ui.deciding import Desk

PDF_SUFFIX = ".pdf"
WORD_SUFFIXES = (".docx", ".docm")
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


T = TypeVar("T")


class Format(NamedTuple, Generic[T]):
    """One entry of a menu: how its file ends and what makes it, of a report or a dossier, when asked for."""

    label: str
    ending: str
    mime: str
    render: Callable[[T, Decisions], bytes]


FORMATS: Sequence[Format[Report]] = (
    Format("HTML để in", "ra-soat.html", "text/html", lambda r, d: html.render(r, decisions=d).encode()),
    Format("Excel", "ra-soat.xlsx", EXCEL_TYPE, lambda r, d: xlsx.render([r], decisions=d)),
    Format(
        "Ý kiến thẩm định", "y-kien.docx", WORD_TYPE, lambda r, d: papers.render_opinion([r], decisions=d)
    ),
    Format(
        "Ý kiến thẩm định, cả nhận xét chưa kết luận",
        "y-kien-ca-chua-ket-luan.docx",
        WORD_TYPE,
        lambda r, d: papers.render_opinion([r], decisions=d, with_open=True),
    ),
    Format("Phụ lục số liệu", "phu-luc.docx", WORD_TYPE, lambda r, d: papers.render_annex([r], decisions=d)),
    Format(
        "Bảng tiếp thu, giải trình",
        "tiep-thu.docx",
        WORD_TYPE,
        lambda r, d: papers.render_response([r], decisions=d),
    ),
    Format("JSON", "ra-soat.json", "application/json", lambda r, _: json.render(r).encode()),
    Format("SARIF", "ra-soat.sarif", "application/json", lambda r, d: sarif.render(r, decisions=d).encode()),
)


DOSSIER_FORMATS: Sequence[Format[Dossier]] = (
    Format("HTML để in", "ra-soat.html", "text/html", lambda d, _: html.render_dossier(d).encode()),
    Format("Excel", "ra-soat.xlsx", EXCEL_TYPE, lambda d, said: xlsx.render_dossier(d, decisions=said)),
    Format(
        "Ý kiến thẩm định",
        "y-kien.docx",
        WORD_TYPE,
        lambda d, said: papers.render_opinion(d.reports, decisions=said),
    ),
    Format(
        "Ý kiến thẩm định, cả nhận xét chưa kết luận",
        "y-kien-ca-chua-ket-luan.docx",
        WORD_TYPE,
        lambda d, said: papers.render_opinion(d.reports, decisions=said, with_open=True),
    ),
    Format(
        "Phụ lục số liệu",
        "phu-luc.docx",
        WORD_TYPE,
        lambda d, said: papers.render_annex(d.reports, decisions=said),
    ),
    Format(
        "Bảng tiếp thu, giải trình",
        "tiep-thu.docx",
        WORD_TYPE,
        lambda d, said: papers.render_response(d.reports, decisions=said),
    ),
    Format("JSON", "ra-soat.json", "application/json", lambda d, _: json.render_dossier(d).encode()),
)


def show(checked: state.Checked, desk: Desk) -> None:
    """Draw the buttons. Files are made only when asked for, of the decisions that stand on the desk then."""
    stem = PurePath(checked.draft.name).stem
    word_button(checked, desk, stem, "Tải bản Word có ghi chú", main=True)
    with st.popover("Tải kết quả"):
        word_button(checked, desk, stem, "Word có ghi chú", main=False)
        if PurePath(checked.draft.name).suffix.lower() == PDF_SUFFIX:
            pdf_button(checked, desk, stem)
        st.download_button(
            "Word kèm trang quy tắc, căn cứ (.zip)",
            data=lambda: both(checked, desk, stem),
            file_name=f"{stem}-ra-soat.zip",
            mime="application/zip",
            on_click="ignore",
            width="stretch",
        )
        for one in FORMATS:
            button(checked.report, lambda: desk.current, stem, one)


def word_button(checked: state.Checked, desk: Desk, stem: str, label: str, *, main: bool) -> None:
    """The button for the user's own file with comments; it stands on the page and in the menu."""
    st.download_button(
        label,
        data=lambda: word_file(checked, desk),
        file_name=f"{stem}-ra-soat{word_suffix(checked.draft.name)}",
        mime=WORD_TYPE,
        type="primary" if main else "secondary",
        on_click="ignore",
        width="content" if main else "stretch",
    )


def pdf_button(checked: state.Checked, desk: Desk, stem: str) -> None:
    """The button for the user's own PDF with highlights."""
    st.download_button(
        "PDF có tô sáng, ghi chú",
        data=lambda: pdf.annotate(checked.draft.data, checked.report, decisions=desk.current),
        file_name=f"{stem}-ra-soat.pdf",
        mime="application/pdf",
        on_click="ignore",
        width="stretch",
    )


def show_dossier(dossier: Dossier) -> None:
    """Draw the menu of a dossier; its papers are taken away from their own pages."""
    with st.popover("Tải kết quả"):
        for one in DOSSIER_FORMATS:
            button(dossier, decided, "ho-so", one)


def decided() -> Decisions:
    """What was decided on the papers of this session, by finding."""
    now = state.held()
    desks = now.desks.values() if now else ()
    return {finding: one for desk in desks for finding, one in desk.current.items()}


def button(subject: T, decisions: Callable[[], Decisions], stem: str, wanted: Format[T]) -> None:
    """One entry of the menu."""
    st.download_button(
        wanted.label,
        data=lambda: wanted.render(subject, decisions()),
        file_name=f"{stem}-{wanted.ending}",
        mime=wanted.mime,
        on_click="ignore",
        width="stretch",
    )


def word_suffix(name: str) -> str:
    """The file name's own ending for a Word file, .docx for what is made from another format."""
    suffix = PurePath(name).suffix
    return suffix if suffix.lower() in WORD_SUFFIXES else ".docx"


def word_file(checked: state.Checked, desk: Desk, *, page: str = "") -> bytes:
    """The user's own Word file with what stands on the desk, or a Word file made from another format."""
    draft = checked.draft
    return word.export(draft.name, draft.data, checked.report, decisions=desk.current, page=page)


def both(checked: state.Checked, desk: Desk, stem: str) -> bytes:
    """The Word file and the page that the legal basis in its comments leads to, in one archive."""
    page = f"{stem}-ra-soat.html"
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        name = f"{stem}-ra-soat{word_suffix(checked.draft.name)}"
        archive.writestr(name, word_file(checked, desk, page=page))
        archive.writestr(page, html.render(checked.report, decisions=desk.current))
    return target.getvalue()
