"""Short forms an act defines: what «(далее – X)» stands for, names in quotes, initials."""

from __future__ import annotations

import re

from loaders.morph import verb, words
from loaders.order.heads import fold, head
from loaders.order.lexicon import LEGAL_FORMS
from loaders.order.names import Name, key, mend, outside, parse

GLOSS = re.compile(
    r"^(?:[-–—•]\s*)?(?:\d+[.)]\s*)?([А-ЯЁA-Z][А-ЯЁA-Zа-яё ]{1,14}|[А-ЯЁ]{2,6}\s«[^»]{2,30}»)\s+[-–—]\s+(\S.{5,})$"
)


REACH = 600  # characters to the left in which a defined name begins; longer names are not found


def trim(short: str) -> str:
    """A short form without its quotes and dashes."""
    text = short.strip(' ."–-')
    return text.strip("«»") if text.count("«") != text.count("»") or re.fullmatch(r"«[^«»]*»", text) else text


def several(shorts: str) -> list[str]:
    """The short forms one bracket gives: «(далее – ОИПК, институт)» two, as a rule one."""
    parts = re.split(r",\s+", outside(shorts)) if "«" not in shorts else [shorts]
    return [trim(p) for p in parts] if all(len(p.split()) <= 2 for p in parts) else [trim(shorts)]


def inner_name(name: str) -> set[tuple[str, ...]]:
    """The key of the name in quotes («ГАУ ДПО «Институт развития образования»»), when it tells what body it is."""
    found = re.match(r"([^«,]*)«([^«»]{6,})»?\s*$", name)
    if not found or len(found.group(2).split()) < 2 or not head(found.group(2)):
        return set()
    legal = head(found.group(1).strip())
    formal = legal is not None and (legal[2] in LEGAL_FORMS or legal[2] in {"учреждение", "организация"})
    return {key(found.group(2))} if formal else set()


def proper_name(name: str, head_word: str) -> str | None:
    """The proper name in quotes of an organisation («МКУ «X»», «учреждение «X»»), folded; None for descriptive
    names."""
    found = re.match(r"([^«,]*)«(.{6,})$", name)
    if not found or not (head_word in LEGAL_FORMS or head_word in {"учреждение", "организация"}):
        return None
    return fold(found.group(2).split("»")[0]).lower()


# Where a sentence ends; «г. Заречный», «им. Седова» go on.
STOP = re.compile(r"[;:]\s|(?<![\s»]г)(?<!\s[псд])(?<!\sим)(?<!\sул)\.\s")


def name_before(text: str, short: str) -> Name | None:
    """The name that ends where «(далее – X)» opens: the phrase to the left that `short` abbreviates or repeats."""
    text = mend(text[-REACH:]).rstrip(" ,")
    letters = "".join(re.findall(r"[А-ЯЁ]", fold(short)))
    whole = fold(short).replace(" ", "")
    # «БелИРО» abbreviates as «ИРО» does
    acronym = (len(letters) >= 2 and (whole.isupper() or re.fullmatch(r"\w*[А-ЯЁ]{2}\w*", whole))) or "«" in short
    # «ЦМС ИРО»: a part of a body by its own abbreviation and that of the body
    own = fold(short.split()[0]) if " " in short and whole.isupper() else ""
    wanted = key(short)
    edge = max((m.end() for m in STOP.finditer(outside(text)[:-1])), default=0)
    starts = sorted({edge, *(m.end() for m in re.finditer(r"[\s«(]", text) if m.end() > edge)}, reverse=True)
    best: Name | None = None
    width = 0
    for start in starts:
        piece = text[start:].strip(" -–—•*")
        if len(piece) < 3 or (best is not None and len(piece) - width > 200):
            continue
        for case in ("nomn", "gent", "ablt", "datv", "accs", "loct"):
            found = head(piece, case)
            if not found:
                continue
            if acronym:
                fits = _initials(piece, letters) or fold(piece.split()[0]) == fold(short)
                fits = fits or (len(own) > 2 and _initials(piece, own))
            else:
                fits = found[2] == (wanted[-1] if len(wanted) == 1 else _head_lemma(short))
            if best is not None and not fits and piece.endswith("»") and piece[-width - 1 :].lstrip().startswith("«"):
                # the name in quotes was found already: its legal form belongs to it («ГАУ ДПО «X»»)
                fits = _formal(found[2])
            if best is not None and found[2] == best.head and _formal(found[2]):
                fits = True  # «государственное учреждение «X»»: adjectives of the legal form
            lead = fold(piece[: found[0]]).lower()
            span = outside(piece)
            loose = any(verb(w) for w in words(span)) or (acronym and len(words(span)) > 3 * len(letters) + 8)
            if (
                fits
                and not loose
                and not re.search(r"[,:;–—]", lead)
                and (best is None or _widens(piece, found, width))
            ):
                name = parse(piece, case)
                if name:
                    best, width = name, len(piece)
            break
    return best


def _head_lemma(short: str) -> str | None:
    found = head(short)
    return found[2] if found else None


def _widens(piece: str, found: tuple[int, int, str, str], width: int) -> bool:
    """A wider phrase is better when only adjectives or a legal form were added on its left."""
    added = outside(piece)[: len(piece) - width]
    if re.search(r",|\sи\s", added):
        return False
    if found[1] > len(added) + 1:  # the head is the old one: adjectives were added
        return True
    return _formal(found[2])


def _formal(head_word: str) -> bool:
    """Whether a head noun is a legal form, which tells nothing of what the body is."""
    return head_word in LEGAL_FORMS or head_word in {"учреждение", "организация"}


def _initials(piece: str, letters: str) -> bool:
    """Whether the letters of an abbreviation are the initials of the phrase or of the name quoted in it, in order."""
    options = [piece, *re.findall(r"«([^»]+)", piece)]
    for option in options:
        initials = "".join(w[0] for w in re.findall(r"[А-Яа-яЁё]+", fold(option))).upper()
        position = 0
        for c in initials:
            if position < len(letters) and c == letters[position]:
                position += 1
        if initials[:1] == letters[:1] and position >= len(letters) - (len(letters) >= 4):
            return True
    return False
