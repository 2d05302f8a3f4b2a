"""The commands from outside: exit status, what goes to which stream, what is written and what never is."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from checker.rulebook.schema import NAMES
from tests.wordfiles import deleted, inserted, p, r, word

ROOT = Path(__file__).resolve().parents[1]
CLEAN = "QUY CHẾ\nĐiều 1. Giờ làm việc\nGiờ làm việc bắt đầu từ 08 giờ.\n"
FOUND = "QUY CHẾ\nĐiều 1. Chế độ\nLao động nam đủ 62 tuổi, lao động nữ đủ 60 tuổi thì được nghỉ hưu.\n"
HEAVY = ("spacy", "underthesea", "streamlit", "sklearn", "yaml", "numpy", "docx", "pdfplumber")


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a clean draft, one with a problem, an empty file and a picture."""
    (tmp_path / "sach.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "loi.txt").write_text(FOUND, encoding="utf-8")
    (tmp_path / "rong.txt").write_bytes(b"")
    (tmp_path / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "status"),
    [("sach.txt", 0), ("loi.txt", 1), ("rong.txt", 2), ("anh.png", 2), ("khong-co.txt", 2), (".", 2)],
)
def test_exit_status(drafts: Path, file: str, status: int) -> None:
    ended = run("check", drafts / file)
    assert ended.returncode == status, ended.stderr
    assert "Traceback" not in ended.stderr
    if status == 2:
        assert ended.stdout == ""
        assert len(ended.stderr.splitlines()) == 1
    else:
        assert ended.stderr == ""
        assert file in ended.stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from checker.__main__ import main; main(['--help']); "
        f"print(set({HEAVY}).intersection(sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ended.stdout.endswith("\nset()\n")


def test_a_broken_file_does_not_stop_the_others(drafts: Path) -> None:
    ended = run("check", drafts / "rong.txt", drafts / "loi.txt", drafts / "sach.txt")
    assert ended.returncode == 2
    assert "rong.txt" in ended.stderr
    assert ended.stdout.index("loi.txt") < ended.stdout.index("sach.txt")


def test_several_files_are_one_object_a_line(drafts: Path) -> None:
    ended = run("check", drafts / "loi.txt", drafts / "sach.txt", "--format", "json")
    reports = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [report["file"] for report in reports] == ["loi.txt", "sach.txt"]
    assert [bool(report["findings"]) for report in reports] == [True, False]
    assert ended.returncode == 1


def test_text_and_date_reach_the_report(drafts: Path) -> None:
    ended = run("check", drafts / "loi.txt", "--format", "json", "--text", "--as-of", "23/11/2026")
    report = json.loads(ended.stdout)
    assert report["versions"]["as_of"] == "2026-11-23"
    assert all(report["text"][f["start"] : f["end"]] == f["quote"] for f in report["findings"])


@pytest.mark.parametrize(
    ("view", "text"),
    [("accepted", "Mọi người"), ("original", "Mọi nam giới"), ("both", "Mọi nam giới người")],
)
def test_views_of_tracked_changes(tmp_path: Path, view: str, text: str) -> None:
    file = tmp_path / "sua.docx"
    file.write_bytes(word(p("Mọi ", deleted("nam giới"), inserted(r("người")))))
    ended = run("check", file, "--format", "json", "--text", "--view", view)
    assert json.loads(ended.stdout)["text"] == text
    assert run("check", file, "--format", "docx", "--view", view).returncode == ended.returncode
    assert (tmp_path / "sua.nhan-xet.docx").is_file()


def test_unknown_view_is_refused(drafts: Path) -> None:
    ended = run("check", drafts / "sach.txt", "--view", "khac")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "--view" in ended.stderr


def test_one_clause_is_explained(drafts: Path) -> None:
    ended = run("check", drafts / "loi.txt", "--explain", "--at", "Điều 1")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "Có nhận xét: Cảnh báo" in ended.stdout
    listed = run("check", drafts / "loi.txt", "--explain", "--at", "3", "--format", "json")
    assert [finding["line"] for finding in json.loads(listed.stdout)["findings"]] == [3]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--at", "Điều 1"), "--explain"),
        (("--with-page",), "--with-page"),
        (("--explain", "--format", "docx"), "--format"),
        (("--explain", "--at", "Điều 9"), "Điều 9"),
    ],
)
def test_an_explanation_that_cannot_be_given_is_refused(
    drafts: Path, options: tuple[str, ...], told: str
) -> None:
    ended = run("check", drafts / "loi.txt", *options)
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
    assert told in ended.stderr


