"""A match in its context, or a remark at a place -> the finding that a reviewer reads."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.context import Verdict
from checker.domain import (
    Clause,
    Document,
    Evidence,
    Finding,
    LegalBasis,
    Passage,
    Place,
    Span,
    Tier,
)
from checker.matching import Match
from checker.text import fold

_QUOTE_SHOWN = 120
_DANGLING = re.compile(r"[\s,]+(?:do|ở|tại|có|cho|của|từ|về|theo|được)$")


@dataclass(frozen=True)
class Remark:
    """What is said of a paper where no rule over clauses spoke: a part that is missing, a table, a dossier.

    `known_by` are the words that, with the rule, make the id: what stays when the paper is edited.
    """

    rule: str
    category: str
    tier: Tier
    message: str
    why: str
    suggestion: str | None
    known_by: tuple[str, ...]
    legal_basis: Sequence[LegalBasis] = ()
    score: float = 1.0


def finding_at(remark: Remark, at: Passage | None) -> Finding:
    """The finding of a remark at a place; without one, of what is not there at all, its quote is empty."""
    return Finding(
        id=_digest(remark.rule, *remark.known_by),
        rule=remark.rule,
        category=remark.category,
        tier=remark.tier,
        quote=at.quote if at else "",
        span=at.span if at else Span(0, 0),
        clause=at.clause if at else 0,
        citation=at.citation if at else "",
        place=at.place if at else Place(1),
        message=remark.message,
        why=remark.why,
        suggestion=remark.suggestion,
        legal_basis=tuple(remark.legal_basis),
        evidence=(Evidence(at.span),) if at else (),
        score=remark.score,
    )


def passage_of(document: Document, clause: Clause, span: Span) -> Passage:
    """The words of `span` with how a lawyer cites their place."""
    return Passage(
        document.name,
        span,
        document.text[span.start : span.end],
        clause.citation,
        document.blocks[clause.block].place,
        clause.index,
    )


def finding_of(match: Match, verdict: Verdict, document: Document, seen: Counter[str]) -> Finding:
    """The finding of a match; `seen` counts equal ones, so that each has an id of its own."""
    rule, clause = match.rule.rule, match.clause
    span = _quote_span(match)
    quote = document.text[span.start : span.end]
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
        message=" ".join(
            [rule.message.replace("{quote}", _shown(quote)), *(one.reason for one in verdict.softened)]
        ),
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


def _shown(quote: str) -> str:
    """The quote as a sentence can hold it: not too long, and not broken off at a word that leads on."""
    if len(quote) > _QUOTE_SHOWN:
        return f"{quote[:_QUOTE_SHOWN].rstrip()}…"
    return _DANGLING.sub("", quote)


def _is_lowered(verdict: Verdict) -> bool:
    return any(one.lowered for one in verdict.softened)


def _suggestion(match: Match) -> str | None:
    """The rule's suggestion; `{subject}` in it is the body that the clause is about, as it is named there.

    Where it has no name, the sentence does without.
    """
    suggest = match.rule.rule.suggest
    shown = match.missing.shown if match.missing else ""
    return suggest and suggest.replace("{subject}" if shown else " {subject}", shown)


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
    words = (rule, " ".join(fold(quote).split()), " ".join(fold(clause).split()))
    seen["\0".join(words)] += 1
    return _digest(*words, str(seen["\0".join(words)]))


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]
