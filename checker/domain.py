"""All the nouns: frozen values that flow one way, bytes -> blocks -> document -> findings -> report.

One coordinate system: every span is a pair of offsets into `Document.text`, counted in Unicode
characters, the end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

BlockKind = Literal["paragraph", "heading", "cell"]
Part = Literal["body", "footnote", "endnote", "header", "footer", "textbox", "comment"]
View = Literal["accepted", "original", "both"]
Zone = Literal["head", "preamble", "body", "recipients", "signature"]
Tier = Literal["must", "should", "consider", "credit"]
ReferenceKind = Literal["document", "provision", "body", "territory", "wording"]
RuleKind = Literal["phrase", "pattern", "pair", "contrast", "absent"]
Scope = Literal["sentence", "clause", "dieu", "table", "document"]
Status = Literal["verified", "secondary", "unverified"]
EvidenceRole = Literal["trigger", "context"]
MissCause = Literal["false-friend", "document-type", "lacking", "present", "titled", "under"]
Answer = Literal["yes", "no", "partly", "not-applicable"]
Role = Literal[
    "du-thao", "to-trinh", "danh-gia-tac-dong", "ban-danh-gia", "phu-luc-so-lieu-gioi",
    "bang-tiep-thu", "y-kien", "bao-cao-tham-dinh", "khac",
]  # fmt: skip
ClauseKind = Literal[
    "phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "phu-luc",
    "roman", "arabic", "letter", "dash", "paragraph", "cell",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table: table, row and column, each counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in the file.

    `number` is the 1-based line of a .txt and the 1-based paragraph in reading order elsewhere
    (empty paragraphs are counted); `page` is 1-based, None where the format has no pages. What is not
    the body (`part`) comes after it and is counted on, so that the numbers of the body do not move.
    """

    number: int
    page: int | None = None
    cell: Cell | None = None
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it was read.

    `text` is NFC, without line breaks, and begins with `label`: the automatic number ("Điều 5. ",
    "a) ") that the reader recovered and that is not among the characters of the file. `deleted` are
    the stretches of `text` that a tracked change strikes out, where such text was asked for (a blank sets
    a struck word off from the one that replaces it, where the file has none); `doubtful`
    are the words of a scan that were not recognised for sure, which are shown but not judged.
    """

    text: str
    place: Place
    kind: BlockKind = "paragraph"
    label: str = ""
    bold: bool = False
    centred: bool = False
    deleted: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns: the blocks in reading order and Vietnamese notes on what was lost or assumed."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One unit of the document: a heading, a khoản, a điểm, a bare paragraph, a table cell.

    `span` covers the clause's own paragraph, without its children; `label` is the part of it that
    is the printed number ("Điều 5.", "2.", "a)"). `parent` and `index` point into
    `Document.clauses`, which is in reading order; `block` points into `Document.blocks`.
    `citation` is how a lawyer names the place: "điểm b khoản 2 Điều 14".
    """

    index: int
    kind: ClauseKind
    number: str
    span: Span
    block: int
    label: Span
    zone: Zone = "body"
    parent: int | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the body. `heads` has one text a column, from the `head_rows` rows at the top; `rows`
    counts the rows below them. `clauses` point into `Document.clauses`, `span` reaches from the first to
    the last. `about_people`: it counts people; `has_sex`: its columns, or the
    heads of its rows, tell the sexes apart (one row about women does not).
    """

    index: int
    head_rows: int
    heads: tuple[str, ...]
    rows: int
    span: Span
    clauses: tuple[int, ...]
    about_people: bool
    has_sex: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed draft. `text` joins the blocks' texts with line feeds; `starts[i]` is where block i begins.

    `dated` is the day that its head gives; of the number's year the first day where it gives none.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    clauses: tuple[Clause, ...]
    type: str = "khac"
    number: str = ""
    title: str = ""
    issuer: str = ""
    dated: date | None = None
    draft: bool = False
    ocr: bool = False
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that a citation names: "điểm a khoản 2 Điều 14".

    `through` is the last number of a range ("Điều 5 đến Điều 9"); `part` is a larger unit in words
    ("chương II", "phụ lục I").
    """

    dieu: str = ""
    khoan: str = ""
    diem: str = ""
    part: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal document that a text names, part by part; empty where the text does not say.

    `span` reaches from the provisions to the issuer, `name` only over kind, title, number, date and
    issuer; `subject` is what follows of a decree's title ("quy định chi tiết …"). `kind` is a code as in
    `Document.type`. `own`: the text cites itself ("Luật này"). `amended`: the words that follow say
    that it was amended; `amends`: it is cited only as what amended another. `source` is where a short
    form takes its number and date from.
    """

    span: Span
    name: Span
    kind: str
    number: str = ""
    year: int | None = None
    dated: date | None = None
    title: str = ""
    issuer: str = ""
    subject: Span | None = None
    provisions: tuple[Provision, ...] = ()
    own: bool = False
    amended: bool = False
    amends: bool = False
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A provision that a rule rests on; `status` says how sure we are of its wording and force."""

    key: str
    law: str
    article: str
    status: Status
    summary: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a rule with its answer: `marks` are the spans that a bad example must match, exactly."""

    text: str
    marks: tuple[Span, ...] = ()
    better: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it was written. Fields mirror the YAML (docs/quy-tac.md); behaviour comes from `kind`."""

    id: str
    category: str
    title: str
    tier: Tier
    kind: RuleKind
    message: str
    why: str
    legal_basis: tuple[LegalBasis, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    todo: tuple[Example, ...] = ()
    match: tuple[str, ...] = ()
    patterns: tuple[tuple[Mapping[str, object], ...], ...] = ()
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_end: tuple[str, ...] = ()
    once: bool = False
    unless: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    scope: Scope = "clause"
    unless_scope: Scope = "clause"
    applies_to: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    gap: int = 12
    bare: bool = False
    suggest: str | None = None
    score: float = 0.8


@dataclass(frozen=True, slots=True)
class StaleReference:
    """What a draft should no longer cite from `since` on. Fields mirror rules/stale_references.yml.

    Documents and provisions are told by `numbers`, `titles` and `years`, the others by phrases; `names`
    maps an old name to the new one. `fact` is said of the quoted words; how sure it is, `basis` tells.
    """

    id: str
    title: str
    kind: ReferenceKind
    tier: Tier
    since: date
    fact: str
    replacement: str
    basis: LegalBasis
    note: str = ""
    numbers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    provisions: tuple[Provision, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    match: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    amended: bool = False
    proper: bool = False
    zone: Literal["", "preamble"] = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Shared context that justifies or softens a match, written once for all rules.

    `where` says how a cue must stand to the match: before, inside, after, around (the match lies in
    the cue) or anywhere in reach; `reach` is the text that is searched: the match's sentence, its
    clause with the chapeau, that with the headings above it (chain), or those headings alone.
    """

    id: str
    title: str
    kind: Literal["cue", "quotation", "person", "citation"]
    effect: Literal["silence", "consider", "note"]
    reason: str
    where: tuple[str, ...] = ("any",)
    reach: Literal["sentence", "clause", "chain", "headings"] = "sentence"
    cues: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    silent: tuple[Example, ...] = ()
    loud: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that made the rule fire (`trigger`) or that was weighed with it (`context`)."""

    span: Span
    role: EvidenceRole = "trigger"


@dataclass(frozen=True, slots=True)
class Softening:
    """A guard that let a finding stand but added its reason or, with `lowered`, made it a suggestion."""

    by: str
    reason: str
    cue: Span
    lowered: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in place of a span: "" strikes it out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a reviewer should look at, with all that explains it. `text[start:end] == quote`.

    `redraft` is the clause as it could be written, `edits` what that changes; empty where no redraft of the
    very words passes all rules, and `suggestion` then says what to do.
    """

    id: str
    rule: str
    category: str
    tier: Tier
    quote: str
    span: Span
    clause: int
    citation: str
    place: Place
    message: str
    why: str
    suggestion: str | None
    legal_basis: tuple[LegalBasis, ...]
    evidence: tuple[Evidence, ...]
    score: float
    softened: tuple[Softening, ...] = ()
    edits: tuple[Edit, ...] = ()
    redraft: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was held down: by which guard or rule, and the reason in Vietnamese."""

    finding: Finding
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that read its words in a clause (`spans`) and yet says nothing; `cues` are what decided it."""

    rule: str
    category: str
    clause: int
    spans: tuple[Span, ...]
    cause: MissCause
    reason: str
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What a check passed over; `not_judged` tells of a clause, by its index, why no rule read it."""

    near: tuple[NearMiss, ...]
    not_judged: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a paper that support an answer: `file` names the paper, `span` is in its document's text."""

    file: str
    span: Span
    quote: str
    citation: str
    place: Place


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A question of the review checklist with its answer, what it rests on and what is still missing."""

    item: str
    group: str
    question: str
    answer: Answer
    reason: str = ""
    evidence: tuple[Passage, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the checklist that the papers cannot answer: it is put to the reader; `why` says so."""

    item: str
    group: str
    question: str
    why: str
    legal_basis: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that one document's check yields; `trace` is there where an explanation was asked for."""

    document: Document
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    checklist: tuple[ChecklistItem, ...]
    notes: tuple[str, ...]
    versions: Mapping[str, str | None]
    trace: Trace | None = None
    questions: tuple[Question, ...] = ()
    role: Role = "du-thao"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of a dossier: what it is there for and, unless it could not be read, its report."""

    file: str
    role: Role
    report: Report | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """A finding about the dossier as a whole; `papers` are the files that it speaks of."""

    finding: Finding
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the check of a folder or zip yields: its papers, and what holds for them together."""

    name: str
    papers: tuple[Paper, ...]
    findings: tuple[DossierFinding, ...]
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    versions: Mapping[str, str | None]
