"""A redline to HTML: the whole text in sections of one clause each, and the places where a reader stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from macros.terms.compare.changes import between
from macros.terms.model import Container, Passage, Redline, Run, spelt
from macros.terms.render.apparatus import Translate
from macros.terms.render.redline_inline import OPS, FactName, Marked, marked
from macros.terms.render.redline_sections import Section, kind_in_words, sections
from macros.terms.render.stops import Stop, details, is_stop

OWN_SIDE = frozenset({"removed", "moved-from", "added", "moved-to"})
WHOLE_CLAUSE = frozenset({"added", "removed", "moved"})
# A level of clauses stands two below the title of the page.
LEVELS = {level: min(level + 1, 6) for level in range(1, 7)}


class RedlineHtml:
    """The page of one redline: its HTML, and its stops by the id of the section they stand in."""

    def __init__(self, redline: Redline, *, language: str, translate: Translate, fact_name: FactName) -> None:
        self.redline, self.translate = redline, translate
        self.write = Marked(language=language, translate=translate, fact_name=fact_name)
        self.stops: dict[str, list[Stop]] = {}
        self.count = 0
        self.html = "".join(self._section(each) for each in sections(redline) if each.passages)

    def _section(self, section: Section) -> str:
        change = section.change
        kind = change.kind if change and section.heading is not None else ""
        whole = section.away or kind in WHOLE_CLAUSE
        stop = self._stop(section) if whole and section.heading is not None else None
        body = "".join(self._blocks(section, stop))
        attributes = f' id="{escape(section.id)}"' if section.id else ""
        attributes += f' data-change="{kind}"' if kind else ""
        attributes += " data-continued" if change and not kind else ""
        if section.away or kind == "removed":
            attributes += ' data-side="old"'
        elif kind == "added" or (change and change.moved and kind):
            attributes += ' data-side="new"'
        inner = f'<span id="{stop.id}" class="terms-stop" tabindex="-1"></span>{body}' if stop else body
        # What stands before the first clause, or goes on after one that went, has no heading of its own.
        tag = "section" if section.id else "div"
        return f'<{tag} class="terms-clause"{attributes}>\n{inner}</{tag}>\n'

    def _stop(self, section: Section) -> Stop:
        self.count += 1
        stop = Stop(f"change--{self.count}")
        self.stops.setdefault(section.id, []).append(stop)
        return stop

    def _blocks(self, section: Section, stop: Stop | None) -> Iterator[str]:
        """The passages, in the lists, tables and quotations in which they stand."""
        open_: list[Container] = []
        if section.heading is None or not (section.passages and section.passages[0].kind == "heading"):
            yield self._kind_line(section) if section.heading is not None and section.change else ""
        for passage in section.passages:
            path = list(passage.path)
            shared = next(
                (at for at, (a, b) in enumerate(zip(open_, path, strict=False)) if a != b), min(len(open_), len(path))
            )
            yield "".join(CLOSING[each.kind] for each in reversed(open_[shared:]))
            yield "".join(OPENING[each.kind] for each in path[shared:])
            open_ = path
            yield self._passage(section, passage, stop)
        yield "".join(CLOSING[each.kind] for each in reversed(open_))

    def _passage(self, section: Section, passage: Passage, stop: Stop | None) -> str:
        runs = [*passage.lead, *passage.words]
        here = stop
        if stop is None and any(map(is_stop, runs)):
            here = self._stop(section)
        if here is not None:
            here.details += details(passage.words)
        mark = f' id="{here.id}"' if here is not None and here is not stop else ""
        if passage.kind == "listing":
            words = self.write.typed(passage.words)
        else:
            words = self.write.words(passage.words, whole=passage.state in OWN_SIDE)
        if passage.kind == "heading":
            return self._heading(section, passage, words, mark)
        label = self._label(passage)
        state = f' class="terms-{passage.state}"' if passage.state in {"moved-from", "moved-to"} else ""
        # Where a link leads is said apart in Markdown; a row may have more cells than its table.
        after = list(between(passage.tail))
        words += f" <code>{self.write.typed(after)}</code>" if after else ""
        if passage.kind in {"cell", "term"}:
            return f"<span{mark}{state}>{words}</span>" if mark or state else words
        if passage.kind == "rule":
            return f"<hr{mark}>\n"
        tag = "pre" if passage.kind == "listing" else "p"
        return f"<{tag}{mark}{state}>{label}{words}</{tag}>\n"

    def _heading(self, section: Section, passage: Passage, words: str, mark: str) -> str:
        label = self._number(passage)
        tag = f"h{LEVELS[passage.level]}" if section.heading is not None and section.heading.id else "p"
        said = f'<span class="terms-label">{label}</span> ' if label else ""
        title = f'<span class="terms-title">{words}</span>'
        line = self._kind_line(section) if passage is section.passages[0] else ""
        kind = ' class="terms-title-line"' if tag == "p" else ""
        return f'<div class="terms-heading"{mark}><{tag}{kind}>{said}{title}</{tag}>{line}</div>\n'

    def _number(self, passage: Passage) -> str:
        """The label of a heading, the old one beside the new where they differ."""
        old = self.redline.old[passage.old].label if passage.old is not None else ""
        new = self.redline.new[passage.new].label if passage.new is not None else ""
        if passage.state == "kept":
            # A heading that was a paragraph had no number of its own.
            had = any(run.op != "insert" and _is_label(run.text) for run in passage.lead)
            old = old if had else ""
        if passage.state == "kept" and old != new:
            gone = marked(Run("delete", old, "renumbered"), escape(old)) if old else ""
            return f"{gone} {marked(Run('insert', new, 'renumbered'), escape(new)) if new else ''}".strip()
        said = escape(new or old)
        return _one_sided(passage, said) if said else ""

    def _label(self, passage: Passage) -> str:
        """What an item or a numbered paragraph prints before its words."""
        old, new = (spelt(passage.lead, op).strip(" \t\r\n>|") for op in ("insert", "delete"))
        if passage.state != "kept":
            said = new or old
            return f'<span class="terms-mark">{_one_sided(passage, escape(said))}</span> ' if _is_label(said) else ""
        if old == new:
            return f'<span class="terms-mark">{escape(new)}</span> ' if _is_label(new) else ""
        gone = marked(Run("delete", old, "renumbered"), escape(old)) if _is_label(old) else ""
        come = marked(Run("insert", new, "renumbered"), escape(new)) if _is_label(new) else ""
        return f'<span class="terms-mark">{gone} {come}</span> ' if gone or come else ""

    def _kind_line(self, section: Section) -> str:
        """What became of the clause, in words, and the way to its other place."""
        change = section.change
        if change is None:
            return ""
        said = escape(kind_in_words(change, self.translate))
        if change.moved and change.new and change.old:
            other = f"{change.new.id}--old" if not section.away else change.new.id
            words = self.translate("see its new place") if section.away else self.translate("see its old place")
            said += f' · <a href="#{escape(other)}">{escape(words)}</a>'
        return f'<p class="terms-what" data-kind="{change.kind}">{said}</p>'


OPENING: Mapping[str, str] = {
    "bullets": "<ul>\n",
    "cell": "<td>",
    "definition": "<dd>",
    "definitions": '<dl class="terms-definitions">\n',
    "heading-cell": '<th scope="col">',
    "item": "<li>",
    "lettered": '<ol class="terms-marked">\n',
    "numbered": '<ol class="terms-marked">\n',
    "quote": "<blockquote>\n",
    "row": "<tr>",
    "table": '<div class="terms-table"><table><tbody>\n',
    "term": "<dt>",
}
CLOSING: Mapping[str, str] = {
    kind: {"table": "</tbody></table></div>\n"}.get(kind, f"</{tag.strip().split()[0].strip('<>')}>\n")
    for kind, tag in OPENING.items()
}


def _is_label(mark: str) -> bool:
    return any(each.isalnum() for each in mark)


def _one_sided(passage: Passage, html: str) -> str:
    op = OPS.get(passage.state)
    return marked(Run(op, "", "moved" if passage.state.startswith("moved") else "text"), html) if op else html
