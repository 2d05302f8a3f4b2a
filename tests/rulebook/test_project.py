"""A user's own rules and project file: beside ours, refused by name, never able to hang the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.errors import InvalidRule
from checker.reading import read_bytes
from checker.rulebook import Rulebook, find_project, load, switched_off
from checker.rulebook.cost import refuse_costly
from checker.rulebook.phrases import Lexicon, compile_phrase
from checker.structure import parse

OWN = """
category: gendered-term
lists:
  to-viec: [tổ trực, tổ canh]
rules:
  - id: own-watch-team
    title: Tổ trực gọi theo giới
    tier: should
    kind: phrase
    match: ["{to-viec} nam"]
    message: "“{quote}” gọi tổ theo giới."
    why: Việc trực không phải của riêng nam giới.
    legal_basis: [lbdg-6-1]
    examples:
      bad:
        - text: "[[Tổ trực nam]] nhận ca lúc 18 giờ."
          better: Tổ trực nhận ca lúc 18 giờ.
        - text: "Giao [[tổ canh nam]] giữ kho."
      good:
        - text: Tổ trực nhận ca lúc 18 giờ.
        - text: Tổ canh giữ kho.
"""
TEXT = "1. Tổ trực nam nhận ca.\n2. Hỗ trợ phụ nữ và trẻ em vùng cao.\n3. Nữ y tá trực tại trạm."


def project(folder: Path, text: str, own: str = OWN) -> Path:
    (folder / "rieng").mkdir(exist_ok=True)
    (folder / "rieng" / "cua-toi.yml").write_text(own, encoding="utf-8")
    file = folder / "checker.yml"
    file.write_text(text, encoding="utf-8")
    return file


def check(book: Rulebook, text: str = TEXT) -> Report:
    document = parse("x.txt", read_bytes("x.txt", f"QUYẾT ĐỊNH\nĐiều 1. Quy định\n{text}\n".encode()))
    return check_document(document, rulebook=book)


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def test_own_rules_stand_beside_ours(tmp_path: Path) -> None:
    project(tmp_path, "rules: []\n")
    book = load(folders=[tmp_path / "rieng"])
    assert book.own == {"own-watch-team"}
    report = check(book)
    assert "own-watch-team" in rules(report)
    assert rules(report) - book.own == rules(check(load()))
    assert book.sha256 != load().sha256
    assert any("thêm 1 quy tắc riêng" in note for note in report.notes)


def test_a_project_file_adds_disables_and_allows(tmp_path: Path) -> None:
    text = """
rules: [rieng]
disable:
  - {rule: women-in-the-class-of-the-weak, reason: Tên gói hỗ trợ do cấp trên đặt.}
allow:
  - {term: nữ y tá, reason: Danh mục vị trí việc làm cũ., category: gendered-term}
