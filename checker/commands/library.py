"""The command `rules`: the library, or one rule or guard of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from checker.commands.rulebooks import ArgumentsError, rulebook_for

if TYPE_CHECKING:  # importing it takes time that `--help` should not
    from checker.rulebook import Rulebook


def rules(arguments: argparse.Namespace) -> int:
    """Print the rule library by category, or one rule (or guard) with all that explains it."""
    from checker import rulebook
    from checker.exporting import rules as listing
    from checker.rulebook.schema import schema_of

    if arguments.schema:
        sys.stdout.write(json.dumps(schema_of(arguments.schema), ensure_ascii=False, indent=1) + "\n")
        return 0
    book = rulebook_for(Path(), arguments) or rulebook.load()
    if arguments.test:
        return _test(arguments.id, book)
    if arguments.id is None:
        sys.stdout.write(listing.overview(book))
        return 0
    for compiled in book.rules:
        if compiled.rule.id == arguments.id:
            sys.stdout.write(listing.explain(compiled, book.guards))
            return 0
    for reference in book.references:
        if reference.entry.id == arguments.id:
            sys.stdout.write(listing.explain_reference(reference, book.guards))
            return 0
    for guard in book.guards:
        if guard.guard.id == arguments.id:
            sys.stdout.write(listing.explain_guard(guard, book))
            return 0
    if page := listing.explain_remark(book, arguments.id):
        sys.stdout.write(page)
        return 0
    raise ArgumentsError(_unknown_rule(arguments.id, sorted(book.ids)))


def _test(asked: str | None, book: Rulebook) -> int:
    """Run the examples of one rule, of the user's rules, or failing those of all; 1 where one fails."""
    from checker.proving import failures

    chosen = [one for one in book.rules if one.rule.id in ({asked} if asked else book.own)]
    if asked and not chosen:
        raise ArgumentsError(_unknown_rule(asked, [one.rule.id for one in book.rules]))
    failed = [sentence for one in chosen or book.rules for sentence in failures(one, book)]
    count = len(chosen or book.rules)
    told = failed or [f"Đạt: mọi ví dụ của {count} quy tắc."]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if failed else 0


def _unknown_rule(asked: str, known: Sequence[str]) -> str:
    near = get_close_matches(asked, known, n=3)
    meant = f" Có phải: {', '.join(near)}?" if near else ""
    return f"Không có quy tắc “{asked}”.{meant} Xem danh sách bằng lệnh: checker rules"
