"""The printed page: the whole text, a mark and a card a finding, nothing that is fetched or run."""

from __future__ import annotations

import re

from hypothesis import given
from lxml import html
from lxml.html import HtmlElement

from checker.domain import Report
from checker.exporting.html import render
from checker.exporting.printable import printable
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS
from tests.reports import ODD, WORDS, checked, decided, worded


def page(report: Report, **options: object) -> HtmlElement:
    return html.document_fromstring(render(report, **options))  # type: ignore[arg-type]


def words(element: HtmlElement) -> str:
    return str(element.text_content())


def ids(root: HtmlElement, start: str) -> list[str]:
    return [name for name in root.xpath("//@id") if re.fullmatch(rf"{start}\d+", name)]


def test_the_text_stands_whole_apart_from_the_flags() -> None:
    root = page(checked())
    for flag in root.find_class("flag"):
        flag.drop_tree()
    assert [words(block) for block in root.find_class("block")] == [b.text for b in checked().document.blocks]


def test_each_finding_has_a_card_and_a_mark_that_lead_to_each_other() -> None:
    root, findings = page(checked()), checked().findings
    assert len(findings) > 3
    assert len(ids(root, "n")) == len(findings) == len(root.find_class("card"))
    assert len(ids(root, "m")) == sum(finding.quote != "" for finding in findings)
    targets = {link.removeprefix("#") for link in root.xpath("//a/@href")}
    assert targets <= set(root.xpath("//@id"))
    assert targets >= set(ids(root, "n")) - {f"n{n}" for n, f in enumerate(findings, 1) if not f.quote}


def test_a_card_says_all_that_explains_the_finding() -> None:
    said = " ".join(words(card) for card in page(checked()).find_class("card"))
    for finding in checked().findings:
        assert CATEGORY_LABELS[finding.category] in said
        assert TIER_LABELS[finding.tier] in said
        for part in (finding.quote, finding.message, finding.why, finding.suggestion or "", finding.redraft):
            assert part in said
        assert all(basis.article in said for basis in finding.legal_basis)


def test_a_provision_that_was_not_compared_says_so() -> None:
    assert "chưa kiểm chứng" in words(page(worded("x")).find_class("card")[0])


def test_tiers_are_told_by_sign_and_text_in_mark_and_card() -> None:
    root = page(checked())
    for flag in root.find_class("flag"):
        tier = next(tier for tier in TIER_SIGNS if f"tier-{tier}" in flag.getparent().get("class"))
        assert words(flag).startswith(TIER_SIGNS[tier])
        assert flag.get("aria-label").startswith(TIER_LABELS[tier])


def test_the_decision_stands_on_its_card_with_reviewer_day_and_reason() -> None:
    finding = checked().findings[0]
    decision = decided(finding, "dismissed", reason="Đã có ở luật khác.", note="Xem lại câu dẫn.")
    root = page(checked(), decisions={finding.id: decision})
    [box] = root.find_class("decision")
    for said in ("Không tiếp thu", "Lê Thị An", "24/11/2026", "Đã có ở luật khác.", "Xem lại câu dẫn."):
        assert said in words(box)
    assert "Đã có quyết định về 1 nhận xét" in words(root)


def test_a_decision_that_was_taken_back_is_not_shown() -> None:
    finding = checked().findings[0]
    assert not page(checked(), decisions={finding.id: decided(finding, "open")}).find_class("decision")


def test_the_outline_counts_what_stands_below_each_heading() -> None:
    root = page(checked())
    entries = [words(entry) for entry in root.xpath("//nav//li")]
    assert len(entries) == 3
    counts = " ".join(words(entry) for entry in root.find_class("counts"))
    counted = sum(map(int, re.findall(r"\d+", counts)))
    assert counted == sum(f.quote != "" for f in checked().findings)


def test_pictures_have_words() -> None:
    pictures = page(checked()).xpath("//figure/svg")
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.get("role") == "img"
        assert re.search(r"\d", picture.get("aria-label"))
        assert picture.get("aria-label") == words(picture.getnext())


def test_the_checklist_and_what_was_held_down_are_there() -> None:
    root = page(checked())
    rows = root.xpath("//section[contains(@class, 'checklist')]//tbody/tr")
    assert len(rows) == len(checked().checklist) > 0
    assert checked().suppressed
    assert f"({len(checked().suppressed)} chỗ)" in words(root.find_class("held")[0])


def test_nothing_is_fetched_and_nothing_runs() -> None:
    written = render(checked())
    root = html.document_fromstring(written)
    assert not root.xpath("//script | //link | //img | //iframe | //@src | //@onclick")
    assert "url(" not in written
    assert "@import" not in written
    assert all(link.startswith("#") for link in root.xpath("//@href"))
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]


@given(WORDS)
def test_any_words_survive_and_none_become_markup(said: str) -> None:
    report = worded(said)
    root = page(report)
    assert not root.xpath("//script")
    assert len(root.find_class("card")) == 1
    message = root.find_class("message")[0]
    assert len(message) == 0
    assert words(message) == printable(said)


def test_odd_words_are_text() -> None:
    root = page(worded(ODD))
    assert "</style><script>x</script>" in words(root.find_class("message")[0])


def test_a_report_without_findings_says_so() -> None:
    plain = worded("x")
    empty = Report(plain.document, (), (), (), (), {})
    root = page(empty)
    assert "Chưa thấy chỗ nào cần xem xét" in words(root)
    assert not root.xpath("//svg")


def test_tables_of_people_are_told_in_words_beside_their_bars() -> None:
    root = page(checked())
    [part] = root.find_class("sexes")
    assert [words(item).strip() for item in part.xpath(".//li")] == [
        "Năm 2024: nữ 48 (40%), nam 72 (60%)",
        "Năm 2025: nữ 61 (44%), nam 79 (56%)",
    ]
    for item in part.xpath(".//li"):
        women, men = (int(bar.get("width")) for bar in item.xpath(".//rect"))
        assert women < men


def test_all_but_head_and_foot_is_the_main_part() -> None:
    root = page(checked())
    assert [child.tag for child in root.body] == ["header", "main", "footer"]


def test_the_same_report_is_the_same_page() -> None:
    assert render(checked()) == render(checked())


def test_each_legal_basis_leads_to_its_rules_entry_with_source_and_status() -> None:
    root = page(checked())
    for card, finding in zip(root.find_class("card"), checked().findings, strict=True):
        links = [link for link in card.xpath(".//a/@href") if link.startswith("#q-")]
        assert links == [f"#q-{finding.rule}"] * len(finding.legal_basis)
        (entry,) = root.xpath(f"//article[@id='q-{finding.rule}']")
        for basis in finding.legal_basis:
            assert basis.summary.rstrip(".") in words(entry)
            assert basis.source.rstrip(".") in words(entry)
