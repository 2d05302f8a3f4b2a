"""What the pages for a terminal share: 80 columns, signs of the tiers, marks and colours."""

from __future__ import annotations

import textwrap

from checker.domain import Tier

WIDTH = 80
SIGNS: dict[Tier, str] = {"must": "✖", "should": "▲", "consider": "○", "credit": "✔"}

# Stand-ins for colours and marks while lines are wrapped: private-use characters, one column each.
OPEN, CLOSE, BOLD, RESET = "\ue000", "\ue001", "\ue002", "\ue003"
TIER: dict[Tier, str] = {"must": "\ue004", "should": "\ue005", "consider": "\ue006", "credit": "\ue007"}
_PLAIN = str.maketrans({OPEN: "«", CLOSE: "»"} | dict.fromkeys([BOLD, RESET, *TIER.values()], ""))
_ANSI = str.maketrans(
    {OPEN: "\x1b[1;4m", CLOSE: "\x1b[0m", BOLD: "\x1b[1m", RESET: "\x1b[0m"}
    | {TIER["must"]: "\x1b[31m", TIER["should"]: "\x1b[33m"}
    | {TIER["consider"]: "\x1b[36m", TIER["credit"]: "\x1b[32m"}
)


def painted(text: str, *, colour: bool) -> str:
    """Return the text with its stand-ins made ANSI colours, or plain marks without `colour`."""
    return text.translate(_ANSI if colour else _PLAIN)


def wrap(text: str, *, indent: str = "    ", hanging: str = "") -> list[str]:
    """Return the lines of a paragraph, each indented, those after the first by `hanging` more."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + hanging, break_on_hyphens=False
    )


def heading(text: str) -> str:
    """Return a bold line, or lines."""
    return "\n".join(f"{BOLD}{line}{RESET}" for line in wrap(text, indent=""))