OWN_RULE = """
category: gendered-term
rules:
  - id: own-start-time
    title: Giờ làm
    tier: consider
    kind: phrase
    match: [giờ làm việc bắt đầu]
    message: "“{quote}”."
    why: Lý do riêng.
    legal_basis: [lbdg-6-1]
    examples:
      bad: [{text: "[[Giờ làm việc bắt đầu]] sớm."}, {text: "[[Giờ làm việc bắt đầu]] muộn."}]
      good: [{text: Giờ làm việc kết thúc sớm.}, {text: Giờ làm việc linh hoạt.}]
"""
PROJECT = """
rules: [rieng]
disable:
  - {rule: retirement-age-by-sex, reason: Đã có công văn giải thích.}
  - {rule: different-quantity-by-sex, reason: Đã có công văn giải thích.}
  - {rule: age-limit-without-unit, reason: Đã có công văn giải thích.}
  - {rule: sexes-told-apart, reason: Đã có công văn giải thích.}
"""


@pytest.fixture
def project(drafts: Path) -> Path:
    """The drafts with a project file of rules and reasons above them."""
    (drafts / "rieng").mkdir()
    (drafts / "rieng" / "cua-toi.yml").write_text(OWN_RULE, encoding="utf-8")
    (drafts / "checker.yml").write_text(PROJECT, encoding="utf-8")
    return drafts / "checker.yml"


def found(*arguments: str | Path) -> tuple[set[str], dict[str, object]]:
    report = json.loads(run("check", *arguments, "--format", "json").stdout)
    return {finding["rule"] for finding in report["findings"]}, report


def test_a_project_file_beside_the_draft_is_used(drafts: Path, project: Path) -> None:
    assert found(drafts / "sach.txt")[0] == {"own-start-time"}
    rules, report = found(drafts / "loi.txt")
    assert rules == set()
    held = report["suppressed"]
    assert isinstance(held, list)
    assert {one["by"] for one in held} >= {"project file"}
    assert any("Đã có công văn giải thích." in one["reason"] for one in held)
    assert run("check", drafts / "loi.txt").returncode == 0
    assert run("check", drafts / "loi.txt", "--no-project").returncode == 1


def test_own_rules_are_given_by_folder(drafts: Path, tmp_path: Path, project: Path) -> None:
    assert found(drafts / "sach.txt", "--no-project", "--rules", drafts / "rieng")[0] == {"own-start-time"}
    told = run("rules", "own-start-time", "--rules", drafts / "rieng")
    assert "Lý do riêng." in told.stdout
    assert "own-start-time (quy tắc riêng)" in run("rules", "--project", project).stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--project", "khong-co.yml"), "khong-co.yml"),
        (("--rules", "khong-co"), "khong-co"),
        (("--project", "rieng/cua-toi.yml"), "cua-toi.yml: trường"),
    ],
)
def test_a_project_that_cannot_be_used_is_told(
    drafts: Path, project: Path, options: tuple[str, str], told: str
) -> None:
    for command in (("check", drafts / "sach.txt"), ("rules",)):
        ended = run(*command, options[0], drafts / options[1])
        assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
        assert told in ended.stderr


def test_schemas_are_printed_for_editors() -> None:
    for name in NAMES:
        assert json.loads(run("rules", "--schema", name).stdout)["type"] == "object"


def test_examples_of_own_rules_are_tests(drafts: Path, project: Path) -> None:
    passed = run("rules", "--test", "--rules", drafts / "rieng", "--no-project")
    assert (passed.returncode, passed.stdout) == (0, "Đạt: mọi ví dụ của 1 quy tắc.\n")
    wrong = OWN_RULE.replace("[[Giờ làm việc bắt đầu]] sớm", "Giờ [[làm việc]] bắt đầu sớm")
    wrong = wrong.replace("Giờ làm việc linh hoạt", "Giờ làm việc bắt đầu linh hoạt")
    (drafts / "rieng" / "cua-toi.yml").write_text(wrong, encoding="utf-8")
    failed = run("rules", "own-start-time", "--test", "--rules", drafts / "rieng", "--no-project")
    assert failed.returncode == 1
    assert "khớp “Giờ làm việc bắt đầu”, khác chỗ đánh dấu" in failed.stdout
    assert "ví dụ good “Giờ làm việc bắt đầu linh hoạt.” vẫn bị nêu" in failed.stdout


def test_the_app_refuses_a_broken_project_before_it_starts(drafts: Path) -> None:
    ended = run("app", "--headless", "--project", drafts / "khong-co.yml")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "khong-co.yml" in ended.stderr


def test_a_place_that_stands_for_a_file_is_told_apart(drafts: Path) -> None:
    ended = run("check", "--explain", drafts / "loi.txt", "khoản 2 Điều 14")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert '--at "khoản 2 Điều 14"' in ended.stderr


def test_text_without_json_is_refused(drafts: Path) -> None:
    ended = run("check", drafts / "sach.txt", "--text")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "--format json" in ended.stderr


