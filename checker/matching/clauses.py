"""What a rule may read around a clause: its own words, its chapeau, the headings above, its Điều."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, cast

from checker.domain import Clause, Document, Scope, Span
from checker.matching.views import View, view_of
from checker.structure import ancestors, clauses_of_dieu, dieu_of

T = TypeVar("T")


class ClauseViews:
    """The views of one document, each made once.

    Indexed by `Clause.index`. A chapeau is an ancestor that closes with a colon: its words govern
    the items under it and are read before theirs.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._own: dict[int, View] = {}
        self._chapeau: dict[int, View] = {}
        self._chain: dict[int, View] = {}
        self._headings: dict[int | None, View] = {}
        self._answers: dict[tuple[object, ...], object] = {}
        self._wide: dict[tuple[Scope, int], View] = {}

    def own(self, clause: Clause) -> View:
        """The clause's own words, without its number."""
        if clause.index not in self._own:
            self._own[clause.index] = view_of(self.document.text, [_words(clause)])
        return self._own[clause.index]

    def with_chapeau(self, clause: Clause) -> View:
        """The chapeaux above, outermost first, then the clause's own words."""
        if clause.index not in self._chapeau:
            above = self.chapeaux(clause)
            self._chapeau[clause.index] = self._joined([*above, clause]) if above else self.own(clause)
        return self._chapeau[clause.index]

    def chain(self, clause: Clause) -> View:
        """Every heading and chapeau above, outermost first, then the clause's own words."""
        if clause.index not in self._chain:
            self._chain[clause.index] = self._joined([*self.above(clause), clause])
        return self._chain[clause.index]

    def headings(self, clause: Clause) -> View:
        """Every heading and chapeau above, outermost first, without the clause's own words."""
        if clause.parent not in self._headings:
            self._headings[clause.parent] = self._joined(self.above(clause))
        return self._headings[clause.parent]

    def above(self, clause: Clause) -> list[Clause]:
        """The headings and chapeaux that a clause stands under, outermost first."""
        return [one for one in reversed(ancestors(self.document, clause)) if self._governs(one)]

    @cached_property
    def title(self) -> View:
        """The document's title: a view of a text of its own, so its spans are no spans of the document."""
        return view_of(self.document.title, [Span(0, len(self.document.title))])

    def heading(self, clause: Clause) -> Clause:
        """The heading of the Điều that a clause lies in; outside any, the clause itself."""
        return dieu_of(self.document, clause) or clause

    def remember(self, question: tuple[object, ...], answer: Callable[[], T]) -> T:
        """The answer to a question about a wide scope, worked out once for all clauses and rules that ask."""
        if question not in self._answers:
            self._answers[question] = answer()
        return cast(T, self._answers[question])

    def scope(self, clause: Clause, scope: Scope) -> View:
        """What a rule of that scope searches for its cues (of a sentence, the clause that holds it)."""
        if scope in ("sentence", "clause"):
            return self.chain(clause)
        key = (scope, self.unit(clause, scope))
        if key not in self._wide:
            self._wide[key] = self._joined(self._members(clause, scope))
        return self._wide[key]

    def unit(self, clause: Clause, scope: Scope) -> int:
        """The number of the first clause of the scope: `absent` makes one finding a unit."""
        return clause.index if scope in ("sentence", "clause") else self._members(clause, scope)[0].index

    def chapeaux(self, clause: Clause) -> list[Clause]:
        """The ancestors that close with a colon, outermost first."""
        above = [one for one in ancestors(self.document, clause) if self._is_chapeau(one)]
        return above[::-1]

    def next_sibling(self, clause: Clause) -> Clause | None:
        """The clause of the same parent and kind that follows at once, if there is one."""
        return self._next.get(clause.index)

    def previous_sibling(self, clause: Clause) -> Clause | None:
        """The clause of the same parent and kind just before, if there is one."""
        return self._previous.get(clause.index)

    @cached_property
    def _previous(self) -> dict[int, Clause]:
        clauses = self.document.clauses
        return {after.index: clauses[index] for index, after in self._next.items()}

    @cached_property
    def _next(self) -> dict[int, Clause]:
        last: dict[tuple[int | None, str], Clause] = {}
        following: dict[int, Clause] = {}
        for clause in self.document.clauses:
            before = last.get((clause.parent, clause.kind))
            if before is not None:
                following[before.index] = clause
            last[clause.parent, clause.kind] = clause
        return following

    @cached_property
    def _tables(self) -> dict[int, list[Clause]]:
        tables: dict[int, list[Clause]] = {}
        for clause in self.document.clauses:
            cell = self.document.blocks[clause.block].place.cell
            if cell is not None:
                tables.setdefault(cell.table, []).append(clause)
        return tables

    def _members(self, clause: Clause, scope: Scope) -> list[Clause]:
        if scope == "document":
            return list(self.document.clauses)
        cell = self.document.blocks[clause.block].place.cell
        if scope == "table" and cell is not None:
            return self._tables[cell.table]
        return list(clauses_of_dieu(self.document, clause)) or [clause]

    def _is_chapeau(self, clause: Clause) -> bool:
        text = self.document.text[clause.span.start : clause.span.end]
        return text.rstrip(" *_-").endswith(":")

    def _governs(self, clause: Clause) -> bool:
        return clause.kind not in ("khoan", "diem", "paragraph", "dash", "cell") or self._is_chapeau(clause)

    def _joined(self, clauses: list[Clause]) -> View:
        return view_of(self.document.text, [_words(clause) for clause in clauses])


def _words(clause: Clause) -> Span:
    return Span(max(clause.label.end, clause.span.start), clause.span.end)
