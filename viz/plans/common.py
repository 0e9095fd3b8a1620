"""What the pages of plans share: states with their signs, counts to filter by, words to look for, pages of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ontology.i18n import Lang, translator
from ontology.russian import is_content, lemma, stem, words
from queries.lexicon import readings, terms
from viz.address import Address
from viz.embed import to_json
from viz.filters import page_of
from viz.formats import cite, order_name
from viz.styles import StateStyle
from viz.text import clean

Line = Mapping[str, Any]
ALL: Final = "all"
"""The page that holds the whole list."""
_ROOT = 4  # letters; a shorter root is part of too many words


@dataclass(frozen=True, slots=True)
class Chip:
    """A state, how many stand so, and the code of the filter."""

    code: str
    standing: StateStyle
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of a list: page `number` of `last`; `number` is 0 when the whole list is shown."""

    lines: Sequence[Line]
    number: int
    last: int


def chips(standings: Mapping[str, StateStyle], states: Iterable[str]) -> list[Chip]:
    """How many stand in each state, in the order of `standings`; a state nobody is in is left out."""
    counts = dict.fromkeys(standings, 0)
    for state in states:
        counts[state] += 1
    return [Chip(code, standings[code], count) for code, count in counts.items() if count]


def part_of(lines: Sequence[Line], page: str | None, size: int) -> Part:
    """The lines of a page (from 1; the last one when there are fewer). Raises BadParameter when it is no number."""
    if page == ALL:
        return Part(lines, 0, page_of(None, len(lines), size)[1])
    number, last = page_of(page, len(lines), size)
    return Part(lines[(number - 1) * size : number * size], number, last)


def downloads(at: Address, lang: Lang) -> list[tuple[str, str]]:
    """What the list can be taken away as, with the address of each file: the same filters, all pages."""
    _ = translator(lang)
    to = replace(at, path=f"{at.path}/export")
    forms = {"xlsx": "XLSX", "csv": "CSV", "json": "JSON", "ics": _("calendar of the days (.ics)")}
    return [(label, to.here(format=form, page=None)) for form, label in forms.items()]


def ground(line: Line, lang: Lang) -> str:
    """The clause and the order a line rests on: «п. 3.1.1, приказ № 12 от 20.07.2021»."""
    order = line["order"]
    named = order_name(order["number"], order["date"], lang)
    return f"{cite(line['clause'], lang)}, {translator(lang)('order')} {named}"


def tell_texts(lang: Lang) -> str:
    """What the script says that sends what a person tells, as JSON."""
    _ = translator(lang)
    return to_json(
        {
            "key": _("First give your key, above the table."),
            "sending": _("Is being written down …"),
            "told": _("Written down."),
            "undone": _("Taken back: it stands again as the program read it."),
        }
    )


class Sought:
    """Words that are looked for: any form of a word, or its beginning; also any run of signs as it stands («1.4»)."""

    def __init__(self, text: str | None) -> None:
        self.text = clean(text)
        self._readings = readings(self.text) if self.text else ()

    def fits(self, *texts: str | None) -> bool:
        """Whether every word is found in the texts; all texts fit when nothing is looked for."""
        if not self.text:
            return True
        whole = " ".join(clean(text) for text in texts if text)
        if self.text.casefold() in whole.casefold():
            return True
        there = frozenset(terms(whole)) | {word for word in words(whole) if is_content(word)}
        return any(all(_is_there(forms, there) for forms in reading) for reading in self._readings)


def _is_there(forms: Sequence[str], there: frozenset[str]) -> bool:
    if any(form in there for form in forms):
        return True
    root = stem(lemma(forms[0]))
    return len(root) >= _ROOT and any(term.startswith(root) for term in there)
