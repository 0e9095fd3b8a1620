"""How each kind and each state looks: a colour and a sign always together, so that neither carries meaning alone.

Shapes are SVG path data in a box of 24 × 24; the same path is drawn on the canvas, in the legend and in tables.
Colours keep a contrast of at least 4.5:1 on white (WCAG 2.1, 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindStyle:
    """A kind of subject: message id of its name, colour, SVG path."""

    label: str
    colour: str
    path: str


@dataclass(frozen=True, slots=True)
class StateStyle:
    """A state of a coverage cell: message id of its name and of what it means, sign, CSS class."""

    label: str
    meaning: str
    sign: str
    css: str


KINDS: dict[str, KindStyle] = {
    "authority": KindStyle("authority", "#1f4e79", "M4 4h16v16H4z"),
    "federal-operator": KindStyle(
        "federal operator", "#8a1c3c", "M12 2l3 6.6 7.2.8-5.4 4.9 1.5 7.1L12 17.8l-6.3 3.6 1.5-7.1L1.8 9.4l7.2-.8z"
    ),
    "institute": KindStyle("institute", "#0b6e4f", "M7 3.3h10l5 8.7-5 8.7H7L2 12z"),
    "centre": KindStyle("centre", "#0a6a8a", "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z"),
    "methodical-service": KindStyle("methodical service", "#8a4b00", "M12 2l10 10-10 10L2 12z"),
    "association": KindStyle("association", "#5b3a8c", "M12 3l10 18H2z"),
    "community": KindStyle("community", "#9c2f74", "M2 4h20L12 22z"),
    "council": KindStyle("council", "#4a5a1f", "M12 2l10 7.6-3.8 12H5.8L2 9.6z"),
    "pair": KindStyle("pair", "#6b4426", "M7 7a5 5 0 1 1 0 10A5 5 0 0 1 7 7zM17 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10z"),
    "role": KindStyle("post or role", "#3d3d99", "M12 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM3 22c0-5 4-8 9-8s9 3 9 8z"),
    "organisation": KindStyle("organisation", "#4d5863", "M2 12L12 3l10 9h-3v9H5v-9z"),
}
UNKNOWN_KIND = KindStyle("other", "#4d5863", "M9 4h6v5h5v6h-5v5H9v-5H4V9h5z")

LEVELS: dict[str | None, str] = {
    "federal": "federal level",
    "regional": "regional level",
    "municipal": "municipal level",
    "institutional": "institutional level",
    None: "level not stated",
}

ROLES: dict[str, str] = {
    "responsible": "responsible",
    "accountable": "accountable",
    "consulted": "consulted",
    "contributes": "contributes",
    "informed": "informed",
}


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """A layer of relations on the map: message id of its name, colour, dashes (lengths in pixels; none: a whole line).

    `always`: drawn unless switched off, along the gutters; any other only when it is switched on, or at the subject
    that is chosen, so that many relations do not bury the structure. `arrow`: whether one side acts and the other is
    acted upon; without one both are equal (who coordinates with another does not command it).
    """

    label: str
    colour: str
    dashes: tuple[int, ...]
    always: bool = False
    arrow: bool = True


EDGES: dict[str, EdgeStyle] = {
    "part-of": EdgeStyle("part of", "#758494", (), always=True, arrow=False),
    "fills": EdgeStyle("fills a generic subject", "#758494", (5, 4), always=True, arrow=False),
    "agreement": EdgeStyle("agreement", "#8a4b00", (10, 4, 2, 4), arrow=False),
    "step": EdgeStyle("next step of a route", "#1f4e79", ()),
    "coordinates": EdgeStyle("coordination", "#5b3a8c", (2, 4), arrow=False),
    "provides-data": EdgeStyle("provides data", "#0a6a8a", (9, 3)),
    "reports": EdgeStyle("reports", "#4a5a1f", (9, 3, 2, 3)),
    "requests": EdgeStyle("requests", "#9c2f74", (4, 3)),
    "trains": EdgeStyle("trains", "#0b6e4f", (7, 4)),
    "supports": EdgeStyle("supports", "#2f6f9f", (12, 4)),
    "approves": EdgeStyle("approves", "#8a1c3c", ()),
    "controls": EdgeStyle("controls", "#b0361b", (6, 2, 2, 2)),
    "finances": EdgeStyle("finances", "#6b4426", (14, 3, 3, 3)),
}

# What a subject does with a function, as a part of a sentence.
DEEDS: dict[str, str] = {
    "responsible": "is responsible",
    "accountable": "approves and controls",
    "consulted": "is consulted",
    "contributes": "takes part",
    "informed": "is informed",
}

HIT_KINDS: dict[str, str] = {
    "subject": "subject of the system",
    "function": "function",
    "order": "order of an authority",
    "territory": "territory",
}

STATES: dict[str, StateStyle] = {
    "covered": StateStyle("held", "an actual subject is responsible", "✓", "covered"),
    "overlap": StateStyle("overlap", "several subjects are responsible", "≡", "overlap"),
    "generic-only": StateStyle("generic only", "only a generic subject holds it", "◐", "generic"),
    "uncovered": StateStyle("nobody", "expected at this level, held by nobody", "✕", "uncovered"),
    "not-expected": StateStyle("not expected", "the catalogue does not expect it at this level", "·", "unexpected"),
}

SEVERITIES: dict[str, str] = {
    "violation": "violation",
    "warning": "warning",
    "note": "note",
}

READINGS: dict[str, str] = {
    "extracted": "read by the program",
    "confirmed": "confirmed by a person",
    "changed": "reviewed before, and the clause has changed since",
}

# Short enough for a cell; the whole sentence comes with the answer (`queries.nobody`).
REASONS: dict[str, str] = {
    "no-order": "no order is loaded",
    "other-level": "held at another level only",
    "generic-only": "only a generic subject",
    "not-in-force": "the act is not in force on this day",
    "vacant": "the post is vacant",
    "agreement-missing": "the agreement is not concluded",
    "never-assigned": "never assigned",
}


def kind_style(kind: str | None) -> KindStyle:
    """The style of a kind; a neutral one for a kind that has none."""
    return KINDS.get(kind or "", UNKNOWN_KIND)
