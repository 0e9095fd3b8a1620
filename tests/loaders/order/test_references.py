"""What an act rests on, repeals and amends, in the ways acts cite other acts."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from loaders.order.citations import named, references
from loaders.order.read import read_order
from tests.loaders.order.measure import norm, read

ROOT = Path(__file__).resolve().parents[3]
ORDERS = Path(os.environ.get("OPORA_ORDERS", ROOT.parent / "shared" / "orders"))
GOLD = sorted((ORDERS.parent / "gold").glob("*.json")) if ORDERS.is_dir() else []
INVENTED = sorted((ROOT / "tests" / "acts").rglob("*.json"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "во исполнение приказа министерства чтения Долинной области от 5 мая 2031 г. № 12-п «О чтении»",
            [("Приказ министерства чтения Долинной области «О чтении»", "12-п", "2031-05-05")],
        ),
        ("приказом министерства чтения № 12 - п от 05.05.2031", [("Приказ министерства чтения", "12-п", "2031-05-05")]),
        (
            "Федеральным законом «О чтении» от 05.05.2031 № 7 – ФЗ",
            [("Федеральный закон «О чтении»", "7-ФЗ", "2031-05-05")],
        ),
        ("Федеральным законом № 7-ФЗ «О чтении»", [("Федеральный закон «О чтении»", "7-ФЗ", None)]),
        (
            "указами Губернатора Долинной области от 05.05.2031 № 7 «О чтении», от 06.06.2031 № 8 «О письме»",
            [
                ("Указ Губернатора Долинной области «О чтении»", "7", "2031-05-05"),
                ("Указ Губернатора Долинной области «О письме»", "8", "2031-06-06"),
            ],
        ),
        (
            "приказа департамента от 05.05.2031 № 7 (в редакции приказа от 06.06.2031 № 9)",
            [("Приказ департамента", "7", "2031-05-05")],
        ),
        ("решения методического совета (протокол от 05.05.2031 № 7)", []),
        (
            "Положением о смотре чтецов, утверждённым постановлением администрации района от 05.05.2031 № 7",
            [("Положение о смотре чтецов (постановление администрации района)", "7", "2031-05-05")],
        ),
        (
            "государственной программой «Чтение», утверждённой указом Губернатора от 05.05.2031 № 7",
            [("Государственная программа «Чтение» (указ Губернатора)", "7", "2031-05-05")],
        ),
        (
            "распоряжeнием департамента от 05.05.2031 № 01-07/15-р",
            [("Распоряжение департамента", "01-07/15-р", "2031-05-05")],
        ),
        ("приказ о смотре", []),
    ],
)
def test_citations(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(r.title, r.number, r.date) for r in references(text)] == found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "В рамках реализации федерального проекта «Чтение» национального проекта «Знание» приказываю:",
            ["Федеральный проект «Чтение»", "Национальный проект «Знание»"],
        ),
        (
            "В соответствии с методическими рекомендациями Института чтения по смотрам, в целях развития чтения",
            ["Методические рекомендации Института чтения по смотрам"],
        ),
        ("Об утверждении Концепции развития чтения", []),
        ("Концепция разработана в целях развития чтения", []),
        (
            "В соответствии с Концепцией чтения, утверждённой приказом министерства от 05.05.2031 № 7",
            ["Концепция чтения (приказ министерства)"],
        ),
        ("в целях достижения показателей «национального проекта «Знание»", []),
    ],
)
def test_papers_a_legal_basis_names(text: str, titles: list[str]) -> None:
    assert [r.title for r in named(text)] == titles


ACT = """МИНИСТЕРСТВО ЧТЕНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

{title}

{preamble}ПРИКАЗЫВАЮ:

{points}

