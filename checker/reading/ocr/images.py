"""A page as an upright picture: rendered at the scan's own resolution, small slants taken out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

_NARROWEST, _WIDEST = 1650, 2600  # pixels on the short side: 200 and about 300 dpi of A4
_LONGEST = 6000  # pixels on the long side
_FORMS_WITHIN = 3

_STEEPEST = 5.0  # degrees; more is not a slant of the scanner's glass
_COARSE, _FINE = 0.5, 0.1
_LEAST = 0.15  # below this a turn blurs more than it helps
_MEASURED_WIDTH = 1000  # pixels are enough to measure a slant
_MEASURED_POINTS = 100_000
_INK = 0.6  # of the paper's brightness


@dataclass(frozen=True, slots=True)
class Levelled:
    """A page in grey, turned counterclockwise by `slant` degrees; `scale` is pixels for one point."""

    picture: Image.Image
    scale: float
    slant: float


def rendered(page: pdfium.PdfPage) -> tuple[Image.Image, float]:
    """The page in grey, its slant taken out, and how many pixels stand for one point."""
    level = levelled(page)
    return level.picture, level.scale


def levelled(page: pdfium.PdfPage) -> Levelled:
    """The page in grey with its slant taken out, and what that was."""
    scale = _scale(page)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    slant = slant_of(picture)
    if abs(slant) < _LEAST:
        return Levelled(picture, scale, 0.0)
    turned = picture.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Levelled(turned, scale, slant)


def slant_of(picture: Image.Image) -> float:
    """By how many degrees the picture must be turned, counterclockwise, to make its rows level."""
    across, down = _ink(picture)
    if not across.size:
        return 0.0
    steps = np.arange(-_STEEPEST, _STEEPEST + _COARSE, _COARSE)
    coarse = max(steps, key=lambda angle: _sharpness(across, down, angle))
    around = np.arange(coarse - _COARSE, coarse + _COARSE + _FINE, _FINE)
    return round(float(max(around, key=lambda angle: _sharpness(across, down, angle))), 2)


def _ink(picture: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    """The places of dark pixels of the picture made small."""
    small = picture.reduce(max(picture.width // _MEASURED_WIDTH, 1))
    grey = np.asarray(small)
    down, across = np.nonzero(grey < _INK * np.median(grey))
    every = max(down.size // _MEASURED_POINTS, 1)
    return across[::every].astype(float), down[::every].astype(float)


def _sharpness(across: np.ndarray, down: np.ndarray, angle: float) -> float:
    """How unevenly the ink falls on rows that slant by `angle`: level rows have white between them."""
    rows = np.rint(down - across * math.tan(math.radians(angle))).astype(int)
    counts = np.bincount(rows - rows.min())
    return float(np.square(counts, dtype=float).sum())


def _scale(page: pdfium.PdfPage) -> float:
    short, long = sorted(page.get_size())
    wanted = min(max(_own_density(page) * short, _NARROWEST), _WIDEST)
    return float(min(wanted / max(short, 1), _LONGEST / max(long, 1)))


def _own_density(page: pdfium.PdfPage) -> float:
    """Pixels a point of the page's widest picture; 0 without one."""
    widest, density = 0.0, 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_FORMS_WITHIN):
        left, _, right, _ = picture.get_bounds()
        if right - left > widest:
            widest = float(right - left)
            density = picture.get_px_size()[0] / widest
    return density
