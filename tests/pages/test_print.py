"""Proves that a printed contract is one: A4, its version on every page, no interface, nothing cut off."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.pages.places import CONTRACTS, Contract

A4 = (210, 297)
INTERFACE = ("Sommaire", "Apparence", "Aller au texte", "Lien vers", "English", "Markdown")


@pytest.mark.parametrize("contract", CONTRACTS, ids=str)
def test_a_contract_on_paper(page: Page, contract: Contract) -> None:
    page.goto(contract.address)
    headings = [" ".join(each.split()) for each in page.get_by_role("heading").all_inner_texts()]
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [sheet.extract_text().splitlines() for sheet in paper.pages]
    for number, (sheet, lines) in enumerate(zip(paper.pages, sheets, strict=True), start=1):
        size = (round(sheet.mediabox.width / 72 * 25.4), round(sheet.mediabox.height / 72 * 25.4))
        assert size == A4
        foot = [line for line in lines if f"page {number} / {len(sheets)}" in line or "SHA-256" in line]
        assert f"page {number} / {len(sheets)}" in " ".join(foot)
        assert f"version {contract.version} · SHA-256" in " ".join(foot)
        text = [line.strip() for line in lines if line not in foot]
        assert not any(heading.endswith(text[-1]) for heading in headings), f"page {number} ends with {text[-1]}"
    words = " ".join(" ".join(line for lines in sheets for line in lines).split())
    assert contract.clause in words
    assert contract.last_words in words
    assert [word for word in INTERFACE if word in words] == []