Министр        А.Б. Синицын
"""


def _order(points: str, title: str = "О смотре чтецов", preamble: str = "") -> Any:
    return read_order(ACT.format(title=title, preamble=preamble, points=points), "0" * 64, "act.txt").order


@pytest.mark.parametrize(
    ("points", "repeals", "amends"),
    [
        (
            "1. Признать утратившими силу:\n1.1. приказ от 05.05.2030 № 7;\n1.2. приказ от 06.06.2030 № 8.",
            ["7", "8"],
            [],
        ),
        ("1. Признать утратившими силу:\n– приказ от 05.05.2030 № 7;\n– приказ от 06.06.2030 № 8.", ["7", "8"], []),
        ("1. Приказ от 05.05.2030 № 7 считать утратившим силу.", ["7"], []),
        ("1. Отменить приказы от 05.05.2030 № 7 и от 06.06.2030 № 8.", ["7", "8"], []),
        ("1. Признать утратившим силу пункт 3 приказа от 05.05.2030 № 7.", [], ["7"]),
        (
            "1. Внести в приказ от 05.05.2030 № 7 следующие изменения: слова «приказ от 01.01.2029 № 1» убрать.",
            [],
            ["7"],
        ),
        ("1. Внести изменения в Положение о смотре чтецов, утверждённое приказом от 05.05.2030 № 7.", [], ["7"]),
        ("1. Дополнить приказ от 05.05.2030 № 7 пунктом 3.", [], ["7"]),
        ("1. Настоящий приказ от 12.05.2031 № 77 вступает в силу завтра.", [], []),
        ("1. Провести смотр по приказу от 05.05.2030 № 7.", [], []),
    ],
)
def test_repeals_and_amendments(points: str, repeals: list[str], amends: list[str]) -> None:
    order = _order(points)
    assert [r.number for r in order.repeals] == repeals
    assert [r.number for r in order.amends] == amends


def test_the_title_of_an_act_tells_what_it_amends() -> None:
    order = _order("1. Слово исключить.", title="О внесении изменений в приказ\nминистерства чтения\nот 05.05.2030 № 7")
    assert [(r.number, r.date) for r in order.amends] == [("7", "2030-05-05")]


def test_no_act_is_named_twice_and_not_the_act_itself() -> None:
    order = _order(
        "1. Признать утратившим силу приказ от 05.05.2030 № 7.",
        preamble="В соответствии с Федеральным законом № 9-ФЗ, Федеральным законом от 01.02.2029 № 9-ФЗ «О чтении», "
        "приказом от 05.05.2030 № 7 и приказом от 12.05.2031 № 77\n\n",
    )
    assert [(r.title, r.number, r.date) for r in order.basis] == [
        ("Федеральный закон «О чтении»", "9-ФЗ", "2029-02-01")
    ]


def test_a_hostile_text_is_read_in_linear_time() -> None:
    for text in ("приказ " * 4000, "приказ от 05.05.2031 № 7 " * 600, "«" * 20_000, "приказ № «" * 2000):
        start = time.perf_counter()
        named(text)
        assert time.perf_counter() - start < 5


def _wanted(reference: Any) -> tuple[str | None, str]:
    """The number and the title of an annotated reference, which is a record, a number or a wording."""
    if isinstance(reference, str):
        found = references(reference)
        return (found[0].number, reference) if found else (reference, "")
    return reference.get("number"), reference.get("title") or ""


def _misses(truth: dict[str, Any], reading: dict[str, Any]) -> list[Any]:
    """Annotated references the reading lacks, and those it has beyond them (projects without a number excepted)."""
    missing: list[Any] = []
    for kind in ("basis", "repeals", "amends"):
        wanted = [_wanted(r) for r in truth["document"].get(kind) or []]
        found = [(r["number"], r["title"]) for r in reading["order"][kind]]

        def same(a: tuple[str | None, str], b: tuple[str | None, str]) -> bool:
            if a[0] and b[0]:
                return norm(a[0]) == norm(b[0])
            return not a[0] and not b[0] and fuzz.token_set_ratio(norm(a[1]), norm(b[1])) >= 85

        missing += [(kind, w) for w in wanted if not any(same(w, f) for f in found)]
        missing += [(kind, f) for f in found if f[0] and not any(same(w, f) for w in wanted)]
    return missing


@pytest.mark.parametrize("path", INVENTED, ids=lambda p: p.stem)
def test_references_of_the_invented_acts(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    assert _misses(truth, read(path.with_suffix(".txt"))) == []


@pytest.mark.orders
@pytest.mark.skipif(not GOLD, reason=f"no annotations beside {ORDERS}: set OPORA_ORDERS to the folder of the orders")
@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_references_of_the_real_orders(path: Path) -> None:
    act = next(ORDERS.glob(f"{path.stem}*.txt"))
    assert _misses(json.loads(path.read_text(encoding="utf-8")), read(act)) == []
