"""The first page: choose a draft or the papers of a dossier, or open a sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

import streamlit as st

from checker import resources
from checker.reading import ACCEPTED
from checker.reading.folders import Packet, read_packets
from checker.ui import addresses, comparing, kept, library, state, warming
from checker.ui.layout import middle
from checker.ui.plain import plain

FORMATS = [suffix.removeprefix(".") for suffix in ACCEPTED]

SAMPLE_NAMES = {
    "du-thao-nghi-dinh.docx": "Dự thảo nghị định",
    "ke-hoach-tinh.docx": "Kế hoạch của tỉnh",
    "huong-uoc-thon.docx": "Hương ước của thôn",
    "danh-gia-tac-dong.docx": "Báo cáo đánh giá tác động",
    "thong-tu-bo.pdf": "Thông tư của bộ (PDF)",
    "quyet-dinh-can-cu-cu.docx": "Quyết định, căn cứ cũ",
}

SAMPLE_DOSSIERS = {
    "ho-so-day-du": "Hồ sơ luật, đầy đủ",
    "ho-so-hinh-thuc": "Hồ sơ luật, hình thức",
    "ho-so-thieu": "Hồ sơ nghị quyết, còn thiếu",
}


def show() -> None:
    """Draw the first page."""
    warming.begin()
    with middle():
        st.title("Rà soát lồng ghép giới trong dự thảo văn bản", anchor=False)
        st.markdown(
            "Chọn một dự thảo, hoặc chọn cùng lúc mọi tài liệu của một hồ sơ. Trang này chỉ ra những chỗ "
            "nên xem xét về bình đẳng giới, kèm lý do, căn cứ pháp lý và gợi ý câu chữ để bạn quyết định."
        )
        show_upload()
        show_failure()
        show_samples()
        show_pages()


def show_pages() -> None:
    """The ways to the other pages, in a row."""
    st.markdown("**Việc khác:**")
    with st.container(horizontal=True):
        st.button("Mở hồ sơ đã lưu", key="kept", on_click=addresses.go_to, args=(kept.PAGE,))
        st.button("So sánh hai phiên bản", key="compare", on_click=addresses.go_to, args=(comparing.PAGE,))
        st.button("Bộ quy tắc", key="rules", on_click=library.read, args=("",))


def show_upload() -> None:
    """The upload field with its line about privacy."""
    key = f"upload-{state.submissions()}"  # a new field each time: no file stays in the old one
    st.file_uploader(
        "Tệp dự thảo: Word (.docx, .doc), PDF, .rtf, .odt hoặc văn bản thuần (.txt). "
        "Hồ sơ: nhiều tệp chọn cùng lúc, hoặc một tệp .zip",
        type=[*FORMATS, "zip"],
        accept_multiple_files=True,
        key=key,
        on_change=submit_upload,
        args=(key,),
    )
    with st.expander("Tùy chọn"):
        show_day()
    st.caption(
        "🔒 Tệp chỉ được xử lý trên máy đang chạy chương trình, không gửi đi nơi khác và chỉ được lưu lại "
        "khi bạn bấm Lưu."
    )


def show_day() -> None:
    """The day that the law is asked of: to be chosen before the file."""
    st.date_input(
        "Xét theo văn bản có hiệu lực ngày",
        value=None,
        format="DD/MM/YYYY",
        key="as-of",
        help="Để trống: theo ngày ghi trên dự thảo, hoặc hôm nay. Chỉ liên quan đến dẫn chiếu đã cũ.",
    )


def submit_upload(key: str) -> None:
    """Hand the uploaded file over to the check; several, or a zip, as a dossier."""
    uploads = st.session_state.get(key) or []
    day = st.session_state.get("as-of")
    if len(uploads) == 1 and not is_zip(uploads[0].name):
        state.submit(state.Draft(uploads[0].name, uploads[0].getvalue(), day))
    elif uploads:
        name = PurePath(uploads[0].name).stem if len(uploads) == 1 else f"{len(uploads)} tài liệu"
        state.submit(state.Bundle(name, tuple(Packet(one.name, one.getvalue()) for one in uploads), day))


def is_zip(name: str) -> bool:
    """Whether a file holds others, told by its ending."""
    return PurePath(name).suffix.lower() == ".zip"


def show_failure() -> None:
    """Say in place why the last file was not checked, and what to do."""
    if failure := state.failure():
        named = f"Chưa kiểm tra được tệp “{plain(failure.name)}”. " if failure.name else ""
        st.error(f"{named}{plain(failure.sentence)}", icon="⚠️")


def show_samples() -> None:
    """One button for each sample document, and for each sample dossier."""
    if not samples():
        return
    st.markdown("**Chưa có dự thảo trong tay? Mở tài liệu mẫu:**")
    show_buttons(SAMPLE_NAMES)
    show_buttons(SAMPLE_DOSSIERS)


def show_buttons(names: Mapping[str, str]) -> None:
    """A row of buttons that open samples, as wide as their names."""
    with st.container(horizontal=True):
        for path in samples():
            if path.name in names:
                key = f"sample-{path.name}"
                st.button(names[path.name], key=key, on_click=submit_sample, args=(path,))


def samples() -> list[Path]:
    """The sample documents and dossiers that can be opened, in the order of their buttons."""
    found = {path.name: path for path in resources.folder("samples").iterdir()}
    return [found[name] for name in (*SAMPLE_NAMES, *SAMPLE_DOSSIERS) if name in found]


def submit_sample(path: Path) -> None:
    """Hand a sample over to the check, like any upload."""
    if path.is_dir():
        state.submit(state.Bundle(SAMPLE_DOSSIERS[path.name], read_packets(path).files))
    else:
        state.submit(state.Draft(path.name, path.read_bytes()))
