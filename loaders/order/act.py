"""What the act says of itself: issuer, kind, number, date, title, place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.order import dates
from loaders.order.clauses import OPERATIVE
from loaders.order.heads import head, nominative
from loaders.order.lexicon import ACT_KINDS
from loaders.order.names import mend
from loaders.order.places import municipality_in, region_in
from loaders.order.units import Part, Unit
from loaders.text import Block

KIND = re.compile(r"^(?:" + "|".join(r"\s*".join(k) for k in ACT_KINDS) + r")\b", re.I)
NUMBER = re.compile(r"(?:№|N|No)\s*(\d[\w/–-]*(?:\s?[/-]\s?[\w]+)*)")


@dataclass(frozen=True, slots=True)
class ActHead:
    """The metadata of an act before ids are given."""

    issuer: str | None
    kind: str
    number: str | None
    date: date | None
    title: str | None
    region: str | None
    municipality: str | None
    school: bool


def kind_of(blocks: list[Block]) -> str:
    """The kind of the act by its own heading («П Р И К А З»); «положение» for a local act without one."""
    for b in blocks[:40]:
        found = KIND.match(b.text)
        if found and (b.text.isupper() or len(b.text) < 60):
            return re.sub(r"\s", "", found.group(0)).lower()
    for b in blocks[:40]:
        if APPROVED_BY.search(b.text):
            return next((k for k in ACT_KINDS if k in b.text.lower()), "положение")
    return "положение"


APPROVED_BY = re.compile(r"утвержд[её]н\w*\s+(?:приказ|распоряжени|постановлени|решени)|УТВЕРЖДАЮ|УТВЕРЖД[ЕЁ]Н", re.I)


def read_head(blocks: list[Block], parts: list[Part], units: list[Unit]) -> ActHead:
    """Read the head of the act from its first paragraphs."""
    top = [b for b in blocks if b.kind == "paragraph"][:40]
    end = next(
        (i for i, b in enumerate(top) if OPERATIVE.search(b.text) or re.match(r"^1\.\s", b.text)), min(len(top), 25)
    )
    top = top[: end + 1]
    kind = kind_of(blocks)
    text = "\n".join(b.text for b in top)
    at = next((i for i, b in enumerate(top) if KIND.match(b.text) and (b.text.isupper() or len(b.text) < 60)), None)
    issued, number = _dated(top)
    title = _title(top, parts, units)
    issuer = _issuer(top[: at if at is not None else 4], at is not None, top, at)
    whole = " ".join(b.text for b in blocks[:60])
    school = bool(issuer and re.search(r"школ|лице|гимнази|детск\w+ сад|общеобразовательн|дошкольн", issuer, re.I))
    place = "\n".join(x for x in (issuer, title, text) if x)
    region = region_in(place) or region_in(whole)
    municipality = municipality_in(issuer or "") or (
        municipality_in(title or "") if not re.search(r"министерств|департамент", issuer or "", re.I) else None
    )
    return ActHead(issuer, kind, number, issued, title, region, municipality, school)


def _dated(top: list[Block]) -> tuple[date | None, str | None]:
    if stamped := _stamp(top):
        return stamped
    issued: date | None = None
    number: str | None = None
    for b in top:
        line = b.text
        if re.match(r"^\W?(?:О|Об|В целях|Во исполнение|На основании|В соответствии|1\.)\s", line):
            if issued and number:
                break
            continue
        if len(line) > 160 and not re.match(r"^(?:от|№|«?\d)", line):
            continue
        if issued is None:
            issued = dates.find(line)
        if number is None and (m := NUMBER.search(line)):
            number = m.group(1).strip(" -–")
    return issued, number


STAMPED = re.compile(
    r"\bот\s+(«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.?)?\s*№\s*([\w/-]+)", re.I
)


def _stamp(top: list[Block]) -> tuple[date | None, str | None] | None:
    """The date and number in the stamp «УТВЕРЖДЕНО приказом …» of a local act, which may stand beside «СОГЛАСОВАНО»."""
    if any(KIND.match(b.text) and len(b.text) < 60 for b in top[:12]):
        return None
    text = " ".join(b.text for b in top[:12])
    approved = re.search(r"УТВЕРЖД", text)
    if not approved:
        return None
    agreed = re.search(r"СОГЛАСОВАН|ПРИНЯТ|РАССМОТРЕН", text)
    found = list(STAMPED.finditer(text[approved.start() :]))
    if not found:
        return None
    one = found[0] if agreed is None or agreed.start() > approved.start() else found[-1]
    return dates.find(one.group(1)), one.group(2)


def _title(top: list[Block], parts: list[Part], units: list[Unit]) -> str | None:
    for i, b in enumerate(top):
        if re.match(r"^\W{0,3}(?:О|Об|ОБ)\s+[А-Яа-яё«]", b.text) and not OPERATIVE.search(b.text) and len(b.text) < 700:
            text = b.text
            for following in top[i + 1 : i + 6]:
                if (
                    re.match(r"^(?:В |Во |На |С целью|Руководствуясь|1\.|П\s*р|Приказываю|«?\d|№)", following.text)
                    or OPERATIVE.search(following.text)
                    or text.endswith(".")
                ):
                    break
                if following.gap and not following.text[:1].islower():
                    break
                text += " " + following.text
            return _sentence_case(text.strip(' «»".'), text)
    for u in units:
        if re.match(r"^(?:ПОЛОЖЕНИЕ|Положение|КОНЦЕПЦИЯ|Концепция|ПОРЯДОК|Порядок)\b", u.text) and len(u.text) < 400:
            return _sentence_case(u.text.strip(), u.text)
    del parts
    return None


def _sentence_case(text: str, raw: str) -> str:
    del raw
    letters = [c for c in text if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        return proper(text)
    return text


def proper(text: str) -> str:
    """Capitals to sentence case: the first word, quoted names, regions and districts keep their capital."""
    low = text.lower()
    low = low[:1].upper() + low[1:]
    low = re.sub(r"«(\w)", lambda m: "«" + m.group(1).upper(), low)
    low = re.sub(
        r"\b([а-яё-]+(?:ой|ого|его|ая|ий|ом|ый))(?=\s+(?:(?:муниципальн|городск|автономн)\w+\s+)?(?:области|края|округа|округ|района|республик|область|край|район))",
        lambda m: (
            "-".join(p.capitalize() for p in m.group(1).split("-"))
            if m.group(1) not in {"муниципального", "городского", "автономного"}
            else m.group(1)
        ),
        low,
    )
    low = re.sub(r"\bреспублик(\w+) ([а-яё]+)", lambda m: f"Республик{m.group(1)} {m.group(2).capitalize()}", low)
    low = re.sub(r"(?<=[А-ЯЁ][а-яё]{3}ой )республики|(?<=ской )республики", "Республики", low)
    low = re.sub(
        r"(?<=[а-яё] )(комитет|управление|департамент|отдел)(?=\s+(?:по\s|образовани|общего|народного|социальн))",
        lambda m: m.group(1).capitalize(),
        low,
    )
    return re.sub(r"\bгород(а|е)? ([а-яё]+)", lambda m: f"город{m.group(1) or ''} {m.group(2).capitalize()}", low)


def _issuer(before: list[Block], found: bool, top: list[Block], at: int | None) -> str | None:
    pieces: list[str] = []
    for b in before:
        line = b.text.strip()
        if re.search(
            r"@|тел|адрес|\bул\.|http|инн\b|огрн|^\d{5}|СОГЛАСОВАНО|УТВЕРЖД|Российская Федерация|"
            r"РОССИЙСКАЯ ФЕДЕРАЦИЯ|^г\.|от «|№|протокол",
            line,
            re.I,
        ):
            continue
        if len(line) > 300 or dates.find(line):
            continue
        pieces.append(proper(line) if line.isupper() else line)
    text = mend(" ".join(pieces).strip())
    if not text or not re.search(r"[А-Яа-я]{4}", text):
        if found and at is not None and at + 1 < len(top):
            # «Приказ министерства образования …»: the issuer stands in the heading itself or right after it
            after = re.sub(KIND, "", top[at].text).strip()
            case = "gent"
            if head(after, case):
                return nominative(after, case)
        return None
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters) > 0.5 * len(letters)
    return proper(text) if upper else text
