"""Recognition noise for the text of an act: what scanners do to letters, words and pages.

`noise(text, seed, share)` misreads about that share of its characters: letters taken for others of the same look
(и/н/п, о/0, Latin doubles), dropped, doubled or capital for small ones; words cut in two or run together. `pages`
breaks the text into pages with numbers and a running head. Line breaks, tabs, pipes and runs of spaces (columns)
stay, and so do digits: a wrong digit is a wrong fact that no reader can tell.
"""

from __future__ import annotations

import random
import re

from tests.acts.damage import HOMOGLYPHS

CONFUSED = {
    "и": "нп", "н": "ип", "п": "нл", "о": "0с", "с": "е", "е": "с", "ц": "и", "щ": "ш", "ш": "щ", "й": "и", "л": "п",
    "т": "г", "г": "т", "з": "э", "б": "6", "в": "н", "м": "н", "ь": "ъ", "ы": "ьи", "к": "н", "х": "к", "р": "p",
}  # fmt: skip
LINES_A_PAGE = 38


def noise(text: str, seed: int, share: float) -> str:
    """Misread about `share` (0..1) of the characters; the same arguments give the same text."""
    if share <= 0:
        return text
    chance = random.Random(seed)
    out: list[str] = []
    for at, character in enumerate(text):
        if chance.random() >= share or not (character.isalpha() or character == " "):
            out.append(character)
        else:
            out.append(_misread(character, text[at + 1 : at + 2], chance))
    return "".join(out)


def _misread(character: str, following: str, chance: random.Random) -> str:
    if character == " ":
        # One space between words may be lost; several in a row are a column's edge and stay.
        return "" if following.isalpha() and chance.random() < 0.5 else " "
    luck = chance.random()
    small = character.lower()
    if luck < 0.35:
        return HOMOGLYPHS.get(character, character)
    if luck < 0.7 and small in CONFUSED:
        other = chance.choice(CONFUSED[small])
        return other.upper() if character.isupper() else other
    if luck < 0.8:
        return ""
    if luck < 0.88:
        return character * 2
    if luck < 0.94:
        return character.upper()
    return f"{character} " if following.isalpha() else character


def pages(text: str, seed: int, head: str = "") -> str:
    """Break a text into pages: a number, at times a form feed and a running head, within sentences as well."""
    chance = random.Random(seed)
    feed, numbered = chance.random() < 0.5, chance.choice(("{}", "- {} -", "стр. {}"))
    out: list[str] = []
    page = printed = 1
    for line in text.split("\n"):
        printed += 1
        if printed < LINES_A_PAGE or not line or "\t" in line or "|" in line or re.search(r"\S {3,}", line):
            out.append(line)
            continue
        page, printed = page + 1, 0
        middle = line.find(" ", len(line) // 2)
        middle = middle if middle > 0 and len(line) > 60 and line[0].islower() else len(line)
        furniture = ["", numbered.format(page), ""] if not feed else ["", f"\f{numbered.format(page)}", ""]
        if head and page > 2:
            furniture.insert(2, head)
        out += [line[:middle], *furniture, *([line[middle + 1 :]] if middle < len(line) else [])]
    return "\n".join(out)
