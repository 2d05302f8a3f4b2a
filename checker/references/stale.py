"""What a document cites that is out of date: citations by number and title, bodies and wordings by phrases.

One pass for all entries together: citations are looked up in dictionaries, phrases are sieved by their
anchors (`checker.matching.anchors`), so that the cost does not grow with the entries.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checker.domain import Citation, Clause, Document, Span, StaleReference
from checker.matching import ClauseViews, Match
from checker.references.grammar import Grammar, grammar_of
from checker.references.kinds import KINDS
from checker.references.names import name_key
from checker.references.numbers import NUMBER, date_at, kind_of, number_key
from checker.references.provisions import meets
from checker.references.resolving import find_citations
from checker.references.wordings import Wordings, index_wordings, worded
from checker.rulebook import Rulebook
from checker.rulebook.references import CompiledReference
from checker.text import fold

_READ = ("preamble", "body", "recipients")
_PARTS = ("body", "textbox")
_ENACTS = " ban hành "  # "Quốc hội ban hành Luật …": the title of the act itself
_ISSUED = re.compile(r"\bngày [\d/.-]+(?: tháng \d+)?(?: (?:tháng|năm) \d+)* của (?:liên )?$", re.IGNORECASE)
_PAPER = re.compile(
    r"[^.;:\n]{0,80}?\btại (?:các )?(?:Tờ trình|Công văn|Văn bản|Báo cáo|Đơn|Biên bản|Thông báo|Đề án)\b"
    r"[^;\n]{0,60}?(?= ?ngày \d)"
)
_FAR = 200  # characters from an author to the day of the paper
_NEAR = 60  # characters in which a date stands before an issuer
_KIND_WORDS = {kind: word for word, kind in KINDS.items()} | {"": ""}


@dataclass(frozen=True)
class ReferenceIndex:
    """The entries of a rulebook ready to be looked up: by number, by title, by their phrases."""

    grammar: Grammar
    by_number: Mapping[str, tuple[CompiledReference, ...]]
    by_title: Mapping[str, tuple[CompiledReference, ...]]
    wordings: Wordings


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference found in a text, and the day since which it is out of date."""

    match: Match
    since: date


def index_references(book: Rulebook) -> ReferenceIndex:
    """The index of a rulebook's entries."""
    by_number: dict[str, list[CompiledReference]] = defaultdict(list)
    by_title: dict[str, list[CompiledReference]] = defaultdict(list)
    # A provision says more than the document that it stands in.
    for one in sorted(book.references, key=lambda one: one.entry.kind != "provision"):
        for number in one.entry.numbers:
            for key in _number_keys(number):
                by_number[key].append(one)
        for title in one.entry.titles:
            by_title[name_key(title)].append(one)
    return ReferenceIndex(
        grammar_of(book.names.laws, book.names.agencies),
        {key: tuple(found) for key, found in by_number.items()},
        {key: tuple(found) for key, found in by_title.items()},
        index_wordings(book.references),
    )


def _number_keys(number: str) -> Iterator[str]:
    """A number whole and, where it has a year, without its code: "Nghị định 34/2016"."""
    yield number_key(number)
    code = NUMBER.fullmatch(number)
    if code and code["year"]:
        yield f"{code['serial']}/{code['year']}"


def find_stale(index: ReferenceIndex, views: ClauseViews) -> Iterator[Stale]:
    """Everything that is or was to become out of date, whatever the day, clause by clause."""
    if not (index.by_number or index.by_title or index.wordings.triggers):
        return
    document = views.document
    citations = find_citations(document, index.grammar)
    cited = {number_key(one.number) for one in citations}
    names, subjects = _names_of(citations), _subjects_of(citations)
    starts = [clause.span.start for clause in document.clauses]
    for one in citations:
        clause = document.clauses[bisect_right(starts, one.span.start) - 1]
        if not is_read(document, clause) or document.text.endswith(_ENACTS, 0, one.span.start):
            continue
        found = _entry_of(index, one, clause, cited)
        if found:
            span = _provision(document, found.entry, one) or _without_date(document, one)
            within = one.name if one.amends else subjects.around(span)
            yield Stale(Match(found.rule, clause, (span,), within=within), found.entry.since)
    for clause in document.clauses:
        if is_read(document, clause):
            for found, spans in worded(index.wordings, views, clause):
                within = (
                    names.around(spans[0])
                    or subjects.around(spans[0])
                    or _dated(document, clause, spans[0])
                    or _of_author(document, clause, spans[0], found.entry.since)
                )
                yield Stale(Match(found.rule, clause, spans, within=within), found.entry.since)


