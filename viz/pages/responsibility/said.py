"""The answer who is responsible, as sentences: those who answer for it, who else takes part, who stands above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ontology.entities.vocabulary import OrderKind
from ontology.i18n import Lang, gettext, translator
from ontology.models import Order
from ontology.russian import parses, words
from queries.answer import answer
from queries.store import GraphStore
from viz import styles
from viz.address import Address
from viz.model import Choice
from viz.text import clean

Line = Mapping[str, Any]
_FIRST = ("responsible", "accountable")

# Role → what is said of one subject, and of one whose name is a plural.
SAID: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "responsible": (
            gettext("{subject} is responsible for the function “{function}” – {clause}"),
            gettext("{subject} are responsible for the function “{function}” – {clause}"),
        ),
        "accountable": (
            gettext("{subject} approves and controls the function “{function}” – {clause}"),
            gettext("{subject} approve and control the function “{function}” – {clause}"),
        ),
        "consulted": (
            gettext("{subject} is consulted on the function “{function}” – {clause}"),
            gettext("{subject} are consulted on the function “{function}” – {clause}"),
        ),
        "contributes": (
            gettext("{subject} takes part in the function “{function}” – {clause}"),
            gettext("{subject} take part in the function “{function}” – {clause}"),
        ),
        "informed": (
            gettext("{subject} is informed of the function “{function}” – {clause}"),
            gettext("{subject} are informed of the function “{function}” – {clause}"),
        ),
    }
)
KINDS: Mapping[OrderKind, str] = MappingProxyType(
    {
        OrderKind.PRIKAZ: gettext("of the order (prikaz)"),
        OrderKind.RASPORYAZHENIE: gettext("of the directive (rasporyazhenie)"),
        OrderKind.POSTANOVLENIE: gettext("of the resolution (postanovlenie)"),
        OrderKind.LOCAL_ACT: gettext("of the local act"),
    }
)
ABOVE: Mapping[str, str] = MappingProxyType(
    {
        "part-of": gettext("is its parent body:"),
        "fills": gettext("is the generic subject it fills:"),
        "controlled-by": gettext("controls:"),
        "reports-to": gettext("receives reports of:"),
    }
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text`: a message with the places {subject}, {function}, {clause}; `kind`: what the act is, in the genitive."""

    text: str
    row: Line
    kind: str
    sure: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


def parts_of(store: GraphStore, rows: Sequence[Line], lang: Lang) -> list[Part]:
    """Who answers for the function in the territory itself and above it, then who else takes part, then below."""
    _ = translator(lang)
    groups: dict[str, list[Sentence]] = {}
    kinds = {id: _kind(store, id, lang) for id in {row["order"]["id"] for row in rows}}
    for first in (True, False):
        for row in rows:
            if (row["role"] in _FIRST) is not first:
                continue
            name, where = Markup("<bdi>{}</bdi>").format(clean(row["territory"]["name"])), row["territory"]["relation"]
            heading = {
                ("own", True): _("Who answers: {name}"),
                ("above", True): _("Who answers above: {name}"),
                ("below", True): _("Who answers within it: {name}"),
            }.get((where, first), _("Who else takes part"))
            heading = Markup(heading).format(name=name)
            sentence = Sentence(_said(row, lang), row, kinds[row["order"]["id"]], sureness(row, lang))
            groups.setdefault(heading, []).append(sentence)
    return [Part(heading, tuple(found)) for heading, found in groups.items()]


def chain_of(store: GraphStore, function: str, territory: str, as_of: date | None, lang: Lang) -> list[Line]:
    """The links upward from those who hold the function, nearest first; those who hold it are left out."""
    words_ = {"function": function, "territory": territory}
    body = answer(store, "chain_upward", words_, lang=lang, as_of=as_of).model_dump(mode="json")
    return [row for row in body["rows"] if row["hop"]]


def next_steps(reason: str, function: Line, at: Address) -> list[Choice]:
    """What to do when nobody holds a function."""
    _ = translator(at.lang)
    steps = [
        Choice(at.url("/findings", kind="uncovered-function"), _("Functions that nobody holds, among the findings"))
    ]
    if reason in ("no-order", "not-in-force"):
        steps.insert(0, Choice(at.url("/orders"), _("Acts of the territory: which are loaded and in force")))
    if reason == "other-level":
        steps.insert(0, Choice(at.url("/coverage"), _("At which levels the functions are held")))
    if reason in ("generic-only", "vacant"):
        steps.insert(
            0, Choice(at.url("/coverage", by="municipality"), _("In which municipalities the functions are held"))
        )
    if reason == "never-assigned":
        across = at.url("/responsibility", territory="ru", question="coverage_across", function=function["code"])
        steps.append(Choice(across, _("How many other territories have this function held")))
    if reason == "agreement-missing":
        steps.insert(0, Choice(at.url("/agreements"), _("Agreements that are required and not concluded")))
    return steps


def sureness(row: Line, lang: Lang) -> str:
    """How the fact was read and how sure the reading is, in words."""
    _ = translator(lang)
    if row["status"] != "extracted":
        return _(styles.READINGS.get(row["status"], row["status"]))
    sure = row["confidence"]
    word = (
        _("high sureness") if sure >= 0.9 else _("fair sureness") if sure >= 0.7 else _("low sureness, check the act")
    )
    return _("read by the program: {word} ({share} %)", word=word, share=round(sure * 100))


def _said(row: Line, lang: Lang) -> str:
    one, many = SAID.get(row["role"], SAID["contributes"])
    return translator(lang)(many if is_plural(row["subject"]["name"]) else one)


def is_plural(name: str) -> bool:
    """Whether a Russian name calls several: its first noun is a plural («Методические объединения»)."""
    for word in words(name)[:4]:
        nouns = [p.tag for p in parses(word)[:6] if "NOUN" in p.tag]
        if nouns and not word.isupper():
            return not any({"sing", "nomn"} in tag for tag in nouns) and any({"plur", "nomn"} in tag for tag in nouns)
    return False


def _kind(store: GraphStore, order: str, lang: Lang) -> str:
    known = store.get(Order, order)
    return translator(lang)(KINDS[known.kind if known else OrderKind.PRIKAZ])
