"""What the act says of itself: issuer, kind, number, date, title, place, the acts it rests on or repeals, its officials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.morph import adjective, noun, parses
from loaders.order import dates
from loaders.order.clauses import OPERATIVE, Part, Unit
from loaders.order.lexicon import ACT_KINDS
from loaders.order.names import PERSON, cut, head, mend, nominative
from loaders.order.reading import ActRef, Person
from loaders.text import Block

KIND = re.compile(r"^(?:" + "|".join(r"\s*".join(k) for k in ACT_KINDS) + r")\b", re.I)
NUMBER = re.compile(r"(?:№|N|No)\s*(\d[\w/–-]*(?:\s?[/-]\s?[\w]+)*)")
REFERENCE = re.compile(
    r"\b((?:федеральн\w+\s+)?(?:конституционн\w+\s+)?(?:приказ|распоряжени|постановлени|закон|указ|решени|письм)[а-я]{0,3})\b"
    r"([^«»;]{0,260}?)\bот\s+((?:«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.)?)\s*(?:№|N)\s*([\wА-Яа-я/-]+)"
    r"(?:\s*(«(?:[^«»]|«[^«»]*»)*»))?",
    re.I | re.S,
)
PROJECT = re.compile(
    r"\b((?:национальн|федеральн|региональн)\w+)\s+проект\w*\s+(?:Российской Федерации\s+)?(«[^»]+»)", re.I
)
FULL_NAME = re.compile(r"^[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+$|^[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.$")
POST = re.compile(
    r"^(?:и\.?\s?о\.?\s+|исполняющ\w+ обязанности\s+|врио\s+)?(?:первый\s+)?(?:заместитель|министр|начальник|директор|руководитель|"
    r"председатель|глава|заведующ|ректор|губернатор|начальника)",
    re.I,
)
REGION = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ая|ой|ую|ий|ый|ого|ому|ом|его))\s+(области|область|областью|края|край|крае|краю|АО|автономного округа|автономный округ|Республик[аиеу])"
    r"((?:\s+[-–—]\s+[А-ЯЁ][а-яё]+)?)",
    re.U,
)
REPUBLIC = re.compile(r"(?:Республик[аиеу])\s+([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")
DISTRICT = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*ск(?:ого|ий|ому|ом)|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:н|цк)(?:ого|ый|ому|ом|ий))\s+((?:муниципальн\w+|городск\w+)\s+)?(округ|район)(?:а|у|е|ом)?\b"
)
CITY = re.compile(
    r"\b(?:городск\w+\s+округ\w*\s+(?:[-–—]\s*)?)?(город)(?:а|е|у|ом)?\s+([А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)?)"
)
OKRUG = re.compile(r"\bгородск\w+\s+округ\w*\s+«?([А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)?)»?")


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
    region = _region(place) or _region(whole)
    municipality = _municipality(issuer or "") or (
        _municipality(title or "") if not re.search(r"министерств|департамент", issuer or "", re.I) else None
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


STAMPED = re.compile(r"\bот\s+(«?\s*\d{1,2}\s*»?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.?)?\s*№\s*([\w/-]+)", re.I)


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
    return re.sub(r"\bгород(а|е)? ([а-яё]+)", lambda m: f"город{m.group(1) or ''} {m.group(2).capitalize()}", low)


def _issuer(before: list[Block], found: bool, top: list[Block], at: int | None) -> str | None:
    pieces: list[str] = []
    for b in before:
        line = b.text.strip()
        if re.search(
            r"@|тел|адрес|\bул\.|http|инн\b|огрн|^\d{5}|СОГЛАСОВАНО|УТВЕРЖД|Российская Федерация|РОССИЙСКАЯ ФЕДЕРАЦИЯ|^г\.|от «|№|протокол",
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


def _region(text: str) -> str | None:
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
                return str(shape.word).capitalize()
    ending = {"femn": "ая", "masc": "ий"}[gender]
    return re.sub(r"(?:ой|ого|ая|ий|ому|ом|ую|ый)$", ending, word)


def _municipality(text: str) -> str | None:
    """The municipality a text names, in the nominative («Чегемский муниципальный район», «город Белгород»)."""
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
    return _municipality(name)


def _place(word: str) -> str:
    pieces = []
    for w in re.split(r"([ -])", word):
        p = next(
            (p for p in parses(w) if p.tag.POS in {"NOUN", "ADJF"} and p.tag.case in {"gent", "loct", "datv"}), None
        )
        shape = p.inflect({"nomn"}) if p else None
        pieces.append(str(shape.word).capitalize() if shape else w)
    return "".join(pieces)


def references(text: str) -> list[ActRef]:
    """The acts a text refers to by date and number, and the national or federal projects it names."""
    found: list[ActRef] = []
    for m in REFERENCE.finditer(text):
        day = dates.find(m.group(3))
        kind = m.group(1).strip()
        shape = nominative_kind(kind)
        title = " ".join(f"{shape}{m.group(2)}".split()).strip(" ,")
        quoted = m.group(5) or ""
        found.append(
            ActRef(
                title=f"{title} {quoted}".strip(),
                number=m.group(4).strip(" .,;"),
                date=day.isoformat() if day else None,
            )
        )
    return found


def nominative_kind(kind: str) -> str:
    """«распоряжения» → «Распоряжение»; an unknown word stays."""
    words = []
    for w in kind.split():
        p = noun(w.lower()) or adjective(w.lower())
        base = str(p.normal_form) if p else w
        words.append("федеральный" if base.startswith("федеральн") else base)
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def basis_of(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts the act rests on: its preamble and the clause that lists its legal basis, each act once."""
    texts = []
    listing = ""
    for u in units:
        if parts[u.part].act and not u.number and u.kind != "appendix":
            texts.append(u.text)
        lead = re.search(
            r"нормативн\w+[ ,-]+(?:и\s+)?правов\w+\s+(?:основ|баз)|разработан\w*\s+(?:и\s+\w+\s+)?(?:в соответствии|на основ)|в соответствии с[о:]",
            u.text,
            re.I,
        )
        if lead and not parts[u.part].act:
            listing = f"{u.part}/{u.number}/{u.chapter}"
            texts.append(u.text)
        elif listing == f"{u.part}/{u.number}/{u.chapter}" and u.kind in {"bullet", "item", "point"}:
            texts.append(u.text)
        elif u.kind in {"clause", "chapter"}:
            listing = ""
    result: dict[tuple[str | None, str | None], ActRef] = {}
    for text in texts:
        for ref in references(text):
            result.setdefault((ref.number, ref.date), ref)
    return tuple(result.values())


