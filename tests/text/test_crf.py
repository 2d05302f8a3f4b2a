"""The features that the models see, at the edges of a line."""

from __future__ import annotations

import pytest

from checker.text.crf import features, templates


def names(*wanted: str, tokens: str, dictionary: tuple[str, ...] = ()) -> list[list[str]]:
    return features(tokens.split("|"), templates(wanted, is_title=str.istitle, dictionary=dictionary))


def test_edges_of_a_line() -> None:
    assert names("T[-1]", "T[1]", tokens="a|b") == [["T[-1]=BOS", "T[1]=b"], ["T[-1]=a", "T[1]=EOS"]]
    assert names("T[-2,-1]", "T[1,2]", tokens="a") == [["T[-2,-1]=BOS", "T[1,2]=EOS"]]


def test_window_of_two() -> None:
    assert names("T[-1,0].lower", tokens="Lao|Động|Nữ")[1:] == [
        ["T[-1,0].lower=lao động"],
        ["T[-1,0].lower=động nữ"],
    ]


def test_values() -> None:
    rows = names("T[0].isdigit", "T[0].istitle", "T[0].is_in_dict", tokens="5|Nữ|²", dictionary=("nữ",))
    assert [[feature.partition("=")[2] for feature in row] for row in rows] == [
        ["True", "False", "False"],
        ["False", "True", "True"],
        ["False", "False", "False"],
    ]


def test_tags_are_unknown() -> None:
    assert names("T[-2,-1][1]", tokens="lao động|nữ|nghỉ") == [
        ["T[-2,-1][1]=BOS"],
        ["T[-2,-1][1]=BOS"],
        ["T[-2,-1][1]=X X"],
    ]


def test_no_tokens() -> None:
    assert features([], templates(["T[0]"], is_title=str.istitle)) == []


def test_unknown_template_is_refused() -> None:
    with pytest.raises(ValueError, match="not a feature template"):
        templates(["T(0)"], is_title=str.istitle)
