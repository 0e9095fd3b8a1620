"""The wording of a statement: its role by the verb, its list punctuation, whether it opens with an action."""

from __future__ import annotations

import re

from loaders.morph import adjective, infinitive, lemma, noun, opens_with_verb, parses, verb, words
from loaders.order.lexicon import (
    ACCOUNTABLE,
    ACTION_ENDINGS,
    ACTION_NOUNS,
    CONSULTED,
    CONTRIBUTES,
    INFORMED,
)
from loaders.order.reading import Role
from loaders.order.units import Unit

CONTINUES = re.compile(r"^(?:в|во|на|по|с|со|для|при|из|за|от|до|о|об|к|через|между|без|и|а|или|то есть)\s", re.I)


def role_of(text: str, lead_verb: str = "") -> Role:
    """The RACI role by the first verb or verbal noun of a statement (domain: the verb decides)."""
    low = text.lower()
    first = [lemma(w) for w in words(low)[:4]]
    bases = [verb(w) or b for w, b in zip(words(low)[:4], first, strict=False)]
    for word, base in zip(words(low)[:4], bases, strict=False):
        if base in ACCOUNTABLE:
            return "accountable"
        if base in CONSULTED:
            return "consulted"
        if base in CONTRIBUTES or low.startswith(
            ("оказывает помощь", "оказывают помощь", "принимает участие", "принимают участие")
        ):
            return "contributes"
        if base in INFORMED:
            return "informed"
        if verb(word) or infinitive(word) or noun(word, "nomn"):
            break
    if re.match(r"(?:\w+\s+)?осуществля\w+\s+(?:\w+\s+)?контрол", low):
        return "accountable"
    if re.match(r"\w*\s*оказ\w+\s+(?:\w+\s+){0,3}(?:помощ|содейств)", low):
        return "contributes"
    if lead_verb in ACCOUNTABLE:
        return "accountable"
    if lead_verb in CONTRIBUTES:
        return "contributes"
    if lead_verb in CONSULTED:
        return "consulted"
    return "responsible"


def tidy(text: str) -> str:
    """A statement without its list punctuation."""
    return (
        text.strip().rstrip(" ;,").removesuffix(".").strip()
        if not re.search(r"\b(?:т\.\s?д|т\.\s?п|др|пр)\.$", text.strip())
        else text.strip().rstrip(" ;,")
    )


def action(text: str) -> bool:
    """Whether an item opens with a verb or a verbal noun («организует …», «ведение …», «методическая помощь …»)."""
    if opens_with_verb(text):
        return True
    for w in words(text)[:5]:
        reading = (
            noun(w.lower(), "nomn") or noun(w.lower(), "accs") or noun(w.lower(), "loct") or noun(w.lower(), "datv")
        )
        if reading is not None and not (adjective(w.lower()) and not w.lower().endswith(ACTION_ENDINGS)):
            base = str(reading.normal_form).replace("ё", "е")
            return base in ACTION_NOUNS or base.endswith(ACTION_ENDINGS)
        if parses(w.lower())[0].tag.POS == "NOUN":
            return False
    return False


LABELLED = re.compile(
    r"^[А-ЯЁа-яё-]+(?:ая|ое|ее|ые|ие|ий|ый)(?:(?:,|\s+и|,\s+а\s+также)?\s+[а-яё-]+(?:ая|ое|ее|ые|ие|ий|ый)){0,3}"
    r"(?:\s+(?:функци[яи]|деятельность|работа|направление|сопровождение|поддержка|обеспечение))?\s*:\s+(?=\S)"
)


def unlabelled(text: str) -> str:
    """An item without the label of its kind («Аналитическая: изучение …»), when what follows is an action."""
    found = LABELLED.match(text)
    return text[found.end() :] if found and action(text[found.end() :]) else text


def joined(statement: str, u: Unit) -> str:
    """A statement with an item of its own list: «…: – …; – …»."""
    stop = "" if statement.endswith((":", ",", ";")) else ";"
    return " ".join(x for x in (statement + stop, u.mark, u.text) if x)


def pieces(text: str) -> list[str]:
    """An item the recogniser has fused from several («…; обеспечение …; выявление …»): its parts, if each is an
    action."""
    parts = re.split(r";\s+", text.strip().rstrip(";"))
    if len(parts) > 1 and all(action(p) and len(p) > 15 for p in parts):
        return parts
    return [text]
