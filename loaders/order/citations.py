"""Other acts as a text cites them: by date and number, by number alone, or a project and a programme by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.morph import adjective, noun, parses, verb, words
from loaders.order import dates
from loaders.order.names import mend, outside
from loaders.order.papers import ENDS, LEAD, NAMED, PAPER, nominative, paper_of, projects
from loaders.order.reading import ActRef

_KIND = (
    r"\b((?:федеральн\w+\s+)?(?:конституционн\w+\s+)?(?:областн\w+\s+)?"
    r"(?:приказ|распоряжени|постановлени|закон|указ|решени|письм)[а-я]{0,3})\b"
)
_DAY = r"((?:[«\"]?\s*\d{1,2}\s*[»\"]?\s+[а-яё]+\s+\d{4}|\d{1,2}\.\d{1,2}\.\d{4})\s*(?:года|г\.?(?!\w))?)"
# «273-ФЗ», «3273 - р», «01-07/1533-п», «22/546»
_NUMBER = r"(?:№|N|No)\s*([\w/.]+(?:[-–][\w/.]+)*(?:\s[-–]?\s?(?:ФЗ|ФКЗ|ОЗ|РЗ|КЗ|ЗО|р|п|пп|пр|рп|д|од|осн|оз)(?!\w))?)"
_QUOTED = r"(«(?:[^«»]|«[^«»]*»)*»)"
# between the kind of an act and its date stand its issuer and, at times, its name in quotes
_BETWEEN = r"((?:[^«»;№]|«(?:[^«»]|«[^«»]*»)*»){0,420}?)"
DATED = re.compile(rf"{_KIND}{_BETWEEN}\bот\s+{_DAY}\s*{_NUMBER}(?:\s*{_QUOTED})?", re.I | re.S)
NUMBERED = re.compile(rf"{_KIND}{_BETWEEN}{_NUMBER}\s+от\s+{_DAY}(?:\s*{_QUOTED})?", re.I | re.S)
UNDATED = re.compile(rf"{_KIND}([^«»;№]{{0,120}}?){_NUMBER}(?:\s*{_QUOTED})?", re.I)
# «Указы … от 07.05.2031 № 204 «…», от 21.07.2031 № 474 «…»»: the second has the kind and the issuer of the first
NEXT = re.compile(rf"(?:\s*,)?(?:\s*и)?\s+от\s+{_DAY}\s*{_NUMBER}(?:\s*{_QUOTED})?", re.I)
PASSPORT = re.compile(
    rf"\bпаспорт\w*\s+((?:национальн|федеральн|региональн)\w+\s+проект\w*[^;№]{{0,300}}?)\(?протокол\w*\s*(?:заседания\s+)?от\s+{_DAY}\s*{_NUMBER}",
    re.I | re.S,
)
# an edition of an act is no act of its own
EDITION = re.compile(r"\(?\s*(?:в\s+ред(?:акции|\.)|с\s+изменениями|с\s+изм\.)[^()«»]{0,200}?$", re.I | re.S)
APPROVED = re.compile(r",?\s+утвержд[её]нн\w{1,3}\s*$", re.I)


def references(text: str) -> list[ActRef]:
    """The acts a text refers to by date and number or by number, in the order of the text; editions are left out."""
    return [ref for _, ref in _placed(mend(text))]


def named(text: str) -> list[ActRef]:
    """The acts a legal basis names, with the projects, programmes and recommendations that have no number."""
    text = mend(text)
    found = _placed(text)
    taken = [span for span, _ in found]
    blank = outside(text)
    for m in NAMED.finditer(text):
        paper = paper_of(m.group(1))
        start = m.end() - len(paper)
        if (
            blank[start] == " "
            or any(a <= start < b for a, b in taken)
            or not LEAD.search(text[max(0, start - 60) : start])
        ):
            continue
        rest = re.match(
            r"(?:[^«»,;:]|(?<=\d),(?=\d)){0,240}(?:«(?:[^«»]|«[^«»]*»)*»)?(?:\s+(?:национальн|государственн)\w+\s+(?:проект|программ)\w*\s+«[^«»]*»)?",
            text[m.end() :],
        )
        tail = ENDS.split(rest.group(0))[0] if rest else ""
        after = text[m.end() + len(tail) :]
        if (
            re.match(r"\s*,?\s*утвержд|\s*\(?протокол|\s+(?:от|№)\s*\d", after)
            or "протокол" in tail
            or len(tail.strip()) < 5
        ):
            continue
        if any(verb(w) or parses(w)[0].tag.POS == "PRTS" for w in words(tail)[:3]):
            continue  # «Концепция разработана …» says something of the act itself
        for title in projects(f"{nominative(paper)}{tail}"):
            found.append(((start, m.end() + len(tail)), ActRef(title=title)))
    return [ref for _, ref in sorted(found, key=lambda f: f[0])]


def _placed(text: str) -> list[tuple[tuple[int, int], ActRef]]:
    found: list[tuple[tuple[int, int], ActRef]] = []
    if not re.search(r"(?:№|N)\s*\S*\d|N\w\s*\d|№\s*\S", text):
        return found  # nothing is cited by a number

    def free(m: re.Match[str]) -> bool:
        return not any(a < m.end() and m.start() < b for (a, b), _ in found)

    for m in PASSPORT.finditer(text):
        about = re.sub(r"\s+", " ", f"Паспорт {m.group(1)}").strip(" ,(")
        found.append((m.span(), _act(about, m.group(2), m.group(3), None)))
    for pattern, day, number in ((DATED, 3, 4), (NUMBERED, 4, 3)):
        for m in _kinds(pattern, text):
            if (
                not free(m)
                or re.search(r"протокол\w*\s*$", m.group(2))
                or EDITION.search(text[max(0, m.start() - 240) : m.start()])
            ):
                continue  # a decision of a meeting («решение совета (протокол от …)») is no act
            title = _title(m, text)
            end = m.end()
            entries = [_act(title, m.group(day), m.group(number), m.group(5))]
            while following := NEXT.match(text, end):
                entries.append(_act(title, following.group(1), following.group(2), following.group(3)))
                end = following.end()
            found.extend(((m.start(), end), e) for e in entries)
    for m in _kinds(UNDATED, text):
        code = m.group(3).strip(" .,;")
        if free(m) and re.search(r"\d", code) and not re.search(r"\bот\b|протокол|пункт|приложени", m.group(2), re.I):
            found.append((m.span(), _act(_title(m, text), None, code, m.group(4))))
    return sorted(found, key=lambda f: f[0])


def _kinds(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of a pattern that open with the nearest kind of act before the number («постановления … указа от …» is
    the decree)."""
    at = 0
    while m := pattern.search(text, at):
        inner = [k.start() for k in re.finditer(_KIND, outside(text[m.start(2) : m.end(2)]), re.I)]
        nearer = pattern.match(text, m.start(2) + inner[-1]) if inner else None
        yield nearer or m
        at = max((nearer or m).end(), at + 1)


