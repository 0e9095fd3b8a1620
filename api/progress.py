"""How far a long work has come: a bar on standard error, with the file, the count and the time left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from api.context import Context


class Bar:
    """Draws what `loaders.many.Progress` is told."""

    def __init__(self, context: Context, bar: Progress) -> None:
        self._, self.bar = context._, bar
        self.task = bar.add_task("", total=None)

    def file(self, path: Path, done: int, total: int) -> None:
        """A file has been read."""
        self.bar.update(self.task, completed=done, total=total, description=escape(path.name))

    def stage(self, stage: Literal["check", "write"]) -> None:
        """All files are read; how long the rest takes is not known."""
        said = self._("the whole is checked") if stage == "check" else self._("the facts are written")
        self.bar.update(self.task, description=said)


@contextmanager
def progress(context: Context) -> Iterator[Bar]:
    """A bar while the work lasts; silent where standard error is no terminal."""
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=context.err, transient=True, disable=not context.err.is_terminal) as bar:
        yield Bar(context, bar)
