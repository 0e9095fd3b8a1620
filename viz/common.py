"""What every page asks for first: which territories there are, and which one is meant."""

from __future__ import annotations

from ontology.i18n import Lang, translator
from ontology.models import Direction, Function, Order, Territory
from queries.store import GraphStore
from queries.words import resolve_territory
from viz.model import Choice, Chosen
from viz.text import clean

Groups = list[tuple[str, list[Choice]]]


def territory_choices(store: GraphStore, lang: Lang) -> Groups:
    """Territories to choose from: those an order was loaded for, then the rest by kind; empty without any order."""
    _ = translator(lang)
    with_order = {order.territory for order in store.all(Order)}
    if not with_order:
        return []
    territories = {t.id: t for t in store.all(Territory)}
    titles = {
        "country": _("Country"),
        "region": _("Regions without a loaded order"),
        "municipality": _("Municipalities without a loaded order"),
    }
    groups: dict[str, list[Choice]] = {title: [] for title in (_("With a loaded order"), *titles.values())}
    for territory in sorted(territories.values(), key=lambda t: clean(t.name).casefold()):
        above = territories.get(territory.part_of or "")
        inside = f" ({clean(above.name)})" if territory.kind == "municipality" and above else ""
        title = _("With a loaded order") if territory.id in with_order else titles[territory.kind]
        groups[title].append(Choice(territory.id, f"{clean(territory.name)}{inside}"))
    return [(title, choices) for title, choices in groups.items() if choices]


def chosen_territory(store: GraphStore, words: str | None) -> Chosen | None:
    """The territory `words` mean (id, code or name in any form); without words the first region with an order.

    A region of the official register is known by name even when nothing of it is loaded. None when no words are given
    and no order is loaded. Raises UnknownTerritory.
    """
    if words and words.strip():
        meant = resolve_territory(store, words).taken
        known = store.get(Territory, meant.id)
        return (
            Chosen(known.id, clean(known.name), known.kind) if known else Chosen(meant.id, clean(meant.name), "region")
        )
    ids = {order.territory for order in store.all(Order)}
    found = [Chosen(t.id, clean(t.name), t.kind) for id in ids if (t := store.get(Territory, id))]
    return min(found, key=lambda t: (t.kind != "region", t.name.casefold(), t.id), default=None)


def function_choices(store: GraphStore, lang: Lang) -> list[Choice]:
    """Functions of the catalogue by code."""
    functions = sorted(store.all(Function), key=lambda f: (len(f.code), f.code))
    return [Choice(f.code, f"{f.code} {clean(f.label_en if lang == 'en' else f.label_ru)}") for f in functions]


def direction_choices(store: GraphStore, lang: Lang) -> list[Choice]:
    """Directions of the catalogue by code."""
    directions = sorted(store.all(Direction), key=lambda d: (len(d.code), d.code))
    return [Choice(d.code, f"{d.code} {clean(d.label_en if lang == 'en' else d.label_ru)}") for d in directions]
