"""Whether a text is a legal act at all: by its frame, not by single words, which letters and newspapers use too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.order.act import APPROVED_BY, KIND, NUMBER
from loaders.order.lexicon import PAPERS
from loaders.order.marks import APPENDIX, OPERATIVE
from loaders.text import Block

SIGNS = re.compile(
    r"\bп\s*р\s*и\s*к\s*а\s*з|распоряжени|постановлени|положени[ея]|утвержд|приложени|полномочи|функци|"
    r"регламент|концепци|дорожн\w+ карт",
    re.I,
)
NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,3})*\.?|[IVX]{1,5}\.|Глава|Раздел|Статья)\s*[А-ЯЁ«]")
PAPER = re.compile(r"^(?:" + "|".join(PAPERS) + r"|дорожная|модель|показатели)\b[^.!?]{0,400}$", re.I)
# The title of a paper that came without the act which approves it.
BARE = re.compile(r"^(?:положение|порядок|регламент|концепция)\s+(?:о|об|развития|работы)\s+[^.!?]{5,300}$", re.I)
LETTER = re.compile(r"^\W{0,3}(?:Уважаем|Дорог(?:ой|ая|ие)\b|С уважением|Здравствуйте)", re.I)


def is_act(blocks: Sequence[Block]) -> bool:
    """Whether the blocks have the frame of an act.

    An act shows its kind as a heading («ПРИКАЗ») with a number, a date-like operative word or numbered points; or the
    operative word with points; or it is a paper an act approves: its title or stamp, numbered clauses or a table, and
    the words of the genre. A letter that only speaks of orders has none of these.
    """
    rows = [b for b in blocks if b.kind == "row"]
    lines = [b.text for b in blocks if b.kind == "paragraph"]
    text = " ".join(b.text for b in blocks)
    if not re.search(r"[А-Яа-яЁё]{3}", text):
        return False
    kind = any(KIND.match(x) and (x.isupper() or len(x) < 60) for x in lines[:40])
    operative = any(OPERATIVE.search(x) for x in lines[:60])
    numbered = sum(bool(NUMBERED.match(x)) for x in lines)
    number = any(NUMBER.search(x) for x in lines[:40] if len(x) < 200)
    if kind and (operative or (number and numbered)):
        return True
    if any(LETTER.match(x) for x in lines):
        return False
    if operative and numbered:
        return True
    signs = len({m.lower()[:5] for m in SIGNS.findall(text)})
    title = any(PAPER.match(x) or APPROVED_BY.search(x) or APPENDIX.match(x) for x in lines[:60])
    if signs >= 2 and any(BARE.match(x) for x in lines[:8]) and len(lines) >= 5:
        return True
    return signs >= 2 and (
        (title and (numbered >= 1 or len(rows) >= 2 or signs >= 3)) or (kind and numbered >= 1) or numbered >= 3
    )
