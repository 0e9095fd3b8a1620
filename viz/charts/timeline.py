"""Activities along the time: a sign on the last day of each, a band for what recurs or goes on, lanes with headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, translator
from queries.shown import word
from viz.charts.svg import drawn
from viz.formats import day as shown_day
from viz.plans.activities import STANDINGS, Group, who
from viz.plans.common import Line, ground
from viz.text import clean, shorten

_WIDTH, _LABELS, _ROW = 760, 430, 24
_LABEL, _HEADING = 56, 130  # letters before the chart, and across it; Vega would measure each word, for seconds
_LONGEST = 300
_COLOURS = {
    "overdue": "#9b1c2b", "due": "#1f4e79", "periodic": "#4a5866", "undated": "#4a5866", "done": "#14623a",
    "cancelled": "#4a5866",
}  # fmt: skip
_BAND, _LANE, _INK = "#b9cfe3", "#eef1f4", "#1b2733"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The chart, what its marks say → ids of the activities, and its first and last day; `svg` is empty when nothing of
    the list has a day or a period."""

    svg: Markup
    rows: Mapping[str, str]
    since: date
    until: date


def timeline(groups: Sequence[Group], day: date, lang: Lang) -> Timeline:
    """The activities of the groups on their days. What has neither day nor period is left out: no act says where it
    would stand. A band begins on the day of its act, and ends on its last day, or with the chart when it has none."""
    _ = translator(lang)
    lanes = [(group, [line for _event, own in group.events for line in own if _placed(line)]) for group in groups]
    lines = [line for _group, own in lanes for line in own]
    since, until = _span(lines, day)
    marks = list(_marks(lanes, since, until, lang))
    if not lines:
        return Timeline(Markup(""), {}, since, until)
    title = _("Activities by their last day, from {since} to {until}; activities: {count}",
              since=shown_day(since, lang), until=shown_day(until, lang), count=len(lines))  # fmt: skip
    said = {mark["says"]: mark["id"] for mark in marks if mark["id"]}
    svg = drawn(_spec(marks, since, until, day, _("on the day {day}", day=shown_day(day, lang))),
                name="timeline", title=title, lang=lang)  # fmt: skip
    return Timeline(svg, said, since, until)


def _placed(line: Line) -> bool:
    return bool(line["due"]) or line["state"] == "periodic"


