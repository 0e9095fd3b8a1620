"""The account of what was understood: each unit is a statement, a heading, the act's own frame, or listed as unread."""

from __future__ import annotations

from collections.abc import Callable

from loaders.order.reading import Coverage, Unread
from loaders.order.references import references
from loaders.order.units import Part, Unit

# Reasons are message ids: their Russian is in the package's locale.
REASON_TABLE = "a table of no known kind"
REASON_LEAD = "opens a list that gives nobody a function"
REASON_QUIET = "stands among goals, principles, results, rights or terms"
REASON_NOBODY = "names no subject that would hold it"


def account(
    text: str, parts: list[Part], units: list[Unit], used: dict[int, str], quiet: Callable[[Unit], bool]
) -> tuple[tuple[Unread, ...], Coverage]:
    """List what was not understood with position and reason; the share is of non-blank characters.

    `used` tells for each unit's index what it was taken for, `quiet` whether a section states no functions at all.
    """
    unread = list[Unread]()
    lost = 0
    for index, u in enumerate(units):
        if used.get(index, "prose") != "prose" or parts[u.part].act:
            continue  # head, preamble, signature and points that only approve or repeal are the act's metadata
        if u.kind in {"bullet", "item", "point"} and references(u.text):
            continue  # an act the act rests on
        raw = text[u.start : u.end].strip()
        if not raw or (unread and unread[-1].position == u.start):
            continue
        unread.append(Unread(text=u.raw, position=u.start, reason=_reason(u, quiet(u))))
        lost += sum(not c.isspace() for c in raw)
    characters = sum(not c.isspace() for c in text)
    share = round(1 - lost / characters, 4) if characters else 0.0
    return tuple(unread), Coverage(characters=characters, understood_share=max(share, 0.0))


def _reason(u: Unit, quiet: bool) -> str:
    if u.kind == "row":
        return REASON_TABLE
    if quiet:
        return REASON_QUIET
    return REASON_LEAD if u.text.rstrip().endswith(":") else REASON_NOBODY
