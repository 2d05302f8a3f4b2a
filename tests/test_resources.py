"""The data beside the code are found from anywhere, and their absence is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import resources
from checker.errors import MissingResource


def test_checkout_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert resources.folder("rules") == root / "rules"
    assert resources.app_settings() == root / ".streamlit" / "config.toml"


def test_wheel_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_rules").mkdir()
    (tmp_path / "_app.py").touch()
    monkeypatch.setattr(resources, "CHECKOUT", None)
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    assert resources.folder("rules") == tmp_path / "_rules"
    assert resources.app() == tmp_path / "_app.py"


def test_missing_folder_is_named() -> None:
    with pytest.raises(MissingResource, match="thư mục khong-co"):
        resources.folder("khong-co")
