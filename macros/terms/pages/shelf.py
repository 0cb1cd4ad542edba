"""A document with what its pages need from around it, and where its versions stand on the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from macros.terms.addresses import permalink
from macros.terms.model import Document, Reading, Text, Version
from macros.terms.names import DRAFT
from macros.terms.pages.change_views import Comparison
from macros.terms.pages.comparisons import Comparisons, is_complete, pairs
from macros.terms.pages.standing_views import Built, Fate, Neighbour, Standing
from macros.terms.status import Status, again, in_force, next_change, predecessor, status, withdrawal
from macros.terms.translate.freshness import binding_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Where the texts are kept: the address that opens a file in the editor once its path below docs/ is added.

    report is where a mistake can be reported.
    """

    edit: str
    report: str


# Without slots: where versions stand is asked on every page, and found once.
@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A document, its publisher's name, its texts as read, the day, the site's languages and address.

    draft is the one that the site shows, None where it shows none. names are what the publisher was called on each
    version's day, by version.
    """

    document: Document
    publisher: str
    readings: Mapping[str, Reading]
    today: date
    base: str
    languages: tuple[str, ...]
    comparisons: Comparisons
    draft: Version | None = None
    repository: Repository | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> tuple[tuple[Version, Version], ...]:
        """The pairs of versions, older first, that have a redline."""
        standing = tuple(filter(None, (self.current, self.upcoming)))
        return tuple(pairs(self.document.versions, self.draft, standing, self.replaced))

    @property
    def every(self) -> tuple[Version, ...]:
        """The published versions, then the draft where the site shows it."""
        return (*self.document.versions, self.draft) if self.draft else self.document.versions

    @cached_property
    def replaced(self) -> tuple[tuple[Version, Version], ...]:
        """Each version, the draft included, with the one that it replaces."""
        return tuple((before, each) for each in self.every if (before := predecessor(self.document, each)))

    def before(self, version: Version, language: str) -> Version | None:
        """The version that a version replaces, or the last before that has a text in the language."""
        before = predecessor(self.document, version)
        while before and not before.text(language):
            before = predecessor(self.document, before)
        return before

    @property
    def complete(self) -> bool:
        """Whether any two versions have a redline."""
        return is_complete(self.document.versions)

    def both(self, old: Version, new: Version) -> Iterator[tuple[Text, Text]]:
        """The texts of two versions in each language that both have one in."""
        texts = ((old.text(each), new.text(each)) for each in self.languages)
        return ((before, after) for before, after in texts if before and after)

    def redline_address(self, old: Version, new: Version, language: str) -> str:
        """The page of what a version changes in an earlier one."""
        return f"{self.changes_address(language)}{old.name}--{new.name}/"

    def review_address(self, language: str, accepted: Version | None = None) -> str:
        """The page where a client who accepted a version answers for the one that is asked for."""
        return f"{self.address(language)}review/" + (f"{accepted.name}/" if accepted else "")

    def comparisons_with(self, version: Version | None, language: str) -> tuple[Comparison, ...]:
        """The redlines in a language, of a version or of all."""
        return tuple(
            Comparison(old=old.name, new=new.name, address=self.redline_address(old, new, language))
            for old, new in self.pairs
            if (version is None or version.name in {old.name, new.name}) and old.text(language) and new.text(language)
        )

    @property
    def path(self) -> str:
        """The document's address below its language."""
        return f"{self.document.id}/"

    def address(self, language: str, version: str = "") -> str:
        """The document's page in a language, or that of a version."""
        return f"{language}/{self.path}{version and f'{version}/'}"

    @cached_property
    def current(self) -> Version | None:
        """The version in force today."""
        return in_force(self.document, self.today)

    def publisher_address(self, language: str) -> str:
        """The publisher's page in a language."""
        return f"{language}/{self.document.id.split('/')[0]}/"

    def changes_address(self, language: str) -> str:
        """The changelog in a language."""
        return f"{self.address(language)}changes/"

    def titled(self, text: Text) -> str:
        """A text's title as it stands alone, with the publisher's name unless it says it itself."""
        title = text.front.title
        return title if self.publisher in title else f"{title} ({self.publisher})"

    def status(self, version: Version) -> Status:
        """The status of a version today."""
        return status(self.document, version, self.today)

    def again(self, version: Version) -> date | None:
        """The day since which the version in force counts again, None where it does so since its own."""
        return again(self.document, version, self.today)

    def permalink(self, version: Version, text: Text) -> str:
        """A text's own address; an earlier revision of a translation has one below the version's."""
        return permalink(self.document, version, text)

    def shown(self, version: Version, language: str) -> Text:
        """The text of a version in a language, else in the binding one."""
        return version.text(language) or version.text(self.document.binding) or version.texts[0]

    def announced(self, version: Version, language: str) -> Text:
        """The text that a version was published with in a language: later revisions tell of their own changes."""
        shown = self.shown(version, language)
        return next(each for each in version.texts if each.language == shown.language)

    def neighbour(self, version: Version | None, language: str) -> Neighbour | None:
        """A link to a version, to be read from a page in a language; to its notice where it has no text in it."""
        if version is None:
            return None
        return Neighbour(version=version.name, day=version.day, address=self.address(language, version.name))

    @property
    def built(self) -> Built:
        """The day, and that from which another version counts."""
        return Built(day=self.today, until=next_change(self.document, self.today))

    @cached_property
    def coming(self) -> tuple[Version, ...]:
        """The versions that are still to take effect, the next one first."""
        return tuple(each for each in self.document.versions if self.status(each) == "upcoming")

    @property
    def upcoming(self) -> Version | None:
        """The next version to take effect."""
        return next(iter(self.coming), None)

    def asked(self, accepted: Version | None = None) -> Version | None:
        """The version that a client is asked to accept: the next to come after that accepted, else the one in force.

        Who accepted the last of those to come is asked for none other.
        """
        if accepted in self.coming:
            return next((each for each in self.coming if each.day > accepted.day), accepted)
        return self.upcoming or self.current

    def standing(self, version: Version, language: str) -> Standing:
        """Where a version stands among the others today."""
        names = [each.name for each in self.document.versions]
        at = names.index(version.name) if version.name in names else len(names)
        around = [None, *self.document.versions, None]
        readable = self.current is not None and self.current.text(language) is not None
        return Standing(
            built=self.built,
            current=self.address(language) if readable else "",
            changes=self.changes_address(language),
            earlier=self.neighbour(around[at], language),
            later=self.neighbour(around[at + 2], language) if at + 2 < len(around) else None,
            upcoming=self.neighbour(self.upcoming, language),
            review=self.review_address(language, version),
            fate=self.fate(version, language),
        )

    def fate(self, version: Version, language: str) -> Fate:
        """What the ledger says of a version since it was published."""
        entry = withdrawal(self.document, version.name)
        day = self.document.endings.get(version.name)
        corrected_by = self.document.version(entry.version) if entry and entry.corrects else None
        corrects = self.document.version(version.texts[0].front.corrects) if version.name != DRAFT else None
        return Fate(
            withdrawn=day if day and day <= self.today else None,
            reason=entry.reason if entry else "",
            corrected_by=self.neighbour(corrected_by, language),
            corrects=self.neighbour(corrects, language),
        )

    def binding_address(self, version: Version) -> str:
        """The page of the binding text of a version, or of the last one where a draft has none."""
        text = binding_of(self.document, version)
        name = text.version if text else version.name
        return self.address(self.document.binding, name)

    def in_every_language(self, path: str) -> dict[str, str]:
        """The address of a path in each language of the site."""
        return {language: f"{language}/{path}" for language in self.languages}

    def in_its_languages(self, version: Version, path: str) -> dict[str, str]:
        """The addresses of a path in the languages that the version has a text in."""
        return {key: address for key, address in self.in_every_language(path).items() if version.text(key)}
