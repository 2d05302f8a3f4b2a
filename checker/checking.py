"""The workhorse, readable top to bottom: bytes -> blocks -> document -> matches -> findings -> report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from checker.assessing import Source, assess, describing, role_of, table_findings
from checker.context import judge
from checker.domain import (
    PROVISIONS,
    Block,
    Document,
    Finding,
    Place,
    Reading,
    Report,
    Role,
    Span,
    Suppressed,
    View,
)
from checker.engine import Engine, engine_of, versions
from checker.exemptions import BY_FILE, BY_READER, exempted, switched_apart, told
from checker.findings import finding_of
from checker.matching import ClauseViews, Match, Miss, find_matches
from checker.merging import Found, merge, once_a_document, yield_to_surer
from checker.reading import read, read_bytes
from checker.redrafting import edits, redraft
from checker.references import day_of, find_stale, later_note
from checker.rulebook import Rulebook
from checker.structure import amended, old_text, parse
from checker.text.spans import overlap
from checker.tracing import not_judged, trace_of

Progress = Callable[[str, float], None]
_READING, _READ = 0.05, 0.35  # shares of the work
_UNSURE = "Chữ ở chỗ này được nhận dạng từ ảnh và không chắc chắn: hãy đối chiếu với bản giấy."
_DESCRIBED = "Tài liệu này mô tả, đánh giá; quy định được xét ở chính dự thảo."
_AMENDING = (
    "Dự thảo sửa đổi, bổ sung: chỉ xét phần được thêm, được thay. "
    "Quy định giữ nguyên của {name} không có trong tệp, nằm ngoài phạm vi xét."
)
_OLD = "Đây là lời của văn bản hiện hành được dẫn để thay thế hoặc bãi bỏ, không phải của dự thảo."


def check_file(
    path: Path,
    *,
    as_of: date | None = None,
    view: View = "accepted",
    rulebook: Rulebook | None = None,
    explain: bool = False,
) -> Report:
    """The report of a file, `view` as in `read_bytes`; UnreadableFile where it cannot be read."""
    document = parse(path.name, read(path, view=view))
    return check_document(document, as_of=as_of, rulebook=rulebook, explain=explain)


def check_bytes(
    name: str,
    data: bytes,
    *,
    as_of: date | None = None,
    view: View = "accepted",
    rulebook: Rulebook | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report of a file's bytes; `progress` is told each step in Vietnamese and the share done, 0 to 1."""
    tell = progress or (lambda _step, _share: None)
    tell("Đang đọc tệp", _READING)
    reading = read_bytes(name, data, view=view, progress=_told_by_page(tell))
    tell("Đang nhận diện điều, khoản, điểm", _READ)
    document = parse(name, reading)
    tell("Đang đối chiếu với bộ quy tắc", 0.5)
    report = check_document(document, as_of=as_of, rulebook=rulebook)
    tell("Xong", 1.0)
    return report


def _told_by_page(tell: Progress) -> Callable[[int, int], None]:
    """Scanned pages, told one by one, fill the share between reading and what follows it."""

    def page(done: int, total: int) -> None:
        share = _READING + (_READ - _READING) * done / max(total, 1)
        tell(f"Đang nhận dạng trang {min(done + 1, total)}/{total}", share)

    return page


def check_document(
    document: Document,
    *,
    as_of: date | None = None,
    rulebook: Rulebook | None = None,
    explain: bool = False,
    role: Role | None = None,
) -> Report:
    """The report of a parsed document under a rulebook, ours by default; with `explain` it has a trace.

    `role` is the paper's in its dossier; its title tells it where it is not given.
    """
    return examine(document, as_of=as_of, rulebook=rulebook, explain=explain, role=role)[0]


