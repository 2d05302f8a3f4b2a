"""What every report says in the same words: questions that are open for one reason are told together."""

from __future__ import annotations

from checker.domain import Question
from checker.exporting.wording import questions_told


def asked(item: str, why: str) -> Question:
    return Question(item, "ho-so", f"Câu {item}?", why)


def test_many_questions_open_for_one_reason_are_told_by_number() -> None:
    many = [asked("09", "Chưa có dự thảo."), asked("10", "Chưa có dự thảo."), asked("11", "Chưa có dự thảo.")]
    told = [*questions_told([asked("01", "Hãy đối chiếu."), *many])]
    assert [one.question for one in told] == ["Câu 01?", "3 câu của bảng kiểm: 9, 10, 11."]
    assert told[1].why == "Chưa có dự thảo."


def test_few_are_told_one_by_one() -> None:
    two = [asked("09", "Chưa có dự thảo."), asked("10", "Chưa có dự thảo.")]
    assert [*questions_told(two)] == two
