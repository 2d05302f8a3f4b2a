"""What all tests share: the markers, the property-test profile, and a lock on the network."""

from __future__ import annotations

import shutil
import sys
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import IN_CI, database, postgresql

__all__ = ["database", "postgresql"]  # fixtures

# Nothing is measured in time; in CI the same examples every time, elsewhere new ones.
settings.register_profile(
    "house", deadline=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "requires_program(*names): needs these system programs; skips where one is missing, fails in CI",
    )
    sys.addaudithook(_stay_on_this_machine)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("requires_program"):
        missing = [name for name in marker.args if shutil.which(name) is None]
        if missing:
            reason = f"system program not installed: {', '.join(missing)}"
            (pytest.fail if IN_CI else pytest.skip)(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parents[1]


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every connection and look-up that leaves the machine: what the README promises, in all tests."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_local(host):
        raise ConnectionError(f"a test reached for the network: {host!r}")


def _is_local(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name in {"", "localhost"}:
        return True
    try:
        address = ip_address(str(name))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
