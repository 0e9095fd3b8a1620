"""Terms of activities: how acts write them, misspelt and cut short; a property over generated ones."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.order.dates import MONTHS
from loaders.order.spelling import repaired
from loaders.order.terms import Span, due, periodicity, span_of

GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
NOMINATIVE = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]


@pytest.mark.parametrize(
    ("term", "day", "how_often"),
    [
        ("апрель 2033 года", date(2033, 4, 30), "once"),
        ("III квартал 2032", date(2032, 9, 30), "once"),
        ("третий квартал 2032 г.", date(2032, 9, 30), "once"),
        ("в течение 2033 года", date(2033, 12, 31), "once"),
        ("1 сентября 2033 года 1 сентября 2034 года", None, "annual"),
        ("ежегодно (май-июнь)", None, "annual"),
        ("ежегодно до 1 октября", None, "annual"),
        ("ежегодно (май, декабрь)", None, "semiannual"),
        ("постоянно", None, "ongoing"),
        ("постоянно, 2032-2034 гг.", None, "ongoing"),
        ("в течение всего периода (2032-2034 годы)", None, "ongoing"),
        ("2032-2034 годы", date(2034, 12, 31), "once"),
        ("2032, 2033, 2034 гг.", date(2034, 12, 31), "once"),
        ("2032-34 гг.", date(2034, 12, 31), "once"),
        ("с 2032 по 2034 год", date(2034, 12, 31), "once"),
        ("до конца 2033 г.", date(2033, 12, 31), "once"),
        ("по мере поступления заявок", None, "as-needed"),
        ("не позднее 25.12.2034", date(2034, 12, 25), "once"),
        ("к 01.09.2033", date(2033, 9, 1), "once"),
        ("к сентябрю 2033 г.", date(2033, 9, 30), "once"),
        ("01. 09. 2033", date(2033, 9, 1), "once"),
        ("2033-09-01", date(2033, 9, 1), "once"),
        ("01/09/2033", date(2033, 9, 1), "once"),
        ("10-15 сентября 2033 года", date(2033, 9, 15), "once"),
        ("декабрь 2033 г. – январь 2034 г.", date(2034, 1, 31), "once"),
        ("май, сентябрь 2033 года", date(2033, 9, 30), "once"),
        ("2 полугодие 2033 г.", date(2033, 12, 31), "once"),
        ("первое полугодие 2033 года", date(2033, 6, 30), "once"),
        ("2033/2034 учебный год", date(2034, 8, 31), "once"),
        ("сентябрь 2033/2034 учебного года", date(2033, 9, 30), "once"),
        ("февраль 2033/2034 уч. года", date(2034, 2, 28), "once"),
        ("раз в квартал", None, "quarterly"),
        ("не реже одного раза в месяц", None, "monthly"),
        ("не реже 1 раза в полугодие", None, "semiannual"),
        ("2 раза в год", None, "semiannual"),
        ("4 раза в год", None, "quarterly"),
        ("один раз в учебный год", None, "annual"),
        ("раз в три месяца", None, "quarterly"),
        ("раз в пять лет", None, None),
        ("еженедельно", None, "ongoing"),
        ("по итогам года", None, "annual"),
        ("в течение 10 рабочих дней", None, "once"),
        ("в течение 5 дней после проведения", None, "as-needed"),
        ("не позднее чем за 10 дней до начала", None, "as-needed"),
        ("сентебрь 2033", date(2033, 9, 30), "once"),
        ("феварль 2033 г.", date(2033, 2, 28), "once"),
        ("дек. 2033", date(2033, 12, 31), "once"),
        ("Ш квартал 2033 г.", date(2033, 9, 30), "once"),
        ("IУ кв. 2033", date(2033, 12, 31), "once"),
        ("31.02.2033", None, "once"),
        ("осенью", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_terms(term: str, day: date | None, how_often: str | None) -> None:
    assert (due(term), periodicity(term)) == (day, how_often)


@pytest.mark.parametrize(
    ("term", "span", "day"),
    [
        ("Сентябрь", Span(2032, 2033), date(2032, 9, 30)),
        ("Февраль", Span(2032, 2033), date(2033, 2, 28)),
        ("до 15 мая", Span(2033, 2033), date(2033, 5, 15)),
        ("до 15.05", Span(2033, 2033), date(2033, 5, 15)),
        ("II квартал", Span(2033, 2033), date(2033, 6, 30)),
        ("I полугодие", Span(2032, 2033), date(2032, 12, 31)),
        ("до конца года", Span(2033, 2033), date(2033, 12, 31)),
        ("до конца учебного года", Span(2032, 2033), date(2033, 8, 31)),
        ("октябрь 2040 года", Span(2033, 2033), date(2040, 10, 31)),
        ("в течение года", Span(2033, 2033), None),
        ("ежемесячно до 5 числа", Span(2033, 2033), None),
    ],
)
def test_a_term_without_a_year_takes_that_of_its_place(term: str, span: Span, day: date | None) -> None:
    assert due(term, span) == day
    assert due(term) is None or "20" in term


def test_the_year_of_a_heading() -> None:
    assert span_of("ПЛАН РАБОТЫ на 2032/2033 учебный год") == Span(2032, 2033)
    assert span_of("2033 год") == Span(2033, 2033)
    assert span_of("План мероприятий на 2032-2034 годы") is None
    assert span_of("к приказу от 12.05.2031 № 77") is None


def test_only_a_month_is_mended() -> None:
    assert repaired("парта 2033") == "парта 2033"  # a word of its own, one letter from «марта»
    assert repaired("июия 2033") == "июия 2033"  # as near to «июня» as to «июля»
    assert repaired("сентябре 2033") == "сентябре 2033"


@given(
    st.integers(1, 12), st.integers(2020, 2060), st.integers(1, 28), st.sampled_from(["", "до ", "к ", "не позднее "]),
    st.sampled_from(["", " г.", " года", "г."]),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_day_is_found_however_it_is_written(month: int, year: int, day: int, before: str, after: str) -> None:
    wanted = date(year, month, day)
    assert due(f"{before}{day} {GENITIVE[month - 1]} {year}{after}") == wanted
    assert due(f"{before}{day:02}.{month:02}.{year}{after}") == wanted
    assert due(f"{NOMINATIVE[month - 1]} {year}{after}") == date(year, month, calendar.monthrange(year, month)[1])
    assert due(f"{before}{day} {GENITIVE[month - 1]}", Span(year, year)) == wanted
    assert periodicity(f"ежегодно {before}{day} {GENITIVE[month - 1]}") == "annual"


@given(st.text(alphabet="IVХ1234567890-–., /()абвгдежзиклмнопрстуфхцчшщьюя", max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_term_breaks_the_reader(term: str) -> None:
    day = due(term, Span(2033, 2033))
    assert day is None or 1900 < day.year < 2200
    assert periodicity(term) in {"once", "annual", "semiannual", "quarterly", "monthly", "ongoing", "as-needed", None}


def test_months_have_twelve_stems() -> None:
    assert len(MONTHS) == len(GENITIVE) == 12
