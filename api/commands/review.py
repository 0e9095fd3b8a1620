"""`review`: what was read of an act, to confirm, correct or reject; as a table, or as a workbook to fill in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.markup import escape
from rich.table import Table
from typer.core import TyperCommand

from api.context import Context
from api.files import write_whole
from api.formats import to_csv
from ontology.errors import BadParameter, UnreadableFile

if TYPE_CHECKING:
    from loaders.review.reviewing import Reviewed
    from loaders.review.rows import Row
    from loaders.review.values import Values
    from loaders.review.verdicts import Wish
    from queries.store import GraphStore

# Readers and SHACL are imported by what needs them: `opora --help` should not wait for them.

_MANY = ("--confirm", "--reject", "--split", "--reopen", "--set")


class ReviewCommand(TyperCommand):
    """Takes several ids after one option, and `--confirm` alone for the whole act."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`--confirm A B` is `--confirm A --confirm B`; `--set A role=x level=y` are two of one fact."""
        return super().parse_args(ctx, _spread(args))


def _spread(args: Sequence[str]) -> list[str]:
    spread: list[str] = []
    n = 0
    while n < len(args):
        word = args[n]
        n += 1
        if word not in _MANY:
            spread.append(word)
            continue
        given: list[str] = []
        while n < len(args) and not args[n].startswith("-"):
            given.append(args[n])
            n += 1
        if word == "--set":
            target, fields = (given[0], given[1:]) if given else ("", [])
            spread += [part for field in fields or [""] for part in ("--set", f"{target} {field}")]
        else:
            spread += [part for id in given or (["all"] if word == "--confirm" else [""]) for part in (word, id)]
    return spread


Ids = list[str] | None


def review(
    ctx: typer.Context,
    act: Annotated[str, typer.Argument(help="Акт: номер, номер и день, id", metavar="АКТ")],
    only: Annotated[
        Literal["all", "low", "changed", "unmapped"],
        typer.Option("--only", help="all | low: сомнительное | changed: пункт изменился | unmapped: без функции"),
    ] = "all",
    format: Annotated[
        Literal["table", "json", "csv", "xlsx"], typer.Option("--format", help="table | json | csv | xlsx")
    ] = "table",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи")] = None,
    confirm: Annotated[Ids, typer.Option("--confirm", help="Верно: all или id...", metavar="all|ID...")] = None,
    reject: Annotated[Ids, typer.Option("--reject", help="Такого в акте нет", metavar="ID...")] = None,
    correct: Annotated[Ids, typer.Option("--set", help="Исправить: id поле=значение...", metavar="ID ПОЛЕ=...")] = None,
    split: Annotated[Ids, typer.Option("--split", help="Разделить: id варианта наименования", metavar="ID...")] = None,
    reopen: Annotated[Ids, typer.Option("--reopen", help="Снять прежнее решение", metavar="ID...")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="Заполненная таблица .xlsx")] = None,
    who: Annotated[str | None, typer.Option("--who", help="Кто решает")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Примечание к решению")] = None,
) -> None:
    """Show what was read, or decide about it: all the decisions of one call are carried out, or none."""
    context: Context = ctx.obj
    asked = _wishes(confirm, reject, correct, split, reopen, note)
    with context.store() as store:
        if asked is None and source is None:
            _show(context, store, act, only, format, output)
            return
        if asked is not None and source is not None:
            raise BadParameter("verdicts come from the file or from the command, not from both", where="--from")
        if not who:
            raise BadParameter("it is not said who decides", where="--who", mend="Give a name or a post.")
        whole = bool(confirm and "all" in confirm)
        _say(context, _decide(store, context, act, asked or [], source, who, whole=whole, note=note))


def _wishes(confirm: Ids, reject: Ids, correct: Ids, split: Ids, reopen: Ids, note: str | None) -> list[Wish] | None:
    """The wishes of the options; None when there is no such option at all."""
    from loaders.review.verdicts import Wish
    from ontology.entities.vocabulary import Verdict

    given = (
        (Verdict.CONFIRMED, confirm, "--confirm"),
        (Verdict.REJECTED, reject, "--reject"),
        (Verdict.SPLIT, split, "--split"),
        (Verdict.REOPENED, reopen, "--reopen"),
    )
    if not correct and not any(ids for _, ids, _ in given):
        return None
    found = []
    for verdict, ids, option in given:
        for id in ids or ():
            if id != "all" or verdict is not Verdict.CONFIRMED:
                found.append(Wish(_one(id, option), verdict, note=note, where=f"{option} {id}"))
    changes: dict[str, dict[str, str]] = {}
    for text in correct or ():
        target, _, change = text.partition(" ")
        name, sign, value = change.partition("=")
        if not sign or not name.strip():
            raise BadParameter("a correction is written ID field=value", where=f"--set {text}".strip())
        changes.setdefault(_one(target, "--set"), {})[name.strip()] = value
    found += [Wish(id, Verdict.CORRECTED, fields, note, f"--set {id}") for id, fields in changes.items()]
    return found


