"""`serve`: API and explorer on one address."""

from __future__ import annotations

from threading import Thread
from typing import Annotated

import typer

from api.context import Context


def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option(help="Адрес")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Порт", min=0, max=65535)] = 8000,
) -> None:
    """Serve the API and the explorer; an empty store is first filled with the bundled facts."""
    # Only this command needs the web server: the others start a second sooner without it.
    import uvicorn

    from api.app import create_app
    from api.auth import read_tokens
    from api.bundled import load_bundled
    from api.logs import configure_logs
    from viz.warm import warm_up

    configure_logs()

    context: Context = ctx.obj
    tokens = read_tokens(context.settings.tokens)
    with context.store() as store:
        if not store.counts().get("Order"):
            context.say(context._("The store is empty: loading the bundled facts"))
            load_bundled(store)
        shown = f"[{host}]" if ":" in host else host
        context.say(context._("Explorer: {address}", address=f"http://{shown}:{port}/"))
        context.say(context._("Stop with Ctrl+C"))
        Thread(target=warm_up, daemon=True, name="warm up").start()  # the first reader should not wait
        uvicorn.run(create_app(store, lang=context.lang, tokens=tokens), host=host, port=port, log_level="warning")
