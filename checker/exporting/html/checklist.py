"""The checklist as a table a group, and the questions that the papers cannot answer."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from checker.domain import ChecklistItem, Passage, Question
from checker.exporting.html.elements import element
from checker.exporting.wording import answers, cautious, place_of, questions_told
from checker.labels import ANSWER_LABELS, ANSWER_SIGNS, CHECKLIST_GROUPS

_QUOTE = 160  # characters: enough to know the sentence by


def checklist(
    items: Sequence[ChecklistItem], questions: Sequence[Question], *, named: bool = False
) -> Element | None:
    """The section, None where nothing was asked; with `named` a place also says which paper it is in."""
    if not (items or questions):
        return None
    ordered = sorted(items, key=lambda item: item.item)
    groups = [
        _group(label, members, named=named)
        for group, label in CHECKLIST_GROUPS.items()
        if (members := [item for item in ordered if item.group == group])
    ]
    return element(
        "section",
        element("h2", "Bảng kiểm lồng ghép giới"),
        element("p", answers(items, questions)),
        *groups,
        _questions(questions),
        class_="checklist",
    )


def _group(label: str, items: Sequence[ChecklistItem], *, named: bool) -> Element:
    heads = ("Số", "Câu hỏi", "Trả lời", "Dẫn chứng, phần còn thiếu")
    return element(
        "table",
        element("caption", label),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *(_row(item, named=named) for item in items)),
        class_="ruled",
    )


def _row(item: ChecklistItem, *, named: bool) -> Element:
    grounds = "; ".join(cautious(basis) for basis in item.legal_basis)
    return element(
        "tr",
        element("td", item.item),
        element("td", item.question, element("small", f"Căn cứ: {grounds}") if grounds else None),
        element("td", f"{ANSWER_SIGNS[item.answer]} {ANSWER_LABELS[item.answer]}", class_="answer"),
        element(
            "td",
            element("p", item.reason) if item.reason else None,
            *(element("p", _quoted(passage, named=named), class_="quoted") for passage in item.evidence),
        ),
    )


def _quoted(passage: Passage, *, named: bool) -> str:
    quote = " ".join(passage.quote.split())
    shown = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rstrip()}…"
    return f"“{shown}” ({place_of(passage, named=named)})"


def _questions(questions: Sequence[Question]) -> Element | None:
    if not questions:
        return None
    listed = (element("li", element("b", f"{one.question} "), one.why) for one in questions_told(questions))
    return element("div", element("h3", "Cần người rà soát trả lời"), element("ul", *listed))
