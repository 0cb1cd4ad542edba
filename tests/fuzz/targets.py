"""What reads the words of strangers, each as a function of bytes: whatever they hold, it ends and says where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from macros.commands.redlining import FORMATS, Compared
from macros.terms.check import check
from macros.terms.check.drafting import warnings
from macros.terms.compare import compare
from macros.terms.compare.sides import markdown
from macros.terms.fill import fill
from macros.terms.intake import docx
from macros.terms.intake.docx import as_printed
from macros.terms.intake.html import Page
from macros.terms.intake.model import UnreadableError
from macros.terms.intake.plain_text import decoded
from macros.terms.intake.taking import taken_from
from macros.terms.load import load
from macros.terms.model import Problem
from macros.terms.reading import facts_on, read_all
from macros.terms.site import Setting
from tests.conftest import TODAY
from tests.fuzz.project import NAMES, changed
from tests.golden import VARIABLES, page, plain
from tests.whole import site

DAY = date.fromisoformat(TODAY)
MOST = 20_000


def files(content: bytes) -> None:
    """A project in which one file holds these bytes is checked; where nothing is wrong, its site is made."""
    name = NAMES[content[0] % len(NAMES)] if content else NAMES[0]
    with changed(name, content[1:MOST]) as root:
        library, unread = load(root)
        readings = read_all(library, DAY)
        problems = [*unread, *check(library, readings)]
        for each in (*problems, *warnings(library, readings, DAY)):
            judge(each)
        if not problems:
            site(
                Setting(today=DAY, base="https://terms.example/", languages=library.languages, drafts=True),
                library,
                readings,
            )


def text(content: bytes) -> None:
    """A contract's body of these bytes is filled, numbered, parsed and written."""
    words = content[:MOST].decode("utf-8", "replace")
    filled = fill(words, facts_on(VARIABLES, DAY, "fr"), language="fr")
    page(filled.text)
    plain(filled.text)


def expression(content: bytes) -> None:
    """An expression of these bytes, which may print a fact and nothing that the machine knows."""
    words = content[:200].decode("utf-8", "replace")
    printed = fill(f"{{{{ {words} }}}}", facts_on(VARIABLES, DAY, "fr"), language="fr")
    for secret in ("<module", "<function", "<built-in", "<bound method", "<class ", "object at 0x"):
        if any(secret in printed.text[each.start : each.end] and secret not in words for each in printed.expressions):
            message = f"{words!r} printed {printed.text!r}"
            raise AssertionError(message)


def redline(content: bytes) -> None:
    """Two texts, apart by a byte that no text holds, are compared; nothing of either is lost."""
    old, _, new = (part.decode("utf-8", "replace") for part in content[:MOST].partition(b"\0"))
    found = compare(markdown(old), markdown(new))
    for kept, words in (("insert", old), ("delete", new)):
        if "".join(each.text for each in found.ops if each.op != kept) != words:
            message = f"lost: {old!r} {new!r}"
            raise AssertionError(message)
    for write in FORMATS.values():
        write(found, Compared(name="a", side=markdown(old)), Compared(name="b", side=markdown(new))).encode()


def taken(take: Callable[[bytes], object]) -> Callable[[bytes], None]:
    """A reader of files as a target: what it cannot read it refuses, on one line."""

    def target(content: bytes) -> None:
        try:
            take(content)
        except UnreadableError as error:
            if "\n" in str(error):
                message = f"more than one line: {error}"
                raise AssertionError(message) from error

    return target


def _word(content: bytes) -> object:
    """The numbers of a Word file whose three parts, apart by a zero byte, are these bytes."""
    document, numbering, styles = [*content[:MOST].split(b"\0"), b"", b""][:3]
    return as_printed(document, numbering or None, styles or None)[0]


def _page(content: bytes) -> None:
    """What is kept of a page."""
    page = Page()
    page.feed(decoded(content[:MOST]))
    page.close()


def judge(problem: Problem) -> None:
    """Refuse a problem that names no line, or nothing of the project, or that takes several lines."""
    if (
        problem.line < 1
        or problem.path.startswith(("/", ".."))
        or len(f"{problem.path}{problem.message}".splitlines()) > 1
    ):
        message = f"no place to go to: {problem}"
        raise AssertionError(message)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "expression": expression,
    "files": files,
    "page": taken(_page),
    "pdf": taken(partial(taken_from, suffix=".pdf")),
    "redline": redline,
    "text": text,
    "word": taken(_word),
    "zip": taken(docx._parts),
}
