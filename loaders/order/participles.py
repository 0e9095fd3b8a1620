"""What a body does by a participle: «X (далее – Y), осуществляющий …», «X» – …, обеспечивающий … (a definition)."""

from __future__ import annotations

import re

from loaders.morph import participle
from loaders.order.heads import head
from loaders.order.lexicon import DUTY_VERBS, SERVED_ADJECTIVES
from loaders.order.names import FURTHER, outside
from loaders.order.registry import Entry, Registry


def participial(text: str, registry: Registry, clause: str, defined: bool) -> tuple[Entry, int, str] | None:
    """«X (далее – Y), осуществляющий …»: (subject, offset of the participle, its verb). `defined`: «X» – … (a
    glossary).

    Plain attributes («организации, осуществляющие образовательную деятельность») describe a class and are no function.
    """
    if defined:
        found = re.match(r"^\W*?«?([^»–—]{3,200}?)»?\s*(?:\([^()]*\))?\s+[-–—]\s+(?:это\s+)?(.*)$", text, re.S)
        if (
            not found
            or not head(found.group(1).strip(" «»"), "nomn", registry.shorts)
            or re.match(r"совокупност|систем|комплекс|физическ", found.group(2))
        ):
            return None
        name, offset = found.group(1).strip(" «»"), found.start(2)
        if (
            any(w in name.lower() for w in SERVED_ADJECTIVES)
            and "сопровождени" not in name.lower()
            and "мастерства" not in name.lower()
        ):
            return None
        area = found.group(2)
    else:
        link = FURTHER.search(text)
        if not link or not re.match(r"\s*,\s*[а-яё]+", text[link.end() :]):
            return None
        short = link.group(1).strip(" .«»")
        name, offset, area = short, link.end(), text[link.end() : link.end() + 40]
    for m in re.finditer(r"(?:^|,\s*|\sи\s+)([а-яё]+)", outside(area)):
        p = participle(m.group(1))
        if p is None or str(p.normal_form) not in DUTY_VERBS:
            continue
        if re.match(r"\s+(?:образовательную деятельность|(?:государственное\s+)?управление)", area[m.end(1) :]):
            continue
        if "plur" in p.tag and defined:
            continue
        if not defined and m.start(1) > 4:
            return None
        entries = registry.resolve(name, "nomn", clause)
        return (entries[0], offset + m.start(1), str(p.normal_form)) if entries else None
    return None