"""
    report = check(load(project=project(tmp_path, text)))
    assert "own-watch-team" in rules(report)
    held = {one.finding.quote: one for one in report.suppressed if one.by == "project file"}
    assert "Tên gói hỗ trợ do cấp trên đặt." in held["phụ nữ và trẻ em"].reason
    assert "Danh mục vị trí việc làm cũ." in held["Nữ y tá"].reason
    assert not rules(report) & {"women-in-the-class-of-the-weak", "female-marked-service-job"}
    [note] = [note for note in report.notes if "checker.yml" in note]
    assert "tắt 1 quy tắc (women-in-the-class-of-the-weak)" in note
    assert "cho phép 1 cụm từ" in note


@pytest.mark.parametrize(
    ("limits", "allowed"),
    [
        ("", True),
        (", category: gendered-term", True),
        (", category: stereotype", False),
        (", rule: female-marked-service-job", True),
        (", rule: male-marked-job", False),
    ],
)
def test_a_term_is_allowed_where_it_is_said(tmp_path: Path, limits: str, allowed: bool) -> None:
    text = f"allow:\n  - {{term: nữ y tá, reason: Lý do.{limits}}}\n"
    assert ("female-marked-service-job" not in rules(check(load(project=project(tmp_path, text))))) is allowed


def test_a_term_elsewhere_in_the_clause_allows_nothing(tmp_path: Path) -> None:
    text = "allow:\n  - {term: trạm y tế, reason: Lý do.}\n"
    report = check(load(project=project(tmp_path, text)), "1. Trạm y tế tuyển nữ y tá.")
    assert "female-marked-service-job" in rules(report)


def test_the_project_file_is_looked_for_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    above = project(tmp_path, "rules: []\n")
    assert find_project(inner) == above
    near = project(tmp_path / "a", "rules: []\n")
    assert find_project(inner) == near


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "disable: [{rule: khong-co, reason: x}]",
            "checker.yml: trường “disable” gọi quy tắc không có: khong-co",
        ),
        ("disable: [{rule: wife-of-official}]", "checker.yml: wife-of-official: trường “reason” bị thiếu"),
        ("allow: [{term: nữ y tá}]", "checker.yml: nữ y tá: trường “reason” bị thiếu"),
        ("allow: [{term: (a, reason: x}]", "checker.yml: (a: trường “term” không hợp lệ"),
        ("allow: [{term: a, reason: x, rule: khong-co}]", "checker.yml: trường “allow” gọi quy tắc không có"),
        (
            "allow: [{term: a, reason: x, category: la}]",
            "checker.yml: a: trường “category” phải là một trong",
        ),
        ("rules: [khong-co]", "không có thư mục quy tắc"),
        ("tat: []", "checker.yml: trường không có trong lược đồ: tat"),
        ("rules: [", "checker.yml: dòng 2, cột 1: không phải YAML hợp lệ"),
        ("a: &x [1]\nb: *x", "checker.yml: không được dùng bí danh YAML"),
        ("a: " + "[" * 30, "checker.yml: các trường lồng nhau quá 20 tầng"),
    ],
)
def test_a_broken_project_file_is_told_in_one_sentence(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InvalidRule) as caught:
        load(project=project(tmp_path, text + "\n"))
    assert problem in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("own-watch-team", "wife-of-official", "cua-toi.yml: wife-of-official: trường “id” bị trùng"),
        ("[lbdg-6-1]", "[la]", "cua-toi.yml: own-watch-team: trường “legal_basis”"),
        ("tier: should", "tier: nang", "cua-toi.yml: own-watch-team: trường “tier” phải là một trong"),
        ("    why:", "    ignores: [la]\n    why:", "cua-toi.yml: own-watch-team: trường “ignores”"),
        ('kind: phrase\n    match: ["{to-viec} nam"]',
         'kind: pattern\n    patterns: [[{LOWER: "tổ"}, {TEXT: {REGEX: "(a+)+$"}}]]',
         "cua-toi.yml: own-watch-team: trường “patterns” không hợp lệ: quy tắc riêng chỉ được dùng"),
        ("category: gendered-term", "category: la", "cua-toi.yml: trường “category” phải là một trong"),
    ],
)  # fmt: skip
def test_a_broken_rule_of_the_user_is_told_with_file_rule_and_field(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    project(tmp_path, "rules: []\n", OWN.replace(old, new))
    with pytest.raises(InvalidRule, match=re.escape(problem)):
        load(folders=[tmp_path / "rieng"])


def test_own_word_lists_and_provisions_add_to_ours(tmp_path: Path) -> None:
    project(tmp_path, "rules: []\n", OWN.replace("[lbdg-6-1]", "[qc-3]").replace("to-viec:", "khac:"))
    (tmp_path / "rieng" / "vocabulary.yml").write_text("lists: {to-viec: [tổ trực, tổ canh]}\n", "utf-8")
    (tmp_path / "rieng" / "legal_basis.yml").write_text(
        "legal_basis:\n  - {key: qc-3, law: Quy chế cơ quan, article: Điều 3, status: unverified, "
        "summary: Tóm tắt., source: Văn bản}\n",
        "utf-8",
    )
    report = check(load(folders=[tmp_path / "rieng"]))
    [finding] = [one for one in report.findings if one.rule == "own-watch-team"]
    assert [basis.law for basis in finding.legal_basis] == ["Quy chế cơ quan"]


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRule, match=r"không có tệp quy tắc \.yml nào"):
        load(folders=[tmp_path])


def test_lists_that_multiply_are_refused() -> None:
    lists = {"l0": ["nữ", "nữ nữ"]} | {f"l{at}": [f"{{l{at - 1}}} {{l{at - 1}}}"] for at in range(1, 12)}
    with pytest.raises(InvalidRule, match="quá nhiều cách đọc"):
        refuse_costly(compile_phrase("{l11} nam", Lexicon(lists), gap=12))


def test_too_many_parts_side_by_side_are_refused() -> None:
    refuse_costly(compile_phrase("nữ & ốm & con & nghỉ", Lexicon({}), gap=12))
    with pytest.raises(InvalidRule, match="quá 4 phần nối bằng dấu &"):
        refuse_costly(compile_phrase("nữ & ốm & con & nghỉ & phép", Lexicon({}), gap=12))


def test_a_costly_phrase_of_the_user_is_refused(tmp_path: Path) -> None:
    own = OWN.replace('["{to-viec} nam"]', f'["{"a b " * 40}"]')
    project(tmp_path, "rules: []\n", own)
    with pytest.raises(InvalidRule, match=r"own-watch-team: trường “match” không hợp lệ: .* quá 60 phần"):
        load(folders=[tmp_path / "rieng"])


def test_our_own_phrases_keep_the_limit() -> None:
    for compiled in load().rules:
        for phrase in (*compiled.match, *compiled.needs, *compiled.unless, *compiled.pseudo):
            refuse_costly(phrase)


def test_the_reader_switches_rules_off_and_the_report_says_which_and_why() -> None:
    book = switched_off(load(), {"women-in-the-class-of-the-weak": "Tên gói do cấp trên đặt", "gone": "x"})
    assert book.sha256 != load().sha256
    report = check(book)
    assert "women-in-the-class-of-the-weak" not in rules(report)
    held = [one for one in report.suppressed if one.by == "reader"]
    assert {one.finding.rule for one in held} == {"women-in-the-class-of-the-weak"}
    [note] = [note for note in report.notes if "tắt trong ứng dụng" in note]
    assert "women-in-the-class-of-the-weak" in note
    assert f"{len(held)} chỗ" in note
    assert note.endswith("Lý do: Tên gói do cấp trên đặt.")


COUNTED = (
    "BÁO CÁO\nĐánh giá tác động của chính sách\n1. Tác động về giới\nChính sách không có tác động về giới.\n"
    "| Xã | Tổng số lao động | Nam | Nữ |\n| An Bình | 100 | 40 | 50 |\n| An Hòa | 200 | 90 | 110 |\n"
)
"""A paper that falls short of the checklist, with a table whose numbers do not add up."""


def paper(book: Rulebook) -> Report:
    return check_document(parse("x.txt", read_bytes("x.txt", COUNTED.encode())), rulebook=book)


def test_findings_of_tables_and_of_the_checklist_can_be_switched_off(tmp_path: Path) -> None:
    before = paper(load())
    [criterion, *_] = sorted(rule for rule in rules(before) if rule.startswith("checklist-"))
    off = {"sexes-do-not-add-up": "Số người có thể chọn giới tính khác.", criterion: "Đã có phụ lục riêng."}
    assert off.keys() <= rules(before)
    entries = "".join(f"  - {{rule: {rule}, reason: {reason}}}\n" for rule, reason in off.items())
    by_file = paper(load(project=project(tmp_path, f"disable:\n{entries}")))
    by_reader = paper(switched_off(load(), off))
    for report, by in ((by_file, "project file"), (by_reader, "reader")):
        assert rules(report) == rules(before) - off.keys()
        held = {one.finding.rule: one.reason for one in report.suppressed if one.by == by}
        assert held.keys() == off.keys()
        assert all(reason in held[rule] for rule, reason in off.items())
        assert report.checklist == before.checklist
    assert any("tắt 2 quy tắc" in note and "2 chỗ được giữ lại" in note for note in by_file.notes)


def test_stale_references_can_be_switched_off(tmp_path: Path) -> None:
    text = "disable:\n  - {rule: labour-code-2012, reason: Trích nguyên văn quyết định cũ.}\n"
    cited = "1. Thực hiện theo Bộ luật Lao động số 10/2012/QH13."
    assert "labour-code-2012" in rules(check(load(), cited))
    report = check(load(project=project(tmp_path, text)), cited)
    assert "labour-code-2012" not in rules(report)
    assert any(one.finding.rule == "labour-code-2012" for one in report.suppressed)


def test_a_question_that_makes_no_finding_cannot_be_switched_off(tmp_path: Path) -> None:
    [quiet, *_] = [one.rule for one in load().checklist.criteria if one.shortfall is None]
    with pytest.raises(InvalidRule, match="gọi quy tắc không có"):
        load(project=project(tmp_path, f"disable: [{{rule: {quiet}, reason: x}}]\n"))
