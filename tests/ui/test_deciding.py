"""What the page says of decisions is looked at before it counts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ui.deciding import LONGEST, Desk, add, words

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
GOOD = {"key": "k1", "finding": "f1", "verdict": "dismissed", "reviewer": " Lan ", "reason": "vì", "seen": 3}


def test_a_decision_is_read_with_its_words() -> None:
    (word,) = words([GOOD], ["f1"], now=NOON)
    made = word.decision
    assert (word.key, word.seen, made.finding, made.verdict) == ("k1", 3, "f1", "dismissed")
    assert (made.reviewer, made.reason, made.wording, made.note, made.at) == ("Lan", "vì", "", "", NOON)


@pytest.mark.parametrize(
    "change",
    [{"verdict": "burn"}, {"verdict": None}, {"reviewer": "  "}, {"finding": "f2"}, {"key": ""}, {"key": 7}],
)
def test_what_says_nothing_on_a_known_finding_is_dropped(change: dict[str, object]) -> None:
    assert words([GOOD | change], ["f1"]) == []


def test_long_words_are_cut() -> None:
    (word,) = words([GOOD | {"reason": "a\0" * 2 * LONGEST}], ["f1"])
    assert word.decision.reason == "a" * LONGEST


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(GOOD)), inner),
    max_leaves=10,
)


@given(anything)
def test_no_message_breaks_the_page(messages: object) -> None:
    for word in words(messages, ["f1"]):
        assert word.decision.finding == "f1"


def test_the_last_decision_on_a_finding_holds() -> None:
    desk = Desk()
    for verdict in ("accepted", "dismissed"):
        (word,) = words([GOOD | {"verdict": verdict}], ["f1"])
        add(desk, word.decision)
    assert [one.number for one in desk.history] == [1, 2]
    assert desk.current["f1"].verdict == "dismissed"
