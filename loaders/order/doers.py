"""Who does what in one sentence: active, inverted, passive and «является» sentences, participles of definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.morph import adjective, noun
from loaders.order.about import ABOUT, about_lead
from loaders.order.heads import head
from loaders.order.idle import NOT_FUNCTIONS, idle
from loaders.order.lexicon import DUTY_VERBS, HOMOGLYPHS, OFFICES
from loaders.order.names import cut, outside
from loaders.order.region import WORK, inside, subject_of
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import WORD, clip, finite, is_duty, second_verb, served

LAID_ON = re.compile(
    r"^(на|за)\s+(.+?)\s+(?:возлагается|возлагаются|закрепляется|закрепляются|возложен[аоы]?|закреплен[аоы]?)\s+"
    r"(?!.*следующ|не\s+(?:более|менее)|\d)",
    re.I | re.S,
)


# «Центр – структурное подразделение института, которое ведёт реестр …»
DEFINED_BY = re.compile(r"^([^–—:]{3,200}?)\s+[–—-]\s+([^:;]{1,300}?),\s*котор(?:ый|ая|ое|ые)\s+(?=[а-яё])", re.S)
# «При центре создаётся совет, который даёт оценку …»
CREATED = re.compile(
    r"^(?:При|В|На)\s+[^,:;–—]{3,160}?\s(?:созда[её]тся|создаются|действу[ею]т|работа[ею]т|функциониру[ею]т|"
    r"формиру[ею]тся|образу[ею]тся|создан[аоы]?)\s+([^,:;–—]{3,160}),\s*котор(?:ый|ая|ое|ые)\s+(?=[а-яё])",
    re.S,
)
APPOINTED = frozenset({"назначаться", "избираться", "создаваться", "утверждаться", "формироваться", "возглавляться"})
# The verbs by which a sentence about the functions of a body says what they are.
ABOUT_VERBS = frozenset({"являться", "состоять", "заключаться", "входить", "относиться", "включать"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A sentence that gives its doers something to do; `predicate` is the offset where the words about the deed
    begin."""

    doers: tuple[Entry, ...]
    verb: str
    predicate: int
    confidence: float
    whole: bool = True  # whether the sentence is shown whole, else from the predicate on


def doing(sentence: str, registry: Registry, clause: str, last: tuple[Entry, ...] = ()) -> Doing | None:
    """Who does what in the sentence; None when it states no function. `last` are the doers a pronoun would mean."""
    if defined := DEFINED_BY.match(sentence):
        return _defined(defined, registry, clause)
    found = finite(sentence)
    if not found or idle(sentence, found):
        return None if not found else _passive_only(sentence, found, registry, clause)
    if created := CREATED.match(sentence):
        return _defined(created, registry, clause)
    if laid := LAID_ON.match(sentence):
        doers = registry.resolve(laid.group(2), "accs" if laid.group(1).lower() == "на" else "ablt", clause)
        return Doing(tuple(doers), "обеспечивать", 0, 0.8) if doers else None
    if stated := ABOUT.match(sentence) if found[0] in ABOUT_VERBS else None:
        opened = about_lead(stated, registry, clause)
        return Doing(opened.owners, "обеспечивать", 0, 0.75) if opened.owners else None
    base, start, end = found
    region, rest = sentence[:start], sentence[end:]
    if re.search(r"(?:^|\s)не\s*$", region, re.I) or BY_LAW.match(outside(rest)):
        return None
    if WORK.match(region.strip()) and (turned := _turned(region, base, rest, registry, clause)):
        return turned
    second = second_verb(sentence, end) if not is_duty(base) or base in APPOINTED else None
    if second is not None and not PASSIVE_AGENT.search(region):
        named = subject_of(region, registry, clause, last)
        if named:
            return Doing(named, second[0], start, 0.75)
    if base == "являться":
        return _office(region, rest, registry, clause)
    if base.endswith("ся") and base not in DUTY_VERBS:
        if base in APPOINTED and subject_of(region, registry, clause, last):
            return None  # how a body comes to be is no function of whoever appoints it
        return _passive(base, rest, registry, clause)
    if not is_duty(base):
        return None
    named = subject_of(region, registry, clause, last)
    if named:
        return Doing(named, base, start, 0.85)
    if PASSIVE_AGENT.search(region) or re.match(r"\s*(?:о|об|по|с|со)\s", region, re.I):
        inner = inside(region, sentence[start:end], registry, clause)
        if inner:
            return Doing(inner, base, 0, 0.7)
    if region.strip() and not head(region.strip()):
        turned = _turned(region, base, rest, registry, clause)
        if turned and (not registry.is_system(region.strip()) or _object_first(region, base)):
            return turned
    inner = inside(region, sentence[start:end], registry, clause)
    return Doing(inner, base, 0, 0.7) if inner else None


