"""The account of what was understood: each unit is a statement, a heading, the act's own frame, or listed as unread."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from loaders.order.names import LISTED_PERSON
from loaders.order.notes import Draft
from loaders.order.quoted import LABEL
from loaders.order.reading import Coverage, Unread
from loaders.order.reasons import REASON_NOBODY, REASONS, reason
from loaders.order.references import references
from loaders.order.sentences import finite, infinitive_in, sentences
from loaders.order.units import Part, Unit

# Points of the act which are its metadata: what it approves, repeals, amends, when it comes into force.
FRAME = re.compile(
    r"^\W*(?:утвердить|ввести|создать|признать|считать|отменить|внести\s+(?:в|изменени)|изложить|дополнить|исключить|"
    r"(?:настоящ\w+\s+)?(?:приказ|распоряжение|постановление|решение)\b.*\b(?:вступает|действу|распростран|считать|отмен|утрат)|"
    r"вступает|контроль\s.*\bза\s+собой|установить\s+срок|опубликовать)",
    re.I | re.S,
)
# What a sentence beside a duty says of it: its term and who is responsible, both read.
DETAIL = re.compile(r"^(?:срок|период|ответственн|исполнител)\w*(?:\s+\w+){0,2}\s*[:–—-]", re.I)


def account(
    text: str,
    parts: list[Part],
    units: list[Unit],
    used: dict[int, str],
    heard: Callable[[Unit], frozenset[str]],
    drafts: Iterable[Draft] = (),
    named: Collection[str] = (),
) -> tuple[tuple[Unread, ...], Coverage]:
    """List what was not understood with position and reason; the share is of non-blank characters.

    `used` tells for each unit's index what it was taken for, `heard` the words by which its section says that it
    states no functions, `named` the clauses where subjects are introduced. Of a paragraph of several sentences those
    that became no statement (`drafts`) are listed one by one. A heading with nothing beneath it that names no subject
    is no heading.
    """
    unread = list[Unread]()
    lost = 0
    said = _Said(drafts)
    framed = enumerates = False
    lead: Unit | None = None
    for index, u in enumerate(units):
        kind = used.get(index, "prose")
        frame = parts[u.part].act and kind == "prose"
        if frame and u.kind in {"clause", "chapter"} and not (framed and "." in u.number):
            framed = bool(FRAME.match(u.text))
            enumerates = u.text.rstrip().endswith(":")
        approves = framed and (u.kind == "clause" or (enumerates and u.kind != "plain"))
        if frame and (approves or not u.number or not _charges(u)):
            continue  # head, preamble, signature, points that only approve or repeal are the act's metadata
        if kind == "prose" and u.kind in {"bullet", "item", "point"} and references(u.text):
            continue  # an act the act rests on
        lead = _lead_of(u, lead)
        raw = text[u.start : u.end].strip()
        if not raw or (unread and unread[-1].position == u.start):
            continue
        if kind == "statement":
            missing = [s for s in sentences(u.text) if not said.holds(s, u)]
        elif kind == "prose" or (kind == "heading" and _empty(index, units) and u.address not in named):
            missing = [u.raw]
        else:
            missing = []
        for piece in missing:
            if kind == "statement" and (len(piece) < 12 or DETAIL.match(piece)):
                continue
            at = max(text.find(piece[:24], u.start, u.end), u.start)
            opened = lead.text if lead is not None and lead is not u and piece is u.raw else ""
            why = reason(piece if piece is not u.raw else u.text, heard(u), opened, u.kind == "row")
            if why == REASON_NOBODY and parts[u.part].label == LABEL:
                why = REASONS["amended"]
            unread.append(Unread(text=piece, position=at, reason=why))
            lost += sum(not c.isspace() for c in (raw if piece is u.raw else piece))
        if lead is not u and u.kind == "plain" and u.text.rstrip().endswith("."):
            lead = None  # the last item of a list without marks
    characters = sum(not c.isspace() for c in text)
    share = round(1 - lost / characters, 4) if characters else 0.0
    return tuple(unread), Coverage(characters=characters, understood_share=max(share, 0.0))


def _lead_of(u: Unit, lead: Unit | None) -> Unit | None:
    """The paragraph that opened the list the unit stands in (itself, when it opens one); None outside lists."""
    if u.text.rstrip().endswith(":"):
        return u
    if lead is None or u.part != lead.part or u.kind in {"chapter", "appendix", "row"} or u.heading:
        return None
    within = u.number == lead.number or u.number.startswith(lead.number + ".")
    return lead if within and (u.kind != "clause" or u.number != lead.number) else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower().replace("ё", "е"))


class _Said:
    """What the statements say, for looking up the sentences of a paragraph."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.all = ""
        self.at: dict[int, list[str]] = {}
        texts = []
        for d in drafts:
            letters = _letters(d.statement)
            texts.append(letters)
            self.at.setdefault(d.start, []).append(letters)
        self.all = "\n".join(dict.fromkeys(texts))

    def holds(self, sentence: str, u: Unit) -> bool:
        """Whether the sentence is in a statement, or a statement of its paragraph is in the sentence."""
        letters = _letters(sentence)
        return not letters or letters in self.all or any(s in letters for s in self.at.get(u.start, ()) if s)


def _charges(u: Unit) -> bool:
    """Whether an unused unit of the act itself may charge somebody: a point, or a paragraph with a verb."""
    if u.kind in {"clause", "item", "bullet", "point"}:
        return not LISTED_PERSON.match(u.text)
    return bool(not LISTED_PERSON.search(u.text) and len(u.text) > 30 and (finite(u.text) or infinitive_in(u.text)))


def _empty(index: int, units: list[Unit]) -> bool:
    """Whether a numbered sub-clause taken for a heading has nothing beneath it."""
    u = units[index]
    if u.kind != "clause" or "." not in u.number or len(u.text.split()) < 3:
        return False
    following = units[index + 1] if index + 1 < len(units) else None
    if following is None or following.part != u.part or following.kind in {"chapter", "appendix"}:
        return True
    return following.kind == "clause" and not following.number.startswith(u.number + ".")
