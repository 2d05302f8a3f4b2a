"""The figures as a page of the documentation, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.judging import GROUPS, Judged, by_rule, counts, intervals, misses, rates
from checker.exporting.rules.content import marked
from checker.exporting.rules.markdown import escaped, link
from checker.labels import CATEGORY_LABELS
from checker.rulebook import Rulebook

GROUP_LABELS: Mapping[str, str] = {
    "language": "Ngôn ngữ",
    "substance": "Nội dung",
    "omission": "Chỗ còn thiếu",
    "credit": "Điểm tốt",
    "language and substance": "Ngôn ngữ và nội dung",
    "all but credit": "Tất cả, trừ điểm tốt",
}
ROWS = {
    **GROUPS,
    "language and substance": GROUPS["language"] + GROUPS["substance"],
    "all but credit": GROUPS["language"] + GROUPS["substance"] + GROUPS["omission"],
}
COMMONEST = 3
HEAD = (
    "<!-- Sinh tự động bằng `python benchmarks/quality.py --out docs/chat-luong.md`; không sửa tay. -->\n\n"
    "# Chất lượng\n"
)


@dataclass(frozen=True)
class Sentences:
    """By category: sentences, flagged at all, flagged in their category; near misses and false alarms."""

    categories: Mapping[str, tuple[int, int, int]]
    near_misses: int
    alarms: int


@dataclass(frozen=True)
class Quiet:
    """Documents that hardly speak of people: their number, words, and findings (must, should) by category."""

    documents: int
    words: int
    findings: Mapping[str, int]


def page(
    book: Rulebook,
    documents: Sequence[Judged],
    *,
    commit: str,
    sentences: Sentences | None = None,
    quiet: Quiet | None = None,
) -> str:
    """Return the page: figures with intervals, per rule, what goes wrong most, and the known gaps."""
    parts = [
        HEAD,
        f"Đo ngày {date.today():%d/%m/%Y}, bản `{commit}`, bộ quy tắc `{book.sha256[:12]}`.\n",
        _development(documents),
        *([_sentences(sentences)] if sentences else []),
        *([_quiet(quiet)] if quiet else []),
        _wrong(documents, book),
        _gaps(book),
        _rules(documents, book),
    ]
    return "\n".join(parts)


def _development(documents: Sequence[Judged]) -> str:
    lines = [
        f"## Trên {len(documents)} văn bản đã được người đọc đánh dấu\n",
        "Các văn bản này đã được dùng khi viết quy tắc, nên con số trên văn bản mới sẽ **thấp hơn**. "
        "Trong ngoặc là khoảng tin cậy 95 % khi rút lại các văn bản (2.000 lần).\n",
        "| | nhãn | nêu | đúng | chính xác (P) | không sót (R) | F1 |",
        "| --- |" + " ---: |" * 6,
    ]
    for name, categories in ROWS.items():
        lines.append(_row(f"**{GROUP_LABELS[name]}**", documents, categories))
        if name in GROUPS and len(categories) > 1:
            lines += [_row(CATEGORY_LABELS[one], documents, (one,)) for one in categories]
    return "\n".join([*lines, ""])


def _row(title: str, documents: Sequence[Judged], categories: Sequence[str]) -> str:
    labels, found, hits = counts(documents, categories)
    if not labels and not found:
        return f"| {title} | 0 | 0 | 0 | – | – | – |"
    told = [
        f"{_number(rate)} ({_number(low)}–{_number(high)})"
        for rate, (low, high) in zip(
            rates(labels, found, hits), intervals(documents, categories), strict=True
        )
    ]
    return f"| {title} | {labels} | {found} | {hits} | {' | '.join(told)} |"


def _number(rate: float) -> str:
    return f"{rate:.2f}".replace(".", ",")


def _sentences(scores: Sentences) -> str:
    rows = [
        f"| {CATEGORY_LABELS[name]} | {count} | {flagged} | {right} |"
        for name, (count, flagged, right) in scores.categories.items()
    ]
    head = "| loại | câu | được nêu | đúng loại |\n| --- | ---: | ---: | ---: |"
    alarms = f"{scores.near_misses} câu gần giống phải im lặng: {scores.alarms} nhận xét thừa.\n"
    return "\n".join(["## Trên từng câu viết sẵn\n", head, *rows, "", alarms])


def _quiet(quiet: Quiet) -> str:
    count = sum(quiet.findings.values())
    rate = 1000 * count / quiet.words if quiet.words else 0.0
    kinds = "; ".join(f"{CATEGORY_LABELS.get(name, name)}: {some}" for name, some in quiet.findings.items())
    words = f"{quiet.words:,}".replace(",", ".")
    return (
        "## Trên văn bản hầu như không nói về người\n\n"
        f"{quiet.documents} văn bản có tỷ lệ từ chỉ người thấp nhất ({words} tiếng): "
        f"{count} lỗi, cảnh báo, tức {_number(rate)} trên 1.000 tiếng{f' ({kinds})' if kinds else ''}.\n"
    )


def _wrong(documents: Sequence[Judged], book: Rulebook) -> str:
    fired = by_rule(documents)
    wrong = sorted(fired, key=lambda rule: (fired[rule][1] - fired[rule][0], rule))
    alarms = [
        f"- {_link(rule, book)}: {fired[rule][0] - fired[rule][1]} thừa trong {fired[rule][0]} lần nêu"
        for rule in wrong[:COMMONEST]
        if fired[rule][0] > fired[rule][1]
    ]
    missed = [
        f"- {CATEGORY_LABELS[name]}: sót {count}"
        for name, count in list(misses(documents).items())[:COMMONEST]
    ]
    return "\n".join(
        [
            "## Còn sai nhiều nhất ở đâu\n",
            "Nhận xét thừa:\n",
            *(alarms or ["- không có trên các văn bản trên"]),
            "\nBỏ sót:\n",
            *(missed or ["- không có trên các văn bản trên"]),
            "",
        ]
    )


def _gaps(book: Rulebook) -> str:
    """The `todo` examples: sentences that tell when they start to pass."""
    entries = [
        f"- {_link(compiled.rule.id, book)}: “{escaped(marked(example))}” "
        f"({'bỏ sót' if example.marks else 'nêu thừa'}{f'; {example.note}' if example.note else ''})"
        for compiled in book.rules
        for example in compiled.rule.todo
    ]
    return "\n".join(
        [
            "## Chỗ đã biết là chưa làm được\n",
            "Ghi trong quy tắc thành ví dụ `todo`; bộ kiểm tra báo khi ví dụ bắt đầu đạt. "
            "« » là chỗ lẽ ra phải nêu.\n",
            *(entries or ["- chưa ghi chỗ nào"]),
            "",
        ]
    )


def _rules(documents: Sequence[Judged], book: Rulebook) -> str:
    return "\n".join(
        [
            "## Độ chính xác của từng quy tắc đã nêu trên các văn bản trên\n",
            "| quy tắc | nêu | đúng |",
            "| --- | ---: | ---: |",
            *_rule_rows(documents, book),
            "",
        ]
    )


def _rule_rows(documents: Sequence[Judged], book: Rulebook) -> Iterator[str]:
    for rule, (fired, right) in by_rule(documents).items():
        yield f"| {_link(rule, book)} | {fired} | {right} |"


def _link(name: str, book: Rulebook) -> str:
    rule = next((one.rule for one in book.rules if one.rule.id == name), None)
    return f"[`{name}`]({link(rule)})" if rule else f"`{name}`"
