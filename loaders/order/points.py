"""Points of the act itself which charge somebody: «… обеспечить», «возложить на …», «назначить … координатором»."""

from __future__ import annotations

import re

from loaders.morph import adjective, noun, parses
from loaders.order.doers import Doing, doing
from loaders.order.heads import head
from loaders.order.lexicon import OFFICES, SERVED
from loaders.order.names import PERSON, cut, outside
from loaders.order.registry import Registry
from loaders.order.sentences import WORD, clip, infinitive_in

HANDED = re.compile(
    r"\b(?:возложить|возлагаю|возлагается|закрепить)\b(?:\s+[а-яё]+){0,3}?\s+(на|за)\s+(.+)$", re.I | re.S
)
ASKED = re.compile(r"^(?:рекомендовать|поручить|предложить|обязать|просить|поручаю|рекомендую)\s+", re.I)
NAMED = re.compile(r"^(?:назначить|определить|утвердить|считать|признать)\s+(.+)$", re.I | re.S)
ENDOW = re.compile(r"^надел(?:ить|ение)\s+(.+?)\s+(?:следующими\s+)?полномочиями", re.I | re.S)
SELF = re.compile(r"\bоставля(?:ю|ем|ет)?\s+за\s+собой|\bза\s+собой\b", re.I)


# «(Фамилия И.О., тел. 8 (000) 00-00-00)» after an addressee
CONTACTS = re.compile(r"\s*\((?![^)]*далее)(?:[^()]|\([^()]*\))*\)\s*$")
# «один методист сопровождает не более 25 педагогов»: a norm
COUNTED = re.compile(r"^(?:на\s+|за\s+)?(?:один|одна|одно|одного|одному|одним|число|количество|численность)\b", re.I)
INVERTED = re.compile(
    r"^((?:[а-яё-]+\s+){0,4}?(?:ответственн(?:ым|ой|ыми)|[а-яё]+(?:ом|ем|ями|ами))\b.*?)\s"
    r"(?:назначить|определить|утвердить|считать|признать)\s+(.+)$",
    re.I | re.S,
)
STATED = re.compile(r"^(?:установить|определить|считать|закрепить),?\s+что\s+", re.I)


def point(text: str, registry: Registry, clause: str) -> Doing | None:
    """A point of the act which charges somebody with something («… обеспечить», «возложить на …», «назначить …»)."""
    if SELF.search(text):
        return None
    if found := HANDED.search(text):
        case = "accs" if found.group(1).lower() == "на" else "ablt"
        doers = registry.resolve(_charged(found.group(2), case), case, clause)
        return (
            Doing(
                tuple(doers),
                "контролировать" if re.search(r"контроль", text[: found.end(1)], re.I) else "обеспечивать",
                0,
                0.9,
            )
            if doers
            else None
        )
    if found := ENDOW.match(text):
        doers = registry.resolve(found.group(1), "accs", clause) or registry.resolve(found.group(1), "gent", clause)
        return Doing(tuple(doers), "обеспечивать", 0, 0.8) if doers else None
    if found := STATED.match(text):
        return None if COUNTED.match(text[found.end() :]) else doing(text[found.end() :], registry, clause)
    if found := NAMED.match(text):
        return _named(found.group(1), registry, clause)
    if (found := INVERTED.match(text)) and _office_first(found.group(1)):
        doers = registry.resolve(cut(clip(PERSON.sub("", found.group(2)))), "accs", clause)
        return Doing(tuple(doers), "обеспечивать", 0, 0.85) if doers else None
    asked = ASKED.match(text)
    rest = text[asked.end() :] if asked else text
    act = infinitive_in(rest)
    colon = rest.rstrip().endswith(":")
    if not act and not colon:
        return None
    phrase = rest[: act[1]] if act else rest.rstrip(" :")
    phrase = CONTACTS.sub("", phrase.strip(" ,–—-:")[:600])
    for case in ("accs", "datv") if asked and asked.group(0).lower().startswith(("обяз", "прос")) else ("datv", "nomn"):
        if case == "nomn" and not (head(phrase, "nomn") or ("", "", "", ""))[2].isupper():
            continue
        if head(phrase, case, registry.shorts):
            doers = registry.resolve(cut(phrase), case, clause)
            if doers:
                return Doing(tuple(doers), act[0] if act else "обеспечивать", 0, 0.9)
    return None


