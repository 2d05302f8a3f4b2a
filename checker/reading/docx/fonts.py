"""Which font a run is in, where that decides what its characters are: legacy encodings and symbol fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.reading.docx.markup import attribute, child, descendants, value
from checker.reading.docx.styles import Style, Styles, lineage
from checker.reading.docx.symbols import is_symbol_font
from checker.text.legacy import encoding_of

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a file: by style, by theme. `odd` is False where no run can be in such a font."""

    styles: Styles
    theme: Mapping[str, str]
    odd: bool

    def of_run(self, run: Element, chain: tuple[Style, ...]) -> str | None:
        """The odd font of a run in a paragraph with this style lineage; None for a plain Unicode font."""
        return self.of_run_properties(child(run, "rPr"), chain) if self.odd else None

    def of_run_properties(self, properties: Element | None, chain: tuple[Style, ...]) -> str | None:
        """The same by a w:rPr, of a run or of a level of a list."""
        if not self.odd:
            return None
        by_run = lineage(self.styles, value(properties, "rStyle"))
        sources = (properties, *(style.run for style in (*by_run, *chain)), self.styles.run)
        return self._odd(next((font for each in sources if (font := self._named(each)) is not None), None))

    def _odd(self, font: str | None) -> str | None:
        return font if encoding_of(font) or is_symbol_font(font) else None

    def _named(self, properties: Element | None) -> str | None:
        """The font that these properties name: that of letters beyond ASCII goes first."""
        named = child(properties, "rFonts")
        if named is None:
            return None
        for range_ in ("hAnsi", "ascii"):
            # A theme's font goes before a font by name (ECMA-376 17.3.2.26).
            theme = self.theme.get((attribute(named, f"{range_}Theme") or "")[:5])
            found = theme or attribute(named, range_)
            if found:
                return found
        return None


def load_fonts(styles: Styles, theme: Element | None, roots: list[Element]) -> Fonts:
    """The fonts of a file with these styles and theme, and these roots of text."""
    by_theme = dict(_theme_fonts(theme)) if theme is not None else {}
    properties = [styles.run, *(style.run for style in styles.by_id.values())]
    used = {*by_theme.values(), *(name for each in properties for name in _names(each))}
    used.update(name for root in roots for each in descendants(root, "rPr") for name in _names(each))
    return Fonts(styles, by_theme, any(encoding_of(name) or is_symbol_font(name) for name in used))


def _names(properties: Element | None) -> Iterator[str]:
    named = child(properties, "rFonts")
    if named is not None:
        yield from (name for range_ in ("ascii", "hAnsi") if (name := attribute(named, range_)))


def _theme_fonts(theme: Element) -> Iterator[tuple[str, str]]:
    """ "major" and "minor" with the font of Latin letters."""
    for kind in ("major", "minor"):
        for latin in theme.iter(f"{_DRAWING}{kind}Font"):
            face = next((each.get("typeface") for each in latin.iter(f"{_DRAWING}latin")), None)
            if face:
                yield kind, str(face)
