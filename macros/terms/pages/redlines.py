"""The redlines of a document: the page of a pair of versions, in each language that both have a text in."""

from __future__ import annotations

from collections.abc import Iterator

from macros.locales import translator
from macros.terms.model import Text, Version
from macros.terms.pages.change_views import End, RedlineView
from macros.terms.pages.changed import changed, changed_clauses, changed_facts
from macros.terms.pages.model import Asset, Page
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.takeaway import redline_files
from macros.terms.pages.version_names import version_name
from macros.terms.render import html
from macros.terms.render.identity import fact_name
from macros.terms.render.print_style import forward, print_style
from macros.terms.render.redline_html import RedlineHtml


def redline_pages(shelf: Shelf, old: Version, new: Version) -> Iterator[Page]:
    """The redline of two versions in every language."""
    for language in shelf.languages:
        view = redline_view(shelf, old, new, language)
        if view:
            yield _page(shelf, old, new, view)


def redline_assets(shelf: Shelf, old: Version, new: Version) -> Iterator[Asset]:
    """The print style beside a redline: which contract, and which versions, at the foot of every sheet."""
    for _, text in shelf.both(old, new):
        yield _print_style(shelf, old, new, text)


def _print_style(shelf: Shelf, old: Version, new: Version, text: Text) -> Asset:
    say = translator(text.language)
    name = version_name(new.name, language=text.language)
    names = forward(f"{old.name} → {name}", text.language)
    running = f"{shelf.publisher} · {text.front.title}", f"{say('What changes')} · {names}"
    return print_style(shelf.redline_address(old, new, text.language), running, say("page"))


def _page(shelf: Shelf, old: Version, new: Version, view: RedlineView) -> Page:
    say = translator(view.language)
    address = shelf.redline_address(old, new, view.language)
    elsewhere = shelf.in_every_language(f"{shelf.path}changes/")
    same = {each.language: shelf.redline_address(old, new, each.language) for _, each in shelf.both(old, new)}
    text = new.text(view.language) or new.texts[0]
    title = shelf.titled(text)
    names = {"old": old.name, "new": version_name(new.name, language=view.language)}
    return Page(
        address=address,
        language=view.language,
        template="redline",
        title=say("What changes from {old} to {new}: {title}", title=title, **names),
        description=say("What version {new} changes in version {old}, clause by clause and word by word.", **names),
        canonical=address,
        translations=same,
        switch={**elsewhere, **same},
        indexed=False,
        print_style=_print_style(shelf, old, new, text),
        view=view,
    )


def redline_view(shelf: Shelf, old: Version, new: Version, language: str, at: str = "") -> RedlineView | None:
    """What a version changes in another, None where either has no text in the language; at is the page that shows it.

    Without one it is the redline's own.
    """
    found = changed(shelf, old, new, language)
    text = new.text(language)
    if found is None or text is None:
        return None
    redline, page = found[0], at or found[1]
    announced = shelf.announced(new, language).front
    say = translator(language)
    body = RedlineHtml(redline, language=language, translate=say, fact_name=lambda fact: fact_name(fact, say))
    return RedlineView(
        document=shelf.document.id,
        publisher=shelf.publisher,
        publisher_address=shelf.publisher_address(language),
        title=text.front.title,
        title_language=language,
        language=language,
        binding=shelf.document.binding,
        old=end(shelf, old, language),
        new=end(shelf, new, language),
        change=announced.change,
        # The author's words tell of the change from the version that is replaced, not from any other.
        summary=html.markdown(announced.summary, language, say) if (old, new) in shelf.replaced else "",
        facts=changed_facts(redline, page, language),
        clauses=changed_clauses(redline, page, language, body.stops),
        stops=body.count,
        body=body.html,
        changes=shelf.changes_address(language),
        comparisons=shelf.comparisons_with(None, language),
        complete=shelf.complete,
        files=redline_files(shelf.redline_address(old, new, language), language),
        review=shelf.review_address(language, old) if new is shelf.asked(old) else "",
        built=shelf.built,
    )


def end(shelf: Shelf, version: Version, language: str) -> End:
    """A version as one of the two that are compared."""
    front = (version.text(language) or version.texts[0]).front
    return End(
        version=version.name,
        status=shelf.status(version),
        again=shelf.again(version),
        effective=front.effective,
        recorded=front.recorded,
        address=shelf.address(language, version.name),
    )
