"""What stands beside and below the heading of a clause: its address, its place in the text in force, its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
class Past:
    """A version that changed a clause, or added it: a link to how it did, in words."""

    href: str
    name: str
    version: str
    added: bool


@dataclass(frozen=True, slots=True)
class Apparatus:
    """What leads from the clauses of a text elsewhere.

    in_force: where each clause is in the text in force, None where this is that text; history: the versions that
    changed each clause.
    """

    translate: Translate
    in_force: Mapping[str, Elsewhere] | None = None
    history: Mapping[str, Sequence[Past]] = field(default_factory=dict)

    def beside(self, clause: Clause) -> str:
        """The link to a clause, and the one to where it is in the text in force."""
        says = escape(self.translate("Link to {clause}", clause=heading(clause)))
        link = escape(self.translate("Link"))
        anchor = f'<a class="terms-permalink" href="#{escape(clause.id)}" aria-label="{says}">{link}</a>'
        return anchor + self._current(clause)

    def below(self, clause: Clause) -> str:
        """The versions that changed a clause, a line each, closed until a reader asks."""
        lines = self.history.get(clause.id)
        if not lines:
            return ""
        items = "".join(f'<li><a href="{escape(each.href)}">{escape(each.name)}</a></li>' for each in lines)
        said = escape(self._changed(lines))
        return f'<details class="terms-history"><summary>{said}</summary><ul>{items}</ul></details>\n'

    def _changed(self, lines: Sequence[Past]) -> str:
        """How often a clause changed, and when last."""
        changes = [each for each in lines if not each.added]
        if not changes:
            return self.translate("Added in {version}", version=lines[0].version)
        if len(changes) == 1:
            return self.translate("Changed in {version}", version=changes[0].version)
        count, last = len(changes), changes[0].version
        return self.translate("Changed {count} times, last in {version}", count=count, version=last)

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
