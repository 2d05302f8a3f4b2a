"""Blocks to a document: clauses with parents and citations, zones, and what the head says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from checker.domain import Block, Clause, Document, Reading, Span
from checker.structure.citations import citations
from checker.structure.lines import lines_of
from checker.structure.metadata import metadata
from checker.structure.navigation import ancestors, children, clauses_of_dieu, dieu_of, subtree
from checker.structure.outline import Node, outline
from checker.structure.parts import parts_of
from checker.structure.zones import zones_of

__all__ = ["ancestors", "children", "clauses_of_dieu", "dieu_of", "parse", "subtree"]

_OPENING_LINES = 30


def parse(name: str, reading: Reading) -> Document:
    """The document of a reading: one clause a non-empty block. Never raises for odd structure."""
    lines = lines_of(reading.blocks)
    parts = parts_of(lines)
    zones = zones_of(lines, parts)
    nodes = outline(
        (line, zone, parts.get(i)) for i, (line, zone) in enumerate(zip(lines, zones, strict=True))
    )
    starts = _starts(reading.blocks)
    first = next(iter(parts), len(lines))
    head = [line for line, zone in zip(lines[:first], zones, strict=False) if zone == "head"]
    found = metadata(name, head, lines[:_OPENING_LINES])
    return Document(
        name=name,
        text="\n".join(block.text for block in reading.blocks),
        blocks=reading.blocks,
        starts=starts,
        clauses=_clauses(nodes, reading.blocks, starts),
        type=found.type,
        number=found.number,
        title=found.title,
        issuer=found.issuer,
        draft=found.draft,
        ocr=reading.ocr,
        notes=reading.notes,
    )


def _starts(blocks: Sequence[Block]) -> tuple[int, ...]:
    ends = accumulate((len(block.text) + 1 for block in blocks), initial=0)
    return tuple(ends)[: len(blocks)]


def _clauses(nodes: Sequence[Node], blocks: tuple[Block, ...], starts: Sequence[int]) -> tuple[Clause, ...]:
    cited = citations(nodes, blocks)
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
