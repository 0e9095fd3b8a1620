"""Sentences and their verbs: where they end, the first finite verb, whether it says what a body does."""

from __future__ import annotations

import re

from loaders.morph import infinitive, noun, parses, participle, verb
from loaders.order.lexicon import DUTY_VERBS, SERVED, SERVED_ADJECTIVES, STATE_VERBS
from loaders.order.names import outside
from loaders.order.registry import Entry

END = re.compile(r"(?<=[а-яёa-z»)%][.!?])\s+(?=[А-ЯЁA-Z«])|(?<=\d{4}\.)\s+(?=[А-ЯЁ])|(?<=[А-ЯЁ]{3}\.)\s+(?=[А-ЯЁ])")
ABBREVIATED = re.compile(
    r"(?:\b(?:г|ул|п|пп|ст|им|т|д|е|к|н|др|руб|тыс|чел|стр|см|рис|табл|гг|обл|р-н|пос|с)|\b[А-ЯЁ])\.$"
)
RELATIVE = re.compile(r"\b(?:котор\w+|что|чтобы|если|когда|чей|чья|чьи)\b", re.I)
WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
OBLIGED = re.compile(r"^(?:обязан[аоы]?|должен|должн[аоы])$")


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
    resume = 0
    for m in WORD.finditer(blank):
        if m.start() < resume:
            continue
        if stop and m.start() >= stop.start():
            # «руководители школ, в которых …, предоставляют …»: the main clause goes on after the relative one
            comma = re.search(r",\s+(?=[а-яё]+(?:ет|ит|ют|ут|ат|ят)(?:ся)?\s)", blank[stop.end() :])
            if not stop.group(0).lower().startswith("котор") or comma is None or "," not in blank[: stop.start()]:
                return None
            resume = stop.end() + comma.end()
            stop = RELATIVE.search(blank, resume)
            continue
        word = m.group(0)
        if word[0].isupper() and m.start() > 0:
            continue
        base = verb(word.lower())
        if base is None and OBLIGED.match(word) and m.start() > 0:
            deed = infinitive_in(text[m.end() :])
            base = (deed[0] if is_duty(deed[0]) else "выполнять") if deed else None
        if base and not (noun(word.lower()) and len(word) < 5):
            return base, m.start(), m.end()
    return None


def described(text: str) -> bool:
    """Whether the text says what something is by a short participle («создан в 2020 году»): a sentence, no name."""
    blank = outside(text)
    for m in WORD.finditer(blank):
        word = m.group(0)
        best = parses(word.lower())[0]
        if m.start() and word.islower() and best.tag.POS == "PRTS" and not noun(word):
            return True
    return False


def is_duty(base: str) -> bool:
    """Whether a verb (infinitive) says what a body does."""
    return base in DUTY_VERBS or (
        base not in STATE_VERBS
        and not base.endswith(("ся", "сь"))
        and any("tran" in p.tag and p.tag.POS == "INFN" for p in parses(base))
    )


def served(entry: Entry) -> bool:
    """Teachers and leaders in general: those the system serves, no doers of it."""
    low = entry.name.lower()
    return entry.head in SERVED or (entry.head in {"работник", "специалист"} and low.startswith(SERVED_ADJECTIVES))


def second_verb(text: str, start: int) -> tuple[str, int, int] | None:
    """A later verb of the same subject that is a duty: «X создаётся при Y и осуществляет …»."""
    blank = outside(text)
    stop = RELATIVE.search(blank, start)
    for m in re.finditer(
        r"(?:,\s+|\bи\s+|,\s+а\s+)(?:также\s+|ежегодно\s+|самостоятельно\s+)?([а-яё]+)", blank[start:]
    ):
        if stop and start + m.start() >= stop.start():
            return None
        base = verb(m.group(1))
        if base and is_duty(base) and not noun(m.group(1)):
            return base, start + m.start(1), start + m.end(1)
    return None


def clip(text: str) -> str:
    """The words after a verb up to the first stop."""
    blank = outside(text)
    found = re.search(r"[:;.](?:\s|$)", blank)
    return text[: found.start()] if found else text.rstrip(" .")


def infinitive_in(text: str) -> tuple[str, int, int] | None:
    """The first infinitive of a text outside quotes and brackets: (infinitive, start, end)."""
    for m in WORD.finditer(outside(text)):
        base = infinitive(m.group(0).lower()) if m.group(0).islower() else None
        if base and not noun(m.group(0)):
            return base, m.start(), m.end()
    return None


WHO = re.compile(
    r",\s+(?:котор(?:ый|ая|ое|ые|ым|ой|ыми)\s+(?=[а-яё])|(?=[а-яё]+щ(?:ий|ая|ее|ие|его|ей|их|им|ими|ем|ую)(?:ся)?\s))"
)


def said_of(text: str) -> str:
    """What a named body does by the words after its name («ЦНППМ, осуществляющим диагностику», «…, которое утверждает
    план»); "" when they tell of no duty."""
    found = WHO.search(outside(text))
    if found is None:
        return ""
    rest = text[found.end() :].rstrip(" ;,.")
    if found.group(0).strip(" ,"):
        done = finite(rest)
        return rest if done is not None and done[1] < 30 and is_duty(done[0]) else ""
    form = participle(re.match(r"[а-яё]+", rest).group(0))  # type: ignore[union-attr]
    plain = re.match(r"\S+\s+(?:образовательную\s+деятельность|(?:государственное\s+)?управление)", rest)
    if form is None or "plur" in form.tag or plain:
        return ""  # «организации, реализующие программы»: which of them, not what they do
    return rest if str(form.normal_form) in DUTY_VERBS else ""
