"""What the act says of itself: issuer, kind, number, date, title, place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.order import dates, stamps
from loaders.order.datewords import spelled
from loaders.order.issuer import as_written, bodies_of, issuer_of, sentence_case
from loaders.order.lexicon import ACT_KINDS
from loaders.order.marks import OPERATIVE
from loaders.order.names import mend
from loaders.order.places import municipality_in, region_in
from loaders.order.units import Part, Unit
from loaders.text import Block

KIND = re.compile(r"^(?:" + "|".join(r"\s*".join(k) for k in ACT_KINDS) + r")\b", re.I)
NUMBER = re.compile(r"(?:№|N|No)\s*((?=[\w/–-]*\d)[\w/–-]+(?:\s?[/-]\s?[\w]+)*)")
# The code of a registry beside the date and nothing else in the line: «12.01.2023   АБ-2023-17».
BARE_NUMBER = re.compile(r"(?:^|\s)((?=[^\s]*\d)[А-ЯЁA-Z]{0,6}[\dА-ЯЁа-яёA-Z][\w/.–-]*[-–/][\w/–-]+)\s*$")


# Where a title has run into the preamble under it.
PREAMBLE = re.compile(r"\s(?=(?:Во исполнение|В целях|В соответствии|На основании|С целью|Руководствуясь)\s)")


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
    at = _heading(blocks[:40])
    if at is not None and (found := KIND.match(blocks[at].text)):
        return re.sub(r"\s", "", found.group(0)).lower()
    for b in blocks[:40]:
        if APPROVED_BY.search(b.text):
            return next((k for k in ACT_KINDS if k in b.text.lower()), None) or stamps.kind(blocks[:40]) or "положение"
    return "положение"


APPROVED_BY = re.compile(r"утвержд[её]н\w*\s+(?:приказ|распоряжени|постановлени|решени)|УТВЕРЖДАЮ|УТВЕРЖД[ЕЁ]Н", re.I)


def _heading(top: list[Block]) -> int | None:
    """Where the act's own heading stands («ПРИКАЗ»), not the order a stamp of approval names under «УТВЕРЖДАЮ»."""
    for i, b in enumerate(top):
        if KIND.match(b.text) and (b.text.isupper() or len(b.text) < 60):
            stamped = any(stamps.APPROVED.search(x.text) for x in top[max(0, i - 8) : i])
            return None if stamped else i
    return None


def read_head(blocks: list[Block], parts: list[Part], units: list[Unit]) -> ActHead:
    """Read the head of the act from its first paragraphs."""
    top = [b for b in blocks if b.kind == "paragraph"][:40]
    end = next(
        (i for i, b in enumerate(top) if OPERATIVE.search(b.text) or re.match(r"^1\.\s", b.text)), min(len(top), 25)
    )
    top = top[: end + 1]
    kind = kind_of(blocks)
    text = "\n".join(b.text for b in top)
    at = _heading(top)
    issued, number = _dated(top)
    title = _title(top, parts, units)
    bodies = bodies_of(top, at)
    whole = " ".join(b.text for b in blocks[:60])
    local = stamps.local_body(top) if at is None else None
    issuer = as_written(local or issuer_of(bodies, top, at), [b.text for b in blocks])
    school = bool(
        issuer
        and re.search(r"школ|лице|гимнази|детск\w+ сад|общеобразовательн|дошкольн|\b[СОН]ОШ\b|ДОУ\b", issuer, re.I)
    )
    above = " ".join(bodies)
    region = next((r for x in (issuer, above, title, text, whole) if x and (r := region_in(x))), None)
    authority = re.search(r"министерств|департамент", issuer or "", re.I)
    municipality = next((m for x in (issuer, above) if x and (m := municipality_in(x))), None)
    if municipality is None and not authority:
        municipality = municipality_in(title or "")
    if municipality and region and _is_city(region, municipality):
        municipality = None
    return ActHead(issuer, kind, number, issued, title, region, municipality, school)


def _is_city(region: str, municipality: str) -> bool:
    """Moscow, St Petersburg and Sevastopol are regions: their own name is no municipality."""
    return region.startswith("город ") and municipality.lower().endswith(region.removeprefix("город ").lower())


def _dated(top: list[Block]) -> tuple[date | None, str | None]:
    if _heading(top) is None and (stamped := stamps.stamp(top)):
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
            issued = dates.find(line) or spelled(line)
        if number is None and (m := NUMBER.search(line)):
            number = re.sub(r"\s*([/–-])\s*", r"\1", m.group(1).strip(" -–"))
        elif number is None and len(line) < 80 and (day := dates.first(line)):
            rest = KIND.sub("", f"{line[: day[0]]} {line[day[1] :]}".strip())
            if m := BARE_NUMBER.search(re.sub(r"^\s*(?:от\s+)?|(?:^|\s)(?:года|г\.)(?=\s|$)", " ", rest).rstrip()):
                number = m.group(1) if len(rest.split()) == 1 else None
    return issued, number


def as_title(text: str) -> str:
    """A title in sentence case: capitals throughout, or in its first words («ПОЛОЖЕНИЕ о совете»)."""
    found = re.match(r"[А-ЯЁ]{4,}(?:\s+[А-ЯЁ]{4,})*(?=\s+[а-яё])", text)
    return text[0] + text[1 : found.end()].lower() + text[found.end() :] if found else sentence_case(text)


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
            text = PREAMBLE.split(text)[0]
            return as_title(mend(text.strip(' «»".[]')))
    for u in units:
        if re.match(r"^(?:ПОЛОЖЕНИЕ|Положение|КОНЦЕПЦИЯ|Концепция|ПОРЯДОК|Порядок)\b", u.text) and len(u.text) < 400:
            return as_title(u.text.strip())
    del parts
    return None
