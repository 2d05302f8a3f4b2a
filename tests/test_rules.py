"""Every rule against its own examples, every guard against its own, and the library as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from checker.checking import check_document
from checker.domain import Example, Guard, Report, Rule
from checker.matching import ClauseViews
from checker.matching.anchors import build_index
from checker.matching.engine import rule_anchors
from checker.proving import JUDGED, as_document, report_of, triggers, words
from checker.rulebook import load
from checker.rulebook.rules import CompiledRule

BOOK = load()


def cases(kind: Callable[[Rule], Iterable[Example]]) -> list[object]:
    """One test case an example, named category/rule/number."""
    return [
        pytest.param(compiled, example, id=f"{compiled.rule.category}/{compiled.rule.id}/{at}")
        for compiled in BOOK.rules
        for at, example in enumerate(kind(compiled.rule), 1)
    ]


def guard_cases(kind: Callable[[Guard], Iterable[Example]]) -> list[object]:
    return [
        pytest.param(example, id=f"{compiled.guard.id}/{at}")
        for compiled in BOOK.guards
        for at, example in enumerate(kind(compiled.guard), 1)
    ]


def check_with(compiled: CompiledRule, text: str) -> tuple[Report, int]:
    return report_of(compiled, text, BOOK)


@pytest.mark.parametrize(("compiled", "example"), cases(lambda rule: rule.bad))
def test_bad_example_matches_exactly_its_marks(compiled: CompiledRule, example: Example) -> None:
    report, offset = check_with(compiled, example.text)
    assert words(example.text, triggers(report, offset)) == words(example.text, example.marks), [
        (held.by, held.finding.quote) for held in report.suppressed
    ]


@pytest.mark.parametrize(("compiled", "example"), cases(lambda rule: rule.good))
def test_good_example_is_silent(compiled: CompiledRule, example: Example) -> None:
    report, _ = check_with(compiled, example.text)
    assert [finding.quote for finding in report.findings] == []


@pytest.mark.parametrize(
    ("compiled", "example"), cases(lambda rule: (example for example in rule.bad if example.better))
)
def test_better_wording_passes_every_rule(compiled: CompiledRule, example: Example) -> None:
    document, _ = as_document(example.better or "")
    found = check_document(document).findings
    assert [(finding.rule, finding.quote) for finding in found if finding.tier in JUDGED] == []


@pytest.mark.parametrize(
    ("compiled", "example"), cases(lambda rule: rule.bad if rule.kind == "absent" else ())
)
def test_words_to_add_cure_the_clause_and_pass_every_rule(compiled: CompiledRule, example: Example) -> None:
    (finding,) = check_with(compiled, example.text)[0].findings
    (words,) = re.findall("“([^”]+)”", finding.suggestion or "")
    joined = words if words[0] in ",;" else f". {words}"
    cured = example.text.rstrip(".:; ") + joined.rstrip(".") + "."
    assert check_with(compiled, cured)[0].findings == ()
    kind = (compiled.rule.applies_to or ("quyet-dinh",))[0]
    before = {one.rule for one in check_document(as_document(example.text, kind)[0]).findings}
    after = check_document(as_document(cured, kind)[0]).findings
    assert [(one.rule, one.quote) for one in after if one.tier in JUDGED and one.rule not in before] == []


@pytest.mark.parametrize(("compiled", "example"), cases(lambda rule: rule.todo))
def test_known_gap_is_still_open(
    compiled: CompiledRule, example: Example, request: pytest.FixtureRequest
) -> None:
    request.applymarker(pytest.mark.xfail(strict=True, reason=example.note or "known gap"))
    report, offset = check_with(compiled, example.text)
    assert words(example.text, triggers(report, offset)) == words(example.text, example.marks)


@pytest.mark.parametrize("compiled", [pytest.param(rule, id=rule.rule.id) for rule in BOOK.rules])
def test_one_good_example_is_a_near_miss(compiled: CompiledRule) -> None:
    """A near miss holds words of the rule: silence on a sentence about something else proves nothing."""
    literals = [frozenset(anchor for sets in rule_anchors(compiled) for one in sets for anchor in one)]
    index = build_index([tuple(literals)])
    texts = [as_document(example.text)[0] for example in compiled.rule.good]
    assert any(
        index.hits(ClauseViews(document).own(clause).words)
        for document in texts
        for clause in document.clauses
    )


@pytest.mark.parametrize("example", guard_cases(lambda guard: guard.silent))
def test_guard_keeps_the_library_silent(example: Example) -> None:
    report = check_document(as_document(example.text)[0])
    assert [(finding.rule, finding.quote) for finding in report.findings if finding.tier in JUDGED] == []


@pytest.mark.parametrize("example", guard_cases(lambda guard: guard.loud))
def test_guard_does_not_hold_down_too_much(example: Example) -> None:
    assert check_document(as_document(example.text)[0]).findings


@pytest.mark.parametrize(
    "compiled",
    [pytest.param(guard, id=guard.guard.id) for guard in BOOK.guards if guard.guard.effect == "silence"],
)
def test_silencing_guard_is_needed_by_its_examples(compiled: object) -> None:
    """Without the guard at least one of its silent examples is flagged: it holds something down."""
    without = replace(BOOK, guards=tuple(guard for guard in BOOK.guards if guard is not compiled))
    reports = [
        check_document(as_document(example.text)[0], rulebook=without)
        for example in compiled.guard.silent  # type: ignore[attr-defined]
    ]
    assert any(report.findings for report in reports)
