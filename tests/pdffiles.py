"""PDF files made by hand for tests: text at given places, no font file needed.

Every letter is half as wide as the font's size; the letters themselves come from the ToUnicode table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
LEFT, INDENT, RIGHT = 85, 113, 540


@dataclass(frozen=True)
class At:
    """A piece of text whose first letter stands at (x, y), y upwards from the foot of the page."""

    x: float
    y: float
    text: str
    size: float = 10


Line = tuple[float, float, float, float]  # from (x, y) to (x, y)


def pdf(
    pages: Sequence[Sequence[At]],
    *,
    picture: bool = False,
    locked: bool = False,
    font: str = "Test",
    rulings: Sequence[Line] = (),
    grounds: Sequence[Line] = (),
    turned: bool = False,
    rotate: int = 0,
) -> bytes:
    """A PDF of such pages; `picture` lays an image over each page, `locked` asks for a password.

    `rulings` are drawn on every page, `grounds` are filled rectangles without lines around them; a `turned`
    page lies on its side, its text runs upwards; `rotate` is by how many degrees, clockwise, a viewer turns
    each page.
    """
    letters = {
        letter: number
        for number, letter in enumerate(sorted({c for p in pages for at in p for c in at.text}), 1)
    }
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_font(letters, font), _picture()]
    kids = []
    for page in pages:
        drawn = _drawn(rulings, grounds, picture=picture, turned=turned)
        objects.append(_stream(drawn.encode() + _written(page, letters)))
        objects.append(_page(content=len(objects), turned=turned, rotate=rotate))
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, locked=locked)


def lines(texts: Sequence[tuple[float, str]], *, top: float = 720, step: float = 16) -> list[At]:
    """Rows below each other, each with its left edge."""
    return [At(x, top - step * number, text) for number, (x, text) in enumerate(texts)]


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[Line]:
    """The rulings of a table with these edges."""
    upright = [(x, min(rows), x, max(rows)) for x in columns]
    return [*upright, *((min(columns), y, max(columns), y) for y in rows)]


def nested_forms(depth: int, each: int) -> bytes:
    """A page that draws a form, which draws another `each` times, and so on: each ** depth drawings."""
    draw = b"/X Do\n" * each
    uses = [f"/Resources << /XObject << /X {number} 0 R >> >>".encode() for number in range(5, 5 + depth)]
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + uses[0] + b" >>",
        _stream(draw),
        *(_stream(draw, form + use) for use in uses[1:]),
        _stream(b"0 0 m 9 9 l S", form),
    ]
    return _file(objects, locked=False)


def _font(letters: dict[str, int], name: str) -> list[bytes]:
    pairs = "\n".join(f"<{n:04x}> <{c.encode('utf-16-be').hex()}>" for c, n in letters.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}\n"
        "endbfchar\nendcmap end end"
    )
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H".encode()
        + b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /FontDescriptor 6 0 R".encode()
        + b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(table.encode()),
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 800]".encode()
        + b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 >>",
    ]


def _picture() -> bytes:
    head = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    return head + b" /BitsPerComponent 8 /Length 1 >>\nstream\n\xcc\nendstream"


def _page(*, content: int, turned: bool, rotate: int) -> bytes:
    width, height = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate}"
        f" /Contents {content} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 7 0 R >> >> >>"
    ).encode()


def _drawn(rulings: Sequence[Line], grounds: Sequence[Line], *, picture: bool, turned: bool) -> str:
    drawn = f"0 1 -1 0 {HEIGHT} 0 cm\n" if turned else ""
    drawn += "".join(f"0.9 g {x0} {y0} {x1 - x0} {y1 - y0} re f 0 g\n" for x0, y0, x1, y1 in grounds)
    drawn += "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in rulings)
    return drawn + (f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q\n" if picture else "")


def _written(page: Sequence[At], letters: dict[str, int]) -> bytes:
    drawn = ""
    for at in page:
        codes = "".join(f"{letters[letter]:04x}" for letter in at.text)
        drawn += f"BT /F {at.size} Tf 1 0 0 1 {at.x} {at.y} Tm <{codes}> Tj ET\n"
    return drawn.encode()


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def _file(objects: Sequence[bytes], *, locked: bool) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    lock = (
        f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<01> <01>]"
    )
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{lock if locked else ''} >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    )
    return data + tail.encode()
