"""Stable, ASCII, readable identifiers. The same fact read twice, from any file format, gets the same id.

An id never depends on the order of reading, on page breaks or on the spelling of white space, quotes, dashes and «ё».
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

# GOST 7.79-2000 (system B), simplified to what an address line can carry.
_LATIN = str.maketrans("абвгдеёзийклмнопрстуфыэ", "abvgdeezijklmnoprstufye") | str.maketrans(
    {"ж": "zh", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shh", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
)
_QUOTES = str.maketrans(dict.fromkeys("«»\"“”„'’"))
_DASHES = re.compile(r"[‐‑‒–—−•·▪◦○●■□-]+")  # a list's bullets are dashes in another file of the same act
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return `text` as ids and hashes compare it: lower case, one space, no quotes, one kind of dash, е for ё."""
    folded = unicodedata.normalize("NFC", text).translate(_QUOTES).lower().replace("ё", "е")
    return _SPACE.sub(" ", _DASHES.sub("-", folded)).strip(" ;.,:-")


def digest(text: str) -> str:
    """SHA-256 (64 hex digits) of the normalised text: the same for the same words, whatever line breaks and quotes."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def slug(text: str, limit: int = 40) -> str:
    """Return ASCII lower-case words joined by hyphens, at most `limit` characters; "x" when nothing is left."""
    latin = unicodedata.normalize("NFC", text).lower().translate(_LATIN)
    words = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode())
    return words[:limit].strip("-") or "x"


def _tagged(prefix: str, label: str, *parts: str) -> str:
    tag = hashlib.sha256("\x1f".join(normalise(p) for p in parts).encode()).hexdigest()[:8]
    return f"{prefix}.{slug(label, 32)}-{tag}"


def subject_id(territory: str, name: str) -> str:
    """Id of the subject called `name` in the territory with this id: the same body in two acts of a region is one."""
    return _tagged(territory, name, territory, name)


def order_id(territory: str, kind: str, number: str, issued: date | None) -> str:
    """Id of a legal act: territory, number, date; the kind is hashed in (two kinds of act may share a number)."""
    day = issued.isoformat() if issued else "undated"
    return _tagged(f"{territory}.order", f"{number}-{day}", territory, kind, number, day)


def clause_id(order: str, address: str) -> str:
    """Id of a clause: its order and its address as a lawyer cites it."""
    return _tagged(order, address, order, address)


def statement_id(order: str, subject: str, address: str, statement: str) -> str:
    """Id of one statement about one subject in one clause."""
    return _tagged(order, "s", order, subject, address, statement)


def assignment_id(statement: str, function_code: str | None) -> str:
    """Id of an assignment: its statement and the function it was taken for (none: unmapped)."""
    return f"{statement}.{slug(function_code) if function_code else 'unmapped'}"


def part_id(owner: str, kind: str, *parts: str) -> str:
    """Id of anything that belongs to `owner` (an order, a methodist …) and is told apart by `parts`."""
    return _tagged(owner, kind, owner, kind, *parts)
