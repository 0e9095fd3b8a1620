"""What charges somebody beside a list or a sentence: points of the act, «Ответственный: …», one-line lists, tables."""

from __future__ import annotations

import re
from typing import get_args

from loaders.morph import infinitive, noun, opens_with_verb
from loaders.order.about import Lead
from loaders.order.appointed import addressee, appointment, held
from loaders.order.headings import Headings
from loaders.order.heads import head
from loaders.order.leads import lead
from loaders.order.names import outside
from loaders.order.notes import OpenList
from loaders.order.officials import kept, signing_post
from loaders.order.points import point
from loaders.order.reading import Role
from loaders.order.roadmap import cell
from loaders.order.sentences import clip, infinitive_in, sentences
from loaders.order.structure import announced
from loaders.order.tables import Table
from loaders.order.units import Unit
from loaders.order.wording import action, role_of

CHARGED_LINE = re.compile(
    r"(?:^|(?<=[.;])\s+)Ответственн(?:ый|ые|ая)(?:\s+(?:исполнител[ьи]|лиц[оа]|за\s+исполнение|за\s+выполнение))?\s*[:–—-]\s*(.+)$",
    re.S,
)


def _told(text: str) -> list[str]:
    """The deeds of a list in one line: parted by semicolons, or by commas when each opens with a verb of one form
    («обеспечить условия, назначить руководителя, не препятствовать проверкам»)."""
    parts = re.split(r";\s+", text)
    if len(parts) > 1:
        return parts
    pieces = re.split(r",\s+(?:а\s+также\s+)?|\s+(?:и|а\s+также)\s+", text)
    for opens in (_infinitive, opens_with_verb):
        result = list[str]()
        for piece in pieces:
            if opens(piece):
                result.append(piece)
            elif result:
                at = text.index(piece, text.rindex(result[-1]) + len(result[-1]))
                result[-1] = text[text.rindex(result[-1]) : at] + piece  # a comma within one deed
        if len(result) > 1 and opens(pieces[0]):
            return [p.strip(" ,") for p in result]
    return parts


def _infinitive(text: str) -> bool:
    words = re.match(r"(?:не\s+)?([а-яё-]+)", text)
    return bool(words and infinitive(words.group(1)) and not noun(words.group(1)))


