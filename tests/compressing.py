"""A built site served as a host serves it: Netlify's headers, text in Brotli or gzip, connections kept."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path

import brotli

from tests.conftest import Handler, serve

TEXT = re.compile(r"text/|application/(?:json|javascript|xml)|image/svg")


class Compressing(Handler):
    """A folder with the headers of netlify.toml, whose text is compressed as well as the browser can read."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO:
        """The body that is to be sent after the headers, which are sent here."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        kind = self.guess_type(path)
        coding = self._coding() if TEXT.match(kind) else ""
        body = compressed(path, coding)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        return BytesIO(body)

    def _coding(self) -> str:
        accepted = self.headers.get("Accept-Encoding", "")
        return next((each for each in ("br", "gzip") if each in accepted), "")


@cache
def compressed(path: Path, coding: str) -> bytes:
    """A file as it is sent in an encoding of HTTP, "" for none."""
    content = path.read_bytes()
    if coding == "br":
        in_brotli: bytes = brotli.compress(content, quality=5)
        return in_brotli
    return gzip.compress(content, 6) if coding == "gzip" else content


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, without a slash at the end, at which a folder is served."""
    yield from serve(folder, Compressing)
