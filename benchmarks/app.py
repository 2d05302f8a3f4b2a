"""How long a person waits for the app, in a real browser: the first view of a draft, and what they do then.

    python -m benchmarks.app [FILE…]

Without files: a draft of twenty pages made of the samples. A line an action, in seconds, the middle of
five. The first view counts from the choice of the file until document and cards are drawn.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from checker import resources
from checker.reading import read
from tests.ui.conftest import browsing, serving
from tests.ui.reader import Reader, wait_for

PAGES, BLOCKS_A_PAGE = 20, 14
TIMES = 5

# Both frames are waited for: what an action changes is laid out and painted when the second one begins.
ACT = """
const [selector, done] = [arguments[0], arguments[arguments.length - 1]];
const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
const root = roots.map((one) => one.querySelector('.viewer')).find(Boolean);
const began = performance.now();
ACTION
requestAnimationFrame(() => requestAnimationFrame(() => done((performance.now() - began) / 1000)));
"""
ACTIONS = {
    "next finding (J)": "root.querySelector('.next').click();",
    "last finding (K)": "root.querySelector('.previous').click();",
    "filter by tier": "root.querySelector('.tiers button:not([aria-pressed=\"true\"])').click();",
    "all tiers": "root.querySelector('.tiers button').click();",
    "outline: last place": "[...root.querySelectorAll('.outline .title')].at(-1)?.click();",
    "search": (
        "const field = root.querySelector('.sought input'); field.value = 'phu nu';"
        "field.dispatchEvent(new Event('input', { bubbles: true }));"
    ),
    "next place of the search": "root.querySelector('.forward').click();",
    "scroll to the end": "root.querySelector('.document').scrollTop = 10 ** 7;",
    "checklist": "root.querySelector('[data-tab=\"checklist\"]').click();",
    "findings": "root.querySelector('[data-tab=\"side\"]').click();",
}
DECIDED = "return arguments[0].querySelector('.card.current .who')?.textContent ?? '';"


def main(files: list[Path]) -> None:
    """Print the times of each file in a fresh server: the first view of the first file pays for the rules."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in files or [twenty_pages(folder / "hai-muoi-trang.docx")]:
            with app(folder / path.stem) as reader:
                measure(reader, path)


@contextmanager
def app(folder: Path) -> Iterator[Reader]:
    """A fresh server and browser that keep nothing outside the folder."""
    folder.mkdir()
    root = Path(__file__).parents[1]
    with (
        serving(root, f"sqlite:///{folder / 'kept.sqlite3'}") as url,
        browsing(url, folder / "profile", folder) as reader,
    ):
        yield reader


def twenty_pages(path: Path) -> Path:
    """A draft of about twenty pages, of the paragraphs of the sample decree."""
    blocks = read(resources.folder("samples") / "du-thao-nghi-dinh.docx").blocks
    draft = docx.Document()
    for block in islice(cycle(blocks), PAGES * BLOCKS_A_PAGE):
        draft.add_paragraph(block.text)
    draft.save(str(path))
    return path


def measure(reader: Reader, path: Path) -> None:
    """Print what a person waits for with this file."""
    print(path.name)
    for label in ("first view, a server just started", "first view"):
        began = time.monotonic()
        reader.upload(path)
        wait_for(lambda: reader.all(".card"))
        print(f"  {time.monotonic() - began:6.2f}  {label}", flush=True)
    print(f"          {len(reader.all('.card'))} findings, {len(reader.all('.block'))} paragraphs")
    reader.browser.set_script_timeout(120)
    for label, action in ACTIONS.items():
        times = [reader.browser.execute_async_script(ACT.replace("ACTION", action)) for _ in range(TIMES)]
        print(f"  {statistics.median(times):6.2f}  {label} (longest {max(times):.2f})", flush=True)
    print(f"  {decision(reader):6.2f}  decision, until the server has it", flush=True)


def decision(reader: Reader) -> float:
    """From the key until the card says who decided when."""
    reader.call_oneself("Lan")
    reader.all(".card:not([hidden]) .head")[0].click()
    root = reader.root()
    began = time.monotonic()
    reader.one(".card.current .verdict").click()
    wait_for(lambda: reader.browser.execute_script(DECIDED, root))
    return time.monotonic() - began


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
