"""The words of text boxes put where they are read, under the paragraph that each box is tied to: Pandoc loses them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from macros.terms.intake.docx_xml import WORD

EITHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def unboxed(root: Element) -> None:
    """Move what stands in text boxes out of them."""
    _once(root)
    parents = {child: parent for parent in root.iter() for child in parent}
    # From the last: what was tied to one paragraph keeps its order, and boxes in a box go first.
    for box in reversed([*root.iter(f"{WORD}txbxContent")]):
        tied = parents[box]
        while tied.tag != f"{WORD}p" and tied in parents:
            tied = parents[tied]
        holder = parents.get(tied)
        if holder is None:
            continue
        below = [*holder].index(tied) + 1
        for at, block in enumerate([*box]):
            box.remove(block)
            holder.insert(below + at, block)
            parents[block] = holder


def _once(root: Element) -> None:
    """Word says a text box twice, the second time for programs that do not know the first way."""
    for either in root.iter(f"{EITHER}AlternateContent"):
        for again in [each for each in either if next(each.iter(f"{WORD}txbxContent"), None) is not None][1:]:
            either.remove(again)
