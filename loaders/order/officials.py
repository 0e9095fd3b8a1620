"""Officials an act names: who signs, controls, executes. Never a phone or an address."""

from __future__ import annotations

import re

from loaders.morph import parses
from loaders.order.heads import head, nominative
from loaders.order.names import PERSON, cut
from loaders.order.reading import Person
from loaders.order.units import Part, Unit

FULL_NAME = re.compile(r"^[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+$|^[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.$")
POST = re.compile(
    r"^(?:и\.?\s?о\.?\s+|исполняющ\w+ обязанности\s+|врио\s+)?(?:первый\s+)?(?:заместитель|министр|начальник|"
    r"директор|руководитель|"
    r"председатель|глава|заведующ|ректор|губернатор|начальника)",
    re.I,
)


def persons_of(units: list[Unit], parts: list[Part], kind: str) -> tuple[Person, ...]:
    """Who signs, controls and executes: name, post, role. Phones and addresses are never taken."""
    found: list[Person] = []
    signed = acquainted = False
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
                post_of = nominative(phrase, "accs") if head(phrase, "accs") else None
                if "(" not in m.group(0):
                    addressed = head(before, "datv") if not handed else None
                    if handed:
                        name = _named(name, "accs")
                    elif addressed and addressed[3] == "role":  # «Директору … Лосевой Е.Ю. обеспечить»
                        name, post_of = _named(name, "datv"), nominative(before.strip(" ,"), "datv")
                role = "controls" if control else "executes"
                found.append(
                    Person(
                        name=_initials_last(name),
                        post=post_of,
                        role=role,
                        clause=u.address,
                    )
                )
            continue
        if not u.number:
            continue
        line = re.sub(r"_{2,}|\s*/\s*(?=[А-ЯЁ]\.)", " ", text).strip(" */")
        line = re.sub(r"\s+", " ", line)
        if re.search(r"ознакомлен", line, re.I):
            acquainted = True  # whoever has read the act is named below, that gives nobody anything to do
        if acquainted:
            continue
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
            )
            signed, post = True, []
        elif full := re.match(
            r"^(?:Исп(?:олнитель|\.)?:?\s*)?([А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы))\b",
            line,
        ):
            found.append(Person(name=full.group(1), post=None, role="executes", clause=f"{kind}, подпись"))
        elif not signed and len(line) < 250 and not re.search(r"\d{5}|@", line):
            post.append(line)
    signer = next((p for p in found if p.role == "signs"), None)
    for u in units:
        if signer is not None and parts[u.part].act and u.number and kept(u.text):
            found.append(signer.model_copy(update={"role": "controls", "clause": u.address}))
    return tuple(found)


def kept(text: str) -> bool:
    """Whether a point keeps control with who signs the act («Контроль … оставляю за собой»)."""
    return bool(re.search(r"\bконтрол", text, re.I) and re.search(r"\bза\s+собой\b", text, re.I))


def signing_post(units: list[Unit], parts: list[Part], kind: str) -> tuple[str, str] | None:
    """The post of who signs the act and the case it stands in («И.о. министра»: the genitive); None when unsigned."""
    signer = next((p for p in persons_of(units, parts, kind) if p.role == "signs" and p.post), None)
    if signer is None or signer.post is None:
        return None
    post = re.sub(r"[_\s]+", " ", signer.post).strip()
    acting = re.match(r"(?:и\.?\s?о\.?|врио|исполняющ\w+ обязанности)\s+", post, re.I)
    return (post[acting.end() :], "gent") if acting else (post, "nomn")


def _named(name: str, case: str) -> str:
    """The surname of somebody charged («возложить на … С.А. Выдуманову») in the nominative, where it is a known
    surname; `case` is the one it stands in (accs or datv). A surname the dictionary does not know stays as printed."""

    def one(m: re.Match[str]) -> str:
        for p in parses(m.group(0)):
            if "Surn" in p.tag and p.tag.case == case and p.tag.number == "sing":
                shape = p.inflect({"nomn"})
                return str(shape.word).capitalize() if shape else m.group(0)
        return m.group(0)

    plain = re.sub(r"[А-ЯЁ][а-яё]{2,}", one, name)
    return re.sub(r"(?<=[оеи][вн])у\b", "а", plain) if case == "accs" else plain


def _initials_last(name: str) -> str:
    """«Н.М. Рухленко» → «Рухленко Н.М.»; other shapes stay."""
    m = re.match(r"^([А-ЯЁ])\.\s?([А-ЯЁ])\.\s?([А-ЯЁ][а-яё-]+)$", name)
    return f"{m.group(3)} {m.group(1)}.{m.group(2)}." if m else name
