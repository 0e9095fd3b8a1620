"""`token`: a token for those who write over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from api.context import Context


def token(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Чьё имя стоит в решениях", metavar="ИМЯ")],
    scope: Annotated[list[str] | None, typer.Option("--scope", help="read | write")] = None,
) -> None:
    """Make a token: the secret goes to the one who will use it, the entry into OPORA_TOKENS."""
    from api.auth import make_token

    context: Context = ctx.obj
    secret, entry = make_token(name, scope or ["read", "write"])
    context.say(context._("The token; it is shown only now:"))
    context.put(secret)
    context.say(context._("The entry for OPORA_TOKENS, or for the file it names:"))
    context.say(entry)
