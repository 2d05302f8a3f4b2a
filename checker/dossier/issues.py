"""The report against the clauses: issues that no clause answers, and clauses that no report mentions.

Both are told apart by the matters of topics.yml. An issue is a sentence of an assessment's part on gender
that tells of a gap in a matter; a Điều answers it that speaks of the matter and of the sexes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from checker.assessing import Source
from checker.domain import PROVISIONS, Clause, DossierFinding, Passage
from checker.dossier.findings import finding
from checker.findings import Remark
from checker.matching.phrases import any_phrase, find_phrase
from checker.matching.views import View
from checker.rulebook.phrases import Phrase
from checker.rulebook.topics import Topic, Topics
from checker.structure import clauses_of_dieu

_ASSESSING = ("danh-gia-tac-dong", "ban-danh-gia", "to-trinh")


def unanswered(sources: Sequence[Source], topics: Topics) -> Iterator[DossierFinding]:
    """A finding for each issue that no clause answers, and one for all clauses that no report mentions.

    Nothing where the dossier lacks a draft or a part on gender: completeness speaks of that.
    """
    drafts = [source for source in sources if source.role == "du-thao"]
    papers = [source for source in sources if source.role in _ASSESSING and source.gender]
    if not drafts or not papers:
        return
    named = {topic: [*_issues(papers, topic, topics)] for topic in topics.topics}
    answered = [topic for topic in named if any(_answers(draft, topic, topics) for draft in drafts)]
    met = {issue for topic in answered for issue in named[topic]}
    for issue, open_topics in _open(named, answered, met).items():
        yield _unanswered(open_topics, issue, drafts)
    unnamed = [topic for topic in named if not named[topic]]
    silent = [
        (topic, place)
        for topic in unnamed
        if not any(_mentions(paper, topic) for paper in papers)
        for place in islice(_touched(topic, drafts), 1)
    ]
    if silent:
        yield _unmentioned(silent, papers)


def _open(
    named: Mapping[Topic, Sequence[Passage]], answered: Collection[Topic], met: Collection[Passage]
) -> Mapping[Passage, list[Topic]]:
    """The first issue of each matter that no clause answers; one sentence may tell of several matters, and
    is met where one of them is."""
    found: dict[Passage, list[Topic]] = defaultdict(list)
    for topic, issues in named.items():
        left = [issue for issue in issues if issue not in met]
        if topic not in answered and left:
            found[left[0]].append(topic)
    return found


def _issues(papers: Iterable[Source], topic: Topic, topics: Topics) -> Iterator[Passage]:
    for paper in papers:
        for clause in _gender_clauses(paper):
            view = paper.views.own(clause)
            for first, end in _ranges(topic.words, view):
                low, high = view.sentence(first, end)
                tells = (topics.gender, topics.gaps)
                if all(any_phrase(words, view, start=low, end=high) for words in tells):
                    yield paper.passage(clause, view.span(low, high))


def _answers(draft: Source, topic: Topic, topics: Topics) -> bool:
    for clause in draft.document.clauses:
        if clause.zone == "body" and any_phrase(topic.words, draft.views.own(clause)):
            unit = clauses_of_dieu(draft.document, clause)
            if any(any_phrase(topics.gender, draft.views.own(one)) for one in unit):
                return True
    return False


def _mentions(paper: Source, topic: Topic) -> bool:
    return any(any_phrase(topic.words, paper.views.own(clause)) for clause in _gender_clauses(paper))


def _touched(topic: Topic, drafts: Sequence[Source]) -> Iterator[Passage]:
    """The draft's clauses on the matter that a finding of substance or omission stands in."""
    for draft in drafts:
        for found in draft.findings:
            clause = draft.document.clauses[found.clause]
            if found.category in PROVISIONS and any_phrase(topic.words, draft.views.with_chapeau(clause)):
                yield draft.passage(clause, found.span)


def _unanswered(topics: Sequence[Topic], issue: Passage, drafts: Sequence[Source]) -> DossierFinding:
    titles = "; ".join(topic.title for topic in topics)
    remark = Remark(
        rule=f"unanswered-{topics[0].id}",
        category="unanswered-issue",
        tier="should",
        message=f"Tài liệu đánh giá nêu vấn đề giới về {titles}, nhưng dự thảo không có quy định giải quyết.",
        why="Vấn đề giới đã xác định cần có biện pháp trong dự thảo, hoặc lý do vì sao chưa quy định.",
        suggestion=f"Bổ sung quy định về {titles} có tính đến nữ và nam, hoặc giải trình ở tờ trình.",
        known_by=(),
    )
    return finding(remark, at=issue, papers=[draft.document.name for draft in drafts])


def _unmentioned(silent: Sequence[tuple[Topic, Passage]], papers: Sequence[Source]) -> DossierFinding:
    paper = papers[0]
    heading = paper.document.clauses[min(paper.gender)]
    named = "; ".join(f"{topic.title} ({place.citation or place.quote})" for topic, place in silent)
    remark = Remark(
        rule="clauses-not-assessed",
        category="missing-assessment",
        tier="consider",
        message="Phần đánh giá về giới không nhắc tới các quy định của dự thảo có liên quan đến giới: "
        f"{named}.",
        why="Đánh giá tác động về giới cần xét các quy định của dự thảo có liên quan đến nữ và nam.",
        suggestion="Bổ sung phân tích về các nội dung này, hoặc nêu lý do vì sao không cần.",
        known_by=(),
    )
    at = paper.passage(heading, heading.span)
    return finding(remark, at=at, papers=[place.file for _, place in silent])


def _gender_clauses(paper: Source) -> Iterator[Clause]:
    return (paper.document.clauses[index] for index in sorted(paper.gender))


def _ranges(phrases: Sequence[Phrase], view: View) -> Iterator[tuple[int, int]]:
    return ((pieces[0][0], pieces[-1][1]) for phrase in phrases for pieces in find_phrase(phrase, view))
