"""The routes that are declared (`wordings/routes.toml`), and which stage of one a text tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from loaders.order.wordings import misshapen, table

_WORDS = re.compile(r"[а-яa-z]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """Beginnings of words that must all be in a text, and those that must not; " аб_вг" are two words in a row."""

    needs: tuple[str, ...]
    bars: tuple[str, ...]

    def fits(self, text: str, over: str, about: frozenset[str]) -> bool:
        """Whether a text (as `spaced` gives it) has the wording; words of `about` may stand in the heading over it."""
        if any(_has(text, b) for b in self.bars):
            return False
        return all(_has(text, n) or (n in about and _has(over, n)) for n in self.needs)

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(n.count("_") + 1 for n in self.needs)


def _has(text: str, beginning: str) -> bool:
    if "_" not in beginning:
        return beginning in text
    return re.search(beginning.replace("_", r"\S* "), text) is not None


@dataclass(frozen=True, slots=True)
class Theme:
    """A declared route: its name, what it is about, its stages in order; `whole` names it when the text spells the
    process out."""

    name: str
    about: tuple[Wording, ...]
    whole: tuple[Wording, ...]
    stages: tuple[tuple[Wording, ...], ...]

    @property
    def words(self) -> frozenset[str]:
        """The words of `about`."""
        return frozenset(n for w in self.about for n in w.needs)

    def names(self, text: str) -> bool:
        """Whether a text is about the thing."""
        plain = spaced(text)
        return any(w.fits(plain, "", frozenset()) for w in self.about)

    def spells(self, text: str) -> bool:
        """Whether a heading or a lead announces this process."""
        plain = spaced(text)
        return any(w.fits(plain, "", frozenset()) for w in self.whole)

    def stage(self, text: str, over: str) -> int | None:
        """The stage a text tells, given the heading over it; the one with the longest wording of several."""
        plain, above, own = spaced(text), spaced(over), self.words
        if not any(w.fits(plain + above, "", frozenset()) for w in self.about):
            return None
        best: tuple[int, int] | None = None
        for number, wordings in enumerate(self.stages):
            size = max((w.size for w in wordings if w.fits(plain, above, own)), default=0)
            if size and (best is None or size > best[0]):
                best = size, number
        return best[1] if best else None


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """The words of a text in lower case, a space before each: « аб вг»."""
    return "".join(f" {w}" for w in _WORDS.findall(text.lower().replace("ё", "е")))


def _wording(said: str) -> Wording:
    parts = re.sub(r"[^а-яa-z_!\s]", "", said.lower().replace("ё", "е")).split()
    return Wording(
        tuple(f" {p}" for p in parts if not p.startswith("!")), tuple(f" {p[1:]}" for p in parts if p.startswith("!"))
    )


@cache
def themes() -> tuple[Theme, ...]:
    """The declared routes, a user's own among them. Raises UnreadableFile when one has another form."""
    return tuple(_theme(name, declared) for name, declared in table("routes", "routes").items())


def _theme(name: str, declared: Any) -> Theme:
    try:
        return Theme(
            name,
            tuple(_wording(w) for w in declared["about"]),
            tuple(_wording(w) for w in declared.get("whole", declared["about"])),
            tuple(tuple(_wording(w) for w in stage["words"]) for stage in declared["stages"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise misshapen(f"routes.{name}") from error
