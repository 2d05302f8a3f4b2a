"""The JSON of a report holds to the contract, field by field."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.checking import check_bytes
from checker.domain import (
    ChecklistItem,
    Dossier,
    DossierFinding,
    Evidence,
    Finding,
    LegalBasis,
    Paper,
    Passage,
    Place,
    Question,
    Report,
    Span,
    Suppressed,
)
from checker.exporting.json import render, render_dossier
from checker.reading import read_bytes
from checker.structure import parse

DRAFT = """QUYẾT ĐỊNH
Điều 1. Chế độ
1. Người lao động có con nhỏ được nghỉ.
2. Lao động nữ được nghỉ khi con ốm.
"""
QUOTE = "Lao động nữ được nghỉ khi con ốm"
BASIS = LegalBasis("lbdg-18-3", "Luật Bình đẳng giới số 73/2006/QH11", "khoản 3 Điều 18", "secondary")

HERE = Passage("du-thao.txt", Span(0, 10), "QUYẾT ĐỊNH", "Điều 1", Place(2, 1), 0)
ITEM = ChecklistItem("05", "ho-so", "Có số liệu?", "partly", "Chưa thấy: nguồn.", (HERE,), (BASIS,))


def a_report() -> Report:
    document = parse("du-thao.txt", read_bytes("du-thao.txt", DRAFT.encode()))
    start = document.text.index(QUOTE)
    clause = next(clause for clause in document.clauses if clause.span.start <= start < clause.span.end)
    finding = Finding(
        id="3f2a", rule="care-sick-child", category="care-role", tier="should", quote=QUOTE,
        span=Span(start, start + len(QUOTE)), clause=clause.index, citation=clause.citation,
        place=Place(number=4, page=2), message="Chỉ trao cho lao động nữ.", why="Cha cũng chăm con.",
        suggestion=None, legal_basis=(BASIS,),
        evidence=(Evidence(Span(start, start + 11)), Evidence(Span(0, 10), "context")), score=0.93,
    )  # fmt: skip
    return Report(
        document=document,
        findings=(finding,),
        suppressed=(Suppressed(replace(finding, id="77"), "guard-maternity", "Thai sản."),),
        checklist=(ITEM,),
        questions=(Question("01", "ho-so", "Đúng thủ tục?", "Do cơ quan soạn thảo quyết định.", (BASIS,)),),
        notes=("Không đọc được hình.",),
        versions={"checker": "0.1.0", "rules": "ab", "model": None, "as_of": "2026-11-23"},
    )


def test_top_level_fields() -> None:
    answer = json.loads(render(a_report()))
    assert set(answer) == {
        "schema", "file", "document", "findings", "suppressed", "checklist", "questions", "tables", "role",
        "notes", "versions",
    }  # fmt: skip
    assert (answer["schema"], answer["file"]) == (1, "du-thao.txt")
    assert answer["notes"] == ["Không đọc được hình."]
    assert answer["versions"] == {"checker": "0.1.0", "rules": "ab", "model": None, "as_of": "2026-11-23"}


def test_document_fields() -> None:
    report = a_report()
    document = json.loads(render(report))["document"]
    assert document == {
        "type": report.document.type, "number": "", "title": report.document.title,
        "issuer": report.document.issuer, "date": None, "draft": report.document.draft,
        "characters": len(report.document.text), "clauses": len(report.document.clauses),
        "language": "vi", "ocr": False,
    }  # fmt: skip


def test_finding_fields() -> None:
    report = a_report()
    start = report.document.text.index(QUOTE)
    assert json.loads(render(report))["findings"] == [
        {
            "id": "3f2a", "rule": "care-sick-child", "category": "care-role", "tier": "should",
            "quote": QUOTE, "start": start, "end": start + len(QUOTE),
            "citation": "khoản 2 Điều 1", "line": 4, "page": 2, "paragraph": 4,
            "message": "Chỉ trao cho lao động nữ.", "why": "Cha cũng chăm con.", "suggestion": None,
            "legal_basis": [{"law": BASIS.law, "article": BASIS.article, "status": "secondary"}],
            "evidence": [
                {"start": start, "end": start + 11, "role": "trigger"},
                {"start": 0, "end": 10, "role": "context"},
            ],
            "score": 0.93, "softened": [], "redraft": None, "edits": [],
        }
    ]  # fmt: skip


def test_suppressed_is_a_finding_with_its_reason() -> None:
    answer = json.loads(render(a_report()))
    suppressed = answer["suppressed"][0]
    assert (suppressed.pop("reason"), suppressed.pop("by")) == ("Thai sản.", "guard-maternity")
    assert suppressed == answer["findings"][0] | {"id": "77"}


def test_checklist_fields() -> None:
    assert json.loads(render(a_report()))["checklist"] == [
        {
            "item": "05", "group": "ho-so", "question": "Có số liệu?", "answer": "partly",
            "reason": "Chưa thấy: nguồn.",
            "evidence": [
                {
                    "start": 0, "end": 10, "file": "du-thao.txt", "quote": "QUYẾT ĐỊNH",
                    "citation": "Điều 1", "paragraph": 2, "page": 1,
                }
            ],
            "legal_basis": [{"law": BASIS.law, "article": BASIS.article, "status": "secondary"}],
        }
    ]  # fmt: skip


def test_question_fields() -> None:
    assert json.loads(render(a_report()))["questions"] == [
        {
            "item": "01", "group": "ho-so", "question": "Đúng thủ tục?",
            "why": "Do cơ quan soạn thảo quyết định.",
            "legal_basis": [{"law": BASIS.law, "article": BASIS.article, "status": "secondary"}],
        }
    ]  # fmt: skip


def test_a_dossier_nests_the_reports_of_its_papers() -> None:
    report = a_report()
    whole = DossierFinding(replace(report.findings[0], category="contradiction"), ("a.txt", "b.txt"))
    dossier = Dossier(
        name="ho-so",
        papers=(Paper("a.txt", "du-thao", report), Paper("b.pdf", "khac", None, "Tệp bị hỏng.")),
        findings=(whole,),
        checklist=report.checklist,
        questions=(),
        notes=("Xét theo thủ tục rút gọn.",),
        versions=report.versions,
    )
    answer = json.loads(render_dossier(dossier))
    alone = json.loads(render(report))
    assert answer["papers"] == [
        {"file": "a.txt", "role": "du-thao", "report": alone},
        {"file": "b.pdf", "role": "khac", "report": None, "problem": "Tệp bị hỏng."},
    ]
    assert answer["findings"][0]["papers"] == ["a.txt", "b.txt"]
    assert answer["checklist"] == alone["checklist"]
    assert (answer["schema"], answer["notes"]) == (1, ["Xét theo thủ tục rút gọn."])


def test_one_line_of_vietnamese() -> None:
    line = render(a_report(), with_text=True)
    assert "\n" not in line
    assert QUOTE in line


@pytest.mark.parametrize("with_text", [True, False])
def test_text_only_when_asked(with_text: bool) -> None:
    report = a_report()
    answer = json.loads(render(report, with_text=with_text))
    assert answer.get("text") == (report.document.text if with_text else None)


def test_offsets_cut_the_quotes_out_of_the_text() -> None:
    draft = "QUY CHẾ\nĐiều 1. Tuyển dụng\nChỉ tuyển nam; lao động nam đủ 30 tuổi, lao động nữ đủ 25 tuổi.\n"
    answer = json.loads(render(check_bytes("quy-che.txt", draft.encode()), with_text=True))
    text = answer["text"]
    assert answer["findings"]
    for finding in [*answer["findings"], *answer["suppressed"]]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert all(0 <= piece["start"] < piece["end"] <= len(text) for piece in finding["evidence"])
        assert draft.split("\n")[finding["line"] - 1].find(finding["quote"]) >= 0
