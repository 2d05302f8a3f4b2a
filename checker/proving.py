"""The examples of a rule are its tests: whether they hold, each under the rule alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.checking import check_document
from checker.domain import Document, Example, Report, Span
from checker.reading import read_bytes
from checker.rulebook import Rulebook
from checker.rulebook.rules import CompiledRule
from checker.structure import parse

JUDGED = ("must", "should", "consider")
_TYPE = "quyet-dinh"


def failures(compiled: CompiledRule, book: Rulebook) -> Iterator[str]:
    """A Vietnamese sentence for each example of the rule that does not hold."""
    rule = compiled.rule
    for example in rule.bad:
        found = triggers(*report_of(compiled, example.text, book))
        if found != set(example.marks):
            seen = ", ".join(f"“{word}”" for word in words(example.text, found)) or "không có gì"
            yield f"{rule.id}: ví dụ bad “{example.text}” khớp {seen}, khác chỗ đánh dấu"
        yield from _better(compiled, example, book)
    for example in rule.good:
        if report_of(compiled, example.text, book)[0].findings:
            yield f"{rule.id}: ví dụ good “{example.text}” vẫn bị nêu"


def _better(compiled: CompiledRule, example: Example, book: Rulebook) -> Iterator[str]:
    report = check_document(as_document(example.better or "")[0], rulebook=book)
    rules = sorted({finding.rule for finding in report.findings if finding.tier in JUDGED})
    if rules:
        yield f"{compiled.rule.id}: câu better “{example.better}” bị nêu bởi {', '.join(rules)}"


def as_document(text: str, kind: str = _TYPE) -> tuple[Document, int]:
    """An example as a document, under a heading where it has none of its own, and the offset of its text."""
    whole = text.startswith(("Điều", "Chương")) or text.partition("\n")[0].isupper()
    head = "" if whole else "Điều 1. Quy định chung\n"
    document = parse("vi-du.txt", read_bytes("vi-du.txt", (head + text).encode()))
    return replace(document, type=kind), len(head)


def report_of(compiled: CompiledRule, text: str, book: Rulebook) -> tuple[Report, int]:
    """The report of an example under this rule alone, and the offset of its text."""
    document, offset = as_document(text, (compiled.rule.applies_to or (_TYPE,))[0])
    return check_document(document, rulebook=replace(book, rules=(compiled,), references=())), offset


def triggers(report: Report, offset: int) -> set[Span]:
    """The words that made the rule fire, as spans of the example."""
    return {
        Span(one.span.start - offset, one.span.end - offset)
        for finding in report.findings
        for one in finding.evidence
        if one.role == "trigger"
    }


def words(text: str, spans: Iterable[Span]) -> list[str]:
    """The words of an example at these spans, in text order."""
    return [text[span.start : span.end] for span in sorted(spans)]
