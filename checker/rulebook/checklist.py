"""The review checklist, from checklist.yml: what is asked, where the answer is looked for, what answers it.

A criterion is answered by cues (`parts`), by findings against it (`against`), by a paper that is there
(`paper`), or, where no paper can tell, by the reader (`ask`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from checker.domain import LegalBasis, Role, Tier
from checker.labels import CATEGORY_LABELS, CHECKLIST_GROUPS, DOCUMENT_LABELS
from checker.rulebook.phrases import Lexicon, Phrase
from checker.rulebook.shared_fields import compiled, legal_basis, phrases
from checker.rulebook.yaml_files import Fields, read_yaml

Where = Literal["gender", "document", "anywhere"]
Within = Literal["clause", "dieu"]
Sex = Literal["women", "men"]
_GAP = 8


@dataclass(frozen=True)
class Shortfall:
    """The finding that an answer of "no", or of "partly", makes in a paper of its own."""

    category: str
    tier: Tier
    message: str
    why: str
    suggest: str | None


@dataclass(frozen=True)
class Criterion:
    """One question of the checklist.

    `roles` and `types` say which papers and documents it is asked of, `titled` what the kind and title of a
    document must hold. Cues are looked for in the part on gender, in the body, or "anywhere", also in what
    the text rests on. `when` keeps it to documents that speak of the matter, and of others it is put to the
    reader with the words of `ask`, if it has any; each of `parts` is something that must be said, `enough`
    how many make a "yes", and those in `counted` may also be said by a table that counts people of that sex;
    where none of them is said, the question is put to the reader with the words of `unsaid`, if it has any;
    the phrases `each` find the cases that it holds of: a "yes" is one only where each is met `within` its
    clause or Điều; cases and what `when` finds stand under headings or in clauses with one of `under`;
    a statement `waived` makes the question needless where none of the parts is said;
    findings of the categories `against`, of `rules` and near one of the phrases `near` where there are any,
    speak against it.
    What is asked of the `whole` law may, where a draft only amends, stand in what it leaves as it is.
    Of a body's opinion is asked with its names as `author`: what it writes as an opinion is one, its other
    papers are not asked.
    """

    id: str
    group: str
    question: str
    roles: tuple[Role, ...]
    types: tuple[str, ...]
    titled: tuple[Phrase, ...]
    where: Where
    when: tuple[Phrase, ...]
    parts: Mapping[str, tuple[Phrase, ...]]
    counted: Mapping[str, Sex]
    enough: int
    each: tuple[Phrase, ...]
    under: tuple[Phrase, ...]
    within: Within
    waived: tuple[Phrase, ...]
    author: tuple[Phrase, ...]
    whole: bool
    against: tuple[str, ...]
    rules: tuple[str, ...]
    near: tuple[Phrase, ...]
    paper: Role | None
    ask: str
    unsaid: str
    legal_basis: tuple[LegalBasis, ...]
    shortfall: Shortfall | None

    @property
    def rule(self) -> str:
        """The name under which it is reported that the criterion is not met."""
        return f"checklist-{self.id}"


@dataclass(frozen=True)
class Checklist:
    """All criteria in order, and the words by which the part of a paper on gender is known.

    `headings` open such a part; `assertions` claim equality and show nothing, unless the sentence also
    holds one of `reasons`; words inside one of `ignored` count for nothing.
    """

    criteria: tuple[Criterion, ...] = ()
    headings: tuple[Phrase, ...] = ()
    not_headings: tuple[Phrase, ...] = ()
    assertions: tuple[Phrase, ...] = ()
    reasons: tuple[Phrase, ...] = ()
    ignored: tuple[Phrase, ...] = ()


def read_checklist(file: Path, lexicon: Lexicon, basis: Mapping[str, LegalBasis]) -> Checklist:
    """The checklist of a file; InvalidRule names file, item and field."""
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    checklist = Checklist(
        criteria=tuple(_criterion(item, own, basis) for item in fields.items("items", key="id")),
        headings=phrases(fields, "headings", own, gap=_GAP),
        not_headings=phrases(fields, "not_headings", own, gap=_GAP),
        assertions=phrases(fields, "assertions", own, gap=_GAP),
        reasons=phrases(fields, "reasons", own, gap=_GAP),
        ignored=phrases(fields, "ignored", own, gap=_GAP),
    )
    fields.close()
    _check_ids(fields, checklist)
    return checklist


def _criterion(item: Fields, lexicon: Lexicon, basis: Mapping[str, LegalBasis]) -> Criterion:
    parts = item.mapping("parts")
    criterion = Criterion(
        id=item.text("id"),
        group=item.choice("group", tuple(CHECKLIST_GROUPS)),
        question=item.text("question"),
        roles=cast(tuple[Role, ...], item.texts("roles", among=get_args(Role))),
        types=item.texts("types", among=tuple(DOCUMENT_LABELS)),
        titled=phrases(item, "titled", lexicon, gap=_GAP),
        where=cast(Where, item.choice("where", get_args(Where), "document")),
        when=phrases(item, "when", lexicon, gap=_GAP),
        parts={name: compiled(item, "parts", sources, lexicon, gap=_GAP) for name, sources in parts.items()},
        counted=_counted(item, parts),
        enough=int(item.number("enough", len(parts) or 1, least=1, most=len(parts) or 1)),
        each=phrases(item, "each", lexicon, gap=_GAP),
        under=phrases(item, "under", lexicon, gap=_GAP),
        within=cast(Within, item.choice("within", get_args(Within), "clause")),
        waived=phrases(item, "waived", lexicon, gap=_GAP),
        author=phrases(item, "author", lexicon, gap=_GAP),
        whole=item.flag("whole"),
        against=item.texts("against", among=tuple(CATEGORY_LABELS)),
        rules=item.texts("rules"),
        near=phrases(item, "near", lexicon, gap=_GAP),
        paper=cast("Role | None", item.choice("paper", ("", *get_args(Role)), "") or None),
        ask=item.text("ask", ""),
        unsaid=item.text("unsaid", ""),
        legal_basis=legal_basis(item, basis),
        shortfall=_shortfall(item),
    )
    if not (criterion.parts or criterion.against or criterion.paper or criterion.ask):
        raise item.error("parts", "bị thiếu: cần parts, against, paper hoặc ask")
    item.close()
    return criterion


def _counted(item: Fields, parts: Mapping[str, object]) -> Mapping[str, Sex]:
    """Which parts tables may say; InvalidRule for a part that is none or a sex that is neither."""
    counted = {name: "".join(sexes) for name, sexes in item.mapping("counted").items()}
    if not (counted.keys() <= parts.keys() and set(counted.values()) <= set(get_args(Sex))):
        raise item.error("counted", "phải gồm tên của parts với women hoặc men")
    return cast(Mapping[str, Sex], counted)


def _shortfall(item: Fields) -> Shortfall | None:
    value = item.raw("shortfall", {})
    if not value:
        return None
    fields = Fields(value, f"{item.where}: shortfall")
    shortfall = Shortfall(
        category=fields.choice("category", tuple(CATEGORY_LABELS)),
        tier=cast(Tier, fields.choice("tier", get_args(Tier))),
        message=fields.text("message"),
        why=fields.text("why"),
        suggest=fields.text("suggest", "") or None,
    )
    fields.close()
    return shortfall


def _check_ids(fields: Fields, checklist: Checklist) -> None:
    ids = [criterion.id for criterion in checklist.criteria]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise fields.error("items", f"có mã bị trùng: {', '.join(twice)}")
