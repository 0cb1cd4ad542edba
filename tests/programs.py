"""Programs that tests start beside Python and a browser: found on the machine, or installed as root on Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import NamedTuple


class Program(NamedTuple):
    """What a program may be called on a machine, and the packages that bring it."""

    names: tuple[str, ...]
    debian: str
    brew: str


PROGRAMS = {
    "java": Program(("java",), "default-jre-headless", "openjdk"),
    "javac": Program(("javac",), "default-jdk-headless", "openjdk"),
    "npm": Program(("npm",), "npm", "node"),
    "soffice": Program(
        ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        "libreoffice-writer-nogui",
        "--cask libreoffice",
    ),
}


def path_of(program: str) -> str | None:
    """The path of a program of this machine."""
    return next(filter(None, map(shutil.which, PROGRAMS[program].names)), None)


def debian_installs(package: str) -> bool:
    """Whether the system's packages, as root, bring this one."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    print(f"Installing {package}", flush=True)
    subprocess.run([apt, "update", "--quiet"], check=False)
    return not subprocess.run(
        [apt, "install", "--yes", "--quiet", "--no-install-recommends", package], check=False
    ).returncode


def main(wanted: list[str]) -> int:
    """0 where every program that is wanted is there, or could be installed; the others are named."""
    missing = [each for each in wanted if not path_of(each) and not debian_installs(PROGRAMS[each].debian)]
    for each in missing:
        _, debian, brew = PROGRAMS[each]
        print(f"{each} is needed. On Debian or Ubuntu: apt-get install {debian}; on macOS: brew install {brew}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
