"""SARIF 2.1.0: the structure that its schema asks for, checked by hand, and what our findings become."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from checker.domain import Report
from checker.exporting.sarif import render
from tests.reports import WORDS, checked, decided, worded

LEVELS = {"must": "error", "should": "warning", "consider": "note", "credit": "none"}

# Of the schema: for each object the properties that it may have (those with * it must), no others.
SHAPES = {
    "log": "version* runs* $schema",
    "run": "tool* artifacts columnKind invocations results properties",
    "driver": "name* version language rules",
    "rule": "id* shortDescription fullDescription help defaultConfiguration properties",
    "invocation": "executionSuccessful* toolExecutionNotifications",
    "result": "message* ruleId ruleIndex kind level locations partialFingerprints rank properties"
    " relatedLocations fixes suppressions",
    "location": "id physicalLocation logicalLocations message",
    "physical": "artifactLocation region",
    "region": "charOffset charLength snippet",
    "logical": "name fullyQualifiedName",
    "suppression": "kind* status justification",
    "fix": "artifactChanges* description",
    "change": "artifactLocation* replacements*",
    "replacement": "deletedRegion* insertedContent",
}


def shaped(value: dict[str, Any], shape: str) -> dict[str, Any]:
    allowed = SHAPES[shape].split()
    assert set(value) <= {name.rstrip("*") for name in allowed}, shape
    assert {name[:-1] for name in allowed if name.endswith("*")} <= set(value), shape
    return value


def location(value: dict[str, Any]) -> dict[str, Any]:
    physical = shaped(shaped(value, "location")["physicalLocation"], "physical")
    assert physical["artifactLocation"]["index"] == 0
    if "region" in physical:
        region(physical["region"])
    for logical in value.get("logicalLocations", ()):
        assert shaped(logical, "logical")["name"]
    return value


def region(value: dict[str, Any]) -> None:
    shaped(value, "region")
    assert value["charOffset"] >= 0
    assert value["charLength"] >= 0


def run_of(report: Report, **options: Any) -> dict[str, Any]:
    """The one run of the log, all of it checked for structure."""
    log = shaped(json.loads(render(report, **options)), "log")
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    driver = shaped(shaped(run, "run")["tool"]["driver"], "driver")
    rules = [shaped(rule, "rule")["id"] for rule in driver["rules"]]
    assert len(rules) == len(set(rules))
    for invocation in run["invocations"]:
        shaped(invocation, "invocation")
    for result in run["results"]:
        check_result(result, rules)
    return dict(run)


def check_result(result: dict[str, Any], rules: list[str]) -> None:
    shaped(result, "result")
    assert rules[result["ruleIndex"]] == result["ruleId"]
    assert result["kind"] in ("pass", "fail")
    assert (result["level"] == "none") == (result["kind"] == "pass"), "a level goes with a failure only"
    assert 0 <= result["rank"] <= 100
    assert all(isinstance(print_, str) for print_ in result["partialFingerprints"].values())
    for one in [*result["locations"], *result.get("relatedLocations", ())]:
        location(one)
    for one in result.get("suppressions", ()):
        assert shaped(one, "suppression")["kind"] in ("inSource", "external")
    for fix in result.get("fixes", ()):
        for change in shaped(fix, "fix")["artifactChanges"]:
            for one in shaped(change, "change")["replacements"]:
                region(shaped(one, "replacement")["deletedRegion"])


def test_each_finding_is_a_result_with_its_level_place_and_fingerprint() -> None:
    results = run_of(checked())["results"]
    text = checked().document.text
    for finding, result in zip(checked().findings, results, strict=False):
        assert result["level"] == LEVELS[finding.tier]
        assert result["partialFingerprints"] == {"findingId/v1": finding.id}
        assert finding.message in result["message"]["text"]
        [place] = result["locations"]
        assert finding.citation in place["logicalLocations"][0]["name"]
        if finding.quote:
            found = place["physicalLocation"]["region"]
            cut = text[found["charOffset"] : found["charOffset"] + found["charLength"]]
            assert cut == finding.quote == found["snippet"]["text"]


def test_a_fix_makes_the_redraft() -> None:
    report = checked()
    fixed = [one for one in report.findings if one.edits]
    results = {one["partialFingerprints"]["findingId/v1"]: one for one in run_of(report)["results"]}
    assert fixed
    for finding in fixed:
        made = results[finding.id]["fixes"][0]["artifactChanges"][0]["replacements"]
        assert [one["insertedContent"]["text"] for one in made] == [edit.text for edit in finding.edits]


def test_what_was_held_down_is_suppressed_with_its_reason() -> None:
    report = checked()
    held = run_of(report)["results"][len(report.findings) :]
    assert len(held) == len(report.suppressed) > 0
    for one, result in zip(report.suppressed, held, strict=True):
        assert [item["justification"] for item in result["suppressions"]] == [one.reason]


def test_a_dismissed_finding_is_suppressed_and_an_accepted_one_is_not() -> None:
    first, second = checked().findings[:2]
    decisions = {
        first.id: decided(first, "dismissed", reason="Đã có ở luật khác."),
        second.id: decided(second, "accepted"),
    }
    results = run_of(checked(), decisions=decisions)["results"]
    assert results[0]["suppressions"][0]["justification"] == "Đã có ở luật khác."
    assert "suppressions" not in results[1]
    assert results[1]["properties"]["verdict"] == "accepted"


def test_a_good_practice_passes() -> None:
    report = worded("x")
    praise = tuple(replace(one, tier="credit", category="good-practice") for one in report.findings)
    [result] = run_of(replace(report, findings=praise, suppressed=()))["results"]
    assert (result["kind"], result["level"]) == ("pass", "none")


@given(WORDS)
def test_any_words_give_sound_json_in_utf8(said: str) -> None:
    report = worded(said)
    raised, _ = run_of(report)["results"]
    visible = "".join(
        char for char in said if not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )
    assert raised["message"]["text"].startswith(visible)
    assert render(report).encode()
