"""The bar of decisions over a draft, and what it tells the server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from checker.domain import Decision
from checker.errors import CheckerError, DecidedMeanwhile
from checker.labels import VERDICT_LABELS
from checker.store import decide, history
from checker.ui import keeping, state
from checker.ui.deciding import LONGEST_NAME, Desk, Word, add, as_plain, words
from checker.ui.viewer import review

KEY = "review"
_HANDLED = 500  # keys that are told back; a page repeats none that is older
_AGAIN = "Quyết định vừa rồi chưa được lưu; trang sẽ tự gửi lại."


def show(checked: state.Checked) -> None:
    """Draw the bar: who decides, how many are decided, undo, many at once."""
    desk = state.desk(checked)
    news = look(desk, state.kept(checked))
    told, late = st.session_state.pop("review-told", ("", False))
    findings = checked.report.findings
    known = {finding.id for finding in findings}
    review(
        data={
            "id": checked.view["id"],
            # What is good needs no decision, though it may get one.
            "due": [finding.id for finding in findings if finding.tier != "credit"],
            "decisions": {key: as_plain(one) for key, one in desk.current.items() if key in known},
            "handled": desk.handled[-_HANDLED:],
            "labels": dict(VERDICT_LABELS),
            "reviewer": st.session_state.get("reviewer", ""),
            "told": told or news,
            "late": late,
        },
        key=KEY,
        on_decide_change=lambda: receive(checked),
        on_reviewer_change=call,
    )


def call() -> None:
    """Remember under which name this page decides, for what is saved."""
    st.session_state["reviewer"] = str(st.session_state[KEY].get("reviewer") or "")[:LONGEST_NAME]


def look(desk: Desk, place: state.Kept | None) -> str:
    """Read what is kept of a draft -> a sentence on what others decided since this page looked last."""
    if place is None:
        return ""
    try:
        desk.history[:] = history(keeping.store(), place.document)
    except CheckerError as error:
        return str(error)
    new = [one for one in desk.history if one.number > desk.looked and one.number not in desk.own.values()]
    first = desk.looked == 0
    desk.looked = max((one.number for one in desk.history), default=0)
    return "" if first else others(new)


def others(new: Sequence[Decision]) -> str:
    """Who decided on how many places meanwhile."""
    counts = Counter(one.reviewer for one in new)
    told = ", ".join(f"{name} đã quyết định {count} chỗ" for name, count in counts.items())
    return f"Từ lần xem trước: {told}." if told else ""


def receive(checked: state.Checked) -> None:
    """Put what the page says on the desk, and into the store where the draft is kept."""
    desk = state.desk(checked)
    known = (finding.id for finding in checked.report.findings)
    new = [one for one in words(st.session_state[KEY].get("decide"), known) if one.key not in desk.handled]
    if new:
        st.session_state["reviewer"] = new[-1].decision.reviewer
    for word in new:
        try:
            write(desk, word, state.kept(checked))
        except DecidedMeanwhile as error:
            st.session_state["review-told"] = (str(error), True)
        except CheckerError as error:
            st.session_state["review-told"] = (f"{error} {_AGAIN}", False)
            return
        desk.handled.append(word.key)


def write(desk: Desk, word: Word, place: state.Kept | None) -> None:
    """One decision, on the desk alone or, where the draft is kept, in the store.

    A decision from here does not collide with the last one from here, seen by the page or not.
    """
    made = word.decision
    if place is None:
        add(desk, made)
        return
    seen = max(word.seen, desk.own.get(made.finding, 0))
    (kept,) = decide(keeping.store(), place.document, [made], seen={made.finding: seen})
    desk.history.append(kept)
    desk.own[made.finding] = kept.number
