"""Walk through the units of an act and collect who is given what: headings, lists, sentences, tables, points."""

from __future__ import annotations

import re

from loaders.order.about import Lead
from loaders.order.charges import Charges
from loaders.order.clauses import APPROVED, TITLE
from loaders.order.heads import head
from loaders.order.leads import lead
from loaders.order.sentences import finite, sentences
from loaders.order.units import Unit


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
        if u.kind == "appendix":
            self._close()
            self.owners, self.pending, self.last = (), (), ()
            self._title(u)
            self.used[index] = "heading"
            return
        if self.parts[u.part].act:
            self._order_point(index, u)
            return
        if u.kind == "chapter" or (u.heading and u.kind in {"clause", "plain"}):
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

    def _prose(self, index: int, u: Unit) -> None:
        text = u.text.strip()
        silent = self.quiet(u)
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
            opened = lead(text, self.registry, u.address, self.last) if not silent else Lead("blocked")
            self._close()
            if opened is not None:
                self._open(index, u, opened)
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
        if not silent and (self._charged_line(index, u) or self._inline(index, u)):
            return
        if silent:
            self._definition(index, u, defined=False)
            return
        if not self._sentence(index, u, text):
            self._definition(index, u, defined=False)
