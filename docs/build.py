"""Write the generated pages of the documentation: `python docs/build.py`; `--check` only compares.

The rule table and the list of provisions come from the rulebook, so that no page repeats by hand
what the rules say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checker.domain import StaleReference
from checker.exporting.coverage import coverage_page
from checker.exporting.rules import by_category
from checker.exporting.rules.markdown import GUARDS_PAGE, link, rule_pages
from checker.labels import (
    CATEGORY_LABELS,
    CHECKLIST_GROUPS,
    DOCUMENT_LABELS,
    ROLE_LABELS,
    STATUS_LABELS,
    TIER_LABELS,
    day_label,
)
from checker.rulebook import Rulebook, load
from checker.rulebook.checklist import Criterion
from checker.rulebook.coverage import load_coverage
from checker.rulebook.schema import NAMES, schema_of

DOCS = Path(__file__).resolve().parent
RULES = DOCS.parent / "rules"
REFERENCE_KINDS = {
    "document": "Văn bản",
    "provision": "Điều khoản",
    "body": "Cơ quan, tổ chức, cấp hành chính",
    "territory": "Địa danh hành chính",
    "wording": "Cách viết theo quy định cũ",
}
HEAD = "<!-- Sinh tự động bằng `python docs/build.py`; không sửa tay. -->\n\n"


def rule_table(book: Rulebook) -> str:
    """All rules by category: id, tier, title, legal basis."""
    rules = [compiled.rule for compiled in book.rules]
    parts = [
        f"{HEAD}# Bảng quy tắc\n\n{len(rules)} quy tắc; chọn mã để xem lý do, căn cứ, ví dụ. "
        f"[Bối cảnh dùng chung](quy-tac/{GUARDS_PAGE}.md) · [Phạm vi kiểm tra](pham-vi.md) · "
        "[Cách viết quy tắc](quy-tac.md)\n"
    ]
    for category, group in by_category(rules):
        rows = [
            f"| [`{rule.id}`]({link(rule)}) | {TIER_LABELS[rule.tier]} | {rule.title} | "
            f"{'; '.join(f'{basis.article} {basis.law}'.strip() for basis in rule.legal_basis)} |"
            for rule in group
        ]
        title = f"\n## {CATEGORY_LABELS[category]} (`{category}`): {len(rows)}\n\n"
        parts.append(
            title + "| mã | mức | nội dung | căn cứ |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
        )
    return "".join(parts)


def basis_table(book: Rulebook) -> str:
    """All provisions with what they say, how sure that is and where it was read."""
    rows = [
        f"| {basis.article} {basis.law} | {basis.summary} | {STATUS_LABELS[basis.status]} | {basis.source} |"
        for basis in book.legal_basis.values()
    ]
    head = "| quy định | nội dung (tóm tắt) | tình trạng | nguồn |\n| --- | --- | --- | --- |\n"
    return f"{HEAD}# Căn cứ pháp lý của các quy tắc\n\n{head}" + "\n".join(rows) + "\n"


def reference_table(book: Rulebook) -> str:
    """All that a draft should no longer cite, by kind: since when, what instead, how sure, from where."""
    entries = list(dict.fromkeys(one.rule.rule.id for one in book.references))
    by_id = {one.entry.id: one.entry for one in book.references}
    head = (
        f"{HEAD}# Văn bản, cơ quan, địa danh, nội dung không còn phù hợp để dẫn\n\n"
        f"{len(entries)} mục. Dự thảo được xét theo ngày hôm nay hoặc theo `--as-of NGÀY`; văn bản đã ban "
        "hành xét theo ngày ghi trên văn bản. Mục chưa đối chiếu văn bản gốc chỉ được nêu kèm chữ “cần đối "
        "chiếu”, không kèm gợi ý thay thế.\n"
    )
    parts = [head]
    for kind, title in REFERENCE_KINDS.items():
        rows = [_reference_row(by_id[name]) for name in entries if by_id[name].kind == kind]
        parts.append(
            f"\n## {title}: {len(rows)}\n\n"
            "| mã | nội dung | mức | từ ngày | thay bằng | tình trạng | nguồn |\n"
            "| --- | --- | --- | --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
        )
    return "".join(parts)


def _reference_row(entry: StaleReference) -> str:
    new = (
        "; ".join(f"{old} → {name}" for old, name in entry.names.items())
        if entry.names
        else entry.replacement
    )
    numbers = ", ".join(number for number in entry.numbers if number not in entry.title)
    told = f"{entry.title} ({numbers})" if numbers else entry.title
    basis = f"{entry.basis.article} {entry.basis.law}".strip()
    return (
        f"| `{entry.id}` | {told} | {TIER_LABELS[entry.tier]} | {day_label(entry.since)} | {new} | "
        f"{STATUS_LABELS[entry.basis.status]} | {basis}. {entry.basis.source} |"
    )


def checklist_table(book: Rulebook) -> str:
    """The questions by group: where the answer is looked for, what answers it, what is only asked."""
    checklist = book.checklist
    parts = [
        f"{HEAD}# Bảng kiểm\n\n{len(checklist.criteria)} câu hỏi. “Có” là câu trả lời mong đợi. "
        "[Cách rà soát hồ sơ và ý nghĩa câu trả lời](ho-so.md)\n"
    ]
    for group, title in CHECKLIST_GROUPS.items():
        rows = [_criterion_row(one) for one in checklist.criteria if one.group == group]
        head = "| câu | nội dung | đọc ở | căn cứ để trả lời | quy định |\n| --- | --- | --- | --- | --- |\n"
        parts.append(f"\n## {title}: {len(rows)}\n\n{head}" + "\n".join(rows) + "\n")
    return "".join(parts)


def _criterion_row(criterion: Criterion) -> str:
    roles = ", ".join(ROLE_LABELS[role].lower() for role in criterion.roles)
    where = f"phần về giới của {roles}" if criterion.where == "gender" else roles
    types = (
        f" ({', '.join(DOCUMENT_LABELS[one].lower() for one in criterion.types)})" if criterion.types else ""
    )
    basis = "; ".join(f"{one.article} {one.law}".strip() for one in criterion.legal_basis)
    return f"| {criterion.id} | {criterion.question} | {where}{types} | {_answered_by(criterion)} | {basis} |"


def _answered_by(criterion: Criterion) -> str:
    """What makes the answer, in the order in which the checker looks."""
    by = []
    if criterion.paper:
        by.append(f"có {ROLE_LABELS[criterion.paper].lower()} trong hồ sơ")
    if criterion.parts:
        by.append(f"có nội dung: {', '.join(criterion.parts)}")
    if criterion.counted:
        by.append("hoặc bảng có số nữ, số nam")
    if criterion.each:
        by.append("từng chỗ một, theo Điều" if criterion.within == "dieu" else "từng chỗ một")
    if criterion.against:
        labels = ", ".join(CATEGORY_LABELS[category] for category in criterion.against)
        by.append(f"không có nhận xét: {labels}")
    if criterion.author:
        by.append("cơ quan đó tự trình thì không tính")
    if criterion.waived:
        by.append("không cần nếu tài liệu nêu lý do vì sao không có vấn đề giới")
    if criterion.when and not criterion.ask:
        by.append("chỉ khi văn bản nói tới việc này")
    if criterion.whole:
        by.append("văn bản sửa đổi không nói thì hỏi")
    if criterion.unsaid:
        by.append(f"không thấy thì hỏi: {criterion.unsaid}")
    if criterion.ask:
        by.append(f"{'không thấy thì hỏi' if by else 'chỉ hỏi'}: {criterion.ask}")
    return "; ".join(by)


def pages() -> dict[Path, str]:
    book = load()
    rules = {DOCS / "quy-tac" / f"{name}.md": HEAD + page for name, page in rule_pages(book).items()}
    return {
        DOCS / "bang-quy-tac.md": rule_table(book),
        DOCS / "bang-kiem.md": checklist_table(book),
        DOCS / "can-cu-phap-ly.md": basis_table(book),
        DOCS / "van-ban-het-hieu-luc.md": reference_table(book),
        DOCS / "pham-vi.md": HEAD + coverage_page(load_coverage(book)),
        **rules,
        **{RULES / "schema" / f"{name}.json": _json(schema_of(name)) for name in NAMES},
    }


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        sys.stderr.writelines(f"{path.name} is stale: run python docs/build.py\n" for path in stale)
        return 1 if stale else 0
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
