"""A spaCy pipeline for Vietnamese legal text: words, tags, sentences, with every character kept.

The tokenizer and both components are registered as entry points of the package, so `spacy.load` and
`spacy.blank` find them once the package is installed (docs/spacy.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from checker.text.segmentation import find_words, tag_words
from checker.text.sentences import sentence_starts

TOKENIZER = "checker.vi_tokenizer.v1"
SPACE_TAG = "_SP"
# underthesea's tags (VLSP) in Universal Dependencies; "C" is split by _COORDINATING.
UNIVERSAL = {
    "A": "ADJ", "C": "SCONJ", "CH": "PUNCT", "E": "ADP", "FW": "X", "I": "INTJ", "L": "DET", "M": "NUM",
    "N": "NOUN", "Nc": "NOUN", "Np": "PROPN", "Nu": "NOUN", "Ny": "NOUN", "P": "PRON", "R": "ADV",
    "T": "PART", "V": "VERB", "Vy": "VERB", "X": "X", "Z": "X", SPACE_TAG: "SPACE",
}  # fmt: skip
_COORDINATING = frozenset({"và", "hoặc", "hay", "cùng", "nhưng", "song"})


def create() -> Language:
    """Return the pipeline: tokenizer, `vi_tagger`, `vi_sentences`. Nothing is downloaded."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("vi_tagger")
    nlp.add_pipe("vi_sentences")
    return nlp


class VietnameseTokenizer(DummyTokenizer):
    """Words of one or several syllables as tokens; `doc.text == text`, whatever the text.

    Blanks other than one space after a word become tokens of their own, as in spaCy's own tokenizer.
    It has no state but the vocabulary, so there is nothing to write to disk.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = _words_and_spaces(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[type[VietnameseTokenizer], tuple[Vocab]]:
        return VietnameseTokenizer, (self.vocab,)


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # catalogue has no types
def create_tokenizer() -> Callable[[Language], VietnameseTokenizer]:
    """Return what makes the tokenizer for a pipeline."""
    return lambda nlp: VietnameseTokenizer(nlp.vocab)


@Language.factory("vi_tagger", assigns=["token.tag", "token.pos"])
def create_tagger(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy passes both)
    """Return the component that sets underthesea's tag and the universal part of speech of each token."""
    return tag


@Language.factory("vi_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy passes both)
    """Return the component that marks where sentences begin."""
    return mark_sentences


def tag(doc: Doc) -> Doc:
    """Tag the tokens of `doc`, line by line, and return it."""
    for _, line in groupby(doc, key=_line_counter()):
        tokens = list(line)
        words = [token for token in tokens if not token.is_space]
        for token in tokens:
            token.tag_, token.pos_ = SPACE_TAG, UNIVERSAL[SPACE_TAG]
        for token, vlsp in zip(words, tag_words([token.text for token in words]), strict=True):
            token.tag_, token.pos_ = vlsp, _universal(vlsp, token)
    return doc


def mark_sentences(doc: Doc) -> Doc:
    """Mark the first token of each sentence of `doc` and return it; blanks belong to the sentence before."""
    offsets = [token.idx for token in doc]
    starts = {0, *(bisect_left(offsets, start) for start in sentence_starts(doc.text))}
    for token in doc:
        token.is_sent_start = token.i in starts
    return doc


def _universal(vlsp: str, token: Token) -> str:
    if vlsp == "C" and token.lower_ in _COORDINATING:
        return "CCONJ"
    return UNIVERSAL.get(vlsp, "X")


def _line_counter() -> Callable[[Token], int]:
    """Return a key that grows by one with each token that holds a line feed."""
    lines = 0

    def count(token: Token) -> int:
        nonlocal lines
        lines += "\n" in token.text
        return lines

    return count


def _words_and_spaces(text: str) -> tuple[list[str], list[bool]]:
    """Return what spaCy builds a Doc of: tokens, and whether one space follows each."""
    words: list[str] = []
    spaces: list[bool] = []
    for piece, is_word in _pieces(text):
        if not is_word and words and piece.startswith(" "):
            spaces[-1], piece = True, piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words and the blanks between them: together they are the text."""
    done = 0
    for start, end in find_words(text):
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False
