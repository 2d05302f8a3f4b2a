"""A dossier as one page: its papers, what is missing or does not fit, the checklist; made to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from checker.domain import Dossier, Paper
from checker.exporting.html.cards import cards
from checker.exporting.html.checklist import checklist
from checker.exporting.html.elements import element
from checker.exporting.html.frame import foot, framed, notes
from checker.exporting.html.rules import rules
from checker.exporting.verdicts import NONE
from checker.exporting.wording import dossier_headline, dossier_title, of_dossier, paper_headline
from checker.labels import ROLE_LABELS


def render_dossier(dossier: Dossier) -> str:
    """The page; what is found in a single paper is counted here and told on the paper's own page."""
    title = dossier_title(dossier)
    return framed(f"Rà soát hồ sơ: {title}", _head(dossier, title), *_rest(dossier))


def _rest(dossier: Dossier) -> Iterator[Element]:
    findings = [of_dossier(one) for one in dossier.findings]
    yield element(
        "main",
        _papers(dossier),
        cards(findings, NONE, marked=False),
        rules(findings),
        checklist(dossier.checklist, dossier.questions, named=True),
    )
    yield foot(dossier.versions)


def _head(dossier: Dossier, title: str) -> Element:
    return element(
        "header",
        element("p", "Kết quả rà soát hồ sơ", class_="kicker"),
        element("h1", " ".join(title.split())),
        element("p", dossier_headline(dossier), class_="headline"),
        notes(dossier.notes),
    )


def _papers(dossier: Dossier) -> Element:
    heads = ("Tệp", "Vai trò", "Nhận xét trong tài liệu")
    return element(
        "section",
        element("h2", "Tài liệu"),
        element(
            "table",
            element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
            element("tbody", *map(_paper, dossier.papers)),
            class_="ruled",
        ),
        class_="checklist",
    )


def _paper(paper: Paper) -> Element:
    told = (paper.file, ROLE_LABELS[paper.role], paper_headline(paper))
    return element("tr", *(element("td", text) for text in told))
