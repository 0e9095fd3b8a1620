"""Days as a calendar that people's own programs take in (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from viz.text import clean

MEDIA = "text/calendar; charset=utf-8"
_OCTETS = 75  # RFC 5545, 3.1: a longer line is folded


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day of the calendar. `id`: the same in every edition of the calendar, so that nothing comes twice."""

    id: str
    day: date
    title: str
    text: str
    kind: str


def calendar_file(name: str, entries: Iterable[Entry], made_on: date) -> bytes:
    """The calendar called `name`. `made_on`: the day the answer is for; the same answer gives the same file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//opora//opora//RU", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_line(name)}")
    for entry in entries:
        lines += _event(entry, made_on)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(entry: Entry, made_on: date) -> list[str]:
    found = [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@opora",
        f"DTSTAMP:{_basic(made_on)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(entry.day)}",
    ]
    if entry.day < date.max:  # a day without an end lasts that day
        found.append(f"DTEND;VALUE=DATE:{_basic(entry.day + timedelta(days=1))}")
    return [
        *found,
        f"SUMMARY:{_line(entry.title)}",
        f"DESCRIPTION:{_lines(entry.text)}",
        f"CATEGORIES:{_line(entry.kind)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _lines(text: str) -> str:
    """TEXT as RFC 5545, 3.3.11 writes it; lines of `text` stay lines."""
    return "\\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    """TEXT of one line."""
    return clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never within a letter; each further piece begins with a space."""
    piece, length = "", 0
    for letter in line:
        size = len(letter.encode())
        if length + size > _OCTETS:
            yield piece
            piece, length = " ", 1
        piece, length = piece + letter, length + size
    yield piece
