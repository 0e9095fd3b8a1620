"""The wordings the reader knows, one TOML file per topic, and those a user teaches it without code.

`OPORA_WORDINGS` may name a TOML file of the user's own: its tables bear the names of ours (`[heads]`, `[verbs]` …), its
lists are added to ours, its single values replace ours. docs/reading.md shows how.
"""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ontology.errors import UnreadableFile

Table = dict[str, Any]
SINGLE = frozenset({"acronyms"})  # an abbreviation has one meaning: the user's stands for ours
SEE = "docs/reading.md lists the tables."


@cache
def taught() -> Table:
    """The user's own wordings, {} when there are none. Raises UnreadableFile when the file is missing or no TOML."""
    name = os.environ.get("OPORA_WORDINGS")
    if not name:
        return {}
    try:
        own = tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(
            "the file of wordings cannot be opened", where=name, mend="Mend or unset OPORA_WORDINGS."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            "the file of wordings is no TOML: {fault}", where=name, mend="Mend the file.", fault=str(error)
        ) from error
    if unknown := sorted(set(own) - {t for topic in topics() for t in _topic(topic)}):
        raise UnreadableFile(
            "the file of wordings has a table nobody reads: «{entry}»", where=name, mend=SEE, entry=unknown[0]
        )
    return own


def topics() -> list[str]:
    """The topics wordings are declared in: the stems of our files."""
    return sorted(f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml"))


@cache
def _topic(topic: str) -> Table:
    return tomllib.loads(files(__package__).joinpath(f"{topic}.toml").read_text(encoding="utf-8"))


def table(topic: str, name: str) -> Table:
    """One table of a topic's file, the user's own wordings added. Raises UnreadableFile when theirs are of another
    form."""
    return _added(_topic(topic)[name], taught().get(name, {}), name)


def _added(ours: Table, theirs: Any, name: str) -> Table:
    """The user's entries added to ours, a table within a table likewise."""
    if not isinstance(theirs, dict):
        raise misshapen(name)
    for key, value in theirs.items():
        if key in ours and isinstance(value, list) != isinstance(ours[key], list):
            raise misshapen(f"{name}.{key}")
    if name in SINGLE:
        return {**ours, **theirs}
    lists = {k: [*v, *theirs.get(k, ())] for k, v in ours.items() if isinstance(v, list)}
    inner = {k: _added(v, theirs.get(k, {}), f"{name}.{k}") for k, v in ours.items() if isinstance(v, dict)}
    return {**ours, **theirs, **lists, **inner}


def patterns(topic: str, name: str) -> dict[str, re.Pattern[str]]:
    """A table whose lists hold regular expressions, each list as one pattern. Raises UnreadableFile for a wrong one."""
    found = {}
    for key, listed in table(topic, name).items():
        try:
            found[key] = re.compile("|".join(listed), re.IGNORECASE)
        except (re.error, TypeError) as error:
            raise misshapen(f"{name}.{key}") from error
    return found


def misshapen(entry: str) -> UnreadableFile:
    """What to raise for an entry of the user's file that has another form than ours."""
    return UnreadableFile(
        "«{entry}» has another form in the file of wordings than it must have",
        where=os.environ.get("OPORA_WORDINGS", ""),
        mend=SEE,
        entry=entry,
    )
