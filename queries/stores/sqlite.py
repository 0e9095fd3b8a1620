"""The embedded store: one SQLite file. Many threads read at once, one writes; other programs may use the file too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TypeVar

from ontology.errors import DeclarationError, StoreUnavailable
from queries.store import GraphStore
from queries.stores.base import BaseStore
from queries.stores.session import Session
from queries.stores.sqlite_file import BUSY_SECONDS, SqliteFile, errors
from queries.stores.sqlite_session import SqliteSession

T = TypeVar("T")


class SqliteStore(BaseStore):
    """A GraphStore in a file, or in memory when `path` is None. See queries.stores.open_store."""

    def __init__(self, path: Path | None, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        super().__init__(f"sqlite:///{path if path else ':memory:'}", "sql")
        self._file = SqliteFile(path, create=create, busy_seconds=busy_seconds)
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._writer = Lock()
        self._closed = False

    def revision(self) -> tuple[int, ...] | None:
        """What is different after any write, by this program or another: the stamps of the file and of its log."""
        path = self._file.path
        if path is None:
            return None
        files = (path, path.with_name(f"{path.name}-wal"))
        stats = [file.stat() for file in files if file.exists()]
        return tuple(number for stat in stats for number in (stat.st_mtime_ns, stat.st_size))

    def _read(self, work: Callable[[Session], T]) -> T:
        with errors(self._file.where), self._reader() as connection:
            connection.execute("BEGIN")  # one snapshot for all that `work` asks
            try:
                return work(SqliteSession(connection))
            finally:
                _end(connection, "ROLLBACK")

    def _write(self, work: Callable[[Session], T]) -> T:
        with errors(self._file.where), self._writing() as connection:
            result = work(SqliteSession(connection))
            connection.execute("COMMIT")
            return result

    @contextmanager
    def transaction(self, *, rollback: bool = False) -> Iterator[GraphStore]:
        """See queries.store.GraphStore.transaction. Other writers wait meanwhile, readers see the state before."""
        with errors(self._file.where), self._writing() as connection:
            yield _Transaction(self, connection)
            connection.execute("ROLLBACK" if rollback else "COMMIT")

    def close(self) -> None:
        """See queries.store.GraphStore.close. Closing twice does no harm."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                break
        with self._writer:
            self._file.close()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        self._check_open()
        try:
            connection = self._idle.get_nowait()
        except Empty:
            connection = self._file.connect(query_only=True)
        try:
            yield connection
        finally:
            if self._closed:
                connection.close()
            else:
                self._idle.put(connection)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The one writing connection with a transaction begun; rolled back unless the caller commits."""
        if not self._writer.acquire(timeout=max(self._file.busy_seconds, 60.0)):
            raise StoreUnavailable("The store is busy with a long write", where=self._file.where, mend="Try again.")
        try:
            self._check_open()
            connection = self._file.keeper
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            finally:
                _end(connection, "ROLLBACK")
        finally:
            self._writer.release()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("The store is closed", where=self._file.where)


class _Transaction(BaseStore):
    """The store inside one transaction."""

    def __init__(self, store: SqliteStore, connection: sqlite3.Connection) -> None:
        super().__init__(store.url, store.dialect)
        self._connection = connection

    def _read(self, work: Callable[[Session], T]) -> T:
        with errors(self.url):
            return work(SqliteSession(self._connection))

    def _write(self, work: Callable[[Session], T]) -> T:
        # A savepoint: a write that fails leaves nothing, and the transaction goes on.
        with errors(self.url):
            self._connection.execute("SAVEPOINT one_write")
            try:
                result = work(SqliteSession(self._connection))
            except BaseException:
                self._connection.execute("ROLLBACK TO one_write")
                raise
            finally:
                self._connection.execute("RELEASE one_write")
            return result

    @contextmanager
    def transaction(self, *, rollback: bool = False) -> Iterator[GraphStore]:
        """Joins the transaction that is open; a part of it cannot be rolled back alone."""
        if rollback:
            raise DeclarationError("A transaction cannot be rolled back inside another one")
        yield self

    def close(self) -> None:
        """The store it belongs to is closed by whoever opened that."""


def _end(connection: sqlite3.Connection, how: str) -> None:
    if connection.in_transaction:
        connection.execute(how)
