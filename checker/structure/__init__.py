"""Blocks to a document: clauses with parents and citations, zones, and what the head says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from checker.domain import Block, Clause, Document, Part, Reading, Span
from checker.structure.amendments import amended, old_text
from checker.structure.citations import citations
from checker.structure.contents import without_contents
from checker.structure.lines import Line, lines_of
from checker.structure.metadata import metadata
from checker.structure.navigation import ancestors, children, clauses_of_dieu, dieu_of, subtree
from checker.structure.outline import Node, outline
from checker.structure.parts import parts_of
from checker.structure.places import find_place
from checker.structure.slips import mended
from checker.structure.tables import tables_of
from checker.structure.zones import zones_of

__all__ = [
    "amended",
    "ancestors",
    "children",
    "clauses_of_dieu",
    "dieu_of",
    "find_place",
    "old_text",
    "parse",
    "subtree",
]

_OPENING_LINES = 30
_SHORT = 60  # characters of a line that only says “Dự thảo” and its date or number
_ENACTED = ("footnote", "endnote", "textbox")
_ASIDES: Mapping[Part, str] = {
    "footnote": "cước chú",
    "endnote": "chú thích cuối văn bản",
    "textbox": "hộp văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "comment": "nhận xét có sẵn trong tệp",
}


def parse(name: str, reading: Reading) -> Document:
    """The document of a reading: one clause a non-empty block. Never raises for odd structure."""
    everything = lines_of(reading.blocks)
    body = [line for line in everything if _part(reading.blocks, line) == "body"]
    lines = mended(without_contents(body))
    parts = parts_of(lines)
    zones = zones_of(lines, parts)
    nodes = [
        *outline((line, zone, parts.get(i)) for i, (line, zone) in enumerate(zip(lines, zones, strict=True)))
    ]
    asides = everything[len(lines) :]
    nodes += [_aside(line, _part(reading.blocks, line)) for line in asides]
    starts = _starts(reading.blocks)
    first = next(iter(parts), len(lines))
    head = [line for line, zone in zip(lines[:first], zones, strict=False) if zone == "head"]
    # "DỰ THẢO" often stands in a text box or a header.
    preamble = [line for line, zone in zip(lines[:first], zones, strict=False) if zone == "preamble"]
    opening = [*lines[:_OPENING_LINES], *(line for line in asides if _says_draft(line))]
    found = metadata(name, head, opening, preamble)
    clauses = _clauses(nodes, reading.blocks, starts)
    return Document(
        name=name,
        text="\n".join(block.text for block in reading.blocks),
        blocks=reading.blocks,
        starts=starts,
        clauses=clauses,
        type=found.type,
        number=found.number,
        title=found.title,
        issuer=found.issuer,
        dated=found.dated,
        draft=found.draft,
        ocr=reading.ocr,
        notes=reading.notes,
        tables=tables_of(reading.blocks, clauses),
    )


def _part(blocks: Sequence[Block], line: Line) -> Part:
    return blocks[line.block].place.part


def _says_draft(line: Line) -> bool:
    return line.text.casefold().strip(" ().:*_-").startswith("dự thảo") and len(line.text) <= _SHORT


def _aside(line: Line, part: Part) -> Node:
    """A clause of what comes after the body: a note, a text box, a header. It belongs to no unit."""
    return Node(line, "paragraph", "", "body" if part in _ENACTED else "head", None)


def _starts(blocks: Sequence[Block]) -> tuple[int, ...]:
    ends = accumulate((len(block.text) + 1 for block in blocks), initial=0)
    return tuple(ends)[: len(blocks)]


def _clauses(nodes: Sequence[Node], blocks: tuple[Block, ...], starts: Sequence[int]) -> tuple[Clause, ...]:
    count = sum(_part(blocks, node.line) == "body" for node in nodes)
    cited = citations(nodes[:count], blocks)
    cited += [_ASIDES[_part(blocks, node.line)] for node in nodes[count:]]
    return tuple(_clause(index, node, blocks, starts, cited[index]) for index, node in enumerate(nodes))


def _clause(index: int, node: Node, blocks: Sequence[Block], starts: Sequence[int], citation: str) -> Clause:
    block = node.line.block
    start = starts[block]
    label = Span(start + node.label.start, start + node.label.end) if node.label else Span(start, start)
    return Clause(
        index=index,
        kind=node.kind,
        number=node.number,
        span=Span(start, start + len(blocks[block].text)),
        block=block,
        label=label,
        zone=node.zone,
        parent=node.parent,
        citation=citation,
    )
