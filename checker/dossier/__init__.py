"""The papers of one dossier together: what each is, what is missing, where they do not fit each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.assessing import Source, answer, concerns, role_of, source_of
from checker.checking import examine
from checker.domain import ChecklistItem, Document, Dossier, Paper, Question, Role
from checker.dossier.completeness import missing_papers, procedure_of
from checker.dossier.figures import contradictions
from checker.dossier.issues import unanswered
from checker.dossier.twins import twin_notes, with_twins
from checker.engine import Engine, engine_of, versions
from checker.errors import CheckerError
from checker.matching import ClauseViews
from checker.reading import read_bytes
from checker.reading.folders import Packet, read_packets
from checker.rulebook import Rulebook
from checker.rulebook.checklist import Criterion
from checker.structure import parse

Progress = Callable[[str, float], None]
_TWO_DRAFTS = "Hồ sơ có {count} dự thảo ({names}): các câu hỏi về nội dung được trả lời chung cho tất cả."
_NO_DRAFT = "Không thấy dự thảo trong hồ sơ: chỉ xét các tài liệu kèm theo."


@dataclass(frozen=True)
class _Examined:
    """A paper, and how it is asked; None where it could not be read."""

    paper: Paper
    source: Source | None


@dataclass(frozen=True)
class Asked:
    """What the user says of a dossier; roles are by file name, `procedure` "" where the papers must tell."""

    roles: Mapping[str, Role]
    procedure: str = ""
    as_of: date | None = None
    rulebook: Rulebook | None = None


def check_dossier(path: Path, asked: Asked | None = None, *, progress: Progress | None = None) -> Dossier:
    """The report of a folder or zip; UnreadableFile where it holds nothing that can be read."""
    packets = read_packets(path)
    return check_packets(path.name, packets.files, asked, notes=packets.notes, progress=progress)


def check_packets(
    name: str,
    packets: Sequence[Packet],
    asked: Asked | None = None,
    *,
    notes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Dossier:
    """The report of a dossier's files; a file that cannot be read is a paper with a problem, never lost."""
    asked = asked or Asked({})
    engine = engine_of(asked.rulebook)
    tell = progress or (lambda _step, _share: None)
    read = []
    for at, packet in enumerate(packets):
        tell(f"Đang rà soát {packet.name}", at / len(packets))
        read.append(_paper(packet, engine, asked))
    dossier = _together(name, read, engine, asked, notes)
    tell("Xong", 1.0)
    return dossier


def recheck(dossier: Dossier, asked: Asked, *, notes: Sequence[str] = ()) -> Dossier:
    """The dossier under other roles or another procedure; no file is read anew."""
    engine = engine_of(asked.rulebook)
    papers = [_again(paper, engine, asked) for paper in dossier.papers]
    return _together(dossier.name, papers, engine, asked, notes)


def _again(paper: Paper, engine: Engine, asked: Asked) -> _Examined:
    role = asked.roles.get(paper.file, paper.role)
    if paper.report is None:
        return _Examined(replace(paper, role=role), None)
    if role != paper.role:
        return _examined(paper.file, role, paper.report.document, asked)
    views = ClauseViews(paper.report.document)
    return _Examined(paper, source_of(role, views, paper.report.findings, engine.assessor))


def _paper(packet: Packet, engine: Engine, asked: Asked) -> _Examined:
    role = asked.roles.get(packet.name)
    if packet.problem:
        return _Examined(Paper(packet.name, role or "khac", None, packet.problem), None)
    try:
        document = parse(packet.name, read_bytes(packet.name, packet.data))
    except CheckerError as error:
        return _Examined(Paper(packet.name, role or "khac", None, str(error)), None)
    return _examined(packet.name, role or role_of(document, engine.book.profiles), document, asked)


def _examined(file: str, role: Role, document: Document, asked: Asked) -> _Examined:
    report, source = examine(document, as_of=asked.as_of, rulebook=asked.rulebook, role=role)
    return _Examined(Paper(file, role, report), source)


def _together(
    name: str, examined: Sequence[_Examined], engine: Engine, asked: Asked, notes: Sequence[str]
) -> Dossier:
    papers = with_twins([one.paper for one in examined])
    judged = {paper.file for paper in papers if not paper.twin}
    sources = [one.source for one in examined if one.source and one.paper.file in judged]
    given = [answer(criterion, sources) for criterion in _criteria(engine, sources)]
    day = asked.as_of or date.today()
    procedure = asked.procedure or procedure_of(sources, engine.book.profiles)
    missing, due = missing_papers(sources, engine.book.profiles, procedure, day)
    return Dossier(
        name=name,
        papers=tuple(papers),
        findings=(
            *missing,
            *unanswered(sources, engine.book.topics),
            *contradictions(sources),
        ),
        checklist=tuple(item for item in given if isinstance(item, ChecklistItem)),
        questions=(*due, *(item for item in given if isinstance(item, Question))),
        notes=(*notes, *twin_notes(papers), *_notes(sources, procedure, engine)),
        versions=versions(engine.book, asked.as_of or date.today()),
    )


def _criteria(engine: Engine, sources: Sequence[Source]) -> list[Criterion]:
    """The criteria for this kind of draft: those of village conventions are for village conventions."""
    return [
        criterion
        for criterion in engine.book.checklist.criteria
        if not (criterion.types or criterion.titled) or any(concerns(criterion, one) for one in sources)
    ]


def _notes(sources: Sequence[Source], procedure: str, engine: Engine) -> list[str]:
    drafts: list[Document] = [source.document for source in sources if source.role == "du-thao"]
    notes = []
    if not drafts:
        notes.append(_NO_DRAFT)
    elif len(drafts) > 1:
        names = ", ".join(draft.name for draft in drafts)
        notes.append(_TWO_DRAFTS.format(count=len(drafts), names=names))
    titles = {one.id: one.title for one in engine.book.profiles.procedures}
    notes.append(f"Hồ sơ được xét theo {titles.get(procedure, procedure)}.")
    return notes
