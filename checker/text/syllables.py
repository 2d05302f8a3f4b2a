"""Which words can be Vietnamese syllables: onset, rhyme and tone fit together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_SHARP = ("sắc", "nặng")
_STOPS = ("p", "t", "c", "ch")  # a rhyme that ends so bears only sắc or nặng
_FRONT = ("e", "ê", "i", "y")
_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_SPELT = """
a ai ao au ay am an ang anh ap at ac ach ăm ăn ăng ăp ăt ăc âu ây âm ân âng âp ât âc
e eo em en eng ep et ec ê êu êm ên êng ênh êp êt êch i ia iu im in inh ip it ich
iêu iêm iên iêng iêp iêt iêc y yêu yêm yên yêng yêt yt o oi om on ong op ot oc oong ooc
oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oeo oem oen oet
ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt u ui um un ung up ut uc ua uê uêch uênh uêu uơ
uy uya uyu uyên uyêt uynh uych uyt uyp uyn uân uâng uât uâc uây uôi uôm uôn uông uôt uôc
ư ưi ưu ưm ưn ưng ưt ưc ưa ươi ươu ươm ươn ương ươp ươt ươc
"""
_RHYMES = frozenset(_SPELT.split())
_AFTER_QU = frozenset(
    rhyme for rhyme in _RHYMES if rhyme[0] in "aăâeêiyơô" and not rhyme.startswith(("ia", "iê"))
) | {"yên", "yêt", "ynh", "yt", "yu", "yp", "ych", "yn", "ya"}
# Names of provinces and districts, from languages of the Central Highlands and the North, as laws spell them.
_NAMES = frozenset(("đắk", "đăk", "lắk", "lăk", "kạn", "kon", "krông", "plông"))
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """True when `word` can be one Vietnamese syllable; case and the place of its tone mark do not matter."""
    if unicodedata.normalize("NFC", word.lower()) in _NAMES:
        return True
    letters, tones = _untoned(word)
    if len(tones) > 1:
        return False
    tone = tones[0] if tones else ""
    return any(_fits(onset, letters[len(onset) :], tone) for onset in _ONSETS if letters.startswith(onset))


def syllable_share(text: str, *, labels: bool = True) -> float:
    """The share, 0 to 1, of the alphabetic words of `text` that can be syllables; 1 where there is none.

    Without `labels`, single letters ("b)") and capitals that spell no syllable ("NĐ-CP", "IV") do not count.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if not labels:
        words = [word for word in words if len(word) > 1 and (is_syllable(word) or not word.isupper())]
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def _untoned(word: str) -> tuple[str, list[str]]:
    """`word` in small letters without its tone marks (â, ă, ơ and their like stay), and the tones."""
    parts = unicodedata.normalize("NFD", word.lower())
    letters = "".join(char for char in parts if char not in _TONES)
    return unicodedata.normalize("NFC", letters), [_TONES[char] for char in parts if char in _TONES]


def _fits(onset: str, rhyme: str, tone: str) -> bool:
    if onset == "qu":
        spelt = rhyme in _AFTER_QU
    elif onset == "gi" and rhyme.startswith("ê"):
        spelt = f"i{rhyme}" in _RHYMES  # giếng, giết
    else:
        spelt = rhyme in _RHYMES and _spelling(onset, rhyme)
    stopped = rhyme.endswith(_STOPS)
    return spelt and (tone in _SHARP or not stopped)


def _spelling(onset: str, rhyme: str) -> bool:
    """k, gh and ngh stand before e, ê, i and y; c, g and ng elsewhere; "gì" and "gìn" aside."""
    front = rhyme.startswith(_FRONT)
    if onset in ("k", "gh", "ngh"):
        return front
    if onset == "g":
        return not front or rhyme in ("i", "in", "it")
    if onset in ("c", "ng"):
        return not front
    return not (onset == "gi" and rhyme.startswith(("i", "y")))
