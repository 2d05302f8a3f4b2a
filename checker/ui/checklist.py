"""The review checklist as the plain dictionary that the components draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.domain import ChecklistItem, Document, Passage, Question
from checker.exporting.segments import block_at
from checker.exporting.wording import answers, place_of, questions_told
from checker.labels import ANSWER_LABELS, ANSWER_SIGNS, CHECKLIST_GROUPS
from checker.ui.told import Plain, basis

QUOTE = 140  # characters: enough to know the sentence by


def checklist(
    items: Sequence[ChecklistItem],
    questions: Sequence[Question],
    documents: Mapping[str, Document],
    *,
    named: bool = False,
) -> Plain:
    """Answers by group and number, those that do not apply apart; places are blocks of `documents`.

    With `named` a place also says which paper it is in.
    """
    ordered = sorted(items, key=lambda item: item.item)
    asked = [item for item in ordered if item.answer != "not-applicable"]
    return {
        "summary": answers(items, questions),
        "groups": [
            {"label": label, "items": [answered(item, documents, named) for item in members]}
            for group, label in CHECKLIST_GROUPS.items()
            if (members := [item for item in asked if item.group == group])
        ],
        "unasked": [answered(item, documents, named) for item in ordered if item not in asked],
        "questions": [
            {"question": one.question, "why": one.why, "basis": [basis(law) for law in one.legal_basis]}
            for one in questions_told(questions)
        ],
    }


def answered(item: ChecklistItem, documents: Mapping[str, Document], named: bool) -> Plain:
    """One question with its answer in sign and word, the reason and the places it rests on."""
    return {
        "number": item.item,
        "question": item.question,
        "answer": item.answer,
        "sign": ANSWER_SIGNS[item.answer],
        "answerLabel": ANSWER_LABELS[item.answer],
        "reason": item.reason,
        "evidence": [place(passage, documents, named=named) for passage in item.evidence],
        "basis": [basis(law) for law in item.legal_basis],
    }


def place(passage: Passage, documents: Mapping[str, Document], *, named: bool) -> Plain:
    """Words of a paper, named as a lawyer does, with the block to scroll to."""
    document = documents.get(passage.file)
    quote = passage.quote if len(passage.quote) <= QUOTE else f"{passage.quote[:QUOTE].rstrip()}…"
    return {
        "quote": quote,
        "place": place_of(passage),
        "file": passage.file,
        "named": named,
        "block": block_at(document, passage.span.start) if document else None,
    }
