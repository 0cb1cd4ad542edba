"""Which language a visitor of the root is led to, in the form of Netlify's own file."""

from __future__ import annotations

from collections.abc import Sequence

from macros.terms.pages.model import Asset


def redirects(languages: Sequence[str]) -> Asset:
    """The languages that a browser may ask for, and the first of the site for every other."""
    first, *others = languages
    lines = [*(f"/ /{each}/ 302! Language={each}" for each in others), f"/ /{first}/ 302!"]
    return Asset(address="_redirects", content="".join(f"{line}\n" for line in lines).encode())
