"""What a client sends, within limits: nothing of unknown size is read into memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from fastapi import Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ontology.errors import OporaError, TooLarge

MOST_BYTES = 50_000_000


def _refused(where: str) -> TooLarge:
    return TooLarge("the file is larger than {most} MB", where=where, mend="Send a smaller file.", most=_megabytes())


def _megabytes() -> int:
    return MOST_BYTES // 1_000_000


class BodyLimit:
    """Stops a request whose body is larger than is taken, whether its length is told or not."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, OporaError], Response]) -> None:
        self.app, self.answer = app, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI. A length that is told is refused at once; an untold one ends the connection when it grows."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        told = request.headers.get("content-length", "0")
        if not told.isdigit() or int(told) > MOST_BYTES:
            await self.answer(request, _refused(request.url.path))(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise _refused(request.url.path)
            return message

        await self.app(scope, counted, send)


def whole(file: BinaryIO, name: str) -> bytes:
    """The bytes of a file that was sent with a form. TooLarge beyond the limit."""
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise _refused(name)
    return raw
