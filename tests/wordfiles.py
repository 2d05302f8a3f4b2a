"""Word files made by hand for tests: the body is raw XML, the package around it is minimal."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATION}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KINDS = (
    "styles", "numbering", "header", "footer", "comments", "footnotes", "endnotes", "settings", "theme",
)  # fmt: skip
_ROOTS = {"header": "hdr", "footer": "ftr"}


def word(body: str, *, main: str = MAIN, more: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx: `body` inside w:body, `parts` (styles, header, …) inside their roots, `more` as is."""
    files = {"word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    for kind, content in parts.items():
        assert kind in _KINDS, kind
        files[f"word/{kind}.xml"] = content if kind == "theme" else _root(_ROOTS.get(kind, kind), content)
    return packed(
        {
            "[Content_Types].xml": _types(main, parts),
            "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
            **files,
            **(more or {}),
        }
    )


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of the files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in its order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; what is not XML becomes a plain run."""
    runs = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def t(text: str) -> str:
    """A piece of text inside a run."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def numbered(text: str, num: int | str, level: int = 0) -> str:
    """A paragraph that names its list itself."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(text, properties=place)


def styled(text: str, style: str) -> str:
    """A paragraph with a style."""
    return p(text, properties=f'<w:pStyle w:val="{style}"/>')


def level(index: int, text: str, form: str = "decimal", extra: str = "", *, start: int = 1) -> str:
    """A w:lvl; `extra` goes between the format and the text (lvlRestart, pStyle, isLgl, suff)."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    """A w:abstractNum."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    """A w:num that uses an abstractNum."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_override(index: int, start: int) -> str:
    """A w:lvlOverride that restarts a level."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def bordered(rows: Sequence[Sequence[str]], *, widths: Sequence[int]) -> str:
    """A ruled table of such texts; widths in twentieths of a point."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    each = "".join(f"<w:tr>{''.join(map(_cell, row, widths))}</w:tr>" for row in rows)
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{each}</w:tbl>"


def _cell(text: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>'


def note(number: int, *content: str, kind: str = "footnote", extra: str = "") -> str:
    """A footnote, an endnote or a comment."""
    return f'<w:{kind} w:id="{number}" {extra}>{"".join(content)}</w:{kind}>'


def mark(number: int, kind: str = "footnote") -> str:
    """A run that refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def box(*content: str) -> str:
    """A run with a text box, written in both ways as Word does."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def inserted(*content: str, kind: str = "ins") -> str:
    """Runs that a tracked change puts in (or moves here: kind "moveTo")."""
    return f'<w:{kind} w:id="1" w:author="A">{"".join(content)}</w:{kind}>'


def deleted(*texts: str, kind: str = "del", properties: str = "") -> str:
    """Runs that a tracked change takes out (or moves away: kind "moveFrom")."""
    node = "delText" if kind == "del" else "t"
    runs = "".join(
        f'<w:r><w:rPr>{properties}</w:rPr><w:{node} xml:space="preserve">{escape(text)}</w:{node}></w:r>'
        for text in texts
    )
    return f'<w:{kind} w:id="1" w:author="A">{runs}</w:{kind}>'


def ended(change: str) -> str:
    """Paragraph properties: the end of the paragraph is inserted ("ins") or deleted ("del")."""
    return f'<w:rPr><w:{change} w:id="1" w:author="A"/></w:rPr>'


def section(*references: tuple[str, str, str], title: bool = False) -> str:
    """A w:sectPr with headers and footers: ("header", "default", "rId1")."""
    each = "".join(f'<w:{kind}Reference w:type="{on}" r:id="{id_}"/>' for kind, on, id_ in references)
    return f"<w:sectPr>{each}{'<w:titlePg/>' if title else ''}</w:sectPr>"


def converted(data: bytes, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of a Word file: kind "pdf" or "txt:Text"."""
    source = folder / "van-ban.docx"
    source.write_bytes(data)
    office = shutil.which("soffice")
    assert office, "mark the test with requires_program('soffice')"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return source.with_suffix(f".{kind.partition(':')[0]}").read_bytes()


def _root(tag: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {_NAMESPACES}>{content}</w:{tag}>'
    )


def _types(main: str, parts: Mapping[str, str]) -> str:
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{base}.{kind}+xml"/>' for kind in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{index}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items(), 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{each}</Relationships>'
