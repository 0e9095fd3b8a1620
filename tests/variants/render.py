"""An invented act written down with its truth: `variant(seed)` is the whole generator."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from tests.variants import words as w
from tests.variants.counter import Counter
from tests.variants.papers import Paper, items, marked
from tests.variants.style import Style, make_style
from tests.variants.tables import MONTHS, indicators, roadmap, table
from tests.variants.world import DISTINCT, Body, World, make_world

LEVELS = {
    "regional": "Региональный уровень",
    "municipal": "Муниципальный уровень",
    "institutional": "Институциональный уровень",
}
CASES = {"приказ": ("приказа", "приказу"), "распоряжение": ("распоряжения", "распоряжению")}
SYSTEM = "региональной системе научно-методического сопровождения педагогических работников"


@dataclass(frozen=True)
class Variant:
    """An act's text, the truth about it (in the form of the files beside the invented acts) and how it is laid out."""

    name: str
    text: str
    truth: dict[str, Any]
    style: Style


def variant(
    seed: int,
    size: int = 5,
    rows: int = 12,
    region: tuple[str, str, str] | None = None,
    bodies: int | None = None,
    alike: int = DISTINCT,
    **fixed: Any,
) -> Variant:
    """Write an act from a seed: about `size` statements a body and `rows` rows of a road map. `region` gives a region's
    name, its genitive and its adjective; `bodies` about how many (5 to 12 by chance); `alike` how much the same (per
    cent) two statements may be; `fixed` are choices of the style. The same arguments give the same act."""
    chance = random.Random(seed)
    world = make_world(chance, size, region, bodies, alike)
    style = make_style(chance, **fixed)
    paper = Paper()
    year = chance.randint(2022, 2027)
    number = f"{chance.randint(11, 999)}{chance.choice(('', '-п', '-од', '/1', '-р'))}"
    signed, month = chance.randint(1, 28), chance.randint(1, 12)
    _head(paper, style, world, f"{signed} {MONTHS[0][month - 1]} {year} года", number)
    own = (
        f"{CASES[style.kind][1]} {world.bodies[0].genitive}\nот {signed} {MONTHS[0][month - 1]} {year} года № {number}"
    )
    _regulation(paper, style, world, own)
    paper.put(f"Приложение № 2\nк {own}", "ДОРОЖНАЯ КАРТА\nразвития региональной системы\n"
              f"на {year} – {year + 1} годы")  # fmt: skip
    roadmap(paper, style, chance, world.bodies, rows, (year, year + 1))
    paper.put(f"Приложение № 3\nк {own}", "ПОКАЗАТЕЛИ\nэффективности региональной системы")
    indicators(paper, style, chance, year, "прил. 3")
    truth = paper.settle()
    truth["document"] = {
        "issuer": world.bodies[0].name, "kind": style.kind, "number": number,
        "date": f"{year}-{month:02}-{signed:02}", "region": world.region, "municipality": None,
    }  # fmt: skip
    return Variant(f"variant-{seed}.txt", paper.text(), truth, style)


def _person(chance: random.Random) -> tuple[str, str]:
    """Surname and initials in the nominative and in the genitive."""
    surname = chance.choice(w.SURNAMES)
    initials = f"{chance.choice('АБВГДЕИКМНОП')}.{chance.choice('АВГИМНОПСТ')}."
    of = f"{surname}а" if surname.endswith(("в", "н")) else f"{surname[:-2]}ого"
    return f"{surname} {initials}", f"{of} {initials}"


def _head(paper: Paper, style: Style, world: World, signed: str, number: str) -> None:
    chance = world.chance
    authority = world.bodies[0]
    lines = authority.name.upper()
    cut = lines.rfind(" ", 0, lines.rfind(" "))
    paper.put(f"{lines[:cut]}\n{lines[cut + 1 :]}", style.kind.upper(), signed, f"№ {number}")
    paper.put(f"О {SYSTEM} {world.region_of}")
    paper.put(
        "В соответствии с Федеральным законом от 29 декабря 2012 года № 273-ФЗ «Об образовании в Российской Федерации» "
        f"и в целях развития методической работы {style.operative}".rstrip()
        + ("" if style.operative else ":")
    )
    paper.put("1. Утвердить:", f"1.1. Положение о {SYSTEM} {world.region_of} (приложение № 1).",
              "1.2. Дорожную карту (приложение № 2).", "1.3. Показатели эффективности (приложение № 3).")  # fmt: skip
    own = style.kind
    towns = next((b for b in world.bodies if b.level == "municipal"), None)
    if towns is not None and towns.short == "МОУО":
        head = Body("Руководители муниципальных органов управления образованием", "", "", None, "municipal")
        term = f"до 1 октября {signed[-9:-5]} года"
        text = f"Руководителям {towns.genitive} назначить ответственных за работу с кадрами {term}"
        paper.put(f"2. {text}.")
        paper.function(head, text, f"{own}, п. 2", "duty")
    else:
        paper.put(
            f"2. Признать утратившим силу {own} {authority.genitive} от 12 мая 2019 года № {chance.randint(11, 99)}."
        )
    (controls, of), (signs, _) = _person(chance), _person(chance)
    controls_text = f"Контроль за исполнением настоящего {CASES[own][0]} возложить на заместителя руководителя {of}"
    deputy = Body(f"Заместитель руководителя {controls}", "", "", None, "regional")
    paper.put(f"3. {controls_text.removesuffix('.')}.")
    paper.function(deputy, controls_text, f"{own}, п. 3", "duty")
    paper.put("Руководитель", signs)
    paper.truth["persons"] += [
        {"name": controls, "post": "заместитель руководителя", "role": "controls", "clause": f"{own}, п. 3"},
        {"name": signs, "post": "Руководитель", "role": "signs", "clause": f"{own}, подпись"},
    ]


