"""Text in an old encoding whose fonts are not known, as in a .txt: told by what its words become.

A word is evidence when the encoding changes it. Words of TCVN3, VNI or VPS become Vietnamese syllables and
were none; those of Vietnamese in Unicode were syllables before, and those of French become none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.text.legacy import Encoding, decode, is_unicode
from checker.text.syllables import is_syllable

_FONTS: Mapping[Encoding, str] = {"tcvn3": ".VnTime", "vni": "VNI-Times", "vps": "VPS Times"}
# Signs beyond ASCII are letters of some old encoding, so only those of ASCII part words.
_WORD = re.compile(r"[^\s!-@\[-`{-~]+")
_BESIDE = "“”‘’„…–—•"
_ENOUGH = 5  # different words that the encoding changes; fewer are a name or two
_GOOD = 0.97
_CLEAR = 0.9  # of one line: a name in it may be foreign
_POOR = 0.5
_WHOLE = 0.8  # of all words, the unchanged ones too: French is full of words that are no syllables


@dataclass(frozen=True, slots=True)
class Converted:
    """Lines in Unicode and the encoding they were in: all of them, if `whole`, or only some."""

    lines: tuple[str, ...]
    encoding: Encoding
    whole: bool


def convert(lines: Sequence[str]) -> Converted | None:
    """The lines with all that is in one old encoding in Unicode; None where none is clearly used.

    Where some lines are in Unicode only those lines are converted that are clear by themselves.
    """
    odd = [line for line in lines if _is_odd(line)]
    encoding = next((encoding for encoding in _FONTS if _fits(odd, encoding)), None)
    if encoding is None:
        return None
    alone = not any(map(is_unicode, lines))
    shown = tuple(_shown(line, encoding, alone=alone) for line in lines)
    return Converted(shown, encoding, whole=alone)


def _is_odd(line: str) -> bool:
    """True for a line whose letters beyond ASCII stand in words that are no syllables."""
    words = [word for word in _WORD.findall(line) if not word.isascii()]
    return bool(words) and not is_unicode(line) and _share(words) <= _POOR


def _fits(odd: Sequence[str], encoding: Encoding) -> bool:
    """True where most of these lines are clear and their words are enough to tell the encoding."""
    clear = [line for line in odd if _is_clear(line, encoding)]
    words = {word for line in clear for word in _WORD.findall(line)}
    changed, _, after = _shares(words, encoding)
    whole = _share(decode(word, _FONTS[encoding]) for word in words)
    return changed >= _ENOUGH and after >= _GOOD and whole >= _WHOLE and 2 * len(clear) > len(odd)


def _is_clear(line: str, encoding: Encoding) -> bool:
    changed, before, after = _shares(_WORD.findall(line), encoding)
    return changed > 0 and before <= _POOR and after >= _CLEAR


def _shown(line: str, encoding: Encoding, *, alone: bool) -> str:
    """The line in Unicode; in a text all in one encoding (`alone`) only another language stays as it is."""
    if alone:
        old = _shares(_WORD.findall(line), encoding)[2] > _POOR
    else:
        old = not is_unicode(line) and _is_clear(line, encoding)
    return decode(line, _FONTS[encoding]) if old else line


def _shares(words: Iterable[str], encoding: Encoding) -> tuple[int, float, float]:
    """How many words the encoding changes, and the shares of them that can be syllables before and after."""
    pairs = [(word, shown) for word in words if (shown := decode(word, _FONTS[encoding])) != word]
    return len(pairs), _share([word for word, _ in pairs]), _share([shown for _, shown in pairs])


def _share(words: Iterable[str]) -> float:
    """The share of words that can be syllables, single letters aside; 1 where there is none to judge."""
    judged = [word for word in (word.strip(_BESIDE) for word in words) if len(word) > 1]
    return sum(map(is_syllable, judged)) / len(judged) if judged else 1.0
