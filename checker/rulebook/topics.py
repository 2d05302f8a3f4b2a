"""The matters by which a dossier's papers are compared, from topics.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.rulebook.phrases import Lexicon, Phrase
from checker.rulebook.shared_fields import phrases
from checker.rulebook.yaml_files import Fields, read_yaml

_GAP = 4


@dataclass(frozen=True)
class Topic:
    """A matter that a policy may be about, by the words that name it."""

    id: str
    title: str
    words: tuple[Phrase, ...]


@dataclass(frozen=True)
class Topics:
    """All matters, the words for the sexes and the signs that a sentence tells of a gap between them."""

    topics: tuple[Topic, ...] = ()
    gender: tuple[Phrase, ...] = ()
    gaps: tuple[Phrase, ...] = ()


def read_topics(file: Path, lexicon: Lexicon) -> Topics:
    """The topics of a file; InvalidRule names file, topic and field."""
    fields = read_yaml(file)
    own = Lexicon(fields.mapping("lists"), lexicon)
    topics = Topics(
        topics=tuple(_topic(item, own) for item in fields.items("topics", key="id")),
        gender=phrases(fields, "gender", own, gap=_GAP),
        gaps=phrases(fields, "gaps", own, gap=_GAP),
    )
    fields.close()
    return topics


def _topic(item: Fields, lexicon: Lexicon) -> Topic:
    topic = Topic(item.text("id"), item.text("title"), phrases(item, "words", lexicon, gap=_GAP))
    item.close()
    return topic
