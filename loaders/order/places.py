"""Regions and municipalities as texts name them, in the nominative."""

from __future__ import annotations

import re

from loaders.morph import noun, parses
from ontology.territories import find_region

REGION = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ая|ой|ую|ий|ый|ого|ому|ом|его))\s+(области|область|областью|края|край|"
    r"крае|краю|АО|автономного округа|автономный округ|Республик[аиеу])"
    r"((?:\s+[-–—]\s+[А-ЯЁ][а-яё]+)?)",
    re.U,
)
REPUBLIC = re.compile(r"(?:Республик[аиеу])\s+([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")
DISTRICT = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*ск(?:ого|ий|ому|ом)|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:н|цк)(?:ого|ый|ому|ом|ий))\s+((?:муниципальн\w+|городск\w+)\s+)?(округ|район)(?:а|у|е|ом)?\b"
)
CITY = re.compile(
    r"\b(?:городск\w+\s+округ\w*\s+(?:[-–—]\s*)?)?(?:(город)(?:а|е|у|ом)?\s+|(?<![а-яё])г\.\s*)"
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:\s(?![А-ЯЁ][А-ЯЁа-яё-]+(?:ой|ого|его)\b)(?!Республик|Муниципальн|Государственн|Администраци|Управлени|Комитет|Отдел|Департамент)[А-ЯЁ][а-яё]+)?)"
)
QUOTED = re.compile(
    r"\b(городск\w+\s+округ|муниципальн\w+\s+(?:округ|район|образовани)|городск\w+\s+поселени)\w*\s+«([^«»]{3,60})»",
    re.I,
)
QUOTED_KINDS = (
    ("городского округ", "городской округ"),
    ("муниципального округ", "муниципальный округ"),
    ("муниципального район", "муниципальный район"),
    ("муниципального образовани", "муниципальное образование"),
    ("городского поселени", "городское поселение"),
)
_REGIONAL = (
    r"(?!Республик|Администрац|Управлени|Комитет|Отдел|Департамент|"
    r"[А-ЯЁ][\w-]+(?:ой|ей|ого|его)\s+(?:област|кра[яю]\b|автономн))"
)
OKRUG = re.compile(
    rf"\bгородск\w+\s+округ\w*\s+«?{_REGIONAL}([А-ЯЁ][а-яё]+(?:-[а-яё]+-[А-ЯЁ][а-яё]+|[ -]{_REGIONAL}[А-ЯЁ][а-яё]+)?)»?"
)


def region_in(text: str) -> str | None:
    """The region a text names, in the nominative («Дальняя область»), or None.

    A region of Russia gets its official name; another one («Дальняя область») the name the text gives it.
    """
    if known := find_region(text):
        return known.name
    for m in REGION.finditer(text):
        word, what, tail = m.group(1), m.group(2), m.group(3)
        stem = (
            "область"
            if what.startswith("облас")
            else "край"
            if what.startswith("кра")
            else "Республика"
            if what.startswith("Респ")
            else "автономный округ"
        )
        gender = {"область": "femn", "Республика": "femn"}.get(stem, "masc")
        name = "-".join(
            _adjective(w, gender) if i == len(word.split("-")) - 1 else w for i, w in enumerate(word.split("-"))
        )
        return f"{name} {stem}{tail if stem == 'автономный округ' else ''}"
    m2 = REPUBLIC.search(text)
    if m2:
        p = noun(m2.group(1).lower())
        name = str(p.normal_form) if p else m2.group(1)
        return "Республика " + "-".join(x.capitalize() for x in name.split("-"))
    m3 = re.search(r"\b(Москв|Санкт-Петербург|Севастопол)[а-я]*", text)
    return (
        {"Москв": "город Москва", "Санкт-Петербург": "город Санкт-Петербург", "Севастопол": "город Севастополь"}[
            m3.group(1)
        ]
        if m3
        else None
    )


def _adjective(word: str, gender: str) -> str:
    for p in parses(word):
        if p.tag.POS == "ADJF":
            shape = p.inflect({"nomn", "sing", gender})
            if shape:
                return _kept(word, str(shape.word))
    ending = {"femn": "ая", "masc": "ий"}[gender]
    return re.sub(r"(?:ой|ого|ая|ий|ому|ом|ую|ый)$", ending, word)


def _kept(word: str, shape: str) -> str:
    """An inflected form with the capitals and the ё of the word it comes from."""
    result = ""
    for i, letter in enumerate(shape):
        same = i < len(word) and word[i].lower().replace("ё", "е") == letter.replace("ё", "е")
        result += word[i] if same else letter
    return result[:1].upper() + result[1:]


def municipality_in(text: str) -> str | None:
    """The municipality a text names, in the nominative («Ключевской муниципальный район», «город Озёрск»).

    A name in quotes is in the nominative already: «городского округа «Город Озёрск»» keeps it with its kind.
    """
    if (m := QUOTED.search(text)) and not re.search(r"школ|гимнази|лице|\bсад\b|центр|институт", m.group(2), re.I):
        name = m.group(2)
        if re.search(r"\b(?:район|округ)$", name, re.I):
            return name
        kind = re.sub(r"\s+", " ", m.group(1).lower())
        stem = re.sub(r"(?<=н|к)\w{2,3}(?= )", "ого", kind, count=1)
        return f"{dict(QUOTED_KINDS).get(stem, kind)} «{name}»"
    if m := DISTRICT.search(text):
        adj = _adjective(m.group(1), "masc")
        middle = {"м": "муниципальный ", "г": "городской "}.get((m.group(2) or " ")[0].lower(), "")
        if m.group(1).lower() not in {"муниципального", "городского", "автономного", "федерального"}:
            return f"{adj} {middle}{m.group(3)}"
    if m := CITY.search(text):
        return "город " + _place(m.group(2))
    if m := OKRUG.search(text):
        return "городской округ " + _place(m.group(1))
    return None


def municipality_of(name: str) -> str | None:
    """The one municipality a subject's name ties it to, or None."""
    return municipality_in(name)


def _place(word: str) -> str:
    pieces = []
    governed = False  # «Ростов-на-Дону»: what the preposition governs stays as it is
    for w in re.split(r"([ -])", word):
        if governed or re.fullmatch(r"на|над|под|при|в|у", w):
            governed = True
            pieces.append(w)
            continue
        fits = [p for p in parses(w) if p.tag.POS in {"NOUN", "ADJF"} and p.tag.case in {"gent", "loct", "datv"}]
        # an unknown name is also guessed to be an indeclinable abbreviation: the reading as a place goes first
        fits.sort(key=lambda p: "Geox" not in p.tag)
        p = next((p for p in fits if "Fixd" not in p.tag), None)
        shape = p.inflect({"nomn"}) if p else None
        told = any({"Geox", "nomn"} <= p.tag.grammemes and p.score > 0.1 for p in parses(w))
        pieces.append(str(shape.word).capitalize() if shape and not told else w)
    return "".join(pieces)
