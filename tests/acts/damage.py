"""Damage the text of an act the way scanning and recognition do: the same text and seed give the same damage.

Four kinds of harm, all seen in recognised acts: Latin letters for Cyrillic ones of the same look and stray capitals
(together about one letter in a hundred), lines cut at the page's width with words hyphenated, and page breaks with the
page's number, sometimes printed twice, inside a sentence. Rows of tables keep their line, digits are left alone.
"""

import random
import re

HOMOGLYPHS = dict(zip("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX", strict=True))
WIDTH = 84
LINES_A_PAGE = 34


def _noise(text: str, rng: random.Random, share: float) -> str:
    def misread(letter: str) -> str:
        # Two letters in five have a Latin double, hence the 2: four harms in five are doubles, one is a stray capital.
        luck = rng.random()
        if luck < 0.2 * share:
            return letter.upper()
        return HOMOGLYPHS.get(letter, letter) if luck > 1 - 2 * share else letter

    return "".join(map(misread, text))


def _cut(word: str) -> int:
    """Where to hyphenate: after a vowel in the middle of a long word, as typesetters do; 0 when there is no place."""
    places = [
        m.end() for m in re.finditer(r"[аеиоуыэюя](?=[бвгджзклмнпрстфхцчшщ][аеиоуыэюя])", word[:-2]) if m.end() > 2
    ]
    return places[len(places) // 2] if len(word) > 8 and word.isalpha() and places else 0


def _wrap(paragraph: str, rng: random.Random) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            cut = _cut(word) if rng.random() < 0.7 else 0
            if cut and len(line) + cut <= WIDTH:
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
            else:
                lines.append(line)
                line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def damage(text: str, seed: int, share: float = 0.01) -> str:
    """Return the act as a poor scan of it would read; `share` is the part of letters misread."""
    rng = random.Random(seed)
    out: list[str] = []
    printed, page = 0, 1
    for paragraph in text.split("\n"):
        noisy = _noise(paragraph, rng, share)
        if "\t" in noisy or len(noisy) <= WIDTH:
            out.append(noisy)
            printed += 1
            continue
        for number, line in enumerate(_wrap(noisy, rng)):
            if number and printed >= LINES_A_PAGE:
                page += 1
                out += ["", str(page), *([str(page)] if rng.random() < 0.3 else []), ""]
                printed = 0
            out.append(line)
            printed += 1
    return "\n".join(out)
