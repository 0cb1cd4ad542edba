"""The hash by which a browser tells whether a file is the one that a page means."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha384


def integrity(content: bytes) -> str:
    """The value of an integrity attribute."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"
