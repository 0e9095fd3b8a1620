"""What to say when Neo4j fails: told by the kind of failure, without importing the driver."""

from __future__ import annotations

from ontology.errors import DeclarationError, InvalidGraph, OporaError, StoreError, StoreUnavailable

_ADDRESS = "Check the address: --store or OPORA_STORE, like neo4j://host:7687."


def down(where: str, reason: str) -> OporaError:
    """Nobody answers."""
    return StoreUnavailable(
        "Neo4j does not answer: {reason}",
        where=where,
        mend="Start it (make neo4j) or check the address in OPORA_STORE.",
        reason=reason,
    )


def refused(where: str) -> OporaError:
    """Wrong user or password."""
    return StoreUnavailable(
        "Neo4j refuses the user or the password",
        where=where,
        mend="Check OPORA_NEO4J_USER and OPORA_NEO4J_PASSWORD.",
    )


def no_address(where: str, reason: str) -> OporaError:
    """The driver cannot read the address."""
    return StoreUnavailable("This is no address of Neo4j: {reason}", where=where, mend=_ADDRESS, reason=reason)


def closed(where: str) -> OporaError:
    """Used after close()."""
    return StoreUnavailable("The store is closed", where=where)


def from_server(where: str, code: str, reason: str) -> OporaError:
    """A failure the server reports under its own code, as `Neo.ClientError.Database.DatabaseNotFound`."""
    if code.endswith(("DatabaseNotFound", "Security.Forbidden")):
        return StoreUnavailable(
            "Neo4j does not give this database: {reason}",
            where=where,
            mend="Check OPORA_NEO4J_DATABASE and the rights of the user.",
            reason=reason,
        )
    if ".Schema.Constraint" in code:
        return InvalidGraph("The graph breaks a rule of the store: {reason}", where=where, reason=reason)
    if code.startswith("Neo.ClientError.Statement"):
        return DeclarationError("Neo4j does not accept the query: {reason}", where=where, reason=reason)
    if "OutOfMemory" in code:
        return StoreUnavailable(
            "Neo4j has too little memory for so large a transaction",
            where=where,
            mend="Load fewer files at once, or raise server.memory.heap.max_size of the server.",
        )
    if code.startswith("Neo.TransientError") or "Unavailable" in code:
        return StoreUnavailable("Neo4j is busy: {reason}", where=where, mend="Try again.", reason=reason)
    return StoreError("Neo4j failed: {reason}", where=where, reason=f"{code} {reason}")


def value(where: str, reason: str) -> OporaError:
    """A value that cannot travel."""
    return InvalidGraph("A value cannot be kept: {reason}", where=where, reason=reason)
