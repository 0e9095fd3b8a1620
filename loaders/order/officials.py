"""Officials an act names: who signs, controls, executes. Never a phone or an address."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.order import surnames
from loaders.order.heads import head
from loaders.order.names import FURTHER, PERSON, cut, nominative_post, outside
from loaders.order.reading import Activity, Person
from loaders.order.signature import signed
from loaders.order.surnames import Named, named
from loaders.order.units import Part, Unit

# «возложить на …», «назначить …»: what follows stands in the accusative
_CHARGED = re.compile(
    r"(?:(?:возложить|возлагается|возложен\w*)\s+на|назначить|определить|поручается|утвердить)\s+", re.I
)
_ENTRUSTED = re.compile(r"(?:поручить|рекомендовать|предложить)\s+", re.I)
# the control of the act, not a body's name («сектор контроля»)
_DUTY = re.compile(r"\bконтроль\b|\bконтрол[яю]\s+(?:за\s+)?(?:исполнен|выполнен|реализац|соблюден)", re.I)
_INITIALS = re.compile(r"(?:[А-ЯЁA-Z]\.\s?){1,2}$")


def persons_of(units: list[Unit], parts: list[Part], kind: str) -> tuple[Person, ...]:
    """Who signs, controls and executes by the act's own points and its signature: name, post, role, clause.

    Phones and addresses are never taken. Who signs the act and keeps its control is named in both roles.
    """
    found: list[Person] = []
    for u, following in zip(units, [*units[1:], None], strict=True):
        if parts[u.part].act and u.kind != "appendix" and u.number and u.kind != "plain":
            # a line break may part a surname from its initials
            torn = following is not None and following.kind == "plain" and _INITIALS.fullmatch(following.text.strip())
            found.extend(_charged(u, f"{u.text} {following.text}" if torn and following else u.text))
    by = signed(units, parts, kind)
    if signer := next((p for p in by if p.role == "signs"), None):
        keeping = (u for u in units if parts[u.part].act and u.number and kept(u.text))
        by.extend(signer.model_copy(update={"role": "controls", "clause": u.address}) for u in keeping)
    return (*found, *by)


def _charged(u: Unit, told: str) -> Iterable[Person]:
    text = surnames.repaired(told)
    end, case = 0, "nomn"
    for m in sorted([*PERSON.finditer(text), *surnames.FULL.finditer(text)], key=lambda m: m.start()):
        who = named(m.group(0))
        quoted = text[: m.start()].count("«") > text[: m.start()].count("»")
        if who is None or quoted or re.search(r"\bимени\s*$", text[: m.start() + 1]):
            end = m.end()
            continue  # «школа имени И.И. Седова» is no person of the act
        before = text[end : m.end() - len(m.group(0).lstrip())]
        chained = end and re.fullmatch(r"\s*(?:,|и|а также|,\s*а также)?\s*(?:на\s+)?(.*)", before, re.S)
        if chained:
            phrase = chained.group(1)
        else:
            phrase, case = _phrase(before)
        end = m.end()
        bracketed = "(" in m.group(0)
        yield Person(
            name=(who if bracketed else surnames.in_nominative(who, case)).shown,
            post=_post(phrase, case),
            role="controls" if _DUTY.search(_sentence(text, m.start())) else "executes",
            clause=u.address,
        )


def _phrase(before: str) -> tuple[str, str]:
    """What stands before a person, as far as it is their post, and the case of both."""
    charges = list(_CHARGED.finditer(before))
    if charges:
        phrase = before[charges[-1].end() :]
        if re.match(r"ответственн|координатор|куратор|исполнител", phrase, re.I):  # «назначить ответственным за …»
            phrase = next((r for r in _rests(phrase) if (h := head(r, "accs")) and h[3] == "role"), "")
        return phrase, "accs"
    if trusted := list(_ENTRUSTED.finditer(before)):
        return before[trusted[-1].end() :], "datv"
    if not before.strip() or head(before.strip(" ,"), "datv"):
        return before, "datv"
    return "", "nomn"


def _rests(phrase: str) -> Iterable[str]:
    return (phrase[m.end() :] for m in re.finditer(r"\s+", phrase))


def _post(phrase: str, case: str) -> str | None:
    """The post a phrase names, in the nominative, each half of a double post; None when it names no post."""
    phrase = cut(FURTHER.sub("", phrase).strip(" ,;:(")).strip(" ,;:–—-")
    found = head(phrase, case) if phrase else None
    if found is None or found[3] != "role":
        return None
    return nominative_post(phrase, case)


def _sentence(text: str, at: int) -> str:
    """The sentence of a point in which a person is named: the others may be about another duty."""
    blank = outside(text)
    start = max((m.end() for m in re.finditer(r"(?<=[а-яё»)])\.\s+(?=[А-ЯЁ])", blank[:at])), default=0)
    return text[start:at]


def kept(text: str) -> bool:
    """Whether a point keeps control with who signs the act («Контроль … оставляю за собой»)."""
    return bool(_DUTY.search(text) and re.search(r"\bза\s+собой\b", text, re.I))


def signing_post(units: list[Unit], parts: list[Part], kind: str) -> tuple[str, str] | None:
    """The post of who signs the act and the case it stands in («И.о. министра»: the genitive); None when unsigned."""
    signer = next((p for p in signed(units, parts, kind) if p.role == "signs" and p.post), None)
    if signer is None or signer.post is None:
        return None
    post = re.sub(r"[_\s]+", " ", signer.post).strip()
    acting = re.match(r"(?:и\.?\s?о\.?|врио|временно\s+исполняющ\w+|исполняющ\w+)(?:\s+обязанности)?\s+", post, re.I)
    return (post[acting.end() :], "gent") if acting else (post, "nomn")


def people(own: Iterable[Person], activities: Iterable[Activity]) -> tuple[Person, ...]:
    """The officials of the act itself and the executors its road map names, each once in each role.

    Several writings of one name (a case, initials first, a slip of recognition) are one person: the note gives the
    writings taken for it; the post told once holds for the person.
    """
    found = list(own)
    for a in activities:
        for cell in (*a.responsible, *a.executors):
            if (who := named(cell)) is not None and len(cell) < 60:
                found.append(Person(name=who.shown, post=None, role="executes", clause=a.clause))
    known = [(p, n) for p in found if (n := named(p.name)) is not None]
    leader = surnames.groups(n for _, n in known)
    written: dict[Named, list[str]] = {}
    posts: dict[Named, str] = {}
    first: dict[tuple[Named, str], Person] = {}
    for p, who in known:
        one = leader[who]
        if p.name not in written.setdefault(one, []):
            written[one].append(p.name)
        if p.post:
            posts.setdefault(one, p.post)
        key = (one, p.role)
        first[key] = first.get(key) or p
    result = []
    for (one, _), p in first.items():
        others = [w for w in written[one] if w != one.shown]
        result.append(
            p.model_copy(
                update={
                    "name": one.shown,
                    "post": p.post or posts.get(one),
                    "note": " = ".join([one.shown, *others]) if others else None,
                }
            )
        )
    return tuple(result)
