"""Work that takes long, done by several processes: results in order, the same as one process would give."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Generic, Self, TypeVar

from macros.progress import Progress
from macros.stopping import BuildFailedError

# Never a fork of this process: its threads would not be there, and those that wait for them would wait forever.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
DIED = "the process that made it died, perhaps for want of memory"
T = TypeVar("T")
Made_co = TypeVar("Made_co", covariant=True)


class JobError(BuildFailedError):
    """Jobs that failed: a line for each, which names it and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[Made_co]):
    """One thing to make, and what messages call it; make is a function of a module, its arguments bound by partial."""

    name: str
    make: Callable[[], Made_co]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a job gave no result."""

    reason: str


class Pool:
    """Processes that start when there is work for them, and end with the block that they are made for."""

    def __init__(self) -> None:
        self.size = os.cpu_count() or 1
        self.processes: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def done(self, jobs: Sequence[Job[T]]) -> Iterator[T]:
        """The results, in order; raises JobError once all that could be made were."""
        failed, progress = [], Progress(len(jobs))
        alone = self.size == 1 or len(jobs) == 1
        outcomes = map(_outcome, jobs) if alone else self._outcomes(jobs)
        for job, outcome in zip(jobs, outcomes, strict=True):
            progress.step(job.name)
            if isinstance(outcome, Failed):
                failed.append(
                    f"{job.name}: expected it to be made, found: {outcome.reason}; mend that, and build again"
                )
            elif not failed:
                yield outcome
        if failed:
            raise JobError("\n".join(failed))

    def _outcomes(self, jobs: Sequence[Job[T]]) -> Iterator[T | Failed]:
        """One that dies takes along all that others were to make: each of those gets a process of its own."""
        for job, future in zip(jobs, [self._submitted(each) for each in jobs], strict=True):
            outcome = _result(future)
            yield self._alone(job) if outcome is None else outcome

    def _alone(self, job: Job[T]) -> T | Failed:
        self._end()
        outcome = _result(self._submitted(job))
        if outcome is not None:
            return outcome
        self._end()
        return Failed(DIED)

    def _submitted(self, job: Job[T]) -> Future[T | Failed]:
        context = multiprocessing.get_context(METHOD)
        self.processes = self.processes or ProcessPoolExecutor(self.size, mp_context=context, initializer=_follow)
        return self.processes.submit(_outcome, job)

    def _end(self) -> None:
        if self.processes:
            self.processes.shutdown(cancel_futures=True)
        self.processes = None


def _follow() -> None:
    """End this process with the one that started it: one that is killed cannot end those that work for it."""
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _result(future: Future[T | Failed]) -> T | Failed | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _outcome(job: Job[T]) -> T | Failed:
    try:
        return job.make()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told with the name of what was made
        return Failed(_told(error))


def _told(error: Exception) -> str:
    """An error on one line, with the place in the sources where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(str(error).split())
    return f"{type(error).__name__} ({Path(place.filename).name}:{place.lineno}) {said}".rstrip()
