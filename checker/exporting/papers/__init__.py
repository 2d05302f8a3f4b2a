"""Official papers that a review ends in, as .docx: the opinion, the annex of data, the table of responses."""

from __future__ import annotations

from checker.exporting.papers.annex import render_annex
from checker.exporting.papers.opinion import render_opinion
from checker.exporting.papers.response import render_response

__all__ = ["render_annex", "render_opinion", "render_response"]
