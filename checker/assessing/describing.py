"""Which clauses of a paper tell of women and men without providing anything for them."""

from __future__ import annotations

from checker.assessing.gender_part import gender_part
from checker.domain import Role
from checker.matching import ClauseViews
from checker.rulebook.checklist import Checklist

_DESCRIBING: tuple[Role, ...] = (
    "danh-gia-tac-dong", "ban-danh-gia", "phu-luc-so-lieu-gioi", "bang-tiep-thu", "y-kien",
    "bao-cao-tham-dinh",
)  # fmt: skip


def describing(views: ClauseViews, checklist: Checklist, role: Role) -> frozenset[int]:
    """The clauses, by index, that describe: rules on what is provided (PROVISIONS) pass them over.

    Of a submission only its part on gender does: elsewhere it says what the draft will provide.
    """
    if role in _DESCRIBING:
        return frozenset(clause.index for clause in views.document.clauses)
    return (
        frozenset(one.index for one in gender_part(views, checklist, role))
        if role == "to-trinh"
        else frozenset()
    )
