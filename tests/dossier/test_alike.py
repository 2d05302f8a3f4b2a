"""Sets of words that are nearly the same are found without comparing each with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.dossier.alike import neighbours, share

WORDS = st.frozensets(st.sampled_from("abcdefgh"), min_size=1)


@given(st.lists(WORDS, max_size=12), st.sampled_from([0.5, 0.6, 0.8, 1.0]))
def test_they_are_those_that_a_comparison_of_all_finds(sets: list[frozenset[str]], least: float) -> None:
    wanted = [
        [at for at, other in enumerate(sets) if at != index and share(one, other) >= least]
        for index, one in enumerate(sets)
    ]
    assert neighbours(sets, least) == wanted
