"""Walks over the tree of a document; clauses are in reading order, so a subtree is a run of them."""

from __future__ import annotations

from checker.domain import Clause, Document

_UNITS = frozenset({"phu-luc", "phan", "chuong", "muc", "tieu-muc", "roman", "arabic", "letter"})


def ancestors(document: Document, clause: Clause) -> tuple[Clause, ...]:
    """The clauses that `clause` stands in, nearest first."""
    found = []
    parent = clause.parent
    while parent is not None:
        found.append(document.clauses[parent])
        parent = document.clauses[parent].parent
    return tuple(found)


def children(document: Document, clause: Clause) -> tuple[Clause, ...]:
    """The clauses whose parent is `clause`, in reading order."""
    return tuple(inner for inner in subtree(document, clause) if inner.parent == clause.index)


def subtree(document: Document, clause: Clause) -> tuple[Clause, ...]:
    """`clause` and everything under it, in reading order."""
    stop = clause.index + 1
    while stop < len(document.clauses) and _is_under(document.clauses[stop].parent, clause.index):
        stop += 1
    return document.clauses[clause.index : stop]


def _is_under(parent: int | None, index: int) -> bool:
    return parent is not None and parent >= index


def dieu_of(document: Document, clause: Clause) -> Clause | None:
    """The Điều that `clause` is or stands in, the nearest one; None outside any."""
    for found in (clause, *ancestors(document, clause)):
        if found.kind == "dieu":
            return found
    return None


def clauses_of_dieu(document: Document, clause: Clause) -> tuple[Clause, ...]:
    """The Điều of `clause`, heading first; outside any Điều the nearest heading's subtree, or itself.

    A scheme that a decision sets out whole in its Điều 1 has parts I, II, III there: each stands for a Điều.
    """
    line = (clause, *ancestors(document, clause))
    dieu = dieu_of(document, clause)
    kinds = _UNITS if dieu is None else frozenset({"dieu", "roman"})
    nearest = next((found for found in line if found.kind in kinds), None)
    return (clause,) if nearest is None else subtree(document, nearest)
