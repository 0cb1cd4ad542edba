"""Netlify's own dev server on a built site, and what Netlify reads in netlify.toml.

Where it differs from the real host: its file server puts its own Cache-Control and Content-Type over ours, so these two
are read by `promised`; it takes the first language of a browser, English where there is none; it serves a page at its
address without the last slash, where the host redirects; it takes no forms.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

CLI = ROOT / ".cache/hosting/node_modules/netlify-cli"
RULES = ROOT / "netlify.toml"
READY = "Local dev server ready"
# An edge function needs Deno, which comes from the internet; nothing here is one.
FLAGS = ("--offline", "--internal-disable-edge-functions", "--no-open", "--skip-gitignore", "--dir", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A site as Netlify's dev server shows it: its address, without a slash at the end, and its files."""

    address: str
    site: Path


def promised(addresses: Sequence[str]) -> list[Mapping[str, str]]:
    """The headers that netlify.toml gives to each address, by Netlify's own reading."""
    command = ["node", str(Path(__file__).with_name("rules.mjs")), str(CLI), str(RULES), *addresses]
    found: list[Mapping[str, str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    with ExitStack() as opened:
        sockets = [opened.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextmanager
def serving(root: Path, ports: Sequence[int]) -> Iterator[None]:
    """Netlify's dev server on the folder `site` of a root, until the block ends; it writes nowhere else."""
    shutil.copy(RULES, root)
    command = ["node", str(CLI / "bin/run.js"), "dev", *FLAGS]
    for flag, port in zip(("--port", "--staticServerPort", "--functions-port"), ports, strict=True):
        command += [flag, str(port)]
    # CI=1: it asks nothing and tells nobody that it runs.
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), "CI": "1"}
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    ) as server:  # fmt: skip
        try:
            _wait(server)
            yield
        finally:
            os.killpg(server.pid, signal.SIGKILL)


def _wait(server: subprocess.Popen[str]) -> None:
    """Read what the server says until it is ready; it says little after."""
    assert server.stdout
    said = []
    for line in server.stdout:
        said.append(line)
        if READY in line:
            return
    raise RuntimeError("".join(said))
