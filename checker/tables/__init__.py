"""People counted in tables: whether the figures fit together, and what they say of women and men."""

from __future__ import annotations

from checker.tables.cells import cells_of, clause_at, words_of
from checker.tables.faults import Fault, faults, shown
from checker.tables.people import Counts, Side, people, side_of
from checker.tables.sexes import Compared, Row, compared, title_of

__all__ = [
    "Compared", "Counts", "Fault", "Row", "Side", "cells_of", "clause_at", "compared", "faults", "people",
    "shown", "side_of", "title_of", "words_of",
]  # fmt: skip
