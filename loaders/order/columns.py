"""The header of a table: what each column holds by its words, and so what kind of table it is."""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from loaders.order.wordings import patterns

Column = Literal[
    "no",
    "level",
    "subject",
    "functions",
    "role",
    "event",
    "title",
    "responsible",
    "executors",
    "term",
    "result",
    "name",
    "criterion",
    "unit",
    "value",
    "source",
    "when",
    "other",
]
TableKind = Literal["functions", "roadmap", "indicators", "other"]

# Column → the words of its head, in the order of the file.
HEADER: Final = tuple((cast(Column, name), pattern) for name, pattern in patterns("tables", "columns").items())


def columns_of(cells: tuple[str, ...]) -> list[Column] | None:
    """The columns a header row names, or None when the row is no header."""
    names: list[Column] = []
    known = 0
    for cell in cells:
        low = re.sub(r"\s+", " ", cell.lower()).strip(" .*")
        name: Column = "other"
        if low and len(low) < 130:
            name = next((c for c, pattern in HEADER if pattern.search(low)), "other")
        if name == "value" and len(low) > 60 and not re.match(r"значени|план|факт|базов", low):
            name = "other"  # a sentence with a year in it («… на 2022-2024 годы») heads no column of values
        known += name != "other"
        names.append(name)
    if "responsible" not in names and names.count("executors") == 1:
        i = names.index("executors")
        if re.match(r"исполнители\b(?!\s*\(?\s*соисп)", cells[i].lower().strip(" .*")):
            names[i] = "responsible"  # with nobody else named in the header, those who carry it out answer for it
    filled = sum(bool(c) for c in cells)
    if any(c[:1].islower() for c in cells[:3] if c) and sum(c[:1].islower() for c in cells) > 1:
        return None  # a row that goes on from the page before
    if (
        known < 2
        or known < 0.6 * filled
        or filled < 2
        or any(len(c) > 130 for c in cells)
        or any(re.match(r"^\d+\.?$", c) for c in cells[:1])
    ):
        return None
    return names


def kind_of(columns: list[Column]) -> TableKind:
    """What a table with these columns holds."""
    have = set(columns)
    if "functions" in have and ("subject" in have or "responsible" in have):
        return "functions"
    if (
        ("term" in have and ("title" in have or "event" in have))
        or {"title", "responsible"} <= have
        or {"title", "result"} <= have
    ):
        return "roadmap"
    if "name" in have or ("criterion" in have and "value" in have):
        return "indicators"
    return "other"
