"""What an act is about as a whole, for finding its ends: its system, its municipality's authority, its issuer."""

from __future__ import annotations

from loaders.order.ends import Ends
from loaders.order.named import SYSTEMS, Named
from loaders.order.names import FURTHER
from loaders.order.registry import Entry
from loaders.order.relations import Seen
from loaders.order.shorts import several


def named_in(seen: Seen) -> Named:
    """The finder of an act's ends and of their subjects."""
    return Named(Ends(seen.registry, _systems(seen)), _home(seen), seen.head.issuer)


def _systems(seen: Seen) -> tuple[str, ...]:
    """The abbreviations by which the act calls the system itself («… система … (далее – РСНМС)»), its own first."""
    found: list[str] = []
    for u in seen.units:
        if "далее" not in u.text:
            continue
        for m in FURTHER.finditer(u.text):
            before = u.text[max(0, m.start() - 200) : m.start()].lower()
            last = before.rfind("систем")
            if last >= 0 and "." not in before[last:] and ";" not in before[last:]:
                shorts = several(m.group(1))
                found += [s for s in shorts if s.replace(" ", "").isupper() and s not in seen.registry.long]
    return tuple(dict.fromkeys([*found, *SYSTEMS]))


def _home(seen: Seen) -> Entry | None:
    if not seen.head.municipality:
        return None
    own = [e for e in seen.registry.entries if e.kind == "authority" and e.used and "образовани" in e.name.lower()]
    return own[0] if len(own) == 1 else None
