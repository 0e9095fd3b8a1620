"""What a load has read, file by file, with totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from api.context import Context

if TYPE_CHECKING:
    from loaders.load import FileReport
    from loaders.review.applied import Applied


def _share(files: Sequence[FileReport]) -> str:
    """The part of the characters of these orders that was understood; of files of facts nothing can be said."""
    told = [(f.understood_share, f.characters) for f in files if f.understood_share is not None]
    characters = sum(n for _, n in told)
    return f"{sum(share * n for share, n in told) / characters:.0%}" if characters else "–"


def summary(context: Context, files: Sequence[FileReport]) -> Table:
    """A row for each file and, of several, their sum."""
    _ = context._
    counted = {
        "Subject": _("Subjects"),
        "Assignment": _("Assignments"),
        "Agreement": _("Agreements"),
        "Activity": _("Activities"),
        "Indicator": _("Indicators"),
        "Interaction": _("Interactions"),
        "Route": _("Routes"),
    }
    table = Table(show_footer=len(files) > 1)
    table.add_column(_("File"), _("Total: {number}", number=len(files)), overflow="fold")

    def column(title: str, values: Sequence[int]) -> list[str]:
        table.add_column(title, str(sum(values)), justify="right", overflow="fold")
        return [str(v) for v in values]

    cells = []
    for kind, title in counted.items():
        cells.append(column(title, [f.counts.get(kind, 0) for f in files]))
        if kind == "Assignment":
            cells.append(column(_("Unmapped"), [f.unmapped for f in files]))
    cells.append(column(_("Not understood"), [f.unread for f in files]))
    table.add_column(_("Understood"), _share(files), justify="right")
    for number, f in enumerate(files):
        table.add_row(escape(Path(f.path).name), *(column[number] for column in cells), _share([f]))
    return table


_NAMED = 10  # decisions named one by one; more are counted


def reviewed(context: Context, applied: Applied) -> Iterator[str]:
    """What became of earlier decisions of people about the acts that were loaded; nothing when there are none."""
    _ = context._
    if applied.kept:
        yield _("Reviewed before and standing: {count}", count=applied.kept)
    if applied.restored:
        yield _("No longer read, and kept since a person confirmed them: {count}", count=len(applied.restored))
    if applied.stale:
        yield _("To review again, for the clause has changed: {count}", count=len(applied.stale))
    for n, decision in enumerate(applied.lost):
        if n == _NAMED:
            yield _("… and {count} more", count=len(applied.lost) - n)
            return
        yield _(
            "Decided and not found any more: {kind} {id}, clause {clause}, {who}",
            kind=decision.target_class,
            id=decision.target,
            clause=decision.address or "–",
            who=decision.decided_by,
        )
