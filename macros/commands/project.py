"""A project as commands see it: its texts as they stand, and as they would stand after a command."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from macros.commands.output import StopError
from macros.git import Revision
from macros.settings import today
from macros.terms.check import check
from macros.terms.check.ledgers import ledgers
from macros.terms.ledger import FILE, HEAD, written
from macros.terms.load import load
from macros.terms.model import Document, Entry, Library, Problem, Publisher, Reading
from macros.terms.names import did_you_mean
from macros.terms.reading import read_all
from macros.terms.store import change

# What a project's contracts are made of.
PARTS = ("docs", "variables", "mkdocs.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with contracts, read on a day; unread are the problems met while reading it."""

    root: Path
    today: date
    library: Library
    readings: Mapping[str, Reading]
    unread: tuple[Problem, ...]

    @property
    def read(self) -> tuple[Library, Mapping[str, Reading], date]:
        """What the rules of drafting judge: the library, its texts as read, and the day."""
        return self.library, self.readings, self.today

    def document(self, name: str) -> tuple[Publisher, Document]:
        """A document and its publisher; raises StopError where there is none of that name."""
        documents = {document.id: (publisher, document) for publisher, document in self.library.documents()}
        if name in documents:
            return documents[name]
        hint = did_you_mean(name, documents, f"known here: {', '.join(documents) or 'none'}")
        raise StopError(f"expected a document, found {name}; {hint}")

    def problems(self) -> list[Problem]:
        """Everything wrong in the project as it stands."""
        return [*self.unread, *check(self.library, self.readings)]

    def misrecorded(self) -> list[Problem]:
        """What is wrong with ledgers, by which alone it is known what was published, and what of it counts."""
        unread = (each for each in self.unread if each.path.endswith(f"/{FILE}"))
        # A text that waits for its seal is not published yet.
        recorded = (each for each in ledgers(self.library, self.readings) if not each.path.endswith(".md"))
        return [*unread, *recorded]

    def broken_ledgers(self, folder: str) -> list[Problem]:
        """What is wrong in the ledgers under a folder; versions that no ledger knows yet are no such thing."""
        found = self.misrecorded()
        return [each for each in found if each.path.startswith(f"{folder}/") and each.path.endswith(f"/{FILE}")]

    def problems_after(self, document: Document, readings: Mapping[str, Reading]) -> list[Problem]:
        """Everything that would be wrong once the document is as given."""
        publishers = tuple(
            replace(each, documents=tuple(document if one.id == document.id else one for one in each.documents))
            for each in self.library.publishers
        )
        return [*self.unread, *check(replace(self.library, publishers=publishers), {**self.readings, **readings})]

    def append(
        self, document: Document, entries: Sequence[Entry], write: Mapping[str, bytes], remove: tuple[str, ...] = ()
    ) -> None:
        """Change a document's folder and append to its ledger, both or neither; raises StopError."""
        folder = self.root / document.folder
        try:
            ledger = folder / FILE
            before = ledger.read_bytes() if ledger.exists() else HEAD.format(document=document.id).encode()
            gap = b"" if before.endswith(b"\n") else b"\n"
            change(folder, {**write, FILE: before + gap + "".join(map(written, entries)).encode()}, remove)
        except OSError as error:
            raise unwritten(document, error) from error


def unwritten(document: Document, error: OSError) -> StopError:
    """Why a document's folder could not be changed."""
    return StopError(f"{document.folder}: expected to write this folder, found: {error.strerror}; nothing was changed")


def earlier(revision: Revision) -> Project:
    """The project as a git revision holds it, as of today; raises StopError where git does not know the revision."""
    with tempfile.TemporaryDirectory() as folder:
        revision.export(Path(folder), PARTS)
        return read_project(Path(folder))


def read_project(root: Path) -> Project:
    """The project under a folder, as of today."""
    day = today()
    library, unread = load(root)
    return Project(root=root, today=day, library=library, readings=read_all(library, day), unread=tuple(unread))
