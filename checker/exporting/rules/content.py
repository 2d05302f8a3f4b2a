"""What is told of a rule or a guard, whatever the medium: headed sections of plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.domain import Example, Guard, LegalBasis, Rule, RuleKind, Scope
from checker.labels import CATEGORY_LABELS, DOCUMENT_LABELS, STATUS_LABELS, TIER_LABELS
from checker.rulebook import Rulebook
from checker.rulebook.guards import CompiledGuard
from checker.rulebook.phrases import Phrase
from checker.rulebook.rules import CompiledRule
from checker.rulebook.wording import wording

_PHRASES = 16  # phrases told before the list is cut
_KINDS: dict[RuleKind, str] = {
    "phrase": "điều khoản (đọc cùng câu dẫn phía trên) có một trong các cụm",
    "pair": "chỉ nêu một vế, bằng một trong các cụm",
    "absent": "có điều khoản khơi ra vấn đề, bằng một trong các cụm",
    "contrast": "số lượng cùng đơn vị khác nhau giữa nam và nữ, trong câu hoặc hai mục liền nhau; gọi bằng",
    "pattern": "từ loại trong câu khớp mẫu quanh một trong các từ",
}
SCOPES: dict[Scope, str] = {
    "sentence": "câu đó",
    "clause": "điều khoản đó (kể cả câu dẫn, tên điều)",
    "dieu": "cả Điều (hoặc mục) đó",
    "table": "bảng đó",
    "document": "cả văn bản",
}
_EFFECTS = {
    "silence": "không nêu",
    "consider": "hạ xuống gợi ý",
    "note": "nêu kèm lưu ý",
}
_WHERE = {
    "before": "đứng trước chỗ khớp",
    "inside": "nằm giữa chỗ khớp",
    "after": "đứng sau chỗ khớp",
    "around": "chứa chỗ khớp",
    "any": "đứng ở bất kỳ đâu",
}
_REACH = {
    "sentence": "trong câu đó",
    "clause": "trong điều khoản đó, kể cả câu dẫn",
    "chain": "trong điều khoản đó, kể cả câu dẫn và các tên điều, chương phía trên",
    "headings": "trong các câu dẫn, tên điều, chương phía trên",
}
_GUARD_KINDS = {
    "quotation": "Chỗ khớp nằm trong ngoặc kép.",
    "person": "Chỗ khớp nằm trong tên người, tên địa danh.",
    "citation": "Chỗ khớp nằm trong tên, nơi ban hành, lịch sử sửa đổi của văn bản được dẫn.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences; `listed` where they are a list."""

    head: str
    items: tuple[str, ...]
    listed: bool = False


def rule_heading(rule: Rule) -> str:
    """Return the rule's id, category and tier in a line."""
    return f"{rule.id}, {CATEGORY_LABELS[rule.category]}, {TIER_LABELS[rule.tier].lower()}"


def rule_sections(compiled: CompiledRule, guards: Iterable[CompiledGuard]) -> list[Section]:
    """Return what the rule says, why, on which basis, its examples, when it speaks or not, known gaps."""
    rule = compiled.rule
    sections = [
        Section("Nhận xét", (rule.message.replace("{quote}", "…"),)),
        Section("Vì sao", (rule.why,)),
        Section("Căn cứ", tuple(basis_in_words(basis) for basis in rule.legal_basis), listed=True),
        Section("Gợi ý", (rule.suggest,) if rule.suggest else ()),
        Section("Có nhận xét", tuple(_bad(example) for example in rule.bad), listed=True),
        Section("Không nhận xét", tuple(_good(example) for example in rule.good), listed=True),
        Section("Nêu khi", tuple(_fires(compiled))),
        Section("Im lặng khi", tuple(_silences(compiled)), listed=True),
        Section("Bối cảnh chung", tuple(_guards(rule, guards)), listed=True),
        Section("Chưa làm được", tuple(_todo(example) for example in rule.todo), listed=True),
    ]
    return [section for section in sections if section.items]


def guard_sections(compiled: CompiledGuard, book: Rulebook) -> list[Section]:
    """Return what the guard does, on which words and how they must stand, for which rules, and examples."""
    guard = compiled.guard
    sections = [
        Section("Tác dụng", (f"{_sentence(_EFFECTS[guard.effect])}. {guard.reason}",)),
        Section("Khi có", tuple(_cues(compiled)), listed=True),
        Section("Áp dụng cho", (_concerned(guard, book),)),
        Section("Không nhận xét", tuple(example.text for example in guard.silent), listed=True),
        Section("Vẫn nhận xét", tuple(example.text for example in guard.loud), listed=True),
    ]
    return [section for section in sections if section.items]


