"""Which body is part of which: as sentences say it («структурное подразделение X», «на базе которого создан Y»), and as
names do («отдел … Комитета», «секции РУМО», «методический совет образовательной организации»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.order.heads import fold, head
from loaders.order.lexicon import ACRONYMS
from loaders.order.names import FURTHER, cut, key, outside
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import clip, sentences
from loaders.order.structure import SCHOOL
from loaders.order.wordings import table

_MADE = (
    r"(?:создан[аоы]?|созда[её]тся|создаются|действу[ею]т|функциониру[ею]т|работа[ею]т|организован[аоы]?|"
    r"организу[ею]тся|открыт[аоы]?|образован[аоы]?|образу[ею]тся|формиру[ею]тся)"
)
_IN = r"(?:в\s+составе?|в\s+структур[еу]|на\s+базе|при)"
DIVISION = re.compile(r"\bструктурн\w+\s+(?:подразделени\w+|единиц\w+)\s+", re.I)
BASED = re.compile(rf"\s*[,(]+\s*(?:на\s+базе|в\s+составе|в\s+структуре|при)\s+котор\w+\s+(?:(?:{_MADE}|и)\s+)+", re.I)
NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)\s+")
HINT = re.compile(r"подразделени|структурн\w+ единиц|на базе|в состав|в структур|(?<!\w)при\s", re.I)
# «В составе института действует Центр …», «На базе X создан Y», «При Комитете создаётся …»
INSIDE = re.compile(rf"^{_IN}\s+(.{{2,160}}?)\s+{_MADE}\s+", re.I | re.S)
# «Созданный в структуре X центр …»
MADE = re.compile(
    rf"^(?:созданн\w+|действующ\w+|функционирующ\w+|входящ\w+|работающ\w+)\s+{_IN}\s+"
    r"([А-ЯЁ]{2,}(?:\s+«[^»]+»)?|\S+)\s+",
    re.I,
)
# «Центр … создан на базе X», «X входит в структуру Y», «Совет создаётся при Комитете»
SITUATED = re.compile(rf"\s+(?:{_MADE}|входит|входят)\s+(?:\w+\s+)?{_IN}\s+", re.I)
# «Центр … (далее – Ц), созданный в структуре института», «отдел, входящий в состав X»
JOINED = re.compile(rf",\s+(?:созданн|входящ|действующ|функционирующ|работающ|организованн)\w+\s+{_IN}\s+", re.I)
# «В области создан центр … на базе X»
FOUNDED = re.compile(rf"\b{_MADE}\s+(?!на\s+базе|при\s|в\s)(.{{5,200}}?)\s+{_IN}\s+", re.I | re.S)
LINK = re.compile(r"\s*(?:,\s*как\b|\bявля[ею]тся\b|\s[–—-])\s*(?:это\s+)?$", re.I)
# a body's name may say itself where it is: «Рабочая группа при Комитете», «площадки на базе школ»
PLACED = re.compile(rf"\s+\(?{_IN}\s+", re.I)
SCHOOLS = frozenset(
    {"образовательный", "общеобразовательный", "муниципальный", "организация", "учреждение", "школа", "ОО", "ОУ"}
)
OWN_POINT = re.compile(r"(?:приказ|распоряжение|постановление|решение), (?:п|пп)\. ")
OWN_UNIT = re.compile(
    r"(?:[а-яё-]+\s+){0,2}?(?:отдел|сектор|управлени)\w*\s|(?:начальник|заведующ|специалист|консультант)\w*\s+(?:отдел|сектор|управлен)|"
    r"(?:перв\w+\s+)?заместител\w*\s+(?:министра|директора\s+департамента|председателя\s+комитета|начальника|главы)",
    re.I,
)
_POSTS: dict[str, str] = table("subjects", "posts")
_UNITS = frozenset({"council", "association", "community", "pair", "role", "methodical-service"})


def note_parents(texts: Iterable[str], registry: Registry) -> None:
    """Set `parent` of the entries the sentences tie to another one; nobody becomes a subject by this alone."""
    for text in texts:
        if not HINT.search(text):
            continue
        for sentence in sentences(NUMBER.sub("", text)):
            for m in DIVISION.finditer(sentence):
                before = LINK.sub("", sentence[: m.start()])
                children = registry.resolve(cut(before.strip(" «»")), "nomn", "", make=False)
                parents = registry.resolve(cut(clip(sentence[m.end() :])), "gent", "", make=False)
                _tie(children, parents)
            for pattern in (INSIDE, MADE):
                if within := pattern.match(sentence):
                    rest = cut(clip(sentence[within.end() :]))
                    _tie(registry.resolve(rest, "nomn", "", make=False), _owner(within.group(1), registry))
            if placed := SITUATED.search(sentence):
                _tie(
                    registry.resolve(cut(sentence[: placed.start()]), "nomn", "", make=False),
                    _owner(cut(clip(sentence[placed.end() :])), registry),
                )
            if joined := JOINED.search(sentence):
                before = FURTHER.sub("", sentence[: joined.start()]).rstrip(" ,")
                _tie(
                    registry.resolve(before, "nomn", "", make=False) or _ending(before, registry),
                    _owner(cut(clip(sentence[joined.end() :])), registry),
                )
            if founded := FOUNDED.search(sentence):
                _tie(
                    registry.resolve(cut(founded.group(1)), "nomn", "", make=False),
                    _owner(cut(clip(sentence[founded.end() :])), registry),
                )
            for m in BASED.finditer(sentence):
                child = re.split(r"[),;.]", sentence[m.end() :])[0]
                _tie(registry.resolve(cut(child), "nomn", "", make=False), _ending(sentence[: m.start()], registry))


def _owner(phrase: str, registry: Registry) -> list[Entry]:
    """The body after «на базе» (genitive), «при», «в составе» (the cases of which differ)."""
    for case in ("gent", "loct"):
        if found := registry.resolve(phrase, case, "", make=False):
            return found
    return []


def _ending(text: str, registry: Registry) -> list[Entry]:
    """The entry whose name or short form the text ends with."""
    folded = fold(text).rstrip(" ,(").lower()
    for e in registry.entries:
        for alias in (e.short, e.name):
            if alias and len(alias) > 2 and folded.endswith(fold(alias).lower()):
                return [e]
    return []


def _tie(children: list[Entry], parents: list[Entry]) -> None:
    if len(children) == 1 and len(parents) == 1 and _fits(children[0], parents[0]):
        children[0].parent = children[0].parent or parents[0]


def _fits(child: Entry, parent: Entry) -> bool:
    """Whether a body may be part of another one: never of itself, of a part of itself, or of a person's post."""
    above: Entry | None = parent
    seen: set[int] = set()
    while above is not None and id(above) not in seen:
        if above is child:
            return False
        seen.add(id(above))
        above = above.parent
    return parent.kind != "role"


