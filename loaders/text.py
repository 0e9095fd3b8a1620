"""From the bytes of a file to blocks of text: encoding, pages, tables, repaired line and page breaks.

A block keeps its position (character offsets into the decoded text), so that every character can be accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.fixed import LINE_END
from loaders.fixed import rows as fixed_rows
from loaders.morph import is_word, noun, opens_with_verb, verb
from ontology.errors import UnreadableFile

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
MARK = re.compile(
    r"^(?:(?:[-–—•·▪◦○●‒−▫■□➢✓]|[*+o](?=\s))\s*(?=\S)|"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[а-яa-zА-Я])\)|\d{1,2}(?:\.\d{1,3}){1,4}(?:\.?\s|\.?(?=[А-ЯЁ][а-яё])|\.(?=[а-яё]{3}))|"
    r"\d{1,2}\.\s*(?=[^\d\s])|(?:[IVXLІХ]{1,5}|[ПШ]{1,2})\.\s|[IVXL]{1,5}\.(?=[А-ЯЁ][а-яё]{3}|[А-ЯЁ]{4})|(?:Глава|ГЛАВА|Раздел|РАЗДЕЛ|Статья|Приложение|ПРИЛОЖЕНИЕ|Таблица)\b)"
)
PAGE_NUMBER = re.compile(
    r"^(?:[-–—]?\s*\d{1,3}\s*[-–—]?|(?:стр(?:аница|\.)|Страница|лист)\s*\d+(?:\s*из\s*\d+)?)$", re.I
)
# Stamps which systems of electronic documents print over a page: no text of the act.
STAMP = re.compile(
    r"^(?:Документ\s+(?:создан|подписан|зарегистрирован)\s+(?:в\s+электронн|электронн|усиленн|квалифицированн).*|"
    r"(?:ДОКУМЕНТ\s+)?ПОДПИСАН\w*(?:\s+(?:УСИЛЕННОЙ\s+)?(?:КВАЛИФИЦИРОВАННОЙ\s+)?ЭЛЕКТРОННОЙ\s+ПОДПИСЬЮ)?|"
    r"(?:УСИЛЕННОЙ\s+)?(?:КВАЛИФИЦИРОВАННОЙ\s+)?ЭЛЕКТРОННОЙ\s+ПОДПИСЬЮ|"
    r"(?:Номер\s+|Серийный\s+номер\s+)?сертификата?\s*[:№]?\s*[0-9A-F ]{12,}|"
    r"(?:Кому\s+выдан|Владел[еь]ц):?\s+[А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ][а-яё-]+){1,2}|(?:Действителен|Срок\s+действия):?\s+с\s+\d.*|СВЕДЕНИЯ\s+О\s+СЕРТИФИКАТЕ\s+ЭП|"
    r"(?:Подлинник|Оригинал)\s+электронного\s+документа.*|Страница\s+\d+\s+из\s+\d+\..{0,60})$",
    re.I,
)
STAMP_INSIDE = re.compile(
    r"(?:ДОКУМЕНТ\s+)?ПОДПИСАНО?(?:\s+ЭЛЕКТРОННОЙ\s+ПОДПИСЬЮ)?(?=\s{2,}|$)|\bЭЛЕКТРОННОЙ\s+ПОДПИСЬЮ\b"
)
# «п р и к а з ы в а ю»: stands by itself, whatever line is above it.
SPACED = re.compile(
    r"^(?:п\s+р\s+и\s+к\s+а\s+з|п\s+о\s+с\s+т\s+а\s+н\s+о\s+в|о\s+б\s+я\s+з\s+ы|р\s+а\s+с\s+п\s+о\s+р)", re.I
)
RULE = re.compile(r"^[\s\-–—_=*.|+:]{3,}$")
ACT_WORD = re.compile(
    r"^(?:П\s*Р\s*И\s*К\s*А\s*З|Р\s*А\s*С\s*П\s*О\s*Р\s*Я\s*Ж\s*Е\s*Н\s*И\s*Е|"
    r"П\s*О\s*С\s*Т\s*А\s*Н\s*О\s*В\s*Л\s*Е\s*Н\s*И\s*Е|Р\s*Е\s*Ш\s*Е\s*Н\s*И\s*Е)\b"
)
TAG = re.compile(r"</?(?:p|br|b|i|u|td|tr|span|div|strong|em|sup|sub)\s*/?>", re.I)
IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
OPEN_END = re.compile(
    r"(?:^|\s)(?:и|или|а|в|во|с|со|к|по|на|о|об|от|до|для|из|за|при|под|над|без|через|между|не|их|его)$|[,(–—]$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a table row or furniture (page numbers, rules); `start`, `end` are offsets into the text."""

    kind: Literal["paragraph", "row", "furniture"]
    text: str
    start: int
    end: int
    page: int = 1
    cells: tuple[str, ...] = ()
    gap: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file as text: its name, text, encoding (or format: docx, pdf, html) and the SHA-256 of its bytes (hex).

    `footnotes` stand beside the text; `blank_pages` are pages of a PDF that are pictures, by number.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    footnotes: tuple[str, ...] = ()
    blank_pages: tuple[int, ...] = ()


