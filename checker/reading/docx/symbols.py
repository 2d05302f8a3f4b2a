"""The signs of symbol fonts, by their place in the font: of w:sym and of text in such a font."""

from __future__ import annotations

PRIVATE_USE = range(0xE000, 0xF900)
_PLACES = range(0xF020, 0xF100)  # where Word keeps the characters of a symbol font

_SYMBOL_ROWS = {
    0x21: "!∀#∃%&∍()*+,-./",
    0x30: "0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊",
    0xE5: "∑",
    0xF2: "∫",
}
_SIGNS = {
    "symbol": {start + at: sign for start, row in _SYMBOL_ROWS.items() for at, sign in enumerate(row)},
    "wingdings": {
        0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
        0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
        0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
        0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x2A: "□", 0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "□"},
    "wingdings 3": {0x7D: "▶", 0x22: "↑", 0x5B: "➔"},
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x72: "✗", 0x34: "▶"},
}  # fmt: skip


def is_symbol_font(font: str | None) -> bool:
    """True for the fonts whose characters are signs, whatever their codes mean elsewhere."""
    return font is not None and font.casefold() in _SIGNS


def sign(font: str, code: int) -> str:
    """The sign at this place of a symbol font (as U+00xx or U+F0xx), a blank where it is unknown."""
    return _SIGNS[font.casefold()].get(code & 0xFF, " ")


def shown(char: str, font: str) -> str:
    """A character of text in a symbol font; only those that Word moved to private use are signs."""
    return sign(font, ord(char)) if ord(char) in _PLACES else char


def plain(text: str) -> str:
    """`text` of a legacy font with what was moved to private use moved back to its byte."""
    return "".join(chr(ord(char) & 0xFF) if ord(char) in _PLACES else char for char in text)
