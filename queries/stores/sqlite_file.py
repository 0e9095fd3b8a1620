"""Open an SQLite file as a store: is it ours, is it of this edition, can it be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from ontology.errors import DeclarationError, InvalidGraph, OporaError, StoreCorrupt, StoreError, StoreUnavailable
from queries.stores.ddl import APPLICATION_ID, META_TABLE, SCHEMA_VERSION, fingerprint, sqlite_ddl

BUSY_SECONDS = 5.0
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_OTHER_FILE = "Give another file by --store or OPORA_STORE."
_WAIT = "Close the program that uses it, or try again."


class SqliteFile:
    """One file (or a graph in memory) and how to connect to it."""

    def __init__(self, path: Path | None, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path, self.busy_seconds = path, busy_seconds
        self.where = str(path) if path else ":memory:"
        # SQLite's own databases in memory let nobody read while somebody writes, so it is a file that goes away.
        self._passing = None if path else TemporaryDirectory(prefix="opora-", ignore_cleanup_errors=True)
        self.real = path or Path(self._passing.name if self._passing else "") / "opora.db"
        self.read_only = path is not None and path.exists() and not os.access(path, os.W_OK)
        with errors(self.where):
            self._prepare(create)

    def connect(self, *, query_only: bool) -> sqlite3.Connection:
        """A new connection; `query_only` ones refuse to change anything."""
        connection = sqlite3.connect(
            self._address(), uri=True, timeout=self.busy_seconds, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # What a question works out on its way is small: kept in memory, it takes a third of the time off.
        connection.execute("PRAGMA temp_store = MEMORY")
        if self._passing:
            connection.execute("PRAGMA synchronous = OFF")  # nothing of it has to outlive a crash
        if query_only:
            connection.execute("PRAGMA query_only = ON")
        return connection

    def close(self) -> None:
        """Close the connection that is kept; a graph in memory is gone then."""
        self.keeper.close()
        if self._passing:
            self._passing.cleanup()

    def _address(self) -> str:
        address = f"file:{quote(str(self.real.absolute()))}"
        if not self.read_only:
            return f"{address}?mode=rwc"
        # Where not even SQLite's helper files can be made nobody writes, so the file may be taken as unchanging.
        log = self.real.with_name(f"{self.real.name}-wal")
        still = not os.access(self.real.parent, os.W_OK) and not log.exists()
        return f"{address}?mode=ro&immutable=1" if still else f"{address}?mode=ro"

    def _prepare(self, create: bool) -> None:
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            raise StoreUnavailable(
                "SQLite {found} is too old, {needed} is needed",
                mend="Run opora with a newer Python.",
                found=sqlite3.sqlite_version,
                needed=".".join(map(str, _OLDEST_SQLITE)),
            )
        if self.path is not None and not self.path.exists():
            if not create:
                raise StoreUnavailable(
                    "There is no store here", where=self.where, mend="Load orders first: opora load PATH…"
                )
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreUnavailable(
                    "The folder cannot be made: {reason}", where=self.where, mend=_OTHER_FILE, reason=error.strerror
                ) from error
        # The one connection that writes, kept open as long as the store.
        self.keeper = self.connect(query_only=False)
        try:
            self._recognise(self.keeper)
        except BaseException:
            self.keeper.close()
            raise

    def _recognise(self, connection: sqlite3.Connection) -> None:
        if self._state(connection) == "empty":
            if self.read_only:
                raise StoreUnavailable("The file is empty and cannot be written", where=self.where, mend=_OTHER_FILE)
            connection.execute("PRAGMA journal_mode = WAL")  # readers go on while one program writes
            connection.execute("BEGIN IMMEDIATE")
            try:
                # Another program may have made the tables while this one waited for the lock.
                if self._state(connection) == "empty":
                    for statement in sqlite_ddl():
                        connection.execute(statement)
                    connection.execute(f"INSERT INTO {META_TABLE} VALUES ('tables', ?)", (fingerprint(),))  # noqa: S608
                    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def _state(self, connection: sqlite3.Connection) -> str:
        """Return "empty" or "ours"; StoreUnavailable when it is neither."""
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application == 0 and tables == 0:
            return "empty"
        if application != APPLICATION_ID:
            raise StoreUnavailable(
                "This SQLite database belongs to another program", where=self.where, mend=_OTHER_FILE
            )
        if version > SCHEMA_VERSION:
            raise StoreUnavailable(
                "The store was written by a newer opora (edition {found}, this one reads {known})",
                where=self.where,
                mend="Update opora, or give another file by --store or OPORA_STORE.",
                found=version,
                known=SCHEMA_VERSION,
            )
        row = connection.execute(f"SELECT value FROM {META_TABLE} WHERE key = 'tables'").fetchone()  # noqa: S608
        if version < SCHEMA_VERSION or row is None or row[0] != fingerprint():
            raise StoreUnavailable(
                "The store was written by another edition of opora, its tables differ",
                where=self.where,
                mend="Load the orders again into a new file: --store or OPORA_STORE.",
            )
        return "ours"


@contextmanager
def errors(where: str) -> Iterator[None]:
    """Turn SQLite's errors into ours, in one place."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, where) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise InvalidGraph("A value cannot be kept: {reason}", where=where, reason=error) from error


def _translated(error: sqlite3.Error, where: str) -> OporaError:
    name, text = getattr(error, "sqlite_errorname", "") or "", str(error)
    if name.startswith("SQLITE_CONSTRAINT"):
        return InvalidGraph("The graph breaks a rule of the store: {reason}", where=where, reason=text)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreUnavailable("The store is locked by another program", where=where, mend=_WAIT)
    if name.startswith("SQLITE_NOTADB"):
        return StoreUnavailable("The file is no SQLite database", where=where, mend=_OTHER_FILE)
    if name.startswith("SQLITE_CORRUPT"):
        return StoreCorrupt(
            "The file is damaged", where=where, mend="Restore a copy, or load the orders again into a new file."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreUnavailable(
            "The store can only be read", where=where, mend="Give the file and its folder write permission."
        )
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_NOMEM", "SQLITE_TOOBIG")):
        return StoreUnavailable("The file cannot be used: {reason}", where=where, mend=_OTHER_FILE, reason=text)
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in text:
        return StoreUnavailable("The store is closed", where=where)
    if isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return DeclarationError("SQLite does not accept the query: {reason}", where=where, reason=text)
    return StoreError("SQLite failed: {reason}", where=where, reason=text)
