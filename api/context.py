"""What every command shares: the settings, the language, the store, the two output channels."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from api.settings import Settings
from ontology.i18n import Lang, Translate, translator
from queries.store import GraphStore

PIPED_WIDTH = 160  # of tables that go to a file or another program


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False)
    if console.is_terminal or "COLUMNS" in os.environ:
        return console
    return Console(stderr=stderr, highlight=False, width=PIPED_WIDTH)


class Context:
    """Passed to each command as `ctx.obj`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.err = _console(stderr=True)
        self.out = _console(stderr=False)

    @property
    def lang(self) -> Lang:
        """Language of messages."""
        return self.settings.lang

    @property
    def _(self) -> Translate:
        """Message in the user's language."""
        return translator(self.lang)

    @contextmanager
    def store(self) -> Iterator[GraphStore]:
        """The open store; closed at the end."""
        opened = self.settings.open()
        try:
            yield opened
        finally:
            opened.close()

    def say(self, message: str) -> None:
        """One line for the person, on standard error."""
        self.err.print(message, markup=False)

    def put(self, text: str) -> None:
        """Machine output: standard output, UTF-8, exactly as given."""
        data = text if text.endswith("\n") else text + "\n"
        sys.stdout.buffer.write(data.encode("utf-8"))
        sys.stdout.buffer.flush()