def _title(m: re.Match[str], text: str) -> str:
    """«Приказ министерства …»; what the act approves stands before it («Положение о …, утверждённое приказом …»)."""
    between = " ".join(m.group(2).split()).strip(" ,(")
    own = " ".join(f"{nominative_kind(m.group(1).strip())} {between}".split())
    approved = APPROVED.search(text[max(0, m.start() - 24) : m.start()])
    if approved is None or "«" in between:
        return own
    end = max(0, m.start() - 24) + approved.start()
    before = text[max(0, end - 500) : end]
    before = before[before.rfind(";") + 1 :]
    blank = outside(before)
    papers = [p for p in PAPER.finditer(before) if blank[p.end(1) - 1] != " "]
    if not papers:
        return own
    paper = papers[-1]
    about = " ".join(f"{nominative(paper_of(paper.group(1)))}{before[paper.end() :]}".split()).strip(" ,(")
    return f"{about[:1].upper()}{about[1:]} ({own[:1].lower()}{own[1:]})"


def _act(title: str, day: str | None, number: str, quoted: str | None) -> ActRef:
    when = dates.find(day) if day else None
    return ActRef(
        title=f"{title} {quoted or ''}".strip(),
        number=re.sub(r"\s*[-–]\s*|\s+(?=[А-ЯЁа-яё])", "-", number.strip(" .,;")),
        date=when.isoformat() if when else None,
    )


def nominative_kind(kind: str) -> str:
    """«распоряжения» → «Распоряжение»; an unknown word stays."""
    said = []
    for w in kind.split():
        p = noun(w.lower()) or adjective(w.lower())
        base = str(p.normal_form) if p else w
        said.append("федеральный" if base.startswith("федеральн") else base)
    text = " ".join(said)
    return text[:1].upper() + text[1:]
