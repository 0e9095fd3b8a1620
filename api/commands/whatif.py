"""`whatif`: what a scenario would change; nothing of it stays."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from api.commands.whatif_tables import show
from api.context import Context
from api.files import write_whole
from ontology.errors import BadParameter, UnreadableFile
from queries.whatif import Scenario, read_json, read_yaml
from queries.whatif import whatif as carry_out


def whatif(
    ctx: typer.Context,
    scenario: Annotated[Path | None, typer.Argument(help="Сценарий .yaml или .json", metavar="СЦЕНАРИЙ")] = None,
    format: Annotated[Literal["table", "json"], typer.Option("--format", help="table | json")] = "table",
    as_of: Annotated[str | None, typer.Option("--as-of", help="День ответа, ГГГГ-ММ-ДД; иначе сегодня")] = None,
    rebalance: Annotated[
        str | None,
        typer.Option(help="Без сценария: распределить школы этой территории между методистами заново", metavar="ГДЕ"),
    ] = None,
    norm: Annotated[
        float | None, typer.Option(help="Учителей на ставку для --rebalance; иначе действующий норматив", min=1)
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Файл для записи (json)")] = None,
) -> None:
    """Before and after, the summary first; exit code 0 whatever the scenario breaks."""
    context: Context = ctx.obj
    wanted = _scenario(scenario, rebalance, norm)
    day = _day(as_of) or context.settings.as_of
    with context.store() as store:
        answer = carry_out(store, wanted, as_of=day, lang=context.lang)
    if output is not None and format != "json":
        raise BadParameter("a table is not written to a file", where=str(output), mend="Add --format json.")
    if format == "table":
        show(context, answer)
        return
    text = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False, indent=2)
    if output is not None:
        write_whole(output, text)
    else:
        context.put(text)


def _scenario(path: Path | None, rebalance: str | None, norm: float | None) -> Scenario:
    """The file's scenario, or one step that gives schools to methodists anew."""
    if (path is None) == (rebalance is None):
        raise BadParameter(
            "one thing is needed: a scenario or --rebalance", mend="opora whatif FILE.yaml, or --rebalance TERRITORY."
        )
    if norm is not None and rebalance is None:
        raise BadParameter(
            "--norm goes with --rebalance", mend="Write the norm into the scenario's step.", where="--norm"
        )
    if path is None:
        return Scenario.model_validate({"steps": [{"rebalance": {"territory": rebalance, "norm": norm}}]})
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            "the file cannot be read: {reason}", where=str(path), mend="Check its name.", reason=error.strerror or ""
        ) from error
    return (read_json if path.suffix.lower() == ".json" else read_yaml)(raw, str(path))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadParameter("the day must be written as YYYY-MM-DD", where="--as-of") from None