def settle(kept: list[Entry], registry: Registry, issuer: str | None = None) -> list[Entry]:
    """Give every subject the body its name says it belongs to, and return the subjects with those bodies.

    Only a school («образовательная организация» of «методический совет образовательной организации») or a body the act
    abbreviates becomes a subject by being named as the whole of another one. A department that the act's own points
    name without saying whose it is belongs to the `issuer`.
    """
    issued = next(iter(registry.resolve(issuer, "nomn", "", make=False)), None) if issuer else None
    subjects = dict.fromkeys(kept)
    for entry in kept:
        if entry.parent is None:
            entry.parent = next((p for p in _named(entry, registry) if _fits(entry, p)), None)
        if entry.parent is None and issued is not None and _own(entry) and _fits(entry, issued):
            entry.parent = issued
        parent = entry.parent
        if parent is not None and parent not in subjects and (parent.short or SCHOOL.search(parent.name)):
            parent.clause = parent.clause or entry.clause
            subjects[parent] = None
    for entry in kept:
        if (
            entry.parent is None
            and entry.kind in _UNITS
            and re.match(r"(?:внутри)?школьн|педагогическ\w+ совет", entry.name, re.I)
        ):
            entry.parent = next((s for s in subjects if _schools(s) and _fits(entry, s)), None)
    return sorted(subjects, key=lambda e: e.position)


def _own(entry: Entry) -> bool:
    """Whether an act speaks of its issuer's own department or deputy («Отделу кадров …», «первого заместителя …»)."""
    return not entry.plural and bool(OWN_POINT.match(entry.clause) and OWN_UNIT.match(entry.name))


def _schools(entry: Entry) -> bool:
    """Whether a subject is the schools in general."""
    return entry.kind == "organisation" and set(key(entry.name.partition(",")[0])) <= SCHOOLS


def _named(entry: Entry, registry: Registry) -> Iterator[Entry]:
    """The bodies the end of a name may stand for, the longest end first."""
    found = head(entry.name, "nomn", registry.shorts)
    if found is None:
        return
    tail = re.sub(r"\([^()]*\)", " ", entry.name[found[1] :])
    if placed := PLACED.search(outside(tail)):
        tail = tail[placed.end() - 1 :]
    starts = [m.end() for m in re.finditer(r"\s+", outside(tail))]
    for start in starts:
        phrase = tail[start:].strip(" ,.;")
        first = re.match(r"[А-Яа-яЁё-]+", phrase)
        body = head(phrase, "gent", registry.shorts) or head(phrase, "loct", registry.shorts)
        if first is None or body is None:
            continue
        post = _POSTS.get(body[2])
        shorter = re.split(r",|\s(?:по|за|для|с|в)\s", outside(phrase))[0]
        options = [phrase, phrase[: len(shorter)]] if post is None else [f"{post} {phrase[body[1] :]}".strip()]
        for option in options:
            known = registry.known(option)
            if known is None and post is None:
                known = _alone(body[2], option, registry) or _school(option, body, entry, registry)
            if known is None and "«" in option:
                known = next(iter(registry.resolve(option, "gent", "", make=False)), None)
            if known is None and post is not None:
                known = _alone(post, post, registry)
            if known is not None and known is not entry:
                yield known


def _alone(word: str, phrase: str, registry: Registry) -> Entry | None:
    """The only body of the act with this head noun, when the phrase says no more than it («отдел министерства»)."""
    if len(key(phrase)) > 1 or word in ACRONYMS:
        return None
    bodies = [e for e in registry.bodies(word) if e.kind != "role" and not e.plural]
    return bodies[0] if len(bodies) == 1 else None


def _school(phrase: str, found: tuple[int, int, str, str], entry: Entry, registry: Registry) -> Entry | None:
    """Schools in general, named only as the place of a body («совет образовательной организации»)."""
    if found[3] != "organisation" or not SCHOOL.search(phrase) or "«" in phrase or len(key(phrase)) > 4:
        return None
    case = "gent" if head(phrase, "gent", registry.shorts) else "loct"
    return next(iter(registry.resolve(phrase, case, entry.clause)), None)
