"""Somebody else's site with a sign-up page: another origin, a strict policy, an endpoint that keeps what it is sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from macros.terms.embed import LIST, PUBLISHED, read
from macros.terms.model import Script
from tests.conftest import ROOT

SIGN_UP = "/sign-up"
FIELDS = ("accepted", "document", "version", "language", "sha256-binding", "sha256-read")


@dataclass(kw_only=True)
class Shop:
    """The other site: the page that it shows, and every form that was sent to it."""

    site: str
    page: str = ""
    address: str = ""
    sent: list[list[tuple[str, str]]] = field(default_factory=list)

    @property
    def policy(self) -> str:
        """No more than the page for developers asks for; no script may write HTML."""
        asked = f"script-src {self.site}/embed/v1/; connect-src {self.site}/api/v1/"
        refused = "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        return f"default-src 'none'; {asked}; form-action 'self'; img-src data:; {refused}"


def opened(site: str) -> Iterator[Shop]:
    """A shop on a free port, whose pages load the script of a site; closed with the generator."""
    shop = Shop(site=site)

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
            """Say nothing: a test's output is its own."""

        def do_GET(self) -> None:
            self._answer(shop.page)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            shop.sent.append(parse_qsl(body, keep_blank_values=True))
            self._answer("<!doctype html><html lang=en><title>Done</title><h1>Welcome</h1>")

        def _answer(self, page: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", shop.policy)
            self.end_headers()
            self.wfile.write(page.encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        shop.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield shop
        finally:
            server.shutdown()
            thread.join()


def newest() -> Script:
    """The script that was published last."""
    listed = read((ROOT / PUBLISHED / LIST).read_text(encoding="utf-8"))
    return [each for each in listed if isinstance(each, Script)][-1]


def script(site: str) -> str:
    """The element that loads the newest script."""
    found = newest()
    address = f"{site}/embed/v1/{found.name}"
    return f'<script src="{address}" integrity="{found.integrity}" crossorigin="anonymous" defer></script>'


def place(site: str, document: str, language: str, words: str = "Terms") -> str:
    """The element of a document as an integrator types it."""
    link = f'<a href="{site}/fr/{document}/" class="legal" target="_blank">{words}</a>'
    return f'<div data-terms="{document}" lang="{language}">{link}</div>'


def whole(form: str, after: str, language: str = "en") -> str:
    """A page with a form and what follows it."""
    body = (
        f'<main><h1>Sign up</h1><form method="post" action="{SIGN_UP}">{form}<button>OK</button></form></main>{after}'
    )
    head = '<meta charset="utf-8"><title>Sign up</title><link rel="icon" href="data:,">'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