@pytest.mark.parametrize(("colour", "painted"), [("always", True), ("never", False), ("auto", False)])
def test_colour(drafts: Path, colour: str, painted: bool) -> None:
    assert ("\x1b[" in run("check", drafts / "loi.txt", "--colour", colour).stdout) is painted


def test_out_takes_all_reports(drafts: Path) -> None:
    out = drafts / "ket-qua" / "tat-ca.jsonl"
    ended = run("check", drafts / "loi.txt", drafts / "sach.txt", "--format", "json", "--out", out)
    assert ended.stdout == ""
    assert ended.stderr.count("tat-ca.jsonl") == 1
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    run("check", drafts / "sach.txt", "--format", "json", "--out", out)
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


def test_out_folder_takes_one_file_each(drafts: Path) -> None:
    out = drafts / "ket-qua"
    out.mkdir()
    run("check", drafts / "loi.txt", drafts / "sach.txt", "--out", out)
    assert sorted(path.name for path in out.iterdir()) == ["loi.nhan-xet.txt", "sach.nhan-xet.txt"]


def test_same_name_from_two_folders_is_not_lost(drafts: Path) -> None:
    other, out = drafts / "khac", drafts / "ket-qua"
    other.mkdir()
    out.mkdir()
    (other / "loi.txt").write_text(CLEAN, encoding="utf-8")
    ended = run("check", drafts / "loi.txt", other / "loi.txt", "--out", out)
    assert ended.returncode == 2
    assert "trùng tên" in ended.stderr
    assert "Cảnh báo" in (out / "loi.nhan-xet.txt").read_text(encoding="utf-8")


def test_input_is_never_overwritten(drafts: Path) -> None:
    ended = run("check", drafts / "loi.txt", "--out", drafts / "." / "loi.txt")
    assert ended.returncode == 2
    assert (drafts / "loi.txt").read_text(encoding="utf-8") == FOUND


def test_docx_stands_beside_the_source(drafts: Path) -> None:
    source = drafts / "huong-uoc.docx"
    shutil.copy(ROOT / "samples" / "huong-uoc-thon.docx", source)
    before = source.read_bytes()
    ended = run("check", source, drafts / "loi.txt", "--format", "docx")
    assert (ended.returncode, ended.stdout) == (1, ""), ended.stderr
    assert source.read_bytes() == before
    for written in ("huong-uoc.nhan-xet.docx", "loi.nhan-xet.docx"):
        assert (drafts / written).read_bytes().startswith(b"PK")
        assert written in ended.stderr


def test_page_of_the_report_stands_beside_the_word_file(drafts: Path) -> None:
    out = drafts / "ra.docx"
    ended = run("check", drafts / "loi.txt", "--format", "docx", "--out", out, "--with-page")
    assert ended.returncode == 1, ended.stderr
    links = docx.Document(str(out)).part._comments_part.rels.values()
    targets = {link.target_ref for link in links}
    assert targets
    assert all(target.startswith("ra.html#q-") for target in targets)
    page = (drafts / "ra.html").read_text(encoding="utf-8")
    assert all(f'id="{target.partition("#")[2]}"' in page for target in targets)


def test_pdf_has_highlights_and_only_a_pdf_can(drafts: Path) -> None:
    source = drafts / "thong-tu.pdf"
    shutil.copy(ROOT / "samples" / "thong-tu-bo.pdf", source)
    ended = run("check", source, "--format", "pdf")
    assert ended.returncode == 1, ended.stderr
    assert (drafts / "thong-tu.nhan-xet.pdf").read_bytes().startswith(source.read_bytes())
    ended = run("check", drafts / "loi.txt", "--format", "pdf")
    assert ended.returncode == 2
    assert "--format docx" in ended.stderr


def test_macro_file_keeps_its_suffix(drafts: Path) -> None:
    shutil.copy(ROOT / "samples" / "huong-uoc-thon.docx", drafts / "huong-uoc.docm")
    assert run("check", drafts / "huong-uoc.docm", "--format", "docx").returncode == 1
    assert [path.name for path in drafts.glob("*.nhan-xet.*")] == ["huong-uoc.nhan-xet.docm"]


def test_docx_of_several_needs_a_folder(drafts: Path) -> None:
    taken = drafts / "mot-tep.docx"
    taken.write_bytes(b"x")
    ended = run("check", drafts / "loi.txt", drafts / "sach.txt", "--format", "docx", "--out", taken)
    assert ended.returncode == 2
    assert taken.read_bytes() == b"x"


@pytest.mark.parametrize(("form", "begun"), [("html", "<!DOCTYPE html>"), ("sarif", "{")])
def test_a_page_and_a_log_go_to_standard_output(drafts: Path, form: str, begun: str) -> None:
    ended = run("check", drafts / "loi.txt", "--format", form)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith(begun)


