"""The table in which the drafting body says what it takes up of the findings, and why it does not."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain import Finding, Report
from checker.exporting.papers import layout
from checker.exporting.papers.layout import BLANK
from checker.exporting.papers.parts import grounds, place, said, subject
from checker.exporting.verdicts import NONE, Decisions, decision_on, proposal

TITLE = "BẢNG TIẾP THU, GIẢI TRÌNH"
_HEADS = (
    "STT", "Điều khoản", "Ý kiến", "Căn cứ", "Tiếp thu / không tiếp thu và lý do", "Nội dung sau chỉnh lý",
)  # fmt: skip
_WIDTHS = (12, 32, 66, 48, 42, 52)  # millimetres, together the width of the text


def render_response(reports: Sequence[Report], *, decisions: Decisions = NONE) -> bytes:
    """Return the table as .docx on its side; what nobody has decided is blank."""
    file = layout.new_paper("Bảng tiếp thu, giải trình ý kiến về bình đẳng giới", landscape=True)
    layout.add_head(file)
    layout.add_title(file, TITLE, f"ý kiến về lồng ghép vấn đề bình đẳng giới đối với {subject(reports)}")
    found = [
        (report, finding)
        for report in reports
        for finding in sorted(report.findings, key=lambda one: (one.span, one.id))
        if finding.tier != "credit"
    ]
    rows = [
        (str(number), place(finding, report, reports), *_row(finding, decisions))
        for number, (report, finding) in enumerate(found, 1)
    ]
    layout.add_table(file, _HEADS, rows or [("", *[BLANK] * 5)], _WIDTHS)
    layout.add_foot(file)
    return layout.saved(file)


def _row(finding: Finding, decisions: Decisions) -> tuple[str, str, str, str]:
    opinion = f"{said(finding)}\nGợi ý: {finding.suggestion}" if finding.suggestion else said(finding)
    return opinion, grounds(finding.legal_basis) or BLANK, *_answer(finding, decisions)


def _answer(finding: Finding, decisions: Decisions) -> tuple[str, str]:
    """What was decided and why, and the clause as it reads then."""
    decision = decision_on(finding, decisions)
    if decision is None:
        return BLANK, BLANK
    verdict = "Không tiếp thu" if decision.verdict == "dismissed" else "Tiếp thu"
    reason = decision.reason or (f"Lý do: {BLANK}" if decision.verdict == "dismissed" else "")
    told = "\n".join(part for part in (f"{verdict}. {reason}".strip(), decision.note) if part)
    if decision.verdict == "dismissed":
        return told, "Giữ như dự thảo."
    return told, proposal(finding, decisions) or BLANK
