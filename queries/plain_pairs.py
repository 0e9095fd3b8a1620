"""Questions in plain Russian that name two things: how two bodies are connected, how two territories differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ontology.entities.base import Id
from ontology.russian import lemmas
from queries.places import find_places, is_generic
from queries.store import GraphStore

_CONNECTED = frozenset({"связать", "связанный", "связь", "соединить", "соединенный", "взаимодействовать"})
_WAY = frozenset({"маршрут", "путь", "цепочка", "дорога"})
_COMPARED = frozenset({"сравнить", "сравнивать", "сравнение", "отличаться", "отличие", "различие", "разница"})
_ASKED = r"(?:покажи(?:те)?|какой|какая|какие|каков|какова|кратчайш\w+|как|через\s+кого|чем|есть\s+ли)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?:маршрут|путь|цепочк\w+|дорог\w+)(?:\s+(?:связ\w+|взаимодействия))?\s+(?:от|из)\s+(.+?)\s+(?:до|к|ко|в)\s+(.+)",
        r"(?:связ\w+|маршрут|путь|цепочк\w+)(?:\s+связ\w+)?\s+между\s+(.+?)\s+и\s+(.+)",
        r"связ(?:ан\w*|ь)\s+(.+?)\s+(?:с|со|и)\s+(.+)",
        r"(.+?)\s+(?:связан\w*|взаимодейств\w+)\s+(?:с|со)\s+(.+)",
        r"(.+?)\s+и\s+(.+?)\s+связан\w*",
    )
)
_SURE_PLACE = 0.8


def connected(text: str, resolve: Callable[[str], Id | None]) -> dict[str, str] | None:
    """`source` and `target` of «как связан … с …», «маршрут от … до …»; None when the text names no two bodies."""
    bases = {base for word in re.findall(r"[А-Яа-яЁё-]+", text) for base in lemmas(word)}
    if not bases & (_CONNECTED | _WAY):
        return None
    asked = re.sub(rf"^\s*(?:{_ASKED}\s+)+", "", text.strip(" ?!."), flags=re.IGNORECASE)
    for form in _FORMS:
        for first, second in _parts(form, asked):
            source, target = resolve(first), resolve(second)
            if source and target and source != target:
                return {"source": source, "target": target}
    return None


def _parts(form: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Both sides; «центр и совет с …» may be parted at a later word than the first."""
    found = form.search(text)
    if found is None:
        return
    first, second = found[1].strip(), found[2].strip()
    yield first, second
    parting = re.search(rf"\s(с|со|и|до|к|ко|в)\s+{re.escape(second)}$", text)
    if parting:
        words = second.split()
        for place, word in enumerate(words[:-1]):
            if word.lower() == parting[1].lower() and place:
                yield f"{first} {parting[1]} {' '.join(words[:place])}", " ".join(words[place + 1 :])


def compared(store: GraphStore, tokens: Sequence[str]) -> dict[str, str] | None:
    """`left` and `right` of «сравни … и …», «чем … отличается от …»; None unless exactly two territories are named."""
    bases = {base for token in tokens for base in lemmas(token)}
    if not bases & _COMPARED:
        return None
    sorts = [token for token in tokens if is_generic(token)]
    found: dict[Id, None] = {}
    for place, token in enumerate(tokens):
        if not token[0].isalpha() or is_generic(token) or lemmas(token) & _COMPARED or len(token) < 3:
            continue
        behind = tokens[place + 1] if place + 1 < len(tokens) and is_generic(tokens[place + 1]) else ""
        named = find_places(store, f"{token} {behind or (sorts[-1] if sorts else '')}".strip())
        if named and named[0].score >= _SURE_PLACE:
            found[named[0].territory.id] = None
    if len(found) != 2:
        return None
    left, right = found
    return {"left": left, "right": right}
