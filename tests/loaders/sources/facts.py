"""What is compared between formats: everything that was read, with the clauses' texts, but positions and the file."""

from __future__ import annotations

import json
import re
from typing import Any

from loaders.order.read import read_order
from loaders.text import Source


def facts(source: Source) -> dict[str, Any]:
    """What an act says, whatever file it came in."""
    reading = read_order(source.text, "0" * 64, "act")
    told: dict[str, Any] = json.loads(reading.as_json())
    del told["coverage"]
    # where a title was broken into lines is seen in some formats only: the words have to be the same
    told["unread"] = " ".join(re.sub(r"^[-–—•]\s*", "", u["text"]) for u in told["unread"])
    told["clauses"] = {address: clause.sha256 for address, clause in reading.clauses.items()}
    return told


def differences(left: dict[str, Any], right: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The lists that differ: what only the one has, what only the other has."""
    result: dict[str, tuple[Any, Any]] = {}
    for name, value in left.items():
        other = right[name]
        if isinstance(value, list):
            only = [x for x in value if x not in other], [x for x in other if x not in value]
            if any(only):
                result[name] = only
        elif value != other:
            result[name] = (value, other)
    return result
