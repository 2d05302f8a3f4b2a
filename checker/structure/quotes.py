"""Quoted text of another law ("sửa đổi Điều 14 như sau: “Điều 14. …”"): where it begins and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.structure.labels import Label

Orders = dict[str, int | None]

_OPENS = re.compile(r"^[\s#*_>]*([“„\"«]|'')")
_AMENDS = re.compile(
    r"^\W*(?:\d{1,3}[a-zđ]?|[a-zđ]{1,2})[.)]\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Thay|Bỏ|Đổi|Chuyển"
    r"|(?:Khoản|Điểm|Điều|Đoạn|Tên|Chương|Mục|Các|Tiêu đề|Phụ lục|Cụm từ)\b.*(?:được|như sau"
    r"|sửa đổi|bãi bỏ))"
)
_AMENDING_DIEU = re.compile(
    r"Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|[Hh]iệu lực|thi hành|chuyển tiếp|Trách nhiệm"
    r"|Tổ chức thực hiện|Luật này"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """An open quotation: `base` is the depth of the tree it stands at, `depth` the marks still open."""

    base: int | None = None
    depth: int = 0
    straight: bool = False

    @property
    def open(self) -> bool:
        return self.depth > 0

    def enter(self, text: str, label: Label | None, base: int, before: str) -> Quotation:
        """The quotation in which `text` stands; a mark before a label, or after "như sau:", opens one."""
        mark = _OPENS.match(text)
        if not mark or (label is None and not before.rstrip().endswith(":") and self.base is None):
            return self
        # Amending laws often open every paragraph anew and close only the last: one mark, not many.
        return Quotation(base if self.base is None else self.base, 0, mark.group(1) in ('"', "''"))

    def read(self, text: str) -> Quotation:
        """The state after `text`."""
        if self.base is None:
            return self
        if self.straight:
            return replace(self, depth=(self.depth + text.count('"')) % 2)
        closing = text.count("”") + text.count("»") + (1 if re.search(r"[^\s“]\"[.;,]?\s*$", text) else 0)
        depth = self.depth + text.count("“") + text.count("„") + text.count("«") - closing
        return replace(self, depth=max(depth, 0))

    def is_left(self, text: str, label: Label, orders: tuple[Orders, Orders]) -> bool:
        """True when an unquoted label can only go on with the amending law: a closing mark was forgotten."""
        if self.base is None or label.quoted:
            return False
        outer, inner = orders
        if label.kind == "dieu":
            return _next(label, outer, "dieu") and (
                not _next(label, inner, "dieu") or bool(_AMENDING_DIEU.search(text))
            )
        family = "arabic" if label.kind == "arabic" else label.kind
        return _next(label, outer, family) and bool(_AMENDS.match(text))


def _next(label: Label, orders: Orders, family: str) -> bool:
    last = orders.get(family)
    return last is not None and label.order == last + 1
