"""The frame of an invented act: an order that approves one regulation, with places for its points and its body."""

from __future__ import annotations

_ACT = """МИНИСТЕРСТВО {ministry}

ПРИКАЗ

от {written} г. № {number}

Об утверждении Положения

В целях развития методической работы приказываю:

1. Утвердить Положение (приложение 1).

{{points}}

Министр                     И.И. Выдумкин

Приложение 1
к приказу министерства
от {day} № {number}

ПОЛОЖЕНИЕ
о системе методической работы

1. Общие положения

1.1. Центр непрерывного повышения профессионального мастерства (далее – ЦНППМ) работает при институте.
{general}
2. {heading}

{{body}}
"""
QUIET = "2. Настоящий приказ вступает в силу со дня подписания."


def frame(*, ministry: str, written: str, day: str, number: str, heading: str, general: tuple[str, ...] = ()) -> str:
    """The act with `{points}` and `{body}` left to fill. `written`, `day`: its date in words and in figures; `general`:
    clauses of section 1 after 1.1; `heading`: of section 2."""
    more = "".join(f"\n{clause}\n" for clause in general)
    return _ACT.format(ministry=ministry, written=written, day=day, number=number, general=more, heading=heading)
