"""No page of either site asks for what its policy refuses, whatever a reader does with it; a report listener tells."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.hosting.netlify import Host
from tests.pages.history.elsewhere import CONTRACT, PLACES, REDLINE
from tests.pages.history.places import IN_FORCE, UPCOMING
from tests.pages.places import NEXTCLOUD, contents
from tests.pages.test_search import ask, hits

PERSON = {"Nom": "Ada Léger", "Société": "Exemple Client SAS", "Fonction dans la société": "Gérante"}
INTRUDER = (
    """document.body.append(Object.assign(document.createElement("script"), { textContent: "window.intruded = 1" }))"""
)


def test_the_listener_hears_of_a_refusal_on_both_sites(
    page: Page, reported: list[str], real: Host, invented: Host
) -> None:
    for host in (real, invented):
        page.goto(f"{host.address}/fr/")
        page.evaluate(INTRUDER)
        assert page.evaluate("window.intruded") is None
    # Each site refuses it twice: by the policy that the host sends, and by the one that the page brings.
    assert [each.split(": ")[1] for each in reported] == ["script-src-elem inline "] * 4


def test_every_page_of_the_real_site_has_all_that_it_asks_for(watched: Page, real: Host) -> None:
    pages = sorted(real.site.rglob("*.html"))
    assert len(pages) > 90
    for file in pages:
        address = file.relative_to(real.site).as_posix().removesuffix("index.html")
        answer = watched.goto(f"{real.address}/{address or 'index.html'}")
        assert answer
        assert answer.ok
        assert answer.header_value("content-security-policy"), address


def test_every_kind_of_page_of_the_other_site_too(watched: Page, invented: Host) -> None:
    for place in PLACES:
        watched.goto(f"{invented.address}/{place or 'index.html'}")
        expect(watched.locator(".terms-scheme")).to_be_visible()


def test_reading_a_contract(watched: Page, context: BrowserContext, real: Host) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.goto(real.address + NEXTCLOUD.address)
    contents(watched).get_by_role("link", name=NEXTCLOUD.clause).click()
    expect(watched.locator(f"section#{NEXTCLOUD.clause_id}")).to_be_in_viewport()
    watched.get_by_role("link", name=f"Lien vers {NEXTCLOUD.clause}").click()
    expect(watched.get_by_role("status")).to_have_text("Adresse copiée")
    copied = f"{real.address}{NEXTCLOUD.address}#{NEXTCLOUD.clause_id}"
    assert watched.evaluate("navigator.clipboard.readText()") == copied
    watched.locator("section#obligations-client").get_by_role("link", name="Client", exact=True).hover()
    expect(watched.get_by_role("tooltip")).to_be_visible()
    for scheme in ("claire", "sombre", "automatique"):
        watched.get_by_role("button", name="Apparence").click()
        expect(watched.get_by_role("button", name="Apparence")).to_have_text(f"Apparence : {scheme}")
    watched.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    expect(watched.locator("html")).to_have_attribute("lang", "en")


def test_searching(watched: Page, real: Host, invented: Host) -> None:
    watched.goto(f"{real.address}/fr/")
    assert ask(watched, "résiliation manquement")
    hits(watched).first.click()
    expect(watched.locator("section:target")).to_be_visible()
    watched.goto(f"{invented.address}/ar/")
    assert ask(watched, "الحد الأقصى", "ar")
    watched.goto(f"{invented.address}/en/{CONTRACT}?q=liability&earlier=1")
    expect(watched.get_by_role("listbox").get_by_role("option").first).to_be_visible()


def test_walking_through_a_redline(watched: Page, invented: Host) -> None:
    for language in ("fr", "ar"):
        watched.goto(f"{invented.address}/{language}/{CONTRACT}{REDLINE}?view=sides&show=changed")
        expect(watched.locator(".terms-sides[data-change]").first).to_be_visible()
        watched.locator('[data-go="next"]').first.click()
        expect(watched.locator(".terms-at-stop")).to_have_count(1)


def test_answering_and_keeping_the_receipt(watched: Page, context: BrowserContext, invented: Host) -> None:
    sent: list[Request] = []

    def taken(route: Route) -> None:
        """As the host takes a form: what it answers is the page that the form names, with that page's own headers."""
        if route.request.method != "POST":
            return route.fallback()
        sent.append(route.request)
        return route.fulfill(response=context.request.get(route.request.url))

    context.route("**/receipt/**", taken)
    watched.goto(f"{invented.address}/fr/{CONTRACT}review/?from={IN_FORCE}")
    form = watched.locator('form[data-decision="accept"]')
    for label, value in PERSON.items():
        form.get_by_label(label, exact=True).fill(value)
    form.get_by_label("Adresse électronique", exact=True).fill("ada@client.example")
    form.get_by_role("checkbox").check()
    form.get_by_role("button").click()
    expect(watched).to_have_url(f"{invented.address}/fr/{CONTRACT}{UPCOMING}/receipt/")
    expect(watched.get_by_text("Ada Léger", exact=True)).to_be_visible()
    with watched.expect_download() as download:
        watched.get_by_role("button", name="Enregistrer en JSON").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["by"]["name"] == "Ada Léger"
    assert len(sent) == 1


def test_signing_up_on_the_example_for_developers(watched: Page, real: Host) -> None:
    watched.goto(f"{real.address}/developers/sign-up.html")
    expect(watched.get_by_role("checkbox")).to_have_count(2)
    expect(watched.get_by_text("J'accepte les conditions du 19 mai 2026")).to_be_visible()


def test_opening_each_kind_of_text_that_a_browser_shows(watched: Page, real: Host) -> None:
    # Not terms.xml: Chromium dresses XML by an inline style of its own, which is refused; its words show without.
    for name in ("terms.md", "terms.txt", "terms.json"):
        watched.goto(f"{real.address}{NEXTCLOUD.permalink}{name}")
        expect(watched.locator("body")).to_contain_text("Nextcloud")
