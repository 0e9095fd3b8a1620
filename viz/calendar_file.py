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
    lines.append(f"X-WR-CALNAME:{_escaped(clean(name))}")
    for entry in entries:
        lines += _event(entry, made_on)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(entry: Entry, made_on: date) -> list[str]:
    found = [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@opora",
        f"DTSTAMP:{made_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
    ]
    if entry.day < date.max:  # a day without an end lasts that day
        found.append(f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}")
    return [
        *found,
        f"SUMMARY:{_escaped(clean(entry.title))}",
        f"DESCRIPTION:{_escaped(entry.text)}",
        f"CATEGORIES:{_escaped(clean(entry.kind))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """TEXT as RFC 5545, 3.3.11 writes it; lines of `text` stay lines."""
    lines = (clean(line) for line in text.split("\n"))
    marked = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return "\\n".join(marked)


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
