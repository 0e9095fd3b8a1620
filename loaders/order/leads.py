"""What the list after a heading or a sentence with a colon holds."""

from __future__ import annotations

import re

from loaders.morph import adjective, lemma, verb
from loaders.order.about import ABOUT, POSSESSIVE, Lead, about_lead
from loaders.order.doers import doing
from loaders.order.heads import head
from loaders.order.idle import NOT_FUNCTIONS
from loaders.order.lexicon import BLOCKED, FUNCTION_NOUNS, STATE_VERBS
from loaders.order.names import FURTHER, cut, outside
from loaders.order.region import PRONOUN, inside, subject_of
from loaders.order.registry import Entry, Registry
from loaders.order.sentences import WORD, finite, is_duty, second_verb

BARE = re.compile(
    r"^(?:(?:основн\w+|главн\w+|ключев\w+|функциональн\w+|должностн\w+|трудов\w+|его|её|ее|их|к|и)\s+)*(?:функци\w+|полномочи\w+|обязанност\w+|компетенци\w+|функционал)"
    r"(?:\s*(?:,|и)\s*(?:функци\w+|полномочи\w+|обязанност\w+|задач\w+|компетенци\w+|ответственность))*$|"
    r"^(?:выполняет|выполняют|осуществляет|осуществляют|решает|реализует|исполняет)\s+(?:следующие|свои)\s+(?:основные\s+)?(?:функции|задачи|полномочия)$",
    re.I,
)
LAID = re.compile(r"^(?:на|за)\s+(.+?)\s+(?:возлага\w+|возлож\w+|закрепл\w+)\b", re.I | re.S)
WITHIN = re.compile(r"^(?:в\s+(?:области|сфере|части|рамках|целях)|по\s+(?:направлению|вопросам|линии))\s+\S", re.I)
OBLIGED_LEAD = re.compile(
    r"^(.+?)\s+(?:обязан[аоы]?|должен|должн[аоы]|призван[аоы]?)(?:\s*,?\s+в\s+том\s+числе)?$", re.I | re.S
)
# «Руководство осуществляет центр, который:», «Институт, в лице которого …» is none
WHICH = re.compile(r"^(.+?),\s*котор(?:ый|ая|ое|ые)(?:\s+(?:также|ежегодно|самостоятельно))?$", re.I | re.S)
AIMED = re.compile(
    r"^(?:вся\s+)?(?:деятельность|работа)\s+(.+?)\s+(?:направлен[аоы]\s+на|включает(?:\s+в\s+себя)?|предусматривает|"
    r"осуществляется|строится|ведется)\b(?:\s+(?:по|в)\s+(?:следующим|рамках)?.*)?$",
    re.I | re.S,
)
HANDED = re.compile(
    r"^(.+?)\s+(?:поруча[ею]тся|вменя[ею]тся|поручено|делегиру[ею]тся)\b(?:\s+[а-яё]+){0,2}$", re.I | re.S
)
# «Аналитическая деятельность:», «Направления деятельности:»: a label among the functions of the body above it
LABEL = re.compile(
    r"^(?:(?:[а-яё-]+(?:ая|ое|ее|ые|ие|ий|ый|ой|ую)(?:\s+и\s+|,\s*|\s+))+(?:деятельность|работа|направление|сопровождение|функции|"
    r"функция|блок|поддержка|обеспечение)|"
    r"(?:(?:основные|главные|приоритетные|ключевые)\s+)?(?:направления|виды|содержание)(?:\s+(?:методической\s+)?(?:деятельности|работы))?)$",
    re.I,
)


