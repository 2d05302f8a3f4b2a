"""One criterion and the papers that may answer it -> an answer with evidence, or a question to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from checker.assessing.cases import is_meant, unmet
from checker.assessing.quotes import readable
from checker.assessing.sources import Source
from checker.domain import OMISSIONS, Answer, ChecklistItem, Passage, Question, Role, Span
from checker.labels import ROLE_LABELS
from checker.matching.phrases import any_phrase
from checker.rulebook.checklist import Criterion
from checker.rulebook.phrases import Phrase
from checker.structure import amended
from checker.text.spans import overlap

_SHOWN = 3  # passages a part: enough to judge by, few enough to read
_OPINION: Role = "y-kien"
_ONLY_NAMED = "Tài liệu này được nhắc tới, nhưng không có trong hồ sơ."
_IN_WHAT_IS_LEFT = "Dự thảo chỉ sửa đổi, bổ sung; hãy đối chiếu quy định giữ nguyên của {name}."
_WHY_ASKED = "Câu hỏi đặt ra vì văn bản có:"
_WAIVED = "Tài liệu nêu lý do vì sao không có vấn đề giới."
_ABSENT = "Không thấy nội dung này trong các tài liệu đã đọc."


def answer(criterion: Criterion, papers: Sequence[Source]) -> ChecklistItem | Question:
    """The answer from `papers`, the whole dossier or a single document.

    Papers of other roles and types than the criterion's are not asked; where none is left, or no paper can
    tell, the question goes to the reader.
    """
    asked = [paper for paper in papers if concerns(criterion, paper)]
    if criterion.ask and not (criterion.parts or criterion.against or criterion.paper):
        return _question(criterion, criterion.ask)
    if criterion.paper:
        return _by_presence(criterion, papers, asked)
    if not asked:
        return _question(criterion, _lacking(criterion))
    trigger = next(_triggers(criterion, asked), None)
    if criterion.when and trigger is None:
        return _of_silence(criterion)
    return _by_content(criterion, asked, trigger)


def _triggers(criterion: Criterion, asked: Sequence[Source]) -> Iterator[Passage]:
    """Where the papers speak of the matter."""
    for paper in asked:
        hits = paper.passages(criterion.when, "document")
        yield from (one for one in hits if is_meant(criterion, paper, one))


def _lacking(criterion: Criterion) -> str:
    """Which papers could answer and are not there; in a dossier without a draft many questions share one."""
    roles = " hoặc ".join(ROLE_LABELS[role].lower() for role in criterion.roles)
    return f"Chưa có {roles} để trả lời."


def concerns(criterion: Criterion, paper: Source) -> bool:
    """Whether the criterion is asked of papers of that role and type, and of that author."""
    fits = paper.role in criterion.roles and (not criterion.types or paper.document.type in criterion.types)
    fits = fits and (not criterion.titled or any_phrase(criterion.titled, paper.named))
    return fits and (paper.role == _OPINION or not paper.is_by(criterion.author))


def _of_silence(criterion: Criterion) -> ChecklistItem | Question:
    if criterion.ask:
        return _question(criterion, criterion.ask)
    return _item(criterion, "not-applicable", "Văn bản không có nội dung mà câu hỏi này nói tới.")


def _by_presence(
    criterion: Criterion, papers: Sequence[Source], asked: Sequence[Source]
) -> ChecklistItem | Question:
    present = [paper for paper in papers if paper.role == criterion.paper]
    if present:
        return _item(criterion, "yes", "", (present[0].title(),))
    if annex := next((one for paper in asked if (one := paper.annex_by_sex())), None):
        return _item(criterion, "yes", "", (annex,))
    if criterion.parts and asked:
        return _named(_by_content(criterion, asked, None))
    if len(papers) < 2:
        return _question(criterion, criterion.ask or "Chỉ có một tài liệu, chưa có cả hồ sơ.")
    return _item(criterion, "no", "Không thấy tài liệu này trong hồ sơ.")


def _named(item: ChecklistItem | Question) -> ChecklistItem | Question:
    """The answer where a paper is named that is not there."""
    if isinstance(item, ChecklistItem) and item.answer == "yes":
        return replace(item, answer="partly", reason=_ONLY_NAMED)
    return item


def _left(asked: Sequence[Source]) -> str:
    """Where else to look when all drafts only amend; "" when one stands by itself."""
    names = [amended(paper.document) for paper in asked]
    return _IN_WHAT_IS_LEFT.format(name="; ".join(map(str, names))) if all(names) else ""


def _by_content(
    criterion: Criterion, asked: Sequence[Source], trigger: Passage | None
) -> ChecklistItem | Question:
    against = tuple(_against(criterion, asked))
    if opinion := next((paper for paper in asked if paper.is_by(criterion.author)), None):
        return _item(criterion, "yes", "", (opinion.title(),))
    found = {name: _shown(criterion, asked, name) for name in criterion.parts}
    here = [name for name, passages in found.items() if passages]
    evidence = (*against, *(passage for passages in found.values() for passage in passages))
    missing = [name for name in found if name not in here]
    if not evidence and (waiver := _first(criterion.waived, criterion, asked)):
        return _item(criterion, "not-applicable", _WAIVED, (waiver,))
    if not evidence and criterion.unsaid:
        return _question(criterion, criterion.unsaid)
    rest = _left(asked) if criterion.whole and missing and not against else ""
    if rest and not here:
        return _question(criterion, rest)
    lacking = tuple(unmet(criterion, asked)) if here and criterion.each else ()
    degree = _degree(criterion, here=len(here), against=bool(against or lacking))
    why = _WHY_ASKED if trigger and not evidence else ""
    said = [_reason(here, missing if degree != "yes" else (), against), _cases(lacking), why, rest]
    shown = (*evidence, *lacking[:_SHOWN]) or ((trigger,) if trigger else ())
    return _item(criterion, degree, " ".join(filter(None, said)), shown)


def _cases(lacking: Sequence[Passage]) -> str:
    return f"Còn {len(lacking)} chỗ chưa có." if lacking else ""


def _first(phrases: Sequence[Phrase], criterion: Criterion, asked: Sequence[Source]) -> Passage | None:
    places = ((paper, hit) for paper in asked for hit in paper.passages(phrases, criterion.where))
    return next((readable(paper.document, hit) for paper, hit in places), None)


def _shown(criterion: Criterion, asked: Sequence[Source], part: str) -> tuple[Passage, ...]:
    """The first passages that say the part, each once: several hits may widen to the same words."""
    distinct: dict[Passage, None] = {}
    for passage in (one for paper in asked for one in _positive(paper, criterion, part)):
        distinct[passage] = None
        if len(distinct) == _SHOWN:
            break
    return tuple(distinct)


def _positive(paper: Source, criterion: Criterion, part: str) -> Iterator[Passage]:
    """Where the part's cues stand or a table counts, words that a finding complains of aside.

    What is lacking beside the words speaks against them only where the question is about that.
    """
    faulted = [
        one.span
        for one in paper.findings
        if one.tier != "credit" and (one.category not in OMISSIONS or one.category in criterion.against)
    ]
    said = paper.passages(criterion.parts[part], criterion.where, avoid=faulted)
    counted = paper.counted(criterion.counted[part], criterion.where) if part in criterion.counted else ()
    for passage in chain(said, counted):
        if not _touches(passage.span, faulted):
            wider = readable(paper.document, passage)
            yield passage if _touches(wider.span, faulted) else wider


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(overlap(span, other) for other in others)


def _degree(criterion: Criterion, *, here: int, against: bool) -> Answer:
    if against:
        return "partly" if here else "no"
    if not criterion.parts or here >= criterion.enough:
        return "yes"
    return "partly" if here else "no"


def _reason(here: Sequence[str], missing: Sequence[str], against: Sequence[Passage]) -> str:
    said = []
    if against:
        said.append(f"Có {len(against)} chỗ cần xem lại.")
    if here:
        said.append(f"Đã có: {', '.join(here)}.")
    if missing and (here or len(missing) > 1):
        said.append(f"Chưa thấy: {', '.join(missing)}.")
    elif missing and not against:
        said.append(_ABSENT)
    return " ".join(said)


def _against(criterion: Criterion, asked: Sequence[Source]) -> Iterator[Passage]:
    for paper in asked:
        for finding in paper.findings:
            clause = paper.document.clauses[finding.clause]
            view = paper.views.with_chapeau(clause)
            concerned = finding.category in criterion.against and (
                not criterion.rules or finding.rule in criterion.rules
            )
            if concerned and (not criterion.near or any_phrase(criterion.near, view)):
                yield paper.passage(clause, finding.span)


def _item(
    criterion: Criterion, given: Answer, reason: str, evidence: Sequence[Passage] = ()
) -> ChecklistItem:
    return ChecklistItem(
        criterion.id,
        criterion.group,
        criterion.question,
        given,
        reason,
        tuple(evidence),
        criterion.legal_basis,
    )


def _question(criterion: Criterion, why: str) -> Question:
    return Question(criterion.id, criterion.group, criterion.question, why, criterion.legal_basis)
