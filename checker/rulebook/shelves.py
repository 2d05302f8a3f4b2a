"""A folder of rule files with the word lists and provisions that its rules may refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from checker.domain import LegalBasis, Status
from checker.errors import InvalidRule
from checker.labels import CATEGORY_LABELS, DOCUMENT_TYPES
from checker.rulebook.phrases import Lexicon
from checker.rulebook.rules import CompiledRule, Shelf, read_rule
from checker.rulebook.yaml_files import Fields, read_yaml

VOCABULARY, BASIS = "vocabulary.yml", "legal_basis.yml"


@dataclass(frozen=True)
class RuleFolder:
    """A folder that was opened; a `foreign` one is the user's and is read with care."""

    path: Path
    lexicon: Lexicon
    basis: Mapping[str, LegalBasis]
    foreign: bool = False

    def files(self) -> list[Path]:
        """The files of rules: of ours those named as a category, of the user's all but the shared two."""
        if self.foreign:
            return [file for file in self.all_files() if file.name not in (VOCABULARY, BASIS)]
        return [file for file in self.all_files() if file.stem in CATEGORY_LABELS]

    def all_files(self) -> list[Path]:
        return sorted(file for file in self.path.iterdir() if file.suffix in (".yml", ".yaml"))

    def rules(self) -> list[tuple[Path, CompiledRule]]:
        """The rules of the folder, each with its file."""
        return [(file, rule) for file in self.files() for rule in self._read(file)]

    def _read(self, file: Path) -> list[CompiledRule]:
        return rules_of(read_yaml(file, foreign=self.foreign), self.lexicon, self.basis, foreign=self.foreign)


def open_folder(path: Path) -> RuleFolder:
    """Our folder, or one that stands for it."""
    return RuleFolder(path, _lexicon(path / VOCABULARY), _basis(path / BASIS))


def open_own(path: Path, ours: RuleFolder) -> RuleFolder:
    """A user's folder beside ours; its word lists and provisions add to ours."""
    if not path.is_dir():
        raise InvalidRule(f"không có thư mục quy tắc {path}")
    lexicon, basis = ours.lexicon, ours.basis
    if (path / VOCABULARY).exists():
        lexicon = _lexicon(path / VOCABULARY, ours.lexicon)
    if (path / BASIS).exists():
        added = _basis(path / BASIS, foreign=True)
        if twice := added.keys() & basis.keys():
            raise InvalidRule(f"{path.name}/{BASIS}: khóa đã có sẵn: {', '.join(sorted(twice))}")
        basis = {**basis, **added}
    opened = RuleFolder(path, lexicon, basis, foreign=True)
    if not opened.files():
        raise InvalidRule(f"thư mục {path} không có tệp quy tắc .yml nào")
    return opened


def rules_of(
    fields: Fields, lexicon: Lexicon, basis: Mapping[str, LegalBasis], *, foreign: bool = False
) -> list[CompiledRule]:
    """The rules in the fields of one file."""
    category = fields.choice("category", tuple(CATEGORY_LABELS))
    applies_to = fields.texts("applies_to", among=DOCUMENT_TYPES)
    shelf = Shelf(category, Lexicon(fields.mapping("lists"), lexicon), basis, applies_to, foreign)
    rules = [read_rule(item, shelf) for item in fields.items("rules", key="id")]
    fields.close()
    return rules


def _lexicon(file: Path, base: Lexicon | None = None) -> Lexicon:
    return lexicon_of(read_yaml(file, foreign=base is not None), base)


def lexicon_of(fields: Fields, base: Lexicon | None = None) -> Lexicon:
    """The word lists in the fields of a vocabulary file."""
    lexicon = Lexicon(fields.mapping("lists"), base)
    fields.close()
    return lexicon


def _basis(file: Path, *, foreign: bool = False) -> dict[str, LegalBasis]:
    return basis_of(read_yaml(file, foreign=foreign))


def basis_of(fields: Fields) -> dict[str, LegalBasis]:
    """The provisions in the fields of a file, by key."""
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
