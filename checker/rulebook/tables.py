"""What is said of a table that counts people, from tables.yml: an entry a test of `checker.tables.faults`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from checker.domain import LegalBasis, Tier
from checker.labels import CATEGORY_LABELS
from checker.rulebook.shared_fields import legal_basis
from checker.rulebook.yaml_files import Fields, read_yaml


@dataclass(frozen=True)
class TableRule:
    """The words of one finding about a table; `message` holds names in braces that the test fills in."""

    id: str
    title: str
    category: str
    tier: Tier
    message: str
    why: str
    suggest: str | None
    legal_basis: tuple[LegalBasis, ...]


def read_table_rules(file: Path, basis: Mapping[str, LegalBasis]) -> dict[str, TableRule]:
    """The entries by id; InvalidRule names file, entry and field."""
    fields = read_yaml(file)
    rules = [_rule(item, basis) for item in fields.items("tables", key="id")]
    fields.close()
    return {rule.id: rule for rule in rules}


def _rule(item: Fields, basis: Mapping[str, LegalBasis]) -> TableRule:
    rule = TableRule(
        id=item.text("id"),
        title=item.text("title"),
        category=item.choice("category", tuple(CATEGORY_LABELS)),
        tier=cast(Tier, item.choice("tier", get_args(Tier))),
        message=item.text("message"),
        why=item.text("why"),
        suggest=item.text("suggest", "") or None,
        legal_basis=legal_basis(item, basis),
    )
    item.close()
    return rule
