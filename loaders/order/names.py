"""Names of subjects in a text: where they end, several in one phrase, the key under which they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.morph import is_word, lemma, parses
from loaders.order.heads import fold, head, is_plural, nominative
from loaders.order.lexicon import HOMOGLYPHS, OFFICES

FURTHER = re.compile(
    r"\s*\(\s*далее\s*(?:соответственно)?\s*(?:по тексту)?\s*[-–—:]?\s*([^()]*(?:\([^()]*\)[^()]*)?)\)", re.I
)
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ](?:\.|(?=\s*$))"
# In running text initials before a surname win («председателя Комитета С.С. Иванову»), in a cell the surname comes
# first.
PERSON = re.compile(rf"\s*\(?\b(?:{_INITIALS}\s?{_SURNAME}|{_SURNAME}\s+{_INITIALS}(?!\s?[А-ЯЁ][а-яё]))\)?")
LISTED_PERSON = re.compile(rf"\s*\(?\b(?:{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s?{_SURNAME})\)?")
# Where a name ends: adverbial additions which say how, with whom or why, not who.
ADDITION = re.compile(
    r"\s+(?:в пределах|в\s+\w+\s+срок|"
    r"в рамках|в целях|в соответствии|в установленн\w+|в своей|в том числе|в срок|в течение|"
    r"совместно|вместе|под\s+(?:общим\s+)?руководством|при\s+(?:поддержке|координации)|"
    r"в(?=\s+(?-i:[А-ЯЁ]{2,}))|"
    r"до\s+\d|с\s+\d|к\s+\d|не позже|с учетом|с учётом|в\s+\d{4}|"
    r"в\s+(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]+|"
    r"во исполнение|во взаимодействии|при содействии|при участии|на основе|"
    r"на основании|с целью|в лице|через|путем|по согласованию|"
    r"по итогам|по результатам|как|также|ежегодно|ежемесячно|ежеквартально|еженедельно|своевременно|"
    r"самостоятельно|регулярно|"
    r"систематически|непосредственно|постоянно|дополнительно|не реже|не позднее|не менее|не более|один раз|"
    r"раз в|два раза|"
    r"в части|в сфере своей|для|обязан[аоы]?|вправе|должен|должн[аоы])(?!\w)",
    re.I,
)
# Participles which tell a class of subjects from another, so belong to the name.
IDENTIFIES = re.compile(
    r"^(?:реализующ|осуществляющ|ответственн|подведомственн|имеющ|показывающ|находящ|отвечающ|прошедш)", re.I
)


@dataclass(frozen=True, slots=True)
class Name:
    """A subject as named in a phrase: nominative `text`, its `head` lemma, `kind`, and `short` («далее – X») if
    given."""

    text: str
    head: str
    kind: str
    short: str | None = None
    plural: bool = False


def mend(text: str) -> str:
    """Replace look-alike Latin letters inside words that also have Cyrillic ones (recognition slips)."""

    def one(found: re.Match[str]) -> str:
        word = found.group(0)
        return word.translate(HOMOGLYPHS) if re.search(r"[А-Яа-яЁё]", word) and re.search(r"[A-Za-z]", word) else word

    return re.sub(r"[А-Яа-яЁёA-Za-z]+", one, _DIGIT.sub(_lettered, text) if _DIGIT.search(text) else text)


# a zero or a three within a word («0бразование», «3аместитель»)
_DIGIT = re.compile(r"(?<![\w.,/-])[03](?=[а-яё]{4})[а-яё]+|(?<![\w.,/-])[А-Яа-яё]{2,}0[а-яё]+")


def _lettered(found: re.Match[str]) -> str:
    word = found.group(0)
    letters = word.replace("0", "О" if word[0] == "0" else "о").replace("3", "З")
    return letters if is_word(letters) else word


@lru_cache(maxsize=20_000)
def key(text: str) -> tuple[str, ...]:
    """The words of a name as lemmas (abbreviations in capitals as they are), without brackets: equal for all its
    cases."""
    bare = re.sub(r"\([^()]*\)", " ", fold(text))
    return tuple(
        w if w.isupper() and len(w) > 1 else lemma(w)
        for w in re.findall(r"[А-Яа-яA-Za-z]+|\d+", bare)
        if w.lower() not in {"и", "в", "на", "по"}
    )


QUOTED = re.compile("[«(“„»)”]")


def _depths(text: str) -> list[int]:
    depth, result = 0, []
    for c in text:
        if c in "«(“„":
            depth += 1
        result.append(depth)
        if c in "»)”" and depth:
            depth -= 1
    return result


def outside(text: str) -> str:
    """The text with everything in quotes and brackets blanked out (same length)."""
    if not QUOTED.search(text):
        return text
    return "".join(c if d == 0 else " " for c, d in zip(text, _depths(text), strict=True))


def parse(phrase: str, case: str = "nomn", shorts: frozenset[str] = frozenset()) -> Name | None:
    """Read one phrase as one subject; None when its head is no subject of the genre."""
    text = mend(phrase).strip(" .;,:*–—-")
    short = None
    if found := FURTHER.search(text):
        short = re.split(r",\s+(?![^«]*»)", found.group(1))[0].strip(' .«»"–-') or None
        text = text[: found.start()] + text[found.end() :]
    for person in reversed(list(PERSON.finditer(text))):
        if text[: person.start()].count("«") <= text[: person.start()].count("»"):
            text = text[: person.start()] + text[person.end() :]
    if re.fullmatch(r"«[^«»]+»", text):
        text = text[1:-1]
    text = re.sub(r"\s+", " ", text).strip(" .;,:–—-")
    if ":" in outside(text):
        text = text[: outside(text).index(":")].rstrip()
    # «организация дополнительного образования – ОГАОУ «X» (ОГАОУ «X»)»: the name stands after the dash
    dash = re.search(r"\s[–—-]\s", outside(text))
    if dash is not None and _renamed(text[: dash.start()], text[dash.end() :], shorts):
        text, case = text[dash.end() :].strip(), "nomn"
    elif dash and not _post(text, case):
        text = text[: dash.start()].strip()
    bracket = re.search(r"\s*\(([^()]{2,60})\)\s*$", text)
    if bracket and not short and re.match(r"^(?:[А-ЯЁ]{2,}|[А-ЯЁ]+\s.*«)", fold(bracket.group(1))):
        short, text = bracket.group(1).strip(), text[: bracket.start()].strip()
    text = DETERMINER.sub("", bounded(text)).strip(" .;,:–—-")
    found_head = head(text, case, shorts)
    if not found_head:
        return None
    text = _bare(text, case)
    plural = is_plural(text, found_head, case)
    shown = nominative_post(text, case) if found_head[3] == "role" else nominative(text, case)
    return Name(_balanced(shown), found_head[2], found_head[3], short, plural)


def nominative_post(phrase: str, case: str) -> str:
    """A post in the nominative, each half of a double one: «первого заместителя – начальника отдела»."""
    halves, start = list[str](), 0
    for m in re.finditer(r"\s[–—-]\s|,\s+", outside(phrase)):
        half = head(phrase[m.end() :], case)
        if half is not None and half[3] == "role":
            halves.append(nominative(phrase[start : m.start()], case) + m.group(0))
            start = m.end()
    return "".join(halves) + nominative(phrase[start:], case)


def _bare(text: str, case: str) -> str:
    """Without a participial tail that only describes («…, включающие педагогов»); what tells a class apart stays."""
    for m in re.finditer(r",\s+([а-яё]+)", outside(text)):
        word = m.group(1)
        if IDENTIFIES.match(word):
            return text
        if (
            any(p.tag.POS == "PRTF" and p.tag.case == case for p in parses(word)[:8])
            and len(text[: m.start()].split()) > 1
        ):
            return text[: m.start()]
    return text


def _renamed(before: str, after: str, shorts: frozenset[str]) -> bool:
    """Whether the name stands after a dash: a name in quotes or with a capital, or the holder of an office."""
    if not head(after, "nomn", shorts):
        return _held(before, after, shorts)
    quoted = "«" in after and not _quoted(before, len(before))
    return bool(quoted or re.match(r"[А-ЯЁ]", after) or _held(before, after, shorts))


def _quoted(text: str, position: int) -> bool:
    return text[:position].count("«") > text[:position].count("»")


def _held(office: str, holder: str, shorts: frozenset[str]) -> bool:
    """Whether two names are an office and the body that holds it («региональный координатор – институт»)."""
    left, right = head(office.strip(), "nomn"), head(holder, "nomn", shorts)
    return left is not None and left[2] in OFFICES and right is not None and right[3] != "role"


def _post(text: str, case: str) -> bool:
    found = head(text, case)
    return found is not None and found[3] == "role"


def _balanced(text: str) -> str:
    if text.count("«") == text.count("»") + 1:
        return text + "»"
    return text


# «Центр …, структурное подразделение института»: the second name tells what the first body is.
APPOSITION = re.compile(r"(?<=\S),\s+(?:структурн\w+\s+(?:подразделени|единиц)\w+|филиал\w*)\s+[^,;]+(?=,|$)", re.I)


def split(phrase: str, case: str = "nomn", shorts: frozenset[str] = frozenset()) -> list[Name]:
    """Read a phrase that may name several subjects («A и B», «A, B»): each piece with its own head in the case."""
    phrase = APPOSITION.sub("", phrase)
    blank = outside(phrase)
    cuts = list(re.finditer(r",\s+|\s+(?:и|или)\s+|\s+а также\s+", blank))
    pieces, start = list[str](), 0
    for m in cuts:
        rest = phrase[m.end() :]
        opening = re.match(r"\s*([А-Яа-яЁё-]+)", rest)
        if opening and (
            any(p.tag.POS == "PRTF" for p in parses(opening.group(1))[:2])
            or (m.group(0).startswith(",") and re.match(r"ответственн(?!\w*\s+исполнит)", opening.group(1), re.I))
        ):
            continue  # «методист, ответственный за …» is one
        stop = re.split(r",\s+|\s+(?:и|или)\s+", outside(rest))[0]
        if head(rest[: len(stop)] or rest, case, shorts) and head(phrase[start : m.start()], case, shorts):
            pieces.append(phrase[start : m.start()])
            start = m.end()
    pieces.append(phrase[start:])
    names = [parse(p, case, shorts) for p in pieces]
    return [n for n in names if n] if all(names) else []


# «каждый член объединения», «указанные организации»: which of them, not who.
DETERMINER = re.compile(
    r"^(?:кажд(?:ый|ая|ое|ого|ому|ым)|люб(?:ой|ая|ое|ого|ому)|(?:выше)?указанн(?:ый|ая|ое|ые|ого|ому|ым|ых)|"
    r"дан(?:ный|ная|ное|ные|ного|ному)|вс(?:е|ем|ех)|эт(?:от|а|о|и|ого|ому)|один|одна)\s+(?=\S)",
    re.I,
)


# «, который …», «, в состав которого …», «, на базе которой …»
RELATIVE = re.compile(r",\s+(?:(?:в|на|с|из|для|по|при|о|об|к|за|под)\s+(?:[а-яё]+\s+){0,2})?котор\w+", re.I)


def bounded(text: str) -> str:
    """A name without the sentence that follows it: it ends before a finite verb, a short participle, a relative
    clause, a numeral or a date."""
    blank = outside(text)
    if found := ADDITION.search(blank):
        text, blank = text[: found.start()], blank[: found.start()]
    if found := RELATIVE.search(blank):
        text, blank = text[: found.start()], blank[: found.start()]
    for m in re.finditer(r"(?<=\s)[а-яё]+(?:-[а-яё]+)*", blank):
        if _predicate(m.group(0)):
            return re.sub(r"(?:,|\s+и|\s+а|\s+не|\s+также)*\s*$", "", text[: m.start()])
    return text


@lru_cache(maxsize=20_000)
def _predicate(word: str) -> bool:
    """Whether a word inside a phrase can only be its predicate or a numeral, no part of a name."""
    found = parses(word)
    best = found[0]
    if best.tag.POS not in {"VERB", "PRTS", "NUMR"} or len(word) < 3:
        return False
    if any(p.tag.POS in {"NOUN", "ADJF", "PRTF"} and p.score > 0.1 for p in found):
        return False
    return best.tag.POS != "VERB" or "3per" in best.tag or "past" in best.tag


def cut(region: str) -> str:
    """The leading name of the words before a verb: without «в пределах …», «совместно с …», adverbs and insertions."""
    region = bounded(region)
    blank = outside(region)
    if found := ADDITION.search(blank):
        region, blank = region[: found.start()], blank[: found.start()]
    for m in re.finditer(r",", blank):
        rest = re.match(r"\s*([А-Яа-яЁё-]+)", region[m.end() :])
        word = rest.group(1) if rest else ""
        if word and (word.lower().startswith("ответственн") or any(p.tag.POS == "PRTF" for p in parses(word)[:2])):
            continue
        if head(region[m.end() :]):
            continue
        return region[: m.start()].strip()
    return region.strip(" ,–—-")
