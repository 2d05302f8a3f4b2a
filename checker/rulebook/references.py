"""What a draft should no longer cite, from stale_references.yml, and the names that citations end with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from checker.domain import (
    Example,
    LegalBasis,
    Provision,
    ReferenceKind,
    Rule,
    StaleReference,
    Status,
    Tier,
)
from checker.labels import day_label
from checker.rulebook.examples import bad_example, good_example
from checker.rulebook.phrases import Lexicon, Phrase, compile_phrase
from checker.rulebook.rules import CompiledRule
from checker.rulebook.yaml_files import Fields, read_yaml

CATEGORY = "stale-reference"
CITED = ("document", "provision")
"""Kinds that are told by their citation; the others are told by phrases."""
_TIERS = ("must", "should", "consider")
_AMENDED = "amended"
_OLD, _NEW = "{ten}", "{moi}"
_GAP = 12
_PROVISION = re.compile(
    r"(?:điểm (?P<diem>\w+)(?: đến điểm (?P<diem_to>\w+))? )?"
    r"(?:khoản (?P<khoan>\w+)(?: đến khoản (?P<khoan_to>\w+))? )?"
    r"Điều (?P<dieu>\w+)(?: đến Điều (?P<dieu_to>\w+))?"
)
_CERTAINTY: Mapping[Status, str] = {
    "verified": "Từ ngày {day}, “{quote}” {fact}.",
    "secondary": "Từ ngày {day}, “{quote}” {fact} (theo nguồn thứ cấp, cần đối chiếu).",
    "unverified": "Cần đối chiếu: từ ngày {day}, “{quote}” có thể {fact}.",
}


@dataclass(frozen=True)
class CompiledReference:
    """An entry, for one of its names where it has several, as the rule that its findings come from."""

    entry: StaleReference
    rule: CompiledRule


@dataclass(frozen=True)
class CitationNames:
    """Titles of laws and names of issuers, by which the citation grammar knows where they end."""

    laws: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def read_names(file: Path) -> CitationNames:
    """The names of citation_names.yml."""
    fields = read_yaml(file)
    names = CitationNames(fields.texts("laws"), fields.texts("agencies"))
    fields.close()
    return names


def read_references(file: Path, lexicon: Lexicon) -> tuple[CompiledReference, ...]:
    """The entries of stale_references.yml, each with the rule that its findings come from."""
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    why = _reasons(fields)
    compiled = [one for item in fields.items("references", key="id") for one in _compiled(item, own, why)]
    fields.close()
    return tuple(compiled)


def _reasons(fields: Fields) -> Mapping[str, str]:
    why = Fields(fields.raw("why", None), f"{fields.where}: why")
    reasons = {kind: why.text(kind) for kind in (*get_args(ReferenceKind), _AMENDED)}
    why.close()
    return reasons


def _compiled(fields: Fields, lexicon: Lexicon, why: Mapping[str, str]) -> list[CompiledReference]:
    entry = _entry(fields)
    _check(fields, entry)
    fields.close()
    pairs = entry.names or {"": ""}
    return [CompiledReference(entry, _rule(fields, entry, lexicon, why, pair)) for pair in pairs.items()]


def _entry(fields: Fields) -> StaleReference:
    examples = Fields(fields.raw("examples", {}), f"{fields.where}: examples")
    entry = StaleReference(
        id=fields.text("id"),
        title=fields.text("title"),
        kind=cast(ReferenceKind, fields.choice("kind", get_args(ReferenceKind))),
        tier=cast(Tier, fields.choice("tier", _TIERS)),
        since=_day(fields),
        fact=fields.text("fact"),
        replacement=fields.text("replacement"),
        basis=_basis(fields),
        note=fields.text("note", ""),
        numbers=fields.texts("numbers"),
        titles=fields.texts("titles"),
        years=_years(fields),
        provisions=tuple(_provision(fields, text) for text in fields.texts("provisions")),
        names=_names(fields),
        match=fields.texts("match"),
        unless=fields.texts("unless"),
        pseudo=fields.texts("pseudo"),
        amended=fields.flag("amended"),
        proper=fields.flag("proper"),
        zone="preamble" if fields.choice("zone", ("body", "preamble"), "body") == "preamble" else "",
        bad=tuple(_example(examples, "bad", text) for text in examples.texts("bad")),
        good=tuple(_example(examples, "good", text) for text in examples.texts("good")),
    )
    examples.close()
    return entry


def _day(fields: Fields) -> date:
    value = fields.raw("since", None)
    if type(value) is not date:
        raise fields.error("since", "phải là ngày, ví dụ 2025-04-01")
    return value


def _years(fields: Fields) -> tuple[int, ...]:
    value: Any = fields.raw("years", [])
    if not isinstance(value, list) or not all(type(year) is int for year in value):
        raise fields.error("years", "phải là danh sách năm")
    return tuple(value)


def _names(fields: Fields) -> Mapping[str, str]:
    value: Any = fields.raw("names", {})
    texts = isinstance(value, dict) and all(isinstance(text, str) for pair in value.items() for text in pair)
    if not texts:
        raise fields.error("names", "phải là danh mục “tên cũ: tên mới”")
    return cast(Mapping[str, str], value)


def _basis(fields: Fields) -> LegalBasis:
    return LegalBasis(
        key=CATEGORY,
        law=fields.text("law"),
        article=fields.text("article", ""),
        status=cast(Status, fields.choice("status", get_args(Status))),
        source=fields.text("source"),
    )


def _provision(fields: Fields, text: str) -> Provision:
    found = _PROVISION.fullmatch(text)
    units = [unit for unit in ("diem", "khoan", "dieu") if found and found[unit]]
    if found is None or any(found[f"{unit}_to"] for unit in units[1:]):
        raise fields.error(
            "provisions", f"viết sai: “{text}”; hãy viết như “khoản 3 Điều 17”, “Điều 5 đến Điều 9”"
        )
    return Provision(**{unit: found[unit] for unit in units}, through=found[f"{units[0]}_to"] or "")


def _example(fields: Fields, name: str, text: str) -> Example:
    make = (lambda: bad_example(text, None, "")) if name == "bad" else (lambda: good_example(text, ""))
    return fields.checked(name, make)


def _check(fields: Fields, entry: StaleReference) -> None:
    cited = entry.kind in CITED
    if cited and not (entry.numbers or entry.titles):
        raise fields.error("numbers", f"bắt buộc với kind: {entry.kind}, hoặc phải có titles")
    if cited == bool(entry.match):
        raise fields.error("match", f"{'không dùng' if cited else 'bắt buộc'} với kind: {entry.kind}")
    if (entry.kind == "provision") != bool(entry.provisions):
        raise fields.error("provisions", "bắt buộc với kind: provision và chỉ dùng với kind đó")
    if not cited and not (entry.bad and entry.good):
        raise fields.error("examples", "cần ít nhất một ví dụ bad và một ví dụ good")
    if entry.basis.status == "unverified" and entry.tier == "must":
        raise fields.error("tier", "không được là must khi status là unverified")
    if bool(entry.names) != any(_OLD in text for text in entry.match):
        raise fields.error("names", f"đi cùng với {_OLD} trong match")


def _rule(
    fields: Fields, entry: StaleReference, lexicon: Lexicon, why: Mapping[str, str], pair: tuple[str, str]
) -> CompiledRule:
    def named(text: str) -> str:
        # An ampersand parts words as a comma does: a gap that skips nothing goes over it.
        return text.replace(_OLD, pair[0].replace(" - ", " ").replace("&", " …0 ")).replace(_NEW, pair[1])

    def phrases(name: str, sources: tuple[str, ...]) -> tuple[Phrase, ...]:
        return fields.checked(
            name, lambda: tuple(compile_phrase(named(source), lexicon, gap=_GAP) for source in sources)
        )

    verified = entry.basis.status == "verified"
    rule = Rule(
        id=entry.id,
        category=CATEGORY,
        title=entry.title,
        tier=entry.tier,
        kind="phrase",
        message=named(message(entry)),
        why=why[_AMENDED if entry.amended else entry.kind],
        legal_basis=(entry.basis,),
        bad=entry.bad,
        good=entry.good,
        match=entry.match,
        unless=entry.unless,
        pseudo=entry.pseudo,
        suggest=named(entry.replacement) if verified else None,
    )
    return CompiledRule(
        rule,
        match=phrases("match", entry.match),
        needs=(),
        unless=phrases("unless", entry.unless),
        pseudo=phrases("pseudo", entry.pseudo),
        pattern_anchors=(),
        sides={},
    )


def message(entry: StaleReference) -> str:
    """What a finding says; only a verified entry is said as a fact. `{quote}` stands for the words."""
    said = _CERTAINTY[entry.basis.status].replace("{fact}", entry.fact)
    return f"{said.replace('{day}', day_label(entry.since))} {entry.note}".strip()
