"""Text typed in fonts from before Unicode (TCVN3, VNI, VPS), converted by the name of its font.

The tables are those of viparse; here are the font names, the capitals of .VnTimeH, the pairs that
viparse leaves out, and the way back: each converted letter knows how many characters it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

Encoding = Literal["tcvn3", "vni", "vps"]

NAMES: Mapping[Encoding, str] = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI", "vps": "VPS"}
_SUBSET = re.compile(r"[A-Z]{6}\+")  # "ABCDEF+.VnTime": how a PDF names the part of a font that it carries
_FONTS: Mapping[Encoding, re.Pattern[str]] = {
    # "VNtimes new roman" without the dot is another, rare encoding.
    "tcvn3": re.compile(r"\.vn|vn(?:time|arial)h?(?![a-z])", re.IGNORECASE),
    "vni": re.compile(r"vni", re.IGNORECASE),
    "vps": re.compile(r"vps", re.IGNORECASE),
}
# ".VnArialH,Bold", ".VnArialH-BoldItalic": what may follow the H of a font that draws capitals.
_LOOKS = re.compile(r"(?<=h)(?:[-, ]*(?:bold|italic|oblique|regular))+$", re.IGNORECASE)
# Letters that only Unicode text has: somebody typed Unicode in a font that cannot show it.
_UNICODE = re.compile(r"[\u1ea0-\u1ef9ăĂđĐĩĨũŨơƠưƯ\u0300\u0301\u0303\u0309\u0323]")
# What a PDF reader puts in place of ư, ã and à of TCVN3; between digits a minus is a minus.
_PDF_SIGNS = {"\u2212": "ư", "\u2219": "ã", "\u03bc": "à"}
# A word of capitals, two of them at least, whose only small letters have marks.
_HALF_CAPITALS = re.compile(r"\b(?=(?:[^\W\d_a-z]*[A-Z]){2})[^\W\d_a-z]*[^\W\d_A-Za-z][^\W\d_a-z]*\b")
_SMALL = re.compile(r"[a-z]")
_CAPITAL_WORD = re.compile(r"(?:[^\W\d_a-z]*[A-Z]){2}")
_CAPITAL_WORDS = 2  # one may be "UBND" beside a name
_MISSING_VNI = {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}


def encoding_of(font: str | None) -> Encoding | None:
    """The encoding of text in a font of this name; None for Unicode fonts and where no font is known."""
    name = _SUBSET.sub("", font or "", count=1).strip()
    return next((encoding for encoding, pattern in _FONTS.items() if pattern.match(name)), None)


def is_unicode(text: str) -> bool:
    """True for text with a letter that no old encoding has."""
    return bool(_UNICODE.search(text))


def decode(text: str, font: str | None) -> str:
    """`text` in Unicode as the font shows it; unchanged in a Unicode font.

    Give it whole stretches of one font: VNI writes a letter in two characters.
    """
    shown = "".join(letter for letter, _ in decoded(text, font))
    return whole_capitals(shown) if encoding_of(font) == "tcvn3" else shown


def decoded(text: str, font: str | None) -> Iterator[tuple[str, int]]:
    """The shown letters of `text` in order, each with the number of characters it was made of."""
    encoding = encoding_of(font)
    if encoding is None or is_unicode(text):
        yield from ((char, 1) for char in text)
        return
    capitals = encoding == "tcvn3" and draws_capitals(font)
    position = 0
    while position < len(text):
        shown, length = _letter(text, position, encoding)
        yield shown.upper() if capitals else shown, length
        position += length


def draws_capitals(font: str | None) -> bool:
    """True for the TCVN3 fonts that draw small letters as capitals: .VnTimeH, .VnArialH."""
    return encoding_of(font) == "tcvn3" and _LOOKS.sub("", font or "")[-1:] in ("h", "H")


def whole_capitals(text: str) -> str:
    """`text` with words like "CủA" and "NGàY" in capitals throughout; of the same length.

    TCVN3 has no capital for most letters with marks: such a word is a capital one that lost its font. So is
    "Xã" among capitals.
    """
    if not _SMALL.search(text) and len(_CAPITAL_WORD.findall(text)) >= _CAPITAL_WORDS:
        whole = text.upper()
    else:
        whole = _HALF_CAPITALS.sub(lambda word: word.group().upper(), text)
    return whole if len(whole) == len(text) else text


def _letter(text: str, position: int, encoding: Encoding) -> tuple[str, int]:
    """The letter at `position` and its length; the longest sequence of the table wins."""
    table = _table(encoding)
    pair = text[position : position + 2]
    if len(pair) == 2 and pair in table:
        return table[pair], 2
    char = pair[0]
    if encoding == "tcvn3" and char in _PDF_SIGNS and _by_a_letter(text, position):
        return _PDF_SIGNS[char], 1
    return table.get(char, char), 1


def _by_a_letter(text: str, position: int) -> bool:
    return text[max(position - 1, 0) : position].isalpha() or text[position + 1 : position + 2].isalpha()


@cache
def _table(encoding: Encoding) -> Mapping[str, str]:
    """Legacy sequence of one or two characters -> letter, loaded when the first such font is met."""
    from viparse.normalize.encodings import CHARMAPS  # brings all of viparse: 0.1 s

    table = dict(CHARMAPS[encoding].pairs)
    if encoding == "vni":
        table |= _MISSING_VNI
        # "Aù": a capital whose mark was typed in small.
        table |= {pair[0] + pair[1:].lower(): letter for pair, letter in table.items() if len(pair) > 1}
    if encoding == "vps":
        # The tables name bytes; programs that took them for Windows-1252 show other characters for some.
        table |= {_windows(byte): letter for byte, letter in table.items() if "\x80" <= byte <= "\x9f"}
    return table


def _windows(byte: str) -> str:
    return byte.encode("latin-1").decode("cp1252", errors="ignore") or byte
