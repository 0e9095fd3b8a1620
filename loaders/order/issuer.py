"""Who issued an act: the bodies its head names one under another, put together as the genre names a body."""

from __future__ import annotations

import re

from loaders.morph import parses
from loaders.order import dates
from loaders.order.heads import head, nominative
from loaders.order.lexicon import ACRONYMS, ACT_KINDS, LEGAL_FORMS
from loaders.order.marks import OPERATIVE, TITLE
from loaders.order.names import mend, outside
from loaders.order.places import municipality_in, region_in
from loaders.text import Block

_FURNITURE = re.compile(
    r"@|\bтел(?:\.|ефон|/)|\bадрес|\bул\.|http|\bинн\b|\bогрн|^\d{5}|СОГЛАСОВАНО|УТВЕРЖД|"
    r"ПРИНЯТ|РАССМОТРЕН|^г\.|от «|протокол|^\(.*\)$",
    re.I,
)
_COUNTRY = re.compile(r"^\W*(?:Российская\s+Федерация|Россия)\b\W*", re.I)
_SCHOOL = re.compile(r"(?:школ|сад|лице|гимнази|интернат)\w*\s*№\s*\d+", re.I)
_KIND = re.compile(r"^(?:" + "|".join(r"\s*".join(k) for k in ACT_KINDS) + r")\b", re.I)
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
# A body under one of these is called with it («Отдел образования администрации …»), under others only with the place.
_HOUSES = (
    (re.compile(r"^администрация\b", re.I), "администрации"),
    (re.compile(r"^исполнительный комитет\b", re.I), "исполнительного комитета"),
)
_OVER = re.compile(r"^(?:правительство|министерство|кабинет министров|департамент|комитет)\b", re.I)


def bodies_of(top: list[Block], at: int | None) -> list[str]:
    """The bodies named above the word «ПРИКАЗ» (block `at`), one under another, each in sentence case."""
    pieces: list[str] = []
    for b in top[: at if at is not None else 4]:
        line = _COUNTRY.sub("", b.text.strip())
        if at is None and (TITLE.match(line) or re.match(r"\d+\.\s|О\s|Об\s", line)):
            break  # a local act has no heading «ПРИКАЗ»: its title ends the list of bodies
        if not line or _FURNITURE.search(line) or len(line) > 400 or dates.find(line):
            continue
        if "№" in _SCHOOL.sub("", re.sub(r"«[^»]*»", "", line)):
            continue
        pieces.append(proper(line) if _capitals(line) else _lowered(line))
    if at is not None and not any(re.search(r"[А-Яа-я]{4}", x) for x in pieces):
        for b in top[at + 1 : at + 5]:
            if re.match(r"О\s|Об\s|«?О\b|В\s|\d+\.", b.text) or OPERATIVE.search(b.text):
                break
            found = head(b.text, "nomn")
            if found and found[3] not in {"role", "short"} and not _FURNITURE.search(b.text):
                pieces.append(proper(b.text) if _capitals(b.text) else _lowered(b.text))
    return _apart(mend(" ".join(pieces).strip()))


def issuer_of(bodies: list[str], top: list[Block], at: int | None) -> str | None:
    """The issuer by the bodies above the heading: the last one, named with the administration or place it belongs to.

    Without any, the words after the kind of act count («Приказ министерства образования …»).
    """
    text = " ".join(bodies)
    if not re.search(r"[А-Яа-я]{4}", text):
        after = re.sub(_KIND, "", top[at].text).strip() if at is not None else ""
        return nominative(after, "gent") if after and head(after, "gent") else None
    issuer = bodies[-1]
    if len(bodies) < 2 or region_in(issuer) or municipality_in(issuer) or "«" in issuer:
        return _tidy(issuer)
    for above in reversed(bodies[:-1]):
        for pattern, genitive in _HOUSES:
            if pattern.match(above) and not re.search(r"администраци|исполнительн", issuer, re.I):
                return _tidy(f"{issuer} {genitive}{above[pattern.match(above).end() :]}")  # type: ignore[union-attr]
        if found := _OVER.match(above):
            place = above[found.end() :].strip()
            if region_in(place) and (head(place, "gent") is None):
                place = _place(place)
                return _tidy(f"{issuer} {place}") if place else _tidy(issuer)
    return _tidy(issuer)


def _place(text: str) -> str:
    """The place at the end of a body's name («образования и науки Дальней области» → «Дальней области»)."""
    found = re.search(r"(?:город\w?\s+|Республик\w\s+)?[А-ЯЁ][\w-]*(?:\s+[\w–-]+)*$", text)
    return found.group(0) if found else ""


