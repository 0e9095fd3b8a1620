"""Subjects of an invented act, and the region they act in."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field


@dataclass(eq=False)
class Body:
    """A subject: its name in three cases, its abbreviation, how it is spoken of («ведет» or «ведут»)."""

    name: str
    genitive: str
    accusative: str
    short: str | None
    level: str
    plural: bool = False
    part_of: Body | None = None
    known_as_short: bool = False  # «Министерство» declines, so sentences name it by its short only where that is right
    says: list[Saying] = field(default_factory=list)
    sid: str = ""
    clause: str = ""

    @property
    def call(self) -> str:
        """What the rest of the act calls it."""
        return self.short or self.name


@dataclass(eq=False)
class Saying:
    """One function: the same thing said by a verb in three forms or by a noun; `to`, `kind`: an interaction;
    `pact`: the subjects an agreement is concluded with."""

    one: str
    many: str
    infinitive: str
    noun: str
    to: Body | None = None
    kind: str = ""
    what: str = ""
    pact: tuple[Body, ...] = ()

    def said(self, form: str, plural: bool) -> str:
        """The words in a form: verb, infinitive or noun."""
        return {"verb": self.many if plural else self.one, "infinitive": self.infinitive}.get(form, self.noun)


FIRST = ("Бело", "Верхне", "Ново", "Старо", "Красно", "Черно", "Светло", "Северо", "Дальне", "Усть")
SECOND = ("горск", "реченск", "лесск", "полянск", "озерск", "бережск", "лужск", "дольск", "каменск", "заводск")


def draw_region(chance: random.Random) -> tuple[str, str, str, str]:
    """A region that does not exist: stem, name, genitive, adjective."""
    stem = chance.choice(FIRST) + chance.choice(SECOND)
    if chance.random() < 0.3:
        return stem, f"{stem}ий край", f"{stem}ого края", f"{stem}ий"
    return stem, f"{stem}ая область", f"{stem}ой области", f"{stem}ий"


def draw_bodies(chance: random.Random, of: str, adjective: str, stem: str, most: int) -> list[Body]:
    """About `most` bodies of a region, its authority, institute and centre first."""
    letter = stem[:3]
    authority = chance.choice(
        [
            Body(f"Министерство образования {of}", f"министерства образования {of}", f"министерство образования {of}",
                 "Министерство", "regional"),
            Body(f"Министерство просвещения и науки {of}", f"министерства просвещения и науки {of}",
                 f"министерство просвещения и науки {of}", "Министерство", "regional"),
            Body(f"Департамент образования {of}", f"департамента образования {of}", f"департамент образования {of}",
                 "Департамент", "regional"),
            Body(f"Комитет по образованию {of}", f"комитета по образованию {of}", f"комитет по образованию {of}",
                 "Комитет", "regional"),
        ]
    )  # fmt: skip
    authority.known_as_short = True
    full = "автономное учреждение дополнительного профессионального образования"
    full_of = "автономного учреждения дополнительного профессионального образования"
    institute = chance.choice(
        [
            Body(f"Государственное {full} «{adjective} институт развития образования»",
                 f"государственного {full_of} «{adjective} институт развития образования»",
                 f"государственное {full} «{adjective} институт развития образования»", f"{letter}ИРО", "regional"),
            Body(f"Краевое {full} «Академия педагогического мастерства»",
                 f"краевого {full_of} «Академия педагогического мастерства»",
                 f"краевое {full} «Академия педагогического мастерства»", "АПМ", "regional"),
        ]
    )  # fmt: skip
    centre = Body(
        "Центр непрерывного повышения профессионального мастерства педагогических работников",
        "центра непрерывного повышения профессионального мастерства педагогических работников",
        "центр непрерывного повышения профессионального мастерства педагогических работников",
        "ЦНППМ", "regional", part_of=institute,
    )  # fmt: skip
    more = [
        Body("Региональный методический актив", "регионального методического актива", "региональный методический актив",
             "РМА", "regional"),
        Body("Региональные учебно-методические объединения", "региональных учебно-методических объединений",
             "региональные учебно-методические объединения", "РУМО", "regional", plural=True),
        Body("Региональный центр оценки качества образования", "регионального центра оценки качества образования",
             "региональный центр оценки качества образования", "РЦОКО", "regional"),
        Body(f"Ассоциация сельских учителей {of}", f"ассоциации сельских учителей {of}",
             f"ассоциацию сельских учителей {of}", None, "regional"),
        Body(f"Совет молодых педагогов {of}", f"совета молодых педагогов {of}", f"совет молодых педагогов {of}",
             "СМП", "regional"),
    ]  # fmt: skip
    towns = [
        Body("Муниципальные органы управления образованием", "муниципальных органов управления образованием",
             "муниципальные органы управления образованием", "МОУО", "municipal", plural=True),
        Body("Муниципальные методические службы", "муниципальных методических служб",
        "муниципальные методические службы",
             "ММС", "municipal", plural=True),
        Body("Межмуниципальные методические центры", "межмуниципальных методических центров",
             "межмуниципальные методические центры", "ММЦ", "municipal", plural=True),
        Body("Районные методические объединения", "районных методических объединений",
             "районные методические объединения", "РМО", "municipal", plural=True),
        Body("Информационно-методические кабинеты", "информационно-методических кабинетов",
             "информационно-методические кабинеты", "ИМК", "municipal", plural=True),
    ]  # fmt: skip
    schools = [
        Body("Методический совет образовательной организации", "методического совета образовательной организации",
             "методический совет образовательной организации", None, "institutional"),
        Body("Школьные методические объединения", "школьных методических объединений",
        "школьные методические объединения",
             "ШМО", "institutional", plural=True),
        Body("Наставники", "наставников", "наставников", None, "institutional", plural=True),
        Body("Педагогический совет образовательной организации", "педагогического совета образовательной организации",
             "педагогический совет образовательной организации", None, "institutional"),
        Body("Школьная служба сопровождения педагогов", "школьной службы сопровождения педагогов",
             "школьную службу сопровождения педагогов", "ШССП", "institutional"),
    ]  # fmt: skip
    share = max(1, round(most / 4))
    # More than there are kinds: a centre in each of so many districts.
    for first, second in list(itertools.product(FIRST, SECOND))[: max(0, most - 12)]:
        place = f"развития образования {first}{second}ого района"
        short = f"ЦРО-{first[0]}{second[0].upper()}{len(towns)}"
        towns.append(Body(f"Центр {place}", f"центра {place}", f"центр {place}", short, "municipal"))
    return [
        authority, institute, centre, *chance.sample(more, min(share, len(more))),
        *chance.sample(towns, max(min(share + 1, len(towns)), most - 12)),
        *chance.sample(schools, min(share, len(schools))),
    ]  # fmt: skip
