"""The same work over many files: in several processes where that pays, every failure told at once.

    files ─► work (here, or in processes of their own) ─► results in the order of the files
                     └─► OporaError of any file is kept; at the end all are raised as one

What a file gives does not depend on where it was read, so the results are the same whatever the machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from ontology.errors import OporaError, SeveralErrors

T = TypeVar("T")
# A process of its own costs about 1.5 s of start (dictionary, catalogue) and 150 MB, an act 0.2 s a hundred kilobytes
# (docs/robustness.md): below this many bytes one process is done sooner.
PAYS_FROM = 1_000_000
MOST = 4
Stage = Literal["check", "write"]


class Progress(Protocol):
    """Who is told how far the work has come."""

    def file(self, path: Path, done: int, total: int) -> None:
        """A file has been read: the `done`-th of `total`."""
        ...

    def stage(self, stage: Stage) -> None:
        """All files are read and something else begins."""
        ...


class Unseen:
    """Progress nobody looks at."""

    def file(self, path: Path, done: int, total: int) -> None:
        """Say nothing."""

    def stage(self, stage: Stage) -> None:
        """Say nothing."""


def each(
    work: Callable[[Path], T],
    paths: Sequence[Path],
    progress: Progress | None = None,
    *,
    workers: int | None = 1,
    total: int | None = None,
    known: Sequence[OporaError] = (),
) -> list[T]:
    """Return what `work` gives for each file, in their order. `workers`: processes (None: as many as pay, only for a
    program that does nothing when its main module is imported, for each of them imports it); `total`: of how many files
    these are the first; `known`: errors of files that were not even tried.

    `work` is a function of a module, so that other processes find it. Every file is tried; afterwards the OporaError
    of the only bad file is raised, or SeveralErrors with those of all.
    """
    tell = progress or Unseen()
    count = workers if workers is not None else worthwhile(paths)
    results: dict[int, T] = {}
    errors: dict[int, OporaError] = {}
    outcomes = _here(work, paths) if count < 2 else _apart(work, paths, count)
    for done, (number, outcome) in enumerate(outcomes, 1):
        if isinstance(outcome, OporaError):
            errors[number] = outcome
        else:
            results[number] = outcome
        tell.file(paths[number], done, total or len(paths))
    together([*known, *(errors[n] for n in sorted(errors))])
    return [results[n] for n in range(len(paths))]


def together(errors: Sequence[OporaError]) -> None:
    """Raise nothing, the only error, or all of them as one."""
    if len(errors) > 1:
        raise SeveralErrors(errors)
    if errors:
        raise errors[0]


def worthwhile(paths: Sequence[Path]) -> int:
    """Over how many processes reading these orders pays: 1 for a few, never more than the machine has cores for us."""
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, cores, len(sizes)) if sum(sizes) >= PAYS_FROM else 1


def _tried(work: Callable[[Path], T], path: Path) -> T | OporaError:
    """What the file gives, or its error: an exception would stop at the first bad file."""
    try:
        return work(path)
    except OporaError as error:
        if error.where == path.name:  # in a folder of folders a name is not enough
            error.where = str(path)
        return error


def _here(work: Callable[[Path], T], paths: Sequence[Path]) -> Iterator[tuple[int, T | OporaError]]:
    for number, path in enumerate(paths):
        yield number, _tried(work, path)


def _apart(work: Callable[[Path], T], paths: Sequence[Path], count: int) -> Iterator[tuple[int, T | OporaError]]:
    """In processes started anew: one that is forked would share open stores and locks of threads."""
    left = set(range(len(paths)))
    try:
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
            futures: dict[Future[T | OporaError], int] = {
                pool.submit(_tried, work, path): number for number, path in enumerate(paths)
            }
            for future in as_completed(futures):
                number = futures[future]
                outcome = future.result()
                left.discard(number)
                yield number, outcome
    except BrokenProcessPool:
        # A machine that lets no processes start, or one that ran out of memory: what is left is read here.
        for number in sorted(left):
            yield number, _tried(work, paths[number])
