"""Walk through the units of an act and collect who is given what: headings, lists, sentences, tables, points."""

from __future__ import annotations

import re

from loaders.order.about import ABOUT, Lead
from loaders.order.charges import Charges
from loaders.order.heads import head
from loaders.order.leads import lead
from loaders.order.marks import APPROVED, TITLE
from loaders.order.sentences import finite, is_duty, sentences
from loaders.order.units import Unit
from loaders.order.wording import action, unlabelled

# What a lead ends with when its colon is lost.
ANNOUNCES = re.compile(r"\b(?:следующ\w+\s+(?:[а-яё]+\s+){0,2})?(?:функци|полномочи|обязанност|задач)[а-яё]+\W*$", re.I)


# In a section of these nothing is a function, whoever is named.
STRICT = frozenset(
    {"право", "результат", "показатель", "термин", "понятие", "источник", "критерий", "индикатор", "итог"}
)  # fmt: skip


class Walker(Charges):
    """Collects drafts; `used` maps each understood unit's index to what it was taken for."""

    def run(self) -> None:
        """Walk through all units once, in order."""
        for index, unit in enumerate(self.units):
            if unit.kind == "row":
                self._close()
                continue
            self.levels.see(unit)
            self._unit(index, unit)
        self._close()

    def _unit(self, index: int, u: Unit) -> None:
        if u.part != self.part or u.kind == "appendix":
            self._close()
            self.owners, self.pending, self.last, self.part = (), (), (), u.part
        if u.kind == "appendix":
            self._title(u)
            self.used[index] = "heading"
            return
        if self.parts[u.part].act:
            self._order_point(index, u)
            return
        if u.kind == "chapter" or (u.heading and u.kind in {"clause", "plain"} and not self._deed(index, u)):
            self._heading(index, u)
            return
        if u.kind in {"item", "bullet", "point"} or (u.kind == "clause" and self._child(u)):
            if self._item(index, u):
                return
        elif u.kind == "clause":
            self._close()
            if u.number.rsplit(".", 1)[0] != self.owner_at and not u.number.startswith(self.owner_at + "."):
                self.owners = self.default.get(u.part, ()) if not self.owner_at.startswith("§") else self.owners
        if u.kind == "plain" and self._plain_item(index, u):
            return
        if u.kind == "plain" and not u.number and (APPROVED.match(u.text) or TITLE.match(u.text)) and len(u.text) < 400:
            self._title(u)
            self.used[index] = "heading"
            return
        self._prose(index, u)

    def _busy(self, u: Unit, text: str) -> bool:
        """Whether a lead in a section of goals or principles says nevertheless what a body does («Служба ведёт:»)."""
        done = finite(text)
        if done is None or not is_duty(done[0]) or self.heard(u) & STRICT:
            return False
        return not ABOUT.match(text) and bool(head(text[: done[1]].strip(" ,–—-"), "nomn", self.registry.shorts))

    def _opens(self, index: int, u: Unit) -> bool:
        """Whether a paragraph that has lost its colon opens the list after it: «… осуществляет следующие функции»."""
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        if u.kind not in {"clause", "plain"} or following is None or following.part != u.part:
            return False
        if following.kind not in {"item", "bullet", "point"} and not (
            following.kind == "plain" and following.text[:1].islower()
        ):
            return False
        return bool(ANNOUNCES.search(u.text)) or u.text.rstrip()[-1:] in "–—"

    def _deed(self, index: int, u: Unit) -> bool:
        """Whether a numbered paragraph that looks like a heading is an item of the list («2.1.1. Ведение реестра.»):
        it names an action and nobody, and nothing stands beneath it."""
        if u.kind != "clause" or self.quiet(u) or not self._child(u):
            return False
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        beneath = (
            following is not None
            and following.part == u.part
            and (
                following.number.startswith(u.number + ".")
                or (following.number == u.number and following.kind in {"item", "bullet", "point"})
            )
        )
        return not beneath and action(unlabelled(u.text)) and not head(u.text, "nomn", self.registry.shorts)

    def _prose(self, index: int, u: Unit) -> None:
        text = u.text.strip()
        silent = self.quiet(u)
        if not text.endswith(":") and not silent and self._opens(index, u):
            text = text.rstrip(" .,;–—-") + ":"
        if text.endswith(":"):
            *earlier, text = sentences(text)
            if (
                earlier
                and not silent
                and u.kind == "clause"
                and head(earlier[0], "nomn", self.registry.shorts)
                and not finite(earlier[0])
            ):
                self._own(tuple(self.registry.resolve(earlier[0], "nomn", u.address)), u)
            elif earlier and not silent:
                self._sentence(index, u, " ".join(earlier))
            heard = not silent or self._busy(u, text)
            opened = lead(text, self.registry, u.address, self.last) if heard else Lead("blocked")
            self._close()
            if opened is not None:
                self._open(index, u, opened)
            return
        if u.kind == "plain" and self._defines(u):
            return
        if u.kind == "plain" and self.list is not None:
            if re.match(r"^это определяет\b", text, re.I) and self.owners:
                self.used[index] = "lead"
                return
            self._close()
        if (u.part, u.number) in self.glossary or (u.part, u.chapter) in self.glossary or self._is_definition(u):
            self._definition(index, u)
            return
        if u.kind == "clause" and not silent and self._headed(index, u):
            return
        if not silent and (self._charged_line(index, u) or self._parted(index, u) or self._inline(index, u)):
            return
        if silent:
            self._definition(index, u, defined=False)
            return
        if not self._sentence(index, u, text):
            self._definition(index, u, defined=False)
