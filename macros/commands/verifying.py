"""terms verify: a deployed site, or a folder, still serves every sealed byte."""

from __future__ import annotations

import argparse
import hashlib
import http.client
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.commands.output import StopError, report, stop
from macros.commands.project import read_project
from macros.terms.addresses import sealed_address
from macros.terms.ledger import seals

AT_ONCE = 8
SECONDS = 30


def verify_command(given: argparse.Namespace) -> int:
    """Fetch every sealed text and compare its digest with the ledger's; what differs is printed."""
    if not given.site.startswith(("https://", "http://")) and not Path(given.site).is_dir():
        raise StopError(f"expected a folder or an address that begins with https://, found {given.site}")
    project = read_project(given.project)
    if problems := project.misrecorded():
        return report(problems)
    sealed = {
        f"{sealed_address(document, version, name)}terms.md": digest
        for _, document in project.library.documents()
        for (version, name), digest in seals(document).items()
    }
    if not sealed:
        raise StopError("expected sealed texts to verify, found none in any ledger; enter them with: terms record")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(sealed, pool.map(lambda address: _served(given.site, address), sealed), strict=True))
    wrong = [address for address, digest in sealed.items() if found[address] != digest]
    for address in wrong:
        stop(f"{given.site.rstrip('/')}/{address}: expected sha256 {sealed[address]}, found {found[address]}")
    if wrong:
        return stop(f"{len(wrong)} of {len(sealed)} sealed texts are not served as they were published")
    print(f"{len(sealed)} sealed texts, each served byte for byte as it was published")
    return 0


def _served(site: str, address: str) -> str:
    """The digest of a file of the site, or why there is none."""
    try:
        if "://" not in site:
            return hashlib.sha256((Path(site) / address).read_bytes()).hexdigest()
        with urllib.request.urlopen(f"{site.rstrip('/')}/{address}", timeout=SECONDS) as answer:  # noqa: S310  # http only
            return hashlib.sha256(answer.read()).hexdigest()
    except urllib.error.HTTPError as error:
        return f"the answer {error.code} {error.reason}"
    except (OSError, http.client.HTTPException) as error:
        return f"nothing: {getattr(error, 'strerror', None) or getattr(error, 'reason', None) or error}"