def _one(id: str, option: str) -> str:
    if not id:
        raise BadParameter("no id is given", where=option, mend="Take ids from the table.")
    return id


def _decide(
    store: GraphStore, context: Context, act: str, asked: list[Wish], source: Path | None, who: str, *,
    whole: bool, note: str | None,
) -> Reviewed:  # fmt: skip
    from loaders.review.filled import wishes
    from loaders.review.reviewing import review as carry_out
    from loaders.review.sources import Act
    from loaders.review.verdicts import everything

    def told(found: Act, values: Values) -> Sequence[Wish]:
        if source is not None:
            try:
                return wishes(source.read_bytes(), found, values, str(source))
            except OSError as error:
                raise UnreadableFile(
                    "the file cannot be read ({reason})", where=str(source), reason=error.strerror
                ) from error
        named = {w.target for w in asked}
        rest = [w for w in everything(found) if not any(w.target.endswith(n) for n in named)] if whole else []
        return [*asked, *rest]

    return carry_out(store, act, told, who, publish=whole, lang=context.lang)


def _say(context: Context, done: Reviewed) -> None:
    _ = context._
    context.say(
        _(
            "Decisions: {decisions}; facts changed: {changed}, taken out: {removed}",
            decisions=len(done.decisions),
            changed=done.changed,
            removed=done.removed,
        )
    )
    if done.published:
        context.say(_("The draft is in the graph now and takes part in answers"))
    elif done.draft:
        context.say(_("The act is still a draft: opora review {id} --confirm puts it into answers", id=done.order.id))


def _show(context: Context, store: GraphStore, words: str, only: str, format: str, output: Path | None) -> None:
    from loaders.review.rows import ONLY, rows
    from loaders.review.sources import find, functions_of
    from loaders.review.values import Values
    from loaders.review.workbook import workbook

    act = find(store, words)
    values = Values(act, functions_of(store), context.lang)
    wanted = next(o for o in ONLY if o == only)
    found = rows(act, values, wanted)
    if format == "xlsx":
        if output is None:
            raise BadParameter("a spreadsheet needs a file", mend="Add -o FILE.xlsx.")
        write_whole(output, workbook(act, found, values))
        return
    if format == "table" and output is None:
        _tables(context, found, values, act.order.id, draft=act.draft is not None)
        return
    listed = [row.as_json() for row in found]
    text = to_csv(listed) if format == "csv" else json.dumps(listed, ensure_ascii=False, indent=2)
    if output:
        write_whole(output, text)
    else:
        context.put(text)


def _tables(context: Context, rows: Sequence[Row], values: Values, order: str, *, draft: bool) -> None:
    from loaders.review.columns import field_heading, field_text
    from loaders.review.fields import CLASS_OF
    from ontology.labels import class_label

    _ = context._
    if draft:
        context.say(_("This act is a draft: it is in no answer yet"))
    for kind in dict.fromkeys(row.kind for row in rows):
        own = [row for row in rows if row.kind == kind]
        grid = Table(title=f"{class_label(CLASS_OF[kind], context.lang)}: {len(own)}", title_justify="left")
        for name in (_("Id"), _("Clause"), _("The act's words"), _("Read as"), _("Reasons and doubts"), _("State")):
            grid.add_column(name, overflow="fold")
        for row in own:
            read = "\n".join(  # the field's own name in brackets is what --set takes
                f"{field_heading(kind, name, context.lang)} [{name}]: {field_text(value, kind, name, values)}"
                for name, value in row.fields.items()
                if value
            )
            sure = f" {row.confidence:.2f}" if row.confidence is not None else ""
            cells = (row.id.removeprefix(f"{order}."), row.clause, row.text, read, row.why, _(row.status) + sure)
            grid.add_row(*(escape(c) for c in cells))
        context.out.print(grid)
    context.say(_("Facts: {count}", count=len(rows)))