def repealed(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act declares void."""
    result = []
    for u in units:
        if parts[u.part].act and re.search(r"утративш\w+\s+силу|отменить|не подлежащим применению", u.text, re.I):
            result.extend(references(u.text))
    return tuple(result)


def amended(units: list[Unit], parts: list[Part]) -> tuple[ActRef, ...]:
    """The acts a point of the act changes («Внести изменения в приказ …»)."""
    result = []
    for u in units:
        if parts[u.part].act and re.search(r"внести\s+(?:следующие\s+)?(?:изменени|дополнени)", u.text, re.I):
            result.extend(references(u.text))
    return tuple(result)


def persons_of(units: list[Unit], parts: list[Part], kind: str) -> tuple[Person, ...]:
    """Who signs, controls and executes: name, post, role. Phones and addresses are never taken."""
    found: list[Person] = []
    signed = False
    post: list[str] = []
    for u in units:
        if not parts[u.part].act or u.kind == "appendix":
            continue
        text = u.text
        if u.number and u.kind != "plain":
            post = []
            for m in PERSON.finditer(text):
                control = re.search(r"контрол", text, re.I)
                before = text[: m.start()]
                handed = re.search(r"(?:возложить|возлагается)\s+на\s+(.+)$", before, re.I | re.S)
                phrase = cut(handed.group(1)) if handed else ""
                name = m.group(0).strip(" ()")
                if handed and "(" not in m.group(0):
                    name = _named(name)
                role = "controls" if control else "executes"
                found.append(
                    Person(
                        name=_initials_last(name),
                        post=nominative(phrase, "accs") if head(phrase, "accs") else None,
                        role=role,
                        clause=u.address,
                    )
                )  # type: ignore[arg-type]
            continue
        if not u.number:
            continue
        line = text.strip(" *")
        both = re.match(r"^(.{6,}?)\s+([А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+)$", line)
        if both and POST.match(both.group(1)) and not signed:
            found.append(
                Person(name=_initials_last(both.group(2)), post=both.group(1), role="signs", clause=f"{kind}, подпись")
            )
            signed = True
        elif FULL_NAME.match(line):
            role = "signs" if not signed else "executes"
            found.append(
                Person(
                    name=_initials_last(line),
                    post=" ".join(post) or None if not signed else None,
                    role=role,
                    clause=f"{kind}, подпись",
                )
            )  # type: ignore[arg-type]
            signed, post = True, []
        elif m := re.match(
            r"^(?:Исп(?:олнитель|\.)?:?\s*)?([А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы))\b",
            line,
        ):
            found.append(Person(name=m.group(1), post=None, role="executes", clause=f"{kind}, подпись"))
        elif not signed and len(line) < 250 and not re.search(r"\d{5}|@", line):
            post.append(line)
    return tuple(found)


def _named(name: str) -> str:
    """The surname of somebody charged («возложить на … С.А. Выдуманову») in the nominative, where it is a known surname."""

    def one(m: re.Match[str]) -> str:
        for p in parses(m.group(0)):
            if "Surn" in p.tag and p.tag.case == "accs" and p.tag.number == "sing":
                shape = p.inflect({"nomn"})
                return str(shape.word).capitalize() if shape else m.group(0)
        return m.group(0)

    return re.sub(r"(?<=[оеи][вн])у\b", "а", re.sub(r"[А-ЯЁ][а-яё]{2,}", one, name))


def _initials_last(name: str) -> str:
    """«Н.М. Рухленко» → «Рухленко Н.М.»; other shapes stay."""
    m = re.match(r"^([А-ЯЁ])\.\s?([А-ЯЁ])\.\s?([А-ЯЁ][а-яё-]+)$", name)
    return f"{m.group(3)} {m.group(1)}.{m.group(2)}." if m else name
