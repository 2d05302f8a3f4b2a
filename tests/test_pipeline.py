"""The spaCy pipeline keeps every character, tags and splits, and survives being saved."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import DocBin

from checker import pipeline

TEXT = (
    "Điều 5.  Chế độ\tthai sản\n\n1. Lao động nữ được nghỉ khi con ốm; nam giới và nữ giới cùng chăm con. \n"
)
VIETNAMESE = st.text(alphabet="aăâđêôơưàảãáạệộ ĐNHSG \n\t.,;:1250-/()“”\u00a0", max_size=150)
NLP = pipeline.create()


@given(st.one_of(VIETNAMESE, st.text(max_size=80)))
def test_every_character_is_kept(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


def test_words_and_tags() -> None:
    doc = NLP("Cha và mẹ cùng chăm sóc con.")
    assert [(token.text, token.tag_, token.pos_) for token in doc][:3] == [
        ("Cha", "N", "NOUN"),
        ("và", "C", "CCONJ"),
        ("mẹ", "N", "NOUN"),
    ]
    assert [token.text for token in doc if token.pos_ == "VERB"] == ["chăm sóc"]


def test_blanks_are_tokens() -> None:
    doc = NLP("Nam  và nữ\nbình đẳng")
    assert [token.text for token in doc if token.is_space] == [" ", "\n"]
    assert {token.pos_ for token in doc if token.is_space} == {"SPACE"}


def test_every_tag_of_the_model_is_mapped() -> None:
    from checker.text.segmentation import _tagger

    assert set(_tagger().tagger.labels()) <= set(pipeline.UNIVERSAL)


def test_sentences() -> None:
    assert [sentence.text.strip() for sentence in NLP(TEXT).sents] == [
        "Điều 5.  Chế độ\tthai sản",
        "1. Lao động nữ được nghỉ khi con ốm;",
        "nam giới và nữ giới cùng chăm con.",
    ]


def test_token_pattern() -> None:
    matcher = Matcher(NLP.vocab)
    matcher.add("care", [[{"TAG": "V"}, {"POS": "NOUN", "LOWER": "con nhỏ"}]])
    doc = NLP("Cha và mẹ cùng chăm sóc con nhỏ.")
    assert [doc[start:end].text for _, start, end in matcher(doc)] == ["chăm sóc con nhỏ"]


def described(nlp: Language) -> list[tuple[str, str, str, bool | None]]:
    return [(t.text_with_ws, t.tag_, t.pos_, t.is_sent_start) for t in nlp(TEXT)]


def test_saved_to_disk_and_loaded(tmp_path: Path) -> None:
    NLP.to_disk(tmp_path / "vi")
    loaded = spacy.load(tmp_path / "vi")
    assert loaded.pipe_names == ["vi_tagger", "vi_sentences"]
    assert described(loaded) == described(NLP)


@pytest.mark.parametrize("exclude", [[], ["vocab"]])
def test_bytes(exclude: list[str]) -> None:
    loaded = pipeline.create().from_bytes(NLP.to_bytes(exclude=exclude), exclude=exclude)
    assert described(loaded) == described(NLP)


def test_pickle() -> None:
    assert described(pickle.loads(pickle.dumps(NLP))) == described(NLP)


def test_docs_are_stored_with_their_tags() -> None:
    stored = DocBin(attrs=["TAG", "POS", "SENT_START"], docs=[NLP(TEXT)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(NLP.vocab)
    assert [(t.text_with_ws, t.tag_, t.pos_, t.is_sent_start) for t in doc] == described(NLP)


def test_guide_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    examples = (root / "docs" / "spacy.md").read_text(encoding="utf-8").split("```python\n")[1:]
    assert len(examples) == 2
    for example in examples:
        code = example.partition("```")[0]
        exec(compile(code, "docs/spacy.md", "exec"), {})
    assert (tmp_path / "vi-legal" / "config.cfg").is_file()
