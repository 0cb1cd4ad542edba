"""What machines read is well formed, and keeps to the limits of its protocol."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest
from lxml import etree

from tests.conftest import TODAY
from tests.rendered import BASE, SITES, ending, rendered

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
OPENSEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def sitemap(name: str) -> Mapping[str, frozenset[tuple[str, str]]]:
    """What the site map says: of each page its address, and its languages, each with an address."""
    urls = etree.fromstring(rendered(name)["sitemap.xml"]).xpath("/s:urlset/s:url", namespaces=SITEMAP)
    alternates = [each.xpath("x:link[@rel='alternate']", namespaces=SITEMAP) for each in urls]
    return {
        url.findtext("s:loc", namespaces=SITEMAP): frozenset((each.get("hreflang"), each.get("href")) for each in links)
        for url, links in zip(urls, alternates, strict=True)
    }


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON, no key of which is said twice."""
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)


@pytest.mark.parametrize("name", SITES)
def test_every_file_of_json_says_each_key_once_and_no_number_that_json_has_not(name: str) -> None:
    for content in ending(name, ".json").values():
        json.loads(content.decode(), object_pairs_hook=once, parse_constant=pytest.fail)


@pytest.mark.parametrize("name", SITES)
def test_every_file_of_xml_is_well_formed_and_names_nothing_outside(name: str) -> None:
    files = {**ending(name, ".xml"), **ending(name, ".svg")}
    assert "sitemap.xml" in files
    for content in files.values():
        assert etree.fromstring(content).getroottree().docinfo.doctype == ""


@pytest.mark.parametrize("name", SITES)
def test_the_site_map_is_one_that_search_engines_take(name: str) -> None:
    content = rendered(name)["sitemap.xml"]
    root = etree.fromstring(content)
    assert root.tag == f"{{{SITEMAP['s']}}}urlset"
    assert len(content) <= 50 * 1024 * 1024
    assert 0 < len(root) <= 50_000
    for url in root:
        assert [etree.QName(each).localname for each in url if each.prefix is None] in (["loc"], ["loc", "lastmod"])
        lastmod = url.findtext("s:lastmod", namespaces=SITEMAP)
        assert lastmod is None or date.fromisoformat(lastmod) <= date.fromisoformat(TODAY)
    found = sitemap(name)
    assert len(found) == len(root)
    assert all(each.startswith(BASE) and len(each) < 2048 and each.isascii() for each in found)
    assert f"Sitemap: {BASE}sitemap.xml\n" in rendered(name)["robots.txt"].decode()


@pytest.mark.parametrize("name", SITES)
def test_pages_that_say_the_same_in_other_languages_name_each_other(name: str) -> None:
    found = sitemap(name)
    for address, languages in found.items():
        named = {each for _, each in languages}
        assert address in {*named, BASE} or not named
        assert {found[each] for each in named} <= {languages}


@pytest.mark.parametrize("name", SITES)
def test_the_description_of_the_search_keeps_to_opensearch(name: str) -> None:
    files = ending(name, "opensearch.xml")
    assert files
    for address, content in files.items():
        root = etree.fromstring(content)
        said = {etree.QName(each).localname: each for each in root}
        assert len(said) == len(root)
        assert 0 < len(said["ShortName"].text) <= 16
        assert 0 < len(said["Description"].text) <= 1024
        assert said["Language"].text == address.split("/")[0]
        assert said["Image"].text == f"{BASE}favicon.svg"
        assert said["Url"].get("template").count("{searchTerms}") == 1