def _apart(text: str) -> list[str]:
    """Split the head of an act where a body in the nominative begins: «Администрация района Отдел образования»."""
    shown, starts = outside(text), [0]
    for m in re.finditer(r"(?<=[\s»])[А-ЯЁа-яё][а-яё]+(?:-[а-яё]+)*", shown):
        before = text[starts[-1] : m.start()].split()
        if not before or before[-1] in LEGAL_FORMS or re.match(r"(?:учреждени|организаци)", before[-1].lower()):
            continue
        if m.group(0)[0].islower() and m.group(0).split("-")[0] not in {"администрация", "департамент", "управление"}:
            continue
        cases = {str(p.tag.case) for p in parses(m.group(0)) if p.tag.POS in {"NOUN", "ADJF"}}
        found = head(text[m.start() :], "nomn")
        known = head(text[starts[-1] : m.start()], "nomn") or text[starts[-1] :].lower().startswith(
            "муниципальное образ"
        )
        if "nomn" in cases and not cases & _OBLIQUE and found and found[3] != "short" and known:
            starts.append(m.start())
    pieces = [text[a:b].strip(" ,;_") for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    # an official's line beside a stamp («Директор гимназии») is no body
    return [p for p in pieces if p and not ((found := head(p, "nomn")) and found[3] == "role")]


def _lowered(line: str) -> str:
    """A line that opens with words in capitals («УПРАВЛЕНИЕ ОБРАЗОВАНИЯ администрации …») in sentence case."""
    found = re.match(r"(?:[А-ЯЁ]{4,}|[А-ЯЁ]{1,3}(?=\s))(?:\s+[А-ЯЁ]+)*(?=\s+[а-яё])", line)
    if not found or found.group(0).split()[0] in LEGAL_FORMS or len(found.group(0)) < 6:
        return line
    return proper(found.group(0)) + line[found.end() :]


def as_written(name: str | None, texts: list[str]) -> str | None:
    """A name known only in capitals, with the letters the rest of the act writes it with («… Белобережья»)."""
    for quoted in re.findall(r"«([^«»]{6,})»", name or ""):
        pattern = re.compile(re.escape(quoted), re.I)
        for text in texts:
            found = pattern.search(text)
            if found and not found.group(0).isupper():
                name = (name or "").replace(quoted, found.group(0))
                break
    return name


def _named(found: re.Match[str]) -> str:
    """A town's name after «городского округа» with its capitals; a body that follows there is no town."""
    word = found.group(1)
    if head(word, "nomn") is not None or head(word, "gent") is not None:
        return word
    return "-".join(p if p in {"на", "над", "под", "при", "в", "у"} else p.capitalize() for p in word.split("-"))


def _tidy(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].islower() and not text.startswith("муниципальн") else text


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def sentence_case(text: str) -> str:
    """A text in capitals as a sentence; another text unchanged."""
    return proper(text) if _capitals(text) else text


def proper(text: str) -> str:
    """Capitals to sentence case: the first word, quoted names, regions and districts keep their capital."""
    keep = LEGAL_FORMS | set(ACRONYMS) - {"МО"}
    low = re.sub(r"[А-ЯЁA-Z-]+", lambda m: m.group(0) if m.group(0) in keep else m.group(0).lower(), text)
    low = low[:1].upper() + low[1:]
    low = re.sub(r"«(\w)", lambda m: "«" + m.group(1).upper(), low)
    low = re.sub(
        r"\b([а-яё-]+(?:ой|ого|его|ая|ий|ом|ый))(?=\s+(?:(?:муниципальн|городск|автономн)\w+\s+)?(?:области|края|округа|округ|района|республик|область|край|район))",
        lambda m: (
            "-".join(p.capitalize() for p in m.group(1).split("-"))
            if m.group(1) not in {"муниципального", "городского", "автономного", "муниципальный", "городской"}
            else m.group(1)
        ),
        low,
    )
    low = re.sub(
        r"\bреспублик(\w+) ([а-яё-]+)",
        lambda m: f"Республик{m.group(1)} {'-'.join(x.capitalize() for x in m.group(2).split('-'))}",
        low,
    )
    low = re.sub(r"(?<=[А-ЯЁ][а-яё]{3}ой )республики|(?<=ской )республики", "Республики", low)
    low = re.sub(r"(?<=округа )([-–—] )([а-яё]+)", lambda m: m.group(1) + m.group(2).capitalize(), low)
    low = re.sub(r"\bсанкт-петербург", "Санкт-Петербург", low)
    low = re.sub(r"(?<=ородского округа )([а-яё]{4,}(?:-[а-яё]+)*)", _named, low)
    low = re.sub(
        r"(?<=[а-яё] )(?<!ое )(?<!ый )(?<!ий )(комитет|управление|департамент|отдел)"
        r"(?=\s+(?:по\s|образовани|общего|народного|социальн))",
        lambda m: m.group(1).capitalize(),
        low,
    )
    return re.sub(
        r"\b([Гг])ород(а|е)? ([а-яё]+(?:-[а-яё]+)*)",
        lambda m: f"{m.group(1)}ород{m.group(2) or ''} {'-'.join(x.capitalize() for x in m.group(3).split('-'))}",
        low,
    )
