"""Who signs an act and who drafted it: the lines under its last point, or the stamp of approval over a local act."""

from __future__ import annotations

import re

from loaders.order.reading import Person
from loaders.order.surnames import FULL, INITIALED, named, repaired
from loaders.order.units import Part, Unit

POST = re.compile(
    r"^(?:и\.?\s?о\.?\s+|(?:временно\s+)?исполняющ\w+\s+(?:обязанности\s+)?|врио\s+)?(?:(?:первый|главный|старший|ответственный)\s+)?"
    r"(?:заместител|министр|начальник|директор|руководител|председател|глав|заведующ|ректор|губернатор|управляющ|"
    r"президент|координатор|проректор|секретар|вице-|мэр|специалист|консультант|советник|методист)",
    re.I,
)
# what a signature line carries beside the post and the name
_MARKS = re.compile(
    r"_{2,}|\s/\s*(?=[А-ЯЁ])|(?<=[а-яё.])\s*/\s*$|(?<!\w)(?:М\.\s?П\.|п/п|подпись|\(подпись\))(?!\w)|\*+|"
    r"ДОКУМЕНТ\s+ПОДПИСАН(?:\s+ЭЛЕКТРОННОЙ\s+ПОДПИСЬЮ)?"
)
_OVER = re.compile(r"ознакомлен|^\W*(?:согласовано|визы?|рассылка|разослать|верно)\b", re.I)
_DRAFTED = re.compile(r"^\W*(?:Исп(?:олнитель|\.)?|Подготовил\w?)\b[\s.:]*", re.I)
_STAMP = re.compile(r"УТВЕРЖДАЮ|УТВЕРЖД[ЕЁ]Н|СОГЛАСОВАНО|ПРИНЯТО|РАССМОТРЕНО")


def signed(units: list[Unit], parts: list[Part], kind: str) -> list[Person]:
    """The persons of the signature, in order; of a local act without one, who approved it by its stamp."""
    own = [u for u in units if parts[u.part].act and u.number]
    last = max((i for i, u in enumerate(own) if u.kind != "plain"), default=-1)
    lines = [u.text for u in own[last + 1 :]]
    if lines and re.fullmatch(r"(?:[А-ЯЁA-Z]\.\s?){1,2}", lines[0].strip()):
        lines = lines[1:]  # initials a line break tore from the last point
    found = _block(lines, f"{kind}, подпись")
    return found or _stamp(units, parts, f"{kind}, подпись")


def _block(lines: list[str], clause: str) -> list[Person]:
    found: list[Person] = []
    post: list[str] = []
    drafted = False
    for raw in lines:
        line = re.sub(r"\s+", " ", _MARKS.sub(" ", repaired(raw))).strip(" */")
        if _OVER.search(line):
            break  # who agreed to the act or has read it signs nothing
        if mark := _DRAFTED.match(line):
            drafted, post, line = True, [], line[mark.end() :]
        who = INITIALED.search(line) or FULL.search(line)
        if who is None:
            phone = re.search(r"\d{5}|\d-\d\d|@", line)
            post = [] if phone or len(line) > 250 else [*post, line] if line else post
            continue
        person = named(who.group(0))
        lead, holds = _lead([*post, line[: who.start()].strip(" ,")])
        first = not any(p.role == "signs" for p in found)
        signs = not drafted and (holds or first) and (not lead or holds)
        if person is not None and (signs or not lead or drafted or holds):
            found.append(
                Person(
                    name=person.shown,
                    post=lead if holds else None,
                    role="signs" if signs else "executes",
                    clause=clause,
                )
            )
        post = []
    return found


def _lead(lines: list[str]) -> tuple[str, bool]:
    """What stands over and before a name, from the last line that opens with a post; whether there is one."""
    opens = [i for i, line in enumerate(lines) if POST.match(line)]
    if len(opens) > 1 and all(POST.match(line) for line in lines[opens[0] : opens[-1] + 1]):
        opens = opens[:1]  # «Заместитель министра, / начальник управления»: one double post
    return " ".join(lines[opens[-1] :] if opens else lines).strip(), bool(opens)


def _stamp(units: list[Unit], parts: list[Part], clause: str) -> list[Person]:
    """«УТВЕРЖДАЮ / Директор гимназии / ____ И.И. Седова»; of two stamps side by side the approving one counts."""
    lines: list[str] = []
    for u in units:
        if u.number or u.kind in {"clause", "chapter", "row"} or len(lines) > 20:
            break
        lines.append(u.text)
    start = next((i for i, line in enumerate(lines) if _STAMP.search(line)), None)
    if start is None or any(parts[u.part].act for u in units):
        return []
    approves = [m.group(0).startswith("УТВ") for m in _STAMP.finditer(" ".join(lines[start:]))]
    names: list[tuple[str, str | None]] = []
    post: list[str] = []
    for raw in lines[start:]:
        line = re.sub(r"\s+", " ", _MARKS.sub(" ", repaired(raw))).strip(" */")
        here = list(INITIALED.finditer(line))
        for m in here:
            person = named(m.group(0))
            lead = " ".join([*post, line[: m.start()].strip(" ,")]).strip()
            if person is not None:
                names.append((person.shown, _stamped(lead) if len(here) == 1 else None))
        post = [] if here else [*post, line]
    if not names or True not in approves:
        return []
    at = approves.index(True) if len(names) == len(approves) else len(names) - 1
    return [Person(name=names[at][0], post=names[at][1], role="signs", clause=clause)]


def _stamped(lead: str) -> str | None:
    """The post within the lines of a stamp, which may have run together with those of the stamp beside it."""
    posts = [m for m in re.finditer(r"(?<!\w)[А-ЯЁ]", lead) if POST.match(lead[m.start() :])]
    if not posts:
        return None
    text = re.split(r"\s(?:протокол\w*|приказ\w*|от\s+[«\d]|на\s+заседани\w+)(?!\w)", lead[posts[-1].start() :])[0]
    return text.strip(" ,;") or None