def concerns(guard: Guard, rule: Rule) -> bool:
    """Tell whether a guard is asked about a rule's matches."""
    return guard.id not in rule.ignores and (not guard.categories or rule.category in guard.categories)


def _fires(compiled: CompiledRule) -> Iterable[str]:
    rule = compiled.rule
    phrases = compiled.match or [phrase for side in compiled.sides.values() for phrase in side]
    words = (
        sorted({word for anchors in compiled.pattern_anchors for one in anchors for word in one})[:_PHRASES]
        if rule.kind == "pattern"
        else named(phrases)
    )
    yield f"{_sentence(_KINDS[rule.kind])}: {'; '.join(words)}."
    where = SCOPES[rule.scope]
    if compiled.needs:
        has = "không có cụm nào trong" if rule.kind == "absent" else "có thêm một trong các cụm"
        yield f"Và {where} {has}: {'; '.join(named(compiled.needs))}."
    if compiled.under:
        yield f"Và đề mục, câu dẫn phía trên có một trong các cụm: {'; '.join(named(compiled.under))}."
    if compiled.titled:
        yield f"Và tên văn bản có một trong các cụm: {'; '.join(named(compiled.titled))}."
    if rule.applies_to:
        kinds = (DOCUMENT_LABELS.get(kind, kind) for kind in rule.applies_to)
        yield f"Chỉ áp dụng cho loại văn bản: {'; '.join(kinds)}."


def _silences(compiled: CompiledRule) -> Iterable[str]:
    if compiled.unless:
        yield f"{_sentence(SCOPES[compiled.rule.unless_scope])} có: {'; '.join(named(compiled.unless))}."
    if compiled.rule.once:
        yield f"Đối tượng ({'; '.join(named(compiled.subject))}) đã có nhận xét cùng loại ở Điều khác."
    if compiled.pseudo:
        yield f"Cụm khớp chỉ trông giống, nằm trong: {'; '.join(named(compiled.pseudo))}."


def _guards(rule: Rule, guards: Iterable[CompiledGuard]) -> Iterable[str]:
    for compiled in guards:
        guard = compiled.guard
        if concerns(guard, rule):
            yield f"{guard.title} ({guard.id}): {_EFFECTS[guard.effect]}."


def _cues(compiled: CompiledGuard) -> Iterable[str]:
    guard = compiled.guard
    if guard.kind != "cue":
        yield _GUARD_KINDS[guard.kind]
        return
    where = " hoặc ".join(_WHERE[place] for place in guard.where)
    yield f"Một trong các cụm sau {where}, {_REACH[guard.reach]}: {'; '.join(named(compiled.cues))}."
    if compiled.pseudo:
        yield f"Không tính cụm chỉ trông giống: {'; '.join(named(compiled.pseudo))}."
    if compiled.stops:
        yield f"Không tính khi ở giữa có: {'; '.join(named(compiled.stops))}."


def _concerned(guard: Guard, book: Rulebook) -> str:
    kinds = [CATEGORY_LABELS[category] for category in guard.categories]
    ignoring = [compiled.rule.id for compiled in book.rules if guard.id in compiled.rule.ignores]
    said = "; ".join(kinds) if kinds else "mọi loại phát hiện"
    return f"{_sentence(said)}." + (f" Trừ các quy tắc: {', '.join(ignoring)}." if ignoring else "")


def named(phrases: Sequence[Phrase]) -> list[str]:
    """Return phrases in words; a long list is cut and says so."""
    told = list(dict.fromkeys(wording(phrase.items) for phrase in phrases))
    more = len(told) - _PHRASES
    return told if more <= 0 else [*told[:_PHRASES], f"… và {more} cụm nữa"]


def basis_in_words(basis: LegalBasis) -> str:
    """Return a provision with how sure it is, what it says and where it was read."""
    summary = f": {basis.summary}" if basis.summary else "."
    where = f" Nguồn: {basis.source}." if basis.source else ""
    return f"{basis.article} {basis.law}".strip() + f" ({STATUS_LABELS[basis.status]}){summary}{where}"


def _bad(example: Example) -> str:
    better = f" → Nên viết: {example.better}" if example.better else ""
    return f"{marked(example)}{_note(example)}{better}"


def _good(example: Example) -> str:
    return f"{example.text}{_note(example)}"


def _todo(example: Example) -> str:
    problem = "chưa nhận ra chỗ đánh dấu" if example.marks else "còn nhận xét thừa"
    return f"{marked(example)} ({example.note or problem})"


def _note(example: Example) -> str:
    return f" ({example.note})" if example.note else ""


def marked(example: Example) -> str:
    """Return the example's text with the marked words between « »."""
    text = example.text
    for mark in sorted(example.marks, reverse=True):
        text = f"{text[: mark.start]}«{text[mark.start : mark.end]}»{text[mark.end :]}"
    return text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
