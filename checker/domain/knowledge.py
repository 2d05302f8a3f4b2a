"""What the rule library knows: provisions of law, rules with their examples, guards, what is out of force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from checker.domain.papers import Provision, Span

Tier = Literal["must", "should", "consider", "credit"]
ReferenceKind = Literal["document", "provision", "body", "territory", "wording"]
RuleKind = Literal["phrase", "pattern", "pair", "contrast", "absent"]
Scope = Literal["sentence", "clause", "dieu", "table", "document"]
Status = Literal["verified", "secondary", "unverified"]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A provision that a rule rests on; `status` says how sure we are of its wording and force."""

    key: str
    law: str
    article: str
    status: Status
    summary: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a rule with its answer: `marks` are the spans that a bad example must match, exactly."""

    text: str
    marks: tuple[Span, ...] = ()
    better: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it was written. Fields mirror the YAML (docs/quy-tac.md); behaviour comes from `kind`."""

    id: str
    category: str
    title: str
    tier: Tier
    kind: RuleKind
    message: str
    why: str
    legal_basis: tuple[LegalBasis, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    todo: tuple[Example, ...] = ()
    match: tuple[str, ...] = ()
    patterns: tuple[tuple[Mapping[str, object], ...], ...] = ()
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_end: tuple[str, ...] = ()
    once: bool = False
    unless: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    scope: Scope = "clause"
    unless_scope: Scope = "clause"
    applies_to: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    gap: int = 12
    bare: bool = False
    suggest: str | None = None
    score: float = 0.8


@dataclass(frozen=True, slots=True)
class StaleReference:
    """What a draft should no longer cite from `since` on. Fields mirror rules/stale_references.yml.

    Documents and provisions are told by `numbers`, `titles` and `years`, the others by phrases; `names`
    maps an old name to the new one. `fact` is said of the quoted words; how sure it is, `basis` tells.
    """

    id: str
    title: str
    kind: ReferenceKind
    tier: Tier
    since: date
    fact: str
    replacement: str
    basis: LegalBasis
    note: str = ""
    numbers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    provisions: tuple[Provision, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    match: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    amended: bool = False
    proper: bool = False
    zone: Literal["", "preamble"] = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Shared context that justifies or softens a match, written once for all rules.

    `where` says how a cue must stand to the match: before, inside, after, around (the match lies in
    the cue) or anywhere in reach; `reach` is the text that is searched: the match's sentence, its
    clause with the chapeau, that with the headings above it (chain), or those headings alone.
    """

    id: str
    title: str
    kind: Literal["cue", "quotation", "person", "citation"]
    effect: Literal["silence", "consider", "note"]
    reason: str
    where: tuple[str, ...] = ("any",)
    reach: Literal["sentence", "clause", "chain", "headings"] = "sentence"
    cues: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    silent: tuple[Example, ...] = ()
    loud: tuple[Example, ...] = ()
