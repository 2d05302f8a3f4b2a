"""Rules -> matches: which words of which clause made which rule fire."""

from checker.matching.clauses import ClauseViews
from checker.matching.engine import Match, Matcher, Miss, Missed, build_matcher, find_matches

__all__ = ["ClauseViews", "Match", "Matcher", "Miss", "Missed", "build_matcher", "find_matches"]
