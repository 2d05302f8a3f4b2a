"""Điều by Điều: which one became which, and clause by clause inside; renumbering is understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from checker.comparing.alignment import Item, aligned
from checker.domain import Clause, ClausePair, Document, SectionPair
from checker.structure import dieu_of
from checker.text import fold

_HEADS = frozenset({"phan", "chuong", "muc", "tieu-muc", "phu-luc", "roman", "arabic"})
_SECTIONS_ALIKE = 0.35
_CLAUSES_ALIKE = 0.35
_MOVED_ALIKE = 0.6  # from one Điều to another: more is asked, for every Điều has its "Bộ trưởng … quy định"
_MOVED_WORDS = 6

Section = tuple[Clause, ...]


def section_pairs(old: Document, new: Document) -> tuple[SectionPair, ...]:
    """The sections of both in the order of the new one, struck ones where they stood in the old one."""
    before, after = _sections(old), _sections(new)
    became = aligned(_items(old, before), _items(new, after), alike=_SECTIONS_ALIKE)
    same = _clauses_matched(old, new, [(before[i], after[j]) for i, j in became.items()])
    origin = {j: i for i, j in same.items()}
    pairs = (
        _paired(old, new, () if i is None else before[i], () if j is None else after[j], origin, same.keys())
        for i, j in _in_order(range(len(before)), range(len(after)), became)
    )
    return tuple(pair for pair in pairs if pair.pairs)  # all of a section may have gone to others


def _sections(document: Document) -> list[Section]:
    """The clauses in runs: a Điều with all that is in it, or what stands under another heading."""
    found: list[list[Clause]] = []
    last: tuple[str, Clause | None] | None = None
    for clause in document.clauses:
        dieu = dieu_of(document, clause)
        here = (clause.zone, dieu)
        if here != last or (dieu is None and clause.kind in _HEADS):
            found.append([])
        found[-1].append(clause)
        last = here
    return [tuple(run) for run in found]


def _items(document: Document, sections: Sequence[Section]) -> list[Item]:
    return [
        Item(
            index,
            "\n".join(_words(document, clause) for clause in section),
            section[0].kind,
            section[0].number,
            _words(document, section[0]) if section[0].kind in {"dieu", *_HEADS} else "",
        )
        for index, section in enumerate(sections)
    ]


def _words(document: Document, clause: Clause) -> str:
    """A clause's words without its printed number, folded, with single blanks."""
    return " ".join(fold(document.text[clause.label.end : clause.span.end]).split())


def _clauses_matched(
    old: Document, new: Document, sections: Iterable[tuple[Section, Section]]
) -> dict[int, int]:
    """Old clause -> new clause: inside sections that belong together, then from any section to any other."""
    same: dict[int, int] = {}
    for before, after in sections:
        same[before[0].index] = after[0].index
        same |= aligned(_clause_items(old, before[1:]), _clause_items(new, after[1:]), alike=_CLAUSES_ALIKE)
    taken = set(same.values())
    gone = _long(_clause_items(old, [clause for clause in old.clauses if clause.index not in same]))
    come = _long(_clause_items(new, [clause for clause in new.clauses if clause.index not in taken]))
    return same | aligned(gone, come, alike=_MOVED_ALIKE)


def _long(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if len(item.text.split()) >= _MOVED_WORDS]


def _clause_items(document: Document, clauses: Iterable[Clause]) -> list[Item]:
    return [Item(one.index, _words(document, one), one.kind, one.number) for one in clauses]


def _paired(
    old: Document, new: Document, before: Section, after: Section, origin: Mapping[int, int], gone: Set[int]
) -> SectionPair:
    ours = [clause.index for clause in after]
    came = {origin[j]: j for j in ours if j in origin}
    stayed = [clause.index for clause in before if clause.index not in gone or clause.index in came]
    return SectionPair(
        before[0].index if before else None,
        after[0].index if after else None,
        tuple(_pair(old, new, i, j) for i, j in _in_order(stayed, ours, came)),
    )


def _pair(old: Document, new: Document, i: int | None, j: int | None) -> ClausePair:
    if i is None or j is None:
        return ClausePair(i, j, changed=True)
    return ClausePair(i, j, changed=_exact(old, old.clauses[i]) != _exact(new, new.clauses[j]))


def _exact(document: Document, clause: Clause) -> list[str]:
    return document.text[clause.label.end : clause.span.end].split()


def _in_order(
    old: Iterable[int], new: Iterable[int], became: Mapping[int, int]
) -> list[tuple[int | None, int | None]]:
    """Pairs in the order of the new; what has no partner there follows what it followed in the old."""
    origin = {j: i for i, j in became.items()}
    after: dict[int | None, list[int]] = {}
    last: int | None = None
    for i in old:
        if i in became:
            last = became[i]
        else:
            after.setdefault(last, []).append(i)
    pairs: list[tuple[int | None, int | None]] = [(i, None) for i in after.get(None, ())]
    for j in new:
        pairs.append((origin.get(j), j))
        pairs += [(i, None) for i in after.get(j, ())]
    return pairs
