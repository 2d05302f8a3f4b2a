"""How a lawyer names a clause: "điểm b khoản 2 Điều 14"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.domain import Block, ClauseKind
from checker.structure import numerals
from checker.structure.outline import Node

_FRAMES = {
    "head": "phần mở đầu văn bản",
    "preamble": "phần căn cứ ban hành",
    "recipients": "phần nơi nhận",
    "signature": "phần ký văn bản",
}
# Their numbers run through the whole text: of what stands above only an attached document is cited.
_ALONE: frozenset[ClauseKind] = frozenset({"dieu", "chuong", "phan"})
_NAMES: Mapping[ClauseKind, str] = {
    "phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục", "dieu": "Điều",
    "khoan": "khoản", "roman": "mục",
}  # fmt: skip
_NAMES_OF_OLD = {"thien": "Thiên", "tiet": "Tiết"}
_TITLED: frozenset[ClauseKind] = frozenset({"chuong", "phan", "muc", "tieu-muc", "phu-luc"})


def citations(nodes: Sequence[Node], blocks: Sequence[Block]) -> list[str]:
    """One citation a node."""
    citer = _Citer(nodes)
    rows = _table_rows(nodes, blocks)
    for index, node in enumerate(nodes):
        citer.cited.append(citer.cite(node, rows.get(index)))
    return citer.cited


class _Citer:
    """Citations so far and what has been counted: paragraphs and dashes of each parent."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.cited: list[str] = []
        self.paragraphs: Counter[int | None] = Counter()
        self.dashes: Counter[int | None] = Counter()
        self.plain = Counter(node.parent for node in nodes if _is_new_paragraph(node))

    def cite(self, node: Node, row: tuple[int, int] | None) -> str:
        if node.zone != "body" and node.kind != "phu-luc":
            return _FRAMES[node.zone]
        if row is not None:
            return ", ".join(filter(None, (f"bảng {row[0]}, hàng {row[1]}", self._above(node))))
        if node.kind == "paragraph":
            return self._paragraph(node)
        if node.kind == "dash":
            self.dashes[node.parent] += 1
            return _join(f"{_mark(node)} {numerals.ordinal(self.dashes[node.parent])}", self._above(node))
        return self._numbered(node)

    def _numbered(self, node: Node) -> str:
        holder = None if node.quoted or node.parent is None else self.nodes[node.parent]
        own = _own(node, holder)
        if node.quoted:
            return f"{own} (sửa đổi, bổ sung tại {self._above(node)})"
        return _join(own, self._container(node) if node.kind in _ALONE else self._above(node))

    def _above(self, node: Node) -> str:
        return self.cited[node.parent] if node.parent is not None else ""

    def _container(self, node: Node) -> str:
        """The attached document or annex, or the amending clause, that a Điều, chương or phần stands in."""
        parent = node.parent
        while parent is not None:
            if self.nodes[parent].kind == "phu-luc":
                return self.cited[parent]
            if self.nodes[parent].quoted:
                return f"(sửa đổi, bổ sung tại {self._above(self.nodes[parent])})"
            parent = self.nodes[parent].parent
        return ""

    def _paragraph(self, node: Node) -> str:
        if not node.line.continues:
            self.paragraphs[node.parent] += 1
        count = max(self.paragraphs[node.parent], 1)
        if node.parent is None:
            return f"đoạn {count}"
        parent, above = self.nodes[node.parent], self._above(node)
        if parent.kind == "dieu":
            return above if self.plain[node.parent] <= 1 else f"đoạn {count} {above}"
        if parent.kind in _TITLED and count == 1:
            return above
        if node.line.continues and not self.paragraphs[node.parent]:
            return above
        return f"đoạn {count + (parent.kind not in _TITLED)} {above}"


def _is_new_paragraph(node: Node) -> bool:
    return node.kind == "paragraph" and node.zone == "body" and not node.line.continues


def _join(own: str, above: str) -> str:
    return f"{own} {above}".strip()


def _mark(node: Node) -> str:
    return "dấu cộng" if node.number == "+" else "gạch đầu dòng"


def _arabic(node: Node, holder: Node | None) -> str:
    if "." in node.number:
        return f"{'tiết' if node.number.count('.') > 1 else 'điểm'} {node.number}"
    return f"{'khoản' if holder and holder.kind in ('roman', 'dieu') else 'mục'} {node.number}"


def _letter(node: Node, holder: Node | None) -> str:
    deep = holder is not None and (
        holder.kind in ("letter", "diem") or (holder.kind == "arabic" and "." in holder.number)
    )
    return f"{'tiết' if deep else 'điểm'} {node.number}"


def _annex(node: Node) -> str:
    style = node.label.style if node.label else ""
    if style == "attached":
        return f"{node.number} ban hành kèm theo"
    return node.number if style == "form" else f"Phụ lục {node.number}".strip()


def _own(node: Node, holder: Node | None) -> str:
    """The name of the unit itself; `holder` is the unit of the same text that it stands in."""
    if node.kind == "phu-luc":
        return _annex(node)
    if node.kind == "arabic":
        return _arabic(node, holder)
    if node.kind in ("letter", "diem"):
        return _letter(node, holder)
    style = node.label.style if node.label else ""
    return f"{_NAMES_OF_OLD.get(style, _NAMES[node.kind])} {node.number}"


def _table_rows(nodes: Sequence[Node], blocks: Sequence[Block]) -> dict[int, tuple[int, int]]:
    """Index of a cell in the body -> (table, row), from 1; tables that lay out a head do not count."""
    rows: dict[int, tuple[int, int]] = {}
    table = row = 0
    last: tuple[int, int | None] = (-9, None)  # the block before and the table it says it stands in
    for index, node in enumerate(nodes):
        if node.kind != "cell" or node.zone != "body":
            continue
        block = blocks[node.line.block]
        cell = block.place.cell
        if _is_new_table(node.line.block, cell.table if cell else None, last):
            table, row = table + 1, 0
        if cell is None:
            row += not set(block.text) <= set("|-: ")  # the ruler under the heading row is no row
        rows[index] = (table, cell.row + 1 if cell else max(row, 1))
        last = (node.line.block, cell.table if cell else None)
    return rows


def _is_new_table(block: int, table: int | None, last: tuple[int, int | None]) -> bool:
    """True when a cell opens a table; rows of a text table may have one blank line between them."""
    return table != last[1] if table is not None else last[1] is not None or block - last[0] > 2
