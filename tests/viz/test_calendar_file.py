"""A calendar file as RFC 5545 asks: folded, escaped, whole days, the same for the same answer."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.viz.example import HOSTILE, LONG, REVERSED
from viz.calendar_file import Entry, calendar_file
from viz.text import clean


def _read(content: bytes) -> dict[str, str]:
    """Properties of the one event, unfolded and unescaped (RFC 5545, 3.1 and 3.3.11)."""
    text = content.decode()
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    found = dict(line.split(":", 1) for line in event)
    return {name: _unescaped(value) for name, value in found.items()}


def _unescaped(text: str) -> str:
    out, signs = "", iter(text)
    for sign in signs:
        out += {"n": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    return out


def _entry(title: str, text: str = "", day: date = date(2024, 2, 29)) -> Entry:
    return Entry("act-1", day, title, text, "Мероприятие")


def test_an_event_lasts_its_day_and_holds_up_nobody() -> None:
    event = _read(calendar_file("Сроки", [_entry("Отчёт")], date(2024, 1, 5)))
    assert event == {
        "UID": "act-1@opora", "DTSTAMP": "20240105T000000Z", "DTSTART;VALUE=DATE": "20240229",
        "DTEND;VALUE=DATE": "20240301", "SUMMARY": "Отчёт", "DESCRIPTION": "", "CATEGORIES": "Мероприятие",
        "TRANSP": "TRANSPARENT",
    }  # fmt: skip


def test_the_last_day_there_is_needs_no_day_after_it() -> None:
    assert "DTEND;VALUE=DATE" not in _read(calendar_file("Сроки", [_entry("Отчёт", day=date.max)], date(2024, 1, 5)))


def test_words_cannot_become_lines_of_the_calendar() -> None:
    title = f"{HOSTILE}\r\nEND:VEVENT\r\nBEGIN:VALARM; {LONG} \\n {REVERSED}"
    content = calendar_file(title, [_entry(title, f"{title}\nвторая, строка; «\\»")], date(2024, 1, 5))
    event = _read(content)
    assert "вторая\\, строка\\; «\\\\»" in content.decode().replace("\r\n ", "")
    assert event["SUMMARY"] == clean(title)
    assert event["DESCRIPTION"].endswith("\nвторая, строка; «\\»")


@given(st.text())
def test_any_text_comes_back(title: str) -> None:
    content = calendar_file("Сроки", [_entry(title)], date(2024, 1, 5))
    assert _read(content)["SUMMARY"] == clean(title)
    assert content == calendar_file("Сроки", [_entry(title)], date(2024, 1, 5))