def _span(lines: Sequence[Line], day: date) -> tuple[date, date]:
    """First and last day of the chart: all last days, the acts with bands, and the day of the answer."""
    days = [date.fromisoformat(line["due"]) for line in lines if line["due"]]
    days += [date.fromisoformat(text) for line in lines if _band(line) and (text := line["order"]["date"])]
    first, last = min([day, *days]), max([day, *days])
    spare = timedelta(days=max(15, (last - first).days // 30))
    return (
        first - spare if first - date.min > spare else date.min,
        last + spare if date.max - last > spare else date.max,
    )


def _band(line: Line) -> bool:
    return line["periodicity"] not in (None, "once")


def _marks(lanes: Sequence[tuple[Group, list[Line]]], since: date, until: date, lang: Lang) -> Iterator[dict[str, Any]]:
    """One for each row of the chart: headings of lanes, activities."""
    number = 0
    for group, own in lanes:
        if not own:
            continue
        yield {"row": number, "heading": shorten(group.heading, _HEADING), "id": "", "says": ""}
        number += 1
        for line in own:
            due = date.fromisoformat(line["due"]) if line["due"] else None
            begun = max(since, date.fromisoformat(line["order"]["date"] or since.isoformat()))
            standing = STANDINGS[line["state"]]
            title = ". ".join(filter(None, (clean(line["no"]).rstrip("."), clean(line["title"]))))
            yield {
                "row": number,
                "label": shorten(title, _LABEL),
                "id": line["activity"],
                "says": _says(line, title, lang),
                "from": _moment(begun) if _band(line) and (due is None or begun < due) else None,
                "to": _moment(due or until),
                "at": _moment(due) if due else None,
                "sign": standing.sign,
                "colour": _COLOURS[line["state"]],
                "day": shown_day(due, lang) if due else f"{standing.sign} {word(line['periodicity'], lang)}",
            }
            number += 1


def _says(line: Line, title: str, lang: Lang) -> str:
    """What a mark says to those who do not see it, and under the pointer."""
    _ = translator(lang)
    term = shown_day(line["due"], lang) if line["due"] else clean(line["term_text"])
    state = _(STANDINGS[line["state"]].label)
    parts = (
        shorten(title, _LONGEST),
        f"{_('Term')}: {term}" if term else "",
        state,
        who(line, lang),
        ground(line, lang),
    )
    return ". ".join(part for part in parts if part)


def _moment(value: date) -> int:
    """Milliseconds, as Vega counts time."""
    return int(
        (datetime(value.year, value.month, value.day, tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC))
        / timedelta(milliseconds=1)
    )


def _ticks(since: date, until: date) -> list[int]:
    """First days of years, quarters or months, whichever are not too many."""
    months = (until.year - since.year) * 12 + until.month - since.month
    step = next((step for step in (1, 3, 6, 12, 24, 60) if months // step <= 9), 120)
    found, year, month = [], since.year, 1
    while (year, month) <= (until.year, until.month):
        if (first := date(year, month, 1)) >= since:
            found.append(_moment(first))
        year, month = (year + (month + step - 1) // 12, (month + step - 1) % 12 + 1)
        if year > date.max.year:
            break
    return found


def _spec(marks: Sequence[Mapping[str, Any]], since: date, until: date, day: date, today: str) -> dict[str, Any]:
    rows = {"field": "row", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.15, "paddingOuter": 0}}
    time = {
        "type": "temporal",
        "scale": {"type": "utc", "domain": [_moment(since), _moment(until)], "nice": False},
        "axis": {
            "orient": "top", "title": None, "values": _ticks(since, until),
            "labelExpr": "utcFormat(datum.value, '%m.%Y')", "grid": True,
        },
    }  # fmt: skip
    says = {"field": "says", "type": "nominal"}
    heads, own = {"filter": "isValid(datum.heading)"}, {"filter": "isValid(datum.label)"}
    left = {"value": -_LABELS}
    silent = {"aria": False}
    return {
        "width": _WIDTH,
        "height": {"step": _ROW},
        "data": {"values": list(marks)},
        "encoding": {"y": rows},
        "layer": [
            {"transform": [heads], "mark": {"type": "bar", "color": _LANE, "height": _ROW - 2, **silent},
             "encoding": {"x": left, "x2": {"value": _WIDTH + 110}}},
            {"transform": [own, {"filter": "isValid(datum.from)"}],
             "mark": {"type": "bar", "color": _BAND, "height": 10, "cornerRadius": 3, "clip": True},
             "encoding": {"x": {"field": "from", **time}, "x2": {"field": "to"}, "description": says}},
            {"data": {"values": [{"at": _moment(day), "text": today}]},
             "mark": {"type": "rule", "color": _INK, "strokeDash": [4, 3], **silent},
             "encoding": {"x": {"field": "at", **time}, "y": {"value": 0}, "y2": {"value": {"expr": "height"}}}},
            {"data": {"values": [{"at": _moment(day), "text": today}]},
             "mark": {"type": "text", "align": "right", "baseline": "top", "dx": -5, "dy": 4, "fontSize": 12, **silent},
             "encoding": {"x": {"field": "at", **time}, "y": {"value": {"expr": "height"}}, "text": {"field": "text"}}},
            {"transform": [own, {"filter": "isValid(datum.at)"}],
             "mark": {"type": "text", "fontSize": 16, "fontWeight": "bold"},
             "encoding": {"x": {"field": "at", **time}, "text": {"field": "sign"},
                          "color": {"field": "colour", "type": "nominal", "scale": None}, "description": says}},
            {"transform": [own], "mark": {"type": "text", "align": "left", "fontSize": 12, **silent},
             "encoding": {"x": {"value": _WIDTH + 8}, "text": {"field": "day"},
                          "color": {"field": "colour", "type": "nominal", "scale": None}}},
            {"transform": [own], "mark": {"type": "text", "align": "left", "dx": 8, **silent},
             "encoding": {"x": left, "text": {"field": "label"}}},
            {"transform": [heads], "mark": {"type": "text", "align": "left", "fontWeight": "bold", "dx": 4, **silent},
             "encoding": {"x": left, "text": {"field": "heading"}}},
        ],
    }  # fmt: skip
