"""How long a person waits: `checker --help`, and `checker check` of a 20-page draft, each as a whole process.

    python benchmarks/start.py [DRAFT]

Medians of five runs after one that is not counted, beside the time of an empty Python for scale.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "samples" / "du-thao-nghi-dinh.docx"
RUNS = 5


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    return time.perf_counter() - began


def median(command: list[str]) -> float:
    seconds(command)
    return statistics.median(seconds(command) for _ in range(RUNS))


def main() -> int:
    draft = Path(sys.argv[1]) if len(sys.argv) > 1 else DRAFT
    checker = [sys.executable, "-m", "checker"]
    empty = median([sys.executable, "-c", "pass"])
    for name, command in (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("checker --help", [*checker, "--help"]),
        (f"checker check {draft.name}", [*checker, "check", str(draft)]),
        (f"checker check {draft.name} --format json", [*checker, "check", str(draft), "--format", "json"]),
    ):
        took = median(command)
        print(f"{took:6.2f} s  {took / empty:6.1f} x an empty Python  {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
