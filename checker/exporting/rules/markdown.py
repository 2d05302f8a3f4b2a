"""The rule library as pages of the documentation: one a category, each rule under an anchor of its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain import Rule
from checker.exporting.rules.content import Section, guard_sections, rule_sections
from checker.labels import CATEGORY_LABELS, TIER_LABELS
from checker.rulebook import Rulebook

GUARDS_PAGE = "boi-canh"
_SPECIAL = re.compile(r"([\\`*_<>|\[\]])")


def rule_pages(book: Rulebook) -> dict[str, str]:
    """Return the pages by name (the category, and one for the guards), without suffix or head."""
    compiled = sorted(book.rules, key=lambda one: one.rule.id)
    pages = {
        category: _page(
            f"{CATEGORY_LABELS[category]} (`{category}`)",
            (
                _entry(one.rule.id, one.rule.title, _described(one.rule), rule_sections(one, book.guards))
                for one in compiled
                if one.rule.category == category
            ),
        )
        for category in CATEGORY_LABELS
        if any(one.rule.category == category for one in compiled)
    }
    guards = (
        _entry(one.guard.id, one.guard.title, f"mã `{one.guard.id}`", guard_sections(one, book))
        for one in book.guards
    )
    return pages | {GUARDS_PAGE: _page("Bối cảnh dùng chung cho mọi quy tắc", guards)}


def link(rule: Rule) -> str:
    """Return the address of a rule's entry, from the folder of the documentation."""
    return f"quy-tac/{rule.category}.md#{rule.id}"


def _described(rule: Rule) -> str:
    return f"mã `{rule.id}`, mức {TIER_LABELS[rule.tier].lower()}"


def _page(title: str, entries: Iterable[str]) -> str:
    return "\n".join([f"# {title}\n", *entries])


def _entry(anchor: str, title: str, described: str, sections: Iterable[Section]) -> str:
    lines = [f'<a id="{anchor}"></a>', "", f"## {escaped(title)}", "", described, ""]
    return "\n".join([*lines, *(line for section in sections for line in _section(section))])


def _section(section: Section) -> Iterator[str]:
    if section.listed:
        yield from [f"**{section.head}**", "", *(f"- {escaped(item)}" for item in section.items), ""]
    else:
        yield from [f"**{section.head}.** {escaped(' '.join(section.items))}", ""]


def escaped(text: str) -> str:
    """Return the text with the signs of Markdown as plain signs."""
    return _SPECIAL.sub(r"\\\1", text)
