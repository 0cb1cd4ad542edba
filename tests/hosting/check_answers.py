"""Netlify answers as netlify.toml and `_redirects` promise: headers by kind of file, caching, languages, 404."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import APIRequestContext, APIResponse, Playwright

from tests.hosting.netlify import Host, promised

FOREVER = "public, max-age=31536000, immutable"
ANYWHERE = {"Access-Control-Allow-Origin": "*"}
OFFICE = "application/vnd.openxmlformats-officedocument"
# An address of each kind, as a pattern of its file, and what it has beside what every file has.
KINDS: Mapping[str, Mapping[str, str]] = {
    "fr/rezosocial/nextcloud/": {},
    "404.html": {},
    "developers/sign-up.html": {},
    "assets/terms.*.css": {"Cache-Control": FOREVER},
    "assets/terms.*.js": {"Cache-Control": FOREVER},
    "assets/search.*.js": {"Cache-Control": FOREVER},
    "assets/fonts/*.woff2": {"Cache-Control": FOREVER},
    "embed/v1/terms.*.js": {
        **ANYWHERE,
        "Cache-Control": FOREVER,
        "Content-Type": "text/javascript; charset=utf-8",
        "Cross-Origin-Resource-Policy": "cross-origin",
    },
    "fr/*/*/*/terms.md": {**ANYWHERE, "Content-Type": "text/markdown; charset=utf-8"},
    "fr/*/*/*/terms.txt": {**ANYWHERE, "Content-Type": "text/plain; charset=utf-8"},
    "fr/*/*/*/terms.json": {**ANYWHERE, "Content-Type": "application/json; charset=utf-8"},
    "fr/*/*/*/terms.xml": {**ANYWHERE, "Content-Type": "application/akn+xml; charset=utf-8"},
    "fr/*/*/*/terms.pdf": {"Content-Type": "application/pdf"},
    "fr/*/*/*/terms.docx": {"Content-Type": f"{OFFICE}.wordprocessingml.document"},
    "fr/feed.xml": {**ANYWHERE, "Content-Type": "application/atom+xml; charset=utf-8"},
    "fr/*/*/feed.xml": {**ANYWHERE, "Content-Type": "application/atom+xml; charset=utf-8"},
    "fr/calendar.ics": {**ANYWHERE, "Content-Type": "text/calendar; charset=utf-8"},
    "fr/*/*/calendar.ics": {**ANYWHERE, "Content-Type": "text/calendar; charset=utf-8"},
    "api/v1/index.json": ANYWHERE,
    "api/v1/*.schema.json": ANYWHERE,
    "api/v1/*/*.json": ANYWHERE,
    "fr/opensearch.xml": {},
    "search/fr/pagefind.js": {},
    "search/fr/wasm.fr.pagefind": {},
    "search/fr/fragment/*": {},
    "search/fr/texts.json": {},
    "sitemap.xml": {},
    "robots.txt": {},
    "favicon.svg": {},
}
EVERY = {
    "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Referrer-Policy",
    "Strict-Transport-Security", "X-Content-Type-Options",
}  # fmt: skip
# The dev server's file server has its own.
NOT_SENT = {"Cache-Control", "Content-Type"}


@pytest.fixture(scope="session")
def client(playwright: Playwright) -> APIRequestContext:
    """What asks as curl does: no redirect is followed."""
    return playwright.request.new_context()


def get(client: APIRequestContext, address: str, **headers: str) -> APIResponse:
    """The answer itself."""
    return client.get(address, max_redirects=0, headers=headers)


def addresses(host: Host) -> dict[str, str]:
    """The address of a file for each kind."""
    return {kind: "/" + next(host.site.glob(kind)).relative_to(host.site).as_posix() for kind in KINDS}


def test_netlify_reads_for_each_kind_of_file_what_it_is_to_have(real: Host) -> None:
    found = dict(zip(KINDS, promised(list(addresses(real).values())), strict=True))
    own = {kind: {name: value for name, value in read.items() if name not in EVERY} for kind, read in found.items()}
    assert own == KINDS
    assert [kind for kind, read in found.items() if not read.keys() >= EVERY] == []


def test_each_kind_of_file_is_sent_with_it(real: Host, client: APIRequestContext) -> None:
    asked = list(addresses(real).values())
    for address, headers in zip(asked, promised(asked), strict=True):
        answer = get(client, real.address + address)
        assert answer.ok, address
        sent = {name: answer.headers.get(name.lower()) for name in headers.keys() - NOT_SENT}
        assert sent == {name: headers[name] for name in sent}, address


def test_a_page_is_asked_for_again_and_not_sent_again(real: Host, client: APIRequestContext) -> None:
    (headers,) = promised(["/fr/"])
    assert "Cache-Control" not in headers
    first = get(client, f"{real.address}/fr/")
    assert first.headers["cache-control"].startswith("public, max-age=0")
    again = get(client, f"{real.address}/fr/", **{"If-None-Match": first.headers["etag"]})
    assert again.status == 304


@pytest.mark.parametrize(
    ("site", "asked", "led"),
    [
        ("real", "fr", "/fr/"),
        ("real", "fr-CA,fr;q=0.9,en;q=0.8", "/fr/"),
        ("real", "en-GB,en;q=0.9", "/en/"),
        ("real", "en", "/en/"),
        ("real", "de-DE,de;q=0.9", "/fr/"),
        ("real", "ar", "/fr/"),
        ("invented", "ar-MA,ar;q=0.9,fr;q=0.8", "/ar/"),
        ("invented", "en", "/en/"),
        ("invented", "ja", "/fr/"),
    ],
)
def test_the_root_leads_to_the_language_of_the_browser_or_to_the_first(
    request: pytest.FixtureRequest, client: APIRequestContext, site: str, asked: str, led: str
) -> None:
    host: Host = request.getfixturevalue(site)
    assert (host.site / "index.html").is_file()
    answer = get(client, f"{host.address}/", **{"Accept-Language": asked})
    assert (answer.status, answer.headers["location"]) == (302, led)
    # A page of a language is never exchanged for another.
    assert get(client, f"{host.address}/en/", **{"Accept-Language": "fr"}).status == 200


@pytest.mark.parametrize("missing", ["/nowhere", "/fr/rezosocial/nextcloud/1999-01-01/", "/assets/terms.0.css"])
def test_what_is_missing_is_answered_with_404_and_our_page(real: Host, client: APIRequestContext, missing: str) -> None:
    answer = get(client, real.address + missing)
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert answer.body() == (real.site / "404.html").read_bytes()
    assert answer.headers.keys() >= set(map(str.lower, EVERY))


def test_every_sealed_text_is_sent_byte_for_byte(real: Host, client: APIRequestContext) -> None:
    sealed = {file.relative_to(real.site).as_posix(): file.read_bytes() for file in real.site.glob("*/*/*/*/terms.md")}
    assert sealed
    assert {address: get(client, f"{real.address}/{address}").body() for address in sealed} == sealed
