"""The citation grammar: provisions, kind, title, number, date, issuer, in the orders that are in use.

    khoản 2 Điều 14 của | Luật | Ban hành … | số 64/2025/QH15 | ngày 19 tháng 02 năm 2025 | của Quốc hội

Each part is looked for where the one before it ends, so that no citation runs over a comma, a
semicolon or a full stop that no part allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.domain import Citation, Span
from checker.references.issuers import issuer_end, subject_of, unlisted_title
from checker.references.kinds import ABBREVIATIONS, FOLDED_KINDS, KIND, SELVES, SHORT_KINDS, TITLED
from checker.references.names import NameIndex, index_names
from checker.references.numbers import NUMBER, SHORT, When, date_at, kind_of, written, year_at
from checker.references.provisions import Chain, chains
from checker.text import fold


def _any(*words: str) -> str:
    return "(?:" + "|".join(map(fold, words)) + ")"


_NUMERO_BEFORE = re.compile(rf"(?<!\w){fold('số')}\s*:?\s*$")
_LOOK_BACK = 40  # characters
_FORMS = ("mẫu", "biểu", "hợp đồng", "giấy phép", "giấy chứng nhận", "phụ lục", "mã", "công báo", "quyển")
_NO_DOCUMENT = re.compile(rf"(?<!\w){_any(*_FORMS)}(?:\s+số)?\s*:?\s*$")
_NUMERO = re.compile(rf"\s*(?:,\s*)?[(]?(?:(?:luật|bộ luật)\s+)?{fold('số')}\s*:?\s*")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"\s*(?:,\s*|\(\s*)?")
_NO_LAW = re.compile(
    rf"{_any('đại học', 'trường', 'khoa', 'ngành', 'văn phòng', 'hội', 'viện', 'cử nhân')}\s+$"
)
_SELF = re.compile(r"\s+này(?!\w)")
_OF = re.compile(r"\s*,?\s*(?:(?:của|tại|thuộc)\s+)?(?:(?:các|những)\s+)?")
_STATE = re.compile(rf"\s+{fold('nước cộng hòa xã hội chủ nghĩa việt nam')}")
_AMENDING_LAW = re.compile(
    rf"\s+{fold('sửa đổi')}(?:\s*,\s*{fold('bổ sung')})?\s"
    r"(?:(?!\s(?:số|ngày|năm)\s*\d)[^;.:()“”\"\n]){3,160}"
)
_AMENDED = re.compile(
    rf"[\s,\])]*(?:\(\s*)?(?:(?:{fold('đã')}|{fold('và')}|{fold('cũng')})\s+)*(?:{fold('được')}\s+|(?<=\())"
    rf"(?:{fold('sửa đổi')}|{fold('bổ sung')}|{fold('hợp nhất')})"
)


@dataclass(frozen=True)
class Grammar:
    """The names that end titles and issuers, ready to be looked up."""

    laws: NameIndex
    agencies: NameIndex

    def citations(self, text: str, *, rest: bool = False) -> Iterator[Citation]:
        """The citations of one paragraph in order; `rest`: a subject reaches to the semicolon."""
        return iter(_Paragraph(self, text, rest).citations())


def grammar_of(laws: tuple[str, ...], agencies: tuple[str, ...]) -> Grammar:
    """The grammar that knows these titles and issuers."""
    return Grammar(index_names(laws), index_names(agencies))


@dataclass
class _Parts:
    """What has been read of one citation; `end` is where its words end so far."""

    start: int
    end: int
    kind: str
    number: str = ""
    title: str = ""
    issuer: str = ""
    when: When | None = None
    own: bool = False
    opened: bool = False  # a bracket before the number: "Luật Đất đai (Luật số 45/2013/QH13)"


class _Paragraph:
    """One paragraph, raw and folded; both have the same length."""

    def __init__(self, grammar: Grammar, text: str, rest: bool) -> None:
        self.grammar = grammar
        self.text = text.replace("Ð", "Đ")
        self.folded = fold(text)
        self.rest = rest

    def citations(self) -> list[Citation]:
        found = [*self._named()]
        found += self._numbered([(one.start, one.end) for one in found])
        return [self._citation(one) for one in sorted(found, key=lambda one: one.start)]

    def _named(self) -> Iterator[_Parts]:
        """Those that begin with the kind of document."""
        at = 0
        while match := KIND.search(self.folded, at):
            parts = self._read(match)
            if parts is not None:
                yield parts
            at = match.end() if parts is None else max(parts.end, match.end())

    def _numbered(self, taken: list[tuple[int, int]]) -> Iterator[_Parts]:
        """Those that are a number alone, as in a series: "các nghị định 34/2016/NĐ-CP, 154/2020/NĐ-CP"."""
        for match in NUMBER.finditer(self.text):
            kind = kind_of(match["code"])
            if any(start <= match.start() < end for start, end in taken) or not (kind or match["year"]):
                continue
            if self._follows(_NO_DOCUMENT, match.start()):
                continue
            lead = self._follows(_NUMERO_BEFORE, match.start())
            start = lead.start() if lead else match.start()
            parts = _Parts(start, match.end(), kind, number=written(match.group()))
            self._close(parts)
            yield parts

    def _read(self, match: re.Match[str]) -> _Parts | None:
        """The citation that begins with this kind word; None where it is a plain word of the text."""
        kind = FOLDED_KINDS[match.group()]
        parts = _Parts(match.start(), match.end(), kind)
        if match.group() in ABBREVIATIONS:
            return self._read_abbreviated(parts)
        if kind in SELVES and (own := _SELF.match(self.folded, match.end())):
            parts.end, parts.own = own.end(), True
            return parts
        capital = self.text[match.start()].isupper() and not self._follows(_NO_LAW, match.start())
        self._issuer(parts)
        if capital and kind in TITLED:
            self._title(parts)
        if capital and kind == "hien-phap":
            state = _STATE.match(self.folded, parts.end)
            parts.end = state.end() if state else parts.end
        self._number(parts, short=capital)
        if not (parts.number or parts.title or (capital and kind == "hien-phap")):
            return None
        self._close(parts)
        return parts

    def _read_abbreviated(self, parts: _Parts) -> _Parts | None:
        """ "NĐ 12/2022" in capitals and with more than a serial number: "TT 5" heads a column."""
        if not self.text[parts.start : parts.end].isupper():
            return None
        self._number(parts, short=True)
        if "/" not in parts.number:
            return None
        self._close(parts)
        return parts

    def _title(self, parts: _Parts) -> None:
        at = parts.end
        space = _SPACE.match(self.folded, at)
        if space is None:
            return
        end = self.grammar.laws.end_at(self.folded, space.end())
        amending = None if end else _AMENDING_LAW.match(self.folded, at)
        if amending:
            end = at + len(amending.group().rstrip(" ,"))
        end = end or unlisted_title(self.text, self.folded, space.end())
        if end is not None:
            parts.title, parts.end = " ".join(self.text[space.end() : end].split()), end

    def _number(self, parts: _Parts, *, short: bool) -> None:
        begun = parts.end
        numero = _NUMERO.match(self.folded, begun)
        blank = _BLANK.match(self.folded, parts.end)
        at = numero.end() if numero else blank.end() if blank else parts.end
        if found := NUMBER.match(self.text, at):
            parts.opened = "(" in self.text[begun : found.start()]
        elif short and parts.kind in SHORT_KINDS and not parts.title:
            found = SHORT.match(self.text, at)
            if found and not (numero or found["year"]) and parts.kind in TITLED:
                found = None  # "Luật 3" is no number of a law
        if found:
            parts.number, parts.end = written(found.group()), found.end()

    def _close(self, parts: _Parts) -> None:
        """Date and issuer, in either order; a year only tells titles apart."""
        for _ in range(2):
            if parts.when is None and (when := date_at(self.folded, parts.end, bare=bool(parts.number))):
                parts.when, parts.end = when, when.end
            self._issuer(parts)
        if parts.opened and self.text[parts.end : parts.end + 1] == ")":
            parts.end, parts.opened = parts.end + 1, False
        titled = parts.title or parts.kind == "hien-phap"
        if parts.when is None and titled and not parts.number and (when := year_at(self.folded, parts.end)):
            parts.when, parts.end = when, when.end
            self._number(parts, short=False)

    def _issuer(self, parts: _Parts) -> None:
        if parts.issuer:
            return
        found = issuer_end(self.text, self.folded, parts.end, self.grammar.agencies)
        if found is not None:
            parts.issuer, parts.end = " ".join(self.text[found.start : found.end].split()), found.end

    def _follows(self, words: re.Pattern[str], at: int) -> re.Match[str] | None:
        """What stands just before `at`, if it is these words."""
        return words.search(self.folded, max(0, at - _LOOK_BACK), at)

    def _citation(self, parts: _Parts) -> Citation:
        chain = self._chain_before(parts.start)
        subject = subject_of(self.folded, parts.end, rest=self.rest) if parts.number else None
        return Citation(
            span=Span(chain.start if chain else parts.start, parts.end),
            name=Span(parts.start, parts.end),
            kind=parts.kind,
            number=parts.number,
            year=_year(parts),
            dated=parts.when.day if parts.when else None,
            title=parts.title,
            issuer=parts.issuer,
            subject=subject,
            provisions=chain.provisions if chain else (),
            own=parts.own,
            amended=bool(_AMENDED.match(self.folded, parts.end)),
        )

    def _chain_before(self, start: int) -> Chain | None:
        """The provisions that end just before `start`: "khoản 2 Điều 5 của …"."""
        for chain in self._chains:
            if chain.end <= start and _OF.fullmatch(self.folded, chain.end, start):
                return chain
        return None

    @cached_property
    def _chains(self) -> list[Chain]:
        return [*chains(self.folded)]


def _year(parts: _Parts) -> int | None:
    """The year that a citation tells: the number's, the date's or the one beside the title."""
    found = NUMBER.match(parts.number) or SHORT.match(parts.number)
    if found and found["year"]:
        return int(found["year"])
    return parts.when.year if parts.when else None
