"""Guards the house: imports go down, streamlit stays in the app, knowledge stays in the rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FLOORS = {
    0: "errors domain labels resources",
    1: "text",
    2: "reading rulebook",
    3: "structure pipeline matching context exemptions findings merging redrafting tracing references tables "
    "classifier",
    4: "assessing engine checking comparing dossier proving",
    5: "exporting store batch",
    6: "__main__ arguments commands ui launch",
}
FLOOR_OF = {module: floor for floor, modules in FLOORS.items() for module in modules.split()}
FILES = sorted((ROOT / "checker").rglob("*.py"))


def house(path: Path) -> str:
    """The module or folder directly under `checker` that a file belongs to."""
    return path.relative_to(ROOT / "checker").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every dotted name that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def neighbours(path: Path) -> set[str]:
    """The modules of the house that a file imports, its own left out."""
    names = (name.split(".") for name in imported(path))
    found = {parts[1] for parts in names if parts[0] == "checker" and len(parts) > 1}
    return {name for name in found if name in FLOOR_OF} - {house(path)}


def literals(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_every_module_has_a_floor() -> None:
    homeless = {house(path) for path in FILES} - FLOOR_OF.keys() - {"__init__"}
    assert not homeless, "give these modules a floor in FLOORS"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    own = FLOOR_OF.get(house(path), 0)
    climbing = {name for name in neighbours(path) if FLOOR_OF[name] > own}
    assert not climbing


def test_no_cycle_on_a_floor() -> None:
    graph: dict[str, set[str]] = {}
    for path in FILES:
        graph.setdefault(house(path), set()).update(neighbours(path))
    TopologicalSorter(graph).prepare()


def test_package_root_imports_nothing() -> None:
    assert list(imported(ROOT / "checker" / "__init__.py")) == []


def test_only_the_app_imports_streamlit() -> None:
    guests = [
        p for p in FILES if house(p) != "ui" and any(n.split(".")[0] == "streamlit" for n in imported(p))
    ]
    assert not guests


def test_a_module_that_grows_becomes_a_folder() -> None:
    # domain is one page of nouns by design; it has no logic that could be moved out.
    counts = {
        p.relative_to(ROOT): len(p.read_text("utf-8").splitlines()) for p in FILES if house(p) != "domain"
    }
    assert {str(path): count for path, count in counts.items() if count > 250} == {}


def test_code_names_no_rule() -> None:
    files = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "rules").rglob("*.yml")}
    rule_files = {name: content for name, content in files.items() if "rules" in content}
    assert rule_files
    knowledge = set(rule_files) | {rule["id"] for content in rule_files.values() for rule in content["rules"]}
    named = {str(path.relative_to(ROOT)): literals(path) & knowledge for path in [*FILES, ROOT / "app.py"]}
    assert {path: names for path, names in named.items() if names} == {}
