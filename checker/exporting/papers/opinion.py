"""The opinion on how a draft mainstreams gender equality: what reviewers agreed on, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document as WordFile

from checker.domain import Finding, Report
from checker.exporting.papers import layout
from checker.exporting.papers.layout import BLANK
from checker.exporting.papers.parts import answered, as_of, grounds, named, place, quoted, said, subject
from checker.exporting.verdicts import NONE, Decisions, decision_on, is_taken_up, proposal, verdict_on
from checker.labels import ROLE_LABELS
from checker.rulebook.provisions import provision

TITLE = "Ý KIẾN THẨM ĐỊNH"
# What the law has the appraising body look at (khoản 3 Điều 21); how it stands, only people can conclude.
_APPRAISED = (
    "Việc xác định vấn đề giới trong dự thảo",
    "Việc bảo đảm các nguyên tắc cơ bản về bình đẳng giới",
    "Tính khả thi của việc giải quyết vấn đề giới",
    "Việc thực hiện lồng ghép vấn đề bình đẳng giới trong quá trình soạn thảo",
)
_BASIS = "lbdg-21-3"
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII")

Part = tuple[str, list[tuple[str, str]]]
"""A heading, and its paragraphs: the words in bold that they begin with, and the rest."""


def render_opinion(
    reports: Sequence[Report], *, decisions: Decisions = NONE, with_open: bool = False
) -> bytes:
    """Return the opinion as .docx; dismissed findings are left out, open ones listed only `with_open`."""
    about = f"về lồng ghép vấn đề bình đẳng giới trong {subject(reports)}"
    file = layout.new_paper("Ý kiến thẩm định về lồng ghép vấn đề bình đẳng giới")
    layout.add_head(file)
    layout.add_title(file, TITLE, about)
    layout.add_centred(file, f"Kính gửi: {BLANK}")
    file.add_paragraph()
    layout.add_text(file, _opening(reports))
    parts = [part for part in _parts(reports, decisions, with_open) if part[1]]
    for numeral, part in zip(_NUMERALS, parts, strict=False):
        _write(file, numeral, part)
    layout.add_text(file, f"Trên đây là ý kiến {about}; đề nghị {BLANK} nghiên cứu./.", last=True)
    layout.add_foot(file)
    return layout.saved(file)


def _opening(reports: Sequence[Report]) -> str:
    day = as_of(reports)
    law = f", đối chiếu với quy định có hiệu lực tại ngày {day}" if day else ""
    letter = f"văn bản số {BLANK} ngày …… tháng …… năm …… của {BLANK}"
    asked = f"Trả lời {letter} đề nghị thẩm định {subject(reports)}"
    return f"{asked}; sau khi xem xét{law}, {BLANK} có ý kiến như sau:"


def _write(file: WordFile, numeral: str, part: Part) -> None:
    heading, paragraphs = part
    layout.add_heading(file, f"{numeral}. {heading}")
    for lead, text in paragraphs:
        layout.add_text(file, text, lead=lead)


def _parts(reports: Sequence[Report], decisions: Decisions, with_open: bool) -> Iterator[Part]:
    yield "TÀI LIỆU ĐƯỢC XEM XÉT", [("", f"- {_paper(report)}") for report in reports]
    yield f"ĐÁNH GIÁ CHUNG ({grounds([provision(_BASIS)])})", _appraised()
    yield "NỘI DUNG ĐÃ BẢO ĐẢM", _credits(reports, decisions)
    yield "NỘI DUNG ĐỀ NGHỊ CHỈNH LÝ", _proposals(reports, decisions)
    yield "NỘI DUNG CÒN THIẾU, ĐỀ NGHỊ BỔ SUNG", _missing(reports)
    asked = [("", f"- {one.question} {one.why}") for report in reports for one in report.questions]
    yield "NỘI DUNG ĐỀ NGHỊ LÀM RÕ", asked
    if with_open:
        yield "NHẬN XÉT CHƯA KẾT LUẬN", _open(reports, decisions)


def _paper(report: Report) -> str:
    return f"{ROLE_LABELS[report.role]}: {named(report)}, tệp {report.document.name}."


def _appraised() -> list[tuple[str, str]]:
    return [(f"{number}. {matter}:", f"{BLANK}") for number, matter in enumerate(_APPRAISED, 1)]


def _credits(reports: Sequence[Report], decisions: Decisions) -> list[tuple[str, str]]:
    praised = [
        f"{place(finding, report, reports)} ({quoted(finding)})"
        for report, finding in _findings(reports, credit=True)
        if verdict_on(finding, decisions) != "dismissed"
    ]
    told = [("Quy định có lồng ghép giới:", f"{'; '.join(praised)}.")] if praised else []
    met = [item for report in reports for item in report.checklist if item.answer == "yes"]
    return [*told, *(("", f"- {answered(item)}") for item in met)]


def _proposals(reports: Sequence[Report], decisions: Decisions) -> list[tuple[str, str]]:
    agreed = [pair for pair in _findings(reports) if is_taken_up(pair[1], decisions)]
    if not agreed:
        return [("", "Chưa có nhận xét nào được người thẩm định chấp nhận.")]
    return [
        paragraph
        for number, (report, finding) in enumerate(agreed, 1)
        for paragraph in _proposal(number, place(finding, report, reports), finding, decisions)
    ]


def _proposal(number: int, told: str, finding: Finding, decisions: Decisions) -> Iterator[tuple[str, str]]:
    decision, basis = decision_on(finding, decisions), grounds(finding.legal_basis)
    yield f"{number}. {told}:", said(finding)
    yield "Lý do:", " ".join(part for part in (decision.reason if decision else "", finding.why) if part)
    if basis:
        yield "Căn cứ:", f"{basis}."
    if wording := proposal(finding, decisions):
        yield "Đề nghị viết:", f"“{wording}”"
    elif finding.suggestion:
        yield "Hướng chỉnh lý:", finding.suggestion
    if decision and decision.note:
        yield "Lưu ý:", decision.note


def _missing(reports: Sequence[Report]) -> list[tuple[str, str]]:
    lacking = [item for report in reports for item in report.checklist if item.answer in ("no", "partly")]
    return [(f"{number}.", answered(item)) for number, item in enumerate(lacking, 1)]


def _open(reports: Sequence[Report], decisions: Decisions) -> list[tuple[str, str]]:
    return [
        ("", f"- {place(finding, report, reports)}: {said(finding)}")
        for report, finding in _findings(reports)
        if verdict_on(finding, decisions) == "open"
    ]


def _findings(reports: Sequence[Report], *, credit: bool = False) -> Iterator[tuple[Report, Finding]]:
    """The findings in reading order, those of good practice or all others."""
    for report in reports:
        for finding in sorted(report.findings, key=lambda one: (one.span, one.id)):
            if (finding.tier == "credit") == credit:
                yield report, finding
