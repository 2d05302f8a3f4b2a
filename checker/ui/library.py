"""The page of the rules: find one, read it, try a sentence, switch one off with a reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from checker.domain import Rule
from checker.errors import CheckerError
from checker.exporting.rules.content import Section, rule_sections
from checker.exporting.rules.references import reference_sections
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS
from checker.rulebook import Rulebook
from checker.store import switch_off
from checker.ui import addresses, keeping, rules, state, trying
from checker.ui.plain import plain

PAGE = "quy-tac"
_ASKED = "ma"
_SHOWN = 25
_LONGEST_REASON = 1000
_ALL = ""


class Entry(NamedTuple):
    """A rule of the library with what it says of itself."""

    rule: Rule
    sections: Sequence[Section]

    @property
    def words(self) -> str:
        """All its words, in small letters."""
        told = (self.rule.id, self.rule.title, *(item for one in self.sections for item in one.items))
        return " ".join(told).lower()


def show() -> None:
    """Draw the page."""
    heading, back = st.columns([4, 1], vertical_alignment="center")
    heading.title("Bộ quy tắc", anchor=False)
    way = "← Về kết quả" if state.held() else "← Rà soát dự thảo"
    back.button(way, key="back", on_click=addresses.leave_page, width="stretch")
    entries = _entries(rules.whole())
    _show_off(entries)
    finding, reading = st.columns([2, 3], gap="large")
    with finding:
        _show_found(entries)
    with reading:
        if chosen := entries.get(st.query_params.get(_ASKED, "")):
            _show_rule(chosen)
        else:
            trying.show(rules.of_session() or rules.whole(), read)


def read(rule: str) -> None:
    """Open the page at a rule; "" for none."""
    addresses.visit(PAGE, **({_ASKED: rule} if rule else {}))


def knows(rule: str) -> bool:
    """Whether a rule of that id can be read here: what the checklist finds is no rule."""
    return rule in _entries(rules.whole())


@lru_cache(maxsize=2)
def _entries(book: Rulebook) -> dict[str, Entry]:
    """All rules by id, those on what is out of date last."""
    found = {one.rule.id: Entry(one.rule, rule_sections(one, book.guards)) for one in book.rules}
    for entry in book.references:
        found[entry.entry.id] = Entry(entry.rule.rule, reference_sections(entry, book.guards))
    return found


def _show_off(entries: dict[str, Entry]) -> None:
    """Which rules are off, and why: never in silence."""
    for rule, reason in rules.off().items():
        words, action = st.columns([5, 1], vertical_alignment="center")
        title = entries[rule].rule.title if rule in entries else rule
        words.warning(f"Đang tắt: **{plain(title)}**. Lý do: {plain(reason)}")
        action.button("Bật lại", key=f"on-{rule}", on_click=_switch, args=(rule, None), width="stretch")


def _show_found(entries: dict[str, Entry]) -> None:
    words = st.text_input("Tìm quy tắc", key="rule-words", placeholder="mẹ, chủ hộ, nghỉ thai sản…")
    group = st.selectbox(
        "Nhóm",
        [_ALL, *CATEGORY_LABELS],
        format_func=lambda key: CATEGORY_LABELS.get(key, "Tất cả các nhóm"),
        key="rule-group",
    )
    found = [one for one in entries.values() if group in (_ALL, one.rule.category) and _has(one.words, words)]
    found.sort(key=lambda one: not _has(f"{one.rule.title} {one.rule.id}".lower(), words))
    more = f", hiện {_SHOWN} quy tắc đầu; gõ thêm để thu hẹp" if len(found) > _SHOWN else ""
    st.markdown(f"{len(found)} quy tắc{more}.")
    for one in found[:_SHOWN]:
        rule = one.rule
        sign = "⊘" if rule.id in rules.off() else TIER_SIGNS[rule.tier]
        st.button(f"{sign} {plain(rule.title)}", key=f"read-{rule.id}", on_click=read, args=(rule.id,))


def _has(said: str, words: str) -> bool:
    """Whether every word stands in what is said; a word typed without marks stands for all of its letters."""
    bare = _bare(said)
    return all(word in said or word in bare for word in words.lower().split())


def _bare(text: str) -> str:
    """The letters without their marks, for people who type none."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _show_rule(entry: Entry) -> None:
    rule = entry.rule
    st.button("← Thử một câu", key="try", on_click=read, args=("",))
    st.header(plain(rule.title), anchor=False)
    told = f"{TIER_SIGNS[rule.tier]} {TIER_LABELS[rule.tier]}, {CATEGORY_LABELS[rule.category]}"
    st.markdown(f"{told}. Mã: `{rule.id}`")
    _show_switch(rule.id)
    for section in entry.sections:
        st.subheader(section.head, anchor=False)
        bullet = "- " if section.listed else ""
        st.markdown("\n".join(f"{bullet}{plain(item)}" for item in section.items))


def _show_switch(rule: str) -> None:
    """Switch a rule off, with the reason that stands in each report; or on again."""
    reasons = rules.off()
    if rule in reasons:
        st.button("Bật lại quy tắc này", key="on-here", on_click=_switch, args=(rule, None))
        return
    with st.popover("Tắt quy tắc này…"):
        st.markdown(
            "Chỉ tắt trong phiên làm việc này; khi lưu dự thảo thì hồ sơ cũng nhớ. Kết quả rà soát ghi rõ "
            "quy tắc nào bị tắt, vì sao, và bao nhiêu chỗ không được nêu."
        )
        reason = st.text_area("Lý do", key=f"reason-{rule}", max_chars=_LONGEST_REASON).strip()
        if st.button("Tắt", key="off-now", type="primary"):
            if reason:
                _switch(rule, reason)
                st.rerun()
            st.warning("Hãy ghi lý do: người đọc kết quả cần biết vì sao quy tắc bị tắt.")
    if told := st.session_state.pop("switch-told", ""):
        st.error(told)


def _switch(rule: str, reason: str | None) -> None:
    """Switch a rule off, or on without a reason; for good where the draft on the page is kept."""
    reasons = rules.off()
    reasons.pop(rule, None)
    if reason:
        reasons[rule] = reason
    rules.put_off(reasons)
    checked = state.checked()
    if checked and (place := state.kept(checked)):
        try:
            switch_off(keeping.store(), place.document, reasons, by=keeping.who())
        except CheckerError as error:
            st.session_state["switch-told"] = str(error)
