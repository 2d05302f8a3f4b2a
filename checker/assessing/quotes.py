"""A hit of a cue is a word or two: evidence is quoted with the words that it stands among."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.domain import Document, Passage, Span

_STOP = re.compile(r"[;:\n()|]|[.,](?!\d)")
_WORD = re.compile(r"\S+")
_BESIDE = 60  # characters shown on each side: a line of text in all


def readable(document: Document, passage: Passage) -> Passage:
    """The passage with the words around it, up to the next stop on each side."""
    start, end = passage.span.start, passage.span.end
    before = document.text[max(0, start - _BESIDE) : start]
    after = document.text[end : end + _BESIDE]
    span = Span(start - len(_last_part(before, start > _BESIDE)), end + len(_first_part(after)))
    return replace(passage, span=span, quote=document.text[span.start : span.end])


def _last_part(text: str, cut: bool) -> str:
    stops = [found.end() for found in _STOP.finditer(text)]
    words = _WORD.search(text, stops[-1] if stops else 0)
    if words and cut and not stops and words.start() == 0:
        words = _WORD.search(text, words.end())  # the first word may be half a word
    return text[words.start() :] if words else ""


def _first_part(text: str) -> str:
    stop = _STOP.search(text)
    part = text[: stop.start()] if stop else text.rpartition(" ")[0] if len(text) == _BESIDE else text
    return part.rstrip()
