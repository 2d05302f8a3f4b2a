"""Different numbers for men and women are told, equal ones are not."""

from __future__ import annotations

import pytest

from checker.domain import Span
from checker.matching.contrast import contrasting
from checker.matching.views import view_of
from checker.rulebook.phrases import Lexicon, compile_phrase

SIDES = {
    "nam": [compile_phrase("(lao động)? nam", Lexicon({}), gap=6)],
    "nu": [compile_phrase("(lao động)? nữ", Lexicon({}), gap=6)],
}
PSEUDO = [compile_phrase("Việt Nam", Lexicon({}), gap=6)]


def contrast_words(text: str) -> list[str]:
    view = view_of(text, [Span(0, len(text))])
    events = contrasting(SIDES, PSEUDO, view, 0, len(view.words))
    return [text[span.start : span.end] for span in (view.span(event.first, event.end) for event in events)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nam 62 tuổi, nữ 60 tuổi", ["nam", "62 tuổi", "nữ", "60 tuổi"]),
        ("nam 62 tuổi, nữ 62 tuổi", []),
        (
            "62 tuổi đối với lao động nam, 60 tuổi đối với lao động nữ",
            ["62 tuổi", "lao động nam", "60 tuổi", "lao động nữ"],
        ),
        (
            "nam đủ sáu mươi tuổi, nữ đủ năm mươi lăm tuổi",
            ["nam", "sáu mươi tuổi", "nữ", "năm mươi lăm tuổi"],
        ),
        ("nam cao 1,65 m, nữ cao 1m65", []),
        ("nam cao 1m68, nữ cao 1m55", ["nam", "1m68", "nữ", "1m55"]),
        ("nam từ 18 đến 45 tuổi, nữ từ 18 đến 40 tuổi", ["nam", "18", "45 tuổi", "nữ", "18", "40 tuổi"]),
        ("nam từ 18 đến 40 tuổi, nữ từ 18 đến 40 tuổi", []),
        ("mức 50.000 đồng: nam 5 ngày, nữ 3 ngày", ["nam", "5 ngày", "nữ", "3 ngày"]),
        ("nam 5 ngày, nữ 3 buổi", []),
        ("nam, nữ đều 20 tuổi", []),
        ("nam 20 tuổi", []),
        ("Việt Nam 20 tuổi, nữ 18 tuổi", []),
        ("ngày 15 tháng 8 năm 2026: nam, nữ ngày 20 tháng 9", []),
        ("nam sau hai năm, nữ sau bốn năm", ["nam", "hai năm", "nữ", "bốn năm"]),
        (
            "thêm 2% đối với nam và 3% đối với nữ; mức tối đa bằng 75%",
            ["2%", "nam", "3%", "nữ"],
        ),
        (
            "nam được thưởng 200 triệu đồng, nữ được thưởng 80 triệu đồng",
            ["nam", "200 triệu đồng", "nữ", "80 triệu đồng"],
        ),
    ],
)
def test_contrast(text: str, words: list[str]) -> None:
    assert contrast_words(text) == words
