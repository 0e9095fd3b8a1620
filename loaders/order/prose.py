"""Statements in running text: sentences with a doer, definitions with a participle, officers the act creates."""

from __future__ import annotations

import re

from loaders.morph import opens_with_verb
from loaders.order.doers import doing
from loaders.order.glossary import definitions
from loaders.order.heads import head
from loaders.order.notes import Notes
from loaders.order.participles import participial
from loaders.order.region import subject_of
from loaders.order.sentences import described, finite, sentences, served
from loaders.order.units import Unit
from loaders.order.wording import action, role_of, tidy

OFFICE_DASH = re.compile(
    r"^((?:муниципальн\w+\s+|региональн\w+\s+)?(?:ответственн\w+(?:\s+исполнител\w+)?|координатор|оператор|организатор|куратор)"
    r"\b[^–—:]{0,200}?)(?:\s+[–—-]|:)\s+(.+)$",
    re.I | re.S,
)
CHARGED = re.compile(
    r"(?:назначение|определение)\s+((?:ответственного|ответственных)(?:\s+(?:исполнител\w+|лиц\w*|специалист\w*))?"
    r"(?:\s+от\s+[^;:.]+?)?\s+за\s+[^;.]+)",
    re.I,
)


class Prose(Notes):
    """Reads sentences."""

    def _sentence(self, index: int, u: Unit, text: str) -> bool:
        done = False
        owners = self.owners if u.kind == "clause" or self.pending or opens_with_verb(text) else ()
        parts = sentences(text)
        for nth, sentence in enumerate(parts):
            if (
                nth == 0
                and len(parts) > 1
                and u.kind == "clause"
                and not finite(sentence)
                and not described(sentence)
                and head(sentence, "nomn", self.registry.shorts)
            ):
                # «Методические округа. Округа объединяют …»: the clause opens with its subject's name
                named = self.registry.headed(sentence, u.address)
                if named:
                    self.last = owners = tuple(named)
                    continue
            if found := re.match(r"^наделение\s+(.+?)\s+полномочиями", sentence, re.I):
                entries = self.registry.resolve(found.group(1), "gent", u.address)
                for e in entries:
                    self._emit(e, sentence, u, "responsible", 0.7)
                done = done or bool(entries)
                continue
            if self._entrusted(sentence, u) or (nth == 0 and self._alongside(sentence, u)):
                done = True
                continue
            deed = doing(sentence, self.registry, u.address, self.last or owners)
            if deed is None and (verb := finite(sentence)):  # it tells of a body: the next sentence may mean it by «он»
                self.last = subject_of(sentence[: verb[1]], self.registry, u.address, ()) or self.last
            if deed is None and self.charged(sentence, u, u.address):
                done = True
                continue
            if deed is None:
                if (
                    self.last
                    and sentence[:1].islower()
                    and opens_with_verb(sentence)
                    and index
                    and self.units[index - 1].text.rstrip()[-1:] in ";,"
                ):
                    before = self.units[index - 1]
                    broken = [d for d in self.drafts[-len(self.last) :] if d.start == before.start]
                    if before.text.rstrip().endswith(",") and broken:
                        for draft in broken:  # a line break inside one sentence
                            draft.statement = tidy(f"{draft.statement}, {sentence}")
                        done = True
                        continue
                    for e in self.last:
                        self._emit(e, sentence, u, role_of(sentence), 0.7)
                    done = True
                    continue
                negated = re.match(r"не\s|(?:допуска|запреща|разреша)[ею]тся\b", sentence, re.I)
                if owners and opens_with_verb(sentence) and sentence[:1].isupper() and not negated:
                    for e in owners:
                        self._emit(e, sentence, u, role_of(sentence), 0.75)
                    done = True
                continue
            own = [e for e in deed.doers if not served(e)]
            # a clause whose name is much longer than what is done is that subject's clause: its words begin with the
            # verb; else the sentence is shown whole
            long = deed.predicate > 1.5 * (len(sentence) - deed.predicate)
            cut = not deed.whole or (u.kind == "clause" and u.number.count(".") > 1 and long)
            words_ = sentence[deed.predicate :] if cut else sentence
            for e in own:
                self._emit(e, words_, u, role_of(sentence[deed.predicate :], deed.verb), deed.confidence)
                level = self.levels.at(u)
                if level and e.level_from < 3 and u.kind == "clause" and deed.predicate and e.kind != "role":
                    e.level, e.level_from = level, 3
            if own:
                self.last = tuple(own)
                done = True
        if done:
            self.used[index] = "statement"
            self.pending = ()
        return done

    def _entrusted(self, sentence: str, u: Unit) -> bool:
        """«Ведение реестра – ЦНППМ»: a deed and the known body it falls to, without a verb."""
        found = re.match(r"([^–—:«»]{8,200}?)\s+[–—]\s+([^–—:;]{2,120}?)\.?$", sentence)
        if found is None or finite(sentence) or not action(found.group(1)):
            return False
        if head(found.group(1), "nomn", self.registry.shorts):
            return False
        entries = self.registry.resolve(found.group(2), "nomn", u.address, make=False)
        for e in entries:
            self._emit(e, sentence, u, role_of(sentence), 0.7)
        return bool(entries)

    def _alongside(self, sentence: str, u: Unit) -> bool:
        """«5.1. С кафедрами института – по вопросам …» in the regulation of a body: with whom it works, without its
        name and without a verb."""
        found = re.match(r"Со?\s+([^–—:]{3,200}?)\s+[–—]\s+(?=(?:по|в|на|при|через|путем|путём)\s)", sentence)
        owners = self.default.get(u.part, ())
        if found is None or not owners or u.kind != "clause" or finite(sentence[: found.end()]):
            return False
        if not head(found.group(1), "ablt", self.registry.shorts):
            return False
        for e in owners:
            self._emit(e, sentence, u, "responsible", 0.65)
        return True

    def _definition(self, index: int, u: Unit, defined: bool = True) -> None:
        if defined:
            found_terms = definitions(
                u.text, (u.part, u.number) in self.glossary or (u.part, u.chapter) in self.glossary
            )
            self.terms.extend((term, u.address) for term, _ in found_terms)
            if found_terms:
                self.used[index] = "definition"
        for piece in re.split(r";\s+(?=[«*А-ЯЁ])", u.text):
            found = participial(piece, self.registry, u.address, defined)
            if found:
                entry, offset, base = found
                text = re.split(r"(?<=[а-яё»)])\.\s", piece[offset:])[0]
                self._emit(entry, text, u, role_of("", base), 0.6)
                self.used[index] = "statement"

    def _is_definition(self, u: Unit) -> bool:
        return bool(re.match(r"^\W?«[^»]{3,160}»\W{0,2}\s*(?:\([^()]*\))?\s*[-–—]\s", u.text))

    def _office(self, index: int, u: Unit) -> bool:
        """«Ответственный за X – Y», «Координатор системы – Y»: an office and who holds it, without a verb."""
        found = OFFICE_DASH.match(u.text)
        if not found or finite(u.text):
            return False
        name = tidy(found.group(2))
        if not head(name, "nomn", self.registry.shorts):
            return False
        entries = self.registry.resolve(name, "nomn", u.address)
        for e in entries:
            self._emit(e, u.text, u, "responsible", 0.75)
        if entries:
            self.used[index] = "statement"
        return bool(entries)

    def charged(self, text: str, u: Unit, clause: str) -> bool:
        """«назначение ответственного от X за Y»: the act creates an officer and charges them with Y."""
        found = CHARGED.search(text)
        if not found:
            return False
        phrase = re.sub(r"\s*\([^()]*\)", "", found.group(1))
        case = "accs" if re.match(r"ответственного\s+(?:за|от)\b", phrase, re.I) else "gent"
        entries = self.registry.resolve(phrase, case, clause) or self.registry.resolve(phrase, "gent", clause)
        for e in entries:
            self._emit(e, found.group(0), u, "responsible", 0.6, clause)
        return bool(entries)
