"""Officials of one territory who may be one person under two names, or two people under one.

Suspected: one surname with the same initials, a letter apart («Чикунова», «Чикуннова»); one name with posts that have
nothing in common. Told apart: other initials; surnames of the two genders («Андреев», «Андреева»).
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from rapidfuzz.distance import OSA

from queries.findings.fact import evidence_of
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.same_names import readings
from queries.findings.sources.named_officials import NAMED_OFFICIALS, NamedOfficial
from queries.question import Ask, DerivedQuestion

_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_LONG = 6  # letters; shorter surnames are a letter apart by chance («Ильин», «Илькин»)


def person(name: str) -> tuple[str, str]:
    """Surname and initials, in lower case, е for ё: «Иванова М. П.», «Иванова Мария Петровна», «М.П. Иванова»."""
    words = [w.casefold().replace("ё", "е") for w in _WORD.findall(name)]
    if not words:
        return "", ""
    at = next((n for n, w in enumerate(words) if len(w) > 1), 0)
    return words[at], "".join(w[0] for n, w in enumerate(words) if n != at)


def _initials_agree(one: str, other: str) -> bool:
    """Whether the shorter initials begin the longer ones; none are no evidence."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _a_letter_apart(one: str, other: str) -> bool:
    genders = one + "а" == other or other + "а" == one
    return min(len(one), len(other)) >= _LONG and not genders and OSA.distance(one, other) == 1


def _posts_apart(one: str | None, other: str | None) -> bool:
    """Whether neither post says the other one again («Министр», «Министр образования области»); unknown: no."""
    if not one or not other:
        return False
    return not any(a <= b or b <= a for a in readings(one) for b in readings(other))


def _found(ask: Ask, scope: Scope) -> list[Evidence]:
    officials: list[NamedOfficial] = ask(NAMED_OFFICIALS, scope)
    homes: dict[str, dict[tuple[str, str], list[NamedOfficial]]] = defaultdict(dict)
    for official in officials:
        homes[official.territory_id].setdefault(person(official.name), []).append(official)
    found = []
    for home, people in homes.items():
        for (surname, initials), rows in people.items():
            if len(initials) > 1 and any(_posts_apart(a.post, b.post) for a, b in combinations(rows, 2)):
                key = f"{home}+{surname}+{initials}"
                told = [row for row in rows if row.post]
                found += [
                    evidence_of(row, key=key, reason="posts-differ", item=rows[0].name, found=row.post) for row in told
                ]
        for one, other in combinations(people, 2):
            if _initials_agree(one[1], other[1]) and _a_letter_apart(one[0], other[0]):
                key = f"{home}+{'+'.join(sorted((''.join(one), ''.join(other))))}"
                rows = [*people[one], *people[other]]
                item = f"{people[one][0].name} – {people[other][0].name}"
                found += [evidence_of(row, key=key, reason="near-spelling", item=item, found=row.name) for row in rows]
    return found


DOUBLE_PERSON = DerivedQuestion(
    name="suspected_double_person",
    summary_ru="Какие должностные лица могут оказаться одним человеком или разными людьми под одним именем.",
    summary_en="Which officials may be one person, or several under one name.",
    params=Scope,
    row=Evidence,
    uses=(NAMED_OFFICIALS,),
    derive=_found,
)


def _counted(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=len(ask(NAMED_OFFICIALS, scope)))]


CHECKED_OFFICIALS = DerivedQuestion(
    name="checked_officials",
    summary_ru="Сколько упоминаний должностных лиц сравнено между собой.",
    summary_en="How many mentions of officials were held against one another.",
    params=Scope,
    row=Checked,
    uses=(NAMED_OFFICIALS,),
    derive=_counted,
)
