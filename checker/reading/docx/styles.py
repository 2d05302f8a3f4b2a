"""Styles of a Word file: what a paragraph or run is by its style, and what it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.reading.docx.markup import attribute, child, integer, local, switched, value

_HEADING_NAME = re.compile(r"(heading \d|title)", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """One style with its own properties only; None where it says nothing and its base decides."""

    id: str
    name: str
    base: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, the default paragraph style, and the document's default properties."""

    by_id: Mapping[str, Style]
    default: str | None = None
    paragraph: Element | None = None
    run: Element | None = None


@dataclass(frozen=True, slots=True)
class NumberRef:
    """A paragraph's place in a list: the num's id, the level from 0.

    `linked` are the styles, nearest first, whose link from a level of the list goes before `level`.
    """

    num: str
    level: int
    linked: tuple[str, ...] = ()


def load_styles(root: Element | None) -> Styles:
    """The styles of styles.xml; empty where the file has none."""
    if root is None:
        return Styles({})
    found = [style for style in root if local(style) == "style"]
    default = next((s for s in found if attribute(s, "type") == "paragraph" and _is_default(s)), None)
    return Styles(
        by_id={style.id: style for style in map(_style, found)},
        default=None if default is None else attribute(default, "styleId"),
        paragraph=child(root, "docDefaults", "pPrDefault", "pPr"),
        run=child(root, "docDefaults", "rPrDefault", "rPr"),
    )


def _is_default(style: Element) -> bool:
    return attribute(style, "default") in ("1", "true", "on")


def _style(element: Element) -> Style:
    return Style(
        id=attribute(element, "styleId") or "",
        name=value(element, "name") or "",
        base=value(element, "basedOn"),
        paragraph=child(element, "pPr"),
        run=child(element, "rPr"),
    )


def lineage(styles: Styles, style_id: str | None) -> Iterator[Style]:
    """The style and the styles it is based on, nearest first; a circle ends where it closes."""
    seen: set[str] = set()
    while style_id is not None and style_id not in seen and style_id in styles.by_id:
        seen.add(style_id)
        style = styles.by_id[style_id]
        yield style
        style_id = style.base


def paragraph_styles(styles: Styles, properties: Element | None) -> tuple[Style, ...]:
    """The style lineage of a paragraph by its w:pPr, the default style where it names none that exists."""
    named = value(properties, "pStyle")
    return tuple(lineage(styles, named if named in styles.by_id else styles.default))


def is_centred(styles: Styles, properties: Element | None) -> bool:
    """True where the paragraph is centred, by its w:pPr, its style or the document's default."""
    sources = [properties, *(style.paragraph for style in paragraph_styles(styles, properties))]
    said = (value(source, "jc") for source in (*sources, styles.paragraph))
    return next((alignment for alignment in said if alignment is not None), "") == "center"


def is_heading(styles: Styles, properties: Element | None) -> bool:
    """True for the styles Heading and Title, those based on them, and any outline level."""
    chain = paragraph_styles(styles, properties)
    sources = [properties, *(style.paragraph for style in chain)]
    levels = (integer(source, "outlineLvl") for source in sources)
    level = next((found for found in levels if found is not None), None)
    if level is not None:
        return level < _BODY_LEVEL
    return any(_HEADING_NAME.fullmatch(style.name) for style in chain)


def run_switch(styles: Styles, chain: tuple[Style, ...], run: Element, name: str) -> bool:
    """An on/off property ("b", "vanish") of a run in a paragraph with this style lineage.

    Said by the run it holds; said by both the paragraph's and the run's style the two cancel out
    (ECMA-376 17.7.3).
    """
    own = child(run, "rPr")
    direct = switched(own, name)
    if direct is not None:
        return direct
    by_paragraph = _style_switch(chain, name)
    by_run = _style_switch(tuple(lineage(styles, value(own, "rStyle"))), name)
    if by_paragraph is None and by_run is None:
        return bool(switched(styles.run, name))
    return bool(by_paragraph) != bool(by_run)


def _style_switch(chain: tuple[Style, ...], name: str) -> bool | None:
    return next((said for style in chain if (said := switched(style.run, name)) is not None), None)


def number_ref(styles: Styles, properties: Element | None) -> NumberRef | None:
    """Which list and level numbers the paragraph, by its w:pPr or its style; None for none."""
    chain = paragraph_styles(styles, properties)
    own = child(properties, "numPr")
    sources = [own, *(child(style.paragraph, "numPr") for style in chain)]
    num = next((found for source in sources if (found := value(source, "numId")) is not None), None)
    if num is None or num == "0":
        return None
    levels = [integer(source, "ilvl") for source in sources]
    said = next((index for index, level in enumerate(levels) if level is not None), len(levels))
    linked = () if own is not None and said == 0 else tuple(style.id for style in chain[:said])
    return NumberRef(num, levels[said] or 0 if said < len(levels) else 0, linked)
