"""Citations of a whole document; what a short form leaves out is taken from where it was introduced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.domain import Citation, Document, Span
from checker.references.grammar import Grammar
from checker.references.kinds import KIND
from checker.references.names import name_key
from checker.references.numbers import NUMBER, number_key
from checker.text import fold

_DEFINES = re.compile(
    rf"\((?:(?:sau|{fold('dưới')})\s+{fold('đây')}\s+)?(?:{fold('được')}\s+)?(?:{fold('gọi')}|{fold('viết')})"
    rf"(?:\s+(?:{fold('tắt')}|{fold('gọn')}|chung))?\s+{fold('là')}\s*:?\s*"
    r"[“\"']?(?P<name>[^()“”\"';]{2,80}?)[”\"']?\s*\)"
)
_NEAR = 400  # characters from a citation to the bracket that abbreviates it
_AMENDED_BY = re.compile(
    rf"{fold('sửa đổi')}[^.;\n]{{0,60}}\s(?:{fold('bởi')}|theo|{fold('tại')})\s(?:[^.;,\n]{{0,60}}\s)?$"
)
_AND = re.compile(rf"\s*(?:,|\s{fold('và')}\s|,\s*{fold('và')}\s)\s*")
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,12}(?:\d{4})?")


def find_citations(document: Document, grammar: Grammar) -> tuple[Citation, ...]:
    """Every citation of the document in text order; none runs over the end of its paragraph."""
    found = [*_full(document, grammar)]
    introduced = _introductions(document, found)
    found += _abbreviations(document, introduced, found)
    known = _by_name(found) | introduced
    resolved = (_resolved(one, known, document) for one in found)
    return _with_amenders(document, sorted(resolved, key=lambda one: one.span.start))


def _full(document: Document, grammar: Grammar) -> Iterator[Citation]:
    for clause in document.clauses:
        start = clause.span.start
        text = document.text[start : clause.span.end]
        for one in grammar.citations(text, rest=clause.zone == "preamble"):
            yield replace(
                one,
                span=_moved(one.span, start),
                name=_moved(one.name, start),
                subject=_moved(one.subject, start) if one.subject else None,
            )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _introductions(document: Document, found: Iterable[Citation]) -> dict[str, Citation]:
    """Short name -> the citation that it was given to: "… (sau đây gọi là Luật BHXH)"."""
    introduced: dict[str, Citation] = {}
    folded = fold(document.text)
    whole = [one for one in found if one.number and not _amends(folded, one)]
    for match in _DEFINES.finditer(folded):
        name = document.text[match.start("name") : match.end("name")].strip()
        near = [one for one in whole if one.name.end <= match.start() <= one.name.end + _NEAR]
        if near and _is_short_name(name) and not set("\n;") & {*folded[near[-1].name.end : match.start()]}:
            introduced.setdefault(name_key(name), near[-1])
    return introduced


def _amends(folded: str, citation: Citation) -> bool:
    """True for the second of "Luật A, được sửa đổi, bổ sung bởi Luật B"."""
    return bool(_AMENDED_BY.search(folded, max(0, citation.name.start - _NEAR), citation.name.start))


def _with_amenders(document: Document, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, each act that only tells by what another one was amended marked as such."""
    folded = fold(document.text)
    marked: list[Citation] = []
    for one in citations:
        before = marked[-1] if marked else None
        in_series = (
            before is not None and before.amends and _AND.fullmatch(folded, before.name.end, one.name.start)
        )
        marked.append(replace(one, amends=bool(one.number and (in_series or _amends(folded, one)))))
    return tuple(marked)


def _is_short_name(name: str) -> bool:
    """Only what names a document: "Luật BHXH", "BLLĐ", and not "gọi chung là doanh nghiệp"."""
    return bool(KIND.match(fold(name)) or _ABBREVIATION.fullmatch(name))


def _abbreviations(
    document: Document, introduced: Mapping[str, Citation], found: Sequence[Citation]
) -> Iterator[Citation]:
    """The places of short names that the grammar does not see: "BLLĐ", "Luật số hai"."""
    names = [name for name in introduced if _ABBREVIATION.fullmatch(name.upper())]
    if not names:
        return
    taken = [one.name for one in found]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for match in pattern.finditer(fold(document.text)):
        span = Span(match.start(), match.end())
        inside = any(one.start <= span.start < one.end for one in taken)
        if not inside and document.text[span.start : span.end].isupper():
            full = introduced[match.group()]
            yield replace(full, span=span, name=span, subject=None, provisions=(), source=full.name)


def _by_name(found: Iterable[Citation]) -> dict[str, Citation]:
    """What a short form may stand for, where that is one document only: "Nghị định 145", "Luật Việc làm"."""
    named: dict[str, list[Citation]] = {}
    for one in found:
        if one.own or not (code := NUMBER.fullmatch(one.number)):
            continue
        forms = [f"{one.kind} {code['serial']}"]
        forms += [f"{one.kind} {code['serial']}/{code['year']}"] if code["year"] else []
        forms += [f"{one.kind} {name_key(one.title)}"] if one.title else []
        for form in forms:
            named.setdefault(form, []).append(one)
    return {
        form: meant[0] for form, meant in named.items() if len({number_key(one.number) for one in meant}) == 1
    }


def _resolved(one: Citation, known: Mapping[str, Citation], document: Document) -> Citation:
    """The citation with number, year and date of the full form that its short form stands for."""
    if one.own or NUMBER.fullmatch(one.number) or (one.title and one.year):
        return one
    spelt = name_key(document.text[one.name.start : one.name.end])
    full = known.get(spelt) or known.get(f"{one.kind} {one.number or name_key(one.title)}")
    if full is None or full.span.start >= one.span.start:
        return one
    return replace(
        one,
        number=full.number,
        year=full.year,
        dated=full.dated,
        title=one.title or full.title,
        source=full.name,
    )
