"""The command line. Answers go to standard output, messages and progress to standard error.

Exit codes: 0 done; 1 the work found what it must report; 2 wrong use or unreadable input (one clear line).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from api.commands import asking, audit, exporting, justify, loading, review, serving, token, whatif
from api.context import Context
from api.settings import Settings
from ontology.errors import OporaError
from ontology.i18n import as_lang, translator

HELP = {
    "serve": "Показать проводник в браузере; пустое хранилище сначала заполняется приложенными фактами.",
    "extract": "Прочитать тексты актов и напечатать, что в них понято.",
    "load": "Загрузить акты, факты и таблицы: всё или ничего.",
    "ask": "Задать вопрос: opora ask --list покажет, какие есть.",
    "audit": "Проверить, кто за что отвечает: замечания с пунктами, причинами и знаменателями.",
    "justify": "Обосновать замечание (кто, почему, до какого дня) или снять обоснование.",
    "check": "Проверить файлы, ничего не записывая.",
    "export": "Выгрузить граф.",
    "whatif": "Что изменится, если …: сценарий в .yaml; до и после, ничего не записывая.",
    "token": "Создать ключ для записи по HTTP.",
    "review": "Проверить прочитанное: подтвердить, исправить, отклонить; таблицей или файлом .xlsx.",
}


def build() -> typer.Typer:
    """The application, its commands registered."""
    app = typer.Typer(
        name="opora",
        help="Кто за что отвечает в региональных системах научно-методического сопровождения.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def main(
        ctx: typer.Context,
        store: Annotated[str | None, typer.Option(help="sqlite:///файл.db или neo4j://узел:7687 (OPORA_STORE)")] = None,
        lang: Annotated[str | None, typer.Option(help="ru или en (OPORA_LANG)")] = None,
        as_of: Annotated[str | None, typer.Option("--as-of", help="День ответа, ГГГГ-ММ-ДД; иначе сегодня")] = None,
    ) -> None:
        given: dict[str, Any] = {}
        if store:
            given["store"] = store
        if lang:
            given["lang_name"] = lang
        if as_of:
            try:
                given["as_of"] = date.fromisoformat(as_of)
            except ValueError:
                message = translator(as_lang(lang))("the day must be written as YYYY-MM-DD")
                raise typer.BadParameter(message, param_hint="--as-of") from None
        ctx.obj = Context(Settings(**given))

    app.command(help=HELP["serve"])(serving.serve)
    app.command(help=HELP["extract"])(loading.extract)
    app.command(help=HELP["load"])(loading.load)
    app.command(help=HELP["check"])(loading.check)
    app.command(help=HELP["ask"], context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
        asking.ask
    )
    app.command(help=HELP["audit"])(audit.audit)
    app.command(help=HELP["justify"])(justify.justify)
    app.command(help=HELP["export"])(exporting.export)
    app.command(help=HELP["whatif"])(whatif.whatif)
    app.command(help=HELP["token"])(token.token)
    app.command(help=HELP["review"], cls=review.ReviewCommand)(review.review)
    return app


def run(arguments: Sequence[str] | None = None, fail: Callable[[int], Any] = sys.exit) -> None:
    """Run a command line; every foreseen error is one line on standard error and its exit code."""
    app = build()
    lang = as_lang(_option(arguments if arguments is not None else sys.argv[1:], "--lang") or Settings().lang_name)
    try:
        app(args=list(arguments) if arguments is not None else None)
    except OporaError as error:
        sys.stderr.write(f"opora: {error.message(lang)}\n")
        fail(error.exit_code)
    except BrokenPipeError:  # the reader of our output has gone: nothing is wrong with us
        sys.stderr.close()
        fail(0)


def _option(arguments: Sequence[str], name: str) -> str | None:
    for n, word in enumerate(arguments):
        if word == name and n + 1 < len(arguments):
            return arguments[n + 1]
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


def app() -> None:
    """Entry point of the `opora` command."""
    run()
