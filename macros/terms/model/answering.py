"""What a contract says of a client's answer: the right to refuse a new version, and where acceptances go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["netlify", "url", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """For how many days after a version takes effect a client may refuse it, and the clause that grants this, or "".

    0 days let a client refuse it only before. line is where document.yml says so.
    """

    days: int
    clause: str = ""
    line: int = field(default=1, compare=False, repr=False)

    def __str__(self) -> str:
        clause = f", clause: {self.clause}" if self.clause else ""
        return f"{{days: {self.days}{clause}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """Where acceptances go: to Netlify's forms, to an address of the publisher's own, or nowhere."""

    mode: Mode = "netlify"
    url: str = ""
