"""Statements in lists: items under a heading or a lead, nested and unmarked items, items that name their own doer."""

from __future__ import annotations

import re

from loaders.morph import opens_with_verb
from loaders.order.about import Lead
from loaders.order.doers import Doing, doing
from loaders.order.glossary import DEFINED, LEAD
from loaders.order.heads import head
from loaders.order.leads import WITHIN, lead
from loaders.order.names import LISTED_PERSON, outside
from loaders.order.notes import OpenList
from loaders.order.prose import Prose
from loaders.order.sentences import finite, said_of, served
from loaders.order.units import Unit
from loaders.order.wording import CONTINUES, action, joined, pieces, role_of, tidy, unlabelled

ENUMERATES = re.compile(
    r"субъект\w*|участник\w*|структур\w+|уровень представлен|уровня представл|входят|образуют|включает|относятся", re.I
)


def style(mark: str) -> str:
    """The kind of a mark: numbers, letters, or the bullet itself."""
    bare = mark.strip(" .)")
    return "1" if bare.isdigit() else "а" if bare.isalpha() else mark


class Lists(Prose):
    """Reads the items of lists."""

    def _child(self, u: Unit) -> bool:
        """A numbered clause that is an item of the list its parent opened («3.2. … функции:» – «3.2.1. организует
        …»)."""
        opened = self.list
        if opened is None or opened.closed or opened.lead.mode != "items" or u.text.rstrip().endswith(":"):
            return False
        parent = opened.unit.number
        under = u.number.startswith(parent + ".") if parent else opened.unit.chapter == u.chapter
        if not under:
            return False
        if opened.unit.heading and not action(unlabelled(u.text)):
            return False
        done = finite(u.text)
        if opened.unit.heading and head(u.text, "nomn", self.registry.shorts) and (done or " – " in u.text):
            return False  # «4.1. Совет состоит из …», «4.2. Совет – орган, …» under a heading: what a body is
        return not (done and self._doer(u, u.text))

    def _doer(self, u: Unit, text: str) -> Doing | None:
        return doing(text, self.registry, u.address, self.last)

    def _open(self, index: int, u: Unit, opened: Lead) -> None:
        owners = opened.owners
        if opened.same:
            owners = self.owners or self.pending or self.default.get(u.part, ())
            owners = (self.last or owners) if opened.back else owners
            if not owners:
                opened = Lead("blocked")
        if opened.mode != "blocked" and any(served(e) and not e.listed for e in owners):
            opened = Lead("blocked")
        if opened.mode in {"merge", "state"}:
            opened = self._by_items(index, opened)
        if opened.mode == "items" and owners:
            self.owners = self.last = owners
            if opened.same and self.lost is not None and self.units[self.lost].part == u.part:
                self.used[self.lost] = "lead"  # «… осуществляет следующие функции:», «Диагностическую:»
            self.lost = None
            self.owner_at = self.owner_at if opened.same else u.number or ("§" + u.chapter)
            self.pending = ()
            level = self.levels.at(u)
            for e in owners:
                if level and e.level_from < 3 and not opened.same and u.kind in {"clause", "plain"}:
                    e.level, e.level_from = level, 3
        self.list = OpenList(Lead(opened.mode, owners, opened.verb, opened.confidence, opened.same), u, u.text)
        self.used[index] = "lead" if opened.mode != "blocked" else "prose"
        self.lead_at = {u.start: index} if opened.mode == "items" else {}

    def _by_items(self, index: int, opened: Lead) -> Lead:
        """A sentence complete in itself, with a colon, by what follows it: deeds are functions of the same body
        («Служба является оператором: – ведёт …»), else they go on with the sentence, or it has said nothing."""
        text = self.units[index + 1].text if index + 1 < len(self.units) else ""
        deeds = opens_with_verb(text) if opened.mode == "state" else action(text) and not CONTINUES.match(text)
        if deeds:
            return Lead("items", opened.owners, opened.verb, opened.confidence)
        return opened if opened.mode == "merge" else Lead("blocked")

    def _item(self, index: int, u: Unit) -> bool:
        opened = self.list
        if opened is None and self.pending:
            opened = self.list = OpenList(Lead("items", self.pending, "", 0.8), u)
            self.owners, self.pending = self.pending, ()
        if opened is not None and not opened.closed:
            if opened.lead.mode == "merge":
                opened.merged.append(f"{u.mark} {u.text}".strip())
                opened.items += 1
                self.used[index] = "statement"
                return True
            if opened.lead.mode == "items":
                self._take(index, u, opened)
                return True
        if self._own_doer(index, u):
            return True
        self._definition(index, u, defined=False)
        return opened is not None and not opened.closed

    def _take(self, index: int, u: Unit, opened: OpenList) -> None:
        if (
            opened.nested
            and self.drafts
            and u.kind in {"bullet", "item", "plain"}
            and (style(u.mark) != style(opened.nested) or (CONTINUES.match(u.text) and not action(u.text)))
        ):
            for draft in self.drafts[-len(opened.lead.owners) :]:
                draft.statement = tidy(joined(draft.statement, u))
            self.used[index] = "statement"
            return
        if u.text.rstrip().endswith(":") and WITHIN.match(u.text) and not finite(u.text) and self._deeper(index, u):
            opened.nested, opened.items = "", opened.items + 1
            self.used[index] = "lead"  # «1) в части программ: а) …; б) …»: a label over functions of the same body
            return
        opened.nested = u.mark if u.text.rstrip().endswith(":") and u.kind in {"bullet", "item"} else ""
        opened.items += 1
        opened.marked = u.kind != "plain" if opened.marked is None else opened.marked
        opened.last_end = u.text.rstrip()[-1:]
        if u.text.rstrip().endswith(":") and u.kind == "clause":
            inner = lead(u.text, self.registry, u.address, self.last)
            if inner and inner.mode == "items":
                self._open(index, u, inner)
                return
        if re.match(r"^(?:иное|прочее)[.;]?$", u.text.strip(), re.I):
            self.used[index] = "prose"
            return
        for text in pieces(unlabelled(u.text)):
            for owner in opened.lead.owners:
                self._emit(owner, text, u, role_of(text, opened.lead.verb), opened.lead.confidence)
        self.used[index] = "statement"

    def _deeper(self, index: int, u: Unit) -> bool:
        """Whether the items of an item are deeds on their own, and not the rest of its sentence."""
        below = self.units[index + 1] if index + 1 < len(self.units) else None
        return below is not None and style(below.mark) != style(u.mark) and action(unlabelled(below.text))

    def _defines(self, u: Unit) -> bool:
        """Whether the unit defines a term in a list of terms («… применяются понятия:»)."""
        opened = self.list
        within = opened is not None and opened.lead.mode == "blocked" and opened.unit.number == u.number
        return within and bool(LEAD.search(opened.text.strip()) and DEFINED.match(u.text.strip()))  # type: ignore[union-attr]

    def _own_doer(self, index: int, u: Unit) -> bool:
        """An item that names its own doer: «X: делает …», «X – делает …», «X обеспечивает …», or just a subject of
        the list."""
        if self.quiet(u) or LISTED_PERSON.match(u.text) or self._defines(u):
            return False
        if self._office(index, u):
            return True
        blank = outside(u.text)
        colon = re.search(r":\s|\s[–—-]\s", blank)
        if colon:
            name, rest = u.text[: colon.start()], u.text[colon.end() :]
            if len(name) < 260 and not finite(name) and head(name, "nomn", self.registry.shorts) and action(rest):
                entries = self.registry.resolve(name, "nomn", u.address)
                if entries and (opens_with_verb(rest) or colon.group(0).startswith(":")):
                    level = self.levels.at(u)
                    for e in entries:
                        e.listed = True
                        if level and e.level_from < 3:
                            e.level, e.level_from = level, 3
                        for piece in pieces(rest):
                            self._emit(e, piece, u, role_of(piece), 0.85)
                    self.last = tuple(entries)
                    self.used[index] = "statement"
                    return True
        if (
            self.list is not None
            and self.list.lead.mode == "blocked"
            and ENUMERATES.search(self.list.text)
            and not finite(u.text)
        ):
            for case in ("nomn", "ablt"):
                if head(u.text, case, self.registry.shorts):
                    told = said_of(u.text)
                    name = u.text.rstrip(" ;,.").removesuffix(told)
                    name = re.sub(r",\s*(?:котор[а-яё]+\s*)?$", "", name) if told else name
                    entries = self.registry.resolve(name, case, u.address)
                    level = self.levels.at(u)
                    for e in entries:
                        e.listed = True
                        if level and e.level_from < 3:
                            e.level, e.level_from = level, 3
                    if entries:
                        self.used[index] = "subject"
                        for e in entries if told else ():
                            self._emit(e, told, u, role_of(told), 0.7)
                        return True
        return self._sentence(index, u, u.text)

    def _plain_item(self, index: int, u: Unit) -> bool:
        """A paragraph without a mark that goes on with the list: lower case, or parallel to the items before it."""
        opened = self.list
        text = u.text
        if text.rstrip().endswith(":"):
            return False
        if opened is None and self.pending and (text[:1].islower() and action(text)):
            opened = self.list = OpenList(Lead("items", self.pending, "", 0.8), u)
            self.owners, self.pending = self.pending, ()
        if opened is None or opened.closed or opened.lead.mode != "items":
            return False
        if text[:1].islower() or (opened.items == 0 and action(text) and not self._doer(u, text)):
            self._take(index, u, opened)
            return True
        parallel = opened.last_end in ";,:" or not opened.marked or text.rstrip().endswith(";")
        if parallel and action(text) and not self._doer(u, text) and (opens_with_verb(text) or not finite(text)):
            self._take(index, u, opened)
            return True
        return False

    def _close(self) -> None:
        opened, self.list = self.list, None
        if (
            opened is not None
            and opened.lead.mode == "items"
            and not opened.items
            and opened.unit.start in self.lead_at
        ):
            self.lost = self.lead_at[opened.unit.start]
            self.used[self.lost] = "prose"  # a lead without a list has said nothing
        if opened is None or opened.lead.mode != "merge":
            return
        text = " ".join([opened.text, *opened.merged])
        for owner in opened.lead.owners:
            self._emit(owner, text, opened.unit, role_of(opened.lead.verb or text), opened.lead.confidence)
