"""Subjects of one territory that may be one body under two names.

Two names are suspected when they are equal up to word forms, word order, abbreviations, the legal form of an
institution, the name of their own territory, and a slip; when one is the other's short form; or when one is the other
cut short at its legal form. Told apart: another level or kind, generic and actual ones, a part and its whole, who fills
and what is filled, parts of different bodies; and by their words, other numbers and proper names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from ontology import russian
from ontology.entities.vocabulary import Level, SubjectKind
from queries.findings.legal_forms import SHORT_FORMS, proper_name
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.same_names import Words, alike, readings, word_set
from queries.findings.sources.named_subjects import NAMED_SUBJECTS, NamedSubject
from queries.question import Ask, DerivedQuestion

# What sort of territory a name says it is of; a district's act may leave «районный» out, a region's may not.
_OF_REGIONS = word_set("область край республика округ областной краевой республиканский окружной")
_OF_MUNICIPALITIES = word_set("округ район город муниципальный районный городской")
_REGIONS = word_set("область край республика федерация автономный")
# «Ответственный», «ответственное лицо», «ответственный исполнитель».
_ROLE_WORDS = word_set("лицо исполнитель")


@lru_cache(maxsize=20_000)
def _words(name: str, territory: str) -> tuple[Words, ...]:
    """What the name says beyond legal form and territory; all its words where nothing else is left."""
    here = {stem for word in russian.words(territory) for stem in (russian.stem(word), russian.lemma(word))}
    place = _OF_REGIONS if here & _REGIONS else _OF_MUNICIPALITIES
    found = []
    for reading in readings(proper_name(name)):
        rest = {w for w in reading if w not in SHORT_FORMS and w not in here and russian.stem(w) not in here}
        bare = rest - place - (_ROLE_WORDS if "ответственный" in rest else set())
        found.append(frozenset(bare or rest or reading))
    return tuple(found)


def _apart(one: NamedSubject, other: NamedSubject) -> bool:
    """Whether the two are told apart by what they are, whatever their names."""
    kinds = {one.kind, other.kind} - {SubjectKind.ORGANISATION}
    levels = {one.level, other.level} - {None}
    wholes = {one.part_of, other.part_of} - {None}
    tied = {one.part_of, one.fills} & {other.subject_id} or {other.part_of, other.fills} & {one.subject_id}
    return (
        one.generic != other.generic
        or len(kinds) > 1
        or len(levels) > 1
        or len(wholes) > 1
        or bool(tied)
        or bool(one.fills and other.fills and one.fills != other.fills)
    )


def _reason(one: NamedSubject, other: NamedSubject) -> str | None:
    """Why the two are suspected; None when they are not."""
    words = product(_word_sets(one), _word_sets(other))
    if any(alike(left, right) for left, right in words):
        return "same-words"
    if _called(one) & _shorts(other) or _called(other) & _shorts(one):
        return "short-form"
    if set(_stumps(one)) & {_tokens(other.name)} or set(_stumps(other)) & {_tokens(one.name)}:
        return "cut-short"
    return None


def _word_sets(subject: NamedSubject) -> list[Words]:
    return [words for name in (subject.name, *subject.others) for words in _words(name, subject.territory_name)]


def _called(subject: NamedSubject) -> set[str]:
    return {name.casefold() for name in (subject.name, *subject.others)}


def _shorts(subject: NamedSubject) -> set[str]:
    """Its abbreviation, and the initials of its names: «Региональный ресурсный центр наставничества» is РРЦН."""
    found = {_initials(name) for name in (subject.name, *subject.others)} - {""}
    return found | ({subject.short.casefold()} if subject.short else set())


@lru_cache(maxsize=20_000)
def _initials(name: str) -> str:
    words = [w for w in russian.words(name) if russian.is_content(w)]
    return "".join(w[0] for w in words).casefold() if len(words) > 2 else ""


@lru_cache(maxsize=20_000)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(w.casefold() for w in russian.words(name))


def _stumps(subject: NamedSubject) -> Iterator[tuple[str, ...]]:
    """The name cut short at a legal form: «Заместитель директора МКУ» of «Заместитель директора МКУ «Ромашка»»."""
    tokens = _tokens(subject.name)
    return (tokens[:end] for end in range(2, len(tokens)) if tokens[end - 1] in SHORT_FORMS)


def _keys(subject: NamedSubject) -> Iterator[object]:
    """Two subjects that may be suspected have one of these in common: of a thousand subjects few do."""
    for words in _word_sets(subject):
        yield words
        yield from (words - {word} for word in words)
    yield from _called(subject) | _shorts(subject)
    yield _tokens(subject.name)
    yield from _stumps(subject)


def _suspected(subjects: list[NamedSubject]) -> Iterator[tuple[NamedSubject, NamedSubject, str]]:
    shared: dict[object, list[int]] = defaultdict(list)
    for place, subject in enumerate(subjects):
        for key in {(subject.territory_id, key) for key in _keys(subject)}:
            shared[key].append(place)
    pairs = {pair for places in shared.values() for pair in combinations(places, 2)}
    for left, right in sorted(pairs):
        one, other = subjects[left], subjects[right]
        if not _apart(one, other) and (reason := _reason(one, other)):
            yield one, other, reason


def _found(ask: Ask, scope: Scope) -> list[Evidence]:
    subjects: list[NamedSubject] = ask(NAMED_SUBJECTS, scope)
    columns = [n for n in Evidence.model_fields if n in NamedSubject.model_fields and n not in ("key", "level")]
    empty = dict.fromkeys(Evidence.model_fields)
    found = []
    for one, other, reason in _suspected(subjects):
        base = {"key": "+".join(sorted((one.subject_id, other.subject_id))), "reason": reason}
        level: Level | None = one.level or other.level
        for subject in (one, other):
            values = {n: getattr(subject, n) for n in columns} | {"subject_name": subject.name, "level": level}
            found.append(Evidence.model_validate(empty | values | base | {"found": subject.name}))
    return found


DOUBLE_SUBJECT = DerivedQuestion(
    name="suspected_double_subject",
    summary_ru="Какие субъекты одной территории могут оказаться одним и тем же под двумя названиями.",
    summary_en="Which subjects of one territory may be one body under two names.",
    params=Scope,
    row=Evidence,
    uses=(NAMED_SUBJECTS,),
    derive=_found,
)


def _counted(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=len(ask(NAMED_SUBJECTS, scope)))]


CHECKED_NAMES = DerivedQuestion(
    name="checked_names",
    summary_ru="Сколько субъектов сравнено между собой.",
    summary_en="How many subjects were held against one another.",
    params=Scope,
    row=Checked,
    uses=(NAMED_SUBJECTS,),
    derive=_counted,
)
