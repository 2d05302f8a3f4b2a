"""The characters of a paragraph, each with the element that holds it, and the way back from cleaned text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.domain import Span
from checker.reading.docx.markup import attribute, branch, descendants, local, unwrapped
from checker.reading.docx.story import Paragraph, Story
from checker.text import clean

_BREAKS = dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " ")
_BLANKS = frozenset({"tab", "ptab", "br", "cr"})
_PRIVATE_USE = range(0xE000, 0xF900)
# The signs of the symbol fonts that drafts use; the low byte of the code is the place in the font.
_SYMBOLS = {
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xD7: "·", 0x2D: "-", 0x2B: "+", 0x25: "%", 0x2F: "/",
    },
    "wingdings": {
        0x6F: "□", 0x71: "❑", 0x72: "❒", 0xA8: "□", 0xA7: "▪", 0x6C: "●", 0x6E: "■", 0xD8: "➢", 0xE0: "→",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "□", 0x2A: "□"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph: `node` (in `run`) holds `text`, from `start` on in the raw text.

    Only a w:t can be cut inside; `run` is a w:r, or a formula, which is its own node.
    """

    run: Element
    node: Element
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces(story: Story, paragraph: Paragraph) -> list[Piece]:
    """The shown characters of the paragraph in order, as if all changes were accepted; `raw` joins them."""
    found: list[Piece] = []
    start = 0
    for run, node, text in _nodes(paragraph.element, story.hidden):
        if text:
            found.append(Piece(run, node, text, start))
            start += len(text)
    return found


def raw(parts: list[Piece]) -> str:
    """The characters of a paragraph before cleaning."""
    return "".join(piece.text for piece in parts)


def _nodes(container: Element, hidden: frozenset[Element]) -> Iterator[tuple[Element, Element, str]]:
    for run in unwrapped(container):
        name = local(run)
        if name == "r":
            yield from ((run, node, _shown(node, hidden)) for node in run)
        elif name in ("m:oMath", "m:oMathPara"):
            yield run, run, "".join(_line(each.text) for each in run.iter() if local(each) == "m:t")


def _line(text: str | None) -> str:
    return (text or "").translate(_BREAKS)


def _shown(node: Element, hidden: frozenset[Element]) -> str:
    """What a child of a run shows: w:t its text, breaks a space; what stands deeper counts as one with it."""
    if node in hidden:
        return ""
    name = local(node)
    if name == "t":
        return _line(node.text)
    if name in _BLANKS:
        return " "
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        return _symbol(node)
    return _nested(node, name, hidden)


def _nested(node: Element, name: str, hidden: frozenset[Element]) -> str:
    if name == "mc:AlternateContent":
        chosen = branch(node)
        return "" if chosen is None else "".join(_shown(each, hidden) for each in chosen)
    if name == "ruby":
        bases = descendants(node, "rubyBase")
        return "".join(text for base in bases for _, _, text in _nodes(base, hidden))
    return ""


def _symbol(node: Element) -> str:
    try:
        code = int(attribute(node, "char") or "", 16)
    except ValueError:
        return " "
    font = (attribute(node, "font") or "").casefold()
    if font in _SYMBOLS:
        return _SYMBOLS[font].get(code & 0xFF, " ")
    return " " if code in _PRIVATE_USE or not 0x20 <= code < 0x110000 else _line(chr(code))


def sources(text: str) -> tuple[Span, ...]:
    """For each character of `clean(text)` the characters of `text` that it was made of.

    A letter typed as base and marks comes from all of them; dropped characters belong to the one before.
    """
    cleaned = clean(text)
    if cleaned == text:
        return tuple(Span(index, index + 1) for index in range(len(text)))
    found: list[Span] = []
    written = []
    for span in _clusters(text):
        part = clean(text[span.start : span.end])
        written.append(part)
        found += [span] * len(part)
    if "".join(written) == cleaned:
        return tuple(found)
    # Scripts whose letters join across clusters: no exact place, so every character stands for the whole.
    return (Span(0, len(text)),) * len(cleaned)


def _clusters(text: str) -> Iterator[Span]:
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[index]):
            yield Span(start, index)
            start = index
    if text:
        yield Span(start, len(text))


def _joins(char: str) -> bool:
    """True for what may melt into the character before it: marks, what cleaning drops, Hangul vowels."""
    return unicodedata.category(char).startswith("M") or not clean(char) or "\u1160" <= char <= "\u11ff"


def raw_span(text: str, block_span: Span, label: str) -> Span | None:
    """The characters of a paragraph's raw `text` behind a span of its block's text with this label.

    None where the span lies wholly in the label, which is not among the characters of the file.
    """
    origin = sources(text)
    start = max(block_span.start - len(label), 0)
    end = min(block_span.end - len(label), len(origin))
    if start >= end:
        return None
    return Span(origin[start].start, origin[end - 1].end)
