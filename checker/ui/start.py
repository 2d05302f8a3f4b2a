"""The first page: choose a draft, or open a sample."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from checker import resources
from checker.reading import ACCEPTED
from checker.ui import state
from checker.ui.layout import middle
from checker.ui.plain import plain
from checker.ui.viewer import language

FORMATS = [suffix.removeprefix(".") for suffix in ACCEPTED]

SAMPLE_NAMES = {
    "du-thao-nghi-dinh.docx": "Dự thảo nghị định",
    "ke-hoach-tinh.docx": "Kế hoạch của tỉnh",
    "huong-uoc-thon.docx": "Hương ước của thôn",
    "thong-tu-bo.pdf": "Thông tư của bộ (PDF)",
    "quyet-dinh-can-cu-cu.docx": "Quyết định dẫn văn bản cũ",
}


def show() -> None:
    """Draw the first page."""
    language()
    with middle():
        st.title("Rà soát lồng ghép giới trong dự thảo văn bản", anchor=False)
        st.markdown(
            "Chọn một dự thảo. Trang này chỉ ra những chỗ nên xem xét về bình đẳng giới, kèm lý do, "
            "căn cứ pháp lý và gợi ý câu chữ để bạn quyết định."
        )
        show_upload()
        show_failure()
        show_samples()


def show_upload() -> None:
    """The upload field with its line about privacy."""
    key = f"upload-{state.submissions()}"  # a new field each time: no file stays in the old one
    st.file_uploader(
        "Tệp dự thảo: Word (.docx, .doc), PDF, .rtf, .odt hoặc văn bản thuần (.txt)",
        type=FORMATS,
        key=key,
        on_change=submit_upload,
        args=(key,),
    )
    st.caption(
        "🔒 Tệp chỉ được xử lý trên máy đang chạy chương trình, không gửi đi nơi khác và không được lưu lại."
    )


def submit_upload(key: str) -> None:
    """Hand the uploaded file over to the check."""
    if (upload := st.session_state.get(key)) is not None:
        state.submit(state.Draft(upload.name, upload.getvalue()))


def show_failure() -> None:
    """Say in place why the last file was not checked, and what to do."""
    if failure := state.failure():
        st.error(f"Chưa kiểm tra được tệp “{plain(failure.name)}”. {plain(failure.sentence)}", icon="⚠️")


def show_samples() -> None:
    """One button for each sample document."""
    if not (paths := samples()):
        return
    st.markdown("**Chưa có dự thảo trong tay? Mở tài liệu mẫu:**")
    for column, path in zip(st.columns(max(len(paths), 2)), paths, strict=False):
        column.button(
            SAMPLE_NAMES.get(path.name, path.stem),
            key=f"sample-{path.name}",
            width="stretch",
            on_click=submit_sample,
            args=(path,),
        )


def samples() -> list[Path]:
    """The sample documents that can be opened, those with a kind name first."""
    found = {path.name: path for path in resources.folder("samples").iterdir()}
    return [found[name] for name in SAMPLE_NAMES if name in found]


def submit_sample(path: Path) -> None:
    """Hand a sample over to the check, like any upload."""
    state.submit(state.Draft(path.name, path.read_bytes()))