def examine(
    document: Document,
    *,
    as_of: date | None = None,
    rulebook: Rulebook | None = None,
    explain: bool = False,
    role: Role | None = None,
) -> tuple[Report, Source]:
    """The report as of `check_document`, and the paper as it was asked, for a dossier to ask on."""
    engine = engine_of(rulebook)
    views = ClauseViews(document)
    unread = {clause.index: not_judged(document, clause) for clause in document.clauses}
    misses: list[Miss] = []
    matches = find_matches(
        engine.matcher,
        views,
        judged=lambda clause: not unread[clause.index],
        missed=misses.append if explain else None,
    )
    role = role or role_of(document, engine.book.profiles)
    day = day_of(document, as_of)
    stale = [*find_stale(engine.references, views)]
    outdated = (one.match for one in stale if one.since <= day)
    telling = describing(views, engine.book.checklist, role)
    found, suppressed = _weigh(chain(matches, outdated), views, engine.book, describing=telling)
    merged_findings, merged = merge(found)
    answered = [one.finding for one in suppressed if one.by in (BY_FILE, BY_READER)]
    surer, wide = yield_to_surer(merged_findings, answered)
    single, repeated = once_a_document(surer, engine.told_once)
    kept = _redrafted(single, views, engine)
    assessed = assess(engine.assessor, views, kept, role)
    counted = table_findings(document, engine.book.tables, year=(as_of or date.today()).year)
    remarks, off = switched_apart([*assessed.findings, *counted], engine.book.project)
    suppressed += off
    findings = [*kept, *remarks]
    report = Report(
        document=document,
        findings=tuple(sorted(findings, key=lambda one: (one.span, one.rule))),
        suppressed=tuple(
            sorted([*suppressed, *merged, *wide, *repeated], key=lambda item: item.finding.span)
        ),
        checklist=assessed.checklist,
        notes=(
            *document.notes,
            *_scope_note(document, role),
            *later_note(document, (one.since for one in stale), as_of),
            *told(engine.book, suppressed),
        ),
        versions=versions(engine.book, day),
        questions=assessed.questions,
        role=role,
        trace=trace_of(misses, [one.finding for one in found], suppressed, unread) if explain else None,
    )
    return report, assessed.source


def _scope_note(document: Document, role: Role) -> list[str]:
    """What an amending draft leaves as it is, and was therefore not judged."""
    name = amended(document) if role == "du-thao" else None
    return [_AMENDING.format(name=name)] if name else []


def _weigh(
    matches: Iterable[Match], views: ClauseViews, book: Rulebook, *, describing: Collection[int]
) -> tuple[list[Found], list[Suppressed]]:
    """Findings and what the context holds down, each in reading order."""
    found, suppressed = [], []
    seen: Counter[str] = Counter()
    doubtful = _doubtful(views.document)
    for match in matches:
        verdict = judge(match, views, book.guards)
        finding = finding_of(match, verdict, views.document, seen)
        if any(overlap(span, word) for word in doubtful for span in match.spans):
            suppressed.append(Suppressed(finding, "uncertain-recognition", _UNSURE))
        elif _is_old(match, views.document):
            suppressed.append(Suppressed(finding, "old-text", _OLD))
        elif match.clause.index in describing and finding.category in PROVISIONS:
            suppressed.append(Suppressed(finding, "describing-paper", _DESCRIBED))
        elif verdict.silenced:
            suppressed.append(Suppressed(finding, verdict.by, verdict.reason))
        elif exempt := exempted(match, views, book.project):
            suppressed.append(Suppressed(finding, *exempt))
        else:
            found.append(Found(finding, match.missing))
    return found, suppressed


def _redrafted(findings: Iterable[Finding], views: ClauseViews, engine: Engine) -> list[Finding]:
    """The findings, with the edits of their clause where the redraft passes the rule and wakes no other."""
    kept = list(findings)
    spoken: dict[int, set[str]] = defaultdict(set)
    for finding in kept:
        spoken[finding.clause].add(finding.rule)
    return [_with_edits(finding, spoken[finding.clause], views, engine) for finding in kept]


def _with_edits(finding: Finding, spoken: set[str], views: ClauseViews, engine: Engine) -> Finding:
    document = views.document
    clause = document.clauses[finding.clause]
    triggers = [one.span for one in finding.evidence if one.role == "trigger"]
    made = edits(views, clause, triggers, engine.book.rewrites.get(finding.category, ()))
    if not made:
        return finding
    better = redraft(document, clause, made)
    told = _rules_on(better, document, engine)
    return replace(finding, edits=made, redraft=better) if told <= spoken - {finding.rule} else finding


def _rules_on(text: str, document: Document, engine: Engine) -> set[str]:
    """The rules that speak in a clause that stands alone under the heading of its document's type."""
    blocks = (Block("Điều 1. Quy định chung", Place(1)), Block(text, Place(2)))
    alone = replace(parse(document.name, Reading(blocks)), type=document.type)
    matches = find_matches(engine.matcher, views := ClauseViews(alone), judged=lambda _clause: True)
    found, _ = _weigh(matches, views, engine.book, describing=())
    return {one.finding.rule for one in found if one.finding.tier != "credit"}


def _is_old(match: Match, document: Document) -> bool:
    """True when all its trigger words in the clause belong to the law that the draft amends."""
    old = old_text(document, match.clause)
    own = [span for span in match.spans if overlap(span, match.clause.span)]
    return bool(old) and all(any(overlap(span, one) for one in old) for span in own)


def _doubtful(document: Document) -> tuple[Span, ...]:
    """The words of a scan that were not recognised for sure."""
    return tuple(
        Span(start + word.start, start + word.end)
        for start, block in zip(document.starts, document.blocks, strict=True)
        for word in block.doubtful
    )
