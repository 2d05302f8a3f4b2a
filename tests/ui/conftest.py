"""The real server in a process of its own and one headless Chromium for the browser tests."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from checker.launch import command
from checker.store import SETTING
from tests.ui.reader import Reader, wait_for

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1366,900",
)


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app is served, on a free port of this machine; what is kept there is nobody's own."""
    with serving(root, f"sqlite:///{tmp_path_factory.mktemp('kept') / 'kept.sqlite3'}") as url:
        yield url


@contextmanager
def serving(root: Path, database: str, port: int | None = None) -> Iterator[str]:
    """The app over a database, as long as the context lasts -> its address."""
    port = port or free_port()
    environment = os.environ | {"PYTHONPATH": str(root), SETTING: database}
    server = subprocess.Popen(command(port, headless=True), env=environment, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: server.poll() is not None or is_healthy(url))
        assert server.poll() is None, "the server ended at once"
        yield url
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health") as answer:
            return bool(answer.status == 200)
    except URLError:
        return False


@pytest.fixture(scope="session")
def reader(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A person with an empty browser profile."""
    profile, downloads = tmp_path_factory.mktemp("profile"), tmp_path_factory.mktemp("downloads")
    with browsing(address, profile, downloads) as person:
        yield person


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe, out of the package that carries it."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def browsing(address: str, profile: Path, downloads: Path) -> Iterator[Reader]:
    """A person at the app's address, with a browser profile of their own, as long as the context lasts."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    browser = Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        yield Reader(browser, address, downloads)
    finally:
        browser.quit()
