"""The overlay of load: teachers per full-time methodist against the norm, at the bodies it falls on.

The load is a territory's. On the map it is marked at those who bear it: the actual methodical services and centres of
a municipality, and of a region the subject that is its regional methodists; a level's head says it in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ontology.i18n import Lang, translator
from ontology.russian import stem, words
from queries.answer import answer
from queries.store import GraphStore
from viz.formats import number
from viz.model import Chosen, MapNode
from viz.overlays.model import Band, Legend, Mark, Overlay, Row, Tone, Way
from viz.text import clean

Line = Mapping[str, Any]
_BEARERS = {"methodical-service", "centre", "institute"}
_METHODISTS = {stem("региональный"), stem("методист")}
_SIGNS: dict[Tone, str] = {"bad": "✕", "good": "✓", "plain": "–"}


def load(
    store: GraphStore, name: str, nodes: Sequence[MapNode], place: Chosen, as_of: date | None, lang: Lang
) -> Overlay:
    """The load of the territory and of the municipalities in it."""
    _ = translator(lang)
    lines: list[Line] = []
    notes: list[str] = []
    for by in ("region", "municipality"):
        found = answer(store, "load", {"territory": place.id, "by": by}, lang=lang, as_of=as_of)
        lines += [row for row in found.rows if row["teachers"] is not None or row["fte"]]
        notes += [note for note in found.notes if note not in notes]
    if not lines:
        return Overlay(name, _("Load of methodists"), notes=notes, ways=[Way(_("More about the load"), {}, "/load")])
    borne = [(line, list(_bearers(line, nodes))) for line in lines]
    tones = [_tone(line) for line in lines]
    invented = any(line["invented"] for line in lines)
    notes = [] if invented else notes
    whole = next((_short(line, lang) for line in lines if line["territory"]["id"] == place.id), None)
    title = _("Teachers per post of a methodist")
    labels: dict[Tone, str] = {
        "bad": _("more teachers per post than the norm allows"),
        "good": _("within the norm"),
        "plain": _("no norm, no methodist or no count of teachers"),
    }
    if not any(bodies for _line, bodies in borne):
        notes.append(_("No body on this map is named as one the load falls on: the table tells it by territory."))
    return Overlay(
        name,
        f"{title}: {whole}" if whole else title,
        marks=[
            Mark(node.id, _tone(line), _SIGNS[_tone(line)], _short(line, lang), _share(line))
            for line, bodies in borne
            for node in bodies
        ],
        bands=[Band("regional", _tone(line), _SIGNS[_tone(line)], _short(line, lang)) for line in lines if _own(line)],
        legend=[Legend(tone, _SIGNS[tone], labels[tone], tones.count(tone)) for tone in labels if tone in tones],
        rows=[_row(line, bodies, lang) for line, bodies in borne],
        notes=notes,
        ways=[Way(_("More about the load"), {}, "/load")],
        invented=invented,
        files=[Way(form.upper(), {"by": "municipality", "format": form}, "/load") for form in ("xlsx", "csv", "json")],
    )


def _own(line: Line) -> bool:
    return bool(line["territory"]["kind"] == "region")


def _bearers(line: Line, nodes: Sequence[MapNode]) -> Iterator[MapNode]:
    """Whom of the map the load of a territory falls on."""
    there = clean(line["territory"]["name"])
    for node in nodes:
        if node.territory != there or node.vacant:
            continue
        if line["territory"]["kind"] == "municipality":
            if node.level == "municipal" and node.kind in _BEARERS and not node.generic:
                yield node
        elif node.level == "regional" and {stem(word) for word in words(node.name)} == _METHODISTS:
            yield node


def _tone(line: Line) -> Tone:
    if line["per_methodist"] is None or line["norm"] is None:
        return "plain"
    return "bad" if line["per_methodist"] > line["norm"] else "good"


def _share(line: Line) -> float | None:
    """The bar is full when the norm is reached."""
    if line["per_methodist"] is None or not line["norm"]:
        return None
    return min(1.0, round(float(line["per_methodist"]) / float(line["norm"]), 3))


def _short(line: Line, lang: Lang) -> str:
    _ = translator(lang)
    if line["per_methodist"] is None:
        return _("no methodist") if not line["fte"] else _("teachers are not counted")
    load_ = number(line["per_methodist"], lang, 1)
    return _("{load} of {norm}", load=load_, norm=number(line["norm"], lang)) if line["norm"] else load_


def _row(line: Line, bodies: Sequence[MapNode], lang: Lang) -> Row:
    _ = translator(lang)
    said = [
        _(
            "teachers {teachers}, posts {posts}: {load} per post",
            teachers=number(line["teachers"], lang),
            posts=number(line["fte"], lang),
            load=number(line["per_methodist"], lang, 1),
        ),
        _("norm {norm}", norm=number(line["norm"], lang)) if line["norm"] else _("no norm"),
    ]
    if line["posts_missing"]:
        said.append(_("posts missing: {count}", count=number(line["posts_missing"], lang)))
    if line["invented"]:
        said.append(_("invented data"))
    return Row(
        subjects=tuple((node.id, node.name) for node in bodies),
        text="; ".join(said),
        clause=line["norm_clause"],
        act=line["norm_order"],
        tone=_tone(line),
        group=clean(line["territory"]["name"]) if bodies else "",
        sign=_SIGNS[_tone(line)],
        about=clean(line["territory"]["name"]),
    )
