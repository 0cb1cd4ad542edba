"""What a client accepts or refuses, and the form that says so: the text by its digests, and where the answer goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from macros.locales import Translator, translator
from macros.terms.formats import language_name
from macros.terms.ledger import digest
from macros.terms.model import Text, Version
from macros.terms.pages.review_views import Answered, Decision, Form, Sealed
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.takeaway import kept_name
from macros.terms.translate.freshness import binding_of


def answered(shelf: Shelf, version: Version, language: str) -> Answered:
    """The version and its texts: the binding one, and the one that is read in a language."""
    text = shelf.shown(version, language)
    return Answered(
        document=shelf.document.id,
        version=version.name,
        title=text.front.title,
        effective=text.front.effective,
        recorded=text.front.recorded,
        binding=_sealed(shelf, version, binding_of(shelf.document, version) or text),
        read=_sealed(shelf, version, text),
        earlier=tuple(
            _sealed(shelf, version, each)
            for each in version.texts
            if each.language == text.language and each is not text
        ),
    )


def form(  # noqa: PLR0913  # whose, of what, in which language, which answer, and the two days that bound it
    shelf: Shelf, version: Version, language: str, decision: Decision, *, before: str = "", until: date | None = None
) -> Form:
    """The form by which a client gives a decision, until a day; before is the version accepted earlier."""
    about, say = answered(shelf, version, language), translator(language)
    receipt = receipt_address(shelf, version, language, decision)
    name = f"{decision}-{shelf.document.id.split('/')[0]}"
    named = {"title": about.title, "publisher": shelf.publisher, "version": version.name}
    binding = language_name(about.binding.language, language=language)
    prevails = (
        "" if about.read.language == about.binding.language else say("The {language} text prevails.", language=binding)
    )
    # Beside the version in force a form may stand for the one to come.
    other = version is shelf.current and version is not shelf.asked()
    return Form(
        id=f"{decision}-{version.name}" if other else decision,
        title=_title(decision, say, version.name if other else ""),
        until=until,
        decision=decision,
        accept=shelf.document.accept,
        action=receipt,
        name=name,
        hidden=(
            ("form-name", name),
            ("decision", decision),
            ("document", about.document),
            ("version", about.version),
            ("accepted-before", before),
            ("language", about.read.language),
            ("sha256-binding", about.binding.digest),
            ("sha256-read", about.read.digest),
            ("receipt", shelf.base + receipt),
        ),
        statement=f"{_statement(decision, say, named)} {prevails}".rstrip(),
    )


def _title(decision: Decision, say: Translator, version: str) -> str:
    if decision == "accept":
        return say("Accept this version")
    if version:
        return say("Refuse version {version}, which is in force", version=version)
    return say("Refuse this version")


def _statement(decision: Decision, say: Translator, named: Mapping[str, str]) -> str:
    if decision == "accept":
        return say(
            "I have read “{title}” ({publisher}), version {version}, and accept it for the company named above.",
            **named,
        )
    return say("I refuse “{title}” ({publisher}), version {version}, for the company named above.", **named)


def receipt_address(shelf: Shelf, version: Version, language: str, decision: Decision) -> str:
    """The page that says what was accepted, or refused."""
    below = "receipt/" if decision == "accept" else "receipt/refusal/"
    return f"{shelf.address(language, version.name)}{below}"


def _sealed(shelf: Shelf, version: Version, text: Text) -> Sealed:
    return Sealed(
        language=text.language,
        address=shelf.permalink(version, text),
        digest=digest(shelf.readings[text.path].canonical),
        name=kept_name(shelf.permalink(version, text)),
    )
