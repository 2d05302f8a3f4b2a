"""The web app is served to this machine only, in a checkout as in a wheel."""

from __future__ import annotations

from streamlit import config

from checker import launch


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
