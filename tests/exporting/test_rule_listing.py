"""The rule library as people read it: by category, and one rule with all that explains it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import Example, Guard, LegalBasis, Rule, Span
from checker.exporting.rules import explain, explain_guard, explain_reference, explain_remark, overview
from checker.exporting.rules.markdown import GUARDS_PAGE, link, rule_pages
from checker.exporting.terminal import WIDTH
from checker.rulebook import Rulebook, load
from checker.rulebook.guards import CompiledGuard
from checker.rulebook.phrases import Lexicon, Phrase, compile_phrase
from checker.rulebook.rules import CompiledRule
from checker.rulebook.wording import wording

OURS = load()

LISTS = Lexicon({"nghe": ["hộ lý", "y tá", "lái xe", "thư ký"], "hai": ["nam", "nữ"]})

RULE = Rule(
    id="nurse", category="gendered-term", title="Chức danh có chữ nữ", tier="should", kind="phrase",
    message="“{quote}” nêu giới.", why="Nam cũng làm nghề này.",
    legal_basis=(LegalBasis("k", "Luật X", "khoản 3 Điều 40", "secondary", "cùng một điều kiện", "Báo"),),
    bad=(Example("Tuyển nữ hộ lý và nữ y tá.", (Span(6, 14), Span(18, 25)), better="Tuyển hộ lý và y tá."),),
    good=(Example("Trong đó nữ hộ lý chiếm 60%.", note="số liệu"),),
    unless=("tỷ lệ",), pseudo=("lao động nữ",), applies_to=("nghi-dinh",), suggest="hộ lý",
    match=("{nghe}",), todo=(Example("Cần nữ thật khéo.", (Span(4, 6),), note="chữ đứng một mình"),),
)  # fmt: skip


def compiled(rule: Rule) -> CompiledRule:
    def phrases(sources: tuple[str, ...]) -> tuple[Phrase, ...]:
        return tuple(compile_phrase(source, LISTS, gap=12) for source in sources)

    return CompiledRule(
        rule,
        match=phrases(rule.match),
        needs=phrases(rule.needs),
        under=phrases(rule.under),
        unless=phrases(rule.unless),
        pseudo=phrases(rule.pseudo),
        pattern_anchors=(),
        sides={},
    )


def library(*rules: Rule, guards: tuple[CompiledGuard, ...] = ()) -> Rulebook:
    return Rulebook(tuple(map(compiled, rules)), guards, {}, "")


GUARD = Guard(
    id="past", title="Chuyện cũ", kind="cue", effect="silence", reason="Văn bản kể lại chuyện cũ.",
    where=("before",), cues=("trước đây",), stops=("nay",), categories=("gendered-term",),
    silent=(Example("Trước đây tuyển nữ hộ lý."),), loud=(Example("Nay tuyển nữ hộ lý."),),
)  # fmt: skip
READY = CompiledGuard(
    GUARD,
    cues=(compile_phrase("trước đây", LISTS, gap=6),),
    pseudo=(),
    stops=(compile_phrase("nay", LISTS, gap=6),),
)


def test_overview_goes_by_category_and_ends_with_the_guards() -> None:
    book = library(
        replace(RULE, id="b-term"),
        replace(RULE, id="care", category="care-role"),
        replace(RULE, id="a-term"),
        guards=(READY,),
    )
    lines = overview(book).splitlines()
    named = [line for line in lines if not line.startswith("      ")]
    assert named == [
        "Từ ngữ mang giới (gendered-term): 2 quy tắc", "  a-term", "  b-term", "",
        "Việc chăm sóc gán cho một giới (care-role): 1 quy tắc", "  care", "",
        "Bối cảnh dùng chung cho mọi quy tắc: 1", "  past",
    ]  # fmt: skip
    assert "      Cảnh báo: Chức danh có chữ nữ" in lines


@pytest.mark.parametrize(
    "said",
    [
        "Chức danh có chữ nữ nurse, Từ ngữ mang giới, cảnh báo",
        "Nêu khi: Điều khoản (đọc cùng câu dẫn phía trên) có một trong các cụm: (hộ lý/y tá/lái xe/…).",
        "Vì sao: Nam cũng làm nghề này.",
        "khoản 3 Điều 40 Luật X (theo nguồn thứ cấp, cần đối chiếu): cùng một điều kiện Nguồn: Báo.",
        "Điều khoản đó (kể cả câu dẫn, tên điều) có: tỷ lệ.",
        "Cụm khớp chỉ trông giống, nằm trong: lao động nữ.",
        "Chỉ áp dụng cho loại văn bản: Nghị định.",
        "Bối cảnh chung: - Chuyện cũ (past): không nêu.",
        "Có nhận xét: - Tuyển «nữ hộ lý» và «nữ y tá». → Nên viết: Tuyển hộ lý và y tá.",
        "Không nhận xét: - Trong đó nữ hộ lý chiếm 60%. (số liệu)",
        "Chưa làm được: - Cần «nữ» thật khéo. (chữ đứng một mình)",
        "Gợi ý: hộ lý",
    ],
)
def test_a_rule_explains_itself(said: str) -> None:
    assert said in " ".join(explain(compiled(RULE), [READY]).split())


def test_what_a_rule_lacks_is_not_named() -> None:
    bare = replace(RULE, unless=(), pseudo=(), applies_to=(), suggest=None, todo=(), ignores=("past",))
    for start in ("Im lặng", "Chỉ áp dụng", "Gợi ý", "Chưa làm được", "Bối cảnh chung"):
        assert start not in explain(compiled(bare), [READY])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "absent", "needs": ("tỷ lệ nữ",), "scope": "dieu"},
         "cả Điều (hoặc mục) đó không có cụm nào trong: tỷ lệ nữ."),
        ({"needs": ("tỷ lệ nữ",)}, "có thêm một trong các cụm: tỷ lệ nữ."),
        ({"under": ("mục tiêu",)}, "đề mục, câu dẫn phía trên có một trong các cụm: mục tiêu."),
    ],
)  # fmt: skip
def test_wider_conditions_are_told(fields: dict[str, object], said: str) -> None:
    assert said in " ".join(explain(compiled(replace(RULE, **fields)), []).split())  # type: ignore[arg-type]


def test_a_guard_explains_itself() -> None:
    told = " ".join(explain_guard(READY, library(replace(RULE, ignores=("past",)))).split())
    for said in (
        "Chuyện cũ past, bối cảnh chung",
        "Tác dụng: Không nêu. Văn bản kể lại chuyện cũ.",
        "đứng trước chỗ khớp, trong câu đó: trước đây.",
        "Không tính khi ở giữa có: nay.",
        "Áp dụng cho: Từ ngữ mang giới. Trừ các quy tắc: nurse.",
        "Không nhận xét: - Trước đây tuyển nữ hộ lý.",
        "Vẫn nhận xét: - Nay tuyển nữ hộ lý.",
    ):
        assert said in told


def test_every_rule_of_ours_can_be_read() -> None:
    book = load()
    listed = overview(book)
    assert all(f"  {one.rule.id}\n" in listed for one in book.rules)
    pages = [explain(one, book.guards) for one in book.rules] + [
        explain_guard(one, book) for one in book.guards
    ]
    assert all(one.rule.why[:20] in page for one, page in zip(book.rules, pages, strict=False))
    assert max(len(line) for page in pages for line in page.splitlines()) <= WIDTH


def test_each_rule_and_guard_has_an_entry_under_its_anchor() -> None:
    book = load()
    pages = rule_pages(book)
    for one in book.rules:
        page, anchor = link(one.rule).removeprefix("quy-tac/").split(".md#")
        assert pages[page].count(f'<a id="{anchor}"></a>') == 1
    assert all(f'<a id="{one.guard.id}"></a>' in pages[GUARDS_PAGE] for one in book.guards)


def test_markdown_signs_of_a_rule_are_text() -> None:
    page = rule_pages(library(replace(RULE, why="Cột A|B, *nữ* <b>.")))["gendered-term"]
    assert r"Cột A\|B, \*nữ\* \<b\>." in page


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("tỷ lệ nữ", "tỷ lệ nữ"),
        ("{hai} {nghe}", "(nam/nữ) (hộ lý/y tá/lái xe/…)"),
        ("nữ (công)? nhân viên", "nữ nhân viên"),
        ("nữ … {so} tuổi", "nữ … (số) tuổi"),
        ("^ cả nam , nữ", "cả nam, nữ"),
        ("chỉ nghỉ khi hoà giải", "chỉ nghỉ khi hoà giải"),
    ],
)
def test_phrases_are_told_in_words(source: str, said: str) -> None:
    assert wording(compile_phrase(source, LISTS, gap=12).items) == said


def test_a_stale_reference_is_explained_with_how_sure_it_is() -> None:
    book = load()
    told = {one.entry.id: explain_reference(one, book.guards) for one in book.references}
    assert "Nhận ra qua số: 80/2015/QH13; 63/2020/QH14." in told["law-on-legal-documents-2015"]
    assert "Nên dẫn: " in told["law-on-legal-documents-2015"]
    assert "Có thể dẫn, sau khi đối chiếu: " in told["decree-85-2015"]
    assert "chưa kiểm chứng, cần đối chiếu" in told["decree-85-2015"]
    assert "Hà Giang → tỉnh Tuyên Quang" in told["merged-provinces"]
    assert all(len(line) <= WIDTH for text in told.values() for line in text.splitlines())


@pytest.mark.parametrize("asked", sorted(OURS.ids - {one.rule.id for one in OURS.rules}))
def test_whatever_can_be_switched_off_can_be_read(asked: str) -> None:
    book = OURS
    entries = {one.entry.id: one for one in book.references}
    known = entries.get(asked)
    page = explain_reference(known, book.guards) if known else explain_remark(book, asked)
    assert page is not None
    assert "Vì sao:" in page
    assert "{" not in page


def test_what_is_no_remark_has_no_page() -> None:
    assert explain_remark(OURS, "checklist-00") is None
