"""What the README and the guides tell people to type exists."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDES = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
COMMANDS = sorted(
    set(re.findall(r"\bchecker ((?:check|rules|app|dossier|opinion|compare|batch)\b[^`\n#]*)", GUIDES))
)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_guides_name_commands() -> None:
    assert {command.split()[0] for command in COMMANDS} >= {"check", "rules", "app"}


@pytest.mark.parametrize("command", COMMANDS)
def test_documented_command_exists(command: str) -> None:
    name, *words = command.split()
    helped = run("-m", "checker", name, "--help")
    assert helped.returncode == 0, helped.stderr
    for option in (word for word in words if word.startswith("--")):
        assert re.search(rf"{option}\b", helped.stdout), f"checker {name} has no {option}"


def test_every_command_is_documented() -> None:
    listed = re.findall(r"^    (\w+) ", run("-m", "checker", "--help").stdout, re.MULTILINE)
    assert len(listed) >= 3
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in listed if f"checker {name}" not in readme] == []


@pytest.mark.parametrize("name", ["app", "test"])
def test_run_py_has_both_commands(name: str) -> None:
    assert f"python run.py {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"run.py {name}" in run("run.py", "--help").stdout


def test_run_py_refuses_another_command() -> None:
    refused = run("run.py", "khong-co")
    assert refused.returncode == 2
    assert "Cách dùng" in refused.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_package_is_pinned_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    assert len(packages) > 50
    assert [line for line in packages if not re.match(r"[\w.-]+==[\w.]+( ;.*)? \\$", line)] == []
    assert len(re.findall(r"--hash=sha256:", text)) >= len(packages)
    assert "://" not in text
    assert not re.search(r"^\s*--(extra-)?index-url|^\s*--find-links", text, re.MULTILINE)
