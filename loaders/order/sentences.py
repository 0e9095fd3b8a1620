"""Who does what in one sentence: active, inverted, passive and «является» sentences, points of the order, leads of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from loaders.morph import adjective, infinitive, lemma, noun, parses, participle, verb
from loaders.order.lexicon import (
    BLOCKED,
    DUTY_VERBS,
    FUNCTION_NOUNS,
    OFFICES,
    SERVED,
    SERVED_ADJECTIVES,
    STATE_VERBS,
)
from loaders.order.names import FURTHER, PERSON, cut, head, outside
from loaders.order.registry import Entry, Registry

END = re.compile(r"(?<=[а-яёa-z»)%][.!?])\s+(?=[А-ЯЁA-Z«])|(?<=\d{4}\.)\s+(?=[А-ЯЁ])|(?<=[А-ЯЁ]{3}\.)\s+(?=[А-ЯЁ])")
ABBREVIATED = re.compile(
    r"(?:\b(?:г|ул|п|пп|ст|им|т|д|е|к|н|др|руб|тыс|чел|стр|см|рис|табл|гг|обл|р-н|пос|с)|\b[А-ЯЁ])\.$"
)
RELATIVE = re.compile(r"\b(?:котор\w+|что|чтобы|если|когда|чей|чья|чьи)\b", re.I)
WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
PRONOUN = re.compile(r"^(?:он|она|оно|они)\b", re.I)
NOT_FUNCTIONS = re.compile(
    r"\bимее?ю?т\s+право|\bвправе\b|\bнес[её]?у?т\s+(?:\w+\s+)?ответственность|\bмо[жг]у?е?т\b", re.I
)


LAID_ON = re.compile(
    r"^(на|за)\s+(.+?)\s+(?:возлагается|возлагаются|закрепляется|закрепляются|возложен[аоы]?|закреплен[аоы]?)\s+"
    r"(?!.*следующ|не\s+(?:более|менее)|\d)", re.I | re.S)
OBLIGED = re.compile(r"^(?:обязан[аоы]?|должен|должн[аоы])$")


@dataclass(frozen=True, slots=True)
class Doing:
    """A sentence that gives its doers something to do; `predicate` is the offset where the words about the deed begin."""

    doers: tuple[Entry, ...]
    verb: str
    predicate: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Lead:
    """What opens a list: items are functions of `owners`, parts of the lead's own sentence, or nothing of ours."""

    mode: Literal["items", "merge", "blocked"]
    owners: tuple[Entry, ...] = ()
    verb: str = ""
    confidence: float = 0.95
    same: bool = field(default=False)  # the owners of the clause stay («Функции:»)


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences; abbreviations, initials and dates do not end one."""
    result, start = list[str](), 0
    for m in END.finditer(text):
        if ABBREVIATED.search(text[start : m.start()]) or text[start : m.start()].count("«") > text[
            start : m.start()
        ].count("»"):
            continue
        result.append(text[start : m.start()])
        start = m.end()
    result.append(text[start:])
    return [s.strip() for s in result if s.strip()]


def finite(text: str) -> tuple[str, int, int] | None:
    """The first finite verb of the main clause outside quotes and brackets: (infinitive, start, end)."""
    blank = outside(text)
    stop = RELATIVE.search(blank)
    for m in WORD.finditer(blank):
        if stop and m.start() >= stop.start():
            return None
        word = m.group(0)
        if word[0].isupper() and m.start() > 0:
            continue
        base = verb(word.lower())
        if base is None and OBLIGED.match(word) and m.start() > 0:
            deed = _infinitive(text[m.end() :])
            base = (deed[0] if is_duty(deed[0]) else "выполнять") if deed else None
        if base and not (noun(word.lower()) and len(word) < 5):
            return base, m.start(), m.end()
    return None


def is_duty(base: str) -> bool:
    """Whether a verb (infinitive) says what a body does."""
    return base in DUTY_VERBS or (
        base not in STATE_VERBS and not base.endswith(("ся", "сь")) and any("tran" in p.tag and p.tag.POS == "INFN" for p in parses(base))
    )


def served(entry: Entry) -> bool:
    """Teachers and leaders in general: those the system serves, no doers of it."""
    low = entry.name.lower()
    return entry.head in SERVED or (entry.head in {"работник", "специалист"} and low.startswith(SERVED_ADJECTIVES))


def doing(sentence: str, registry: Registry, clause: str, last: tuple[Entry, ...] = ()) -> Doing | None:
    """Who does what in the sentence; None when it states no function. `last` are the doers a pronoun would mean."""
    found = finite(sentence)
    if not found or NOT_FUNCTIONS.search(outside(sentence)):
        return None if not found else _passive_only(sentence, found, registry, clause)
    if laid := LAID_ON.match(sentence):
        doers = registry.resolve(laid.group(2), "accs" if laid.group(1).lower() == "на" else "ablt", clause)
        return Doing(tuple(doers), "обеспечивать", 0, 0.8) if doers else None
    if stated := ABOUT.match(sentence) if found[0] in {"являться", "состоять", "заключаться"} else None:
        opened = _about(stated, registry, clause)
        return Doing(opened.owners, "обеспечивать", 0, 0.75) if opened.owners else None
    base, start, end = found
    region, rest = sentence[:start], sentence[end:]
    if re.search(r"(?:^|\s)не\s*$", region):
        return None
    second = _second(sentence, end) if not is_duty(base) else None
    if second is not None and not PASSIVE_AGENT.search(region):
        doers = _subject(region, registry, clause, last)
        if doers:
            return Doing(doers, second[0], start, 0.75)
    if base == "являться":
        return _office(region, rest, registry, clause)
    if base.endswith("ся") and base not in DUTY_VERBS:
        return _passive(base, rest, registry, clause)
    if not is_duty(base):
        return None
    doers = _subject(region, registry, clause, last)
    if doers:
        return Doing(doers, base, start, 0.85)
    if region.strip() and not head(region.strip()):
        after = (
            tuple(registry.resolve(cut(_clip(rest)), "nomn", clause))
            if head(rest.strip(), "nomn", registry.shorts)
            else ()
        )
        if after and not any(served(e) for e in after) and not registry.is_system(region.strip()):
            return Doing(after, base, 0, 0.75)
    return None


PASSIVE_AGENT = re.compile(r"^\s*(?:в|на|для|по|при|из)\s", re.I)


def _second(text: str, start: int) -> tuple[str, int, int] | None:
    """A later verb of the same subject that is a duty: «X создаётся при Y и осуществляет …»."""
    blank = outside(text)
    stop = RELATIVE.search(blank, start)
    for m in re.finditer(r"(?:,\s+|\bи\s+|,\s+а\s+)(?:также\s+|ежегодно\s+|самостоятельно\s+)?([а-яё]+)", blank[start:]):
        if stop and start + m.start() >= stop.start():
            return None
        base = verb(m.group(1))
        if base and is_duty(base) and not noun(m.group(1)):
            return base, start + m.start(1), start + m.end(1)
    return None


def _passive_only(sentence: str, found: tuple[str, int, int], registry: Registry, clause: str) -> Doing | None:
    return _passive(found[0], sentence[found[2] :], registry, clause) if found[0].endswith("ся") else None


def _subject(region: str, registry: Registry, clause: str, last: tuple[Entry, ...]) -> tuple[Entry, ...]:
    text = region.strip(" ,–—-")
    if PRONOUN.match(text) and len(text.split()) < 4:
        return last
    options = [text]
    blank = outside(text)
    if re.match(r"^(?:в|на|с|для|по|при|во|со|также|кроме|помимо|за|исходя|ежегодно|наряду)\b", text, re.I):
        options = [text[m.end() :] for m in re.finditer(r",\s+", blank)]
        leadless = re.sub(r"^(?:также|ежегодно)\s+", "", text, flags=re.I)
        options += [leadless] if leadless != text else []
    work = re.match(r"^(?:деятельность|работа)\s+", text, re.I)
    if work:
        found = registry.resolve(cut(text[work.end() :]) or text, "gent", clause, make=False)
        return tuple(e for e in found if not served(e))
    for option in options:
        phrase = cut(option)
        if not phrase or not (
            head(phrase, "nomn", registry.shorts) or registry.resolve(phrase, "nomn", clause, make=False)
        ):
            continue
        entries = registry.resolve(phrase, "nomn", clause)
        if entries and not any(served(e) for e in entries):
            return tuple(entries)
    return ()


def _clip(text: str) -> str:
    """The words after a verb up to the first stop."""
    blank = outside(text)
    found = re.search(r"[:;.](?:\s|$)", blank)
    return text[: found.start()] if found else text.rstrip(" .")


def _office(region: str, rest: str, registry: Registry, clause: str) -> Doing | None:
    def office(text: str) -> bool:
        for m in WORD.finditer(text):
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
        doers = registry.resolve(cut(_clip(rest)), "nomn", clause)
        return Doing(tuple(doers), "являться", 0, 0.85) if doers else None
    if office(rest):
        doers = list(_subject(region, registry, clause, ()))
        return Doing(tuple(doers), "являться", len(region), 0.8) if doers else None
    return None


def _passive(base: str, rest: str, registry: Registry, clause: str) -> Doing | None:
    text = rest.strip()
    case = "ablt"
    if found := re.match(r"^(?:на|за)\s+", text):
        case = "accs" if text.startswith("на") else "ablt"
        if base.removesuffix("ся") not in {"возлагать", "закреплять", "возложить", "закрепить"}:
            return None
        text = text[found.end() :]
    phrase = cut(_clip(text))
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


# --- points of the act itself ----------------------------------------------------------------------------------------

HANDED = re.compile(
    r"\b(?:возложить|возлагаю|возлагается|закрепить)\b(?:\s+[а-яё]+){0,3}?\s+(на|за)\s+(.+)$", re.I | re.S
)
ASKED = re.compile(r"^(?:рекомендовать|поручить|предложить|обязать|просить|поручаю|рекомендую)\s+", re.I)
NAMED = re.compile(r"^(?:назначить|определить|утвердить|считать|признать)\s+(.+)$", re.I | re.S)
ENDOW = re.compile(r"^надел(?:ить|ение)\s+(.+?)\s+(?:следующими\s+)?полномочиями", re.I | re.S)
SELF = re.compile(r"\bоставля(?:ю|ем|ет)?\s+за\s+собой|\bза\s+собой\b", re.I)


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
    if found := NAMED.match(text):
        return _named(found.group(1), registry, clause)
    asked = ASKED.match(text)
    rest = text[asked.end() :] if asked else text
    act = _infinitive(rest)
    colon = rest.rstrip().endswith(":")
    if not act and not colon:
        return None
    phrase = rest[: act[1]] if act else rest.rstrip(" :")
    phrase = re.sub(r"\s*\((?![^)]*далее)[^()]*\)\s*$", "", phrase.strip(" ,–—-:"))
    for case in ("accs", "datv") if asked and asked.group(0).lower().startswith("обяз") else ("datv", "nomn"):
        if case == "nomn" and not (head(phrase, "nomn") or ("", "", "", ""))[2].isupper():
            continue
        if head(phrase, case, registry.shorts):
            doers = registry.resolve(cut(phrase), case, clause)
            if doers:
                return Doing(tuple(doers), act[0] if act else "обеспечивать", 0, 0.9)
    return None


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
        tail = re.search(r"\s[–—-]\s|\s(?=[А-ЯЁ]{2,}|[А-ЯЁ][а-яё]+\s)", after)
        if tail and head(after[tail.end() :], "accs", registry.shorts):
            doers = registry.resolve(cut(_clip(after[tail.end() :])), "accs", clause)
            return Doing(tuple(doers), "обеспечивать", 0, 0.7) if doers else None
        return None
    return None


def _infinitive(text: str) -> tuple[str, int, int] | None:
    for m in WORD.finditer(outside(text)):
        base = infinitive(m.group(0).lower()) if m.group(0).islower() else None
        if base and not noun(m.group(0)):
            return base, m.start(), m.end()
    return None


# --- leads of lists --------------------------------------------------------------------------------------------------

BARE = re.compile(
    r"^(?:(?:основн\w+|главн\w+|ключев\w+|функциональн\w+|должностн\w+|трудов\w+|его|её|ее|их|к|и)\s+)*(?:функци\w+|полномочи\w+|обязанност\w+|компетенци\w+|функционал)"
    r"(?:\s*(?:,|и)\s*(?:функци\w+|полномочи\w+|обязанност\w+|задач\w+|компетенци\w+|ответственность))*$|"
    r"^(?:выполняет|выполняют|осуществляет|осуществляют|решает|реализует|исполняет)\s+(?:следующие|свои)\s+(?:основные\s+)?(?:функции|задачи|полномочия)$",
    re.I,
)
LAID = re.compile(r"^(?:на|за)\s+(.+?)\s+(?:возлага\w+|возлож\w+|закрепл\w+)\b", re.I | re.S)
ABOUT = re.compile(
    r"^(к\s+)?((?:[а-яё]+\s+){0,2}?)(функци\w+|полномочи\w+|компетенци\w+|обязанност\w+|задач\w+|направлени\w+(?:\s+(?:деятельности|работы))?|функционал\w*|"
    r"вид\w*\s+деятельности|содержани\w+\s+(?:деятельности|работы))"
    r"((?:\s*(?:,|и)\s*(?:функци\w+|полномочи\w+|обязанност\w+|задач\w+))*)\s+(.+)$",
    re.I | re.S,
)
AIMED = re.compile(
    r"^(?:вся\s+)?(?:деятельность|работа)\s+(.+?)\s+(?:направлен[аоы]\s+на|включает(?:\s+в\s+себя)?|предусматривает|"
    r"осуществляется|строится|ведется)\b(?:\s+(?:по|в)\s+(?:следующим|рамках)?.*)?$", re.I | re.S)
LINK = re.compile(r"\s+(?:относ[ия]тся|отнесены|явля[ею]тся|включа[ею]т|входят|состоят|следующие)\b.*$", re.I | re.S)
OF_LEVEL = re.compile(r"^(?:на|в)\s+[а-яё]+\s+уровне\s+", re.I)


def lead(text: str, registry: Registry, clause: str, last: tuple[Entry, ...] = ()) -> Lead | None:
    """What the list after this paragraph (it ends with a colon, or is a heading) holds; None when it opens no list."""
    body = text.strip().rstrip(":. ")
    plain = FURTHER.sub("", body)
    if BARE.match(plain):
        return Lead("items", same=True)
    if NOT_FUNCTIONS.search(outside(plain)):
        return Lead("blocked")
    if found := LAID.match(plain):
        case = "accs" if plain.lower().startswith("на") else "ablt"
        owners = registry.resolve(found.group(1), case, clause)
        return Lead("items", tuple(owners)) if owners else Lead("blocked")
    if found := AIMED.match(plain):
        owners = registry.resolve(found.group(1), "gent", clause)
        return Lead("items", tuple(owners), confidence=0.85) if owners else Lead("blocked")
    if found := ABOUT.match(plain):
        return _about(found, registry, clause)
    first = WORD.search(plain)
    done = finite(plain)
    work = first is not None and first.group(0).lower() in {"деятельность", "работа"} and done is not None
    if first and not work and lemma(first.group(0)) in BLOCKED | FUNCTION_NOUNS:
        return Lead("blocked")
    if done:
        return _sentence_lead(plain, done, registry, clause, last)
    single = plain.split()
    if (
        len(single) == 1
        and single[0][1:].islower()
        and text.rstrip().endswith(":")
        and adjective(single[0].lower()) is not None
        and not head(plain)
    ):
        return Lead("items", same=True, confidence=0.8)  # «Аналитическое:» under the directions of a body
    entries = registry.resolve(plain, "nomn", clause) if head(plain, "nomn", registry.shorts) else []
    if entries:
        return Lead("items", tuple(entries))
    return Lead("blocked")


def _about(found: re.Match[str], registry: Registry, clause: str) -> Lead:
    """«Функции X», «К компетенции X относятся», «Основными задачами X являются», «Основные направления деятельности X»."""
    word = lemma(found.group(3).split()[0])
    rest = LINK.sub("", found.group(5)).strip(" ,")
    rest = re.sub(r"^(?:деятельности|работы|в\s+деятельности)\s+", "", rest)
    rest = (
        re.sub(
            r",?\s+(?:в\s+(?:сфере|области|части|рамках|установленной|целях)|по\s+(?!месту)).*$", "", rest, flags=re.S
        )
        if not registry.resolve(rest, "gent", clause, make=False)
        else rest
    )
    core = word in {"функция", "полномочие", "компетенция", "обязанность", "функционал"}
    if not rest or re.fullmatch(LINK.pattern.strip("\\s+"), rest, re.I) or rest.lower() in {"являются", "относятся"}:
        return Lead("items", same=True)
    if registry.is_system(rest):
        return Lead("blocked")
    owners = (
        registry.resolve(rest, "gent", clause)
        if head(rest, "gent", registry.shorts)
        else registry.resolve(rest, "gent", clause, make=False)
    )
    owners = [e for e in owners if not served(e)]
    if owners:
        return Lead("items", tuple(owners), confidence=0.95 if core else 0.85)
    return Lead("blocked")


def _sentence_lead(
    text: str, done: tuple[str, int, int], registry: Registry, clause: str, last: tuple[Entry, ...]
) -> Lead:
    base, start, end = done
    tail = text[end:].strip(" ,")
    following = re.search(r"следующ|направлени\w+$|функци\w+$|задач\w+$|полномочи\w+$", tail)
    if base in {"являться", "относиться"} and not following:
        sentence = doing(text, registry, clause, last)
        return Lead("merge", sentence.doers, sentence.verb, sentence.confidence) if sentence else Lead("blocked")
    if base.endswith("ся") or base in STATE_VERBS:
        second = _second(text, end)
        if second is None and base.endswith("ся"):
            return Lead("blocked")
        if second is not None:
            (base, _, end), tail = second, text[second[2] :].strip(" ,")
    owners = _subject(text[:start], registry, clause, last)
    if not owners:
        return Lead("blocked")
    if re.search(r"\bсостав|\bструктур|\bвходят\b", tail) and not following:
        return Lead("blocked")
    open_end = not tail or len(tail.split()) <= 1 or re.search(r"\b(?:в|во|на|за|по|через|путем|посредством)$|:$", tail)
    conj = re.search(r"\bи\s+([а-яё]+)$", tail)
    if following or open_end or (conj and verb(conj.group(1))):
        final = (conj and verb(conj.group(1))) or base
        if base in STATE_VERBS and not following and not (conj and verb(conj.group(1))):
            return Lead("blocked")
        return Lead("items", owners, str(final), 0.9)
    if not is_duty(base):
        return Lead("blocked")
    return Lead("merge", owners, base, 0.8)


def participial(text: str, registry: Registry, clause: str, defined: bool) -> tuple[Entry, int, str] | None:
    """«X (далее – Y), осуществляющий …»: (subject, offset of the participle, its verb). `defined`: «X» – … (a glossary).

    Plain attributes («организации, осуществляющие образовательную деятельность») describe a class and are no function.
    """
    if defined:
        found = re.match(r"^\W*?«?([^»–—]{3,200}?)»?\s*(?:\([^()]*\))?\s+[-–—]\s+(?:это\s+)?(.*)$", text, re.S)
        if (
            not found
            or not head(found.group(1).strip(" «»"), "nomn", registry.shorts)
            or re.match(r"совокупност|систем|комплекс|физическ", found.group(2))
        ):
            return None
        name, offset = found.group(1).strip(" «»"), found.start(2)
        if (
            any(w in name.lower() for w in SERVED_ADJECTIVES)
            and "сопровождени" not in name.lower()
            and "мастерства" not in name.lower()
        ):
            return None
        area = found.group(2)
    else:
        link = FURTHER.search(text)
        if not link or not re.match(r"\s*,\s*[а-яё]+", text[link.end() :]):
            return None
        short = link.group(1).strip(" .«»")
        name, offset, area = short, link.end(), text[link.end() : link.end() + 40]
    for m in re.finditer(r"(?:^|,\s*|\sи\s+)([а-яё]+)", outside(area)):
        p = participle(m.group(1))
        if p is None or str(p.normal_form) not in DUTY_VERBS:
            continue
        if re.match(r"\s+(?:образовательную деятельность|(?:государственное\s+)?управление)", area[m.end(1) :]):
            continue
        if "plur" in p.tag and defined:
            continue
        if not defined and m.start(1) > 4:
            return None
        entries = registry.resolve(name, "nomn", clause)
        return (entries[0], offset + m.start(1), str(p.normal_form)) if entries else None
    return None
