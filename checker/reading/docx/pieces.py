"""The characters of a paragraph as the file has them, each with the element that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.domain import View
from checker.reading.docx.markup import Change, attribute, branch, change_of, descendants, local, unwrapped
from checker.reading.docx.story import Story
from checker.reading.docx.styles import paragraph_styles
from checker.reading.docx.symbols import PRIVATE_USE, is_symbol_font, sign
from checker.reading.docx.walk import Paragraph
from checker.text.legacy import encoding_of

_BREAKS = dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " ")
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
# Not shown, but in TCVN3 and VPS fonts it is a letter (ư, Ứ).
_SOFT_HYPHEN = "\u00ad"
_TEXTS = frozenset({"t", "delText"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph: `node` (in `run`) holds `text`, from `start` on in the raw text.

    Only a node of text can be cut inside; `run` is a w:r, or a formula, which is its own node. `font` is
    named where it decides what the characters are; `change` is what a tracked change does with them, told
    in the view of both.
    """

    run: Element
    node: Element
    text: str
    start: int
    font: str | None = None
    change: Change | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def divisible(self) -> bool:
        return local(self.node) in _TEXTS


def pieces(story: Story, paragraph: Paragraph) -> list[Piece]:
    """The characters of the paragraph in the story's view, in order; `raw` joins them."""
    found: list[Piece] = []
    chain = paragraph_styles(story.styles, paragraph.properties)
    start = 0
    for run, node, text in _paragraph_nodes(story, paragraph):
        font = _sign_font(node) or story.fonts.of_run(run, chain)
        change = change_of(run) if story.view == "both" else None
        found.append(Piece(run, node, text, start, font, change))
        start += len(text)
    return found


def raw(parts: Sequence[Piece]) -> str:
    """The characters of a paragraph before conversion and cleaning."""
    return "".join(piece.text for piece in parts)


_Node = tuple[Element, Element, str]


def _paragraph_nodes(story: Story, paragraph: Paragraph) -> Iterator[_Node]:
    for element in paragraph.elements:
        yield from (each for each in _nodes(element, story.hidden, story.view) if each[2])


def _nodes(container: Element, hidden: frozenset[Element], view: View) -> Iterator[_Node]:
    for run in unwrapped(container, view):
        name = local(run)
        if name == "r":
            yield from ((run, node, _shown(node, hidden, view)) for node in run)
        elif name in ("m:oMath", "m:oMathPara"):
            yield run, run, "".join(_line(each.text) for each in run.iter() if local(each) == "m:t")


def _line(text: str | None) -> str:
    return (text or "").translate(_BREAKS)


def _shown(node: Element, hidden: frozenset[Element], view: View) -> str:
    """What a child of a run shows: w:t its text, breaks a space; what stands deeper counts as one with it."""
    if node in hidden:
        return ""
    name = local(node)
    if name == "t" or (name == "delText" and view != "accepted"):
        return _line(node.text)
    if name == "softHyphen":
        return _SOFT_HYPHEN
    if name == "sym":
        return _symbol(node)
    return _SIGNS.get(name) or _nested(node, name, hidden, view)


def _nested(node: Element, name: str, hidden: frozenset[Element], view: View) -> str:
    if name == "mc:AlternateContent":
        chosen = branch(node)
        return "" if chosen is None else "".join(_shown(each, hidden, view) for each in chosen)
    if name == "ruby":
        bases = descendants(node, "rubyBase")
        return "".join(text for base in bases for _, _, text in _nodes(base, hidden, view))
    return ""


def _symbol(node: Element) -> str:
    """The character of a w:sym: a sign, a letter of a legacy font as its byte, a blank if unknown."""
    try:
        code = int(attribute(node, "char") or "", 16)
    except ValueError:
        return " "
    font = attribute(node, "font") or ""
    if is_symbol_font(font):
        return sign(font, code)
    if encoding_of(font):
        return _line(chr(code & 0xFF))
    return " " if code in PRIVATE_USE or not 0x20 <= code < 0x110000 else _line(chr(code))


def _sign_font(node: Element) -> str | None:
    """The legacy font that a w:sym names for itself."""
    font = attribute(node, "font") if local(node) == "sym" else None
    return font if encoding_of(font) else None
