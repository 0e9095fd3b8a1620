"""The register of territories: Russia and its 89 regions, and the ids of territories outside the register.

The register is data (`catalogue/territories.ttl`: official names, ISO 3166-2, ОКТМО). A municipality has no register
here; it gets an id from its region's id and its own name, the same for «Ключевской район», «Ключевского муниципального
района» and «ключевской р-н».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from ontology.entities.base import ID_BASE, OPORA
from ontology.entities.territory import Territory
from ontology.entities.vocabulary import TerritoryKind
from ontology.errors import DeclarationError
from ontology.ids import slug
from ontology.place_names import any_case, fold, nominative

REGISTER = Path(__file__).parent / "catalogue" / "territories.ttl"
COUNTRY_ID = "ru"

# A noun that makes the word before it the name of a region; used to forgive one wrong letter of that word.
_NAMED = re.compile(r"(?<![\w-])([а-я][а-я-]{8,})\s+(област|кра[йяюе]|автономн)", re.IGNORECASE)
_DROPPED = re.compile(
    r"муниципальн\w+ образовани\w+|муниципальн\w+|^городск\w+ округ\w*|(?<!\w)г(?:ор)?\.|"
    r"(?<!\w)город(?:а|у|ом|е)?(?!\w)|[«»\"]",
    re.IGNORECASE,
)
_SHORT = ((re.compile(r"(?<!\w)р-н(?:а|у|ом|е)?(?!\w)", re.I), "район"), (re.compile(r"(?<!\w)обл\.", re.I), "область"))


@dataclass(frozen=True, slots=True)
class _Entry:
    territory: Territory
    patterns: tuple[re.Pattern[str], ...]
    alone: tuple[re.Pattern[str], ...]
    city: bool


@cache
def _register() -> tuple[Territory, tuple[_Entry, ...]]:
    graph = Graph().parse(REGISTER, format="turtle")

    def one(node: URIRef, name: str) -> str | None:
        value = graph.value(node, URIRef(OPORA + name))
        return None if value is None else str(value)

    entries: list[_Entry] = []
    nation: Territory | None = None
    for node in sorted(set(graph.subjects(URIRef(OPORA + "name"))), key=str):
        if not isinstance(node, URIRef):
            continue
        name, parent = one(node, "name") or "", one(node, "partOfTerritory")
        territory = Territory(
            id=str(node).removeprefix(ID_BASE),
            name=name,
            kind=TerritoryKind.REGION if parent else TerritoryKind.COUNTRY,
            part_of=parent.removeprefix(ID_BASE) if parent else None,
            iso_3166_2=one(node, "iso31662"),
            oktmo=one(node, "oktmo"),
        )
        if parent is None:
            nation = territory
            continue
        inside = [name, *(str(o) for o in graph.objects(node, SKOS.altLabel))]
        alone = [str(o) for o in graph.objects(node, SKOS.hiddenLabel)]
        city = name.startswith("город ")
        entries.append(
            _Entry(
                territory,
                tuple(any_case(n) for n in (inside + alone if city else inside)),
                tuple(any_case(n) for n in alone),
                city,
            )
        )
    if nation is None:
        raise DeclarationError("The register of territories names no country", where=str(REGISTER.name))
    return nation, tuple(entries)


def country() -> Territory:
    """Russia: the territory of federal subjects and norms."""
    return _register()[0]


def regions() -> tuple[Territory, ...]:
    """The 89 regions of the Constitution's article 65, by id."""
    return tuple(entry.territory for entry in _register()[1])


def find_region(text: str) -> Territory | None:
    """Return the region a text names, in any case, inside a longer string, by an abbreviation; None when it names none.

    An autonomous district outranks the region it lies in («ХМАО – Югра, Тюменская область»); a federal city outranks
    nothing, because «г. Москва» is also an address; otherwise the first name in the text counts. When no name fits
    letter for letter, one wrong letter of a long name before «область», «край», «автономный» is forgiven.
    """
    return _find(_full(text))


@lru_cache(maxsize=4096)
def _find(text: str) -> Territory | None:
    entries = _register()[1]
    found = [
        (entry.city, min(m.start() for m in matches), entry.territory)
        for entry in entries
        if (matches := [m for p in entry.patterns if (m := p.search(text))])
    ]
    if not found:
        whole = text.strip(' .,;:«»"()')
        for entry in entries:
            if any(p.fullmatch(whole) for p in entry.alone):
                return entry.territory
        return _forgiving(text)
    found.sort(key=lambda f: f[:2])
    best = found[0][2]
    for _, _, other in found[1:]:
        if best.oktmo and other.oktmo and other.oktmo != best.oktmo and other.oktmo.startswith(best.oktmo):
            return other
    return best


def _forgiving(text: str) -> Territory | None:
    for word, noun in _NAMED.findall(text):
        near = {
            entry.territory.id: entry.territory
            for entry in _entries_with(noun)
            if any(Levenshtein.distance(word.lower(), form, score_cutoff=1) <= 1 for form in _forms(entry.territory))
        }
        if len(near) == 1:
            return near.popitem()[1]
    return None


def _entries_with(noun: str) -> tuple[_Entry, ...]:
    """Entries of the register whose official name has a word that begins as `noun` does."""
    stem = noun.lower()[:3]
    return tuple(e for e in _register()[1] if any(w.lower().startswith(stem) for w in e.territory.name.split()[1:]))


@cache
def _forms(region: Territory) -> tuple[str, ...]:
    """The forms of the adjective a region's name opens with."""
    word = fold(region.name.split()[0]).lower()
    endings = ("ая", "ой", "ую") if word.endswith("ая") else ("ий", "ого", "ому", "им", "ом")
    return tuple(word[:-2] + ending for ending in endings)


def _full(name: str) -> str:
    text = fold(name)
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    return text


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _place_key(name: str) -> str:
    text = _full(name)
    text = nominative(re.sub(r"\s+", " ", text).strip())
    bare = re.sub(r"\s+", " ", _DROPPED.sub(" ", text)).strip(" ,.")
    # «Ключевской» and «Ключевский» have one genitive, so the id does not tell them apart.
    return slug(re.sub(r"ой(?!\w)", "ий", bare or text))


def territory_id(region: str | None, municipality: str | None) -> str:
    """Id of a territory by its names: the register's id for a known region, `x-<slug>` for an unknown one,
    `<region id>.<slug>` for a municipality; without any name, the country."""
    if region is None or not region.strip():
        home = COUNTRY_ID
    else:
        known = find_region(region)
        home = known.id if known else f"x-{slug(nominative(_full(region)))}"
    if municipality is None or not municipality.strip():
        return home
    return f"{home}.{_place_key(municipality)}"


def territories_of(region: str | None, municipality: str | None) -> tuple[Territory, ...]:
    """The territories to be written for an act of these places, each after the one it lies in: country, region,
    municipality. Names outside the register are kept as given, in the nominative."""
    chain = [country()]
    if region is not None and region.strip():
        known = find_region(region)
        chain.append(
            known
            or Territory(
                id=territory_id(region, None),
                name=nominative(_tidy(region)),
                kind=TerritoryKind.REGION,
                part_of=COUNTRY_ID,
            )
        )
    if municipality is not None and municipality.strip():
        chain.append(
            Territory(
                id=territory_id(region, municipality),
                name=nominative(_tidy(municipality)),
                kind=TerritoryKind.MUNICIPALITY,
                part_of=chain[-1].id,
            )
        )
    return tuple(chain)