def lead(text: str, registry: Registry, clause: str, last: tuple[Entry, ...] = ()) -> Lead | None:
    """What the list after this paragraph (it ends with a colon, or is a heading) holds; None when it opens no list."""
    body = text.strip().rstrip(":. ")
    plain = FURTHER.sub("", body)
    if BARE.match(plain):
        return Lead("items", same=True, back=bool(POSSESSIVE.search(plain)))
    if NOT_FUNCTIONS.search(outside(plain)):
        return Lead("blocked")
    if WITHIN.match(plain) and not finite(plain):
        return Lead("items", same=True, confidence=0.85)
    if found := WHICH.match(plain):
        return _which(found.group(1), registry, clause, last)
    if found := OBLIGED_LEAD.match(plain):
        meant = last if PRONOUN.fullmatch(found.group(1).strip()) else ()
        bound = meant or tuple(registry.resolve(cut(found.group(1)), "nomn", clause))
        return Lead("items", bound, confidence=0.9) if bound else Lead("blocked")
    if found := LAID.match(plain):
        case = "accs" if plain.lower().startswith("на") else "ablt"
        owners = registry.resolve(found.group(1), case, clause)
        return Lead("items", tuple(owners)) if owners else Lead("blocked")
    if found := HANDED.match(plain):
        owners = registry.resolve(cut(found.group(1)), "datv", clause)
        return Lead("items", tuple(owners)) if owners else Lead("blocked")
    if LABEL.match(plain) and text.rstrip().endswith(":"):
        return Lead("items", same=True, confidence=0.8)
    if found := AIMED.match(plain):
        owners = registry.resolve(found.group(1), "gent", clause)
        return Lead("items", tuple(owners), confidence=0.85) if owners else Lead("blocked")
    if found := ABOUT.match(plain):
        return about_lead(found, registry, clause)
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


def _which(text: str, registry: Registry, clause: str, last: tuple[Entry, ...]) -> Lead:
    """The body before «, который:»: the doer of the sentence, when that stands last, or the name alone."""
    if finite(text):
        deed = doing(text, registry, clause, last)
        return Lead("items", deed.doers, confidence=0.85) if deed else Lead("blocked")
    owners = registry.resolve(cut(text), "nomn", clause) if head(text, "nomn", registry.shorts) else []
    return Lead("items", tuple(owners), confidence=0.9) if owners else Lead("blocked")


def _sentence_lead(
    text: str, done: tuple[str, int, int], registry: Registry, clause: str, last: tuple[Entry, ...]
) -> Lead:
    base, start, end = done
    tail = text[end:].strip(" ,")
    following = re.search(r"следующ|направлени\w+$|функци\w+$|задач\w+$|полномочи\w+$", tail)
    listed = re.search(r"следующ\w+\s+(?:[а-яё-]+(?:ые|ие|ую|ую|ых|их)\s+)*([а-яё]+)", tail)
    if listed and lemma(listed.group(1)) in BLOCKED:
        return Lead("blocked")  # «ведёт следующую документацию:», «использует следующие формы:»
    conj = re.search(r"\bи\s+([а-яё]+)$", tail)
    goes_on = conj and verb(conj.group(1))
    if base in {"являться", "относиться"} and not following and not goes_on:
        sentence = doing(text, registry, clause, last)
        if sentence:
            return Lead("merge", sentence.doers, sentence.verb, sentence.confidence)
        return _state(text[:start], registry, clause, last)
    if base.endswith("ся") or base in STATE_VERBS:
        second = second_verb(text, end)
        if second is None and base.endswith("ся"):
            return _state(text[:start], registry, clause, last)
        if second is not None:
            (base, _, end), tail = second, text[second[2] :].strip(" ,")
    owners = subject_of(text[:start], registry, clause, last) or inside(text[:start], text[start:end], registry, clause)
    if not owners:
        return Lead("blocked")
    if re.search(r"\bсостав|\bструктур|\bвходят\b", tail) and not following:
        return Lead("blocked")
    open_end = not tail or len(tail.split()) <= 1 or re.search(r"\b(?:в|во|на|за|по|через|путем|посредством)$|:$", tail)
    if following or open_end or goes_on:
        final = goes_on or base
        if base in STATE_VERBS and not following and not goes_on:
            return Lead("blocked")
        return Lead("items", owners, str(final), 0.9)
    if not is_duty(base):
        return Lead("blocked")
    return Lead("merge", owners, base, 0.8)


def _state(region: str, registry: Registry, clause: str, last: tuple[Entry, ...]) -> Lead:
    """A sentence that says what a body is or how it comes to be («Площадки создаются на базе школ:»)."""
    owners = subject_of(region, registry, clause, last)
    return Lead("state", owners, confidence=0.85) if owners else Lead("blocked")
