"""Officials of invented acts: names and posts in the nominative, no junk of stamps and signature lines."""

from __future__ import annotations

from loaders.order.read import read_order

ACT = """МИНИСТЕРСТВО ЧТЕНИЯ ДОЛИННОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

О смотре чтецов

ПРИКАЗЫВАЮ:

1. Директору МАУ «Дом чтения» Лосевой Е.Ю. организовать смотр чтецов.
2. Отделу чтения (Щукин М.М.) разместить итоги смотра на сайте.
3. Контроль за исполнением приказа возложить на заместителя министра Гурьянова П.Е.

Министр        ДОКУМЕНТ ПОДПИСАН        А.Б. Синицын

С приказом ознакомлены:
Окунева И.В. ______________
"""


def test_names_and_posts_stand_in_the_nominative() -> None:
    people = read_order(ACT, "0" * 64, "act.txt").persons
    assert [(p.name, p.post, p.role) for p in people] == [
        ("Лосева Е.Ю.", "Директор МАУ «Дом чтения»", "executes"),
        ("Щукин М.М.", None, "executes"),
        ("Гурьянов П.Е.", "заместитель министра", "controls"),
        ("Синицын А.Б.", "Министр", "signs"),
    ]
