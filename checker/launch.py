"""Starts the web app in a process of its own, closed to the network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from checker import resources

PROJECT = "CHECKER_PROJECT"  # the environment variable that names the project file to the app


def start_app(port: int | None = None, headless: bool = False, project: Path | None = None) -> int:
    """Run the web app until it is stopped; return its exit status (0 after Ctrl+C or a polite kill).

    `port` None takes 8501 or the next free one; `headless` opens no browser window; `project` is the
    project file for all drafts.
    Raises MissingResource where the app's script is not installed. To be called from the main thread.
    """
    environment = os.environ | {"PYTHONPATH": _with_package(os.environ.get("PYTHONPATH")), "PYTHONUTF8": "1"}
    if project:
        environment[PROJECT] = str(project.resolve())
    process = subprocess.Popen(command(port, headless), env=environment)
    # A server that outlives the command that started it would hold the port.
    before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        status = _wait(process)
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0 if status in (-signal.SIGTERM, -signal.SIGINT) else status


def _wait(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # Ctrl+C reaches the child as well: let it close by itself.
            continue


def command(port: int | None = None, headless: bool = False) -> list[str]:
    """Return the command line that serves the app: each setting is a flag, which beats all files."""
    settings = tomllib.loads(resources.app_settings().read_text(encoding="utf-8"))
    flags = dict(_flatten(settings)) | {"server.headless": _word(headless)}
    if port is not None:
        flags["server.port"] = str(port)
    served = [f"--{name}={value}" for name, value in flags.items()]
    return [sys.executable, "-m", "streamlit", "run", str(resources.app()), *served]


def _flatten(settings: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield prefix + key, _word(value)


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_package(path: str | None) -> str:
    """Put the folder that holds `checker` first: the app's script is run from elsewhere."""
    return os.pathsep.join(part for part in (str(Path(__file__).resolve().parents[1]), path) if part)
