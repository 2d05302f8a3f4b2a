"""Tables with their heads, and which of them count people; rows like "| a | b |" of plain text are tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.domain import Block, Clause, Span, Table

_ROW = re.compile(r"^\s*\|(?P<cells>.*)\|\s*$")
_RULER = re.compile(r"^[\s|:=_-]+$")
_ORDINAL_HEAD = re.compile(r"^\W*(?:S?TT|Số\s+TT|Số\s+thứ\s+tự|No)\W*$", re.IGNORECASE)
_FIGURE = re.compile(r"^[\s\d.,%()/+–-]*\d[\s\d.,%()/+–-]*$")
_FRAME = re.compile(
    r"Nơi\s+nhận\s*:|Độc\s+lập\s*[-–—]\s*Tự\s+do|CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|^\W*(?:TM|KT|TL|TUQ)\.\s",
    re.I | re.M,
)
_PEOPLE = re.compile(
    r"(?<!\w)(?:người|lao\s+động|công\s+nhân|nông\s+dân|học\s+sinh|sinh\s+viên|học\s+viên|trẻ\s+em|trẻ|hộ|hộ\s+gia\s+đình|hộ\s+nghèo|cán\s+bộ|công\s+chức"
    r"|viên\s+chức|đại\s+biểu|hội\s+viên|thành\s+viên|giáo\s+viên|giảng\s+viên|nhân\s+viên|bệnh\s+nhân|nạn\s+nhân"
    r"|nhân\s+khẩu|dân\s+số|đảng\s+viên|ứng\s+viên|phụ\s+nữ|nam|nữ)(?!\w)",
    re.IGNORECASE,
)
# Words that hold one of the above without telling of people.
_NOT_PEOPLE = re.compile(
    r"hộ\s+(?:chiếu|tịch|khẩu)|bảo\s+hộ|ủng\s+hộ|cán\s+bộ\s+phụ\s+trách|(?:bộ|sở|ngành|vụ|cục|phòng)\s+lao\s+động"
    r"|(?:hợp\s+đồng|an\s+toàn|luật|bộ\s+luật|kỷ\s+luật|năng\s+suất)\s+lao\s+động|(?:việt|miền|phía|tỉnh|đông|tây|hà|quảng)\s+nam"
    r"|người\s+(?:ký|lập|phụ\s+trách|thực\s+hiện)|hội\s+(?:liên\s+hiệp\s+)?phụ\s+nữ",
    re.IGNORECASE,
)
_SEX = re.compile(r"(?<!\w)(?:nam|nữ|giới\s+tính)(?!\w)", re.IGNORECASE)
# Women as a group of their own, beside children or the elderly, are no half of a count.
_A_GROUP = re.compile(r"phụ\s+nữ", re.IGNORECASE)
# "Nữ", "- Trong đó: lao động nữ": the head of a row that counts one sex of the row above.
_SEX_ROW = re.compile(
    r"^[\s–+•*-]*(?:trong\s+đó\s*:?\s*)?(?:số\s+)?(?:người|giới|lao\s+động|học\s+sinh|học\s+viên|sinh\s+viên|cán\s+bộ"
    r"|công\s+chức|viên\s+chức|đại\s+biểu|hội\s+viên|đảng\s+viên|trẻ(?:\s+em)?|bệnh\s+nhân)?\s*(?:là\s+)?(?:nam|nữ)"
    r"(?:\s+giới)?\s*(?:\([^)]*\))?\s*:?$",
    re.IGNORECASE,
)
_HEAD_LENGTH = 120
_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: its paragraphs joined, and whether they look like a heading."""

    text: str
    strong: bool


Grid = list[dict[int, _Cell]]


def tables_of(blocks: Sequence[Block], clauses: Sequence[Clause]) -> tuple[Table, ...]:
    """The tables of a document in reading order, without the frames that lay out a head or a signature."""
    zones = {clause.block: clause for clause in clauses}
    found: list[Table] = []
    for run in _runs(blocks):
        inside = [zones[index] for index in run if index in zones]
        grid = _grid([blocks[index] for index in run])
        if inside and grid and not _is_frame(grid, inside):
            found.append(_table(len(found), grid, inside))
    return tuple(found)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The blocks of each table, by index; rows of plain text are one table up to the head of another."""
    cells: Mapping[int, list[int]] = defaultdict(list)
    rows: list[int] = []
    order: list[list[int]] = []
    for index, block in enumerate(blocks):
        if block.place.cell is not None:
            run = cells[block.place.cell.table]
            order += [] if run else [run]
            run.append(index)
        elif _ROW.match(block.text):
            rows = [] if rows and _begins_anew(blocks, rows, index) else rows
            order += [] if rows else [rows]
            rows.append(index)
        elif block.text.strip():
            rows = []
    return iter(order)


def _begins_anew(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a row of plain text under rows of data is the head of another table.

    It has no figures and stands over a ruler of its own, or is numbered "TT" and says something else than the
    head above, which a table may repeat.
    """
    cells = _split(blocks[index].text)
    if not cells or any(_FIGURE.match(cell.text) for cell in cells.values()):
        return False
    rulers = [at for at, row in enumerate(above) if _RULER.match(blocks[row].text)]
    if rulers and index + 1 < len(blocks) and _RULER.match(blocks[index + 1].text):
        return rulers[-1] < len(above) - 1
    numbered = _ORDINAL_HEAD.match(next(iter(cells.values())).text)
    return bool(numbered) and len(above) > 1 and cells != _split(blocks[above[0]].text)


