"""How a lawyer names a clause: "điểm b khoản 2 Điều 14"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.domain import Block, ClauseKind
from checker.structure import numerals
from checker.structure.outline import Node

_FRAMES = {
    "head": "phần mở đầu văn bản",
    "preamble": "phần căn cứ ban hành",
    "recipients": "phần nơi nhận",
    "signature": "phần ký văn bản",
}
# Units whose numbers run through the whole document: what stands above them is not cited.
_ALONE: frozenset[ClauseKind] = frozenset({"dieu", "chuong", "phan"})


@dataclass(slots=True)
class _Counters:
    """What has been counted so far: paragraphs and dashes of each parent, tables and their rows."""

    paragraphs: dict[int | None, int] = field(default_factory=dict)
    dashes: dict[int | None, int] = field(default_factory=dict)
    table: int = 0
    row: int = 0
    last_table: object = None
    last_block: int = -2

    def next(self, of: dict[int | None, int], parent: int | None) -> int:
        of[parent] = of.get(parent, 0) + 1
        return of[parent]


def citations(nodes: Sequence[Node], blocks: Sequence[Block]) -> list[str]:
    """One citation a node."""
    cited: list[str] = []
    counters = _Counters()
    plain = _plain_children(nodes)
    for node in nodes:
        cited.append(_cite(node, nodes, cited, counters, blocks, plain))
    return cited


def _plain_children(nodes: Sequence[Node]) -> Mapping[int | None, int]:
    counts: dict[int | None, int] = {}
    for node in nodes:
        if node.kind == "paragraph" and node.zone == "body" and not node.line.continues:
            counts[node.parent] = counts.get(node.parent, 0) + 1
    return counts


def _cite(
    node: Node,
    nodes: Sequence[Node],
    cited: Sequence[str],
    counters: _Counters,
    blocks: Sequence[Block],
    plain: Mapping[int | None, int],
) -> str:
    above = cited[node.parent] if node.parent is not None else ""
    if node.zone != "body" and node.kind != "phu-luc":
        return _FRAMES[node.zone]
    if node.kind == "cell":
        return _cell(node, counters, blocks, above)
    if node.kind == "paragraph":
        return _paragraph(node, nodes, cited, counters, plain, above)
    if node.kind == "dash":
        place = counters.next(counters.dashes, node.parent)
        return _join(f"{_mark(node)} {numerals.ordinal(place)}", above)
    if node.kind in _ALONE and not node.quoted:
        above = _container(node, nodes, cited)
    return _quoted(_own(node, nodes), above) if node.quoted else _join(_own(node, nodes), above)


def _own(node: Node, nodes: Sequence[Node]) -> str:
    return _NAMES[node.kind](node, nodes)


def _arabic(node: Node, nodes: Sequence[Node]) -> str:
    parent = nodes[node.parent] if node.parent is not None else None
    if "." in node.number:
        return f"{'tiết' if node.number.count('.') > 1 else 'điểm'} {node.number}"
    if parent is None or parent.kind in ("phu-luc", "phan", "chuong"):
        return f"mục {node.number}"
    if parent.kind in ("diem", "letter", "arabic", "khoan"):
        return f"mục {node.number}"
    return f"khoản {node.number}"


def _letter(node: Node, nodes: Sequence[Node]) -> str:
    parent = nodes[node.parent] if node.parent is not None else None
    deep = (
        parent is not None
        and parent.kind in ("letter", "diem", "arabic")
        and (parent.kind != "arabic" or "." in parent.number)
    )
    return f"{'tiết' if deep else 'điểm'} {node.number}"


def _annex(node: Node, nodes: Sequence[Node]) -> str:
    if (
        node.label is not None
        and node.label.style == "part"
        and node.number[:1].isalpha()
        and node.number[1:2].islower()
    ):
        return node.number if node.number.startswith("Mẫu") else f"{node.number} ban hành kèm theo"
    return f"Phụ lục {node.number}".strip()


_NAMES: Mapping[ClauseKind, Callable[[Node, Sequence[Node]], str]] = {
    "phan": lambda node, nodes: f"Phần {node.number}",
    "chuong": lambda node, nodes: f"Chương {node.number}",
    "muc": lambda node, nodes: f"Mục {node.number}",
    "tieu-muc": lambda node, nodes: f"Tiểu mục {node.number}",
    "dieu": lambda node, nodes: f"Điều {node.number}",
    "khoan": lambda node, nodes: f"khoản {node.number}",
    "diem": _letter,
    "roman": lambda node, nodes: f"mục {node.number}",
    "arabic": _arabic,
    "letter": _letter,
    "phu-luc": _annex,
}


def _container(node: Node, nodes: Sequence[Node], cited: Sequence[str]) -> str:
    """The attached document or annex that a Điều, a chương or a phần stands in."""
    parent = node.parent
    while parent is not None:
        if nodes[parent].kind == "phu-luc":
            return cited[parent]
        parent = nodes[parent].parent
    return ""


def _paragraph(
    node: Node,
    nodes: Sequence[Node],
    cited: Sequence[str],
    counters: _Counters,
    plain: Mapping[int | None, int],
    above: str,
) -> str:
    parent = nodes[node.parent] if node.parent is not None else None
    if node.line.continues:
        count = max(counters.paragraphs.get(node.parent, 0), 1)
    else:
        count = counters.next(counters.paragraphs, node.parent)
    if parent is None:
        return f"đoạn {count}"
    if parent.kind in ("chuong", "phan", "muc", "tieu-muc", "phu-luc") and count == 1:
        return above
    if parent.kind == "dieu":
        return (
            above
            if plain.get(node.parent, 1) <= 1 or node.line.continues and count == 1
            else f"đoạn {count} {above}"
        )
    return above if node.line.continues and count == 1 else f"đoạn {count + 1} {above}"


def _cell(node: Node, counters: _Counters, blocks: Sequence[Block], above: str) -> str:
    block = blocks[node.line.block]
    if block.place.cell is not None:
        table: object = block.place.cell.table
        row = block.place.cell.row + 1
    else:
        gap = node.line.block - counters.last_block > 2
        table = (
            counters.last_table
            if not gap and isinstance(counters.last_table, str)
            else f"at {node.line.block}"
        )
        row = counters.row + 1 if table == counters.last_table else 1
        if set(block.text) <= set("|-: "):
            row -= 1
    if table != counters.last_table:
        counters.table += 1
    counters.last_table, counters.row, counters.last_block = table, row, node.line.block
    return _join(f"bảng {counters.table}, hàng {max(row, 1)}", above, comma=True)


def _mark(node: Node) -> str:
    return "dấu cộng" if node.number == "+" else "gạch đầu dòng"


def _join(own: str, above: str, *, comma: bool = False) -> str:
    return f"{own}, {above}" if comma and above else f"{own} {above}".strip()


def _quoted(own: str, above: str) -> str:
    return f"{own} (sửa đổi, bổ sung tại {above})" if above else own
