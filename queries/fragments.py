"""Parts that many SQL files begin with: written once in `fragments/*.sql`, named in a query by a line `-- @name`.

A fragment is one common table expression. The line may end with the comma that parts it from the next one.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ontology.errors import DeclarationError

_FOLDER = Path(__file__).parent / "fragments"
_NAMED = re.compile(r"^[ \t]*-- @(\w+)(,?)[ \t]*$", re.MULTILINE)


def expanded(text: str, file: str) -> str:
    """The text of an SQL file with its fragments in place. DeclarationError when one is not there."""
    return _NAMED.sub(lambda named: fragment(named[1], file) + named[2], text)


@cache
def fragment(name: str, file: str) -> str:
    """The lines of a fragment, its header comment left out; `file` is who names it."""
    path = _FOLDER / f"{name}.sql"
    if not path.is_file():
        raise DeclarationError("{file} names a fragment that is not there: {name}", file=file, name=name)
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))
