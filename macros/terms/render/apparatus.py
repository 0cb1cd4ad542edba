"""What stands beside and below the heading of a clause: its address, its place in the text in force, its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from macros.terms.clauses import heading
from macros.terms.model import Clause

Translate = Callable[..., str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The same clause in the text in force: a link to it, and its heading there."""

    href: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """The text that binds: a link to it, its language by name and by code, and the clauses that it has."""

    href: str
    language: str
    code: str
    clauses: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What became of a clause so far, in a few words, and the versions that changed or added it: links, each named."""

    said: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Apparatus:
    """What leads from the clauses of a text elsewhere.

    in_force: where each clause is in the text in force, None where this is that text; binding: the same for the text
    that binds, None where this is that text; history: the past of each clause that has one; stale: the clauses whose
    binding text changed since they were translated; proposing: where a change of each clause can be proposed.
    """

    translate: Translate
    in_force: Mapping[str, Elsewhere] | None = None
    binding: Binding | None = None
    history: Mapping[str, Past] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    proposing: Mapping[str, str] = field(default_factory=dict)

    def beside(self, clause: Clause) -> str:
        """The link to a clause, and those to where it is in the text that binds and in the one in force."""
        says = escape(self.translate("Link to {clause}", clause=heading(clause)))
        link = escape(self.translate("Link"))
        anchor = f'<a class="terms-permalink" href="#{escape(clause.id)}" aria-label="{says}">{link}</a>'
        return self._current(clause) + anchor + self._binding(clause)

    def below(self, clause: Clause) -> str:
        """That a translation is out of date, and the versions that changed a clause."""
        return self.stale_note(clause.id) + self._history(clause)

    def _binding(self, clause: Clause) -> str:
        """In a translation: the way to the same clause of the text that binds."""
        if self.binding is None or clause.id not in self.binding.clauses:
            return ""
        name, language = self.binding.language, escape(self.binding.code)
        says = escape(self.translate("{language} text of {clause}", language=name, clause=heading(clause)))
        said = escape(self.translate("{language} text", language=name))
        href = escape(f"{self.binding.href}#{clause.id}")
        return f'<a class="terms-prevailing" href="{href}" hreflang="{language}" aria-label="{says}">{said}</a>'

    def stale_note(self, clause: str) -> str:
        """In a translation: that the binding clause says something else by now."""
        if clause not in self.stale or self.binding is None:
            return ""
        name = self.binding.language
        said = self.translate("The {language} clause has changed; its translation is not up to date.", language=name)
        return f'<p class="terms-stale">{escape(said)}</p>\n'

    def _history(self, clause: Clause) -> str:
        """The versions that changed a clause, a line each, closed until a reader asks."""
        past = self.history.get(clause.id)
        if not past:
            return ""
        items = "".join(f'<li><a href="{escape(href)}">{escape(name)}</a></li>' for href, name in past.lines)
        return f'<details class="terms-history"><summary>{escape(past.said)}</summary><ul>{items}</ul></details>\n'

    def after(self, clause: Clause) -> str:
        """Below the words of a clause, above its sub-clauses: the way to it in the editor of the draft."""
        if clause.id not in self.proposing:
            return ""
        said = escape(self.translate("Propose a change"))
        says = escape(self.translate("Propose a change: {clause}", clause=heading(clause)))
        href = escape(self.proposing[clause.id])
        return f'<div class="terms-propose"><a href="{href}" aria-label="{says}">{said}</a></div>\n'

    def _current(self, clause: Clause) -> str:
        """In a text that is not in force: the way to the same clause of the one that is, or that there is none."""
        if self.in_force is None:
            return ""
        same = self.in_force.get(clause.id)
        if same is None:
            return f'<span class="terms-current">{escape(self.translate("Not in the text in force"))}</span>'
        says = escape(self.translate("The same clause in the text in force: {clause}", clause=same.name))
        said = escape(self.translate("In the text in force"))
        return f'<a class="terms-current" href="{escape(same.href)}" aria-label="{says}">{said}</a>'
