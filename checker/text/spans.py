"""How spans stand to each other."""

from __future__ import annotations

from checker.domain import Span


def overlap(one: Span, other: Span) -> bool:
    """Whether the two share a character."""
    return one.start < other.end and other.start < one.end
