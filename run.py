"""The two commands of the README: `python run.py app` and `python run.py test`.

Needs nothing but Python: it makes `.venv` beside this file, installs the pinned packages into it and
runs the command there. Old Pythons must be able to read this file to tell their user so: keep it plain.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
USAGE = """Cách dùng:
  python run.py app  [tùy chọn của «checker app»]   mở ứng dụng trên trình duyệt
  python run.py test [tùy chọn của pytest]          chạy toàn bộ kiểm tra
"""


class Failed(Exception):
    """The command cannot go on; `str(error)` is the Vietnamese sentence for the user."""


def main(arguments: list[str]) -> int:
    """Run one of the two commands; return its exit status (2: it could not be run)."""
    _speak_utf8()
    commands = {"app": app, "test": test}
    if not arguments or arguments[0] not in commands:
        asked = arguments[:1] in (["-h"], ["--help"])
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        _check_python()
        return commands[arguments[0]](arguments[1:])
    except Failed as error:
        print(f"Lỗi: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def app(arguments: list[str]) -> int:
    """Open the web app."""
    _install(ROOT / "requirements.txt")
    return _run("-m", "checker", "app", *arguments)


def test(arguments: list[str]) -> int:
    """Run every check of the project; return the worst exit status."""
    _install(ROOT / "requirements-test.txt")
    checks = [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", "--strict", "checker"),
        ("pytest", *arguments),
    ]
    results = [(" ".join(check), _announce(check)) for check in checks]
    for name, status in results:
        print(f"{'đạt' if status == 0 else 'KHÔNG ĐẠT'}: {name}", flush=True)
    return max(abs(status) for _, status in results)


def _announce(check: tuple[str, ...]) -> int:
    print(f"\n== {' '.join(check)}", flush=True)
    return _run("-m", *check)


def _run(*command: str) -> int:
    environment = {**os.environ, "PYTHONUTF8": "1", "VIRTUAL_ENV": str(VENV)}
    # What a user's own Python has installed must not shadow the pinned packages.
    environment.pop("PYTHONHOME", None)
    environment.pop("PYTHONPATH", None)
    process = subprocess.Popen([str(PYTHON), *command], cwd=str(ROOT), env=environment)
    # Whoever stops this command means the one that it runs.
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # Ctrl+C reaches the child as well: let it close by itself.
            continue


def _install(requirements: Path) -> None:
    """Bring `.venv` to what `requirements` pins; a stamp of file and Python makes the next time instant."""
    stamp = VENV / f"{requirements.stem}.stamp"
    wanted = f"{hashlib.sha256(requirements.read_bytes()).hexdigest()} {sys.version}\n"
    if PYTHON.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _make_venv()
    print(f"Đang cài các gói trong {requirements.name} (lần đầu có thể mất vài phút)…", flush=True)
    status = _run("-m", "pip", "install", "--quiet", "--no-input", "--requirement", str(requirements))
    if status != 0:
        raise Failed(
            f"không cài được các gói trong {requirements.name} (pip trả về {status}). "
            "Hãy kiểm tra kết nối mạng và dung lượng đĩa (cần khoảng 1,5 GB), rồi chạy lại lệnh này."
        )
    stamp.write_text(wanted, encoding="utf-8")


def _make_venv() -> None:
    """Make `.venv`, anew when it is of another Python or broken."""
    if _is_ours():
        return
    print("Đang tạo môi trường riêng .venv…", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode != 0:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise Failed(
            "không tạo được môi trường ảo: Python này thiếu venv hoặc pip. "
            "Trên Debian, Ubuntu hãy cài gói python3-venv; trên hệ khác hãy cài lại Python bản đầy đủ."
        )


def _is_ours() -> bool:
    if not PYTHON.is_file():
        return False
    asked = subprocess.run(
        [str(PYTHON), "-c", "import pip, sys; print(sys.version)"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0 and asked.stdout.decode().strip() == sys.version


def _check_python() -> None:
    if sys.version_info < OLDEST:
        raise Failed(
            f"cần Python {OLDEST[0]}.{OLDEST[1]} trở lên, máy đang chạy Python {sys.version.split()[0]}. "
            "Hãy cài bản Python mới rồi chạy lại."
        )


def _speak_utf8() -> None:
    # A Windows console may still be set to a code page without Vietnamese letters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
