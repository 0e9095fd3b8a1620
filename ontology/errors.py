"""The whole exception tree of opora. One line to the user: what is wrong, where, how to mend it.

OporaError
├── InputError                    exit code 2, HTTP 400/422: the user's file or words
│   ├── UnreadableFile            cannot be opened, is empty, is binary, has an unknown encoding
│   ├── NotAnOrder                readable, but no legal act
│   ├── BrokenTable               a registry table: file, line, column, what is expected
│   ├── TooLarge                  a file that was sent: more than is taken
│   ├── InvalidGraph              SHACL or integrity: nothing was written
│   ├── BadParameter              a question's parameter is missing, unknown or of the wrong type
│   └── SeveralErrors             several files are wrong: each one's error
├── NotFound                      exit code 2, HTTP 404
│   ├── UnknownTerritory
│   ├── UnknownFunction
│   ├── UnknownSubject
│   ├── UnknownQuestion
│   └── UnknownResource
├── NotAllowed                    exit code 2, HTTP 403: the token does not allow it
│   └── NotKnown                  HTTP 401: no token, or none of ours
├── StoreError                    exit code 2, HTTP 503
│   ├── StoreUnavailable          the server is down, the file is locked or not ours
│   └── StoreCorrupt              the store's contents break our own schema
└── DeclarationError              a programmer's mistake: a declaration that contradicts itself
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from ontology.i18n import Lang, translator


class OporaError(Exception):
    """Base: `what` and `mend` are English message ids with {named} placeholders, `where` is shown as it is.

    `rule` links the rule that is enforced (a shape's IRI, a column's documentation, a clause) when there is one.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 2

    def __init__(self, what: str, *, where: str = "", mend: str = "", rule: str = "", **params: object) -> None:
        self.what, self.where, self.mend, self.rule, self.params = what, where, mend, rule, params
        super().__init__(self.message("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        """An error travels between processes whole."""
        return _again, (type(self), self.what, self.where, self.mend, self.rule, self.params)

    def title(self, lang: Lang) -> str:
        """What is wrong, in the user's language."""
        return translator(lang)(self.what, **self.params)

    def remedy(self, lang: Lang) -> str:
        """How to mend it, in the user's language; empty when nothing can be said."""
        return translator(lang)(self.mend, **self.params) if self.mend else ""

    def message(self, lang: Lang) -> str:
        """The one clear line: where: what. How to mend."""
        head = f"{self.where}: {self.title(lang)}" if self.where else self.title(lang)
        remedy = self.remedy(lang)
        line = f"{head.rstrip('.')}. {remedy}" if remedy else head
        return " ".join(line.split())


def _again(kind: type[OporaError], what: str, where: str, mend: str, rule: str, params: dict[str, Any]) -> OporaError:
    return kind(what, where=where, mend=mend, rule=rule, **params)


class InputError(OporaError):
    """The user's file or words cannot be used."""

    code, status = "input", 422


class UnreadableFile(InputError):
    """The file cannot be opened, is empty, binary or of unknown encoding."""

    code, status = "unreadable-file", 422


class NotAnOrder(InputError):
    """The text can be read, but it is no legal act."""

    code = "not-an-order"


class BrokenTable(InputError):
    """A registry table breaks its documented columns."""

    code = "broken-table"


class TooLarge(InputError):
    """What was sent is larger than is taken."""

    code, status = "too-large", 413


class InvalidGraph(InputError):
    """SHACL or an integrity check failed; nothing was written."""

    code = "invalid-graph"
    exit_code = 1


class BadParameter(InputError):
    """A parameter is missing, unknown or of the wrong type."""

    code = "bad-parameter"


class SeveralErrors(InputError):
    """Several files are wrong: nothing was done with any of them. `errors` are theirs, in the order of the files."""

    code = "several-errors"

    def __init__(self, errors: Sequence[OporaError]) -> None:
        self.errors = tuple(errors)
        super().__init__("{number} files are wrong, so nothing was done", number=len(self.errors))

    def __reduce__(self) -> tuple[Any, ...]:
        """The errors travel, not their number."""
        return SeveralErrors, (self.errors,)

    def message(self, lang: Lang) -> str:
        """One line for all, then one line for each file."""
        return "\n".join([f"{self.title(lang)}:", *(f"  {error.message(lang)}" for error in self.errors)])


class NotFound(OporaError):
    """Something named by the user does not exist."""

    code, status = "not-found", 404


class UnknownTerritory(NotFound):
    """No territory is called so."""

    code = "unknown-territory"


class UnknownFunction(NotFound):
    """No function of the catalogue is called so."""

    code = "unknown-function"


class UnknownSubject(NotFound):
    """No subject is called so."""

    code = "unknown-subject"


class UnknownQuestion(NotFound):
    """The registry has no such question."""

    code = "unknown-question"


class UnknownResource(NotFound):
    """No entity has this id."""

    code = "unknown-resource"


class NotAllowed(OporaError):
    """The token does not allow what is asked."""

    code, status = "not-allowed", 403


class NotKnown(NotAllowed):
    """Nobody has said who asks: no token, or none of ours."""

    code, status = "not-known", 401


class StoreError(OporaError):
    """The graph store cannot be used."""

    code, status = "store", 503


class StoreUnavailable(StoreError):
    """The server is down, or the file is locked or not a store of ours."""

    code = "store-unavailable"


class StoreCorrupt(StoreError):
    """The store's contents break our own schema."""

    code = "store-corrupt"


class DeclarationError(OporaError):
    """A declaration contradicts itself: found when the program is built, not when it is used."""

    code = "declaration"
