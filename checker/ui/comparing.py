"""The page that compares two versions of a draft: what became of its findings, and Điều by Điều."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from checker.comparing import compare, pieces
from checker.domain import ClausePair, Comparison, FindingChange, Piece, PieceKind, SectionPair
from checker.exporting.comparison import cited, grouped, headline, route, words_of
from checker.labels import TIER_LABELS, TIER_SIGNS
from checker.reading import ACCEPTED
from checker.ui import addresses, progress, state
from checker.ui.plain import plain

PAGE = "so-sanh"
_HELD = "comparison"
_ASKED = "to-compare"
_FORMATS = [suffix.removeprefix(".") for suffix in ACCEPTED]
# Told by a sign and by strike or weight, not by colour alone.
_MARKS: dict[PieceKind, str] = {
    "same": "{}",
    "deleted": ":red-background[− ~~{}~~]",
    "inserted": ":green-background[+ **{}**]",
}


def show() -> None:
    """Draw the page."""
    heading, back = st.columns([4, 1], vertical_alignment="center")
    heading.title("So sánh hai phiên bản", anchor=False)
    back.button("← Rà soát dự thảo", key="back", on_click=_leave, width="stretch")
    left, right = st.columns(2)
    old = left.file_uploader("Bản cũ", type=_FORMATS, key="old-version")
    new = right.file_uploader("Bản mới", type=_FORMATS, key="new-version")
    if st.button("So sánh", type="primary", key="compare-now", disabled=not (old and new)) and old and new:
        _compare([state.Draft(file.name, file.getvalue()) for file in (old, new)])
    if asked := st.session_state.pop(_ASKED, None):
        _compare(asked)
    if isinstance(comparison := st.session_state.get(_HELD), Comparison):
        _show(comparison)


def ask(old: state.Draft, new: state.Draft) -> None:
    """Go to the page and compare these two there."""
    st.session_state[_ASKED] = (old, new)
    addresses.go_to(PAGE)


def _leave() -> None:
    """Go back; what was compared is forgotten."""
    st.session_state.pop(_HELD, None)
    addresses.go_to("")


def _compare(drafts: Sequence[state.Draft]) -> None:
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
        st.session_state[_HELD] = compare(*reports)


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
            box.markdown("\n".join(map(_entry, changes)))
    changed = [section for section in comparison.sections if section.changed]
    if changed:
        st.subheader("Điều khoản đổi lời", anchor=False)
        st.caption("− và chữ gạch: bị bỏ; + và chữ đậm: thêm vào. Phần không đổi lời không hiện ở đây.")
    for index, section in enumerate(changed):
        _show_section(index, section, comparison)


def _entry(change: FindingChange) -> str:
    shown = [one for one in (change.old, change.new) if one]
    place = route(*(one.citation for one in (shown[0], shown[-1]))) or "cả văn bản"
    sign = f"{TIER_SIGNS[shown[-1].tier]} {TIER_LABELS[shown[-1].tier]}"
    return f"- {sign}, **{plain(place)}**: {plain(shown[-1].message)}"


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
