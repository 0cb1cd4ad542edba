"""Proves that a printed contract is one: A4, its version on every page, no interface, nothing cut off."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.pages.places import CONTRACTS, Contract

pytestmark = pytest.mark.reads

A4 = (210, 297)
INTERFACE = ("Sommaire", "Apparence", "Aller au texte", "Lien vers", "English", "Markdown")


def packed(words: str) -> str:
    """Words without their spaces, which a PDF only suggests by distances."""
    return "".join(words.split())


@pytest.mark.parametrize("contract", CONTRACTS, ids=str)
def test_a_contract_on_paper(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    headings = [packed(each) for each in page.get_by_role("heading").all_inner_texts()]
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [[packed(line) for line in sheet.extract_text().splitlines()] for sheet in paper.pages]
    for number, (sheet, lines) in enumerate(zip(paper.pages, sheets, strict=True), start=1):
        size = (round(sheet.mediabox.width / 72 * 25.4), round(sheet.mediabox.height / 72 * 25.4))
        assert size == A4
        page_of_pages = f"page{number}/{len(sheets)}"
        foot = [line for line in lines if page_of_pages in line or "SHA-256" in line]
        assert page_of_pages in "".join(foot)
        assert f"version{contract.version}·SHA-256" in "".join(foot)
        last = [line for line in lines if line not in foot][-1]
        assert not any(heading.endswith(last) for heading in headings), f"page {number} ends with {last}"
    words = "".join("".join(lines) for lines in sheets)
    assert packed(contract.clause) in words
    assert packed(contract.last_words) in words
    assert [word for word in INTERFACE if packed(word) in words] == []
