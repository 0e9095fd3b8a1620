"""The head of a local act: «СОГЛАСОВАНО», «УТВЕРЖДАЮ» and the organisation above them, in place of an issuer's line."""

from __future__ import annotations

import re
from datetime import date

from loaders.order import dates
from loaders.order.lexicon import ACT_KINDS
from loaders.order.marks import TITLE
from loaders.order.names import mend
from loaders.text import Block

APPROVED = re.compile(r"\bутвержд(?:аю|ен[оаы]?|ён[оаы]?)\b", re.I)
AGREED = re.compile(r"\b(?:согласован|принят|рассмотрен)[оаы]?\b", re.I)
_DAY = r"(?:«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"
_NUMBER = r"(?:№|N)\s*(?P<{0}>(?=[^\s,;]*\d)[^\s,;]+)"
STAMPED = re.compile(
    rf"(?P<word>[а-яё]+)?\s*\bот\s+(?P<a>{_DAY})\s*(?:года|г\.?)?\s*{_NUMBER.format('x')}|"
    rf"(?P<word2>[а-яё]+)?\s*{_NUMBER.format('y')}\s+от\s+(?P<b>{_DAY})|"
    rf"(?P<c>{_DAY})\s*(?:года|г\.?)?,?\s+(?P<word3>[а-яё]+)?\s*{_NUMBER.format('z')}",
    re.I,
)
BODY = re.compile(
    r"\b(?:муниципальн|государственн|частн|областн|краев|федеральн)[а-яё]+\s+(?:(?!образование\b)[а-яё-]+\s+){0,6}?(?:учреждение|организация)\b.*$",
    re.I | re.S,
)
HEADED = re.compile(
    r"\b(?:директор|руководитель|заведующ(?:ий|ая)|ректор|начальник)\s+((?:[А-ЯЁ]{2,}\s+)+(?:[А-ЯЁ]+\s+)?(?:№\s*\d+|«[^»]+»))",
    re.I,
)


def _above(top: list[Block]) -> str:
    """The text over the title of a local act."""
    lines = []
    for b in top:
        if TITLE.match(b.text) or re.match(r"\d+\.\s", b.text):
            break
        lines.append(b.text)
    return " ".join(lines)


def stamp(top: list[Block]) -> tuple[date | None, str] | None:
    """The day and number of the order by which a local act was approved; None without such a stamp.

    The stamp may stand beside or after those of agreement, whose protocols have days and numbers too.
    """
    text = _above(top)
    stamps = list(APPROVED.finditer(text))
    if not stamps:
        return None
    approved = stamps[-1]
    found = []
    for m in STAMPED.finditer(text[approved.start() :]):
        word = (m["word"] or m["word2"] or m["word3"] or "").lower()
        if not word.startswith("протокол"):
            found.append((word.startswith(tuple(k[:5] for k in ACT_KINDS)), m))
    if not found:
        return None
    ordered = [m for sure, m in found if sure]
    agreed = AGREED.search(text)
    late = agreed is not None and agreed.start() < approved.start()
    one = (ordered or [m for _, m in found])[-1 if late and not ordered else 0]
    return dates.find(one["a"] or one["b"] or one["c"]), (one["x"] or one["y"] or one["z"]).rstrip(".")


def kind(top: list[Block]) -> str | None:
    """The kind of the act by which a local act was approved («приказ № 163»), None when the stamp names none."""
    text = _above(top)
    approved = APPROVED.search(text)
    after = text[approved.start() :].lower() if approved else ""
    return next((k for k in ACT_KINDS if k in after), None)


def local_body(top: list[Block]) -> str | None:
    """The organisation whose local act it is: named above the stamps, else in the post of whoever approved it."""
    text = _above(top)
    stop = min((m.start() for m in (APPROVED.search(text), AGREED.search(text)) if m), default=len(text))
    if found := BODY.search(text[:stop]):
        name = re.sub(r"\s*\([^()]*\)\s*$", "", found.group(0).strip())
        name = re.sub(r"[А-ЯЁ]{4,}", lambda m: m.group(0).lower(), name)
        name = re.sub(r"«\s*(\w)", lambda m: "«" + m.group(1).upper(), name)
        return mend(name[:1].upper() + name[1:]).strip(" ,;")
    found = HEADED.search(text)
    return found.group(1).strip() if found else None
