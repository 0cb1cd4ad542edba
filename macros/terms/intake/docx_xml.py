"""The parts of a Word file as trees, and what stands in them."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from macros.terms.intake.model import UnreadableError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off"})


def tree(content: bytes) -> Element:
    """The tree of a part, in which no entity is left; raises UnreadableError."""
    try:
        for _, (prefix, name) in ET.iterparse(io.BytesIO(content), events=["start-ns"]):  # noqa: S314  # no entities: docx judged
            if not re.fullmatch(r"ns\d+", prefix):
                ET.register_namespace(prefix, name)
        return ET.fromstring(content)  # noqa: S314  # no entities: docx judged
    except ET.ParseError as error:
        message = f"expected a Word file, found broken XML in it ({error}); save it again as .docx"
        raise UnreadableError(message) from error


def spelled(root: Element) -> bytes:
    """The bytes of a tree; raises UnreadableError."""
    try:
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
    except RecursionError as error:
        message = "expected a Word file, found parts in parts without end; save it again as .docx"
        raise UnreadableError(message) from error


def given(element: Element, name: str) -> str:
    """An attribute of Word's, "" where there is none."""
    return element.get(f"{WORD}{name}", "")


def value(element: Element, path: str) -> str:
    """The value of an element under another, "" where there is none."""
    found = element.find("/".join(f"{WORD}{part}" for part in path.split("/")))
    return "" if found is None else given(found, "val")


def says(element: Element, path: str) -> bool | None:
    """Whether a property under an element is on, None where nothing is said."""
    found = element.find("/".join(f"{WORD}{part}" for part in path.split("/")))
    return None if found is None else given(found, "val") not in OFF
