"""What the program writes about itself, to standard error."""

from __future__ import annotations

import sys

import structlog


def configure_logs() -> None:
    """Lines for people; an error with its plain traceback.

    The library's default prints every local variable of every frame: with a graph in them that took a minute, and it
    would put into a log what stands in the acts.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
