"""How the paragraphs of an act are marked: numbers, letters, bullets, titles; what looks like a heading."""

from __future__ import annotations

import re

from loaders.morph import infinitive, lemma, opens_with_verb, verb, words
from loaders.order.heads import head
from loaders.order.lexicon import BLOCKED, FUNCTION_NOUNS, SECTIONS, SILENT
from loaders.order.sentences import described
from loaders.order.structure import announced
from loaders.order.wording import action, unlabelled
from loaders.text import Block

OPERATIVE = re.compile(
    r"(?:^|[\s,.])((?:п\s*р\s*и\s*к\s*а\s*з\s*ы\s*в\s*а\s*[юе]\s*т?|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*л\s*я\s*(?:ю|е\s*т)|"
    r"о\s*б\s*я\s*з\s*ы\s*в\s*а\s*ю|р\s*а\s*с\s*п\s*о\s*р\s*я\s*ж\s*а\s*ю\s*с\s*ь|р\s*е\s*ш\s*(?:и\s*л\s*[аи]?|а\s*е\s*т)|п\s*р\s*е\s*д\s*л\s*а\s*г\s*а\s*ю))\s*:?\s*$",
    re.I,
)
APPENDIX = re.compile(
    r"^«?(?:приложение|ПРИЛОЖЕНИЕ|Приложение)\s*(?:№|N|No)?\s*(\d{1,2}(?:\.\d)?|[А-ЯA-Z](?=\s|$))?(?=\s|$|\.|,)"
)
APPROVED = re.compile(r"^(?:УТВЕРЖД[ЕЁ]Н[ОАЫ]?|Утвержд[её]н[оаы]?)\b")
CHAPTER = re.compile(
    r"^(Глава|ГЛАВА|Раздел|РАЗДЕЛ|Статья|СТАТЬЯ)\s+([IVXLІХ]+|\d{1,3}(?:\.\d{1,2})?)(?![\w(])(?!\s+(?:Федеральн|Закон|закон|Устав|Трудов))"
    r"[.:)]?\s*"
)
PARAGRAPH = re.compile(r"^§+\s*(\d{1,3}|[IVXLІХ]+)[.:)]?\s*")
# «А. Министерство …»: only in the order of the alphabet, else it is somebody's initial
LETTERED = re.compile(r"^([А-ИA-D])[.)]\s+(?=[А-ЯЁ«][А-Яа-яЁё]{2,})")
CHAPTER_WORDS = {"глава": "гл.", "раздел": "разд.", "статья": "ст."}
ROMAN_DOTTED = re.compile(r"^([IVXLІХ]{1,5})\.(\d{1,2}(?:\.\d{1,3})*)(?:\.?\)?\s+(?=\S)|\.\)?(?=[А-ЯЁа-яё«\"]))")
ROMAN = re.compile(r"^([IVXLІХ]{1,6}|П|Ш)\.(?:\s+(?=\S)|(?<=[IVXL]\.)(?=[А-ЯЁ][а-яё]{3}|[А-ЯЁ]{4}))")
# The space after a number is often lost: «3.7.Центр ведёт …», «3.7Центр ведёт …»
DOTTED = re.compile(r"^(\d{1,2}(?:\.\d{1,3}){1,4})(?:\.?\)?\s+(?=\S)|\.\)?(?=[А-ЯЁа-яё«\"])|(?=[А-ЯЁ][а-яё]))")
DATE = re.compile(r"^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b")
SINGLE = re.compile(r"^(\d{1,3})\.\s*(?=[^\d\s])")
ITEM = re.compile(r"^(?:[-–—•*]\s*)?(\d{1,2}|[а-яa-z])\)\s*(?=\S)")
BULLET = re.compile(r"^(?:[-–—•·▪◦○●‒−▫■□➢✓]|[*+o](?=\s))\s*(?=\S)")
INLINE = re.compile(r"(?<=[;.])\s+[–—•-]\s+(?=[а-яёА-ЯЁ])")
TITLE = re.compile(
    r"^(?:ПОЛОЖЕНИЕ|КОНЦЕПЦИЯ|ПОРЯДОК|РЕГЛАМЕНТ|КОМПЛЕКС МЕР|ДОРОЖНАЯ КАРТА|ПЛАН|ПРОГРАММА|ПРАВИЛА|МОДЕЛЬ|"
    r"СОСТАВ|СТРУКТУРА|"
    r"ПОКАЗАТЕЛИ|Положение|Концепция|Порядок|Регламент|Комплекс мер|Дорожная карта|План мероприятий|Показатели|"
    r"Модель)\b"
)
FORM = re.compile(r"^(?:Форма|ФОРМА)\s+[а-яА-Я]+")


def is_heading(text: str, strong: bool = False) -> bool:
    """Whether a numbered or strong paragraph is a heading: short, no final stop, no finite verb."""
    if len(text) > 320 or not re.search(r"[А-Яа-яЁё]", text):
        return False
    if text[-1] == ":" or unlabelled(text) != text:
        return False
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters):
        return True
    if text[-1] in ";,:" or (text[-1] == "." and not strong and len(text) > 160):
        return False
    outside = re.sub(r"«[^»]*»|\([^)]*\)", " ", text)
    if infinitive((words(text) or [""])[0]) or "возложить" in text.lower():
        return False
    found = words(outside)
    return not any(verb(w) for w in (w.lower() if i == 0 else w for i, w in enumerate(found)) if w.islower())


def opens_section(block: Block, before: Block, after: Block | None) -> bool:
    """Whether an unmarked paragraph is a heading: a short title that goes on no list and stands by itself, or one that
    announces a level, is a usual title of a section, or names whoever the lines after it speak of."""
    text = block.text
    if after is None or after.kind != "paragraph" or len(text) > 300:
        return False
    if not re.match(r"[А-ЯЁ«]", text) or not (text[-1].isalnum() or text[-1] in "»)") or re.search(r"\d{4}|_", text):
        return False
    if before.text[-1:] in ":;,–—" or not is_heading(text, True) or described(text):
        return False
    opens = after.text[:1].islower() or opens_with_verb(after.text) or after.text[:1] in "-–—•"
    if head(text, "nomn") and (opens or (after.text.endswith(":") and len(after.text) < 80)):
        return True  # a body, and under it what it does, or «Основные функции:»
    if len(text) > 120 or len(text.split()) > 12 or "№" in text:
        return False
    if announced(text):
        return True
    first = {lemma(w) for w in words(text.lower())[:3]}
    if first & (FUNCTION_NOUNS | BLOCKED | SILENT | SECTIONS) and len(text.split()) <= 8:
        return True
    return block.gap and after.gap and not action(text) and after.text[:1].isupper() and len(after.text) > len(text)
