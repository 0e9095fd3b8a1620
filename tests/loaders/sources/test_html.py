"""HTML: lists as a browser numbers them, tables in their grid, encodings, what is no text."""

from __future__ import annotations

import pytest

from loaders.sources.html import read_html
from loaders.sources.layout import Row, compose


def lines(page: str) -> list[str]:
    return [x for x in compose(read_html(page.encode(), "act.html").pieces).splitlines() if x.strip()]


def rows(page: str) -> list[tuple[str, ...]]:
    return [p.cells for p in read_html(page.encode(), "act.html").pieces if isinstance(p, Row)]


def test_lists_are_numbered_as_shown() -> None:
    page = (
        "<ol start=3><li>три<li><p>четыре</p><p>ещё абзац</p><ol type=a><li>а<li value=5>д</ol><li>пять</ol>"
        '<ol type="I"><li>первый</ol><ul><li>знак</ul><ol style="list-style-type: none"><li>без знака</ol>'
        '<ol reversed><li>второй<li>первый</ol><ul style="list-style: lower-roman inside"><li>и</ul>'
    )
    assert lines(page) == [
        "3. три", "4. четыре", "ещё абзац", "a. а", "e. д", "5. пять", "I. первый", "• знак", "без знака",
        "2. второй", "1. первый", "i. и"
    ]  # fmt: skip


def test_cells_over_rows_and_columns() -> None:
    page = (
        "<table><thead><tr><th>№<th>Уровень<th>Субъект<th>Функции</thead><tr><td colspan=4>2024 год"
        "<tr><td>1<td rowspan=2>Региональный<td>Центр<td><p>учит;</p><p>ведёт учёт</p>"
        "<tr><td>2<td>Институт<td>пишет</table>"
    )
    assert rows(page) == [
        ("№", "Уровень", "Субъект", "Функции"),
        ("2024 год", "", "", ""),
        ("1", "Региональный", "Центр", "учит; ведёт учёт"),
        ("2", "", "Институт", "пишет"),
    ]


def test_tables_in_cells_and_layout_tables() -> None:
    page = "<table><tr><td><p>УТВЕРЖДЕНО</p><table><tr><td>№<td>Что<td>Срок<tr><td>1<td>а<td>май</table></table>"
    assert lines(page) == ["УТВЕРЖДЕНО", "№\tЧто\tСрок", "1\tа\tмай"]


def test_what_is_no_text_is_left_out() -> None:
    page = (
        "<html><head><title>Сайт</title><style>p{}</style></head><body><nav>Меню</nav>"
        "<script>alert('1. Чужое')</script>"
        '<p>Текст<sup><a href="#n1">1</a></sup> акта<!-- тайна --> <del>старый</del><ins>новый</ins>.</p>'
        '<p style="display: none">Скрыто</p><p hidden>И это</p><footer>Подвал</footer>'
        '<div id="sdfootnote1"><p>1 Пояснение.</p></div></body>'
    )
    assert lines(page) == ["Текст акта новый."]
    assert read_html(page.encode(), "x").footnotes == ["Пояснение."]


def test_white_space_breaks_and_emphasis() -> None:
    page = "<h2>3. Функции\n центра</h2><p><b>Итоги</b></p><p>один\t\n два<br>три</p><pre>а\tб\tв\nг\tд\tе</pre>"
    page += "<p>Обычный текст, который длиннее заголовков вместе взятых, чтобы жирное что-то значило.</p>"
    assert lines(page)[:6] == ["## 3. Функции центра", "**Итоги**", "один два", "три", "а\tб\tв", "г\tд\tе"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "utf-8"), ("windows-1251", "windows-1251"), ("koi8-r", "koi8-r"), ("utf-16", ""), ("utf-8-sig", ""),
     ("windows-1251", ""), ("windows-1251", "utf-8"), ("utf-8", "нет-такой")],
)  # fmt: skip
def test_encodings_said_unsaid_and_said_wrongly(encoding: str, said: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    page = f"<html><head>{meta}</head><body><p>Утвердить положение о методической службе района.</p></body></html>"
    raw = page.encode(encoding, "xmlcharrefreplace")
    assert "Утвердить положение о методической службе района." in compose(read_html(raw, "x").pieces)


def test_deep_nesting_is_no_trap() -> None:
    page = "<div>" * 5000 + "<p>Дно</p>" + "</div>" * 5000
    assert "Дно" in " ".join(lines(f"<p>Верх</p>{page}")) or lines(f"<p>Верх</p>{page}") == ["Верх"]
