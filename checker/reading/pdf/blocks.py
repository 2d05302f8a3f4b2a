"""Paragraphs to blocks: rows joined, recognised words put right, footnotes after the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.domain import Block, Place, Span
from checker.reading.pdf.paragraphs import Paragraph, paragraphs_of
from checker.reading.pdf.rows import Row
from checker.text import clean

_HYPHENATED = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a file, and what was put right in recognised text as (written, meant)."""

    blocks: tuple[Block, ...]
    changes: tuple[tuple[str, str], ...] = ()


def blocks_of(pages: Sequence[Sequence[Row]]) -> Blocks:
    """One block a paragraph, numbered from 1: the body in reading order, then the footnotes."""
    blocks: list[Block] = []
    changes: list[tuple[str, str]] = []
    for paragraph in paragraphs_of(pages):
        block = _block(paragraph, len(blocks) + 1)
        if any(row.recognised for row in paragraph.rows):
            block, changed = _put_right(block)
            changes += changed
        blocks.append(block)
    return Blocks(tuple(blocks), tuple(changes))


def _block(paragraph: Paragraph, number: int) -> Block:
    rows = paragraph.rows
    text, doubtful = _joined(rows)
    cell = rows[0].cell
    return Block(
        text,
        Place(number, page=rows[0].page, cell=cell, part="footnote" if paragraph.footnote else "body"),
        kind="cell" if cell else "paragraph",
        bold=all(row.bold for row in rows),
        centred=paragraph.centred,
        doubtful=doubtful,
    )


def _joined(rows: Sequence[Row]) -> tuple[str, tuple[Span, ...]]:
    """Vietnamese breaks no word at a row's end: a hyphen there belongs to a compound ("kinh tế -", "NĐ-")."""
    text = ""
    doubtful: list[Span] = []
    for row in rows:
        text += "" if not text or _HYPHENATED.search(text) else " "
        doubtful += [Span(len(text) + span.start, len(text) + span.end) for span in row.doubtful]
        text += clean(row.text)
    return text, tuple(doubtful)


def _put_right(block: Block) -> tuple[Block, tuple[tuple[str, str], ...]]:
    """A recognised block with its known phrases put right; what a phrase confirms is no longer doubtful."""
    from checker.reading.ocr.repair import repaired  # its lexicon is read for scans only

    found = repaired(block.text)
    doubtful = tuple(span for span in block.doubtful if not _lies_in(span, found.confirmed))
    return replace(block, text=found.text, doubtful=doubtful), found.changes


def _lies_in(word: Span, confirmed: Sequence[Span]) -> bool:
    """True when a confirmed word lies in `word`, which may carry a comma or a bracket."""
    return any(word.start <= span.start and span.end <= word.end for span in confirmed)


def words_of(block: Block) -> Iterator[str]:
    """The doubtful words of a block."""
    return (block.text[span.start : span.end] for span in block.doubtful)
