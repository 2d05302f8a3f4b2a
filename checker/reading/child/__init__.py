"""An untrusted file is read in a process of its own: its crash, hang or hunger becomes a sentence.

The child (`__main__`) gets the bytes on standard input and answers in lines of JSON. It has a time
limit, a memory limit where the system knows one, and a private folder for temporary files that goes
with it. It ends with its parent, and all that it started ends with it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic

import checker
from checker.domain import Reading, View
from checker.errors import CheckerError, MissingResource, UnreadableFile
from checker.reading.child.wire import decode
from checker.reading.formats import PageProgress

_LONGEST_ANSWER = 256 * 2**20
_TOO_SLOW = (
    "Đọc tệp quá {seconds:.0f} giây mà chưa xong nên đã dừng lại: hãy tách tệp thành các phần nhỏ hơn hoặc "
    "lưu lại thành .docx rồi thử lại."
)
_TOO_HUNGRY = (
    "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng lại: hãy bỏ bớt hình ảnh hoặc tách tệp thành các phần nhỏ hơn "
    "rồi thử lại."
)
_CRASHED = (
    "Tệp làm chương trình đọc dừng đột ngột, có thể tệp bị hỏng: hãy mở bằng chương trình đã tạo ra tệp, lưu "
    "lại (tốt nhất là thành .docx) rồi thử lại."
)


class ReaderCrashed(Exception):
    """Why a child ended without an answer, for the log: a traceback, an exit status."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: seconds without news, seconds for each page of a scan, bytes of memory."""

    seconds: float = 60
    page_seconds: float = 20
    memory: int = 3 * 2**29


def read_apart(
    kind: str,
    data: bytes,
    *,
    view: View = "accepted",
    progress: PageProgress | None = None,
    limits: Limits | None = None,
) -> Reading:
    """The blocks of a file of this kind (".docx"), read by a child process.

    `progress` is told (pages done, pages in all) where pages take long; an exception that it raises
    ends the child. Raises UnreadableFile and MissingResource, the reader's own or for a limit.
    """
    limits = limits or Limits()
    with (
        TemporaryDirectory(prefix="checker-", ignore_cleanup_errors=True) as folder,
        _running(kind, data, view, limits, folder) as answers,
    ):
        return _await(answers, progress or (lambda _done, _total: None), limits)


@contextmanager
def _running(
    kind: str, data: bytes, view: View, limits: Limits, folder: str
) -> Iterator[SimpleQueue[bytes | int]]:
    """The child's answers as they come, at last its exit status; the child is gone afterwards."""
    process = _start([kind, view, str(limits.memory), folder], folder)
    answers: SimpleQueue[bytes | int] = SimpleQueue()
    threads = (Thread(target=_feed, args=(process, data)), Thread(target=_listen, args=(process, answers)))
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        _end(process)
        for thread in threads:
            thread.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both are pipes


def _start(arguments: list[str], folder: str) -> subprocess.Popen[bytes]:
    package = str(Path(checker.__file__).resolve().parents[1])
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH")))),
        "TMPDIR": folder, "TEMP": folder, "TMP": folder,
        "OPENBLAS_NUM_THREADS": "1",  # otherwise numpy takes memory for every core of the machine
    }  # fmt: skip
    # -P: the folder that the user happens to be in must not lend its modules.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", __name__, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment, start_new_session=True, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Sends the file; the pipe stays open, for its end tells the child that its parent is gone."""
    assert process.stdin
    with suppress(OSError):
        process.stdin.write(len(data).to_bytes(8, "big"))
        process.stdin.write(data)
        process.stdin.flush()


def _listen(process: subprocess.Popen[bytes], answers: SimpleQueue[bytes | int]) -> None:
    assert process.stdout
    for line in iter(lambda: process.stdout.readline(_LONGEST_ANSWER), b""):  # type: ignore[union-attr]
        answers.put(line)
    answers.put(process.wait())


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kills the child and what it started, LibreOffice for one."""
    if os.name == "nt":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _await(answers: SimpleQueue[bytes | int], progress: PageProgress, limits: Limits) -> Reading:
    began = monotonic()
    allowed = limits.seconds
    while True:
        left = min(limits.seconds, began + allowed - monotonic())
        try:
            answer = answers.get(timeout=max(left, 0))
        except Empty as err:
            raise UnreadableFile(_TOO_SLOW.format(seconds=monotonic() - began)) from err
        if isinstance(answer, int):
            raise _died(answer)
        told = _parsed(answer)
        if "page" in told:
            done, total = _page(told["page"])
            allowed = limits.seconds + limits.page_seconds * total
            progress(done, total)
        else:
            return _outcome(told)


def _parsed(answer: bytes) -> dict[str, object]:
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError) as err:
        raise UnreadableFile(_CRASHED) from ReaderCrashed(f"no JSON: {err}")
    return told if isinstance(told, dict) else {}


def _page(told: object) -> tuple[int, int]:
    match told:
        case [int(done), int(total)]:
            return done, total
    raise UnreadableFile(_CRASHED) from ReaderCrashed("no page numbers")


def _outcome(told: dict[str, object]) -> Reading:
    if "reading" in told:
        try:
            return decode(Reading, told["reading"])
        except (TypeError, ValueError, KeyError) as err:
            raise UnreadableFile(_CRASHED) from ReaderCrashed(f"no Reading: {err}")
    if "hungry" in told:
        raise UnreadableFile(_TOO_HUNGRY)
    if "refused" in told:
        raise UnreadableFile(str(told["refused"]))
    if "missing" in told:
        raise MissingResource(str(told["missing"]))
    raise UnreadableFile(_CRASHED) from ReaderCrashed(str(told.get("crashed")))


def _died(status: int) -> CheckerError:
    error = UnreadableFile(_TOO_HUNGRY if status == -9 else _CRASHED)  # the system kills who takes all memory
    error.__cause__ = ReaderCrashed(f"exit status {status}")
    return error
