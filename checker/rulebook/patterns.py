"""Token patterns as rules write them: which words must be there for one to match at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.errors import InvalidRule
from checker.rulebook.phrases import Anchors
from checker.text import fold

Pattern = Sequence[Mapping[str, object]]


def pattern_anchors(pattern: Pattern) -> Anchors:
    """One anchor set for each token that names its words; InvalidRule where no token does."""
    named = [_words(token) for token in pattern if "OP" not in token or token["OP"] in ("+", "1")]
    anchors = tuple(frozenset(" ".join(fold(word).split()) for word in words) for words in named if words)
    if not anchors:
        raise InvalidRule("mẫu từ phải có ít nhất một từ cố định (LOWER)")
    return anchors


def _words(token: Mapping[str, object]) -> list[str]:
    lower = token.get("LOWER")
    if isinstance(lower, str):
        return [lower]
    listed = lower.get("IN", []) if isinstance(lower, dict) else []
    return [str(word) for word in listed]
