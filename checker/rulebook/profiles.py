"""What each kind of draft must come with, from profiles.yml: papers, procedures, since when, on what basis.

`force` is "due" where the law asks for the paper, "ask" where it is not established that it does: then the
reader is asked and nothing is called missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from checker.domain import LegalBasis, Role, Tier
from checker.labels import DOCUMENT_LABELS
from checker.rulebook.phrases import Lexicon, Phrase
from checker.rulebook.shared_fields import legal_basis, phrases
from checker.rulebook.yaml_files import Fields, read_yaml

Force = Literal["due", "ask"]
_GAP = 6


@dataclass(frozen=True)
class RoleSigns:
    """How a paper of that role is known: words of its title, its document type, words of its file's name."""

    role: Role
    title: str
    titles: tuple[Phrase, ...]
    types: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Procedure:
    """A law-making procedure: ordinary, shortened, special; `signs` are the words by which papers name it."""

    id: str
    title: str
    signs: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class DuePaper:
    """A paper that a dossier must hold from `since` on: one of `roles`, in the procedures named."""

    id: str
    title: str
    roles: tuple[Role, ...]
    procedures: tuple[str, ...]
    since: date
    force: Force
    tier: Tier
    message: str
    why: str
    suggest: str | None
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True)
class Profile:
    """A kind of draft, known by its type and, where one type serves several bodies, by its issuer."""

    id: str
    title: str
    types: tuple[str, ...]
    issuers: tuple[Phrase, ...]
    papers: tuple[DuePaper, ...]


@dataclass(frozen=True)
class Profiles:
    """All that profiles.yml says; the order of roles and profiles is that in which they are tried."""

    roles: tuple[RoleSigns, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    profiles: tuple[Profile, ...] = ()


def read_profiles(file: Path, lexicon: Lexicon, basis: Mapping[str, LegalBasis]) -> Profiles:
    """The profiles of a file; InvalidRule names file, entry and field."""
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    procedures = tuple(_procedure(item, own) for item in fields.items("procedures", key="id"))
    known = tuple(procedure.id for procedure in procedures)
    profiles = Profiles(
        roles=tuple(_signs(item, own) for item in fields.items("roles", key="role")),
        procedures=procedures,
        profiles=tuple(_profile(item, own, basis, known) for item in fields.items("profiles", key="id")),
    )
    fields.close()
    return profiles


def _procedure(item: Fields, lexicon: Lexicon) -> Procedure:
    procedure = Procedure(item.text("id"), item.text("title"), phrases(item, "signs", lexicon, gap=_GAP))
    item.close()
    return procedure


def _signs(item: Fields, lexicon: Lexicon) -> RoleSigns:
    signs = RoleSigns(
        role=cast(Role, item.choice("role", get_args(Role))),
        title=item.text("title"),
        titles=phrases(item, "titles", lexicon, gap=_GAP),
        types=item.texts("types", among=tuple(DOCUMENT_LABELS)),
        names=item.texts("names"),
    )
    item.close()
    return signs


def _profile(
    item: Fields, lexicon: Lexicon, basis: Mapping[str, LegalBasis], procedures: tuple[str, ...]
) -> Profile:
    profile = Profile(
        id=item.text("id"),
        title=item.text("title"),
        types=item.texts("types", among=tuple(DOCUMENT_LABELS)),
        issuers=phrases(item, "issuers", lexicon, gap=_GAP),
        papers=tuple(_due(paper, basis, procedures) for paper in item.items("papers", key="id")),
    )
    item.close()
    return profile


def _due(item: Fields, basis: Mapping[str, LegalBasis], procedures: tuple[str, ...]) -> DuePaper:
    paper = DuePaper(
        id=item.text("id"),
        title=item.text("title"),
        roles=cast(tuple[Role, ...], item.texts("roles", among=get_args(Role))),
        procedures=item.texts("procedures", among=procedures) or procedures,
        since=_date(item),
        force=cast(Force, item.choice("force", get_args(Force))),
        tier=cast(Tier, item.choice("tier", get_args(Tier), "should")),
        message=item.text("message"),
        why=item.text("why"),
        suggest=item.text("suggest", "") or None,
        legal_basis=legal_basis(item, basis),
    )
    item.close()
    return paper


def _date(item: Fields) -> date:
    value = item.raw("since", date.min)
    if type(value) is not date:
        raise item.error("since", "phải là ngày dạng 2025-04-01")
    return value
