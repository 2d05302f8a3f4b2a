"""Takes the pictures of the app that the guides show, of the samples alone.

    python docs/pictures.py

Needs Chromium and its driver; writes small PNG files into docs/anh/.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.ui.conftest import browsing, serving  # noqa: E402
from tests.ui.reader import Reader, wait_for  # noqa: E402

FOLDER = Path(__file__).with_name("anh")
WIDTH = 1100  # pixels of a picture; the window is wider
COLOURS = 64  # a page of text needs no more


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as name,
        serving(ROOT, f"sqlite:///{name}/kept.sqlite3") as url,
        browsing(url, Path(name) / "profile", Path(name)) as reader,
    ):
        reader.browser.set_window_size(1500, 950)
        for file, arrange in PICTURES.items():
            arrange(reader)
            wait_for(lambda: reader.browser.execute_script("return document.fonts.status") == "loaded")
            reader.browser.save_screenshot(str(shot := Path(name) / file))
            shrink(shot, FOLDER / file)


def shrink(source: Path, target: Path) -> None:
    """A smaller picture of few colours."""
    with Image.open(source) as picture:
        small = picture.convert("RGB").resize((WIDTH, round(picture.height * WIDTH / picture.width)))
        small.quantize(COLOURS).save(target, optimize=True)


def draft(reader: Reader) -> None:
    """A draft with its outline and a card that is open."""
    reader.open_sample("Dự thảo nghị định")
    if not reader.one(".outline").is_displayed():
        reader.one(".toggle").click()
    reader.call_oneself("Nguyễn Thị Lan")
    reader.one(".tiers [data-tier='must']").click()
    reader.all(".card:not([hidden]) .head")[1].click()
    reader.key("a")
    wait_for(lambda: "Lan" in reader.text(".card.current .who"))
    wait_for(lambda: reader.is_in_view(reader.one("mark.current"), ".document"))


def dossier(reader: Reader) -> None:
    """A dossier that lacks papers."""
    reader.browser.get(reader.address)
    reader.press("Hồ sơ nghị quyết, còn thiếu")
    wait_for(lambda: reader.root() and reader.all(".papers tbody tr"))


def rule(reader: Reader) -> None:
    """A rule as it is read."""
    reader.browser.get(f"{reader.address}/?trang=quy-tac&ma=wife-of-official")
    wait_for(lambda: reader.browser.find_elements("css selector", ".st-key-try"))
    wait_for(lambda: "Không nhận xét" in reader.browser.find_element("css selector", "body").text)


PICTURES: dict[str, Callable[[Reader], None]] = {
    "ra-soat.png": draft,
    "ho-so.png": dossier,
    "quy-tac.png": rule,
}


if __name__ == "__main__":
    main()
