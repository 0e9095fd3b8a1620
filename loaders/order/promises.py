"""Norms that the rows of a road map promise in their results: «20 % учителей прошли …», «не менее 7 залов»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from loaders.order.metric import counted_in, share_of
from loaders.order.numbers import BOUND, NUMBER, number_of, op_of, unit_word
from loaders.order.reading import Activity, Norm

SHARE: Final = re.compile(rf"(?:на\s+)?{NUMBER}\s*(?:%|процент\w*)", re.I)
PERIOD: Final = re.compile(r"\b(?:к|до|на|в)\s+(?:концу\s+)?(20\d\d(?:/\d{2,4})?)\s*(?:г|год|учебн)", re.I)
HABIT: Final = re.compile(r"ежегодн\w*|ежеквартальн\w*|ежемесячн\w*", re.I)
_HELD = re.compile(r"^(?:дн|недел|месяц|лет$|год|час)")  # a length of time is no count


def promised(a: Activity) -> Iterator[Norm]:
    """The shares and the least or greatest numbers a row of a road map promises in its result («20 % учителей прошли …
    ежегодно», «не менее 7 залов»)."""
    text = a.result or ""
    habit = HABIT.search(text)
    period = habit.group(0).lower() if habit else m.group(1) if (m := PERIOD.search(text)) else None
    bounds = {m.start(2): (m.group(1), m.start(), m.end()) for m in BOUND.finditer(text)}
    for m in BOUND.finditer(text):
        word = (m.group(3) or "").lower()
        if not word or word in {"раз", "раза"} or word.startswith(("%", "процент")) or _HELD.search(word):
            continue
        yield Norm(
            metric=counted_in(a.title, text, m.start(2)),
            op=op_of(m.group(1)),
            value=number_of(m.group(2)),
            unit=unit_word(m.group(3)),
            period=period,
            clause=a.clause,
        )
    for m in SHARE.finditer(text):
        word, start, end = bounds.get(m.start(1), ("", m.start(), m.end()))
        yield Norm(
            metric=share_of(a.title, text, start, max(end, m.end())),
            op=op_of(word) if word else "=",
            value=number_of(m.group(1)),
            unit="%",
            period=period or (HABIT.search(a.term_text or "") or [None])[0],
            clause=a.clause,
        )
