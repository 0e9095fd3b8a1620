"""A whole question in plain Russian: which question of the registry is meant, and the words of its parameters.

Only what is sure is taken: every word must have its place. Anything else is a question about responsibility, coverage
or load, as `queries.sentence` takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFound
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.russian import is_content, lemma, lemmas, repair
from queries.answer import names_of
from queries.days import find_days
from queries.places import find_places
from queries.plain_words import ASKING, PLAIN, Plain
from queries.questions import QUESTIONS
from queries.sentence import TOKEN, split_question, territory_span
from queries.store import GraphStore
from queries.words import resolve_subject, resolve_territory

_SURE = 0.75  # how well the words left over must fit a subject's name
_DAY = r"(?:\s+от\s+\d{1,2}\.\d{1,2}\.\d{4}|\s+от\s+\d{4}-\d\d-\d\d)?"
_ACT = re.compile(
    rf"(?:(?:приказ|распоряжени|постановлени|акт)[а-яё]*\s+)?№\s*[^\s,;?]+{_DAY}"
    rf"|(?:приказ|распоряжени|постановлени|акт)[а-яё]*\s+\d[^\s,;?]*{_DAY}",
    re.IGNORECASE,
)


class Understood(BaseModel):
    """`words`: by name of the parameter, as `queries.answer` takes them; `as_of`: the day the text asks for."""

    model_config = ConfigDict(frozen=True)

    question: str
    words: dict[str, str]
    as_of: date | None = None


def understand(store: GraphStore, text: str, today: date, lang: Lang = DEFAULT_LANG) -> Understood:
    """Which question a text asks; a day without a year is the next one from `today` on."""
    whole = repair(text)
    act = _ACT.search(whole)
    days = find_days(whole.replace(act[0], " акт ") if act else whole, today)
    tokens = TOKEN.findall(days.rest)
    bases = {base for token in tokens for base in lemmas(token)}
    typed = {token.lower() for token in tokens}
    for plain in PLAIN:
        if not _fits(plain, tokens, bases, typed):
            continue
        given = {"order": act[0]} if act else {}
        given |= {n: d.isoformat() for n, d in (("since", days.since), ("until", days.until)) if d}
        words = _filled(store, plain, tokens, bases, given, lang)
        if words is not None:
            return Understood(question=plain.question, words=words, as_of=days.on)
    split = split_question(text)
    return Understood(
        question=split.question, words={k: v for k, v in split.model_dump(exclude={"question"}).items() if v}
    )


def _fits(plain: Plain, tokens: Sequence[str], bases: set[str], typed: set[str]) -> bool:
    """Whether the text asks in this way: its words are there, and it begins like a question or with its own words."""
    if not all(bases & group for group in plain.needs) or plain.never & (bases | typed):
        return False
    if plain.typed and not plain.typed & typed:
        return False
    first = lemmas(tokens[0]) | {tokens[0].lower()}
    begins = first & (ASKING | plain.needs[0] | set(plain.flags) | plain.typed)
    return bool(begins) or tokens[0].lower() in {"на", "от", "по", "перед", "в"}


def _filled(
    store: GraphStore, plain: Plain, tokens: Sequence[str], bases: set[str], given: dict[str, str], lang: Lang
) -> dict[str, str] | None:
    """The words of the parameters; None when something is missing, or is left over and has no place."""
    names = names_of(QUESTIONS[plain.question])
    words = dict(given)
    flags = {value for word, value in plain.flags.items() if word in bases}
    if len(flags) == 1 and "не" not in tokens:  # what is not concluded may stand in several ways: all are shown
        words |= dict(flags)
    place, rest = _place(store, tokens)
    known = ASKING | set(plain.flags) | plain.typed | {w for group in plain.needs for w in group}
    if "order" in given:
        known |= {"акт", "устанавливать", "установить", "утверждать", "утвердить"}  # «акт» stands for its number
    left = [t for t in rest if t[0].isalnum() and not lemmas(t) & known]
    while left and not is_content(left[0]):
        left.pop(0)
    near = resolve_territory(store, place).taken.id if place else None
    if any(is_content(token) for token in left):
        meant = _subject(store, " ".join(left), near, lang) if plain.leftover else None
        if meant is None:
            return None
        words[plain.leftover] = " ".join(left) if "territory" in names else meant
    if place and "territory" in names:
        words["territory"] = place
    if place and "territory" not in names and plain.leftover not in words:
        return None
    return words if set(words) <= set(names) and plain.required <= set(words) else None


def _place(store: GraphStore, tokens: Sequence[str]) -> tuple[str, list[str]]:
    """The words of the territory, and all others. Of «в ЦНППМ Белгородской области» only the end names it."""
    start, end = territory_span(list(tokens))
    best, at = 0.0, end
    for first in range(start, end):
        found = find_places(store, " ".join(tokens[first:end])) if lemma(tokens[first]) else []
        if found and found[0].score > best:
            best, at = found[0].score, first
    return " ".join(tokens[at:end]), [*tokens[:at], *tokens[end:]]


def _subject(store: GraphStore, text: str, near: str | None, lang: Lang) -> str | None:
    try:
        taken = resolve_subject(store, text, lang, near=near).taken
    except NotFound:
        return None
    return taken.id if taken.score >= _SURE else None
