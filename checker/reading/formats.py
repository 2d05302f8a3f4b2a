"""The reader of each format; each library is loaded only for its own files."""

from __future__ import annotations

from collections.abc import Callable

from checker.domain import Reading, View

PageProgress = Callable[[int, int], None]


def read_here(
    kind: str,
    data: bytes,
    *,
    view: View = "accepted",
    progress: PageProgress | None = None,
) -> Reading:
    """The blocks of a file of this kind (".docx"), read in this process. Raises UnreadableFile."""
    if kind in (".docx", ".docm"):
        from checker.reading.docx import read_docx

        return read_docx(data, view=view)
    if kind == ".pdf":
        from checker.reading.pdf import read_pdf

        return read_pdf(data, progress=progress)
    if kind == ".txt":
        from checker.reading.txt import read_txt

        return read_txt(data)
    from checker.reading.office import read_office

    return read_office(kind, data, view=view)
