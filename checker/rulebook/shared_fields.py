"""Fields that entries of several files have: phrases, and the provisions that an entry rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.domain import LegalBasis
from checker.rulebook.phrases import Lexicon, Phrase, compile_phrase
from checker.rulebook.yaml_files import Fields


def phrases(fields: Fields, name: str, lexicon: Lexicon, *, gap: int) -> tuple[Phrase, ...]:
    """The phrases that the field `name` lists; `gap` is the most syllables that a plain … skips."""
    return compiled(fields, name, fields.texts(name), lexicon, gap=gap)


def compiled(
    fields: Fields, name: str, sources: Iterable[str], lexicon: Lexicon, *, gap: int
) -> tuple[Phrase, ...]:
    """Phrases that were taken from the field `name` before; InvalidRule names that field."""
    return fields.checked(name, lambda: tuple(compile_phrase(source, lexicon, gap=gap) for source in sources))


def legal_basis(fields: Fields, known: Mapping[str, LegalBasis], *, least: int = 0) -> tuple[LegalBasis, ...]:
    """The provisions whose keys the field lists; InvalidRule for a key that legal_basis.yml has not."""
    keys = fields.texts("legal_basis", least=least)
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise fields.error("legal_basis", f"không có trong legal_basis.yml: {', '.join(unknown)}")
    return tuple(known[key] for key in keys)
