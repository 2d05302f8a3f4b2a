"""Which paper of a dossier a document is: by its title first, then its type, then its file's name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from checker.domain import Document, Role, Span
from checker.matching.phrases import any_phrase
from checker.matching.views import View, view_of
from checker.rulebook.profiles import Profile, Profiles

_HEAD = 1500  # characters in which a title stands where the head was not understood
_PLAIN = re.compile(r"[^a-z0-9]+")


def role_of(document: Document, profiles: Profiles) -> Role:
    """The paper's role; "khac" where nothing tells."""
    title = _view(document.title)
    for signs in profiles.roles:
        if any_phrase(signs.titles, title):
            return signs.role
    for signs in profiles.roles:
        if document.type in signs.types:
            return signs.role
    return _by_file_name(document, profiles) or _by_head(document, profiles) or "khac"


def profile_of(document: Document, profiles: Profiles) -> Profile | None:
    """The kind of draft that the document is, None where no profile is for it."""
    issuer = _view(f"{document.issuer} {document.title}")
    for profile in profiles.profiles:
        if document.type in profile.types and (not profile.issuers or any_phrase(profile.issuers, issuer)):
            return profile
    return None


def _by_file_name(document: Document, profiles: Profiles) -> Role | None:
    name = f"-{_ascii(PurePath(document.name).stem)}-"
    for signs in profiles.roles:
        if any(f"-{_ascii(sign)}-" in name for sign in signs.names):
            return signs.role
    return None


def _by_head(document: Document, profiles: Profiles) -> Role | None:
    head = _view(document.text[:_HEAD])
    return next((signs.role for signs in profiles.roles if any_phrase(signs.titles, head)), None)


def _view(text: str) -> View:
    return view_of(text, [Span(0, len(text))])


def _ascii(text: str) -> str:
    """Lower-case letters and digits with hyphens between, as files are often named: "to-trinh"."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _PLAIN.sub("-", "".join(one for one in plain if not unicodedata.combining(one))).strip("-")
