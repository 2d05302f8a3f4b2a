"""A paper as the checklist reads it: its report, its clauses as views, and which of them are about gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.assessing.gender_part import gender_part
from checker.domain import Clause, Document, Finding, Passage, Role, Span
from checker.findings import passage_of
from checker.labels import DOCUMENT_LABELS
from checker.matching import ClauseViews
from checker.matching.anchors import AnchorIndex, build_index
from checker.matching.phrases import Pieces, any_phrase, find_phrase, overlaps, ranges
from checker.matching.views import View, view_of
from checker.rulebook.checklist import Checklist, Where
from checker.rulebook.phrases import Phrase
from checker.rulebook.profiles import Profiles
from checker.rulebook.tables import TableRule
from checker.structure import ancestors, old_text
from checker.tables import Side, clause_at, people
from checker.text.spans import overlap


@dataclass(frozen=True)
class CueIndex:
    """All phrases of a checklist, looked for in one pass over a clause; a phrase is known by its source."""

    anchors: AnchorIndex
    sources: tuple[str, ...]

    def near(self, view: View) -> Iterator[str]:
        """The phrases that can match in `view` at all."""
        return (self.sources[number] for number in self.anchors.complete(self.anchors.hits(view.words)))


@dataclass(frozen=True)
class Assessor:
    """The checklist and the profiles, ready to run.

    `apart` are the rules of findings that the checklist itself makes, and of those on tables: they speak of
    what is missing or wrong in a paper and neither answer nor contradict a question about its words.
    """

    checklist: Checklist
    profiles: Profiles
    cues: CueIndex
    apart: frozenset[str]


@dataclass(frozen=True)
class Source:
    """One paper; `findings` are those of rules over its clauses, `gender` the clauses of its part on gender,
    `candidates` where a phrase may stand."""

    role: Role
    document: Document
    findings: tuple[Finding, ...]
    views: ClauseViews
    gender: frozenset[int]
    candidates: Mapping[str, tuple[Clause, ...]]
    checklist: Checklist

    def passages(
        self, phrases: Iterable[Phrase], where: Where, *, avoid: Sequence[Span] = ()
    ) -> Iterator[Passage]:
        """Where any of the phrases stands without touching one of the spans `avoid`.

        In the part on gender bare claims of equality are passed over.
        """
        for phrase in phrases:
            for clause in self.candidates.get(phrase.source, ()):
                if self._is_asked(clause, where):
                    yield from self._in_clause(phrase, clause, where, avoid)

    def _is_asked(self, clause: Clause, where: Where) -> bool:
        if where == "gender":
            return clause.index in self.gender
        return clause.zone == "body" or where == "anywhere"

    @property
    def named(self) -> View:
        """The kind of document and its title: "Kế hoạch" stands above the title, not in it."""
        text = f"{DOCUMENT_LABELS.get(self.document.type, '')} {self.document.title}"
        return view_of(text, [Span(0, len(text))])

    def title(self) -> Passage:
        """Where the paper says what it is; where it has no title, its first clause."""
        clause = self.titled()
        return self.passage(clause, clause.span)

    def titled(self) -> Clause:
        """The clause of the title, else the first one of the body."""
        document = self.document
        named = (
            clause
            for clause in document.clauses
            if document.title and document.title[:40] in document.text[clause.span.start : clause.span.end]
        )
        body = (clause for clause in document.clauses if clause.zone == "body")
        return next(named, None) or next(body, document.clauses[0])

    def annex_by_sex(self) -> Passage | None:
        """The head of the first annex with a table that tells the sexes apart."""
        for table in self.document.tables:
            above = ancestors(self.document, self.document.clauses[table.clauses[0]])
            annex = next((clause for clause in above if clause.kind == "phu-luc"), None)
            if annex and table.about_people and table.has_sex:
                return self.passage(annex, annex.span)
        return None

    def is_by(self, bodies: Sequence[Phrase]) -> bool:
        """Whether the paper's issuer is one of the bodies."""
        issuer = self.document.issuer
        return any_phrase(bodies, view_of(issuer, [Span(0, len(issuer))]))

    def counted(self, side: Side, where: Where) -> Iterator[Passage]:
        """The rows of tables in which people of that sex are counted."""
        for table in self.document.tables:
            held = self.gender.intersection(table.clauses) if where == "gender" else table.clauses
            if not (table.about_people and held):
                continue
            for counts in people(self.document, table):
                if (counts.women if side == "women" else counts.men) is not None:
                    yield self.passage(clause_at(self.document, table, counts.span), counts.span)

    def _in_clause(
        self, phrase: Phrase, clause: Clause, where: Where, avoid: Sequence[Span]
    ) -> Iterator[Passage]:
        view = self.views.own(clause)
        names = ranges(self.checklist.ignored, view)
        kept_out = [*avoid, *old_text(self.document, clause)]

        def keep(pieces: Pieces) -> bool:
            span = view.span(pieces[0][0], pieces[-1][1])
            return not _within(pieces, names) and not any(overlap(span, one) for one in kept_out)

        for pieces in find_phrase(phrase, view, keep=keep):
            first, end = pieces[0][0], pieces[-1][1]
            if not (where == "gender" and self.asserts(view, first, end)):
                yield self.passage(clause, view.span(first, end))

    def asserts(self, view: View, first: int, end: int) -> bool:
        """Whether the sentence of syllables first..end-1 claims that all is well and shows nothing for it."""
        low, high = view.sentence(first, end)
        if any(word[0].isdigit() for word in view.words[low:high]):
            return False
        claims = any_phrase(self.checklist.assertions, view, start=low, end=high)
        return claims and not any_phrase(self.checklist.reasons, view, start=low, end=high)

    def passage(self, clause: Clause, span: Span) -> Passage:
        """The words of `span` with how a lawyer cites their place."""
        return passage_of(self.document, clause, span)


def _within(pieces: Pieces, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a piece takes words out of a name; one that has the whole name speaks of who bears it."""
    return any(
        overlaps([piece], [name]) and not (piece[0] <= name[0] and name[1] <= piece[1])
        for piece in pieces
        for name in names
    )


def build_cues(checklist: Checklist) -> CueIndex:
    """The index over every phrase that a criterion looks for."""
    phrases = {
        phrase.source: phrase
        for criterion in checklist.criteria
        for phrase in (
            *criterion.when,
            *criterion.waived,
            *criterion.each,
            *(cue for cues in criterion.parts.values() for cue in cues),
        )
    }
    return CueIndex(build_index([phrase.anchors for phrase in phrases.values()]), tuple(phrases))


def build_assessor(checklist: Checklist, profiles: Profiles, tables: Mapping[str, TableRule]) -> Assessor:
    """What asks papers under a rulebook."""
    own = {criterion.rule for criterion in checklist.criteria}
    return Assessor(checklist, profiles, build_cues(checklist), frozenset(own | tables.keys()))


def source_of(role: Role, views: ClauseViews, findings: Sequence[Finding], assessor: Assessor) -> Source:
    """The paper of that role, ready to be asked."""
    checklist = assessor.checklist
    document = views.document
    candidates: dict[str, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        if clause.zone in ("body", "preamble"):
            for phrase in assessor.cues.near(views.own(clause)):
                candidates[phrase].append(clause)
    return Source(
        role=role,
        document=document,
        findings=tuple(one for one in findings if one.rule not in assessor.apart),
        views=views,
        gender=frozenset(clause.index for clause in gender_part(views, checklist, role)),
        candidates={phrase: tuple(found) for phrase, found in candidates.items()},
        checklist=checklist,
    )
