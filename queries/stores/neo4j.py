"""The shared store: Neo4j 5 through its official driver, which only this module imports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from logging import NullHandler, getLogger
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Session, Transaction
from neo4j import exceptions as failures

from ontology.errors import DeclarationError, StoreUnavailable
from queries.store import GraphStore
from queries.stores import neo4j_cypher as cypher
from queries.stores import neo4j_errors as say
from queries.stores.base import BaseStore
from queries.stores.ddl import SCHEMA_VERSION, neo4j_ddl
from queries.stores.neo4j_session import Neo4jSession, Run
from queries.stores.session import Session as StoreSession

T = TypeVar("T")

# The driver logs each retry; who wants to read it configures logging, nobody else sees it.
getLogger("neo4j").addHandler(NullHandler())

_CONNECT_SECONDS = 5.0
_RETRY_SECONDS = 5.0  # how long a managed transaction is tried again after a lost leader or a deadlock


class Neo4jStore(BaseStore):
    """A GraphStore in a database of a Neo4j server. See queries.stores.open_store."""

    def __init__(
        self,
        url: str,
        *,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
        create: bool = True,
    ) -> None:
        parts = urlsplit(url)
        user = user if user is not None else unquote(parts.username) if parts.username else None
        password = password if password is not None else unquote(parts.password or "")
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        super().__init__(bare, "cypher")
        self._where = f"{bare} ({database})" if database else bare
        self._database, self._closed = database, False
        with errors(self._where):
            try:
                self._driver: Driver = GraphDatabase.driver(
                    bare,
                    auth=(user, password) if user is not None else None,
                    connection_timeout=_CONNECT_SECONDS,
                    connection_acquisition_timeout=4 * _CONNECT_SECONDS,
                    max_transaction_retry_time=_RETRY_SECONDS,
                    notifications_min_severity=NotificationMinimumSeverity.OFF,
                )
            except (ValueError, failures.ConfigurationError) as error:
                raise say.no_address(bare, str(error)) from error
            # In a cluster each session must see what the sessions before it wrote.
            self._bookmarks = GraphDatabase.bookmark_manager()
            try:
                self._driver.verify_connectivity()
                self._prepare(create)
            except BaseException:
                self._driver.close()
                raise

    def _prepare(self, create: bool) -> None:
        """Is the database ours, or empty; then constraints and indexes that are not there yet."""
        with self._session() as session:
            found = session.run(cypher.VERSION).single()
            version = found["version"] if found else None
            if version is not None and version != SCHEMA_VERSION:
                raise StoreUnavailable(
                    "The store was written by another edition of opora ({found}, this one reads {known})",
                    where=self._where,
                    mend="Update opora, or load the orders again into another database: OPORA_NEO4J_DATABASE.",
                    found=version,
                    known=SCHEMA_VERSION,
                )
            if version is None:
                if session.run(cypher.ANYTHING).single() is not None:
                    raise StoreUnavailable(
                        "The database holds a graph of another program",
                        where=self._where,
                        mend="Give an empty database: OPORA_NEO4J_DATABASE or OPORA_STORE.",
                    )
                if not create:
                    raise StoreUnavailable(
                        "There is no store here", where=self._where, mend="Load orders first: opora load PATH…"
                    )
            names = {row["name"] for row in session.run(cypher.SCHEMA_NAMES)}
            missing = [text for text in neo4j_ddl() if text.split()[2] not in names]
            for text in missing:
                session.run(text).consume()
            if missing:
                session.run(cypher.READY).consume()
            if version is None:
                session.run(cypher.LOCK, version=SCHEMA_VERSION).consume()

    def _read(self, work: Callable[[StoreSession], T]) -> T:
        with errors(self._where), self._session() as session:
            return session.execute_read(lambda tx: work(Neo4jSession(_runner(tx))))

    def _write(self, work: Callable[[StoreSession], T]) -> T:
        with errors(self._where), self._session() as session:
            return session.execute_write(lambda tx: work(Neo4jSession(_runner(tx))))

    @contextmanager
    def transaction(self, *, rollback: bool = False) -> Iterator[GraphStore]:
        """See queries.store.GraphStore.transaction. Other writers wait from its first write on."""
        with errors(self._where), self._session() as session, session.begin_transaction() as tx:
            yield _Transaction(self, tx)
            if rollback:
                tx.rollback()
            else:
                tx.commit()

    def close(self) -> None:
        """See queries.store.GraphStore.close. Closing twice does no harm."""
        self._closed = True
        self._driver.close()

    def _session(self) -> Session:
        if self._closed:
            raise say.closed(self._where)
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)


class _Transaction(BaseStore):
    """The store inside one transaction."""

    def __init__(self, store: Neo4jStore, tx: Transaction) -> None:
        super().__init__(store.url, store.dialect)
        self._tx = tx

    def _read(self, work: Callable[[StoreSession], T]) -> T:
        with errors(self.url):
            return work(Neo4jSession(_runner(self._tx)))

    def _write(self, work: Callable[[StoreSession], T]) -> T:
        # A plan is checked before its first statement, so a write that is refused leaves nothing.
        return self._read(work)

    @contextmanager
    def transaction(self, *, rollback: bool = False) -> Iterator[GraphStore]:
        """Joins the transaction that is open; a part of it cannot be rolled back alone."""
        if rollback:
            raise DeclarationError("A transaction cannot be rolled back inside another one")
        yield self

    def close(self) -> None:
        """The store it belongs to is closed by whoever opened that."""


def _runner(tx: ManagedTransaction | Transaction) -> Run:
    def run(text: str, params: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        return (dict(row) for row in tx.run(text, dict(params)))

    return run


@contextmanager
def errors(where: str) -> Iterator[None]:
    """Turn the driver's errors into ours, in one place."""
    try:
        yield
    except failures.AuthError as error:
        raise say.refused(where) from error
    except (failures.ServiceUnavailable, failures.SessionExpired, failures.ReadServiceUnavailable) as error:
        raise say.down(where, str(error)) from error
    except failures.ConfigurationError as error:
        raise say.no_address(where, str(error)) from error
    except failures.Neo4jError as error:
        raise say.from_server(where, error.code or "", error.message or str(error)) from error
    except failures.DriverError as error:
        raise say.down(where, str(error)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise say.value(where, str(error)) from error
    except ValueError as error:
        if "DNS" not in str(error):  # how the driver says that a host has no address
            raise
        raise say.no_address(where, str(error)) from error
