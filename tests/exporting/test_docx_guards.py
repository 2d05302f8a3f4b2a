"""Word files that are guarded or written by others: protected, signed, strict, by Google Docs and WPS."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from checker.exporting.docx import UNTRACKED
from checker.reading.docx import read_docx
from checker.reading.docx.guards import PROTECTED, SIGNED
from tests.officebasic import opened, run_basic, stored
from tests.wordfiles import RELATION, STRICT, W, p, packed, r, unpacked, word
from tests.wordreports import anchored, annotated, texts, with_edits

SICK = "Lao động nữ được nghỉ khi con ốm."
EDIT = ("con ốm", "con đau")


@pytest.mark.parametrize("edit", ["readOnly", "comments", "trackedChanges", "forms"])
def test_restricted_editing_is_told_and_kept(edit: str) -> None:
    data = word(p(SICK), settings=f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>')
    assert PROTECTED in read_docx(data).notes
    made = annotated(data, "con ốm")
    assert anchored(made) == ["con ốm"]
    assert unpacked(made)["word/settings.xml"] == unpacked(data)["word/settings.xml"]


@pytest.mark.parametrize(
    "said",
    [
        'w:edit="readOnly" w:enforcement="0"',
        'w:edit="none" w:enforcement="1"',
        'w:formatting="1" w:enforcement="1"',
    ],
)
def test_editing_that_is_not_restricted_is_not_told(said: str) -> None:
    assert read_docx(word(p(SICK), settings=f"<w:documentProtection {said}/>")).notes == ()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def signed() -> bytes:
    """A Word file with the parts of a signature."""
    parts = unpacked(word(p(SICK)))
    space = f"{_PACKAGE}/relationships"
    kind = f"{space}/digital-signature"

    def relation(id_: str, name: str, target: str) -> str:
        return f'<Relationship Id="{id_}" Type="{kind}/{name}" Target="{target}"/>'

    origin = relation("rId9", "origin", "_xmlsignatures/origin.sigs").encode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", origin + b"</Relationships>")
    types = (
        b'<Default Extension="sigs" '
        b'ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>'
        b'<Override PartName="/_xmlsignatures/sig1.xml" '
        b'ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types + b"</Types>")
    inner = f'<Relationships xmlns="{space}">{relation("rId1", "signature", "sig1.xml")}</Relationships>'
    return packed(
        parts
        | {
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/_rels/origin.sigs.rels": inner.encode(),
            "_xmlsignatures/sig1.xml": b"<Signature/>",
        }
    )


def test_a_changed_copy_of_a_signed_file_carries_no_signature() -> None:
    data = signed()
    assert SIGNED in read_docx(data).notes
    made = annotated(data, "con ốm")
    parts = unpacked(made)
    assert not [name for name in parts if "_xmlsignatures" in name]
    assert b"digital-signature/origin" not in parts["_rels/.rels"]
    assert b"sig1.xml" not in parts["[Content_Types].xml"]
    assert anchored(made) == ["con ốm"]
    assert read_docx(made).notes == ()


def test_a_signed_file_without_findings_stays_signed() -> None:
    data = signed()
    assert annotated(data) == data


def strict(data: bytes) -> bytes:
    """The file in the namespaces of ISO/IEC 29500 strict."""
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return packed(
        {
            name: blob.replace(W.encode(), STRICT.encode()).replace(RELATION.encode(), office.encode())
            for name, blob in unpacked(data).items()
        }
    )


def test_a_strict_file_stays_strict_with_links_and_suggestions() -> None:
    made = with_edits(strict(word(p(SICK))), EDIT)
    assert texts(made, "accepted") == ["Lao động nữ được nghỉ khi con đau."]
    assert texts(made, "original") == [SICK]
    both = b"".join(unpacked(made).values())
    assert W.encode() not in both
    assert RELATION.encode() not in both


@pytest.mark.requires_program("soffice")
def test_office_accepts_the_suggestions_in_a_strict_file(tmp_path: Path) -> None:
    made = tmp_path / "a.docx"
    made.write_bytes(with_edits(strict(word(p(SICK))), EDIT))
    run_basic(
        f'{opened(made)}\nhelper = createUnoService("com.sun.star.frame.DispatchHelper")\n'
        'helper.executeDispatch(document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, '
        f"Array())\n{stored(tmp_path / 'b.docx', 'MS Word 2007 XML')}",
        tmp_path,
    )
    after = docx.Document(str(tmp_path / "b.docx"))
    assert [each.text for each in after.paragraphs] == ["Lao động nữ được nghỉ khi con đau."]
    assert len(list(after.comments)) == 1


def control(properties: str) -> str:
    """The words in a content control inside the paragraph."""
    return p(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r(SICK)}</w:sdtContent></w:sdt>")


def test_controls_of_google_docs_only_mark_words() -> None:
    made = with_edits(word(control('<w:tag w:val="goog_rdk_0"/>')), EDIT)
    assert texts(made, "accepted") == ["Lao động nữ được nghỉ khi con đau."]
    etree.fromstring(unpacked(made)["word/document.xml"])


@pytest.mark.parametrize(
    "properties",
    ['<w:lock w:val="contentLocked"/>', '<w:dataBinding w:xpath="/a"/>', "<w:text/>", "<w:date/>"],
)
def test_controls_that_hold_a_value_have_a_comment_only(properties: str) -> None:
    made = with_edits(word(control(properties)), EDIT)
    assert texts(made, "accepted") == [SICK]
    (comment,) = docx.Document(BytesIO(made)).comments
    assert UNTRACKED in comment.text


def test_many_findings_in_one_paragraph() -> None:
    words = " ".join(f"từ{number:04}" for number in range(2000))
    edits = [(f"từ{number:04}", f"chữ{number:04}") for number in range(0, 2000, 2)]
    made = with_edits(word(p(words)), *edits)
    assert anchored(made)[-1] == "chữ1998"
    assert texts(made, "original") == [words]
    changed = " ".join(f"{'từ' if number % 2 else 'chữ'}{number:04}" for number in range(2000))
    assert texts(made, "accepted") == [changed]
