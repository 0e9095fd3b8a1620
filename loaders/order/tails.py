"""Where the name of a body ends in running text: its genitives, owners, names in quotes, what tells its class apart."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.morph import adjective, noun, parses
from loaders.order.heads import fold, head
from loaders.order.lexicon import LEGAL_FORMS, SERVED, SERVED_ADJECTIVES
from loaders.order.names import IDENTIFIES
from loaders.order.wordings import table

LONGEST = 200  # characters of a name; longer ones are sentences
TWO = re.compile(r"^([а-яё-]+)(?:\s*,\s*([а-яё-]+))?\s+и\s+([а-яё-]+)\s+", re.I)
QUOTED = re.compile(r"\s*[«\"“][^»\"”]{2,120}[»\"”]")
FOLLOWER = re.compile(r"(\s+)([А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)")
UP_TO = r"[^,;:.()]{2,110}?(?=[,;:.()]|\s+и\s|$)"

# A verbal noun governs what is given: «центр обработки информации».
WORK = re.compile(r"(?:ки|[нт]ия|ции|зы)$")
SHARED = frozenset(table("relations", "ends")["shared"])
ALONE = frozenset(table("relations", "ends")["alone"])
NEVER = re.compile(rf"(?:{'|'.join(table('relations', 'ends')['never'])})")
TAILS: dict[str, list[str]] = table("relations", "end_tails")


def serves(word: str, phrase: str) -> bool:
    """Teachers and leaders in general: the body they are of is an end of its own («педагогам школ района»)."""
    return word in SERVED or (word in {"работник", "специалист"} and phrase.lower().startswith(SERVED_ADJECTIVES))


def each(phrase: str, case: str) -> list[str]:
    """«образовательными и научными организациями» as two phrases, one for each adjective; else the phrase itself."""
    found = TWO.match(phrase)
    if not found or not (core := head(phrase, case)) or core[2] not in SHARED:
        return [phrase]
    kinds = [g for g in found.groups() if g]
    if any(adjective(k.lower()) is None for k in kinds):
        return [phrase]
    return [f"{k} {phrase[found.end() :]}" for k in kinds]


def of_body(tail: str, shorts: frozenset[str]) -> bool:
    """Whether the words after a role name the body it is of («специалисты методических служб»)."""
    return bool(tail) and (head(tail, "gent", shorts) is not None or head(tail, "nomn", shorts) is not None)


def name_end(text: str, stop: int, word: str, shorts: frozenset[str], bounds: tuple[str, ...] = ()) -> int:
    """Where the name ends whose head noun `word` ends at `stop`. `bounds` are abbreviations no name goes on with."""
    limit = stop + LONGEST
    governed = placed = False
    solid = stop  # where the last noun, name or owner ends: an adjective alone closes no name
    while stop < limit:
        rest = text[stop:limit]
        if quoted := QUOTED.match(rest):
            solid = stop = stop + quoted.end()
            governed = True
            continue
        more = FOLLOWER.match(rest)
        if more is None:
            break
        follower, ahead = more.group(2), rest[more.start(2) :]
        given = NEVER.match(follower.lower()) and not (governed and WORK.search(text[:stop]))
        if given or (bounds and ahead.startswith(bounds)):
            break
        if not governed and follower.islower() and parses(follower)[0].tag.POS == "PRTF":
            break  # «учреждениями выявленных недостатков»
        if follower == "имени" or (follower[0].isupper() and not _opens(follower, ahead, shorts, word)):
            stop += more.end()
            governed, placed = True, follower[0].isupper() and not follower.isupper()
            solid = stop if adjective(follower.lower()) is None or noun(follower.lower()) is not None else solid
            continue
        if any(re.match(rf"{tail}(?![а-яё])" if " " not in tail else tail, ahead) for tail in TAILS.get(word, ())):
            return _told_apart(rest, stop, solid)
        if follower == "и" and governed and not placed:
            after = re.match(r"\s+и\s+([А-Яа-яЁё-]+)", rest)
            if after and genitive(after.group(1)) and head(rest[after.start(1) :][:80], "gent", shorts) is None:
                stop += after.end()
                continue
            break
        if not governed and word in ALONE and (person := head(ahead[:80], "gent", shorts)) and person[3] == "role":
            break  # «закрепляют за площадкой научного консультанта»
        managed = text[solid - 10 : solid].lower().endswith(("управления", "управление", "управлением", "управлению"))
        if not follower[0].islower() or not (genitive(follower) or (managed and noun(follower, "ablt") is not None)):
            break
        if placed and solid == stop:
            break  # «… Дальней области предложения»: the name ended with its place
        stop += more.end()
        governed = True
        if managed or adjective(follower) is None or noun(follower, "gent") is not None:
            solid = stop
    return _participle(text, solid, limit)


def _told_apart(rest: str, stop: int, solid: int) -> int:
    """«площадки на базе …», «эксперты в области …, …»: what tells the class apart, up to the next comma of another
    kind."""
    clause = re.match(rf"\s+{UP_TO}", rest)
    if clause is None:
        return solid
    further = re.match(rf",\s+([а-яё]+){UP_TO.replace('{2,110}', '{0,80}')}", rest[clause.end() :])
    named = further and noun(further.group(1), "gent") is not None and adjective(further.group(1)) is None
    return stop + clause.end() + (further.end() if further and named else 0)


def _participle(text: str, stop: int, limit: int) -> int:
    """«…, осуществляющие управление в сфере образования» belongs to the name."""
    tells = re.match(r",\s+([а-яё]+)", text[stop:limit])
    if tells and IDENTIFIES.match(tells.group(1)):
        whole = re.match(r",\s+[^,;:.()]{3,150}", text[stop:limit])
        if whole:
            return stop + len(whole.group(0).rstrip())
    return stop


def _opens(follower: str, rest: str, shorts: frozenset[str], word: str) -> bool:
    """Whether a capital word begins another body («ММЦ Департамент …»); an owner in the genitive does not."""
    folded = fold(follower)
    if folded in LEGAL_FORMS:
        return word not in LEGAL_FORMS and word not in {"учреждение", "организация"}
    if folded.isupper() or genitive(follower.lower()):
        return False
    return head(rest[:80], "nomn", shorts) is not None


@lru_cache(maxsize=20_000)
def genitive(word: str) -> bool:
    """Whether a word can stand in the genitive after a name's head: a noun, an adjective or a participle."""
    low = word.lower()
    if len(low) < 2 or low in {"их", "его", "ее", "её", "при", "для", "от", "до"}:
        return False
    best = parses(low)[0]
    if best.tag.POS in {"PREP", "CONJ", "VERB", "INFN", "PRTS", "ADVB", "PRCL", "NPRO"}:
        return False
    return noun(low, "gent") is not None or any(
        p.tag.case == "gent" for p in parses(low) if p.tag.POS in {"ADJF", "PRTF"}
    )
