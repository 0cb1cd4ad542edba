"""What the search knows of a clause and of the text that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from macros.terms.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledText:
    """A published text in one language, as results name it.

    kind: as document.yml names it, "" where it names none. standing: what a result says of a version that is not in
    force, "" of the one that is.
    """

    language: str
    document: str
    version: str
    status: Status
    title: str
    publisher: str
    kind: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """One clause without those under it, or one definition in it: what is found and shown as one result.

    term is the address of a definition in its page, "" for a clause; above are the headings that the clause stands
    under; clause is "" for what stands before the first one.
    """

    filed: FiledText
    clause: str
    term: str
    label: str
    title: str
    above: str
    text: str
