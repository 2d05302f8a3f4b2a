"""People counted in tables: whether the figures fit together, and what they say of women and men."""

from __future__ import annotations

from checker.tables.cells import clause_at
from checker.tables.faults import Fault, faults, shown
from checker.tables.people import Counts, Side, people
from checker.tables.sexes import Compared, Row, compared

__all__ = ["Compared", "Counts", "Fault", "Row", "Side", "clause_at", "compared", "faults", "people", "shown"]
