"""Single provisions of law by their key, for papers that cite one whatever was found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from checker.domain import LegalBasis
from checker.resources import folder
from checker.rulebook.shelves import open_folder


def provision(key: str) -> LegalBasis:
    """The provision with its status, as rules/legal_basis.yml has it."""
    return _provisions()[key]


@lru_cache(maxsize=1)
def _provisions() -> Mapping[str, LegalBasis]:
    return open_folder(folder("rules")).basis