def _grid(blocks: Sequence[Block]) -> Grid:
    """Rows of cells by column, empty rows left out."""
    if blocks[0].place.cell is None:
        return [_split(block.text) for block in blocks if not _RULER.match(block.text)]
    rows: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for block in blocks:
        if block.place.cell is not None and block.text.strip():
            rows[block.place.cell.row][block.place.cell.column].append(block)
    return [{column: _cell(parts) for column, parts in rows[row].items()} for row in sorted(rows)]


def _split(text: str) -> dict[int, _Cell]:
    found = _ROW.match(text)
    cells = found["cells"].split("|") if found else []
    return {
        column: _Cell(cell.strip(" *_"), cell.strip().startswith("**"))
        for column, cell in enumerate(cells)
        if cell.strip(" *_")
    }


def _cell(parts: Sequence[Block]) -> _Cell:
    return _Cell(" ".join(part.text.strip() for part in parts), all(part.bold for part in parts))


def _is_frame(grid: Grid, clauses: Sequence[Clause]) -> bool:
    """True for a table that only lays out the head, the recipients and the signature, or a single column."""
    text = "\n".join(cell.text for row in grid for cell in row.values())
    outside = sum(clause.zone != "body" for clause in clauses)
    width = max((max(row, default=0) for row in grid), default=0)
    return width == 0 or 2 * outside > len(clauses) or (len(grid) < 4 and bool(_FRAME.search(text)))


def _table(index: int, grid: Grid, clauses: Sequence[Clause]) -> Table:
    count = _head_rows(grid)
    heads = _heads(grid[:count])
    rows = grid[count:]
    said = [*heads, *(cell.text for row in rows for cell in list(row.values())[:3] if len(cell.text) <= 200)]
    return Table(
        index=index,
        head_rows=count,
        heads=heads,
        rows=len(rows),
        span=Span(clauses[0].span.start, clauses[-1].span.end),
        clauses=tuple(clause.index for clause in clauses),
        about_people=any(_PEOPLE.search(_NOT_PEOPLE.sub(" ", text)) for text in said)
        and _counts(rows, heads),
        has_sex=_tells_sexes(grid[:count], rows),
    )


def _tells_sexes(heads: Grid, rows: Grid) -> bool:
    """True where a column is of one sex or of the sex, or the head of a row is; a title above all columns
    tells what the whole table is about."""
    columns = [cell.text for row in heads if len(row) > 1 for cell in row.values()]
    plain = [_A_GROUP.sub(" ", _NOT_PEOPLE.sub(" ", text)) for text in columns]
    return any(map(_SEX.search, plain)) or any(
        _SEX_ROW.match(cell.text) for row in rows for cell in [*row.values()][:2]
    )


def _counts(rows: Grid, heads: Sequence[str]) -> bool:
    """True where figures stand, or are to be filled in: a list of papers or of duties counts nobody."""
    figures = any(_FIGURE.match(cell.text) for row in rows for column, cell in row.items() if column)
    return figures or any(re.search(r"số\s+lượng|tổng\s+số|số\s+người|tỷ\s+lệ", head, re.I) for head in heads)


def _head_rows(grid: Grid) -> int:
    """How many rows at the top are heads: bold or headed "TT", short, without figures, and those below them
    that only divide a head; 0 where the table begins with data."""
    count = 0
    while count < min(_HEAD_ROWS, len(grid) - 1) and _is_head(grid[count], first=count == 0):
        count += 1
    return count


def _is_head(row: dict[int, _Cell], *, first: bool) -> bool:
    cells = list(row.values())
    texts = [cell.text for cell in cells]
    if not cells or any(len(text) > _HEAD_LENGTH for text in texts) or _FIGURE.match(texts[0]):
        return False
    if first and _ORDINAL_HEAD.match(texts[0]):
        return True
    strong = all(cell.strong for cell in cells) and len(cells) > 1
    plain = not any(_FIGURE.match(text) for text in texts)
    return (
        (strong and plain) or (plain and not first and min(row) > 0) or (first and plain and len(cells) > 1)
    )


def _heads(rows: Sequence[dict[int, _Cell]]) -> tuple[str, ...]:
    """One head a column, those of a column above each other joined by " / "."""
    width = max((max(row, default=-1) for row in rows), default=-1) + 1
    spread = [_spread(row, rows[at + 1]) if at + 1 < len(rows) else row for at, row in enumerate(rows)]
    return tuple(" / ".join(row[column].text for row in spread if column in row) for column in range(width))


def _spread(row: dict[int, _Cell], below: dict[int, _Cell]) -> dict[int, _Cell]:
    """The row with each head over all columns into which the row below divides it ("Năm 2025" over "Nữ")."""
    over = {column: max((at for at in row if at <= column), default=-1) for column in below}
    return row | {column: row[at] for column, at in over.items() if at in below}
