"""Proves what the pages of a client's answer hold: identity by digest, the right to refuse, where the answer goes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.terms.model import Library, Reading
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Site
from macros.terms.pages.review import review_pages
from macros.terms.pages.review_views import ReceiptView, ReviewView
from macros.terms.site import Setting, shelf
from macros.theme import component
from tests.conftest import ROOT, TODAY, build
from tests.test_check import Spoil, edit, write
from tests.whole import examine, site

HISTORY = ROOT / "tests" / "sites" / "history"
DOCUMENT = "docs/exemple/services/document.yml"
TERMS = "docs/acme/terms/document.yml"
URL = "https://accept.example/in"


def read(root: Path, today: str = TODAY) -> tuple[Setting, Library, Mapping[str, Reading]]:
    """A project on a day, its drafts left out."""
    day = date.fromisoformat(today)
    library, readings, problems = examine(root, day)
    assert problems == []
    setting = Setting(today=day, base="https://terms.example/", drafts=False, languages=library.languages)
    return setting, library, readings


def made(root: Path, today: str = TODAY) -> Site:
    """The site of a project on a day."""
    return site(*read(root, today))


unspoilt = cache(made)


def review(root: Path, address: str, today: str = TODAY) -> ReviewView:
    """What a page of review shows."""
    setting, library, readings = read(root, today)
    pages = (
        page
        for of in (shelf(setting, publisher, document, readings) for publisher, document in library.documents())
        for accepted in (None, *of.document.versions)
        if address in {of.review_address(language, accepted) for language in of.languages}
        for page in review_pages(of, accepted)
    )
    view = next(each.view for each in pages if each.address == address)
    assert isinstance(view, ReviewView)
    return view


def told(root: Path) -> list[str]:
    """Every problem of a project."""
    return [f"{each.path}:{each.line}: {each.message}" for each in examine(root, date.fromisoformat(TODAY))[2]]


def test_what_is_accepted_is_the_same_in_every_language() -> None:
    at = "{}/exemple/services/review/2026-06-01/"
    about = {each: review(HISTORY, at.format(each)).answered for each in ("fr", "en", "ar")}
    assert all(about.values())
    assert len({(each.document, each.version, each.binding.digest) for each in about.values() if each}) == 1
    assert len({each.read.digest for each in about.values() if each}) == len(about)


def test_the_form_says_the_digests_of_the_files_that_it_names() -> None:
    found = unspoilt(HISTORY, TODAY)
    files = {each.address: each.content for each in found.assets}
    views = [each.view for each in found.pages if isinstance(each.view, ReviewView)]
    assert views
    for form in (form for view in views for form in view.forms):
        said = dict(form.hidden)
        for key, language in (("sha256-binding", "fr"), ("sha256-read", said["language"])):
            text = files[f"{language}/{said['document']}/{said['version']}/terms.md"]
            assert said[key] == hashlib.sha256(text).hexdigest()


def test_every_version_keeps_a_receipt_in_every_language_whatever_became_of_it() -> None:
    found = unspoilt(HISTORY, TODAY)
    receipts = {
        (each.language, each.view.answered.version)
        for each in found.pages
        if isinstance(each.view, ReceiptView) and each.view.decision == "accept"
    }
    versions = {path.name for path in (HISTORY / "docs/exemple/services").glob("2*")}
    assert receipts == {(language, version) for language in ("fr", "en", "ar") for version in versions}


def test_the_words_of_every_version_since_are_told_the_latest_first() -> None:
    view = review(HISTORY, "fr/exemple/services/review/2025-03-30/")
    assert [each.version for each in view.summaries] == ["2027-01-01", "2026-06-01"]


@pytest.mark.parametrize(
    ("today", "until", "over"), [("2026-11-22", date(2026, 12, 31), False), ("2027-01-02", date(2026, 12, 31), True)]
)
def test_a_refusal_is_possible_until_the_day_before(today: str, until: date, *, over: bool) -> None:
    view = review(HISTORY, "fr/exemple/services/review/2026-06-01/", today)
    assert view.refusal
    assert (view.refusal.until, view.refusal.over) == (until, over)
    assert view.refusal.clause == "2.2. Modification des conditions"
    assert view.refusal.address == "fr/exemple/services/2026-06-01/#modification-conditions"
    assert "peut résilier le Contrat sans frais" in view.refusal.words[0]
    assert [each.decision for each in view.forms] == (["accept"] if over else ["accept", "refuse"])


def test_thirty_days_are_counted_from_the_one_after_it_takes_effect(history: Path) -> None:
    edit(DOCUMENT, "days: 0", "days: 30")(history)
    found = made(history)
    (view,) = (each.view for each in found.pages if each.address == "en/exemple/services/review/2026-06-01/")
    assert isinstance(view, ReviewView)
    assert view.refusal
    assert view.refusal.until == date(2027, 1, 31)
    (calendar,) = (each for each in found.assets if each.address == "en/exemple/services/calendar.ics")
    assert b"20270131" in calendar.content


def test_the_version_in_force_can_be_refused_until_its_last_day_though_another_is_to_come(history: Path) -> None:
    edit(DOCUMENT, "days: 0", "days: 200")(history)
    view = review(history, "en/exemple/services/review/2025-03-30/")
    assert view.target
    assert (view.target.version, view.still) == ("2027-01-01", ("2026-06-01", date(2026, 12, 18)))
    said = [(each.id, each.until, dict(each.hidden)) for each in view.forms if each.decision == "refuse"]
    assert [(id_, until, hidden["version"], hidden["accepted-before"]) for id_, until, hidden in said] == [
        ("refuse", date(2027, 7, 20), "2027-01-01", "2025-03-30"),
        ("refuse-2026-06-01", date(2026, 12, 18), "2026-06-01", "2025-03-30"),
    ]
    assert said[1][2]["receipt"].endswith("/en/exemple/services/2026-06-01/receipt/refusal/")
    for accepted, today in (("2026-06-01", TODAY), ("2025-03-30", "2026-12-19"), ("2027-01-01", TODAY)):
        after = review(history, f"en/exemple/services/review/{accepted}/", today)
        assert after.still is None
        assert [each.id for each in after.forms] == ([] if accepted == "2027-01-01" else ["accept", "refuse"])


def test_where_no_day_is_stated_no_last_day_is_computed(tmp_path: Path) -> None:
    found = made(ROOT)
    (view,) = (
        each.view for each in found.pages if each.address == "fr/optima-dsi/cloud-azure/2026-11-21/receipt/refusal/"
    )
    assert isinstance(view, ReceiptView)
    (api,) = (each.content for each in found.assets if each.address == "api/v1/optima-dsi/cloud-azure.json")
    assert re.search(rb'"refusal": \{\s*"days": 30,\s*"until": null\s*\}', api)


def test_after_a_withdrawal_the_version_before_is_asked_for_again(history: Path) -> None:
    assert review(HISTORY, "fr/exemple/services/review/2023-02-01/").answered is not None
    said = ["withdraw", "exemple/services", "2027-01-01", "--reason", "Erreur."]
    assert main(["--project", str(history), *said]) == 0
    after = review(history, "fr/exemple/services/review/2027-01-01/")
    assert after.target
    assert after.target.version == "2026-06-01"
    assert after.redline
    assert after.redline_files == ()


def test_a_version_that_counts_again_says_since_when(history: Path) -> None:
    said = ["withdraw", "exemple/services", "2026-06-01", "--reason", "Erreur."]
    assert main(["--project", str(history), *said]) == 0
    view = review(history, "fr/exemple/services/review/2025-03-30/").accepted
    assert component(ROOT, "status", "fr", view=view, day=str).split() == (
        b"De nouveau en vigueur depuis le 2026-11-22".split()
    )
    view = review(HISTORY, "fr/exemple/services/review/2026-06-01/").accepted
    assert component(ROOT, "status", "fr", view=view, day=str).split() == b"En vigueur depuis le 2026-06-01".split()


def test_who_accepted_a_version_to_come_is_asked_for_the_one_after_it(history: Path) -> None:
    assert main(["--project", str(history), "publish", "exemple/services", "--effective", "2027-03-01"]) == 0
    views = {each.address: each.view for each in made(history).pages}
    for accepted, asked in {
        "2026-06-01": "2027-01-01",
        "2027-01-01": "2027-03-01",
        "2027-03-01": "2027-03-01",
    }.items():
        view = views[f"fr/exemple/services/review/{accepted}/"]
        assert isinstance(view, ReviewView)
        assert view.target
        assert view.target.version == asked
        assert bool(view.forms) == (accepted != asked)
    compared = views["fr/exemple/services/changes/2027-01-01--2027-03-01/"]
    assert isinstance(compared, RedlineView)
    assert compared.review == "fr/exemple/services/review/2027-01-01/"


def test_nothing_is_asked_where_nothing_is_in_force_or_to_come(tiny: Path, tmp_path: Path) -> None:
    assert main(["--project", str(tiny), "withdraw", "acme/terms", "2026-01-01", "--reason", "Erreur."]) == 0
    view = review(tiny, "fr/acme/terms/review/2026-01-01/")
    assert (view.target, view.forms, view.files) == (None, (), ())
    folder = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (folder / "en/acme/terms/review/index.html").read_text(encoding="utf-8")
    assert "there is nothing to accept" in page
    receipt = (folder / "en/acme/terms/2026-01-01/receipt/index.html").read_text(encoding="utf-8")
    assert "Withdrawn" in receipt


def test_an_address_of_the_publishers_own_takes_the_answers_and_no_other_does(tiny: Path, tmp_path: Path) -> None:
    write(TERMS, (tiny / TERMS).read_text(encoding="utf-8") + f"accept: {{mode: url, url: '{URL}'}}\n")(tiny)
    folder = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (folder / "fr/acme/terms/review/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<form[^>]* action="([^"]*)"', page.split('class="terms-form"')[1].join(["<form ", ""])) == [URL]
    assert f"form-action 'self' {URL}\"" in page
    assert "data-netlify" not in page
    other = (folder / "fr/acme/terms/index.html").read_text(encoding="utf-8")
    assert "form-action 'self'\"" in other


def test_the_form_of_netlify_is_one_that_its_host_finds(tiny: Path, tmp_path: Path) -> None:
    page = (build(tiny / "mkdocs.yml", tmp_path / "out") / "en/acme/terms/review/index.html").read_text(
        encoding="utf-8"
    )
    (form,) = re.findall(r'<form class="terms-form".*?</form>', page, re.DOTALL)
    assert 'method="post" action="/en/acme/terms/2026-01-01/receipt/" name="accept-acme"' in form
    assert 'data-netlify="true" data-netlify-honeypot="website"' in form
    assert '<input type="hidden" name="form-name" value="accept-acme">' in form
    assert set(re.findall(r'name="([a-z0-9-]+)"', form)) == {
        "accept-acme", "form-name", "decision", "document", "version", "accepted-before", "language", "sha256-binding",
        "sha256-read", "receipt", "website", "name", "company", "role", "email", "statement",
    }  # fmt: skip


def test_a_publisher_may_take_no_answers_here(tiny: Path, tmp_path: Path) -> None:
    write(TERMS, (tiny / TERMS).read_text(encoding="utf-8") + "accept: {mode: none}\n")(tiny)
    page = (build(tiny / "mkdocs.yml", tmp_path / "out") / "en/acme/terms/review/index.html").read_text(
        encoding="utf-8"
    )
    assert 'class="terms-form"' not in page
    assert "Answers are not taken on this site" in page


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{mode: url, url: 'http://accept.example/'}", "expected an address that begins with https://"),
        ("{mode: url, url: 'https://accept.example/ x'}", "expected an address that begins with https://"),
        ('{mode: url, url: "https://a.example/;script-src *"}', "expected an address that begins with https://"),
        ("{mode: url}", "found mode: url without url"),
        (f"{{mode: netlify, url: '{URL}'}}", "found mode: netlify with url"),
        ("{mode: post}", "expected netlify, url or none"),
        ("{}", "expected the key mode"),
    ],
)
def test_a_place_that_cannot_take_answers_is_told(tiny: Path, said: str, message: str) -> None:
    write(TERMS, (tiny / TERMS).read_text(encoding="utf-8") + f"accept: {said}\n")(tiny)
    assert any(each.startswith(f"{TERMS}:4: ") and message in each for each in told(tiny)), told(tiny)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{days: -1}", "expected a whole number of days"),
        ("{days: soon}", "expected a whole number of days"),
        ("{days: 9, clause: nowhere}", "found nowhere, which is no clause; correct or remove it"),
        ("30", "expected the days for which a new version may be refused"),
    ],
)
def test_a_right_to_refuse_that_cannot_be_is_told(tiny: Path, said: str, message: str) -> None:
    write(TERMS, (tiny / TERMS).read_text(encoding="utf-8") + f"refusal: {said}\n")(tiny)
    assert any(each.startswith(f"{TERMS}:4: ") and message in each for each in told(tiny)), told(tiny)


@pytest.mark.parametrize(
    ("allowed", "found"), [("'self'", 1), (f"'self' {URL}", 0), ("'self' https://accept.example", 0)]
)
def test_a_host_that_forbids_the_form_is_told_before(tiny: Path, allowed: str, found: int) -> None:
    policy: Spoil = write("netlify.toml", f'[[headers]]\nContent-Security-Policy = "form-action {allowed}; x"\n')
    policy(tiny)
    write(TERMS, (tiny / TERMS).read_text(encoding="utf-8") + f"accept: {{mode: url, url: '{URL}'}}\n")(tiny)
    problems = told(tiny)
    assert len(problems) == found
    for problem in problems:
        assert problem.startswith(
            "netlify.toml:2: Content-Security-Policy: expected form-action to allow https://accept.example"
        )
