"""The coverage as a page of the documentation: what is answered by which rules, and what is not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.domain import Rule
from checker.exporting.rules.markdown import link
from checker.labels import CATEGORY_LABELS, STATUS_LABELS
from checker.rulebook.coverage import Coverage, Covered, Part, State

_STATES: Mapping[State, str] = {"full": "có", "partly": "một phần", "none": "chưa"}
_GROUPS = {
    "A": "Ngôn ngữ mang giới",
    "B": "Định kiến, vai trò",
    "C": "Phân biệt đối xử trực tiếp",
    "D": "Bất lợi gián tiếp",
    "E": "Quy định bỏ quên giới",
    "F": "Thiếu số liệu",
    "G": "Thiếu sự tham gia",
    "H": "Thiếu cơ chế xử lý, hỗ trợ",
    "I": "Thủ tục, hồ sơ",
}
_PARTS: Mapping[Part, str] = {
    "references": "[văn bản, cơ quan không còn phù hợp](van-ban-het-hieu-luc.md)",
    "tables": "xét bảng số liệu về người",
}
_RULES_SHOWN = 12
_INTRO = """# Phạm vi kiểm tra: có gì và chưa có gì

Trang này cho biết chương trình hỏi những gì, quy tắc nào trả lời, và **những gì không được kiểm tra**.
Không có nhận xét ở một nội dung “chưa” hoặc “một phần” không có nghĩa là dự thảo đã ổn ở nội dung đó.

- **có**: quy tắc trả lời được trong chừng mực lời văn cho thấy; vẫn có thể sót hoặc thừa
  ([chất lượng](chat-luong.md));
- **một phần**: chỉ trả lời được phần nêu ở cột quy tắc; phần còn lại ghi rõ;
- **chưa**: không kiểm tra; lý do ghi rõ.
"""


def coverage_page(coverage: Coverage) -> str:
    """Return the page as Markdown, without its head; links go from the folder of the documentation."""
    return "\n".join(
        [
            _INTRO,
            _counts(coverage),
            "## Luật Bình đẳng giới, từng điều\n",
            "Cột quy tắc đếm các quy tắc lấy điều đó làm căn cứ.\n",
            _table("điều", coverage.law, _by_category),
            *_candidates(coverage.candidates),
            "## Danh mục câu hỏi rà soát\n",
            "Câu trả lời được tìm trong tài liệu, kèm chỗ tìm thấy; các quy tắc ở cột quy tắc cùng đáp.\n",
            _table("số", coverage.checklist, _links),
            "## Quy tắc ngoài các mục trên\n",
            *(f"- {entry.what} {_links(entry.rules)}" for entry in coverage.beyond),
            "",
            "## Không được kiểm tra\n",
            "Gom lại từ các bảng trên, để người thẩm định tự xem:\n",
            *_unchecked(coverage),
            "",
        ]
    )


def _counts(coverage: Coverage) -> str:
    rows = [
        f"| {name} | {len(entries)} | {' | '.join(str(counted[state]) for state in _STATES)} |"
        for name, entries in (
            ("Điều của Luật Bình đẳng giới", coverage.law),
            ("Dấu hiệu cần tìm", coverage.candidates),
            ("Câu hỏi rà soát", coverage.checklist),
        )
        for counted in [Counter(entry.state for entry in entries)]
    ]
    return "\n".join(["| | tổng | có | một phần | chưa |", "| --- |" + " ---: |" * 4, *rows, ""])


def _candidates(entries: Sequence[Covered]) -> Iterator[str]:
    yield "## Dấu hiệu cần tìm trong lời văn\n"
    for letter, title in _GROUPS.items():
        yield f"### {letter}. {title}\n"
        yield _table("mã", [entry for entry in entries if entry.key.startswith(letter)], _links)


def _table(key: str, entries: Iterable[Covered], told: Callable[[Sequence[Rule]], str]) -> str:
    rows = [
        f"| {entry.key} | {_what(entry)} | {_STATES[entry.state]} | {_answered(entry, told)} | {entry.gap} |"
        for entry in entries
    ]
    return "\n".join(
        [f"| {key} | nội dung | kiểm tra | quy tắc | chưa kiểm tra |", "| --- |" + " --- |" * 4, *rows, ""]
    )


def _answered(entry: Covered, told: Callable[[Sequence[Rule]], str]) -> str:
    asked = f"danh mục rà soát: câu {', '.join(entry.items)}" if entry.items else ""
    return "; ".join(filter(None, [told(entry.rules), asked, *(_PARTS[part] for part in entry.parts)]))


def _links(rules: Sequence[Rule]) -> str:
    shown = [f"[`{rule.id}`]({link(rule)})" for rule in rules[:_RULES_SHOWN]]
    more = len(rules) - len(shown)
    return ", ".join([*shown, *([f"và {more} quy tắc nữa"] if more else [])])


def _by_category(rules: Sequence[Rule]) -> str:
    counted = Counter(rule.category for rule in rules)
    return ", ".join(
        f"[{CATEGORY_LABELS[category]}](quy-tac/{category}.md): {count}"
        for category, count in counted.items()
    )


def _unchecked(coverage: Coverage) -> Iterator[str]:
    for entry in (*coverage.law, *coverage.candidates, *coverage.checklist):
        if entry.state == "none":
            yield f"- {entry.key}. {_what(entry)} {entry.gap}"


def _what(entry: Covered) -> str:
    doubt = "" if entry.status == "verified" else f" ({STATUS_LABELS[entry.status]})"
    return f"{entry.what}{doubt}"
