"""LibreOffice told by a Basic program what to do: what its command line cannot be asked for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_NAMED = """
Function Named(name, value)
  Dim pair As New com.sun.star.beans.PropertyValue
  pair.Name = name
  pair.Value = value
  Named = pair
End Function
"""


def run_basic(program: str, folder: Path) -> None:
    """Run the Basic lines in an office of its own in `folder`; `Named(name, value)` makes a property."""
    office = shutil.which("soffice")
    assert office, "mark the test with requires_program('soffice')"
    profile = folder / "basic-profile"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():  # the first start writes a new profile over whatever module is there
        _start([*command, "--terminate_after_init"])
    module.write_text(_MODULE.format(escape(f"{_NAMED}\nSub Main\n{program}\nEnd Sub")), encoding="utf-8")
    _start([*command, "macro:///Standard.Module1.Main"])


def opened(path: Path, *properties: str) -> str:
    """Basic that opens a document as `document`; more properties as calls of `Named`."""
    pairs = ", ".join(('Named("Hidden", True)', *properties))
    return f'document = StarDesktop.loadComponentFromURL("{path.as_uri()}", "_blank", 0, Array({pairs}))'


def stored(path: Path, filter_: str, *properties: str) -> str:
    """Basic that stores `document` by this filter and closes it."""
    pairs = ", ".join((f'Named("FilterName", "{filter_}")', *properties))
    return f'document.storeToURL("{path.as_uri()}", Array({pairs}))\ndocument.close(True)'


def _start(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)
