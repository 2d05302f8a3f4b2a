"""Citations of legal documents in a text, and what of it is out of date."""

from checker.references.dating import day_of, later_note
from checker.references.grammar import Grammar, grammar_of
from checker.references.resolving import find_citations
from checker.references.stale import ReferenceIndex, Stale, find_stale, index_references

__all__ = [
    "Grammar",
    "ReferenceIndex",
    "Stale",
    "day_of",
    "find_citations",
    "find_stale",
    "grammar_of",
    "index_references",
    "later_note",
]
