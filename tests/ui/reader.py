"""A person at the page: the few things they see and do, over a real browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from selenium.common.exceptions import ElementNotInteractableException, StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

Found = TypeVar("Found")

PATIENCE = 90  # seconds; only ever spent when something is broken

FIND_VIEWER = """
const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
return roots.map((root) => root.querySelector('.viewer, .dossier')).find(Boolean) ?? null;
"""

FIND_IN_BAR = """
const roots = [...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean);
return roots.map((root) => root.querySelector('.review')).find(Boolean)?.querySelector(arguments[0]) ?? null;
"""

# The canvas turns every way of writing a colour into bytes and paints translucent ones over what lies below.
CONTRAST = """
const [element, pseudo] = arguments;
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const paint = (colours) => {
  for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
};
const light = (colours) => {
  const linear = paint(colours).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const ground = [];
for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
  ground.unshift(getComputedStyle(node).backgroundColor);
}
const style = getComputedStyle(element, pseudo);
if (pseudo) ground.push(style.backgroundColor);
const [a, b] = [light(ground), light([...ground, style.color])];
return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
"""


AXE = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then(done);"


def wait_for(what: Callable[[], Found]) -> Found:
    """The first true answer; fails where none comes."""
    end = time.monotonic() + PATIENCE
    while not (found := what()) and time.monotonic() < end:
        time.sleep(0.1)
    assert found, "it did not come"
    return found


def is_clicked(found: list[WebElement]) -> bool:
    """Click the first one; False while there is none or it is still on its way into the page."""
    try:
        found[0].click()
    except (IndexError, ElementNotInteractableException, StaleElementReferenceException):
        return False
    return True


@dataclass(frozen=True)
class Reader:
    """One person with the page open; `downloads` is where their browser saves files."""

    browser: Chrome
    address: str
    downloads: Path

    def open_sample(self, label: str) -> None:
        """Start anew and open a sample by its button."""
        self.browser.get(self.address)
        self.press(label)
        wait_for(lambda: self.root() and self.all(".paper p"))

    def upload(self, *paths: Path) -> None:
        """Start anew and choose a file of one's own, or several."""
        self.browser.get(self.address)
        field = "[data-testid='stFileUploaderDropzoneInput']"
        wait_for(lambda: self.browser.find_elements(By.CSS_SELECTOR, field))[0].send_keys(
            "\n".join(map(str, paths))
        )
        wait_for(lambda: self.root() and self.all(".paper p, .papers tbody tr"))

    def press(self, label: str) -> None:
        """Press the Streamlit button with this label."""
        xpath = f"//button[normalize-space(.)='{label}']"
        wait_for(lambda: is_clicked(self.browser.find_elements(By.XPATH, xpath)))

    def unfold(self, label: str) -> None:
        """Press the button of a menu: beside its label it carries a sign."""
        xpath = f"//button[contains(., '{label}')]"
        wait_for(lambda: is_clicked(self.browser.find_elements(By.XPATH, xpath)))

    def choose(self, menu: str, label: str) -> None:
        """Press a button of a Streamlit menu, which opens where it is not open yet."""
        entry = f"//*[@data-testid='stPopoverBody']//button[normalize-space(.)='{label}']"
        if not self.browser.find_elements(By.XPATH, entry):
            self.unfold(menu)
        wait_for(lambda: is_clicked(self.browser.find_elements(By.XPATH, entry)))

    def root(self) -> WebElement | None:
        """The viewer or the dossier, None until it is drawn."""
        found: WebElement | None = self.browser.execute_script(FIND_VIEWER)
        return found

    def bar(self, selector: str) -> WebElement:
        """The first element of the bar of decisions that matches, as soon as there is one."""
        return wait_for(lambda: self.browser.execute_script(FIND_IN_BAR, selector))

    def call_oneself(self, name: str) -> None:
        """Write one's name where the reviewer's stands."""
        field = self.bar(".reviewer input")
        field.clear()
        field.send_keys(name)

    def all(self, selector: str) -> list[WebElement]:
        """The elements of the viewer that match, in order."""
        try:
            root = self.root()
            return root.find_elements(By.CSS_SELECTOR, selector) if root else []
        except StaleElementReferenceException:  # one page gave way to the next
            return []

    def one(self, selector: str) -> WebElement:
        """The first element of the viewer that matches, as soon as there is one."""
        return wait_for(lambda: self.all(selector))[0]

    def key(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def text(self, selector: str) -> str:
        """The characters of an element, also of those off screen."""
        return str(self.one(selector).get_property("textContent"))

    def is_in_view(self, element: WebElement, column: str) -> bool:
        """Whether an element stands inside the visible part of a column."""
        inner, outer = element.rect, self.one(column).rect
        top = outer["y"] - 1
        return bool(top <= inner["y"] and inner["y"] + 12 <= outer["y"] + outer["height"])

    def is_in_window(self, element: WebElement) -> bool:
        """Whether an element begins inside the browser's window."""
        place = "const { top, left } = arguments[0].getBoundingClientRect();"
        seen = "return top >= 0 && left >= 0 && top + 12 <= innerHeight && left + 12 <= innerWidth;"
        return bool(self.browser.execute_script(place + seen, element))

    def contrast(self, element: WebElement, pseudo: str | None = None) -> float:
        """The contrast of an element's text with what is painted below it, as WCAG counts it."""
        return float(self.browser.execute_script(CONTRAST, element, pseudo))

    def downloaded(self, suffix: str) -> Path:
        """The file that was saved, once it is whole."""
        return wait_for(lambda: sorted(self.downloads.glob(f"*{suffix}")))[0]


def barriers(page: Reader, axe: str) -> list[str]:
    """What axe calls serious or critical on the page as it is now."""
    page.browser.execute_script(axe)
    found = page.browser.execute_async_script(AXE)["violations"]
    return [
        f"{one['impact']} {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
