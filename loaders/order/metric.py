"""What a bound is set on, in the act's own words, as a phrase that reads by itself."""

from __future__ import annotations

import re

from loaders.morph import adjective, infinitive, noun, parses, verb, words
from loaders.order.heads import head

LONGEST = 22  # words of a sentence that still reads as the name of a norm
# Whom a bound is set for each («на одного регионального методиста», «за тьютором»).
EACH = re.compile(
    r"(?:на|за|к)?\s*(?:одн\w+|1|кажд\w+)?\s*((?:региональн|муниципальн|школьн|сетев)\w+\s+)?(методист|тьютор|наставник|куратор)(?:а|у|ом|е|ами?|ов)?\b",
    re.I,
)
MEASURED = re.compile(r"^(?:дол[яи]|количеств|числ[оа]|численност|охват|процент|удельн|средн)\w*\s", re.I)
SERVED = re.compile(
    r"^\W*(педагогическ\w+\s+работник\w*|педагог\w*|учител\w*|наставляем\w*|молод\w+\s+(?:педагог|специалист)\w*|работник\w*|человек\w*)",
    re.I,
)
_VERB_END = re.compile(
    r"\s+(?:составляет|составляют|долж\w+(?:\s+\w+)?|в\s+количестве|в\s+размере|из|как|и|что|чтобы|при\s+этом)$", re.I
)


def metric_of_bound(sentence: str, start: int, end: int, unit: str | None) -> str:
    """What the bound at [start, end) of a sentence is set on.

    People per methodist, tutor or mentor are named alike whatever the wording («на одного методиста приходится не
    более 250 педагогов», «не более чем на 250 педагогов один методист»). Else the phrase before the bound, or the
    sentence without it. "" when nothing is left.
    """
    before, after = sentence[:start], sentence[end:]
    whole = before.strip(" ,;:(–—-")
    if MEASURED.match(whole) and EACH.search(whole):
        return _VERB_END.sub("", whole)
    if unit and (people := SERVED.match(f"{unit} {after}")):
        rest = before + " " + f"{unit} {after}"[people.end() :]
        each = EACH.search(rest)
        if each and (
            re.search(r"приход|закрепл|сопровожд|курир|не\s+более", sentence, re.I) or "одн" in each.group(0).lower()
        ):
            return f"{people.group(1)} на одного {_genitive(each)}"
    phrase = whole if MEASURED.match(whole) else re.split(r"[,;:(–—]", whole)[-1].strip()
    phrase = _VERB_END.sub("", phrase)
    if MEASURED.match(phrase):
        return phrase
    found = words(phrase)
    while found and any(p.tag.POS == "PRTF" for p in parses(found[0])[:2]):
        phrase = phrase[phrase.index(found[0]) + len(found[0]) :].strip()
        found = words(phrase)
    bodies = head(phrase, "nomn") is not None and not any(verb(w) for w in found)  # who does it, not what is done
    if _readable(found) and not bodies and not re.search(r"\(", after.split(".")[0]):
        return phrase
    return _rest(before, after)


def _rest(before: str, after: str) -> str:
    """The sentence without its bound; of a long one the part between commas in which the bound stands."""
    text = re.sub(r"\s+(?=[,;.)])", "", re.sub(r"\s+", " ", f"{before.strip()} {after.strip()}")).strip(" ,;:.()–—-")
    if len(words(text)) > LONGEST:
        head, tail = re.split(r"[,;:(]", before)[-1], re.split(r"[,;:)]", after)[0]
        near = f"{head.strip()} {tail.strip()}".strip(" ,;:.()–—-")
        text = near if len(words(near)) > 1 else text
    found = words(text)
    return " ".join(text.split()[:LONGEST]) if any(noun(w) is not None for w in found) else ""


def _readable(found: list[str]) -> bool:
    """Whether the words make a phrase: not too long, a noun in it, a finite verb only with its subject before it."""
    if (
        not found
        or len(found) > 14
        or re.match(r"обязан|должн|должен|вправе", found[-1].lower())
        or not any(len(w) > 2 for w in found)
    ):
        return False
    low = [w.lower() for w in found]
    if any(p.tag.POS in {"NPRO", "PREP", "CONJ"} for p in parses(low[0])[:1]):
        return False
    if infinitive(low[0]):
        return any(noun(w) is not None for w in low[1:])
    at = next((i for i, w in enumerate(low) if verb(w) and noun(w) is None), None)
    if at is not None:
        return any(noun(w, "nomn") is not None for w in low[:at]) and at == len(low) - 1
    opens = any(p.tag.case == "nomn" for p in parses(low[0]) if p.tag.POS in {"NOUN", "ADJF", "PRTF"})
    return opens and any(noun(w) is not None and adjective(w) is None for w in low)


def _genitive(each: re.Match[str]) -> str:
    """«региональным методистом» → «регионального методиста»."""
    role = noun(each.group(2).lower())
    shown = role.inflect({"gent", "sing"}) if role is not None else None
    kind = (each.group(1) or "").strip().lower()
    quality = adjective(kind) if kind else None
    agreed = quality.inflect({"gent", "sing", "masc"}) if quality is not None else None
    return " ".join(str(x.word) for x in (agreed, shown) if x is not None)


def share_of(title: str, result: str, start: int, end: int) -> str:
    """Of what a result tells the share: «12 % учителей района ежегодно» → «<title>: учителей района»."""
    after = re.split(r"[(),;]|\bежегодн\w*|\bк\s+(?:концу\s+)?20\d\d", result[end:])[0].strip(" .–—-")
    whose = after if len(words(after)) > 0 else re.split(r"[(,;]", result[:start])[-1].strip(" .–—-")
    return f"{title}: {whose}" if whose else title


def counted_in(title: str, result: str, start: int) -> str:
    """Of what a result tells the number at `start`: «не менее 68 тьюторов» → «<title>: тьюторов»."""
    things = " ".join(words(re.split(r"[(),;.]|\bк\s+(?:концу\s+)?20\d\d", result[start:])[0])[1:8])
    whose = re.sub(r"^\d[\d\s]*", "", things).strip()
    return f"{title}: {whose}" if whose else title