def decode(raw: bytes, where: str = "") -> tuple[str, str]:
    """Return (text, encoding) of a file's bytes: UTF-8 (with or without BOM), UTF-16, else Windows-1251.

    Raises UnreadableFile when the file is empty, binary or in no encoding a Russian text is kept in.
    """
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("the file is empty", where=where, mend="Give a file with the text of an act")
    for bom, name in BOMS:
        if raw.startswith(bom):
            return _strict(raw, name, where), name
    sample = raw[:4096]
    if len(raw) % 2 == 0 and len(raw) > 3:
        # UTF-16 without a mark: the high bytes of Cyrillic and Latin letters are 04 and 00
        for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            if sum(c in (0, 4, 0x20) for c in high) > 0.95 * len(high) and high.count(4) > 0.3 * len(high):
                return _strict(raw, name, where), name
    if sample.count(0):
        raise _binary(where)
    try:
        text, name = raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, name = raw.decode("cp1251", errors="replace"), "cp1251"
        letters = sum("а" <= c <= "я" or "А" <= c <= "Я" for c in text)
        if letters < 0.4 * sum(not c.isspace() for c in text):
            raise _binary(where) from None
    if sum(c < " " and c not in "\t\r\n\f\v" for c in text) > len(text) // 50:
        raise _binary(where)
    return text, name


