"""The root leads each visitor to a language of the site, in the words that Netlify reads."""

from __future__ import annotations

from macros.terms.render.redirects import redirects


def test_the_first_language_is_for_those_who_ask_for_no_other() -> None:
    asset = redirects(("fr", "en", "ar"))
    assert asset.address == "_redirects"
    assert asset.content == b"/ /en/ 302! Language=en\n/ /ar/ 302! Language=ar\n/ /fr/ 302!\n"


def test_a_site_of_one_language_has_one_redirect() -> None:
    assert redirects(("fr",)).content == b"/ /fr/ 302!\n"
