"""What pages of other sites load, and the example that shows how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.model import Embed
from macros.terms.pages.model import Asset

ADDRESS = "embed/v1/"
EXAMPLE = "developers/sign-up.html"
# How hand-written examples call the site: a copy of them works once its own address stands there.
EXAMPLE_SITE = "https://clausier.example/"


def embed_assets(embed: Embed, base: str) -> Iterator[Asset]:
    """Every script that was ever published, and the example with the newest."""
    for each in embed.listed:
        yield Asset(address=ADDRESS + each.name, content=embed.files[each.name])
    if embed.listed and embed.example:
        yield Asset(address=EXAMPLE, content=filled(embed.example, placeholders(embed, base)).encode())


def placeholders(embed: Embed, base: str) -> Mapping[str, str]:
    """What stands in examples for what only the build knows, with what it is."""
    newest = embed.listed[-1] if embed.listed else None
    script = {"{{ embed.script }}": newest.name, "{{ embed.integrity }}": newest.integrity} if newest else {}
    return {EXAMPLE_SITE: base if "://" in base else EXAMPLE_SITE, **script}


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with values in their places."""
    for name, value in values.items():
        text = text.replace(name, value)
    return text
