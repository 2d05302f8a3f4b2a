"""The short wait: which step the check is at."""

from __future__ import annotations

import logging
from dataclasses import replace

import streamlit as st

from checker.checking import Progress, check_bytes
from checker.dossier import Asked, check_packets
from checker.errors import CheckerError, UnreadableFile
from checker.reading.child import ReaderCrashed
from checker.reading.folders import unpack
from checker.ui import rules, state, warming
from checker.ui.layout import middle
from checker.ui.plain import plain
from checker.ui.view import identity, view

UNEXPECTED = (
    "Chương trình gặp lỗi ngoài dự kiến. Hãy thử lưu lại tệp bằng Word dưới dạng .docx rồi chọn lại; "
    "nếu vẫn lỗi, hãy báo người quản trị, chi tiết nằm trong nhật ký của chương trình."
)

INSTALLATION = "Lỗi ở bản cài đặt, không phải ở tệp của bạn; hãy chuyển dòng sau cho người quản trị:"


def show(waiting: state.Draft | state.Bundle) -> None:
    """Check what waits, say where it is, keep the outcome and draw the page anew."""
    # Nothing where the former page stood: a container there would keep its content until the check ends.
    st.empty()
    with middle():
        st.header(f"Đang rà soát “{plain(waiting.name)}”", anchor=False)
        bar = st.progress(0.0, text="Bắt đầu")

    def tell(step: str, share: float) -> None:
        bar.progress(min(share, 1.0), text=step)

    warming.begin().join()
    finish(waiting, outcome(waiting, tell))
    st.rerun()


def finish(waiting: state.Draft | state.Bundle, came: state.Checked | state.Gathered | state.Failure) -> None:
    """Keep what came; a draft out of the store has an address that outlives the server."""
    if isinstance(waiting, state.Bundle) and waiting.dossier and isinstance(came, state.Gathered):
        found = state.reports(came)
        kept = {identity(found[file]): place for file, place in waiting.kept.items() if file in found}
        state.finish(came, key=waiting.dossier, kept=kept, dossier=waiting.dossier)
        return
    place = waiting.kept if isinstance(waiting, state.Draft) else None
    if place and isinstance(came, state.Checked):
        state.finish(came, key=place.version, kept={str(came.view["id"]): place})
    else:
        state.finish(came)


def outcome(
    waiting: state.Draft | state.Bundle, tell: Progress
) -> state.Checked | state.Gathered | state.Failure:
    """What came of the check; an unexpected error is logged and told in plain words."""
    try:
        return gather(waiting, tell) if isinstance(waiting, state.Bundle) else check(waiting, tell)
    except UnreadableFile as error:
        if isinstance(error.__cause__, ReaderCrashed):
            logging.getLogger(__name__).exception("A reader crashed")
        return state.Failure(waiting.name, str(error))
    except CheckerError as error:
        return state.Failure(waiting.name, f"{INSTALLATION} {error}")
    except Exception:
        logging.getLogger(__name__).exception("A draft could not be checked")
        return state.Failure(waiting.name, UNEXPECTED)


def check(draft: state.Draft, tell: Progress) -> state.Checked:
    """The draft with its report; UnreadableFile where it cannot be read."""
    report = check_bytes(
        draft.name, draft.data, as_of=draft.as_of, rulebook=rules.of_session(), progress=tell
    )
    return state.Checked(draft, report, view(report))


def gather(bundle: state.Bundle, tell: Progress) -> state.Gathered:
    """The dossier with the reports of its papers; UnreadableFile where it holds nothing to read."""
    packets = unpack(bundle.files)
    packets = replace(packets, notes=tuple(dict.fromkeys((*bundle.notes, *packets.notes))))
    asked = Asked(bundle.roles, bundle.procedure, as_of=bundle.as_of, rulebook=rules.of_session())
    dossier = check_packets(bundle.name, packets.files, asked, notes=packets.notes, progress=tell)
    return state.Gathered(dossier, packets, asked)
