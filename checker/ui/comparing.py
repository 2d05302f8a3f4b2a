"""The page that compares two versions of a draft: what became of its findings, and Điều by Điều."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from checker.comparing import compare, pieces
from checker.domain import (
    ClausePair,
    Comparison,
    Finding,
    FindingChange,
    Piece,
    PieceKind,
    Report,
    SectionPair,
)
from checker.errors import CheckerError
from checker.exporting.comparison import cited, grouped, headline, route, words_of
from checker.exporting.segments import order
from checker.labels import TIER_LABELS, TIER_SIGNS
from checker.reading import ACCEPTED
from checker.ui import addresses, progress, state, versions
from checker.ui.plain import plain
from checker.ui.view import view
from checker.ui.viewer import viewer

PAGE = versions.PAGE
_HELD = "comparison"
_READ = "read-in-comparison"
_FORMATS = [suffix.removeprefix(".") for suffix in ACCEPTED]
# Told by a sign and by strike or weight, not by colour alone.
_MARKS: dict[PieceKind, str] = {
    "same": "{}",
    "deleted": ":red-background[− ~~{}~~]",
    "inserted": ":green-background[+ **{}**]",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A comparison, and the kept versions that it is of; None for files chosen here."""

    pair: versions.Pair | None
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Reading:
    """A version that is being read at one of its findings; `finding` counts in reading order."""

    report: Report
    finding: int


def show() -> None:
    """Draw the page, or the version that is being read."""
    if isinstance(reading := st.session_state.get(_READ), Reading):
        _show_reading(reading)
        return
    heading, back = st.columns([4, 1], vertical_alignment="center")
    heading.title("So sánh hai phiên bản", anchor=False)
    back.button("← Rà soát dự thảo", key="back", on_click=_leave, width="stretch")
    if pair := versions.asked():
        versions.choose(pair)
        _compare_kept(pair)
    else:
        _show_upload()
    if held := _held():
        _show(held.comparison)


def _held() -> Held | None:
    held = st.session_state.get(_HELD)
    return held if isinstance(held, Held) and held.pair == versions.asked() else None


def _show_upload() -> None:
    left, right = st.columns(2)
    old = left.file_uploader("Bản cũ", type=_FORMATS, key="old-version")
    new = right.file_uploader("Bản mới", type=_FORMATS, key="new-version")
    if st.button("So sánh", type="primary", key="compare-now", disabled=not (old and new)) and old and new:
        _compare([state.Draft(file.name, file.getvalue()) for file in (old, new)], None)


def _compare_kept(pair: versions.Pair) -> None:
    """Compare the versions that the address names, unless they are compared already."""
    if _held():
        return
    try:
        drafts = versions.drafts(pair)
    except CheckerError as error:
        st.error(str(error))
        return
    _compare(drafts, pair)


def _show_reading(reading: Reading) -> None:
    """One version in the viewer, to be read: decisions are made where a draft is reviewed."""
    name, back = st.columns([4, 1], vertical_alignment="center")
    name.header(plain(reading.report.document.name), anchor=False)
    back.button("← Về so sánh", key="back-to-comparison", on_click=_stop_reading, width="stretch")
    how = {"alone": True, "known": [], "reading": True, "finding": reading.finding}
    viewer(data=view(reading.report) | how, key="compared")


def _read(report: Report, finding: Finding) -> None:
    st.session_state[_READ] = Reading(report, order(report.findings).index(finding))


def _stop_reading() -> None:
    st.session_state.pop(_READ, None)


def _leave() -> None:
    """Go back; what was compared is forgotten."""
    st.session_state.pop(_HELD, None)
    addresses.go_to("")


