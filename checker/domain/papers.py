"""What reading and structure yield: blocks of a file, clauses and tables of a document, what it cites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

BlockKind = Literal["paragraph", "heading", "cell"]
Part = Literal["body", "footnote", "endnote", "header", "footer", "textbox", "comment"]
View = Literal["accepted", "original", "both"]
Zone = Literal["head", "preamble", "body", "recipients", "signature"]
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
