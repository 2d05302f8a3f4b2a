"""The web app is served to this machine only, in a checkout as in a wheel."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit import config

from checker import launch

ROOT = Path(__file__).resolve().parents[1]


def flags(**options: bool | int) -> dict[str, str]:
    command = launch.command(**options)  # type: ignore[arg-type]
    return dict(word.removeprefix("--").split("=", 1) for word in command if word.startswith("--"))


def test_nothing_leaves_the_machine() -> None:
    served = flags()
    assert served["browser.gatherUsageStats"] == "false"
    assert served["server.address"] == "127.0.0.1"
    assert served["browser.serverAddress"] == "localhost"
    assert served["client.showErrorLinks"] == "false"


def test_port_and_headless() -> None:
    assert "server.port" not in flags(headless=False)
    assert flags(port=8600, headless=True)["server.port"] == "8600"
    assert flags(headless=True)["server.headless"] == "true"


def test_streamlit_knows_every_flag() -> None:
    known = config.get_config_options()
    assert set(flags(port=8600)) <= set(known)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite kill")
def test_server_answers_and_stops_with_its_command() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = subprocess.Popen(
        [sys.executable, "-m", "checker", "app", "--headless", "--port", str(port)], cwd=ROOT
    )
    try:
        assert _until(lambda: _answers(port)), "no healthy server"
        served.terminate()
        assert served.wait(60) == 0
        assert _until(lambda: not _answers(port)), "the server outlived its command"
    finally:
        served.kill()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def _until(condition: Callable[[], bool], *, tries: int = 240) -> bool:
    for _ in range(tries):
        if condition():
            return True
        time.sleep(0.25)
    return False
