"""Parts, clauses and items of an act, each with the address a lawyer would cite."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.order.addresses import addressed
from loaders.order.lexicon import PAPERS
from loaders.order.marks import (
    APPENDIX,
    APPROVED,
    BULLET,
    CHAPTER,
    CHAPTER_WORDS,
    DATE,
    DOTTED,
    FORM,
    INLINE,
    ITEM,
    LETTERED,
    OPERATIVE,
    PARAGRAPH,
    ROMAN,
    ROMAN_DOTTED,
    SINGLE,
    TITLE,
    is_heading,
    opens_section,
)
from loaders.order.quoted import LABEL, Quotation
from loaders.order.units import Part, Unit
from loaders.text import Block


@dataclass
class _State:
    part: int = 0
    chapter: str = ""
    chapters: int = 0
    top: int = 0
    number: str = ""
    sub: int = 0
    item: str = ""
    outer: str = ""  # the item whose own items are being read
    fresh_chapter: bool = False
    titled: bool = False  # the title of the paper was seen
    letter: str = ""  # the latest of «А.», «Б.» …
    loose: int = 0  # plain paragraphs since the last numbered unit of the act
    operative: bool = False
    headings: dict[str, int] = field(default_factory=dict)


def segment(blocks: Iterable[Block], kind: str) -> tuple[list[Part], list[Unit]]:
    """Number the blocks of an act: parts, and units with clause addresses (see interfaces: the shortest
    unambiguous)."""
    todo = [b for b in blocks if b.kind != "furniture"]
    operative_at = next((i for i, b in enumerate(todo) if b.kind == "paragraph" and OPERATIVE.search(b.text)), -1)
    if operative_at < 0:
        operative_at = _points_without_formula(todo)
    parts = [Part(kind if operative_at >= 0 else "", act=operative_at >= 0)]
    state, units = _State(operative=operative_at >= 0), list[Unit]()
    quotation, quoted = Quotation(), _State(operative=True)
    inside = False
    for index, block in enumerate(todo):
        if parts[0].act and state.part == 0 and block.kind == "paragraph" and (inside or quotation.opens(block.text)):
            if not inside:
                parts.append(Part(LABEL, act=False))
                quoted = _State(part=len(parts) - 1, number=quotation.target, operative=True)
            said, inside = quotation.inner(block)
            units.extend(replace(u, raw=block.text) for u in _paragraph(said, quoted, parts))
            continue
        if state.part == 0 and index > operative_at >= 0:
            quotation.heed(block.text)
        if block.kind == "row":
            units.append(_row(block, state))
            continue
        if _opens_part(block, state, parts, index > operative_at >= 0, todo[index + 1 : index + 4]):
            units.append(_title(block, state))
            continue
        before, after = todo[index - 1] if index else block, todo[index + 1] if index + 1 < len(todo) else None
        state.titled |= bool(TITLE.match(block.text))
        fresh = _paragraph(block, state, parts)
        begun = state.titled or state.number or state.chapter
        if len(fresh) == 1 and fresh[0].kind == "plain" and begun and not parts[state.part].act:
            fresh[0] = replace(fresh[0], heading=fresh[0].heading or opens_section(block, before, after))
        units.extend(fresh)
    return parts, addressed(parts, units)


def _points_without_formula(todo: list[Block]) -> int:
    """A распоряжение may have no operative word: its points open with infinitives («1. Утвердить …»)."""
    for i, b in enumerate(todo[:40]):
        if b.kind == "paragraph" and re.match(
            r"^1\.\s*(?:1\.)?\s*(?:Утвердить|Создать|Внести|Определить|Организовать|Назначить|Считать)\b", b.text
        ):
            return max(i - 1, 0)
    return -1


def _opens_part(block: Block, state: _State, parts: list[Part], after: bool, following: list[Block]) -> bool:
    text = block.text
    found = APPENDIX.match(text)
    if found and len(text) < 420 and not re.match(r"^\S+\s*(?:№\s*)?\d*\s*[:;)]", text):
        paper = re.search(r"\bк\s+(" + "|".join(PAPERS.values()) + r")\b", text, re.I)
        number = found.group(1)
        if paper and not re.search(r"\bк\s+(?:приказу|распоряжению|постановлению)", text, re.I):
            label = "прил. к " + paper.group(1)[0].upper() + paper.group(1)[1:]
            label = label if not number else f"прил. {number} к " + paper.group(1)
        else:
            label = f"прил. {number}" if number else "прил."
        _start(state, parts, label)
        return True
    if not parts[0].act or not after:
        return False
    if APPROVED.match(text) and len(text) < 300 and state.part == 0:
        _start(state, parts, "")
        return True
    if state.part == 0 and state.top and state.loose and TITLE.match(text) and len(text) < 500:
        _start(state, parts, "")
        return True
    if FORM.match(text) and block.strong and state.part > 0:
        _start(state, parts, "форма" + text.split(None, 2)[1].lower().join((" ", "")))
        return True
    return False


def _start(state: _State, parts: list[Part], label: str) -> None:
    if state.part and not label and not state.number and not state.chapter:
        return  # «УТВЕРЖДЕНО …» under an appendix heading opens no further part
    parts.append(Part(label, act=False))
    fresh = _State(part=len(parts) - 1, operative=state.operative)
    state.__dict__.update(fresh.__dict__)


def _title(block: Block, s: _State) -> Unit:
    at = (block.start, block.end, block.page)
    return Unit("appendix", block.text, "", s.part, "", "", "", "", *at, heading=True, raw=block.text)


def _row(block: Block, s: _State) -> Unit:
    place = (s.part, s.chapter, s.number, str(s.sub or ""), "")
    at = (block.start, block.end, block.page)
    return Unit("row", block.text, "", *place, *at, cells=block.cells, raw=block.text)


def _paragraph(block: Block, s: _State, parts: list[Part]) -> list[Unit]:
    text = block.text
    place = (s.part, s.chapter, s.number, str(s.sub or ""), s.item)
    unit = Unit("plain", text, "", *place, block.start, block.end, block.page, strong=block.strong, raw=text)
    bulleted = re.match(r"^[-–—•*]\s*(?=\d{1,2}\.\d{1,2}\.?\s)", text)
    if bulleted:
        text = text[bulleted.end() :]
    found = CHAPTER.match(text) or _roman(text, s)
    if found:
        name = found.group(2) if found.re is CHAPTER else found.group(1)
        word = CHAPTER_WORDS.get(found.group(1).lower(), "разд.")
        s.chapter, s.fresh_chapter, s.number, s.sub, s.item = f"{word} {_fold(name)}", True, "", 0, ""
        s.chapters += 1
        s.letter = ""
        return [_chapter(unit, text, found, s)]
    if found := PARAGRAPH.match(text):
        s.chapter = f"{s.chapter.split(', §')[0]}, § {_fold(found.group(1))}".removeprefix(", ")
        s.fresh_chapter, s.number, s.sub, s.item = True, "", 0, ""
        return [_chapter(unit, text, found, s)]
    if (found := LETTERED.match(text)) and s.part and found.group(1) == _next_letter(s.letter):
        s.letter, s.number, s.sub, s.item, s.loose = found.group(1), found.group(1), 0, "", 0
        return _fused(_clause(unit, text[found.end() :], found.group(0).strip(), s), s)
    if found := ROMAN_DOTTED.match(text):
        s.number, s.sub, s.item, s.loose = f"{_fold(found.group(1))}.{found.group(2)}", 0, "", 0
        s.fresh_chapter = False
        return _fused(_clause(unit, text[found.end() :], s.number, s), s)
    if not DATE.match(text) and (found := DOTTED.match(text)):
        s.number, s.sub, s.item, s.loose = found.group(1), 0, "", 0
        head = int(s.number.split(".")[0])
        s.top = head if head >= s.top else s.top
        return _fused(_clause(unit, text[found.end() :], found.group(1), s), s)
    if not DATE.match(text) and (found := SINGLE.match(text)):
        return _single(unit, int(found.group(1)), text[found.end() :], s, parts)
    if found := ITEM.match(text):
        s.item, s.loose = _nested(found.group(1), text, s), 0
        return _fused(replace(unit, kind="item", text=text[found.end() :], mark=found.group(1) + ")", item=s.item), s)
    if found := BULLET.match(text):
        return _fused(replace(unit, kind="bullet", text=text[found.end() :], mark=found.group(0).strip()), s)
    s.loose += 1
    if not text[:1].islower():
        s.item = ""
        unit = replace(unit, item="")
    heading = (
        (block.strong and is_heading(text, True)) or (text.isupper() and is_heading(text)) or bool(FORM.match(text))
    )
    if heading and s.number == "" and s.part and not s.chapter.startswith("гл"):
        s.item = ""
    return _fused(replace(unit, heading=heading), s)


def _nested(mark: str, text: str, s: _State) -> str:
    """The item as it is cited: «1.а» for а) under an item 1) that ends with a colon."""
    within = s.outer and s.item.split(".")[0] == s.outer
    if within and mark.isdigit() != s.outer.isdigit():
        return f"{s.outer}.{mark}"
    s.outer = mark if text.rstrip().endswith(":") else ""
    return mark


def _next_letter(letter: str) -> str:
    return "А" if not letter else chr(ord(letter) + 1)


def _roman(text: str, s: _State) -> re.Match[str] | None:
    found = ROMAN.match(text)
    if found and found.group(1) in {"П", "Ш"}:
        wanted = {"П": 1, "Ш": 2}[found.group(1)]
        return found if s.chapter and s.chapters == wanted else None
    return found


def _fold(number: str) -> str:
    return number.replace("І", "I").replace("Х", "X").replace("П", "II").replace("Ш", "III")


def _single(unit: Unit, k: int, body: str, s: _State, parts: list[Part]) -> list[Unit]:
    heading = is_heading(body, unit.strong)
    if s.part == 0 and s.operative and k == 1 and s.top >= 1 and s.loose and heading:
        _start(s, parts, "")  # the attached paper has lost its heading: its numbering starts anew after the signature
    caps = body.isupper() or (heading and not body.rstrip().endswith((".", ";", ",")))
    in_list = s.sub and k == s.sub + 1 and not (k == s.top + 1 and caps)
    starts_list = k == 1 and s.top >= 1 and not s.fresh_chapter and not (s.part == 0 and not s.number)
    if in_list or starts_list:
        s.sub, s.item, s.loose = k, "", 0
        point = replace(unit, kind="point", text=body, mark=f"{k}.", item="", heading=False)
        return _fused(replace(point, part=s.part, number=s.number, sub=str(k)), s)
    s.top, s.number, s.sub, s.item, s.fresh_chapter, s.loose = k, str(k), 0, "", False, 0
    return _fused(replace(_clause(unit, body, f"{k}.", s), part=s.part, chapter=s.chapter), s)


def _chapter(unit: Unit, text: str, found: re.Match[str], s: _State) -> Unit:
    mark = found.group(0).strip()
    title = replace(unit, kind="chapter", text=text[found.end() :], mark=mark, heading=True)
    return replace(title, chapter=s.chapter, number="", sub="", item="")


def _clause(unit: Unit, body: str, mark: str, s: _State) -> Unit:
    heading = is_heading(body, unit.strong)
    return replace(unit, kind="clause", text=body, mark=mark, number=s.number, sub="", item="", heading=heading)


def _fused(unit: Unit, s: _State) -> list[Unit]:
    """Split bullets that a page or a recogniser has run into one paragraph («…; – …»)."""
    pieces = INLINE.split(unit.text)
    if len(pieces) == 1 or unit.heading:
        return [unit]
    first = replace(unit, text=pieces[0])
    return [first, *(replace(unit, kind="bullet", text=p, mark="–", raw=p) for p in pieces[1:])]
