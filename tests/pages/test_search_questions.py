"""Proves that the search answers what people ask of the five contracts: every question of the file, by keyboard."""

import pytest
from playwright.sync_api import Page

from tests.pages.asking import Question, failed, questions

pytestmark = pytest.mark.reads

QUESTIONS = questions("real")


@pytest.mark.parametrize("asked", QUESTIONS.values(), ids=list(QUESTIONS))
def test_the_clause_that_is_asked_for_is_among_the_first(page: Page, asked: list[Question]) -> None:
    assert failed(page, asked) == []
