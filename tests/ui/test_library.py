"""The page of the rules: find, read, try, switch off; a new check honours it and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from streamlit.testing.v1 import AppTest

from checker.store import SETTING, create_project, open_store, save_new, switch_off, switches
from checker.ui import keeping
from checker.ui.library import knows
from tests.ui.reader import Reader, barriers, wait_for

RULE = "wife-of-official"
DRAFT = "Điều 1. Chế độ\n1. Vợ của cán bộ được khám sức khỏe.\n2. Lao động nữ được nghỉ khi con ốm.\n"


@pytest.fixture
def app(root: Path) -> AppTest:
    started = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    started.query_params["trang"] = "quy-tac"
    return started.run()


def said(app: AppTest) -> str:
    shown = [*app.title, *app.header, *app.subheader, *app.markdown, *app.warning, *app.info]
    return "\n".join(element.value for element in shown).replace("\\", "")


def listed(app: AppTest) -> list[str]:
    return [one.key.removeprefix("read-") for one in app.button if one.key and one.key.startswith("read-")]


def opened(app: AppTest, rule: str = RULE) -> AppTest:
    app.query_params["ma"] = rule
    return app.run()


def test_the_page_opens_from_the_first_one(root: Path) -> None:
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    app.button(key="rules").click().run()
    assert not app.exception
    assert app.title[0].value == "Bộ quy tắc"
    app.button(key="back").click().run()
    assert app.title[0].value.startswith("Rà soát")


@pytest.mark.parametrize("words", ["vợ chức danh", "vo chuc danh", RULE])
def test_rules_are_found_by_their_words_with_marks_or_without(app: AppTest, words: str) -> None:
    app.text_input(key="rule-words").set_value(words).run()
    assert RULE in listed(app)[:3], "what has the words in its title comes first"


def test_a_group_leaves_its_own_rules(app: AppTest) -> None:
    app.selectbox(key="rule-group").set_value("lineage").run()
    app.text_input(key="rule-words").set_value("wife-of-official").run()
    assert listed(app) == []


def test_a_rule_is_read_with_reason_basis_and_examples(app: AppTest) -> None:
    app.text_input(key="rule-words").set_value(RULE).run()
    app.button(key=f"read-{RULE}").click().run()
    heads = {one.value for one in app.subheader}
    assert {"Nêu khi", "Vì sao", "Căn cứ", "Có nhận xét", "Không nhận xét"} <= heads
    assert app.query_params["ma"] in (RULE, [RULE]), "the address can be shared"


def test_an_address_of_no_rule_shows_the_page(app: AppTest) -> None:
    opened(app, "no-such-rule")
    assert not app.exception
    assert "Thử một câu" in said(app)


def test_a_sentence_is_judged_held_down_or_near(app: AppTest) -> None:
    app.text_area(key="sentence").set_value("Lao động nữ được nghỉ khi con ốm.").run()
    assert "**▲ Cảnh báo** “Lao động nữ" in said(app)
    app.text_area(key="sentence").set_value("Chương trình có tên “Mẹ và con”.").run()
    assert "Có nhận xét" not in said(app)
    assert not app.exception


def test_what_is_passed_over_is_told_with_its_reason(app: AppTest) -> None:
    app.text_area(key="sentence").set_value("Lao động nữ mang thai được nghỉ khi con ốm.").run()
    assert "Gần khớp nhưng không nêu" in said(app) or "Giữ lại, không nêu" in said(app)


def test_a_rule_goes_off_with_a_reason_only(app: AppTest) -> None:
    opened(app)
    app.button(key="off-now").click().run()
    assert "Hãy ghi lý do" in said(app)
    app.text_area(key=f"reason-{RULE}").set_value("Danh mục do cấp trên đặt.").run()
    app.button(key="off-now").click().run()
    assert "Đang tắt" in said(app)
    assert "Danh mục do cấp trên đặt." in said(app)
    app.button(key="on-here").click().run()
    assert "Đang tắt" not in said(app)


def test_a_new_check_honours_it_and_says_so(app: AppTest) -> None:
    app.session_state["switched-off"] = {RULE: "Danh mục do cấp trên đặt"}
    app.button(key="back").click().run()
    app.file_uploader[0].upload("thu.txt", DRAFT.encode()).run()
    report = app.session_state["held"].outcome.report
    assert RULE not in {one.rule for one in report.findings}
    held = [one for one in report.suppressed if one.by == "reader"]
    assert [one.finding.rule for one in held] == [RULE]
    assert any(RULE in note and "Danh mục do cấp trên đặt." in note for note in report.notes)


def test_a_result_of_other_rules_is_told_and_checked_again(root: Path) -> None:
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    app.file_uploader[0].upload("thu.txt", DRAFT.encode()).run()
    assert "Bộ quy tắc đã thay đổi" not in said(app)
    app.session_state["switched-off"] = {RULE: "Lý do."}
    app.run()
    assert "Bộ quy tắc đã thay đổi" in said(app)
    app.button(key="again").click().run()
    assert not app.exception
    assert "Bộ quy tắc đã thay đổi" not in said(app)
    assert RULE not in {one.rule for one in app.session_state["held"].outcome.report.findings}


def test_a_kept_draft_comes_back_without_the_rules_of_its_project(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    keeping.store.clear()
    store = open_store()
    version = save_new(
        store, create_project(store, "Hồ sơ", by="An").id, "a.txt", DRAFT.encode(), (), by="An"
    )
    switch_off(store, version.document, {RULE: "Lý do."}, by="An")
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    app.query_params["doc"] = version.id
    app.run()
    assert not app.exception
    assert RULE not in {one.rule for one in app.session_state["held"].outcome.report.findings}
    app.query_params["trang"] = "quy-tac"
    app.run()
    app.button(key=f"on-{RULE}").click().run()
    assert switches(keeping.store(), version.document) == {}, "a kept project remembers at once"
    keeping.store.clear()


def test_what_the_checklist_finds_is_no_rule() -> None:
    assert knows(RULE)
    assert not knows("missing-gender-assessment-of-nothing")


@pytest.mark.requires_program("chromium", "chromedriver")
def test_from_a_card_to_its_rule_and_off(reader: Reader, axe: str) -> None:
    reader.open_sample("Hương ước của thôn")
    reader.call_oneself("Lan")
    reader.one(".card .head").click()
    reader.key("a")
    wait_for(lambda: "Lan" in reader.text(".card.current .who"))
    heads = reader.all(".card .head")
    heads[-1].click()
    rule = wait_for(lambda: reader.all(".card.current .rule"))[0]
    name = rule.get_attribute("data-rule")
    reader.browser.execute_script("arguments[0].click()", rule)
    wait_for(lambda: "Nêu khi" in reader.browser.find_element(By.TAG_NAME, "body").text)
    assert barriers(reader, axe) == []
    reader.unfold("Tắt quy tắc này")
    field = wait_for(lambda: reader.browser.find_elements(By.CSS_SELECTOR, f".st-key-reason-{name} textarea"))
    field[0].send_keys("Thôn đã bàn kỹ.")
    reader.press("Tắt")
    wait_for(lambda: "Đang tắt" in reader.browser.find_element(By.TAG_NAME, "body").text)
    assert barriers(reader, axe) == []
    reader.press("← Về kết quả")
    reader.press("Rà soát lại")
    wait_for(lambda: reader.root() and "Thôn đã bàn kỹ." in reader.text(".notes"))
    wait_for(lambda: reader.all(".card[data-verdict='accepted']"))  # what was decided came along
