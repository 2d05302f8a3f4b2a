"""Random edits of random paragraphs: rejected they leave the original, accepted the original as edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.domain import Document, Edit, Finding, Report, Span
from checker.exporting.docx import annotate
from checker.exporting.docx.cutting import Words
from checker.exporting.docx.revisions import placed
from checker.reading.docx import read_docx
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.docx.package import open_package
from checker.reading.docx.story import read_story
from checker.structure import parse
from tests.officebasic import opened, run_basic, stored
from tests.wordfiles import W, box, mark, note, p, packed, r, t, unpacked, word
from tests.wordreports import WHEN, finding

LETTERS = "aăâđêơư ẳộềữ,.-"
TEXTS = st.text(LETTERS, min_size=1, max_size=9).filter(str.strip)
NEW = st.sampled_from(["", "khác", "hai chữ", " và "])
STORIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@st.composite
def runs(draw: st.DrawFn) -> str:
    """Runs: plain, formatted, by others inserted or deleted, linked, in a control, with breaks."""
    wraps = ["{}", "{}", "{}", '<w:ins w:id="1" w:author="A">{}</w:ins>', "<w:hyperlink>{}</w:hyperlink>"]
    wraps += ['<w:del w:id="1" w:author="A">{}</w:del>', "<w:smartTag>{}</w:smartTag>"]
    wraps += ['<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>']
    made = []
    for text in draw(st.lists(TEXTS, min_size=1, max_size=5)):
        looks = draw(st.sampled_from(["", "<w:b/>", "<w:i/>"]))
        sign = draw(st.sampled_from(["", "", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>"]))
        wrap = draw(st.sampled_from(wraps))
        run = f"<w:r><w:rPr>{looks}</w:rPr>{t(text)}{sign}{t(draw(TEXTS))}</w:r>"
        made.append(wrap.format(run.replace("w:t", "w:delText") if "w:del" in wrap else run))
    return "".join(made)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file with paragraphs, a table, a footnote and a text box."""
    inside = [p(draw(runs())) for _ in range(draw(st.integers(1, 3)))]
    cell = f"<w:tbl><w:tr><w:tc>{p(draw(runs()))}</w:tc></w:tr></w:tbl>"
    content = note(1, p(draw(runs())))
    body = "".join(inside) + cell + p("đầu ", mark(1), " giữa ", box(p(draw(runs())))) + p("hết")
    return word(body, footnotes=content)


@st.composite
def findings(draw: st.DrawFn, document: Document) -> tuple[Finding, ...]:
    """Findings anywhere, each with up to three edits in its paragraph that do not touch."""
    made: dict[str, Finding] = {}
    for _ in range(draw(st.integers(1, 6))):
        index = draw(st.sampled_from([at for at, block in enumerate(document.blocks) if block.text]))
        block, start = document.blocks[index], document.starts[index]
        length = len(block.text)
        cuts = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=6)))
        spans = [Span(start + a, start + b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        edits = tuple(Edit(span, draw(NEW)) for span in spans)
        whole = Span(spans[0].start, spans[-1].end)
        one = finding(document, whole, edits=edits, place=block.place, id=f"f{whole}{edits}")
        made[one.id] = one
    return tuple(made.values())


def settled(data: bytes, *, accept: bool) -> bytes:
    """The file with our changes accepted or rejected, on the XML alone: all else stays as it is."""
    parts = unpacked(data)
    for name in [each for each in STORIES if each in parts]:
        root = etree.fromstring(parts[name])
        gone, kept = ("del", "ins") if accept else ("ins", "del")
        for change in root.xpath(f"//w:{gone}[@w:author='{OWN_AUTHOR}']", namespaces={"w": W}):
            change.getparent().remove(change)
        for change in root.xpath(f"//w:{kept}[@w:author='{OWN_AUTHOR}']", namespaces={"w": W}):
            for text in change.iter(f"{{{W}}}delText"):
                text.tag = f"{{{W}}}t"
            for inner in list(change):
                change.addprevious(inner)
            change.getparent().remove(change)
        parts[name] = etree.tostring(root)
    return packed(parts)


def shown(data: bytes) -> list[str]:
    return [squeezed(block.text) for block in read_docx(data).blocks if block.place.part != "comment"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def edited(document: Document, edits: Sequence[Edit]) -> list[str]:
    texts = []
    for block, start in zip(document.blocks, document.starts, strict=True):
        text, end = block.text, start + len(block.text)
        for edit in sorted(edits, key=lambda each: each.span, reverse=True):
            if start <= edit.span.start and edit.span.end <= end and edit.span.start < end:
                text = text[: edit.span.start - start] + edit.text + text[edit.span.end - start :]
        texts.append(squeezed(text))
    return texts


def tracked_edits(data: bytes, document: Document, found: Sequence[Finding]) -> list[Edit]:
    words = Words(read_story(open_package(data)))
    sure = placed(words, document, sorted(found, key=lambda each: (each.span, each.id)))
    return list({edit for each in found if each.id in sure for edit in each.edits})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rejected_is_the_original_and_accepted_is_edited(data: st.DataObject) -> None:
    file = data.draw(files())
    document = parse("a.docx", read_docx(file))
    found = data.draw(findings(document))
    report = Report(document, found, (), (), (), {})
    made = annotate(file, report, when=WHEN)
    assert shown(settled(made, accept=False)) == shown(file)
    assert shown(settled(made, accept=True)) == edited(document, tracked_edits(file, document, found))
    assert read_docx(made) == read_docx(file)
    assert unpacked(annotate(made, report, when=WHEN)) == unpacked(made)


@pytest.mark.requires_program("soffice")
def test_office_agrees_on_some(tmp_path: Path) -> None:
    """What a person with LibreOffice gets by accepting and by rejecting everything, in one office for all."""
    cases = [
        (
            ["Lao động nữ", " được nghỉ ", "khi con ốm"],
            [("động nữ được", "động được"), ("con ốm", "con đau")],
        ),
        (["Chủ hộ", " ký ", "đơn, ", "con trai", " được chia"], [("Chủ hộ", "Vợ, chồng"), ("trai ", "")]),
        (["Các cô ", "nuôi dạy", " trẻ"], [("cô", "người"), (" trẻ", " trẻ em")]),
    ]
    program, wanted = [], []
    for number, (pieces, changes) in enumerate(cases):
        looks = ["", "<w:b/>", "<w:i/>"]
        file = word(p(*(r(text, looks[at % 3]) for at, text in enumerate(pieces))) + p("hết"))
        document = parse("a.docx", read_docx(file))
        starts = [document.text.index(old) for old, _ in changes]
        edits = [Edit(Span(at, at + len(old)), new) for at, (old, new) in zip(starts, changes, strict=True)]
        found = tuple(finding(document, edit.span, edits=(edit,)) for edit in edits)
        source = tmp_path / f"{number}.docx"
        source.write_bytes(annotate(file, Report(document, found, (), (), (), {}), when=WHEN))
        for what, texts in (("Accept", edited(document, edits)), ("Reject", edited(document, ()))):
            target = tmp_path / f"{number}-{what}.docx"
            program.append(
                f'{opened(source)}\nhelper = createUnoService("com.sun.star.frame.DispatchHelper")\n'
                f'helper.executeDispatch(document.CurrentController.Frame, ".uno:{what}AllTrackedChanges", '
                f'"", 0, Array())\n{stored(target, "MS Word 2007 XML")}'
            )
            wanted.append((target, texts))
    run_basic("\n".join(program), tmp_path)
    for target, texts in wanted:
        assert shown(target.read_bytes()) == texts
