"""The rulebook: YAML -> rules, strictly. `load` reads every file of a folder and compiles what it holds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast, get_args

from checker.domain import LegalBasis, Status
from checker.errors import InvalidRule
from checker.labels import CATEGORY_LABELS
from checker.resources import folder
from checker.rulebook.checklist import Checklist, read_checklist
from checker.rulebook.guards import CompiledGuard, read_guard
from checker.rulebook.phrases import Lexicon
from checker.rulebook.profiles import Profiles, read_profiles
from checker.rulebook.references import CitationNames, CompiledReference, read_names, read_references
from checker.rulebook.rewrites import Rewrite, read_rewrites
from checker.rulebook.rules import CompiledRule, Shelf, read_rule
from checker.rulebook.tables import TableRule, read_table_rules
from checker.rulebook.topics import Topics, read_topics
from checker.rulebook.yaml_files import Fields, read_yaml

_SHARED = (
    "vocabulary.yml", "guards.yml", "legal_basis.yml", "checklist.yml", "profiles.yml", "topics.yml",
    "tables.yml", "rewrites.yml", "stale_references.yml", "citation_names.yml",
)  # fmt: skip
T = TypeVar("T")


@dataclass(frozen=True)
class Rulebook:
    """All that is known: rules, guards, provisions, the checklist; `sha256` names this state of the files."""

    rules: tuple[CompiledRule, ...]
    guards: tuple[CompiledGuard, ...]
    legal_basis: Mapping[str, LegalBasis]
    sha256: str
    rewrites: Mapping[str, tuple[Rewrite, ...]] = field(default_factory=dict)
    checklist: Checklist = field(default_factory=Checklist)
    profiles: Profiles = field(default_factory=Profiles)
    topics: Topics = field(default_factory=Topics)
    tables: Mapping[str, TableRule] = field(default_factory=dict)
    references: tuple[CompiledReference, ...] = ()
    names: CitationNames = field(default_factory=CitationNames)


def load(path: Path | None = None) -> Rulebook:
    """The rulebook of a folder, ours by default; InvalidRule names file, rule and field."""
    path = path or folder("rules")
    lexicon = _read_lexicon(path / "vocabulary.yml")
    basis = _read_basis(path / "legal_basis.yml")
    guards = _read_guards(path / "guards.yml", lexicon)
    files = sorted(file for file in path.glob("*.yml") if file.name not in _SHARED)
    rules = tuple(rule for file in files for rule in _read_rules(file, lexicon, basis))
    none: tuple[CompiledReference, ...] = ()
    references = _optional(path / "stale_references.yml", lambda file: read_references(file, lexicon), none)
    _check_ids(rules, guards, references)
    return Rulebook(
        rules,
        guards,
        basis,
        _digest(path),
        _optional(path / "rewrites.yml", lambda file: read_rewrites(file, lexicon), {}),
        _optional(path / "checklist.yml", lambda file: read_checklist(file, lexicon, basis), Checklist()),
        _optional(path / "profiles.yml", lambda file: read_profiles(file, lexicon, basis), Profiles()),
        _optional(path / "topics.yml", lambda file: read_topics(file, lexicon), Topics()),
        _optional(path / "tables.yml", lambda file: read_table_rules(file, basis), {}),
        references,
        _optional(path / "citation_names.yml", read_names, CitationNames()),
    )


def _optional(file: Path, read: Callable[[Path], T], without: T) -> T:
    """What a file holds that a folder of rules alone may lack."""
    return read(file) if file.exists() else without


def _read_lexicon(file: Path) -> Lexicon:
    fields = read_yaml(file)
    lexicon = Lexicon(fields.mapping("lists"))
    fields.close()
    return lexicon


def _read_basis(file: Path) -> dict[str, LegalBasis]:
    fields = read_yaml(file)
    entries = [_basis_entry(item) for item in fields.items("legal_basis", key="key")]
    fields.close()
    return {entry.key: entry for entry in entries}


def _basis_entry(item: Fields) -> LegalBasis:
    entry = LegalBasis(
        key=item.text("key"),
        law=item.text("law"),
        article=item.text("article", ""),
        status=cast(Status, item.choice("status", get_args(Status))),
        summary=item.text("summary"),
        source=item.text("source"),
    )
    item.close()
    return entry


def _read_guards(file: Path, lexicon: Lexicon) -> tuple[CompiledGuard, ...]:
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    guards = tuple(read_guard(item, own) for item in fields.items("guards", key="id"))
    fields.close()
    return guards


def _read_rules(file: Path, lexicon: Lexicon, basis: Mapping[str, LegalBasis]) -> list[CompiledRule]:
    fields = read_yaml(file)
    category = fields.choice("category", tuple(CATEGORY_LABELS))
    shelf = Shelf(category, Lexicon(fields.mapping("lists"), lexicon), basis, fields.texts("applies_to"))
    rules = [read_rule(item, shelf) for item in fields.items("rules", key="id")]
    fields.close()
    return rules


def _check_ids(
    rules: tuple[CompiledRule, ...],
    guards: tuple[CompiledGuard, ...],
    references: tuple[CompiledReference, ...],
) -> None:
    entries = {id(one.entry): one.entry.id for one in references}  # one entry may be compiled for many names
    names = Counter([*(compiled.rule.id for compiled in rules), *entries.values()])
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise InvalidRule(f"mã quy tắc bị trùng: {', '.join(twice)}")
    known = {compiled.guard.id for compiled in guards}
    for compiled in rules:
        unknown = set(compiled.rule.ignores) - known
        if unknown:
            raise InvalidRule(
                f"{compiled.rule.category}.yml: {compiled.rule.id}: trường “ignores” gọi bối cảnh không có: "
                f"{', '.join(sorted(unknown))}"
            )


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path.glob("*.yml")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
