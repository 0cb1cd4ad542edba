"""What a contract, a fact or a summary says stays words: none of it runs, on a page or in a file."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import TemplateError

from macros.terms.expressions import ExpressionError, page_environment
from macros.terms.fill import fill
from macros.terms.parse import parse
from macros.terms.reading import facts_on
from macros.terms.render import html
from tests.golden import FRONT, VARIABLES

DAY = date(2026, 5, 19)
ESCAPES = (
    "''.__class__", "''.__class__.__mro__[1].__subclasses__()", "''['__class__']", "''['_' ~ '_class__']",
    "''|attr('__class__')", "''|attr('\\x5f\\x5fclass\\x5f\\x5f')", "company.name|map(attribute='__class__')|list",
    "()|attr('__class__')", "[].__class__.__base__", "{}.__class__", "self", "self.__init__.__globals__",
    "self._TemplateReference__context", "config", "request", "environment", "cycler.__init__.__globals__.os",
    "joiner.__init__.__globals__", "namespace.__init__.__globals__", "lipsum.__globals__['os'].popen('id').read()",
    "lipsum(n=9999999)", "range(999999999)|list", "dict(a=1).__class__", "get_flashed_messages", "url_for",
    "'{0.__class__.__init__.__globals__}'.format(company)", "'{0.__class__}'.format_map(company)",
    "'%s' % company.__class__", "company.__init__.__globals__", "company._replace", "company.used", "company.day",
    "company.group", "company.__getattr__", "company.name.encode('utf-16')", "company.name.join(['a', 'b'])",
    "(company.name|list).append(1)", "company.name|tojson|safe", "company.name|safe", "company.name|pprint",
    "company.name|xmlattr", "company.name|format(1)", "company.name|random", "company.name is callable",
    "company.name if true else 1", "company.name[::-1]", "namespace(a=1)", "loop", "super()", "caller()", "varargs",
    "''.mro", "(0).real.__class__", "1e999", "9**9**9", "'a' * 9999999999", "'a'.center(9999999999)",
    "company | link('javascript:alert(1)')", "import os", "__import__('os')", "company.name|include('/etc/passwd')",
)  # fmt: skip


@pytest.mark.parametrize("source", ESCAPES)
def test_an_expression_reaches_nothing_but_facts(source: str) -> None:
    filled = fill(f"{{{{ {source} }}}}", facts_on(VARIABLES, DAY, "fr"), language="fr")
    assert (filled.text, len(filled.faults)) == ("…", 1)
    with pytest.raises((ExpressionError, TemplateError)):
        page_environment({}).from_string(f"{{{{ {source} }}}}").render(publishers={})


MARKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=//evil>",
    "<style>*{display:none}</style>", "<base href=//evil>", "<meta http-equiv=refresh content=0>", "<form action=//e>",
    "<a href='javascript:alert(1)'>x</a>", "<!--><script>alert(1)</script>-->", "<?php x ?>", "<![CDATA[<script>]]>",
    "</article><script>x</script>", "<x onclick=alert(1)>", "a <b onmouseover=alert(1)>b</b>",
    "<details open ontoggle=x>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](java\tscript:x)",
    "[x](vbscript:x)", "[x](data:text/html,<script>x</script>)", "[x](data:image/png;base64,iVBOR)", "[x](file:///etc)",
    "[x](//evil.example)", "[x](/../../x)", "[x](blob:x)", "[x](&#x6A;avascript:x)", "<javascript:alert(1)>",
    "<data:image/gif;base64,x>", "![x](https://evil.example/x.png)", "![x](javascript:x)", "[x]: javascript:x\n\n[x]",
    "[x]: data:image/gif;base64,x\n\n[x]", '[x](https://e.example "\\" onmouseover=alert(1)")',
    "```html onload=x\n<script>\n```",
    "`<script>alert(1)</script>`", "| a |\n| --- |\n| <script>x</script> |", "terme\n: <script>x</script>",
    "## <script>x</script> {#b}", '## Titre {#b label="<script>x</script>"}', '## Titre {#"><script>}',
    "&lt;script&gt;x&lt;/script&gt;", "&#60;script&#62;x", "\\<script>x\\</script>", "[<script>x</script>](#a)",
    '[](#a"onclick=alert(1))', '#read("/etc/passwd") #import "x"', "[^1]: <script>x</script>",
)  # fmt: skip


class Page(HTMLParser):
    """The elements, attributes and addresses of a page that could run, load or send something."""

    RUNNING = frozenset(
        {"script", "style", "iframe", "svg", "form", "base", "meta", "img", "object", "embed", "link", "details"}
    )

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what could run."""
        self.found += [tag] if tag in self.RUNNING else []
        for name, value in attrs:
            address = name in {"href", "src", "action"} and not str(value).startswith(
                ("#", "https://", "http://", "mailto:", "tel:")
            )
            self.found += [f"{tag} {name}={value}"] if address or name.startswith("on") or name == "style" else []


@pytest.mark.parametrize("typed", MARKS)
def test_markdown_puts_nothing_on_a_page_that_runs_loads_or_sends(typed: str) -> None:
    tree = parse(f"## Titre {{#a}}\n\n{typed}\n", FRONT)[1]
    assert Page(html.body(tree, "fr", lambda words, **names: words.format(**names))).found == []
    assert Page(html.markdown(typed, "fr", lambda words, **names: words.format(**names))).found == []


@pytest.mark.parametrize("typed", MARKS)
def test_a_fact_that_looks_like_markdown_or_html_prints_itself(typed: str) -> None:
    value = " ".join(typed.split())
    filled = fill("{{ a.b }}", facts_on({"a": {"b": value}}, DAY, "fr"), language="fr")
    _, tree, faults = parse(filled.text, FRONT)
    assert faults == ()
    assert Page(html.body(tree, "fr", lambda words, **names: words.format(**names))).found == []


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "https://a.example) [x](javascript:x", "a@b.example) <script>"],
)
def test_an_address_of_a_fact_cannot_end_its_link(address: str) -> None:
    facts = facts_on({"a": {"b": address}}, DAY, "fr")
    tree = parse(fill("{{ a.b | link }}", facts, language="fr").text, FRONT)[1]
    assert Page(html.body(tree, "fr", lambda words, **names: words.format(**names))).found == []


def test_a_repository_of_strangers_runs_nothing(tmp_path: Path) -> None:
    """A repository's own settings name programs for git to run."""
    import subprocess

    from macros.terms.intake.git_history import states

    def git(*words: str, given: str = "") -> str:
        done = subprocess.run(["git", *words], cwd=tmp_path, input=given, text=True, capture_output=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet")
    (tmp_path / "a.md").write_text("# A\n", encoding="utf-8")
    git("add", "a.md")
    who = "A <a@b.example> 1700000000 +0000"
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    commit = f"tree {git('write-tree')}\nauthor {who}\ncommitter {who}\n{signature}\n\nA\n"
    git("update-ref", "HEAD", git("hash-object", "-t", "commit", "-w", "--stdin", given=commit))
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("gpg.program", "core.fsmonitor", "diff.external"):
        git("config", name, str(program))
    git("config", "log.showSignature", "true")
    assert [each.content for each in states(tmp_path, "a.md")] == [b"# A\n"]
    assert not (tmp_path / "ran").exists()
