"""What every page has around its content: a head that forbids requests, the notes, who made it and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from lxml.etree import _Element as Element

from checker.exporting.html.elements import Child, element, page
from checker.labels import day_label

STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
# A page that is passed around must never fetch anything, whatever stands in the draft.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def framed(title: str, *body: Child) -> str:
    """The page as text, with that title."""
    return page(
        element(
            "html",
            element(
                "head",
                element("meta", charset="utf-8"),
                element("meta", **{"http-equiv": "Content-Security-Policy", "content": POLICY}),
                element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                element("title", " ".join(title.split())),
                element("style", STYLE),
            ),
            element("body", *body),
            lang="vi",
        )
    )


def notes(said: Iterable[str]) -> Element | None:
    """What was assumed or could not be read, each once; None without any."""
    listed = [element("li", note) for note in dict.fromkeys(said)]
    if not listed:
        return None
    return element("section", element("h2", "Lưu ý khi đọc"), element("ul", *listed), class_="notes")


def foot(versions: Mapping[str, str | None]) -> Element:
    """That the page is no legal opinion, and under which rules it was made."""
    day = versions.get("as_of")
    parts = [
        f"chương trình {versions['checker']}" if versions.get("checker") else "",
        f"bộ quy tắc {str(versions['rules'])[:12]}" if versions.get("rules") else "",
        f"xét theo quy định tại ngày {day_label(date.fromisoformat(day))}" if day else "",
    ]
    said = "; ".join(part for part in parts if part)
    caution = "Kết quả do chương trình đọc câu chữ mà có, không thay cho ý kiến pháp lý của người thẩm định."
    return element("footer", element("p", caution), element("p", f"Lập bởi: {said}.") if said else None)
