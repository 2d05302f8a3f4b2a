"""A match and what the context says of it -> the finding that a reviewer reads."""

from __future__ import annotations

import hashlib
from collections import Counter

from checker.context import Verdict
from checker.domain import Document, Evidence, Finding, Span
from checker.matching import Match
from checker.text import fold

_QUOTE_SHOWN = 120


def finding_of(match: Match, verdict: Verdict, document: Document, seen: Counter[str]) -> Finding:
    """The finding of a match; `seen` counts equal ones, so that each has an id of its own."""
    rule, clause = match.rule.rule, match.clause
    span = _quote_span(match)
    quote = document.text[span.start : span.end]
    shown = quote if len(quote) <= _QUOTE_SHOWN else f"{quote[:_QUOTE_SHOWN].rstrip()}…"
    return Finding(
        id=_identity(rule.id, quote, document.text[clause.label.end : clause.span.end], seen),
        rule=rule.id,
        category=rule.category,
        tier="consider" if _is_lowered(verdict) and rule.tier in ("must", "should") else rule.tier,
        quote=quote,
        span=span,
        clause=clause.index,
        citation=clause.citation,
        place=document.blocks[clause.block].place,
        message=" ".join([rule.message.replace("{quote}", shown), *(one.reason for one in verdict.softened)]),
        why=rule.why,
        suggestion=_suggestion(match),
        legal_basis=rule.legal_basis,
        evidence=(
            *(Evidence(one) for one in match.spans),
            *(Evidence(cue, "context") for cue in verdict.cues),
        ),
        score=rule.score,
        softened=verdict.softened,
    )


def _is_lowered(verdict: Verdict) -> bool:
    return any(one.lowered for one in verdict.softened)


def _suggestion(match: Match) -> str | None:
    """The rule's suggestion; `{subject}` in it is the body that the clause is about, as it is named there."""
    suggest = match.rule.rule.suggest
    return suggest and suggest.replace("{subject}", match.missing.shown if match.missing else "")


def _quote_span(match: Match) -> Span:
    """From the first to the last trigger word inside the reported clause."""
    own = [
        span
        for span in match.spans
        if span.start >= match.clause.span.start and span.end <= match.clause.span.end
    ]
    return Span(own[0].start, max(span.end for span in own))


def _identity(rule: str, quote: str, clause: str, seen: Counter[str]) -> str:
    """An id made of the words, not of their place: it survives a move and a renumbering."""
    words = "\0".join([rule, " ".join(fold(quote).split()), " ".join(fold(clause).split())])
    seen[words] += 1
    return hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()[:12]
