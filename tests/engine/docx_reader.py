"""A reader of Word files that shares nothing with the writer: what stays once all tracked changes are decided."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What goes with every change accepted, and with every change rejected.
GONE = {"accept": ("del", "moveFrom", "cellDel"), "reject": ("ins", "moveTo", "cellIns")}
SAID = {"t", "delText"}
SPACES = {"br": "\n", "tab": "\t"}


def part(file: bytes, name: str = "word/document.xml") -> ET.Element:
    """A part of a file, as XML."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return ET.fromstring(parts.read(name))


def paragraphs(file: bytes, choice: str) -> list[str]:
    """The paragraphs that have words, cells among them, once all changes are accepted or rejected."""
    return [said for _, said in styled(file, choice)]


def styled(file: bytes, choice: str) -> list[tuple[str, str]]:
    """The same paragraphs, each with its style; merged ones have the style of the last, as Word does."""
    body = part(file).find(f"{W}body")
    assert body is not None
    return [(style, " ".join(said.split())) for style, said in _blocks(body, choice) if said.strip()]


def words(lines: list[str]) -> list[str]:
    """The words of lines."""
    return re.findall(r"[^\W_]+", "\n".join(lines))


def _name(element: ET.Element) -> str:
    return element.tag.removeprefix(W)


def _blocks(parent: ET.Element, choice: str) -> Iterator[tuple[str, str]]:
    held, gone = "", GONE[choice]
    for each in parent:
        if _name(each) == "p":
            held += _said(each, gone)
            if not _is_gone(each.find(f"{W}pPr/{W}rPr"), gone):
                yield _style(each, choice), held
                held = ""
        elif _name(each) == "tbl":
            yield "", held
            held = ""
            for row in each.findall(f"{W}tr"):
                if not _is_gone(row.find(f"{W}trPr"), gone):
                    for cell in row.findall(f"{W}tc"):
                        if not _is_gone(cell.find(f"{W}tcPr"), gone):
                            yield from _blocks(cell, choice)
    yield "", held


def _style(paragraph: ET.Element, choice: str) -> str:
    was = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle") if choice == "reject" else None
    now = paragraph.find(f"{W}pPr/{W}pStyle")
    found = now if was is None else was
    return "" if found is None else found.get(f"{W}val", "")


def _is_gone(properties: ET.Element | None, gone: tuple[str, ...]) -> bool:
    return properties is not None and any(_name(each) in gone for each in properties)


def _said(element: ET.Element, gone: tuple[str, ...]) -> str:
    said = ""
    for each in element:
        name = _name(each)
        if name in gone or name in {"pPr", "rPr"}:
            continue
        said += each.text or "" if name in SAID else SPACES.get(name, "") + _said(each, gone)
    return said


def looks(file: bytes, choice: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The letters of a file but spaces, how each is set and where it leads, once all changes are decided."""
    links = {each.get("Id"): each.get("Target", "") for each in part(file, "word/_rels/document.xml.rels")}
    body = part(file).find(f"{W}body")
    assert body is not None
    return list(_looks(body, choice, links, ""))


def _looks(
    parent: ET.Element, choice: str, links: dict[str | None, str], target: str
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for each in parent:
        if _name(each) == "hyperlink":
            there = each.get(f"{W}anchor") or links[each.get(f"{R}id")]
            yield from _looks(each, choice, links, there)
        elif _name(each) == "r":
            properties = each.find(f"{W}rPr")
            before = each.find(f"{W}rPr/{W}rPrChange/{W}rPr")
            kept = before if before is not None and choice == "reject" else properties
            names = tuple(_name(one) for one in kept if _name(one) != "rPrChange") if kept is not None else ()
            yield from ((letter, names, target) for letter in _said(each, ()) if not letter.isspace())
        elif _name(each) not in GONE[choice]:
            yield from _looks(each, choice, links, target)
