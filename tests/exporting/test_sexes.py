"""What tables say of women and men: in the report for a terminal, in JSON and in the app's data."""

from __future__ import annotations

import json

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.exporting.json import as_dict
from checker.exporting.sexes import MOST_ROWS, words
from checker.exporting.terminal import WIDTH
from checker.exporting.text import render
from checker.tables import compared
from checker.ui.view import view
from tests.tablefiles import document

HEAD = ("TT", "Xã", "Tổng số lao động", "Nữ")
ROW = ("1", "Đông", "1.250", "550")


def report(*rows: tuple[str, ...]) -> Report:
    return check_document(document([HEAD, *rows], kind="txt"))


def test_a_line_says_numbers_and_shares() -> None:
    text = render(report(ROW), colour=False)
    assert "Nữ và nam trong các bảng\n  1. Số lao động được đào tạo nghề\n" in text
    assert "    Đông: nữ 550 (44%), nam 700 (56%)\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize(("women", "shares"), [("1", ("0%", "100%")), ("625", ("50%", "50%"))])
def test_shares_make_a_hundred(women: str, shares: tuple[str, str]) -> None:
    row = compared(report(("1", "Đông", "1.250", women)).document)[0].rows[0]
    assert all(f"({share})" in words(row) for share in shares)


def test_a_long_table_is_cut_and_says_so() -> None:
    many = [(str(number), f"Xã {number}", "10", "4") for number in range(1, MOST_ROWS + 4)]
    told = report(*many)
    assert "… và 3 hàng nữa." in render(told, colour=False)
    (drawn,) = view(told)["tables"]
    assert (len(drawn["rows"]), drawn["more"]) == (MOST_ROWS, 3)
    assert len(as_dict(told)["tables"][0]["rows"]) == MOST_ROWS + 3


def test_without_figures_of_both_nothing_is_said() -> None:
    told = check_document(document([HEAD[:3], ROW[:3]], kind="txt"))
    assert "Nữ và nam" not in render(told, colour=False)
    assert as_dict(told)["tables"] == []
    assert view(told)["tables"] == []


def test_json_gives_figures_with_their_place() -> None:
    told = report(ROW)
    (table,) = json.loads(json.dumps(as_dict(told)))["tables"]
    (row,) = table["rows"]
    assert (row["label"], row["women"], row["men"]) == ("Đông", 550, 700)
    assert "550" in told.document.text[row["start"] : row["end"]]


def test_the_app_draws_words_beside_each_bar() -> None:
    told = report(ROW)
    (drawn,) = view(told)["tables"]
    assert drawn["rows"] == [{"words": "Đông: nữ 550 (44%), nam 700 (56%)", "share": 0.44}]
    assert told.document.blocks[drawn["block"]].text.startswith("| TT")
