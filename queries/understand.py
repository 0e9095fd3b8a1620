"""A whole question in plain Russian: which question of the registry is meant, and the words of its parameters.

Only what is sure is taken: every word must have its place. Anything else is a question about responsibility, coverage
or load, as `queries.sentence` takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFound
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Subject
from ontology.russian import is_content, lemma, lemmas, parses, repair
from queries.answer import names_of
from queries.days import find_days
from queries.places import find_places, is_generic
from queries.plain_pairs import compared, connected
from queries.plain_words import ASKING, FINDINGS, KNOWN, PLAIN, Plain
from queries.questions import QUESTIONS
from queries.questions.calendar import CALENDAR
from queries.sentence import TOKEN, split_question, territory_span
from queries.spelling import corrected
from queries.store import GraphStore
from queries.words import resolve_subject, resolve_territory

_PLACE = 0.9  # as surely a word in small letters must name a territory
_SURE = 0.75  # how well the words left over must fit a subject's name
_SHORTENED = (
    (re.compile(r"(?<![А-Яа-яЁё\d])(?<!\d\s)г\.\s*(?=[А-ЯЁ])"), "город "),
    (re.compile(r"(?<![А-Яа-яЁё])обл\.?(?![А-Яа-яЁё])"), "область"),
    (re.compile(r"(?<![А-Яа-яЁё])р-н[ае]?(?![А-Яа-яЁё])"), "район"),
)
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
    """Which question a text asks; a day without a year is the next one from `today` on.

    `question` is a name of the registry, or `FINDINGS`: the audit's findings.
    """
    whole = _put_right(store, repair(text))
    act = _ACT.search(whole)
    days = find_days(whole.replace(act[0], " акт ") if act else whole, today)
    tokens = TOKEN.findall(days.rest)
    place, rest = _place(store, tokens)
    pair = compared(store, tokens) or connected(
        " ".join(rest), lambda words: _subject(store, words, _near(store, place), lang)
    )
    if pair is not None:
        return Understood(question="chains" if "source" in pair else "compare_territories", words=pair, as_of=days.on)
    bases = {base for token in rest for base in lemmas(token)}
    typed = {token.lower() for token in rest}
    for plain in PLAIN:
        if not _fits(plain, rest, bases, typed):
            continue
        given = {"order": act[0]} if act else {}
        given |= {n: d.isoformat() for n, d in (("since", days.since), ("until", days.until)) if d}
        words = _filled(store, plain, place, rest, given, lang)
        if words is not None:
            return Understood(question=plain.question, words=words, as_of=days.on)
    split = split_question(whole)
    return Understood(
        question=split.question, words={k: v for k, v in split.model_dump(exclude={"question"}).items() if v}
    )


def parameters_of(question: str) -> frozenset[str]:
    """Names that the words of a question may have; of the audit as well."""
    return frozenset({"territory", "kind"}) if question == FINDINGS else frozenset(names_of(QUESTIONS[question]))


def _put_right(store: GraphStore, text: str) -> str:
    """Slips of the pen in words that ask are put right; a territory typed in small letters gets its capital."""

    def word(found: re.Match[str]) -> str:
        return corrected(found[0], KNOWN)

    for short, full in _SHORTENED:
        text = short.sub(full, text)
    text = re.sub(r"[А-Яа-яЁё]+", word, text)

    def place(found: re.Match[str]) -> str:
        named = find_places(store, found[2]) if is_content(found[2]) and not is_generic(found[2]) else []
        sure = bool(named) and named[0].score >= _PLACE and not lemmas(found[2]) & KNOWN
        return found[1] + (found[2].capitalize() if sure else found[2])

    return _behind(store, re.sub(r"(?<![А-Яа-яЁё])((?:в|во|по|для)\s+)([а-яё-]{4,})", place, text))


def _behind(store: GraphStore, text: str) -> str:
    """«Белгород, кто ведёт реестр»: a territory that stands at either end by itself is put behind a preposition."""
    tokens = TOKEN.findall(text)
    start, end = territory_span(tokens)
    if start < end or len(tokens) < 2:
        return text
    for place in (0, len(tokens) - 1):
        token = tokens[place]
        if token[:1].isupper() and not token.isupper() and not lemmas(token) & KNOWN:
            named = find_places(store, token)
            if named and named[0].score >= _PLACE:
                rest = [t for t in tokens[:place] + tokens[place + 1 :] if t not in ",:–—"]
                return f"{' '.join(rest)} в {token}"
    return text


def _fits(plain: Plain, tokens: Sequence[str], bases: set[str], typed: set[str]) -> bool:
    """Whether the text asks in this way: its words are there, and it begins like a question or with its own words."""
    if not all((bases | typed) & group for group in plain.needs) or plain.never & (bases | typed):
        return False
    if plain.typed and not plain.typed & typed:
        return False
    head = next((token for token in tokens if token[0].isalnum()), "")
    first = lemmas(head) | {head.lower()}
    own = {word for group in plain.needs for word in group}
    begins = first & (ASKING | own | set(plain.flags) | plain.typed | plain.spare)
    return bool(begins) or head.lower() in {"на", "от", "по", "перед", "в", "через", "с", "без", "не"}


def _filled(
    store: GraphStore, plain: Plain, place: str, tokens: Sequence[str], given: dict[str, str], lang: Lang
) -> dict[str, str] | None:
    """The words of the parameters; None when something is missing, or is left over and has no place."""
    names = parameters_of(plain.question)
    words = dict(given) | dict(plain.sets) | _flags_of(plain, tokens)
    known = ASKING | set(plain.flags) | plain.typed | plain.spare | {w for group in plain.needs for w in group}
    if "order" in given:
        known |= {"акт", "устанавливать", "установить", "утверждать", "утвердить"}  # «акт» stands for its number
    left = [t for t in tokens if t[0].isalnum() and t.lower() not in known and not lemmas(t) & known]
    while left and not is_content(left[0]):
        left.pop(0)
    if any(is_content(token) for token in left):
        meant = _subject(store, " ".join(left), _near(store, place), lang) if plain.leftover else None
        if meant is None:
            return None
        words[plain.leftover] = " ".join(left) if "territory" in names else meant
        if not place and plain.question == CALENDAR.name:  # what it must be asked of is where the body is
            body = store.get(Subject, meant)
            words |= {"territory": body.territory, plain.leftover: meant} if body else {}
    if place and "territory" in names:
        words["territory"] = place
    if place and "territory" not in names and plain.leftover not in words:
        return None
    return words if set(words) <= names and plain.required <= set(words) else None


_OPPOSITE: Mapping[tuple[str, str], str] = MappingProxyType({("state", "done"): "overdue", ("state", "met"): "missed"})


def _flags_of(plain: Plain, tokens: Sequence[str]) -> dict[str, str]:
    """What single words say of the parameters. Behind «не» a state turns round, or says nothing: what is not concluded
    may stand in several ways, so all are shown."""
    found: set[tuple[str, str]] = set()
    for place, token in enumerate(tokens):
        for base in (*lemmas(token), token.lower()):
            flag = plain.flags.get(base)
            if flag is None:
                continue
            turned = _OPPOSITE.get(flag)
            if place and tokens[place - 1].lower() == "не" and flag[0] in {"state", "status", "overdue"}:
                flag = (flag[0], turned) if turned else None
            found |= {flag} if flag else set()
    return dict(found) if len(found) == 1 else {}


def _place(store: GraphStore, tokens: Sequence[str]) -> tuple[str, list[str]]:
    """The words of the territory, and all others. Of «в ЦНППМ Белгородской области» only the end names it."""
    start, end = territory_span(list(tokens))
    best, at = 0.0, end
    for first in range(start, end):
        found = find_places(store, " ".join(tokens[first:end])) if lemma(tokens[first]) else []
        if found and found[0].score > best and not _sorts(tokens[first:end]):
            best, at = found[0].score, first
    return " ".join(tokens[at:end]), [*tokens[:at], *tokens[end:]]


def _sorts(tokens: Sequence[str]) -> bool:
    """«по муниципалитетам Владимирской области»: the first word asks for all of a sort, and names none."""
    words = [token for token in tokens if token.lower() not in {"в", "во", "по", "на", "для"}]
    return bool(words) and is_generic(words[0]) and "plur" in parses(words[0])[0].tag


def _near(store: GraphStore, place: str) -> str | None:
    return resolve_territory(store, place).taken.id if place else None


def _subject(store: GraphStore, text: str, near: str | None, lang: Lang) -> str | None:
    try:
        taken = resolve_subject(store, text, lang, near=near).taken
    except NotFound:
        return None
    return taken.id if taken.score >= _SURE else None
