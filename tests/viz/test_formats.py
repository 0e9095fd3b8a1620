"""Days, numbers and citations as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.i18n import Lang
from viz.formats import cite, day, number, order_name, period


@pytest.mark.parametrize(
    ("lang", "value", "shown"),
    [
        ("ru", 1234.5, "1 234,5"),
        ("ru", 1234567, "1 234 567"),
        ("ru", 0.86, "0,86"),
        ("ru", 3.0, "3"),
        ("ru", None, "–"),
        ("en", 1234.5, "1,234.5"),
    ],
)
def test_numbers(lang: Lang, value: float | None, shown: str) -> None:
    assert number(value, lang).replace("\u00a0", " ").replace("\u202f", " ") == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("2023-01", "январь 2023"), ("2023", "2023"), ("2023-13", "2023-13"), (None, "–")]
)
def test_periods(text: str | None, shown: str) -> None:
    assert period(text, "ru") == shown


def test_days() -> None:
    assert day(date(2021, 7, 20), "ru") == "20.07.2021"
    assert day("2021-07-20", "en") == "20 Jul 2021"
    assert day(None, "ru") == ""


@pytest.mark.parametrize(
    ("address", "shown"),
    [("3.1.5", "п. 3.1.5"), ("прил. 2, п. 4", "прил. 2, п. 4"), ("приказ, п. 2", "приказ, п. 2"), (None, "")],
)
def test_clauses_are_cited_as_a_lawyer_does(address: str | None, shown: str) -> None:
    assert cite(address, "ru") == shown


def test_an_order_is_named_by_what_is_known_of_it() -> None:
    assert order_name("12-од", "2021-07-20", "ru") == "№ 12-од от 20.07.2021"
    assert order_name("12-од", None, "ru") == "№ 12-од"
    assert order_name(None, "2021-07-20", "ru") == "от 20.07.2021"
    assert order_name("12", date(2021, 7, 20), "en") == "No. 12 of 20 Jul 2021"
