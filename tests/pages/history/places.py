"""The one contract of the history site: its addresses, and the words that its pages repeat."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

IN_FORCE = "2026-06-01"
UPCOMING = "2027-01-01"
WITHDRAWN = "2025-11-15"
IN_ERROR = "2024-10-01"
CORRECTION = "2024-10-15"
SUPERSEDED = ("2023-02-01", "2024-02-29", IN_ERROR, CORRECTION, "2025-03-30")
VERSIONS = (*SUPERSEDED, WITHDRAWN, IN_FORCE, UPCOMING)
UNTRANSLATED = CORRECTION
EARLIER_TRANSLATION = "/en/exemple/services/2026-06-01/r1/"
REASON = (
    "Le plafond de responsabilité de l'article 12.2 avait été abaissé par erreur ; "
    "la version précédente s'applique de nouveau."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the pages of a language say of a version."""

    not_this_one: str
    read: str
    what_changes: str
    digest: str
    verify: str


WORDS = {
    "fr": Words(
        not_this_one="Ce texte n'est pas celui en vigueur et ne constitue pas une offre.",
        read="Lire le texte en vigueur",
        what_changes="voir ce qui change",
        digest="Empreinte SHA-256 du texte",
        verify="Vérifier soi-même",
    ),
    "en": Words(
        not_this_one="This is not the text in force and not an offer.",
        read="Read the text in force",
        what_changes="see what changes",
        digest="SHA-256 of the text",
        verify="Verify it yourself",
    ),
    "ar": Words(
        not_this_one="هذا النص ليس النص النافذ ولا يُعدّ عرضًا.",
        read="قراءة النص النافذ",
        what_changes="الاطلاع على ما يتغير",
        digest="بصمة النص SHA-256",
        verify="تحقّق بنفسك",
    ),
}
LANGUAGES = tuple(WORDS)


def address(version: str = "", language: str = "fr") -> str:
    """The page of a version, of the draft or of the changes; without any, that of the contract."""
    return f"/{language}/exemple/services/{version and f'{version}/'}"


def beyond(page: Page, width: int) -> int:
    """By how many pixels the page is wider than a window of this width, to the right or to the left."""
    page.set_viewport_size({"width": width, "height": 800})
    found: int = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    return max(found, 0)
