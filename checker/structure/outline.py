"""Who is whose parent: labels in reading order to a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.domain import ClauseKind, Zone
from checker.structure.labels import Label
from checker.structure.lines import Line
from checker.structure.parts import Part
from checker.structure.quotes import Quotation

# From the widest unit to the narrowest; a list inside a list may override it (see _depth).
_RANKS = (
    "part", "annex", "form", "phan", "thien", "chuong", "muc", "tiet", "tieu-muc", "capital", "dieu",
    "roman", "arabic", "level2", "level3", "level4", "letter", "sub-letter", "inner-letter", "inner-arabic",
    "dash", "plus",
)  # fmt: skip
_RANK = {style: rank for rank, style in enumerate(_RANKS)}


@dataclass(frozen=True, slots=True)
class Node:
    """A clause before it is numbered and cited: `quoted` when it belongs to the text of another law."""

    line: Line
    kind: ClauseKind
    number: str
    zone: Zone
    parent: int | None
    label: Label | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open unit on the way from the root to the current line."""

    index: int
    label: Label
    kind: ClauseKind
    family: str


class _Outline:
    """The open units; a class because every line moves the same stack."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.stack: list[_Frame] = []
        self.quotation = Quotation()
        self.closed: tuple[int, int | None] | None = None  # depth and last Điều of the quotation before

    def add(self, line: Line, zone: Zone, part: Part | None) -> None:
        if part is not None:
            self._open_part(line, zone, part)
        elif zone != "body":
            self._outside(line, zone)
        elif line.label is None or line.cell:
            self._plain(line)
        else:
            self._labelled(line, line.label)

    def _open_part(self, line: Line, zone: Zone, part: Part) -> None:
        """An annex or an attached document stands alone; a form may belong to the annex above it."""
        self.quotation = Quotation()
        self.stack = [frame for frame in self.stack if frame.family == "part"] if part.kind == "form" else []
        label = line.label or Label("phu-luc", part.name, None, 0, len(line.text), "part")
        label = replace(label, kind="phu-luc", number=part.name, style=part.kind)
        self._push(line, label, zone, "form" if part.kind == "form" else "part")

    def _outside(self, line: Line, zone: Zone) -> None:
        """Head, preamble, recipients, signature: no tree but the attached document they belong to."""
        if zone in ("recipients", "signature"):
            self.quotation = Quotation()
        self.stack = [frame for frame in self.stack if frame.family in ("part", "form")]
        kind: ClauseKind = "cell" if line.cell else "paragraph"
        parent = self.stack[-1].index if self.stack else None
        self.nodes.append(Node(line, kind, "", zone, parent))

    def _plain(self, line: Line) -> None:
        self.quotation = self.quotation.enter(line.text, None, len(self.stack), self._top_text())
        while self.stack and self.stack[-1].kind == "dash" and not line.continues:
            self.stack.pop()
        kind: ClauseKind = "cell" if line.cell else "paragraph"
        self.nodes.append(Node(line, kind, "", "body", self._parent(), quoted=False))
        self._after(line)

    def _labelled(self, line: Line, label: Label) -> None:
        if self.quotation.is_left(line.text, label, self._outer()):
            self._leave()
        self._resume(label)
        self.quotation = self.quotation.enter(line.text, label, len(self.stack), self._top_text())
        if label.quoted and self.quotation.base is not None:
            del self.stack[self.quotation.base :]
        credible = self._credible(label) or (label.other and self._in_dieu() and self._credible(label.other))
        if credible:
            family = self._family(credible)  # it depends on what is open, so before that is closed
            self._pop_to(family)
            self._push(line, credible, "body", family)
        else:
            self.nodes.append(Node(line, "paragraph", "", "body", self._parent()))
        self._after(line)

    def _after(self, line: Line) -> None:
        self.quotation = self.quotation.read(line.text)
        if self.quotation.base is not None and not self.quotation.open:
            self._leave()

    def _leave(self) -> None:
        base = self.quotation.base
        if base is not None:
            inner = [frame.label.order for frame in self.stack[base:] if frame.kind == "dieu"]
            self.closed = (base, inner[-1]) if inner else self.closed
            del self.stack[base:]
        self.quotation = Quotation()

    def _resume(self, label: Label) -> None:
        """Open the last quotation again for "Điều 191b" after "“Điều 191a. …”": it was closed too early."""
        if label.kind != "dieu" or label.quoted or self.quotation.base is not None or self.closed is None:
            return
        own = next((frame.label.order for frame in self.stack if frame.kind == "dieu"), None)
        base, order = self.closed
        goes_on = label.order is not None and order is not None and label.order in (order, order + 1)
        if goes_on and own is not None and label.order != own + 1 and base <= len(self.stack):
            self.quotation = Quotation(base, 1)
            del self.stack[base:]

    def _outer(self) -> tuple[dict[str, int | None], dict[str, int | None]]:
        """The last number of each family outside and inside the open quotation."""
        base = self.quotation.base or 0
        return (
            {frame.family: frame.label.order for frame in self.stack[:base]},
            {frame.family: frame.label.order for frame in self.stack[base:]},
        )

    def _floor(self) -> int:
        return self.quotation.base or 0

    def _in_dieu(self) -> bool:
        return any(frame.kind == "dieu" for frame in self.stack)

    def _family(self, label: Label) -> str:
        """The list that a label belongs to; "1)" inside "1." is a list of its own."""
        style = label.style
        if style.startswith("arabic"):
            return self._arabic_family(label)
        if style in ("capital", "roman") and len(label.number) == 1:
            return self._single_capital(label)
        return self._letter_family(label) if style.startswith("letter") else style

    def _arabic_family(self, label: Label) -> str:
        """ "1)" under "1." opens a list of its own; "5)" after "4." is a slip of the pen."""
        frames = self.stack[self._floor() :]
        outer = next((frame for frame in frames if frame.family == "arabic"), None)
        if outer is None or outer.label.style == label.style:
            return "arabic"
        inner = any(frame.family == "inner-arabic" for frame in frames)
        return "inner-arabic" if inner or label.order == 1 else "arabic"

    def _single_capital(self, label: Label) -> str:
        """Tell "C." after "B." from the Roman hundred, and "I)" after "h)" from the Roman one."""
        frames = self.stack[self._floor() :]
        if label.number == "I" and any(
            frame.family == "letter" and frame.label.number == "h" for frame in frames
        ):
            return "letter"
        before = {frame.label.number for frame in frames if frame.family == "capital"}
        return "capital" if chr(ord(label.number) - 1) in before or label.number in "CL" else label.style

    def _letter_family(self, label: Label) -> str:
        """ "(i)" under "a)" opens a list of its own."""
        others = [
            f for f in self.stack[self._floor() :] if f.family == "letter" and f.label.style != label.style
        ]
        return "inner-letter" if label.style == "letter()" and others else "letter"

    def _credible(self, label: Label) -> Label | None:
        """The label; None for a form that sentences have too, unless it begins or continues a list."""
        if not label.weak or label.kind in ("phan", "chuong", "muc", "tieu-muc", "phu-luc"):
            return label
        if label.style.startswith("level"):
            return label if self._continues_level(label) else None
        family = self._family(label)
        last = [frame.label.order for frame in self.stack[self._floor() :] if frame.family == family]
        expected = (last[-1] or 0) + 1 if last else 1
        return label if label.order in (None, expected) else None

    def _continues_level(self, label: Label) -> bool:
        head = label.number.rsplit(".", 1)[0]
        return any(
            frame.label.number == head or frame.label.number.rsplit(".", 1)[0] == head
            for frame in self.stack[self._floor() :]
        )

    def _pop_to(self, family: str) -> None:
        """Close every unit that the new one does not stand in."""
        floor = self._floor()
        same = [place for place, frame in enumerate(self.stack) if place >= floor and frame.family == family]
        if same:
            del self.stack[same[-1] :]
            return
        has_dieu = self._in_dieu()
        while len(self.stack) > floor and self._closes(self.stack[-1], family, has_dieu=has_dieu):
            self.stack.pop()

    def _closes(self, top: _Frame, family: str, *, has_dieu: bool) -> bool:
        if family == "dieu" and top.family == "roman" and not has_dieu:
            return False  # circulars whose Roman chapters hold Điều
        return _RANK[top.family] >= _RANK[family]

    def _push(self, line: Line, label: Label, zone: Zone, family: str) -> None:
        kind = self._kind(label, family)
        parent = self._parent()
        base = self.quotation.base
        quoted = base is not None and len(self.stack) == base
        self.nodes.append(Node(line, kind, label.number, zone, parent, label, quoted))
        self.stack.append(_Frame(len(self.nodes) - 1, label, kind, family))

    def _kind(self, label: Label, family: str) -> ClauseKind:
        if family == "roman":
            return "roman"
        if family == "capital":
            annexed = any(frame.label.style in ("annex", "form") for frame in self.stack)
            return "roman" if annexed else "phan"  # there it divides lists, in a plan the text
        in_dieu = self._in_dieu() and not any(
            frame.kind == "roman" for frame in self.stack[self._dieu_place() :]
        )
        if in_dieu and family == "arabic":
            return "khoan"
        return "diem" if in_dieu and family == "letter" else label.kind

    def _dieu_place(self) -> int:
        places = [place for place, frame in enumerate(self.stack) if frame.kind == "dieu"]
        return places[-1] if places else 0

    def _parent(self) -> int | None:
        return self.stack[-1].index if self.stack else None

    def _top_text(self) -> str:
        return self.nodes[-1].line.text if self.nodes else ""


def outline(lines: Iterable[tuple[Line, Zone, Part | None]]) -> list[Node]:
    """One Node a line, in the same order; each parent stands on the way from the root to the line before."""
    tree = _Outline()
    for line, zone, part in lines:
        tree.add(line, zone, part)
    return tree.nodes
