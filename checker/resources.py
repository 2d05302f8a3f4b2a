"""Where the data beside the code lie: at the top of a checkout, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path

from checker.errors import MissingResource

PACKAGE = Path(__file__).resolve().parent
# A checkout is told by its project file: site-packages may hold a folder "rules" of somebody else's.
CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").is_file() else None


def folder(name: str) -> Path:
    """Return the folder `name` ("rules", "samples", "models"); MissingResource where there is none."""
    path = _place(name, f"_{name}")
    if not path.is_dir():
        raise MissingResource(_sentence(f"thư mục {name}"))
    return path


def app() -> Path:
    """Return the script of the web app; MissingResource where there is none."""
    return _file("app.py", "_app.py")


def app_settings() -> Path:
    """Return the settings of the web app, a TOML file; MissingResource where there are none."""
    return _file(".streamlit/config.toml", "_streamlit.toml")


def _file(in_checkout: str, in_wheel: str) -> Path:
    path = _place(in_checkout, in_wheel)
    if not path.is_file():
        raise MissingResource(_sentence(f"tệp {in_checkout}"))
    return path


def _place(in_checkout: str, in_wheel: str) -> Path:
    return CHECKOUT / in_checkout if CHECKOUT else PACKAGE / in_wheel


def _sentence(what: str) -> str:
    return f"Bản cài đặt thiếu {what}; hãy cài lại chương trình từ bản phát hành đầy đủ."
