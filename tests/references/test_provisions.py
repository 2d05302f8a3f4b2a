"""Provisions that are out of date are met by what is cited of them, also by ranges."""

from __future__ import annotations

import pytest

from checker.domain import Provision
from checker.references.provisions import chains, meets
from checker.text import fold


def cited(words: str) -> tuple[Provision, ...]:
    (chain,) = chains(fold(words))
    return chain.provisions


@pytest.mark.parametrize(
    ("wanted", "words", "met"),
    [
        (Provision("5", through="9"), "Điều 7", True),
        (Provision("5", through="9"), "khoản 2 Điều 9", True),
        (Provision("5", through="9"), "Điều 8 đến Điều 12", True),
        (Provision("5", through="9"), "từ Điều 3 đến Điều 20", True),
        (Provision("5", through="9"), "Điều 10", False),
        (Provision("5", through="9"), "Điều 1 đến Điều 4", False),
        (Provision("5", through="9"), "Chương II", False),
        (Provision("9", through="10"), "Điều 9a", True),
        (Provision("17", "3"), "khoản 3 Điều 17", True),
        (Provision("17", "3"), "điểm a khoản 3 Điều 17", True),
        (Provision("17", "3"), "khoản 2 đến khoản 5 Điều 17", True),
        (Provision("17", "3"), "các khoản 1, 2 và 3 Điều 17", True),
        (Provision("17", "3"), "khoản 4 đến khoản 6 Điều 17", False),
        (Provision("17", "3"), "khoản 3 Điều 18", False),
        (Provision("17", "3"), "Điều 17", False),
        (Provision("17", "3"), "Điều 15 đến Điều 20", False),
        (Provision("3", "1", "a", through="đ"), "điểm d khoản 1 Điều 3", True),
        (Provision("3", "1", "a", through="d"), "điểm đ khoản 1 Điều 3", False),
    ],
)
def test_a_provision_is_met_by_what_shares_a_part_with_it(wanted: Provision, words: str, met: bool) -> None:
    assert any(meets(wanted, one) for one in cited(words)) is met
