"""Proves that nobody takes a preview for the published site."""

from playwright.sync_api import Page, expect

PLACES = (
    "/fr/",
    "/fr/exemple/",
    "/fr/exemple/services/",
    "/fr/exemple/services/draft/",
    "/fr/exemple/services/changes/",
)


def test_every_page_of_a_preview_says_first_that_it_is_one(page: Page) -> None:
    for place in PLACES:
        page.goto(place)
        bar = page.get_by_role("complementary", name="aperçu")
        expect(bar).to_have_text(
            "Aperçu : les projets sont affichés. Ceci n'est pas le site publié et rien ici ne constitue une offre."
        )
        box = bar.bounding_box()
        assert box
        assert box["y"] == 0


def test_it_says_so_on_paper_too(page: Page) -> None:
    page.goto(PLACES[2])
    page.emulate_media(media="print")
    expect(page.get_by_role("complementary", name="aperçu")).to_be_visible()
