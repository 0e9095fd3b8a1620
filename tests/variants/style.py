"""How an invented act is laid out: what differs from one region's acts to another's, drawn by chance."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from typing import Any

CHOICES: dict[str, tuple[Any, ...]] = {
    "kind": ("приказ", "приказ", "распоряжение"),
    "operative": ("приказываю:", "ПРИКАЗЫВАЮ:", "п р и к а з ы в а ю:"),
    "numbering": ("arabic", "flat", "roman", "glava", "none"),
    "mark": ("–", "-", "•", "1)", "а)", ""),
    "end": (";", ";", "."),
    "lead": ("functions", "main", "bare", "powers", "laid", "does", "colon", "prose"),
    "form": ("verb", "verb", "infinitive"),
    "levels": ("down", "down", "up"),
    "structure": ("text", "text", "text", "text", "table"),
    "table": ("tabs", "pipes", "fixed"),
    "columns": ("term-first", "who-first"),
    "repeat_header": (False, True),
    "years": (False, True),
    "indicators": ("list", "values", "values"),
    "goals": (False, True),
    "rights": (False, True),
    "glossary": (False, True),
    "gap": (True, False),
}


@dataclass(frozen=True)
class Style:
    """One layout; the words are the keys of CHOICES."""

    kind: str
    operative: str
    numbering: str
    mark: str
    end: str
    lead: str
    form: str
    levels: str
    structure: str
    table: str
    columns: str
    repeat_header: bool
    years: bool
    indicators: str
    goals: bool
    rights: bool
    glossary: bool
    gap: bool


def make_style(chance: random.Random, **fixed: Any) -> Style:
    """Draw a layout; what is `fixed` is kept. What no act combines is put right."""
    drawn = {f.name: chance.choice(CHOICES[f.name]) for f in fields(Style)} | fixed
    if drawn["kind"] == "распоряжение":
        drawn["operative"] = "" if "operative" not in fixed else drawn["operative"]
    if drawn["lead"] in {"powers", "laid", "does"}:
        drawn["form"] = "noun"
    if drawn["lead"] in {"colon", "prose", "bare"}:
        drawn["form"] = "verb"
    if drawn["form"] == "infinitive":
        drawn["form"] = "infinitive" if drawn["lead"] in {"functions", "main"} else "verb"
    if drawn["mark"] == "":
        drawn["end"], drawn["gap"] = ";", True
    return Style(**drawn)