def _defined(found: re.Match[str], registry: Registry, clause: str) -> Doing | None:
    """What a body does by its definition: the words after «, которое …», when they open with a duty."""
    name, text = found.group(1), found.string
    deed = finite(text[found.end() :])
    if deed is None or deed[1] > 30 or not head(name, "nomn", registry.shorts):
        return None
    if not is_duty(deed[0]) and second_verb(text, found.end() + deed[2]) is None:
        return None
    if NOT_FUNCTIONS.search(outside(text[found.end() :])):
        return None
    if found.re is DEFINED_BY and not head(found.group(2), "nomn", registry.shorts):
        return None
    doers = [e for e in registry.resolve(cut(name), "nomn", clause) if not served(e)]
    return Doing(tuple(doers), deed[0], found.end(), 0.7, whole=found.re is CREATED) if doers else None


# «осуществляет свою деятельность в соответствии с законодательством» tells nothing of what a body does
BY_LAW = re.compile(
    r"^\s*(?:свою\s+)?(?:деятельность|работу)\s+(?:в\s+соответствии|на\s+основ|согласно|на\s+базе|под\s+руководств|"
    r"в\s+рамках|по\s+адресу|на\s+принцип|во\s+взаимодействии)",
    re.I,
)


CARRIES_OUT = frozenset(
    {"проводить", "осуществлять", "обеспечивать", "координировать", "вести", "выполнять", "реализовывать",
     "организовывать", "контролировать", "сопровождать", "финансировать"}
)  # fmt: skip


def _object_first(region: str, base: str) -> bool:
    """«Мониторинг проводит институт», «Программу реализует институт»: what opens the sentence can be an object."""
    first = WORD.search(region)
    return first is not None and base in CARRIES_OUT and noun(first.group(0).lower(), "accs") is not None


def _turned(region: str, base: str, rest: str, registry: Registry, clause: str) -> Doing | None:
    """«Мониторинг проводит институт», «Деятельность актива координирует центр»: the doer stands after the verb."""
    found = head(rest.strip(), "nomn", registry.shorts)
    if not found:
        return None
    after = tuple(registry.resolve(cut(clip(rest)), "nomn", clause))
    return Doing(after, base, 0, 0.75) if after and not any(served(e) for e in after) else None


PASSIVE_AGENT = re.compile(r"^\s*(?:в|на|для|по|при|из)\s", re.I)


def _passive_only(sentence: str, found: tuple[str, int, int], registry: Registry, clause: str) -> Doing | None:
    return _passive(found[0], sentence[found[2] :], registry, clause) if found[0].endswith("ся") else None


# «На основании договора с университетом лицей является базой практики»
WITHOUT_DOER = re.compile(r"^(?:на\s+основании|в\s+соответствии|согласно|по\s+(?:договору|соглашению))\s", re.I)


def _office(region: str, rest: str, registry: Registry, clause: str) -> Doing | None:
    def office(text: str) -> bool:
        for m in WORD.finditer(text.translate(HOMOGLYPHS)):
            word = m.group(0).lower()
            reading = noun(word, "ablt")
            if reading is not None:
                return str(reading.normal_form) in OFFICES
            if word.startswith("ответственн"):
                return True
            if adjective(word) is None:
                return False
        return False

    if office(region):
        doers = registry.resolve(cut(clip(rest)), "nomn", clause)
        return Doing(tuple(doers), "являться", 0, 0.85) if doers else None
    if office(rest):
        if doers := list(subject_of(region, registry, clause, ())):
            return Doing(tuple(doers), "являться", len(region), 0.8)
        if WITHOUT_DOER.match(region) and (within := inside(region, "является", registry, clause)):
            return Doing(within, "являться", 0, 0.7)
    return None


def _passive(base: str, rest: str, registry: Registry, clause: str) -> Doing | None:
    text = rest.strip()
    case = "ablt"
    if found := re.match(r"^(?:на|за)\s+", text):
        case = "accs" if text.startswith("на") else "ablt"
        if base.removesuffix("ся") not in {"возлагать", "закреплять", "возложить", "закрепить"}:
            return None
        text = text[found.end() :]
    phrase = cut(clip(text))
    if not head(phrase, case, registry.shorts):
        return None
    known = head(phrase, case, registry.shorts)
    if (
        known
        and known[3] == "short"
        and case == "ablt"
        and noun(phrase.split()[0].lower(), "ablt") is None
        and not phrase.split()[0].isupper()
    ):
        return None
    active = base.removesuffix("ся").removesuffix("сь")
    if active not in DUTY_VERBS and active not in {"возлагать", "закреплять"}:
        return None
    doers = [e for e in registry.resolve(phrase, case, clause) if not served(e)]
    return Doing(tuple(doers), active, 0, 0.75) if doers else None
