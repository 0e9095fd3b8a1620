"""Who may write over HTTP: tokens, of which only the SHA-256 is kept.

`OPORA_TOKENS` holds entries, or names a file with them: `name scopes sha256`, one a line (or split by `;`), scopes
joined by commas; lines that begin with # say nothing. `opora token NAME` makes a token and its entry.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request

from ontology.errors import BadParameter, NotAllowed, NotKnown, UnreadableFile
from ontology.i18n import gettext

SCOPES = ("read", "write")
_ENTRY = re.compile(r"(?P<name>\S.{0,199}?)\s+(?P<scopes>[a-z,]+)\s+(?P<sha256>[0-9a-fA-F]{64})")
_MEND = gettext("Write NAME SCOPES SHA256, as opora token NAME prints it.")


@dataclass(frozen=True, slots=True)
class Token:
    """An entry: who it is, what is allowed, the hash of the secret."""

    name: str
    scopes: frozenset[str]
    sha256: str


def read_tokens(text: str | None) -> tuple[Token, ...]:
    """The entries of a setting, or of the file it names. UnreadableFile, BadParameter: nothing is passed over."""
    if not text or not text.strip():
        return ()
    where = "OPORA_TOKENS"
    if not _ENTRY.search(text):
        where = text.strip()
        try:
            text = Path(where).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError) as error:
            raise UnreadableFile("the file of tokens cannot be read", where=where[:200], mend=_MEND) from error
    found: list[Token] = []
    for number, line in enumerate(re.split(r"[\n;]", text), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = _ENTRY.fullmatch(line.strip())
        scopes = frozenset(entry["scopes"].split(",")) if entry else frozenset()
        if entry is None or not scopes <= set(SCOPES):
            raise BadParameter("entry {number} of the tokens cannot be read", where=where, mend=_MEND, number=number)
        found.append(Token(entry["name"], scopes, entry["sha256"].lower()))
    return tuple(found)


def make_token(name: str, scopes: Sequence[str]) -> tuple[str, str]:
    """A new secret, and its entry; the secret is kept nowhere. BadParameter for a wrong name or scope."""
    secret = secrets.token_urlsafe(32)
    entry = f"{' '.join(name.split())} {','.join(scopes)} {hashlib.sha256(secret.encode()).hexdigest()}"
    if not set(scopes) <= set(SCOPES) or not scopes or not _ENTRY.fullmatch(entry) or ";" in entry or entry[0] == "#":
        raise BadParameter("this is no name or scope of a token", mend="Scopes: read, write.")
    return secret, entry


def writer(request: Request) -> str:
    """Name of the token a request brings. NotKnown without one of ours, NotAllowed without the scope `write`."""
    return _allowed(request, "write")


def reader(request: Request) -> str:
    """The same for a token that may read; who may write may read."""
    return _allowed(request, "read", "write")


def _allowed(request: Request, *scopes: str) -> str:
    """Every entry is compared, each in constant time, so that neither which one fits nor how much of it fits shows."""
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    digest = hashlib.sha256(secret.strip().encode()).hexdigest()
    tokens: Sequence[Token] = request.app.state.tokens
    fitting = [t for t in tokens if hmac.compare_digest(t.sha256, digest)]
    if kind.lower() != "bearer" or not secret.strip() or not fitting:
        raise NotKnown(
            "This needs a token" if tokens else "This needs a token, and the server has none",
            mend="Send the header Authorization: Bearer TOKEN.",
        )
    name = next((t.name for t in fitting if t.scopes & set(scopes)), None)
    if name is None:
        raise NotAllowed("The token has no scope {scope}", mend="Ask for one that has.", scope=scopes[0])
    return name