class Charges(Headings):
    """Reads points, charged lines, one-line lists and the cells of a table."""

    def _charged_line(self, index: int, u: Unit) -> bool:
        """«Проведение диагностики. Ответственный: центр.»: what stands before, in this paragraph or the one above, is
        the duty of whom the line names."""
        found = CHARGED_LINE.search(u.text)
        if not found:
            return False
        entries = self.registry.resolve(clip(found.group(1)), "nomn", u.address)
        if not entries:
            return False
        deed, at = re.split(r"(?:^|(?<=[.;])\s+)(?:Сроки?|Период)\b", u.text[: found.start()])[0].strip(), u
        if not deed and index:
            at = self.units[index - 1]
            deed = "" if at.part != u.part or at.kind in {"chapter", "appendix", "row"} else at.text
        if not deed:
            return False
        for e in entries:
            e.listed = True
            if not any(d.entry is e and d.start == at.start for d in self.drafts[-len(entries) - 6 :]):
                self._emit(e, deed, at, role_of(deed), 0.8)
        self.used[index] = "statement"
        if at is not u:
            self.used[index - 1] = "statement"
        return True

    def _inline(self, index: int, u: Unit) -> bool:
        """«Содержание деятельности объединения: изучение опыта; разработка материалов; организация …» in one
        paragraph."""
        colon = outside(u.text).find(": ")
        if not 0 < colon < 260:
            return False
        rest = _told(u.text[colon + 2 :].strip().rstrip(".;"))
        if len(rest) < 2 or not all(action(p) or infinitive_in(p) for p in rest):
            return False
        *_, opening = sentences(u.text[: colon + 1]) or [""]
        opened = lead(opening, self.registry, u.address, self.last)
        if opened is None or opened.mode != "items":
            return False
        owners = opened.owners or self.owners or self.default.get(u.part, ())
        for text in rest:
            for e in owners:
                self._emit(e, text, u, role_of(text, opened.verb), min(opened.confidence, 0.85))
        if owners:
            self.used[index] = "statement"
        return bool(owners)

    def _parted(self, index: int, u: Unit) -> bool:
        """«ЦНППМ – готовит методистов; институт – проводит курсы»: bodies in one paragraph, each with its deed."""
        text = u.text[outside(u.text).rfind(": ") + 2 :] if ": " in outside(u.text) else u.text
        pieces = re.split(r";\s+", text.strip().rstrip(".;"))
        if len(pieces) < 2 or any(len(p) > 400 for p in pieces):
            return False
        found = []
        for piece in pieces:
            parted = re.match(r"(.{3,200}?)\s+[–—-]\s+(.+)$", piece, re.S)
            if parted is None or not opens_with_verb(parted.group(2)):
                return False
            if not head(parted.group(1), "nomn", self.registry.shorts):
                return False
            found.append((self.registry.resolve(parted.group(1), "nomn", u.address), parted.group(2)))
        if not all(entries for entries, _ in found):
            return False
        for entries, deed in found:
            for e in entries:
                e.listed = True
                self._emit(e, deed, u, role_of(deed), 0.8)
        self.used[index] = "statement"
        return True

    def _by_name(self, index: int, u: Unit) -> None:
        """«Ивановой И.И. разработать план»: the post the act has given her is charged."""
        found = addressee(u.text)
        act = infinitive_in(found[1]) if found else None
        if found is None or act is None or (post := held(found[0], self.offices)) is None:
            return
        for e in self.registry.resolve(post, "ablt", u.address):
            self._emit(e, u.text, u, role_of(act[0], act[0]), 0.8)
            self.used[index] = "statement"

    def table(self, table: Table, label: str) -> None:
        """A table of levels, subjects and functions: each function of a cell is a statement of the row's subject."""
        level: str | None = None
        for row, group in table.records():
            level = (
                announced("уровень " + cell(table, row, "level"))
                or announced(cell(table, row, "level") + " уровень")
                or level
            )
            if group:
                level = announced(group) or announced(group + " уровень") or level
            name = cell(table, row, "subject") or cell(table, row, "responsible")
            number = cell(table, row, "no").rstrip(". ")
            place = f"п. {number}" if number else ""
            clause = ", ".join(x for x in (label, place) if x)
            entries = self.registry.resolve(name, "nomn", clause)
            for e in entries:
                e.listed = True
                e.clause = clause
                if level and e.level_from < 3:
                    e.level, e.level_from = level, 3
                for text in re.split(
                    r";\s*|(?<=[а-яё)])\.\s+(?=[А-ЯЁ])|(?:^|\s+)[-–—•]\s+(?=[А-Яа-яё])|(?:^|\s)(?:\d+|[а-я])[).]\s+",
                    cell(table, row, "functions"),
                ):
                    text = re.sub(r"^\s*(?:[-–—•]|\d{1,2}[).]|[а-я]\))\s*", "", text)
                    self._emit(e, text, row.first, _marked(cell(table, row, "role")) or role_of(text), 0.9, clause)
                    for helper in self.registry.resolve(cell(table, row, "executors"), "nomn", clause):
                        self._emit(helper, text, row.first, "contributes", 0.85, clause)

    def _order_point(self, index: int, u: Unit) -> None:
        if u.kind not in {"clause", "item", "bullet", "point", "plain"} or (not u.number and u.kind != "bullet"):
            return
        opened = self.list
        under = (
            opened is not None
            and opened.lead.mode == "items"
            and (
                u.kind in {"item", "bullet", "point"}
                or (u.kind == "plain" and u.text[:1].islower())
                or (u.kind == "clause" and u.number.startswith(opened.unit.number + "."))
            )
        )
        if opened is not None and under:
            self._take(index, u, opened)
            return
        if u.kind == "plain":
            return
        self._close()
        if kept(u.text):
            signs = signing_post(self.units, self.parts, self.parts[u.part].label)
            for e in self.registry.resolve(*signs, u.address)[:1] if signs else ():
                self._emit(e, u.text, u, "accountable", 0.85)
                self.used[index] = "statement"
            return
        deed = point(u.text, self.registry, u.address)
        if office := appointment(u.text):
            self.offices.append(office)
        if deed is None:
            self._by_name(index, u)
            return
        if u.text.rstrip().endswith(":"):
            self.list = OpenList(Lead("items", deed.doers, deed.verb, 0.9), u)
            self.used[index] = "lead"
            return
        for e in deed.doers:
            self._emit(e, u.text, u, role_of(deed.verb, deed.verb), deed.confidence)
        self.used[index] = "statement"


def _marked(said: str) -> Role | None:
    """The role a matrix of functions gives by a mark; None when the table has no such column."""
    return next((r for r in get_args(Role) if r == said), None)
