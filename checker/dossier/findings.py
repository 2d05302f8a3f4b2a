"""A finding about a dossier: a place in one of its papers, or no place where a paper is not there."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain import DossierFinding, Passage
from checker.findings import Remark, finding_at


def finding(remark: Remark, *, at: Passage | None = None, papers: Sequence[str] = ()) -> DossierFinding:
    """The finding placed `at` a passage, its paper first in `papers`."""
    named = dict.fromkeys([*([at.file] if at else []), *papers])
    return DossierFinding(finding_at(remark, at), tuple(named))
