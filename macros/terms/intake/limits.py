"""How long, and in how much memory, a stranger's file may be read: the libraries that read it know no end."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from macros.terms.intake.model import UnreadableError

# Of the processor, for a contract of 600 pages on a slow machine; of memory, with all that Python holds already.
SECONDS = 180.0
AGAIN = 2.0
BYTES = 6_000_000_000


class _TooLongError(BaseException):
    """A file that takes too long; no Exception, since libraries go on after those."""


@contextmanager
def limited() -> Iterator[None]:
    """Raise UnreadableError where what is done inside takes more time or memory than any contract does."""
    norm = "expected a file that can be read in a few minutes"
    before = signal.signal(signal.SIGPROF, _stop)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES if soft == resource.RLIM_INFINITY else soft, hard))
    # Again and again: what ends a library may begin anew where it closes the file.
    signal.setitimer(signal.ITIMER_PROF, SECONDS, AGAIN)
    try:
        yield
    except (_TooLongError, MemoryError) as error:
        found = "memory" if isinstance(error, MemoryError) else "time"
        message = f"{norm}, found one that takes {found} without end; save it anew, or bring it in by parts"
        raise UnreadableError(message) from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _stop(_: int, __: FrameType | None) -> None:
    raise _TooLongError
