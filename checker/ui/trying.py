"""A sentence tried under the rules: what is said of it, what was held down, what came near."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import streamlit as st

from checker.checking import check_document
from checker.domain import Finding, NearMiss, Report, Suppressed
from checker.labels import DOCUMENT_LABELS, TIER_LABELS, TIER_SIGNS
from checker.proving import as_document
from checker.rulebook import Rulebook
from checker.ui.plain import plain

_LONGEST = 2000  # characters: a sentence, not a draft
_NEAR = 8
_KIND = "quyet-dinh"

Read = Callable[[str], None]


def show(book: Rulebook, read: Read) -> None:
    """Draw the field and what the rules say; `read` opens a rule by its id."""
    st.subheader("Thử một câu", anchor=False)
    sentence = st.text_area(
        "Câu hoặc điều khoản",
        key="sentence",
        max_chars=_LONGEST,
        placeholder="Lao động nữ được nghỉ khi con ốm.",
    )
    kind = st.selectbox(
        "Xét như trong loại văn bản",
        list(DOCUMENT_LABELS),
        index=list(DOCUMENT_LABELS).index(_KIND),
        format_func=lambda key: DOCUMENT_LABELS[key],
        key="sentence-kind",
    )
    st.button("Thử", key="try-now", type="primary")  # leaving the field is enough; people look for a button
    if not sentence.strip():
        st.caption("Câu được xét bằng đúng những quy tắc dùng để rà soát; quy tắc đang tắt được nói rõ.")
        return
    document, _ = as_document(sentence.strip(), kind)
    _show_report(check_document(document, rulebook=book, explain=True), read)


def _show_report(report: Report, read: Read) -> None:
    spoken = [one for one in report.findings if one.quote]
    if not (spoken or report.suppressed):
        st.markdown(" ".join(["Không có nhận xét về câu này.", *_unread(report)]))
    for index, one in enumerate(spoken):
        _show_line(_found(one), one.rule, f"found-{index}", read)
    for index, held in enumerate(report.suppressed):
        _show_line(_held(held), held.finding.rule, f"held-{index}", read)
    near = report.trace.near[:_NEAR] if report.trace else ()
    if near:
        st.markdown("**Gần khớp nhưng không nêu**")
    for index, miss in enumerate(near):
        _show_line(_near(miss, report), miss.rule, f"near-{index}", read)


def _show_line(words: str, rule: str, key: str, read: Read) -> None:
    told, action = st.columns([5, 1], vertical_alignment="center")
    told.markdown(words)
    action.button("Xem", key=key, help=rule, on_click=read, args=(rule,), width="stretch")


def _found(one: Finding) -> str:
    softened = "".join(f" Bối cảnh: {plain(each.reason)}" for each in one.softened)
    better = f" Gợi ý: {plain(one.redraft or one.suggestion or '')}" if one.redraft or one.suggestion else ""
    sign = f"{TIER_SIGNS[one.tier]} {TIER_LABELS[one.tier]}"
    return f"**{sign}** “{plain(one.quote)}”: {plain(one.message)}{better}{softened}"


def _held(held: Suppressed) -> str:
    return f"**◌ Giữ lại, không nêu** “{plain(held.finding.quote)}”: {plain(held.reason)}"


def _near(miss: NearMiss, report: Report) -> str:
    text = report.document.text
    words = ", ".join(f"“{plain(text[span.start : span.end])}”" for span in miss.spans)
    return f"· {words}: {plain(miss.reason)}"


def _unread(report: Report) -> Iterator[str]:
    """Why the sentence was not read by any rule, where that is so."""
    if report.trace:
        yield from (plain(why) for index, why in report.trace.not_judged.items() if index)
