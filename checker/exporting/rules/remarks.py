"""What is told of a remark that no clause makes: a test of tables, a question of the checklist."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.domain import LegalBasis, Tier
from checker.exporting.rules.content import Section, basis_in_words
from checker.labels import CATEGORY_LABELS, TIER_LABELS
from checker.rulebook import Rulebook

_FILLED = re.compile(r"\{\w+\}")


def remark_page(book: Rulebook, asked: str) -> tuple[list[str], list[Section]] | None:
    """Return the head and the sections of the table test or question of that id; None where there is none."""
    if table := book.tables.get(asked):
        said = _FILLED.sub("…", table.message)
        head = _head(table.title, asked, table.category, table.tier)
        return head, _sections(said, table.why, table.suggest, table.legal_basis)
    for one in book.checklist.criteria:
        if one.shortfall and one.rule == asked:
            shortfall = one.shortfall
            head = _head(one.question, asked, shortfall.category, shortfall.tier)
            said = (
                f"{shortfall.message} Nêu khi câu hỏi này của bảng kiểm được trả lời “không” hoặc “một phần”."
            )
            return head, _sections(said, shortfall.why, shortfall.suggest, one.legal_basis)
    return None


def _head(title: str, asked: str, category: str, tier: Tier) -> list[str]:
    return [title, f"{asked}, {CATEGORY_LABELS[category]}, {TIER_LABELS[tier].lower()}"]


def _sections(said: str, why: str, suggest: str | None, basis: Iterable[LegalBasis]) -> list[Section]:
    sections = [
        Section("Nội dung", (said,)),
        Section("Vì sao", (why,)),
        Section("Căn cứ", tuple(basis_in_words(one) for one in basis), listed=True),
        Section("Gợi ý", (suggest,) if suggest else ()),
    ]
    return [section for section in sections if section.items]
