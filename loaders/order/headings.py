"""Headings: whose section begins, which sections state no functions, which heading opens a list of its own."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from loaders.morph import lemma, noun, words
from loaders.order.about import Lead
from loaders.order.heads import head
from loaders.order.leads import lead
from loaders.order.lexicon import ACRONYMS, LEGAL_FORMS, SILENT
from loaders.order.lists import Lists
from loaders.order.names import LISTED_PERSON, split
from loaders.order.notes import OpenList
from loaders.order.registry import Entry
from loaders.order.sentences import described, finite
from loaders.order.units import Unit
from loaders.order.wording import action

# «Цель, задачи и управление объединением»: a section of two matters, one of which is what somebody does.
# These silence a section only as its subject («Ожидаемые результаты»), not in passing («Использование результатов»).
TITLED = frozenset({"результат", "итог", "цель", "эффект", "проблема", "источник", "право", "подход"})
MIXED = frozenset({"управление", "руководство", "структура", "участник"})


class Headings(Lists, ABC):
    """Reads headings."""

    @abstractmethod
    def _prose(self, index: int, u: Unit) -> None:
        """Read a paragraph of running text."""

    @abstractmethod
    def _inline(self, index: int, u: Unit) -> bool:
        """Read a list in one paragraph; False when the paragraph is none."""

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
        if u.kind == "clause" and (self._entrusted(u.text, u) or self._alongside(u.text, u)):
            self.used[index] = "statement"
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
        titled = {lemma(w) for w in words(text.lower())[:12] if noun(w, "nomn")}
        mixed = bool(core) or bool(set(lemmas) & MIXED)
        quiet = (
            frozenset() if mixed else frozenset(w for w in lemmas if w in SILENT and (w not in TITLED or w in titled))
        )
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
