"""Where the tests go: the five contracts, and an address of every kind of page."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

RECORDED = "À jour de son enregistrement : date d'entrée en vigueur non indiquée ; texte enregistré le 21 novembre 2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What a reader may expect of a contract's page."""

    document: str
    version: str
    heading: str
    status: str
    clause: str
    clause_id: str
    last_words: str

    @property
    def address(self) -> str:
        """The French page of the text in force."""
        return f"/fr/{self.document}/"

    @property
    def permalink(self) -> str:
        """The French page of the version."""
        return f"{self.address}{self.version}/"

    def article(self, page: Page) -> Locator:
        """The contract on its page, without what surrounds it."""
        return page.locator(f'article.terms[data-document="{self.document}"]')

    def __str__(self) -> str:
        return self.document


NEXTCLOUD = Contract(
    document="rezosocial/nextcloud",
    version="2026-05-19",
    heading="Conditions Générales d'Utilisation Service Nextcloud B2B",
    status="En vigueur depuis le 19 mai 2026",
    clause="13.2. Résiliation pour manquement",
    clause_id="resiliation-manquement",
    last_words="nonobstant pluralité de défendeurs ou appel en garantie.",
)
JITSI = Contract(
    document="rezosocial/jitsi",
    version="2026-05-19",
    heading="Conditions Générales d'Utilisation Service Jitsi B2B",
    status="En vigueur depuis le 19 mai 2026",
    clause="6.1. Activation de la fonction",
    clause_id="activation-enregistrement",
    last_words="nonobstant pluralité de défendeurs ou appel en garantie.",
)
BOOST_MY_MAIL = Contract(
    document="boostmymail/boost-my-mail",
    version="2026-11-21",
    heading="Conditions générales de service, Boost My Mail",
    status=RECORDED,
    clause="9.2.1. Obligations du Client",
    clause_id="obligations-responsable-traitement",
    last_words="CETTE ATTRIBUTION DE COMPETENCE EST EGALEMENT APPLICABLE EN CAS DE PROCEDURES D’URGENCE.",
)
CLOUD_AZURE = Contract(
    document="optima-dsi/cloud-azure",
    version="2026-11-21",
    heading="Conditions Spécifiques de Vente Solution CLOUD AZURE Conditions Générales de Vente",
    status=RECORDED,
    clause="12. Support",
    clause_id="support",
    last_words="Faire précéder de la mention « Lu et approuvé »",
)
WESEND = Contract(
    document="dropcloud/wesend",
    version="2026-11-21",
    heading="Conditions Générales de Vente",
    status=RECORDED,
    clause="11 .1 Données personnelles",
    clause_id="formalites-donnees-personnelles",
    last_words="les procédures conservatoires, en référé ou sur requête.",
)
CONTRACTS = (NEXTCLOUD, JITSI, BOOST_MY_MAIL, CLOUD_AZURE, WESEND)

EVERY_KIND_OF_PAGE = (
    "/",
    "/404.html",
    "/fr/",
    "/en/",
    "/fr/rezosocial/",
    "/en/rezosocial/",
    "/en/rezosocial/nextcloud/",
    "/fr/rezosocial/nextcloud/changes/",
    *(contract.address for contract in (NEXTCLOUD, BOOST_MY_MAIL, CLOUD_AZURE, WESEND)),
)


def fact(page: Page, label: str) -> Locator:
    """What stands beside a label in a list of facts."""
    row = page.locator("dl > div").filter(has=page.get_by_role("term").get_by_text(label, exact=True))
    return row.get_by_role("definition")


def standing(page: Page) -> Locator:
    """The lines above the contract."""
    return page.get_by_role("article").locator(".terms-standing")


def contents(page: Page) -> Locator:
    """The table of contents of a French contract."""
    return page.get_by_role("navigation", name="Sommaire")
