"""The rule library for a terminal: a list by category, and one rule or guard with all that explains it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby

from checker.domain import Rule
from checker.exporting.rules.content import Section, guard_sections, rule_heading, rule_sections
from checker.exporting.rules.references import reference_sections
from checker.exporting.rules.remarks import remark_page
from checker.exporting.terminal import wrap
from checker.labels import CATEGORY_LABELS, TIER_LABELS
from checker.rulebook import Rulebook
from checker.rulebook.guards import CompiledGuard
from checker.rulebook.references import CompiledReference
from checker.rulebook.rules import CompiledRule


def by_category(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """Yield each category that has rules, in the order of the labels, with its rules by id."""
    order = list(CATEGORY_LABELS)
    ranked = sorted(rules, key=lambda rule: (order.index(rule.category), rule.id))
    for category, group in groupby(ranked, key=lambda rule: rule.category):
        yield category, list(group)


def overview(book: Rulebook) -> str:
    """Return the rules by category, then the guards, one line an id and one a title."""
    entries = {one.entry.id: one.rule for one in book.references}  # one entry may be compiled for many names
    grouped = by_category(compiled.rule for compiled in (*book.rules, *entries.values()))
    categories = [_category(category, rules, book.own) for category, rules in grouped]
    guards = [f"  {one.guard.id}\n      {one.guard.title}" for one in book.guards]
    shared = "\n".join([f"Bối cảnh dùng chung cho mọi quy tắc: {len(guards)}", *guards, ""])
    return "\n".join([*categories, shared])


def _category(category: str, rules: list[Rule], own: Container[str]) -> str:
    marks = {True: " (quy tắc riêng)", False: ""}
    lines = [
        f"  {rule.id}{marks[rule.id in own]}\n      {TIER_LABELS[rule.tier]}: {rule.title}" for rule in rules
    ]
    return "\n".join([f"{CATEGORY_LABELS[category]} ({category}): {len(rules)} quy tắc", *lines]) + "\n"


def explain(compiled: CompiledRule, guards: Iterable[CompiledGuard]) -> str:
    """Return what the rule finds, why, on which legal basis, when it is silent, and its examples."""
    head = [*wrap(compiled.rule.title, indent=""), *wrap(rule_heading(compiled.rule), indent="")]
    return _page(head, rule_sections(compiled, guards))


def explain_reference(reference: CompiledReference, guards: Iterable[CompiledGuard]) -> str:
    """Return what is out of date, since when, how sure that is, how it is recognised, and its examples."""
    rule = reference.rule.rule
    head = [*wrap(rule.title, indent=""), *wrap(rule_heading(rule), indent="")]
    return _page(head, reference_sections(reference, guards))


def explain_remark(book: Rulebook, asked: str) -> str | None:
    """Return what the table test or question of the checklist of that id says, why, and on which basis."""
    if page := remark_page(book, asked):
        head, sections = page
        return _page([line for part in head for line in wrap(part, indent="")], sections)
    return None


def explain_guard(compiled: CompiledGuard, book: Rulebook) -> str:
    """Return what the guard does to which rules on which words, and its examples."""
    head = [*wrap(compiled.guard.title, indent=""), *wrap(f"{compiled.guard.id}, bối cảnh chung", indent="")]
    return _page(head, guard_sections(compiled, book))


def _page(head: list[str], sections: Iterable[Section]) -> str:
    parts = [head, *(list(_section(section)) for section in sections)]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.listed:
        yield f"{section.head}:"
        for item in section.items:
            yield from wrap(f"- {item}", indent="  ", hanging="  ")
    else:
        yield from wrap(f"{section.head}: {' '.join(section.items)}", indent="", hanging="  ")
