"""An invented region with everything a page may meet: all levels, all states of a cell, staffing, hostile labels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ontology.entities.base import Entity
from ontology.entities.vocabulary import (
    Comparison,
    Level,
    ObservationKind,
    OrderKind,
    Role,
    SubjectKind,
    TerritoryKind,
)
from ontology.ids import digest
from ontology.models import (
    Assignment,
    Clause,
    Direction,
    Function,
    Headcount,
    Methodist,
    Norm,
    Order,
    Subject,
    Support,
    Territory,
)

REGION, DISTRICT, EMPTY = "xx-zar", "xx-zar.klyuch", "xx-pust"
HOSTILE = "<img src=x onerror=\"document.title='caught'\"> </script><script>alert(1)</script> \"кавычки\" & 'апострофы'"
REVERSED = "Совет \u202eйынчонтсо\u202c наставников \u2067школы\u2069"
LONG = "Объединение " + "методистов-предметников сельских школ и малокомплектных организаций " * 5
UNBROKEN = "Общеобразовательноучебнометодическийинформационнокоммуникационныйцентрсопровождения" * 2


def entities(*, quotes: bool = True) -> list[Entity]:
    """The whole example; without `quotes` as if the act's text had never been loaded."""
    return [*_territories(), *_catalogue(), *_orders(), *_subjects(), *_assignments(quotes), *_staffing()]


