"""What a what-if changes as rows of a table: the worst first, each with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ontology.i18n import Lang, translator
from queries.breaks import Break, explained
from queries.shown import word
from queries.whatif import Difference
from viz.overlays.model import Row, Tone
from viz.styles import LEVELS
from viz.text import capital, clean

Line = Mapping[str, Any]


def rows(found: Difference, lang: Lang, *, taken_over: bool) -> Iterator[Row]:
    """Every change, group by group; findings are counted by kind, before and after. A step whose neighbour is gone
    breaks no longer on the way from it: that is told only of what is `taken_over`."""
    _ = translator(lang)
    yield from _uncovered(found, lang)
    yield from _held(found, lang)
    yield from _cut(found, lang)
    yield from _steps(found, lang, "broken", _("Steps of routes broken"), "bad", "✕")
    if taken_over:
        yield from _steps(found, lang, "mended", _("Steps of routes mended"), "good", "✓")
    yield from _deals(found, lang)
    yield from _plans(found, lang)
    yield from _findings(found, lang)


def _row(line: Line, subjects: list[Line | None], text: str, tone: Tone, sign: str, group: str) -> Row:
    return Row(
        subjects=tuple((one["id"], one["name"]) for one in subjects if one),
        text=text,
        clause=line.get("clause"),
        act=line.get("order"),
        tone=tone,
        group=group,
        sign=sign,
        clause_id=line.get("clause_id"),
        quote=line.get("quote"),
    )


def _called(function: Line | None, lang: Lang) -> str:
    none = translator(lang)("a statement that fits no function of the catalogue")
    return f"{function['code']} {clean(function['label'])}" if function else none


def _uncovered(found: Difference, lang: Lang) -> Iterator[Row]:
    _ = translator(lang)
    turns: dict[str, tuple[str, Tone, str]] = {
        "uncovered": (_("Functions left with nobody"), "bad", "✕"),
        "covered": (_("Functions that get a holder"), "good", "✓"),
    }
    for turn, (group, tone, sign) in turns.items():
        for cell in found.functions:
            if cell["turn"] != turn:
                continue
            text = f"{_called(cell['function'], lang)} ({_(LEVELS[cell['level']])})"
            holders = cell["held_by"] or [{}]
            for held in holders:
                yield _row(held, [held.get("subject")], text, tone, sign, group)


def _held(found: Difference, lang: Lang) -> Iterator[Row]:
    _ = translator(lang)
    for lost in (True, False):
        group = _("Assignments lost") if lost else _("Assignments that go to another subject")
        for line in found.responsibility:
            if (line["to"] is None) is lost:
                text = f"{_called(line['function'], lang)}: {word(line['role'], lang)}"
                tone: Tone = "bad" if lost else "good"
                yield _row(line, [line["from"], line["to"]], text, tone, "✕" if lost else "→", group)


def _cut(found: Difference, lang: Lang) -> Iterator[Row]:
    group = translator(lang)("Interactions cut")
    for line in found.interactions:
        if line["turn"] == "cut":
            what = clean(line["what"])
            text = f"{word(line['kind'], lang)}: {what}" if what else word(line["kind"], lang)
            yield _row(line, [line["from"], line["to"]], text, "bad", "✕", group)


def _steps(found: Difference, lang: Lang, turn: str, group: str, tone: Tone, sign: str) -> Iterator[Row]:
    _ = translator(lang)
    for line in found.routes:
        if line["turn"] != turn:
            continue
        step = _("step {numbers}", numbers=line["step"])
        why = explained(
            [code for code in Break if code.value in line["breaks"]],
            lang,
            subject=(line["after"] or {}).get("name"),
            previous=_("the step before"),
            function=(line["function"] or {}).get("code"),
        )
        text = f"{clean(line['route']['name'])}, {step}."
        yield _row(line, [line["before"]], f"{text} {clean(why)}" if turn == "broken" else text, tone, sign, group)


def _deals(found: Difference, lang: Lang) -> Iterator[Row]:
    _ = translator(lang)
    group = _("Agreements without a party")
    for line in found.agreements:
        if line["turn"] == "orphaned":
            left = ", ".join(clean(party["name"]) for party in line["parties"])
            text = clean(line["about"]) or (_("with {names}", names=left) if left else "")
            yield _row(line, line["gone"], text, "warn", "!", group)


def _plans(found: Difference, lang: Lang) -> Iterator[Row]:
    group = translator(lang)("Activities without anybody responsible")
    for line in found.activities:
        if line["turn"] == "without-responsible":
            text = ". ".join(part for part in (clean(line["no"]), clean(line["title"])) if part)
            yield _row(line, line["before"], text, "warn", "!", group)


def _findings(found: Difference, lang: Lang) -> Iterator[Row]:
    """How many findings of each kind appear and disappear."""
    _ = translator(lang)
    turns = {turn: Counter(one["title"] for one in found.findings[turn]) for turn in ("appeared", "disappeared")}
    group = _("Findings before and after")
    for title in dict.fromkeys([*turns["appeared"], *turns["disappeared"]]):
        new, gone = turns["appeared"][title], turns["disappeared"][title]
        text = _("appear: {new}, disappear: {gone}", new=new, gone=gone)
        tone: Tone = "warn" if new > gone else "good"
        yield Row(subjects=(), text=text, tone=tone, sign="!" if new > gone else "✓", group=group, about=capital(title))