def _compare(drafts: Sequence[state.Draft], pair: versions.Pair | None) -> None:
    """Check both and hold the comparison in this session; say what could not be read."""
    st.session_state.pop(_HELD, None)
    reports = []
    for draft in drafts:
        came = _checked(draft)
        if isinstance(came, state.Failure):
            st.error(f"Chưa kiểm tra được tệp “{plain(came.name)}”. {plain(came.sentence)}", icon="⚠️")
        elif isinstance(came, state.Checked):
            reports.append(came.report)
    if len(reports) == len(drafts):
        st.session_state[_HELD] = Held(pair, compare(*reports))


def _checked(draft: state.Draft) -> state.Checked | state.Gathered | state.Failure:
    bar = st.progress(0.0, text=f"Đang rà soát “{plain(draft.name)}”")

    def tell(step: str, share: float) -> None:
        bar.progress(min(share, 1.0), text=f"“{plain(draft.name)}”: {step}")

    came = progress.outcome(draft, tell)
    bar.empty()
    return came


def _show(comparison: Comparison) -> None:
    st.markdown(f"**{plain(headline(comparison))}**")
    for label, changes in grouped(comparison).items():
        box = st.expander(f"{label} ({len(changes)})", key=f"fate-{label}", on_change="rerun")
        if box.open:  # what is folded costs nothing, so that a long law does not lag
            with box:
                for index, change in enumerate(changes):
                    _show_change(f"{label}-{index}", change, comparison)
    changed = [section for section in comparison.sections if section.changed]
    if changed:
        st.subheader("Điều khoản đổi lời", anchor=False)
        st.caption("− và chữ gạch: bị bỏ; + và chữ đậm: thêm vào. Phần không đổi lời không hiện ở đây.")
    for index, section in enumerate(changed):
        _show_section(index, section, comparison)


def _show_change(key: str, change: FindingChange, comparison: Comparison) -> None:
    """What became of a finding, with one button for each version that has it."""
    words, *places = st.columns([6, 1, 1], vertical_alignment="center")
    words.markdown(_entry(change))
    sides = (("Bản cũ", comparison.old, change.old), ("Bản mới", comparison.new, change.new))
    for column, (label, report, finding) in zip(places, sides, strict=True):
        if finding:
            help_ = f"Xem chỗ này trong {label.lower()}"
            column.button(
                label, key=f"read-{key}-{label}", help=help_, on_click=_read, args=(report, finding)
            )


def _entry(change: FindingChange) -> str:
    shown = [one for one in (change.old, change.new) if one]
    place = route(*(one.citation for one in (shown[0], shown[-1]))) or "cả văn bản"
    sign = f"{TIER_SIGNS[shown[-1].tier]} {TIER_LABELS[shown[-1].tier]}"
    return f"{sign}, **{plain(place)}**: {plain(shown[-1].message)}"


def _show_section(index: int, section: SectionPair, comparison: Comparison) -> None:
    old, new = comparison.old.document, comparison.new.document
    place = route(cited(old, section.old), cited(new, section.new))
    fate = "thêm mới" if section.old is None else "bị bỏ" if section.new is None else "đổi lời"
    box = st.expander(f"{plain(place)}: {fate}", key=f"section-{index}", on_change="rerun")
    if not box.open:
        return
    for pair in section.pairs:
        if pair.changed:
            _show_pair(pair, comparison, box.columns(2))


def _show_pair(pair: ClausePair, comparison: Comparison, columns: Sequence[DeltaGenerator]) -> None:
    old, new = comparison.old.document, comparison.new.document
    found = pieces(words_of(old, pair.old), words_of(new, pair.new))
    for column, title, place, left_out in (
        (columns[0], "Bản cũ", cited(old, pair.old), "inserted"),
        (columns[1], "Bản mới", cited(new, pair.new), "deleted"),
    ):
        column.caption(f"{title}: {plain(place) or 'không có'}")
        column.markdown(" ".join(_marked(piece) for piece in found if piece.kind != left_out))


def _marked(piece: Piece) -> str:
    words = plain(piece.text)
    return _MARKS[piece.kind].format(words) if words else ""