@pytest.mark.parametrize("form", ["html", "sarif", "xlsx"])
def test_of_several_files_each_has_a_report_of_its_own(drafts: Path, form: str) -> None:
    ended = run("check", drafts / "loi.txt", drafts / "sach.txt", "--format", form)
    assert (ended.returncode, ended.stdout) == (1, ""), ended.stderr
    assert sorted(path.name for path in drafts.glob(f"*.{form}")) == [
        f"loi.nhan-xet.{form}",
        f"sach.nhan-xet.{form}",
    ]


def test_a_workbook_never_goes_to_the_terminal(drafts: Path) -> None:
    assert run("check", drafts / "loi.txt", "--format", "xlsx").stdout == ""
    assert openpyxl.load_workbook(drafts / "loi.nhan-xet.xlsx")["Phát hiện"].max_row > 1


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("y-kien", "Ý KIẾN THẨM ĐỊNH"),
        ("phu-luc", "THÔNG TIN, SỐ LIỆU VỀ GIỚI"),
        ("tiep-thu", "BẢNG TIẾP THU, GIẢI TRÌNH"),
    ],
)
def test_an_official_paper_is_written(drafts: Path, kind: str, title: str) -> None:
    out = drafts / "ra" / "van-ban.docx"
    ended = run("opinion", drafts / "loi.txt", drafts / "sach.txt", "--kind", kind, "--out", out)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    assert any(title in paragraph.text for paragraph in docx.Document(str(out)).paragraphs)


def test_a_paper_is_not_written_where_a_file_cannot_be_read_or_is_the_draft(drafts: Path) -> None:
    for file, out in ((drafts / "khong-co.txt", drafts / "a.docx"), (drafts / "loi.txt", drafts / "loi.txt")):
        ended = run("opinion", file, "--out", out)
        assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
    assert not (drafts / "a.docx").exists()
    assert (drafts / "loi.txt").read_text(encoding="utf-8") == FOUND


def test_console_of_another_encoding(drafts: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    ended = run("check", drafts / "loi.txt", env=environment)
    assert ended.returncode == 1
    assert "Cảnh báo" in ended.stdout


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error on Windows")
def test_reader_that_leaves_early(drafts: Path) -> None:
    command = [sys.executable, "-m", "checker", "check", *[str(drafts / "loi.txt")] * 3]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


def open_when_read(fifo: Path, process: subprocess.Popen[bytes]) -> int:
    """The writing end of a pipe, as soon as the process reads from it; fails where the process has ended."""
    while process.poll() is None:
        with contextlib.suppress(OSError):
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
    pytest.fail("the process ended before it read the file")


def heed_interrupts() -> None:
    """A command started from a script in the background inherits that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_interrupt_is_a_sentence(drafts: Path) -> None:
    fifo = drafts / "cham.txt"
    os.mkfifo(fifo)  # reading it waits: the command is surely at work when the signal comes
    command = [sys.executable, "-m", "checker", "check", str(fifo)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_interrupts
    ) as process:
        writer = open_when_read(fifo, process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        os.close(writer)
    assert (process.returncode, out) == (2, b"")
    assert err.decode() == "Đã dừng theo yêu cầu.\n"


def test_rules_are_listed_and_explained() -> None:
    listed = run("rules")
    assert listed.returncode == 0
    name = next(line.strip() for line in listed.stdout.splitlines() if line.startswith("  ") and "-" in line)
    explained = run("rules", name)
    assert explained.returncode == 0
    for part in (name, "Vì sao:", "Căn cứ:", "Có nhận xét:", "Không nhận xét:"):
        assert part in explained.stdout


def test_unknown_rule() -> None:
    ended = run("rules", "khong-co")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "khong-co" in ended.stderr


def test_compare_tells_what_was_fixed_and_judges_the_new_one(drafts: Path) -> None:
    fixed = run("compare", drafts / "loi.txt", drafts / "sach.txt")
    assert (fixed.returncode, fixed.stderr) == (0, "")
    assert "đã khắc phục" in fixed.stdout
    assert run("compare", drafts / "sach.txt", drafts / "loi.txt").returncode == 1
    assert run("compare", drafts / "sach.txt", drafts / "rong.txt").returncode == 2


def test_compare_writes_json_but_never_over_a_version(drafts: Path) -> None:
    out = drafts / "so-sanh.json"
    ended = run("compare", drafts / "loi.txt", drafts / "sach.txt", "--format", "json", "--out", out)
    assert ended.stdout == ""
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["schema"] == 1
    assert {change["fate"] for change in told["findings"] if change["old"]["tier"] != "credit"} == {"fixed"}
    refused = run("compare", drafts / "loi.txt", drafts / "sach.txt", "--out", drafts / "sach.txt")
    assert refused.returncode == 2
    assert (drafts / "sach.txt").read_text(encoding="utf-8") == CLEAN
