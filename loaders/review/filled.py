"""A filled workbook → wishes. Strict: what cannot be right is one line with its sheet and cell, and nothing is done."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from loaders.review.columns import WAS, Column, cell, columns, plain, sheet_name, stamp
from loaders.review.fields import CLASS_OF, EDITABLE
from loaders.review.rows import Row, rows
from loaders.review.sources import Act
from loaders.review.values import Values
from loaders.review.verdicts import Wish
from loaders.review.workbook import FORMAT
from loaders.sources.ooxml import Package
from ontology.entities.vocabulary import Verdict
from ontology.errors import BadParameter, BrokenTable, UnreadableFile
from ontology.i18n import LANGS, Lang, gettext, translator
from ontology.labels import words_by_label

MOST_BYTES = 20_000_000
_AGAIN = gettext("Make the workbook anew and carry your verdicts over.")


def wishes(raw: bytes, act: Act, values: Values, where: str) -> list[Wish]:
    """What a filled workbook asks for. UnreadableFile, BrokenTable; the act and its facts must be those of `act`."""
    sheets = _sheets(raw, where)
    lang = _cover(sheets, act, where)
    told = Values(act, values.functions, lang)  # cells are compared in the language the workbook was made in
    table = {(row.kind, row.id): row for row in rows(act, told)}
    found: list[Wish] = []
    seen: dict[str, str] = {}
    for kind in EDITABLE:
        name = sheet_name(kind.__name__, lang)
        if name not in sheets:
            continue
        shown = columns(kind.__name__, lang)
        lines = sheets[name]
        for place, column in enumerate(shown):
            if _text(_at(lines, 0, place)) != column.heading:
                raise _broken(
                    gettext("the column must be «{heading}»"),
                    where,
                    name,
                    0,
                    place,
                    mend=_AGAIN,
                    heading=column.heading,
                )
        for n in range(1, len(lines)):
            if not any(_text(v) for v in lines[n]):
                continue
            wish = _wish(lines, n, kind.__name__, shown, table, told, where, name)
            id = _text(_at(lines, n, 0))
            if id in seen:
                raise _broken(gettext("the row stands twice, see {other}"), where, name, n, 0, other=seen[id])
            seen[id] = _address(name, n, 0)
            if wish is not None:
                found.append(wish)
    return found


def _sheets(raw: bytes, where: str) -> dict[str, list[list[Any]]]:
    if len(raw) > MOST_BYTES:
        raise UnreadableFile("the file is too large ({size} MB)", where=where, size=len(raw) // 1_000_000)
    package = Package(raw, where)
    for part in sorted(package.names):
        package.read(part)  # what unpacks into too much is refused before it is read as a whole
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableFile("the file is no workbook", where=where, mend="Give an .xlsx.") from error


def _cover(sheets: dict[str, list[list[Any]]], act: Act, where: str) -> Lang:
    for lang in LANGS:
        cover = sheets.get(translator(lang)("Act"))
        if cover is not None and _text(_at(cover, 0, 1)) == FORMAT:
            if (other := _text(_at(cover, 1, 1))) != act.order.id:
                raise BrokenTable(
                    "the workbook is of another act ({id})", where=where, mend="Name that act.", id=other[:120]
                )
            return lang
    raise BrokenTable("this is no workbook of a review", where=where, mend="Make one: opora review ACT --format xlsx.")


def _wish(
    lines: Sequence[Sequence[Any]], n: int, kind: str, shown: Sequence[Column], table: dict[tuple[str, str], Row],
    values: Values, where: str, name: str,
) -> Wish | None:  # fmt: skip
    id = _text(_at(lines, n, 0))
    row = table.get((kind, id))
    if row is None:
        raise _broken(gettext("the act has no fact with the id «{id}»"), where, name, n, 0, mend=_AGAIN, id=id[:120])
    written: dict[str, tuple[int, Any]] = {}
    verdict: Verdict | None = None
    note: str | None = None
    held = _text(_at(lines, n, next(p for p, column in enumerate(shown) if column.name == WAS)))
    was = dict(part.partition("=")[::2] for part in held.split())
    for place, column in enumerate(shown):
        value = _at(lines, n, place)
        if column.duty == "fixed" and not _same(value, cell(row, column, values)):
            raise _broken(gettext("the cell must not be changed"), where, name, n, place, mend=_AGAIN)
        if column.name == "verdict" and _text(value):
            word = words_by_label(Verdict).get(_text(value).lower())
            if not isinstance(word, Verdict):
                raise _broken(gettext("«{value}» is no verdict"), where, name, n, place, value=_text(value)[:80])
            verdict = word
        elif column.name == "note":
            note = _text(value) or None
        elif column.name in row.fields and stamp(_text(value)) != was.get(column.name):
            written[column.name] = (place, value)
    places = {column.name: place for place, column in enumerate(shown)}
    changes = _meant(written, row, values, where, name, n)
    if changes and verdict is not Verdict.CORRECTED:
        first = written[next(iter(changes))][0]
        raise _broken(gettext("the cell was changed, and the verdict is not «corrected»"), where, name, n, first,
            mend=gettext("Choose that verdict or give the cell back its value."),
        )  # fmt: skip
    if verdict is None:
        return None
    return Wish(id, verdict, changes, note, _place(where, name, n, places["verdict"]))


def _meant(
    written: dict[str, tuple[int, Any]], row: Row, values: Values, where: str, name: str, n: int
) -> dict[str, Any]:
    """The values of changed cells; a cell that only says the same in other words changes nothing."""
    changes: dict[str, Any] = {}
    kind = CLASS_OF[row.kind]
    for field, (place, value) in written.items():
        try:
            meant = values.parsed(kind, field, value)
        except BadParameter as error:
            raise BrokenTable(
                error.what, where=_place(where, name, n, place), mend=error.mend, rule=error.rule, **error.params
            ) from error
        if meant != getattr(row.entity, field):
            changes[field] = value
    return changes


def _at(lines: Sequence[Sequence[Any]], row: int, column: int) -> Any:
    return lines[row][column] if row < len(lines) and column < len(lines[row]) else None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()


def _same(value: Any, expected: str | float | None) -> bool:
    if isinstance(expected, float):
        try:
            return abs(float(str(value).replace(",", ".")) - expected) < 1e-6
        except ValueError:
            return False
    return plain(_text(value)) == plain(expected or "")


def _address(name: str, row: int, column: int) -> str:
    letters, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{name}!{letters}{row + 1}"


def _place(where: str, name: str, row: int, column: int) -> str:
    return f"{where}, {_address(name, row, column)}"


def _broken(
    what: str, where: str, name: str, row: int, column: int, *, mend: str = "", **params: object
) -> BrokenTable:
    return BrokenTable(what, where=_place(where, name, row, column), mend=mend, rule="", **params)