def _territories() -> Iterator[Entity]:
    yield Territory(id="ru", name="Российская Федерация", kind=TerritoryKind.COUNTRY)
    yield Territory(id=REGION, name="Заречная область", kind=TerritoryKind.REGION, part_of="ru", iso_3166_2="RU-ZAR")
    yield Territory(id=DISTRICT, name="Ключевской район", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
    yield Territory(id="xx-zar.ozer", name="Озёрный округ", kind=TerritoryKind.MUNICIPALITY, part_of=REGION)
    yield Territory(id=EMPTY, name="Пустынный край", kind=TerritoryKind.REGION, part_of="ru")


FUNCTIONS = (
    ("1.01", "Ведение реестра работников методических служб", "Keeping the register of methodical staff", "1"),
    ("1.02", "Обучение работников методических служб", "Training of methodical staff", "1"),
    ("1.03", "Согласование руководителя центра", "Agreeing the head of the centre", "1"),
    ("2.01", "Диагностика профессиональных дефицитов", "Diagnosing professional deficits", "2"),
    ("2.02", "Сопровождение маршрутов педагогов", "Support of teachers' routes", "2"),
    ("2.03", f"Наставничество {HOSTILE}", f"Mentoring {HOSTILE}", "2"),
)


def _catalogue() -> Iterator[Entity]:
    yield Direction(id="d-1", code="1", label_ru="Кадры методических служб", label_en="Methodical staff")
    yield Direction(id="d-2", code="2", label_ru="Развитие педагогов", label_en="Development of teachers")
    for code, ru, en, direction in FUNCTIONS:
        yield Function(
            id=f"f-{code.replace('.', '-')}",
            code=code,
            label_ru=ru,
            label_en=en,
            note_ru="Для проверки.",
            note_en="For tests.",
            expected_levels=(Level.REGIONAL, Level.MUNICIPAL) if direction == "1" else (Level.REGIONAL,),
            direction=f"d-{direction}",
        )


def _clause(order: str, address: str, position: int) -> Clause:
    text = f"{order} {address}"
    return Clause(id=f"{order}.c{position}", address=address, position=position, text_sha256=digest(text), order=order)


def _orders() -> Iterator[Entity]:
    yield Order(
        id="zar-12",
        kind=OrderKind.PRIKAZ,
        number="12-од",
        date=date(2021, 7, 20),
        territory=REGION,
        title=f"Об утверждении Положения о системе {HOSTILE}",
        issuer="Министерство просвещения Заречной области",
    )
    yield Order(
        id="zar-9",
        kind=OrderKind.PRIKAZ,
        number="9",
        date=date(2019, 1, 15),
        valid_until=date(2021, 7, 20),
        territory=REGION,
        title="О прежней системе",
        issuer="Министерство просвещения Заречной области",
    )
    for position, address in enumerate(("2.1", "3.1.1", "3.1.2", "3.2.1", "3.3", "прил. 2, п. 4", "разд. 5")):
        yield _clause("zar-12", address, position)
    yield _clause("zar-9", "1", 0)


SUBJECTS: tuple[tuple[str, str, str | None, SubjectKind, Level | None, str | None, bool], ...] = (
    ("min", "Министерство просвещения Заречной области", None, SubjectKind.AUTHORITY, Level.REGIONAL, None, False),
    ("iro", "Заречный институт развития образования", "ЗИРО", SubjectKind.INSTITUTE, Level.REGIONAL, "min", False),
    ("cnppm", "Центр непрерывного повышения профессионального мастерства педагогических работников", "ЦНППМ",
     SubjectKind.CENTRE, Level.REGIONAL, "iro", False),
    ("aktiv", "Региональный методический актив", None, SubjectKind.COMMUNITY, Level.REGIONAL, "iro", False),
    ("evil", HOSTILE, '"><b>', SubjectKind.COUNCIL, Level.REGIONAL, "iro", False),
    ("rtl", REVERSED, None, SubjectKind.COUNCIL, Level.REGIONAL, None, False),
    ("mms", "Муниципальная методическая служба", "ММС", SubjectKind.METHODICAL_SERVICE, Level.MUNICIPAL, "iro", True),
    ("mmo", LONG, None, SubjectKind.ASSOCIATION, Level.MUNICIPAL, "mms", True),
    ("rmk", UNBROKEN, None, SubjectKind.METHODICAL_SERVICE, Level.MUNICIPAL, None, False),
    ("ped", "Методический совет образовательной организации", None, SubjectKind.COUNCIL, Level.INSTITUTIONAL, "mms",
     True),
    ("pair", "Наставническая пара", None, SubjectKind.PAIR, Level.INSTITUTIONAL, None, True),
    ("lost", "Рабочая группа без уровня", None, SubjectKind.ROLE, None, None, False),
)  # fmt: skip


def _subjects() -> Iterator[Entity]:
    yield Subject(
        id="fed",
        name="Федеральный координатор системы",
        short="ФК",
        level=Level.FEDERAL,
        kind=SubjectKind.FEDERAL_OPERATOR,
        territory="ru",
        clause="zar-12.c0",
    )
    for id, name, short, kind, level, part_of, generic in SUBJECTS:
        yield Subject(
            id=id,
            name=name,
            short=short,
            kind=kind,
            level=level,
            part_of=part_of,
            generic=generic,
            territory=REGION,
            clause="zar-12.c0",
        )
    for number in range(2):
        yield Subject(
            id=f"school-{number}",
            name=f"Школа № {number + 1} Ключевского района",
            kind=SubjectKind.ORGANISATION,
            level=Level.INSTITUTIONAL,
            territory=DISTRICT,
            invented=True,
        )


ASSIGNMENTS = (
    ("min", "1.03", Role.ACCOUNTABLE, 1), ("iro", "1.03", Role.RESPONSIBLE, 2), ("iro", "1.01", Role.RESPONSIBLE, 2),
    ("cnppm", "2.01", Role.RESPONSIBLE, 3), ("cnppm", "2.02", Role.RESPONSIBLE, 3),
    ("iro", "2.02", Role.RESPONSIBLE, 2),
    ("mms", "1.02", Role.RESPONSIBLE, 4), ("mms", None, Role.CONTRIBUTES, 4), ("ped", "2.02", Role.CONTRIBUTES, 5),
    ("evil", "2.01", Role.INFORMED, 6), ("min", "1.02", Role.RESPONSIBLE, 0), ("mmo", "2.01", Role.CONSULTED, 5),
)  # fmt: skip


def _assignments(quotes: bool) -> Iterator[Entity]:
    for position, (subject, code, role, clause) in enumerate(ASSIGNMENTS):
        quote = f"слова пункта {position} {HOSTILE}"
        order = "zar-9" if subject == "min" and code == "1.02" else "zar-12"
        yield Assignment(
            id=f"a-{position}",
            statement=f"s-{position}",
            role=role,
            position=position,
            quote_sha256=digest(quote),
            quote=quote if quotes else None,
            confidence=0.9,
            subject=subject,
            function=f"f-{code.replace('.', '-')}" if code else None,
            clause=f"{order}.c{clause}",
        )


def _staffing() -> Iterator[Entity]:
    for value, kind, period, begun, ended in (
        (400.0, ObservationKind.ACTUAL, "январь 2023", date(2023, 1, 1), date(2023, 2, 1)),
        (300.0, ObservationKind.PLAN, "2023", date(2023, 1, 1), date(2024, 1, 1)),
        (250.0, ObservationKind.PLAN, "2024", date(2024, 1, 1), None),
    ):
        yield Norm(
            id=f"n-{value:.0f}",
            metric="teachers-per-methodist",
            comparison=Comparison.AT_MOST,
            value=value,
            kind=kind,
            period=period,
            valid_from=begun,
            valid_until=ended,
            territory=REGION,
            clause="zar-12.c5",
        )
    day = date(2024, 9, 1)
    for number, teachers in enumerate((310, 1234)):
        school = f"school-{number}"
        yield Headcount(id=f"h-{number}", date=day, teachers=teachers, invented=True, subject=school)
        yield Methodist(
            id=f"m-{number}",
            code=f"М-{number + 1:02}",
            date=day,
            subject_area="математика" if number else None,
            fte=1.0 + number,
            invented=True,
            territory=DISTRICT,
        )
        yield Support(id=f"p-{number}", teachers=teachers, invented=True, methodist=f"m-{number}", subject=school)
