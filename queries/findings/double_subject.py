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
from itertools import combinations

from ontology import russian
from ontology.entities.vocabulary import Level, SubjectKind
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.same_names import Words, alike, readings, word_set
from queries.findings.sources.named_subjects import NAMED_SUBJECTS, NamedSubject
from queries.question import Ask, DerivedQuestion

_FORMS = word_set(
    "государственный муниципальный областной краевой республиканский окружной автономный бюджетный казенный учреждение "
    "дополнительный профессиональный образование образовательный федеральный высший"
)
# Abbreviations of legal forms: Г(осударственное) А(втономное) О(бразовательное) У(чреждение), М… Б…, О… К…
_SHORT_FORMS = word_set(
    "ау бу ку гау гбу гку мау мбу мку гоу моу гаоу гбоу гкоу маоу мбоу мкоу огау огбу огаоу огбоу обу фгау фгбу фгаоу "
    "фгбоу дпо дпс впо во"
)
_PLACE = word_set("область край республика округ район город муниципальный районный городской областной")
# «Ответственный», «ответственное лицо», «ответственный исполнитель».
_ROLE_WORDS = word_set("лицо исполнитель")


@lru_cache(maxsize=20_000)
def _words(name: str, territory: str) -> tuple[Words, ...]:
    """What the name says beyond legal form and territory; all its words where nothing else is left."""
    here = {stem for word in russian.words(territory) for stem in (russian.stem(word), russian.lemma(word))}
    found = []
    for reading in readings(name):
        rest = {w for w in reading if w not in _SHORT_FORMS and w not in here and russian.stem(w) not in here}
        quoted = bool(reading & _SHORT_FORMS) or "учреждение" in reading
        bare = rest - _PLACE - (_FORMS if quoted else frozenset()) - (_ROLE_WORDS if "ответственный" in rest else set())
        found.append(frozenset(bare or rest or reading))
    return tuple(found)


def _names(subject: NamedSubject) -> list[str]:
    return list(dict.fromkeys([subject.name, *subject.others]))


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
    place = one.territory_name
    pairs = [(a, b) for a in _names(one) for b in _names(other)]
    if any(alike(x, y) for a, b in pairs for x in _words(a, place) for y in _words(b, place)):
        return "same-words"
    if any(_initials(a) == b.casefold() or _initials(b) == a.casefold() for a, b in pairs) or any(
        short and short.casefold() in {n.casefold() for n in _names(subject)}
        for short, subject in ((one.short, other), (other.short, one))
    ):
        return "short-form"
    if _cut(one.name, other.name) or _cut(other.name, one.name):
        return "cut-short"
    return None


@lru_cache(maxsize=20_000)
def _initials(name: str) -> str:
    words = [w for w in russian.words(name) if russian.is_content(w)]
    return "".join(w[0] for w in words).casefold() if len(words) > 2 else "\0"


def _cut(part: str, whole: str) -> bool:
    """«Заместитель директора МКУ» is «Заместитель директора МКУ «Ромашка»» cut short."""
    short, long = ([w.casefold() for w in russian.words(n)] for n in (part, whole))
    return 1 < len(short) < len(long) and short[-1] in _SHORT_FORMS and long[: len(short)] == short


def _suspected(subjects: list[NamedSubject]) -> Iterator[tuple[NamedSubject, NamedSubject, str]]:
    homes: dict[str, list[NamedSubject]] = defaultdict(list)
    for subject in subjects:
        homes[subject.territory_id].append(subject)
    for home in homes.values():
        for one, other in combinations(home, 2):
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
