"""How far long work is: on one line of a terminal, and now and then in a log."""

from __future__ import annotations

import sys
import time

# Seconds: work that ends sooner says nothing; then how often a log, and how often a terminal, is told.
SOON, LOG, TERMINAL = 2.0, 15.0, 0.2
CLEAR = "\r\033[K"


class Progress:
    """What is told of so many things to make, as each is done; to the standard error, where it is in nobody's way."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.live = sys.stderr.isatty()
        self.next = time.monotonic() + SOON

    def step(self, name: str) -> None:
        """One more is done."""
        self.done += 1
        now, said = time.monotonic(), f"{self.done} of {self.total} made: {name}"
        if self.live and self.done == self.total:
            self._print(CLEAR)
        elif now >= self.next and self.live:
            self._print(f"{CLEAR}{said}")
            self.next = now + TERMINAL
        elif now >= self.next:
            self._print(f"{said}\n")
            self.next = now + LOG

    def _print(self, words: str) -> None:
        sys.stderr.write(words)
        sys.stderr.flush()