def _regulation(paper: Paper, style: Style, world: World, own: str) -> None:
    chance = world.chance
    paper.put(f"Приложение № 1\nк {own}", f"ПОЛОЖЕНИЕ\nо {SYSTEM}\n{world.region_of}")
    count = Counter(style)
    clause = count.chapter(paper, "Общие положения")
    at = count.clause(
        paper,
        clause,
        f"Положение определяет участников региональной системы {world.region_of} и то, что они делают.",
    )
    if style.goals:
        count.clause(paper, clause, "Целями системы являются:")
        _plain_list(paper, style, chance.sample(w.GOALS, 3))
        count.clause(paper, clause, f"Принципы работы системы: {', '.join(chance.sample(w.PRINCIPLES, 3))}.")
    if style.glossary:
        at = count.clause(paper, clause, "В Положении используются следующие понятия:")
        chosen = chance.sample(w.TERMS, 3)
        for term, meaning in chosen:
            paper.put(f"{term} – {meaning}{'.' if term == chosen[-1][0] else ';'}")
            paper.truth["terms"].append({"term": term, "clause": at})
    levels = list(LEVELS) if style.levels == "down" else list(reversed(LEVELS))
    if style.structure == "table":
        _structure_table(paper, style, world, levels, count)
    else:
        count.open(paper, "Структура и функции участников системы")
        for level in levels:
            bodies = [b for b in world.bodies if b.level == level]
            if bodies:
                section = count.level(paper, LEVELS[level])
                for body in bodies:
                    _body(paper, style, body, count, section)
    if style.rights:
        section = count.chapter(paper, "Права участников системы")
        count.clause(paper, section, "Участники системы имеют право:")
        _plain_list(paper, style, chance.sample(w.RIGHTS, 3))
    section = count.chapter(paper, "Взаимодействие участников системы")
    count.clause(paper, section, "Участники системы взаимодействуют на основе годового плана и единой цифровой среды.")
    known = [b for b in world.bodies if b.short and not b.known_as_short]
    if len(known) > 1:
        one, two = chance.sample(known, 2)
        text = f"{one.call} и {two.call} заключают соглашение {chance.choice(w.PACTS)}"
        at = count.clause(paper, section, f"{text}.")
        for body in (one, two):
            paper.function(body, text, at, "duty")
        paper.truth["agreements"].append(
            {"parties": [one, two], "about": text, "status": "required", "deadline": None, "clause": at}
        )


def _plain_list(paper: Paper, style: Style, entries: list[str]) -> None:
    for number, entry in enumerate(entries):
        paper.put(
            f"{marked(style, number)[0] or '– '}{entry}{';' if number < len(entries) - 1 else '.'}", gap=style.gap
        )
    if not style.gap:
        paper.put("", gap=False)


def _structure_table(paper: Paper, style: Style, world: World, levels: list[str], count: Counter) -> None:
    count.chapter(paper, "Распределение функций")
    rows = []
    for level in levels:
        for first, body in enumerate(b for b in world.bodies if b.level == level):
            called = f"{body.name} ({body.short})" if body.short else body.name
            texts = [s.said("verb", body.plural) for s in body.says]
            rows.append([str(len(rows) + 1), LEVELS[level].split()[0] if not first else "", called, "; ".join(texts)])
            for said, text in zip(body.says, texts, strict=True):
                paper.saying(body, said, text, f"прил. 1, п. {len(rows)}")
    kept = Style(
        **{**style.__dict__, "table": "pipes" if style.table == "fixed" else style.table, "repeat_header": False}
    )
    table(paper, kept, ["№ п/п", "Уровень", "Субъект", "Функции"], rows)


def _body(paper: Paper, style: Style, body: Body, count: Counter, section: str) -> None:
    mark, at = count.next(section)
    again = f" (далее – {body.short})" if body.short else ""
    owner = f", структурное подразделение {body.part_of.call}" if body.part_of else ""
    verb = "осуществляют" if body.plural else "осуществляет"
    paper.subject(body, at)
    if style.lead == "powers":
        paper.put(f"{mark}К полномочиям {body.genitive}{again} относятся:")
    elif style.lead == "laid":
        paper.put(f"{mark}На {body.accusative}{again} возлагаются следующие функции:")
    elif style.lead == "does":
        paper.put(f"{mark}{body.name}{again} {verb} следующие функции:")
    elif style.lead == "colon":
        paper.put(f"{mark}{body.name}{again}:")
    elif style.lead == "prose":
        _prose(paper, body, f"{mark}{body.name}{again}", len(mark), len(again), at)
        return
    else:
        paper.put(f"{mark}{body.name}{again}{owner}")
        if style.lead != "bare":
            paper.put("Функции:" if style.lead == "functions" else "Основные функции:")
    items(paper, style, body, body.says, at)


def _prose(paper: Paper, body: Body, opening: str, mark: int, again: int, at: str) -> None:
    """Sentences: the first opens with the name, the others with what the act calls the body."""
    sentences = []
    for number, said in enumerate(body.says):
        text = said.said("verb", body.plural)
        called = body.call[0].upper() + body.call[1:]
        sentence = f"{opening[mark:]} {text}" if not number else f"{called} {text}"
        sentences.append(f"{sentence}.")
        paper.saying(body, said, sentence, at)
    paper.put(opening[:mark] + " ".join(sentences))
