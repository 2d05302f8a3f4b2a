"""How fonts from before Unicode write each letter, written down anew: a vowel, then its tones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_TCVN3 = """
a a µ ¸ ¶ · ¹|â © Ç Ê È É Ë|ă ¨ » ¾ ¼ ½ Æ|e e Ì Ð Î Ï Ñ|ê ª Ò Õ Ó Ô Ö|i i × Ý Ø Ü Þ
o o ß ã á â ä|ô « å è æ ç é|ơ ¬ ê í ë ì î|u u ï ó ñ ò ô|ư - õ ø ö ÷ ù|y y ú ý û ü þ
"""
_VPS = """
a a à á ä ã å|â â À Ã Ä Å Æ|ă æ ¢ ¡ £ ¤ ¥|e e è é È ë Ë|ê ê Š ‰ ‹ Í Œ|i i ì í Ì ï Î
o o ò ó Õ õ †|ô ô Ò Ó ° ‡ ¶|ơ Ö © § ª « ®|u u ù ú û Û ø|ư Ü Ø Ù º » ¿|y y ÿ š › Ï œ
"""
# A letter and the mark after it; i and y write some tones in one sign.
_VNI = """
a a aø aù aû aõ aï|â aâ aà aá aå aã aä|ă aê aè aé aú aü aë|e e eø eù eû eõ eï|ê eâ eà eá eå eã eä
i i ì í æ ó ò|o o oø où oû oõ oï|ô oâ oà oá oå oã oä|ơ ô ôø ôù ôû ôõ ôï|u u uø uù uû uõ uï
ư ö öø öù öû öõ öï|y y yø yù yû yõ î
"""


def _letters(table: str, d: str) -> Iterator[tuple[str, str]]:
    """Each letter with what is typed for it; "-" stands for the soft hyphen, which no editor shows."""
    yield "đ", d
    for line in table.strip().replace("\n", "|").split("|"):
        base, *typed = line.split(" ")
        for tone, signs in zip(_TONES, typed, strict=True):
            yield unicodedata.normalize("NFC", base + tone), signs.replace("-", "\u00ad")


TYPED: Mapping[str, Mapping[str, str]] = {
    ".VnTime": dict(_letters(_TCVN3, "®")),
    "VNI-Times": dict(_letters(_VNI, "ñ")),
    "VPS Times": dict(_letters(_VPS, "Ç")),
}
"""Font to small letter to what is typed for it: all 73 of the alphabet with their tones."""
