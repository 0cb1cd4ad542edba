"""A text as Akoma Ntoso 3.0, the standard of legal texts: whose, since when and in which language, then its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.terms.definitions import definitions
from macros.terms.formats import three_letters
from macros.terms.render.akoma_ntoso_text import AkomaNtoso
from macros.terms.render.edition import Edition
from macros.terms.render.xml import DECLARATION, element, words

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SEALS = "urn:clausier:seal"
# The identifiers of companies that this engine knows are French: so is the law that their contracts are under.
COUNTRY = "fr"
PUBLISHER, ORIGINAL, CURRENT = "ref--publisher", "ref--original", "ref--this"


def akoma_ntoso(edition: Edition) -> str:
    """The whole document, valid by the schema of OASIS."""
    meta = element("meta", *_meta(edition))
    doc = element("doc", "\n", meta, "\n", *AkomaNtoso().body(edition.tree), name="contract")
    return DECLARATION + element("akomaNtoso", "\n", doc, "\n", xmlns=NAMESPACE) + "\n"


def _meta(edition: Edition) -> Iterator[str]:
    by = f"#{PUBLISHER}"
    parts = _work(edition), _expression(edition), _manifestation(edition)
    yield "\n" + element("identification", *(f"\n{each}" for each in parts), "\n", source=by)
    recorded = edition.front.recorded or edition.day
    yield "\n" + element("publication", date=recorded, name=edition.publisher, showAs=edition.name)
    yield "\n" + element("lifecycle", *_events(edition), "\n", source=by)
    yield "\n" + element("references", *_references(edition), "\n", source=by)
    seal = element("seal:sha256", words(edition.digest), **{"xmlns:seal": SEALS, "href": edition.files["markdown"]})
    yield "\n" + element("proprietary", seal, source=by) + "\n"


def _work_uri(edition: Edition) -> str:
    """Who published what, since when: the first version's day is the oldest act of the ledger, and stays."""
    return f"/akn/{COUNTRY}/doc/contract/{edition.publisher}/{edition.first}/{edition.document.split('/')[1]}"


def _expression_uri(edition: Edition, language: str, day: date) -> str:
    return f"{_work_uri(edition)}/{three_letters(language)}@{day}"


def _common(uri: str, day: date, dated: str, *aliases: str) -> str:
    """What every level of FRBR begins with."""
    component = uri.replace(".xml", "/!main.xml") if uri.endswith(".xml") else f"{uri}/!main"
    return "".join(
        (
            element("FRBRthis", value=component),
            element("FRBRuri", value=uri),
            *aliases,
            element("FRBRdate", date=day, name=dated),
            element("FRBRauthor", href=f"#{PUBLISHER}"),
        )
    )


def _work(edition: Edition) -> str:
    head = _common(_work_uri(edition), edition.first, "first-version")
    return element("FRBRWork", head, element("FRBRcountry", value=COUNTRY))


def _own_uri(edition: Edition) -> str:
    """The edition's own: a later revision of a translation is an expression by itself."""
    uri = _expression_uri(edition, edition.language, edition.day)
    return uri if edition.revision == 1 else f"{uri}-r{edition.revision}"


def _expression(edition: Edition) -> str:
    uri = _own_uri(edition)
    binding = _expression_uri(edition, edition.front.binding, edition.day)
    alias = element("FRBRalias", value=edition.address, name="address")
    head = _common(uri, edition.day, "effective" if edition.front.effective else "recorded", alias)
    translation = {"fromLanguage": edition.front.binding, "authoritative": "false", "by": f"#{PUBLISHER}"}
    return element(
        "FRBRExpression",
        head,
        element("FRBRversionNumber", value=f"{edition.version}-r{edition.revision}"),
        element("FRBRauthoritative", value=str(edition.binds).lower()),
        element("FRBRlanguage", language=edition.language),
        "" if edition.binds else element("FRBRtranslation", href=binding, **translation),
    )


def _manifestation(edition: Edition) -> str:
    uri = f"{_own_uri(edition)}.xml"
    head = _common(uri, edition.front.recorded or edition.day, "recorded")
    return element("FRBRManifestation", head, element("FRBRformat", value="application/akn+xml"))


def _events(edition: Edition) -> Iterator[str]:
    """Each version until this one; what came after is in the ledger that the API serves."""
    for day in (*edition.earlier, edition.day):
        kind = "generation" if day == edition.first else "amendment"
        source = CURRENT if day == edition.day else f"ref--{day}"
        yield "\n" + element("eventRef", eId=f"event--{day}", date=day, source=f"#{source}", type=kind)


def _references(edition: Edition) -> Iterator[str]:
    """The versions, the publisher and the defined terms."""
    binding = edition.front.binding
    this = _own_uri(edition)
    yield "\n" + element(
        "original", eId=ORIGINAL, href=_expression_uri(edition, binding, edition.first), showAs=edition.first
    )
    for day in edition.earlier:
        earlier = _expression_uri(edition, binding, day)
        yield "\n" + element("passiveRef", eId=f"ref--{day}", href=earlier, showAs=day)
    yield "\n" + element("passiveRef", eId=CURRENT, href=this, showAs=edition.version)
    organization = f"/akn/ontology/organization/{COUNTRY}/{edition.publisher}"
    yield "\n" + element("TLCOrganization", eId=PUBLISHER, href=organization, showAs=edition.name)
    for name, term in {each.id: each.term for each in reversed(definitions(edition.tree))}.items():
        ontology = f"/akn/ontology/term/{edition.document}/{name}"
        yield "\n" + element("TLCTerm", eId=name, href=ontology, showAs=term)
