"""The wheel carries what the checkout has beside the code, and names what exists."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY_POINTS = [
    target
    for group in (PROJECT["project"]["scripts"], *PROJECT["project"]["entry-points"].values())
    for target in group.values()
]


def test_everything_beside_the_code_is_in_the_wheel() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert [source for source in included if not (ROOT / source).exists()] == []
    needed = [name for name in ("rules", "samples", "models") if any((ROOT / name).glob("*"))]
    assert {"app.py", *needed} <= set(included)


@pytest.mark.parametrize("target", ENTRY_POINTS)
def test_entry_point_can_be_called(target: str) -> None:
    module, _, name = target.partition(":")
    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize(("extra", "name"), [(None, "requirements.txt"), ("test", "requirements-test.txt")])
def test_lock_pins_what_the_project_asks_for(extra: str | None, name: str) -> None:
    project = PROJECT["project"]
    asked = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    locked = re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert {_canonical(pin) for pin in asked} <= {_canonical(pin) for pin in locked}


def test_dependencies_page_names_each_package() -> None:
    page = (ROOT / "docs" / "phu-thuoc.md").read_text(encoding="utf-8").lower()
    pins = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["test"]
    assert [pin for pin in pins if _canonical(pin).partition("==")[0] not in page.replace("_", "-")] == []


def _canonical(pin: str) -> str:
    package, _, version = pin.partition("==")
    bare = package.partition("[")[0]  # a lock names what an extra brings on lines of its own
    return re.sub(r"[-_.]+", "-", bare).lower() + "==" + version
