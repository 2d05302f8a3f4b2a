"""A rulebook ready to run, and what a report says that it was made with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker import __version__
from checker.assessing import Assessor, build_assessor
from checker.matching import Matcher, build_matcher
from checker.references import ReferenceIndex, index_references
from checker.rulebook import Rulebook, load


@dataclass(frozen=True)
class Engine:
    """The rules over clauses, what is out of date over citations, the checklist over papers."""

    book: Rulebook
    matcher: Matcher
    references: ReferenceIndex
    assessor: Assessor
    told_once: frozenset[str]


@lru_cache(maxsize=4)
def engine_of(rulebook: Rulebook | None) -> Engine:
    """The engine of a rulebook, ours for None, made once a process."""
    book = rulebook or load()
    return Engine(
        book,
        build_matcher(book),
        index_references(book),
        build_assessor(book.checklist, book.profiles, book.tables),
        frozenset(one.rule.id for one in book.rules if one.rule.once and one.rule.kind != "absent"),
    )


def versions(book: Rulebook, day: date) -> dict[str, str | None]:
    """What a report was made with; `as_of`, the day at which the law is read, a consolidated text has not."""
    as_of = None if day == date.min else day.isoformat()
    return {"checker": __version__, "rules": book.sha256, "model": None, "as_of": as_of}
