"""A redline as one HTML file that needs nothing else: for any two texts, to send or to keep."""

from __future__ import annotations

from html import escape

from macros.terms.model import Redline
from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render.redline_html import RedlineHtml
from macros.terms.render.redline_sections import kind_in_words

STYLE = """
:root {
  color-scheme: light dark;
  --ins: light-dark(#0b5d27, #86d69c);
  --del: light-dark(#a11722, #ff9d9d);
  --move: light-dark(#1c4e9d, #9cc3ff);
  --quiet: light-dark(#5f5a52, #aba294);
}
body { font: 1.0625rem/1.6 serif; margin: 2rem auto; max-width: 42rem; padding-inline: 1.25rem; }
header, .terms-what, th, .terms-fact { font-family: sans-serif; font-size: 0.9em; }
ins { color: var(--ins); text-decoration: underline; }
del { color: var(--del); text-decoration: line-through; }
.terms-moved { color: var(--move); text-decoration-style: double; }
.terms-moved-from, .terms-moved-to { border-inline-start: 4px double var(--move); padding-inline-start: 0.75rem; }
.terms-renumbered, .terms-reference, .terms-typography, .terms-what, .terms-fact { color: var(--quiet); }
table { border-collapse: collapse; inline-size: 100%; }
td, th { border-block-end: 1px solid; padding: 0.4rem 0.8rem 0.4rem 0; text-align: start; vertical-align: baseline; }
pre, li { overflow-wrap: anywhere; white-space: pre-wrap; }
li { white-space: normal; }
.terms-marked { list-style: none; padding-inline-start: 0; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def redline_document(redline: Redline, old: str, new: str, language: str) -> str:
    """A page with the clauses that changed, then the whole text of both; old and new are what the texts are called."""
    page = RedlineHtml(redline, language=language, translate=_english, fact_name=str)
    rows = "".join(
        f"<li>{escape(each.old)} → {escape(each.new)}: replaced in {each.places} places</li>\n"
        for each in redline.groups
        if not each.facts
    )
    rows += "".join(
        f'<li><a href="#{escape(each.clause.id)}">{escape(each.clause.heading or "before the first clause")}</a>: '
        f"{escape(kind_in_words(each, _english))}</li>\n"
        for each in redline.changes
    )
    title = escape(f"{old} → {new}")
    direction = ' dir="rtl"' if language in RIGHT_TO_LEFT else ""
    return (
        f'<!doctype html>\n<html lang="{language}"{direction}>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>\n'
        f'<header lang="en" dir="ltr"><h1>{title}</h1>\n<ul>{rows or "<li>Nothing changed.</li>"}</ul></header>\n'
        f"<main>\n{page.html}</main>\n</html>\n"
    )


def _english(message: str, **names: object) -> str:
    return message.format(**names)
