"""The rulebook: YAML -> rules, strictly. `load` reads our folder, then those of the user and of a project."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from checker.domain import LegalBasis
from checker.errors import InvalidRule
from checker.resources import folder
from checker.rulebook.checklist import Checklist, read_checklist
from checker.rulebook.guards import CompiledGuard, read_guard
from checker.rulebook.phrases import Lexicon
from checker.rulebook.profiles import Profiles, read_profiles
from checker.rulebook.project import Project, check_names, find_project, read_project
from checker.rulebook.references import CitationNames, CompiledReference, read_names, read_references
from checker.rulebook.rewrites import Rewrite, read_rewrites
from checker.rulebook.rules import CompiledRule
from checker.rulebook.shelves import open_folder, open_own
from checker.rulebook.tables import TableRule, read_table_rules
from checker.rulebook.topics import Topics, read_topics
from checker.rulebook.yaml_files import read_yaml

__all__ = ["Rulebook", "find_project", "load", "switched_off"]

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All that is known: rules, guards, provisions, the checklist; `sha256` names this state of the files.

    `own` are the ids of the rules that the user added to ours, `project` what a project file asks for.
    """

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
    project: Project = field(default_factory=Project)
    own: frozenset[str] = frozenset()

    @cached_property
    def ids(self) -> frozenset[str]:
        """All that a finding on one document can be of, and that can therefore be switched off."""
        rules = (one.rule.id for one in self.rules)
        references = (one.entry.id for one in self.references)
        criteria = (one.rule for one in self.checklist.criteria if one.shortfall)
        return frozenset([*rules, *references, *self.tables, *criteria])


def load(path: Path | None = None, *, folders: Sequence[Path] = (), project: Path | None = None) -> Rulebook:
    """The rulebook of a folder, ours by default, with the user's rule folders and what a project file asks.

    InvalidRule names file, rule and field.
    """
    ours = open_folder(path or folder("rules"))
    lexicon, path = ours.lexicon, ours.path
    settings = read_project(project, lexicon) if project else Project()
    added = [open_own(one, ours) for one in (*settings.folders, *folders)]
    guards = _read_guards(path / "guards.yml", lexicon)
    none: tuple[CompiledReference, ...] = ()
    references = _optional(path / "stale_references.yml", lambda file: read_references(file, lexicon), none)
    entries = _entries(references)
    read = [one.rules() for one in (ours, *added)]
    rules = _unique((pair for one in read for pair in one), guards, entries)
    files = [file for one in (ours, *added) for file in one.all_files()]
    book = Rulebook(
        rules=tuple(rules.values()),
        guards=guards,
        legal_basis={key: basis for one in (ours, *added) for key, basis in one.basis.items()},
        sha256=_digest([*files, project] if project else files),
        rewrites=_optional(path / "rewrites.yml", lambda file: read_rewrites(file, lexicon), {}),
        checklist=_optional(
            path / "checklist.yml", lambda file: read_checklist(file, lexicon, ours.basis), Checklist()
        ),
        profiles=_optional(
            path / "profiles.yml", lambda file: read_profiles(file, lexicon, ours.basis), Profiles()
        ),
        topics=_optional(path / "topics.yml", lambda file: read_topics(file, lexicon), Topics()),
        tables=_optional(path / "tables.yml", lambda file: read_table_rules(file, ours.basis), {}),
        references=references,
        names=_optional(path / "citation_names.yml", read_names, CitationNames()),
        project=settings,
        own=frozenset(compiled.rule.id for one in read[1:] for _, compiled in one),
    )
    check_names(settings, book.ids)
    return book


def switched_off(book: Rulebook, reasons: Mapping[str, str]) -> Rulebook:
    """The rulebook with these of its rules switched off by the reader; unknown ids are left out."""
    switched = {rule: reason for rule, reason in sorted(reasons.items()) if rule in book.ids}
    digest = hashlib.sha256(f"{book.sha256}{switched}".encode()).hexdigest()
    return replace(book, project=replace(book.project, switched=switched), sha256=digest)


def _optional(file: Path, read: Callable[[Path], T], without: T) -> T:
    """What a file holds that a folder of rules alone may lack."""
    return read(file) if file.exists() else without


def _read_guards(file: Path, lexicon: Lexicon) -> tuple[CompiledGuard, ...]:
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    guards = tuple(read_guard(item, own) for item in fields.items("guards", key="id"))
    fields.close()
    return guards


def _entries(references: Iterable[CompiledReference]) -> dict[str, CompiledReference]:
    """The references by id, each id once; one entry may be compiled for many names."""
    entries: dict[str, CompiledReference] = {}
    for one in references:
        if entries.setdefault(one.entry.id, one).entry is not one.entry:
            raise InvalidRule(f"stale_references.yml: {one.entry.id}: trường “id” bị trùng với một mục đã có")
    return entries


def _unique(
    read: Iterable[tuple[Path, CompiledRule]], guards: Iterable[CompiledGuard], taken: Container[str]
) -> dict[str, CompiledRule]:
    """All rules by id; each id once, each guard that a rule ignores there."""
    known = {compiled.guard.id for compiled in guards}
    rules: dict[str, CompiledRule] = {}
    for file, compiled in read:
        rule = compiled.rule
        where = f"{file.name}: {rule.id}"
        if rule.id in rules or rule.id in taken:
            raise InvalidRule(f"{where}: trường “id” bị trùng với một quy tắc đã có")
        if unknown := set(rule.ignores) - known:
            raise InvalidRule(
                f"{where}: trường “ignores” gọi bối cảnh không có: {', '.join(sorted(unknown))}"
            )
        rules[rule.id] = compiled
    return rules


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
