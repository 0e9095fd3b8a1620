"""Walk through the units of an act and collect who is given what: headings, lists, sentences, tables, points."""

from __future__ import annotations

import re

from loaders.morph import lemma, words
from loaders.order.about import Lead
from loaders.order.clauses import APPROVED, TITLE
from loaders.order.heads import head
from loaders.order.leads import lead
from loaders.order.lexicon import (
    ACRONYMS,
    LEGAL_FORMS,
    SILENT,
)
from loaders.order.lists import Lists
from loaders.order.names import LISTED_PERSON, outside, split
from loaders.order.notes import OpenList
from loaders.order.officials import kept, signing_post
from loaders.order.points import point
from loaders.order.registry import Entry
from loaders.order.roadmap import cell
from loaders.order.sentences import clip, described, finite, sentences
from loaders.order.structure import announced
from loaders.order.tables import Table
from loaders.order.units import Unit
from loaders.order.wording import action, role_of

CHARGED_LINE = re.compile(
    r"(?:^|(?<=[.;])\s+)Ответственн(?:ый|ые|ая)(?:\s+(?:исполнител[ьи]|лиц[оа]|за\s+исполнение|за\s+выполнение))?\s*[:–—-]\s*(.+)$",
    re.S,
)


class Walker(Lists):
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

    def _title(self, u: Unit) -> None:
        """«Положение о методическом совете …»: the paper's own subject holds what its sections list without naming
        anybody."""
        found = re.search(
            r"\b(?:положение|порядок работы|регламент работы)\s+(?:о|об|о деятельности|"
            r"об организации деятельности)\s+(.+)$",
            u.text,
            re.I | re.S,
        )
        if not found:
            return
        text = self._lower(found.group(1))
        if head(text, "loct"):
            entries = self.registry.resolve(text, "loct", u.address)
            if entries:
                self.default[u.part] = self.owners = tuple(entries)

    def _lower(self, text: str) -> str:
        """A heading in capitals as running text: abbreviations and names in quotes stay as they are."""
        if not text.isupper() or len(text.split()) < 2:
            return text
        keep = self.registry.shorts | LEGAL_FORMS | set(ACRONYMS)
        low = re.sub(r"[А-ЯЁA-Z-]+", lambda m: m.group(0) if m.group(0) in keep else m.group(0).lower(), text)
        return re.sub(r"«(\w)", lambda m: "«" + m.group(1).upper(), low)

    def _heading(self, index: int, u: Unit) -> None:
        if u.kind == "clause" and described(u.text):
            self._close()
            self._prose(index, u)
            return
        if ";" in u.text and self._inline(index, u):
            self._close()
            return
        kept = self.list
        self._close()
        if LISTED_PERSON.match(u.text):
            return  # a list of members, not of subjects
        if self._office(index, u):
            return
        self.used[index] = "heading"
        text = u.text.strip()
        if (
            u.kind == "plain"
            and kept is not None
            and kept.lead.mode == "items"
            and "." in u.number
            and kept.unit.number == u.number
            and len(text.split()) <= 5
            and not head(text.lower(), "nomn", self.registry.shorts)
        ):
            self.list = kept  # «Обучение», «Экспертиза»: a label among the functions of one body
            return
        self.pending = ()
        if not self.default.get(u.part) and u.kind == "plain":
            self._title(u)
        lemmas = [lemma(w) for w in words(text.lower())[:12]]
        core = {"функция", "полномочие", "компетенция", "обязанность", "функционал"} & set(lemmas)
        number = u.number if u.kind == "clause" else ""
        quiet = bool(set(lemmas) & SILENT) and not core
        if quiet or u.kind == "chapter" or number:
            self.silent[u.part, u.chapter, number] = quiet
        elif u.kind == "plain":
            self.silent[u.part, u.chapter, u.number] = quiet
        if re.search(r"поняти|термин|глоссари|определени", text, re.I):
            self.glossary.add((u.part, number or u.chapter))
        if quiet:
            self.owners = ()
            return
        lowered = self._lower(text)
        names = (
            split(lowered.rstrip("."), "nomn", self.registry.shorts)
            if not finite(lowered) and head(lowered, "nomn", self.registry.shorts)
            else []
        )
        if names:
            entries = self.registry.headed(lowered.rstrip("."), u.address)
            self._own(tuple(entries), u)
            return
        opened = lead(lowered, self.registry, u.address, self.last)
        if opened and opened.mode == "items":
            if opened.owners:
                self._own(opened.owners, u)
            owners = opened.owners or self.owners or self.default.get(u.part, ())
            if owners:
                self.owners, self.owner_at = owners, u.number or u.chapter
                self.list = OpenList(Lead("items", owners, opened.verb, opened.confidence), u)
            return
        if core and self.default.get(u.part):
            self.owners, self.owner_at = self.default[u.part], u.number or u.chapter
            self.list = OpenList(Lead("items", self.owners, "", 0.85), u)
            return
        if u.kind == "chapter" or (u.kind == "clause" and "." not in u.number):
            self.owners = self.default.get(u.part, ())

    def _own(self, entries: tuple[Entry, ...], u: Unit) -> None:
        self.owners = self.pending = self.last = entries
        self.owner_at = u.number or ("§" + u.chapter)
        level = self.levels.at(u)
        for e in entries:
            e.listed = True
            e.clause = u.address if not e.used else e.clause
            if level and e.level_from < 3:
                e.level, e.level_from = level, 3

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
        rest = re.split(r";\s+", u.text[colon + 2 :].strip().rstrip(".;"))
        if len(rest) < 2 or not all(action(p) for p in rest):
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

    def _headed(self, index: int, u: Unit) -> bool:
        """A clause that is a subject's name only, too long or too punctuated to look like a heading."""
        if finite(u.text) or len(u.text) > 400 or LISTED_PERSON.match(u.text):
            return False
        if not head(u.text, "nomn", self.registry.shorts) or not split(u.text, "nomn", self.registry.shorts):
            return False
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        if following is None or not (
            following.text.rstrip().endswith(":") or following.kind in {"bullet", "item"} or action(following.text)
        ):
            return False
        entries = self.registry.headed(u.text, u.address)
        if entries:
            self._own(tuple(entries), u)
            self.used[index] = "heading"
        return bool(entries)

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
                    self._emit(e, text, row.first, role_of(text), 0.9, clause)
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
        if deed is None:
            return
        if u.text.rstrip().endswith(":"):
            self.list = OpenList(Lead("items", deed.doers, deed.verb, 0.9), u)
            self.used[index] = "lead"
            return
        for e in deed.doers:
            self._emit(e, u.text, u, role_of(deed.verb, deed.verb), deed.confidence)
        self.used[index] = "statement"
