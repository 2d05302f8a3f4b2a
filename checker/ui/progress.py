"""The short wait: which step the check is at."""

from __future__ import annotations

import logging

import streamlit as st

from checker.checking import Progress, check_bytes
from checker.errors import CheckerError, UnreadableFile
from checker.reading.child import ReaderCrashed
from checker.ui import state
from checker.ui.layout import middle
from checker.ui.plain import plain
from checker.ui.rules import rulebook
from checker.ui.view import view
from checker.ui.viewer import language

UNEXPECTED = (
    "Chương trình gặp lỗi ngoài dự kiến. Hãy thử lưu lại tệp bằng Word dưới dạng .docx rồi chọn lại; "
    "nếu vẫn lỗi, hãy báo người quản trị, chi tiết nằm trong nhật ký của chương trình."
)

INSTALLATION = "Lỗi ở bản cài đặt, không phải ở tệp của bạn; hãy chuyển dòng sau cho người quản trị:"


def show(draft: state.Draft) -> None:
    """Check the draft, say where it is, keep the outcome and draw the page anew."""
    language()
    # Nothing where the former page stood: a container there would keep its content until the check ends.
    st.empty()
    with middle():
        st.header(f"Đang rà soát “{plain(draft.name)}”", anchor=False)
        bar = st.progress(0.0, text="Bắt đầu")

    def tell(step: str, share: float) -> None:
        bar.progress(min(share, 1.0), text=step)

    state.finish(outcome(draft, tell))
    st.rerun()


def outcome(draft: state.Draft, tell: Progress) -> state.Checked | state.Failure:
    """What came of the check; an unexpected error is logged and told in plain words."""
    try:
        report = check_bytes(draft.name, draft.data, rulebook=rulebook(), progress=tell)
        return state.Checked(draft, report, view(report))
    except UnreadableFile as error:
        if isinstance(error.__cause__, ReaderCrashed):
            logging.getLogger(__name__).exception("A reader crashed")
        return state.Failure(draft.name, str(error))
    except CheckerError as error:
        return state.Failure(draft.name, f"{INSTALLATION} {error}")
    except Exception:
        logging.getLogger(__name__).exception("A draft could not be checked")
        return state.Failure(draft.name, UNEXPECTED)