def is_read(document: Document, clause: Clause) -> bool:
    """Grounds, provisions with their titles, recipients; not the head, the signature or the notes."""
    return clause.zone in _READ and document.blocks[clause.block].place.part in _PARTS


def _entry_of(
    index: ReferenceIndex, citation: Citation, clause: Clause, cited: Container[str]
) -> CompiledReference | None:
    """The entry that the citation falls under: by its number where it has one, else by title and year."""
    if citation.own:
        return None
    if citation.number:
        known = index.by_number.get(number_key(citation.number), ())
        fits = [one for one in known if _number_fits(one.entry, citation)]
    else:
        known = index.by_title.get(name_key(f"{_KIND_WORDS[citation.kind]} {citation.title}"), ())
        fits = [one for one in known if not one.entry.years or citation.year in one.entry.years]
    return next((one for one in fits if _applies(one.entry, citation, clause, cited)), None)


def _number_fits(entry: StaleReference, citation: Citation) -> bool:
    """A number without a year needs the year from elsewhere, one without a code the kind of document."""
    whole = NUMBER.fullmatch(citation.number)
    if whole is None:
        codes = (NUMBER.fullmatch(number) for number in entry.numbers)
        return citation.kind in {kind_of(code["code"]) for code in codes if code}
    if kind_of(whole["code"]) == "luat" and citation.kind == "nghi-quyet":
        return False  # laws and resolutions of the National Assembly are numbered apart
    return bool(whole["year"]) or not entry.years or citation.year in entry.years


def _applies(entry: StaleReference, citation: Citation, clause: Clause, cited: Container[str]) -> bool:
    if entry.zone and clause.zone != entry.zone:
        return False
    if entry.amended and (citation.amended or number_key(_amending(entry)) in cited):
        return False
    return not entry.provisions or any(
        meets(wanted, one) for wanted in entry.provisions for one in citation.provisions
    )


def _amending(entry: StaleReference) -> str:
    """The number of the act that amended the document, which the draft may cite elsewhere."""
    found = NUMBER.search(entry.basis.law)
    return found.group() if found else ""


def _provision(document: Document, entry: StaleReference, citation: Citation) -> Span | None:
    """Where the stale provision stands among those cited, or all of them where it is not spelt out."""
    if not entry.provisions:
        return None
    folded = fold(document.text[citation.span.start : citation.span.end])
    at = folded.find(fold(f"khoản {entry.provisions[0].khoan} Điều {entry.provisions[0].dieu}"))
    if at < 0 or len(citation.provisions) == 1:
        return citation.span
    end = folded.find(entry.provisions[0].dieu, at) + len(entry.provisions[0].dieu)
    return Span(citation.span.start + at, citation.span.start + end)


def _without_date(document: Document, citation: Citation) -> Span:
    """Kind, title and number: what a reviewer would strike out, without date and issuer."""
    start, end = citation.name.start, citation.name.end
    number = NUMBER.search(document.text, start, end)
    return Span(start, number.end() if number else end)


def _dated(document: Document, clause: Clause, body: Span) -> Span | None:
    """The date before an issuer whose document stands in the line above: "ngày 03/5/2020 của Bộ …"."""
    before = _ISSUED.search(document.text, max(clause.span.start, body.start - _NEAR), body.start)
    return Span(before.start(), body.end) if before else None


def _of_author(document: Document, clause: Clause, body: Span, since: date) -> Span | None:
    """Who signed a paper before the name changed: "Hội Luật gia tỉnh A tại Tờ trình ngày 03/5/2020"."""
    paper = _PAPER.match(document.text, body.end, min(clause.span.end, body.end + _FAR))
    signed = date_at(fold(document.text[paper.end() : clause.span.end]), 0) if paper else None
    if paper is None or signed is None or signed.day is None or signed.day >= since:
        return None
    return Span(body.start, paper.end() + signed.end)


@dataclass(frozen=True)
class _Spans:
    """Stretches that do not overlap, in order, to be asked which of them holds a span."""

    spans: tuple[Span, ...]

    def around(self, inner: Span) -> Span | None:
        at = bisect_right(self.spans, Span(inner.start, sys.maxsize)) - 1
        if at < 0 or self.spans[at].end < inner.end:
            return None
        return self.spans[at]


def _names_of(citations: Iterable[Citation]) -> _Spans:
    return _Spans(tuple(sorted(one.name for one in citations)))


def _subjects_of(citations: Iterable[Citation]) -> _Spans:
    """What cited documents are about; a subject may name documents that have subjects of their own."""
    found: list[Span] = []
    for span in sorted(one.subject for one in citations if one.subject):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return _Spans(tuple(found))
