"""The child: `python -m checker.reading.child KIND VIEW BYTES FOLDER`: a file comes in, answers go out."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
import traceback
from typing import BinaryIO, cast

from checker.domain import Reading, View
from checker.errors import CheckerError, MissingResource, UnreadableFile
from checker.reading.child.wire import encode
from checker.reading.formats import PageProgress, read_here

_LARGEST_FILE = 2**30  # that a child may write, LibreOffice's included
_MOST_TEXT = 20_000_000  # characters; the longest codes have less than a million
_TOO_LONG = (
    "Văn bản dài bất thường ({millions} triệu ký tự) nên không được kiểm tra: hãy tách thành các phần nhỏ "
    "hơn rồi thử lại."
)


def main() -> None:
    """Read the file and answer; the last line is the outcome."""
    kind, view, memory, folder = sys.argv[1:]
    answers = _answers()
    _limit(int(memory))

    def tell(told: dict[str, object]) -> None:
        answers.write(f"{encode(told)}\n".encode())
        answers.flush()

    tell(_outcome(kind, cast(View, view), folder, lambda done, total: tell({"page": (done, total)})))


def _outcome(kind: str, view: View, folder: str, progress: PageProgress) -> dict[str, object]:
    source = sys.stdin.buffer
    try:
        data = source.read(int.from_bytes(source.read(8), "big"))
        threading.Thread(target=_end_with_parent, args=(source, folder), daemon=True).start()
        return {"reading": _read(kind, data, view, progress)}
    except MemoryError:
        return {"hungry": True}
    except CheckerError as error:
        return {"missing" if isinstance(error, MissingResource) else "refused": str(error)}
    except Exception:
        return {"crashed": traceback.format_exc()}


def _read(kind: str, data: bytes, view: View, progress: PageProgress) -> Reading:
    reading = read_here(kind, data, view=view, progress=progress)
    length = sum(len(block.text) for block in reading.blocks)
    if length > _MOST_TEXT:
        raise UnreadableFile(_TOO_LONG.format(millions=round(length / 1e6)))
    return reading


def _answers() -> BinaryIO:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    own = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return own


def _limit(memory: int) -> None:
    """Memory, size of files, no dump of memory to disk: where the system has such limits."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for name, most in (("RLIMIT_DATA", memory), ("RLIMIT_FSIZE", _LARGEST_FILE), ("RLIMIT_CORE", 0)):
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (least, least))
        except (ValueError, OSError):  # macOS knows the name and refuses
            continue


def _end_with_parent(source: BinaryIO, folder: str) -> None:
    """Nothing follows the file: the end of the pipe means that the parent is gone and can't tidy up."""
    source.read(1)
    shutil.rmtree(folder, ignore_errors=True)
    if os.name != "nt" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
    os._exit(0)  # the thread that waits for the parent's end must not hold up this one's
