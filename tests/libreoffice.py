"""LibreOffice, without a window: what it reads in Word files once it has accepted or rejected every change."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.programs import path_of

# In seconds: a hundred files take one of them a second or less.
LONGEST = 900
# For each file of the list, which LibreOffice's own command is asked to decide: the words of either text, and pages.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Setting(sName, vValue)
  Dim oOne As New com.sun.star.beans.PropertyValue
  oOne.Name = sName
  oOne.Value = vValue
  Setting = oOne
End Function
Sub Decide(sPath, sChoice)
  oFile = StarDesktop.loadComponentFromURL(ConvertToURL(sPath), "_blank", 0, Array(Setting("Hidden", True)))
  If sChoice = "" Then
    nFound = 0
    oEvery = oFile.Redlines.createEnumeration()
    Do While oEvery.hasMoreElements()
      oEvery.nextElement()
      nFound = nFound + 1
    Loop
    oFile.storeToURL(ConvertToURL(sPath &amp; ".pdf"), Array(Setting("FilterName", "writer_pdf_Export")))
    nWrite = FreeFile
    Open sPath &amp; ".count" For Output As #nWrite
    Print #nWrite, nFound
    Close #nWrite
  Else
    oHelper = createUnoService("com.sun.star.frame.DispatchHelper")
    oHelper.executeDispatch(oFile.CurrentController.Frame, ".uno:" &amp; sChoice, "", 0, Array())
    aFilter = Array(Setting("FilterName", "Text (encoded)"), Setting("FilterOptions", "UTF8,LF,,,"))
    oFile.storeToURL(ConvertToURL(sPath &amp; "." &amp; sChoice &amp; ".txt"), aFilter)
  End If
  oFile.close(True)
End Sub
Sub Every(sList As String)
  nRead = FreeFile
  Open sList For Input As #nRead
  Do While Not EOF(nRead)
    Line Input #nRead, sPath
    For Each sChoice In Array("", "AcceptAllTrackedChanges", "RejectAllTrackedChanges")
      Decide(sPath, sChoice)
    Next
  Loop
  Close #nRead
  StarDesktop.terminate()
End Sub
</script:module>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What LibreOffice finds in a file: how many changes, and its paragraphs once all are accepted or rejected."""

    changes: int
    accepted: tuple[str, ...]
    rejected: tuple[str, ...]


def read_all(files: Mapping[str, bytes], folder: Path) -> dict[str, Read]:
    """What LibreOffice reads in each file; one that it cannot open, or not lay out in pages, is missing."""
    program = path_of("soffice")
    assert program, "`make office` installs LibreOffice"
    paths = {name: folder / f"{number}.docx" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    listed = folder / "list.txt"
    listed.write_text("".join(f"{path}\n" for path in paths.values()), encoding="utf-8")
    _run(program, folder, "--terminate_after_init")
    # A first start lays out settings of its own, with a module for macros: what a person set here changes nothing.
    module = folder / "profile/user/basic/Standard/Module1.xba"
    module.write_text(MACRO, encoding="utf-8")
    _run(program, folder, f"macro:///Standard.Module1.Every({listed})")
    return {name: found for name, path in paths.items() if (found := _read(path))}


def _run(program: str, folder: Path, asked: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, "--headless", "--norestore", profile, asked], check=False, capture_output=True, timeout=LONGEST
    )


def _read(path: Path) -> Read | None:
    said = [Path(f"{path}.{choice}AllTrackedChanges.txt") for choice in ("Accept", "Reject")]
    count, pages = Path(f"{path}.count"), Path(f"{path}.pdf")
    if not all(each.exists() for each in (*said, count, pages)) or not pages.read_bytes().startswith(b"%PDF-"):
        return None
    accepted, rejected = (_paragraphs(each.read_text(encoding="utf-8-sig").split("\n")) for each in said)
    return Read(changes=int(count.read_text(encoding="utf-8")), accepted=accepted, rejected=rejected)


def _paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that have words, however they are spaced: an empty paragraph parts two tables."""
    return tuple(" ".join(each.split()) for each in lines if each.strip())