def _strict(raw: bytes, encoding: str, where: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _binary(where) from error


def _binary(where: str) -> UnreadableFile:
    return UnreadableFile(
        "the file is not a text in UTF-8, UTF-16 or Windows-1251",
        where=where,
        mend="Save the act as plain text in UTF-8",
    )


def clean(text: str) -> str:
    """Collapse white space, drop mark-up (asterisks of emphasis, simple tags), soft hyphens and zero-width
    characters."""
    text = (
        TAG.sub(" ", IMAGE.sub(" ", text))
        .replace("\u00ad", "")
        .replace("\u200b", "")
        .replace("\ufeff", "")
        .replace("\xa0", " ")
        .replace("\u2010", "-")
        .replace("\u2011", "-")
    )
    text = re.sub(r"\*{2,}|(?<!\w)\*(?=[«\w])|(?<=[»\w.:;])\*(?!\w)", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _lines(text: str) -> Iterator[Block]:
    page, gap, pos = 1, True, 0
    fixed, until = fixed_rows(text, glue), 0
    for raw in LINE_END.split(text):
        start, pos = pos, pos + len(raw)
        if start < until:
            page += raw.count("\f")
            continue
        if row := fixed.get(start):
            cells, until = tuple(clean(c) for c in row.cells), row.end
            begin = start + len(raw) - len(raw.lstrip())
            yield Block("row", " ".join(c for c in cells if c), begin, row.end, page, cells, gap)
            page, gap = page + raw.count("\f"), False
            continue
        bare = raw.strip()
        if not bare:
            gap = True
            page += raw.count("\f")
            continue
        end = start + len(raw.rstrip())
        begin = start + len(raw) - len(raw.lstrip())
        pipes = (bare.startswith("|") and bare.count("|") >= 2) or bare.count(" | ") >= 2
        if "\t" in raw.strip(" \r\n\f") or pipes:
            parts = bare.strip("|").split("|") if pipes else raw.strip("\r\n\f").split("\t")
            cells = tuple(clean(c) for c in parts)
            rule = (
                all(RULE.match(c) or re.fullmatch(r":?-+:?", c) or not c for c in cells)
                and any(cells)
                and not any(re.search(r"\w", c) for c in cells)
            )
            empty = not any(cells)
            yield Block(
                "furniture" if rule or empty else "row", " ".join(c for c in cells if c), begin, end, page, cells, gap
            )
        elif PAGE_NUMBER.match(bare) or RULE.match(bare) or STAMP.match(clean(bare)) or not clean(bare):
            yield Block("furniture", bare, begin, end, page, (), gap)
            page += raw.count("\f")
            continue  # a page number does not close the paragraph around it
        else:
            body = STAMP_INSIDE.sub(" ", re.sub(r"^#{1,6}\s+", "", bare))
            yield Block(
                "paragraph",
                clean(body),
                begin,
                end,
                page,
                (),
                gap,
                strong=bare.startswith(("**", "#")) or bool(re.fullmatch(r"\*[^*]+\*", bare)),
            )
        gap = "\f" in raw
        page += raw.count("\f")


def _columns(lines: list[Block]) -> list[Block]:
    """Tabs that only push words apart (date and number, a post and a name, two columns of a stamp) make no table."""
    result = list(lines)
    for i, line in enumerate(lines):
        if line.kind == "row" and sum(bool(c) for c in line.cells) <= 2:
            near = [x for x in lines[max(0, i - 4) : i + 5] if x.kind == "row" and x is not line]
            if not any(
                len(x.cells) == len(line.cells) and sum(bool(c) for c in x.cells) >= min(3, len(x.cells)) for x in near
            ) and not (
                len(line.cells) == 2 and any(len(x.cells) == 2 and all(x.cells) for x in near) and all(line.cells)
            ):
                result[i] = Block("paragraph", line.text, line.start, line.end, line.page, (), line.gap)
    return result


ABBREVIATED = re.compile(r"(?:\b(?:г|ул|пп?|ст|им|т\.\s?д|т\.\s?ч|др|руб|тыс|чел|гг|обл|пос|с)|\b[А-ЯЁ])\.$")


NAMED = re.compile(r"\(далее[^()]*\)$", re.I)


def _has_verb(text: str) -> bool:
    return any(verb(w) for w in re.findall(r"(?<=\s)[а-яё]{4,}", text) if not noun(w))


def _joins(a: Block, b: Block, width: int, prose: bool) -> bool:
    """Whether line `b` continues paragraph `a` (a wrapped line or a page break inside a sentence)."""
    left, right = a.text, b.text
    end = left[-300:]  # how a paragraph ends; it may be long, and each of its lines is looked at
    if ACT_WORD.fullmatch(left):
        return False  # «ПОСТАНОВЛЕНИЕ» stands by itself, whatever comes under it
    if left and left.rfind("(") > left.rfind(")") and re.match(r"[-–—]\s[^\d()][^()]{1,120}\)", right):
        return True  # «(далее», and on the next line «– X)»: a dash within brackets opens no item
    if (
        SPACED.match(right)
        or ACT_WORD.match(right)
        or MARK.match(right)
        or not left
        or not right
        or (right.isupper() and not left.isupper())
    ):
        return False
    if re.match(r"^(?:Статья|Глава|Раздел)\s+[\dIVXLC]+\.?\s", left) and right[0].islower() and right.endswith(";"):
        return False  # the first item of a list under the heading of an article
    if re.search(r"[а-яёa-z]-$", end) and right[0].islower():
        return True
    first = right[0]
    lower = first.islower() or first in '(«"№%0123456789'
    ended = left[-1] in ".;:!?"
    if ended and not (ABBREVIATED.search(end) and not b.gap and (first.islower() or first.isdigit() or first == "№")):
        return False
    heading = bool(
        re.match(r"^(?:[\d.]+\s*)?(?:основные\s+)?(?:функции|задачи|полномочия|обязанности)\b[^,;]{0,40}$", left, re.I)
    )
    if left.endswith((" –", " —", " -")) and first.islower() and opens_with_verb(right):
        return False  # «Институт –», and what it does on lines of their own
    if first.islower() and opens_with_verb(right) and NAMED.search(end) and not _has_verb(end):
        return False  # «Комитет (далее – Комитет)», and what it does on lines of their own
    if first.islower() and opens_with_verb(right) and not OPEN_END.search(end.rstrip(",")):
        # «обеспечивает …» after a heading, or after an item that opens with a verb too, is an item of its own
        if heading or opens_with_verb(left) or (MARK.match(left) and re.match(r"^[\d.]+\s+\W?[А-ЯЁ]", left)):
            return False
        if b.gap and (not prose or not _has_verb(end)):
            return False
    if heading:
        return False
    if first.islower() or (lower and OPEN_END.search(end)):
        return True
    if OPEN_END.search(end) and not left.endswith(("–", "—")):
        return True
    if b.gap:
        return False
    if left.isupper() and right.isupper():
        return True
    return len(left) > 0.72 * width and width < 130


def _running_heads(lines: list[Block]) -> list[Block]:
    """The same line at the top of page after page is the page's head, no text of the act.

    It follows a page's number or a new page each time but one (as a title it may stand once by itself), and opens no
    list and no clause: these may well come first on a page too.
    """
    at_top: dict[str, list[int]] = {}
    count: dict[str, int] = {}
    for i, line in enumerate(lines):
        if line.kind != "paragraph":
            continue
        count[line.text] = count.get(line.text, 0) + 1
        before = lines[i - 1] if i else line
        if before.page < line.page or (before.kind == "furniture" and PAGE_NUMBER.match(before.text)):
            at_top.setdefault(line.text, []).append(i)
    result = list(lines)
    for text, places in at_top.items():
        if len(places) > 1 and count[text] - len(places) <= 1 and not MARK.match(text) and text[-1] not in ".:;,":
            for i in places:
                b = lines[i]
                result[i] = Block("furniture", b.text, b.start, b.end, b.page, (), b.gap)
    return result


def blocks(text: str) -> list[Block]:
    """Split the text into paragraphs, table rows and furniture; wrapped lines and broken pages are joined."""
    lines = _running_heads(_columns(list(_lines(text))))
    lengths = sorted(len(x.text) for x in lines if x.kind == "paragraph")
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    result: list[Block] = []
    last: int | None = None  # index of the paragraph that may still go on
    for line in lines:
        if line.kind == "furniture":
            result.append(line)
            continue
        if line.kind == "row":
            last = None
            result.append(line)
            continue
        if last is not None and _joins(result[last], line, width, prose=len(result[last].text) > 60):
            old = result[last]
            result[last] = Block(
                "paragraph", glue(old.text, line.text), old.start, line.end, old.page, (), old.gap, old.strong
            )
        else:
            last = len(result)
            result.append(line)
    return result


def glue(left: str, right: str) -> str:
    """Join two pieces of a broken line or cell; the hyphen of a cut word goes, that of a compound stays."""
    cut = re.search(r"([А-ЯЁ]?[а-яё]+)-$", left[-60:])
    tail = re.match(r"[а-яё]+", right)
    if not cut or not tail:
        return f"{left} {right}"
    one, two = cut.group(1).lower(), tail.group(0)
    if re.search(r"\w{4}(?:но|ско|во)$", one) and is_word(one) and is_word(two):
        whole = False  # «организационно-методический», though the dictionary knows both spellings
    elif is_word(one + two):
        whole = True
    elif not is_word(two):
        whole = not is_word(one)
    else:
        whole = not is_word(one) and (
            len(two) < 5 or one[-1] not in "ое"
        )  # «психолого-педагогический» keeps its hyphen
    return left[:-1] + right if whole else left + right
