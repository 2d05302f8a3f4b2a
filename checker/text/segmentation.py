"""Words with their offsets and tags; the text itself is never re-spelled.

underthesea returns strings, re-spelled and without offsets. Here its own token pattern gives the offsets,
and only what its models see is re-spelled, so that words and tags are underthesea's. Nothing is aligned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from checker.text.crf import Template, features, templates

# A model's memory grows with the tokens of one call; legal paragraphs are far below this.
LONGEST = 1000
_ONE_LETTER = str.maketrans("ðÐ", "đĐ")
_TAG_TEMPLATES = (
    "T[-2].lower", "T[-1].lower", "T[0].lower", "T[1].lower", "T[2].lower",
    "T[0].istitle", "T[-1].istitle", "T[1].istitle",
    "T[-2]", "T[-1]", "T[0]", "T[1]", "T[2]", "T[-2,-1]", "T[-1,0]", "T[0,1]", "T[1,2]",
    "T[-3][1]", "T[-2][1]", "T[-1][1]", "T[-3,-2][1]", "T[-2,-1][1]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one or more syllables: half-open offsets into the text, underthesea's tag ("N", "V")."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class _Model:
    tagger: Any  # underthesea_core.CRFTagger, which has no types
    templates: tuple[Template, ...]

    def tags(self, tokens: Sequence[str]) -> list[str]:
        parts = [tokens[at : at + LONGEST] for at in range(0, len(tokens), LONGEST)]
        return [tag for part in parts for tag in self.tagger.tag(features(part, self.templates))]


def segment(text: str) -> tuple[Word, ...]:
    """Return the words of `text` (NFC) in order; together they cover all but blanks and line ends."""
    return tuple(word for start, line in _lines(text) for word in _segment_line(line, start))


def find_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the words of `text`, as `segment` does, without looking for tags."""
    return tuple((start + a, start + b) for start, line in _lines(text) for a, b in _join(line))


def tag_words(words: Sequence[str]) -> list[str]:
    """Return one tag a word, for the words of one line."""
    return _tagger().tags([_as_seen(word) for word in words])


def _segment_line(line: str, start: int) -> Iterator[Word]:
    spans = _join(line)
    tags = tag_words([line[a:b] for a, b in spans])
    return (Word(start + a, start + b, tag) for (a, b), tag in zip(spans, tags, strict=True))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield start, line
        start += len(line) + 1


def _join(line: str) -> list[tuple[int, int]]:
    """Join the tokens of a line to words: a token tagged I-W goes on with the word before it."""
    tokens = _split(line)
    joined: list[tuple[int, int]] = []
    for (start, end), tag in zip(
        tokens, _joiner().tags([_respell(line[a:b]) for a, b in tokens]), strict=True
    ):
        if tag == "I-W" and joined:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _split(text: str) -> list[tuple[int, int]]:
    # The pattern does not know U+00D0, which looks like Đ.
    return [found.span() for found in _pattern().finditer(text.translate(_ONE_LETTER))]


@lru_cache(maxsize=1 << 16)
def _as_seen(word: str) -> str:
    # A blank behind it, as in its line: an abbreviation keeps its dot ("TP.") unless the line ends there.
    return " ".join(_respell(word[start:end]) for start, end in _split(f"{word} "))


@lru_cache(maxsize=1 << 16)
def _respell(token: str) -> str:
    return _normalizer()(token)


# underthesea takes half a second to import, so it is loaded when the first word is asked for.


@cache
def _pattern() -> Any:
    from underthesea.pipeline.word_tokenize import regex_tokenize

    return regex_tokenize.patterns


@cache
def _normalizer() -> Callable[[str], str]:
    from underthesea.pipeline.text_normalize.token_normalize import token_normalize

    normalize: Callable[[str], str] = token_normalize
    return normalize


@cache
def _joiner() -> _Model:
    import joblib

    folder = _pipelines() / "word_tokenize" / "models" / "ws_crf_vlsp2013_20230727"
    names, dictionary = (joblib.load(folder / f"{part}.bin") for part in ("features", "dictionary"))
    return _Model(
        _load(folder / "models.bin"), templates(names, is_title=_is_no_small_letter, dictionary=dictionary)
    )


@cache
def _tagger() -> _Model:
    return _Model(
        _load(_pipelines() / "pos_tag" / "pos_crf_2017_10_11.bin"),
        templates(_TAG_TEMPLATES, is_title=str.istitle),
    )


def _is_no_small_letter(letter: str) -> bool:
    return letter == letter.upper()


def _load(path: Path) -> Any:
    from underthesea_core import CRFTagger

    tagger = CRFTagger()
    tagger.load(str(path))
    return tagger


def _pipelines() -> Path:
    import underthesea

    return Path(underthesea.__file__).parent / "pipeline"
