"""Folders and zips of papers: roles, completeness, papers against each other, and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from checker.domain import Dossier
from checker.dossier import Asked, check_dossier, recheck
from checker.errors import UnreadableFile
from tests.dossierfiles import APPENDIX, BILL, IMPACT, PROPOSAL, STATE, zipped


def checked(folder: Path, files: Mapping[str, str], asked: Asked | None = None) -> Dossier:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return check_dossier(folder, asked)


def rules(dossier: Dossier) -> set[str]:
    return {one.finding.rule for one in dossier.findings}


RESPONSES = "BẢNG TIẾP THU, GIẢI TRÌNH Ý KIẾN\n1. Sở Tài chính: nhất trí. Tiếp thu.\n"
ALL = {"luat.txt": BILL, "to-trinh.txt": PROPOSAL, "danh-gia.txt": IMPACT, "phu-luc.txt": APPENDIX}


def test_each_paper_has_its_role(tmp_path: Path) -> None:
    roles = {paper.file: paper.role for paper in checked(tmp_path, ALL).papers}
    assert roles == {
        "luat.txt": "du-thao",
        "to-trinh.txt": "to-trinh",
        "danh-gia.txt": "danh-gia-tac-dong",
        "phu-luc.txt": "phu-luc-so-lieu-gioi",
    }


def test_the_user_may_correct_a_role(tmp_path: Path) -> None:
    dossier = checked(tmp_path, ALL, Asked({"danh-gia.txt": "y-kien"}))
    assert {p.role for p in dossier.papers if p.file == "danh-gia.txt"} == {"y-kien"}
    assert "paper-danh-gia-gioi" in rules(dossier)


def test_a_complete_dossier_lacks_nothing(tmp_path: Path) -> None:
    assert not {rule for rule in rules(checked(tmp_path, ALL)) if rule.startswith("paper-")}


def test_papers_that_are_due_are_missed(tmp_path: Path) -> None:
    found = rules(checked(tmp_path, {"luat.txt": BILL}))
    assert {"paper-to-trinh", "paper-danh-gia-gioi", "paper-phu-luc"} <= found


def test_the_shortened_procedure_asks_for_fewer(tmp_path: Path) -> None:
    shortened = PROPOSAL + "III. TRÌNH TỰ\nDự án được xây dựng theo trình tự, thủ tục rút gọn.\n"
    dossier = checked(tmp_path, {"luat.txt": BILL, "to-trinh.txt": shortened})
    assert "paper-danh-gia-gioi" not in rules(dossier)
    assert "Hồ sơ được xét theo thủ tục rút gọn." in dossier.notes


def test_before_its_date_a_paper_was_not_due(tmp_path: Path) -> None:
    early = checked(tmp_path, {"luat.txt": BILL}, Asked({}, as_of=date(2024, 1, 1)))
    assert "paper-danh-gia-gioi" not in rules(early)


def test_what_is_not_established_is_asked(tmp_path: Path) -> None:
    decree = BILL.replace("QUỐC HỘI", "CHÍNH PHỦ").replace("Luật số:      /2026/QH16", "Số:     /2026/NĐ-CP")
    dossier = checked(tmp_path, {"nghi-dinh.txt": decree.replace("\nLUẬT\n", "\nNGHỊ ĐỊNH\n")})
    assert "paper-danh-gia-gioi" not in rules(dossier)
    assert "danh-gia-gioi" in {question.item for question in dossier.questions}


def test_numbers_that_differ_are_told(tmp_path: Path) -> None:
    told = [one for one in checked(tmp_path, ALL).findings if one.finding.category == "contradiction"]
    assert len(told) == 1
    assert set(told[0].papers) == {"danh-gia.txt", "to-trinh.txt"}


def test_equal_numbers_and_numbers_of_another_year_are_not(tmp_path: Path) -> None:
    same = {**ALL, "danh-gia.txt": IMPACT.replace("25%", "22%")}
    assert "figures-differ" not in rules(checked(tmp_path, same))
    other = {**ALL, "danh-gia.txt": IMPACT.replace("Năm 2025", "Năm 2023")}
    assert "figures-differ" not in rules(checked(tmp_path, other))


def test_the_steps_of_a_scale_are_no_contradiction(tmp_path: Path) -> None:
    step = "Năm 2025, tỷ lệ tổn thương cơ thể của người học từ {share}% được giảm phí.\n"
    scale = {
        "to-trinh.txt": PROPOSAL + step.format(share=21) + step.format(share=41),
        "danh-gia.txt": IMPACT.replace("25%", "22%") + step.format(share=21) + step.format(share=61),
    }
    assert "figures-differ" not in rules(checked(tmp_path, {**ALL, **scale}))
    one = {name: text.replace(step.format(share=21), "") for name, text in scale.items()}
    (tmp_path / "one").mkdir()
    assert "figures-differ" in rules(checked(tmp_path / "one", {**ALL, **one}))


def test_an_issue_without_an_answer_is_told(tmp_path: Path) -> None:
    assert "unanswered-credit" in rules(checked(tmp_path, ALL))
    answered = BILL.replace("Người học nghề được vay", "Người học nghề, cả nam và nữ, được vay")
    assert "unanswered-credit" not in rules(checked(tmp_path, {**ALL, "luat.txt": answered}))


def test_a_sentence_on_two_matters_is_one_issue_and_is_met_by_one(tmp_path: Path) -> None:
    both = PROPOSAL.replace("không đứng tên tài sản", "không đứng tên giấy chứng nhận quyền sử dụng đất")
    told = [one for one in rules(checked(tmp_path, {**ALL, "to-trinh.txt": both})) if "unanswered" in one]
    assert told == ["unanswered-credit"]
    answered = BILL.replace("Người học nghề được vay", "Người học nghề, cả nam và nữ, được vay")
    met = rules(checked(tmp_path, {**ALL, "to-trinh.txt": both, "luat.txt": answered}))
    assert not [one for one in met if "unanswered" in one]


def test_a_zip_is_a_folder(tmp_path: Path) -> None:
    packed = tmp_path / "ho-so.zip"
    packed.write_bytes(zipped({name: text.encode() for name, text in ALL.items()}))
    (tmp_path / "folder").mkdir()
    assert rules(check_dossier(packed)) == rules(checked(tmp_path / "folder", ALL))


def test_one_paper_in_two_formats_counts_once(tmp_path: Path) -> None:
    dossier = checked(tmp_path, {**ALL, "luat-ban-sao.txt": BILL})
    assert any("trùng nội dung" in note for note in dossier.notes)
    assert not any("dự thảo (" in note for note in dossier.notes)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        check_dossier(tmp_path)


OPINION = f"""ỦY BAN NHÂN DÂN TỈNH LÂM SƠN
SỞ NỘI VỤ
Số: 12/SNV-BĐG
{STATE}{{title}}
Dự án Luật Hỗ trợ học nghề
Kính gửi: Bộ Nội vụ
I. NỘI DUNG
{{text}}
"""


def answers(dossier: Dossier) -> dict[str, str]:
    return {item.item: item.answer for item in dossier.checklist}


def test_the_author_of_a_submission_gives_no_opinion_on_it(tmp_path: Path) -> None:
    own = OPINION.format(title="TỜ TRÌNH", text="Sở Nội vụ kính đề nghị Chính phủ xem xét.")
    told = answers(checked(tmp_path, {**ALL, "to-trinh.txt": own, "tiep-thu.txt": RESPONSES}))
    assert told["07"] == "no"


def test_what_a_body_writes_as_an_opinion_is_its_opinion(tmp_path: Path) -> None:
    letter = OPINION.format(title="CÔNG VĂN", text="Dự thảo rõ ràng, không có nội dung cần sửa.")
    asked = Asked({"cong-van.txt": "y-kien"})
    dossier = checked(tmp_path, {**ALL, "cong-van.txt": letter}, asked)
    evidence = [one.file for item in dossier.checklist if item.item == "07" for one in item.evidence]
    assert (answers(dossier)["07"], evidence) == ("yes", ["cong-van.txt"])


def test_an_annex_that_is_only_named_is_there_in_part(tmp_path: Path) -> None:
    without = {name: text for name, text in ALL.items() if name != "phu-luc.txt"}
    named = {**without, "to-trinh.txt": f"{PROPOSAL}Kèm theo phụ lục thông tin, số liệu về giới.\n"}
    (tmp_path / "named").mkdir()
    assert answers(checked(tmp_path / "named", named))["06"] == "partly"
    annex = "PHỤ LỤC I\nSỐ LIỆU VỀ GIỚI\n| Nghề | Số người học | Nữ | Nam |\n| May | 50 | 40 | 10 |\n"
    assert answers(checked(tmp_path, {**without, "danh-gia.txt": IMPACT + annex}))["06"] == "yes"
    assert answers(checked(tmp_path, {**ALL, "danh-gia.txt": IMPACT}))["06"] == "yes"


def test_evidence_of_a_paper_is_its_title_not_its_head(tmp_path: Path) -> None:
    headed = f"CƠ QUAN SOẠN THẢO\n{STATE}{APPENDIX}"
    dossier = checked(tmp_path, {**ALL, "phu-luc.txt": headed})
    item = next(item for item in dossier.checklist if item.item == "06")
    assert [one.quote for one in item.evidence] == ["Phụ lục thông tin, số liệu về giới"]


HEADING_COUNTS = f"""CHÍNH PHỦ
{STATE}BÁO CÁO
Đánh giá tác động của chính sách trong dự án Luật Hỗ trợ học nghề
I. TÁC ĐỘNG VỀ GIỚI: PHỤ NỮ CHIẾM 30% NGƯỜI HỌC NGHỀ NĂM 2025
Chính sách bảo đảm bình đẳng giới.
"""


def test_a_paper_answers_in_its_dossier_as_it_does_alone(tmp_path: Path) -> None:
    dossier = checked(tmp_path, {"danh-gia.txt": HEADING_COUNTS})
    report = dossier.papers[0].report
    assert report
    assert any(finding.rule == "checklist-05" for finding in report.findings)
    for look in (dossier, recheck(dossier, Asked({}))):
        together = {item.item: item for item in look.checklist}
        assert [item.item for item in report.checklist if item != together[item.item]] == []


def test_a_second_look_is_the_same_as_a_first_one(tmp_path: Path) -> None:
    first = checked(tmp_path, ALL)
    assert recheck(first, Asked({})) == first
    asked = Asked({"danh-gia.txt": "y-kien", "phu-luc.txt": "du-thao"}, "rut-gon")
    assert recheck(first, asked) == check_dossier(tmp_path, asked)
    assert recheck(recheck(first, asked), Asked({"danh-gia.txt": "danh-gia-tac-dong"})) != first
