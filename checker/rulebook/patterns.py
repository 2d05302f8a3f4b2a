"""Token patterns as rules write them: which words must be there for one to match at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.errors import InvalidRule
from checker.rulebook.phrases import Anchors
from checker.text import fold

Pattern = Sequence[Mapping[str, object]]
_PLAIN = ("LOWER", "TAG", "POS", "OP")


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


def refuse_regex(patterns: Sequence[Pattern]) -> None:
    """Raise InvalidRule where a pattern asks for more than words, tags and repeats: a regex may never end."""
    for key, value in (field for pattern in patterns for token in pattern for field in token.items()):
        listed = value if isinstance(value, dict) else {}
        plain = isinstance(value, str) or all(
            name in ("IN", "NOT_IN") and isinstance(words, list) for name, words in listed.items()
        )
        if key not in _PLAIN or not plain:
            raise InvalidRule(
                f"quy tắc riêng chỉ được dùng {', '.join(_PLAIN)} với từ hoặc IN, NOT_IN; không có {key}"
            )