def _of_person(word: str) -> bool:
    """Whether an adjective belongs to a person in the accusative («главного специалиста»)."""
    return any(p.tag.POS == "ADJF" and p.tag.case == "accs" and "anim" in p.tag for p in parses(word)[:6])


def _office_first(text: str) -> bool:
    """Whether a point opens with an office in the instrumental («Ответственным исполнителем …»)."""
    for m in WORD.finditer(text):
        word = m.group(0).lower()
        reading = noun(word, "ablt")
        if word.startswith("ответственн") or (reading and str(reading.normal_form) in OFFICES):
            return True
        if adjective(word) is None:
            return False
    return False


def _charged(text: str, case: str) -> str:
    """Whom a duty is laid on: up to «ответственность», «функции», «контроль» or the sentence's end."""
    text = PERSON.sub("", text)
    blank = outside(text)
    stop = re.search(
        r"[.;:]\s*$|[.;:]\s|\s(?:ответственность|обязанност\w+|следующ\w+|функци\w+|контроль|выполнение|координаци\w+|"
        r"полномочи\w+|организаци\w+\s+и|исполнение|персональную)\b",
        blank,
        re.I,
    )
    if stop:
        text = text[: stop.start()]
    del case
    return cut(text)


def _named(text: str, registry: Registry, clause: str) -> Doing | None:
    """«Назначить Центр муниципальным координатором …», «Определить ответственным за … институт»."""
    words = list(WORD.finditer(outside(text)))
    for i, m in enumerate(words):
        word = m.group(0).lower()
        reading = noun(word, "ablt")
        if not (
            (word.startswith("ответственн") and word.endswith(("ым", "ой", "ыми")))
            or (reading and str(reading.normal_form) in OFFICES)
        ):
            continue
        j = i
        while j > 0 and (adjective(words[j - 1].group(0).lower()) is not None):
            j -= 1
        before, after = text[: words[j].start()], text[m.end() :]
        phrase = cut(before.strip(" ,–—-"))
        if phrase and head(phrase, "accs", registry.shorts):
            doers = registry.resolve(phrase, "accs", clause)
            return Doing(tuple(doers), "обеспечивать", 0, 0.85) if doers else None
        for found in re.finditer(r"(?<=\s)[а-яё]+", after):
            person = noun(found.group(0), "accs")
            if person is None or "anim" not in person.tag or str(person.normal_form) in SERVED:
                continue
            at = found.start()
            while (left := re.search(r"(?<=\s)([а-яё-]+)\s+$", after[:at])) and _of_person(left.group(1)):
                at = left.start(1)
            if head(after[at:], "accs", registry.shorts):
                doers = registry.resolve(cut(clip(PERSON.sub("", after[at:]))), "accs", clause)
                return Doing(tuple(doers), "обеспечивать", 0, 0.7) if doers else None
        for found in re.finditer(r"(?<=\s)[А-Яа-яЁё-]+", after):
            known = head(after[found.start() :], "accs", registry.shorts)
            place = after[: found.start()].split()
            if known is None or known[3] == "role" or (place and place[-1].lower() in {"за", "на", "в", "по", "при"}):
                continue
            word = after[found.start() + known[0] : found.start() + known[1]]
            if not word.isupper() and noun(word.lower(), "gent") is not None and noun(word.lower(), "nomn") is None:
                continue  # «координатором деятельности служб …»: a genitive that says of what
            doers = registry.resolve(cut(clip(after[found.start() :])), "accs", clause)
            if doers:
                return Doing(tuple(doers), "обеспечивать", 0, 0.8)
        tail = re.search(r"\s[–—-]\s|\s(?=[А-ЯЁ]{2,}|[А-ЯЁ][а-яё]+\s)", after)
        if tail and head(after[tail.end() :], "accs", registry.shorts):
            doers = registry.resolve(cut(clip(after[tail.end() :])), "accs", clause)
            return Doing(tuple(doers), "обеспечивать", 0, 0.7) if doers else None
        return None
    return None
