"""Walk through the units of an act and collect who is given what: lists under headings and leads, sentences, points."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.morph import adjective, lemma, noun, opens_with_verb, parses, verb, words
from loaders.order.clauses import APPROVED, TITLE, Part, Unit
from loaders.order.glossary import definitions
from loaders.order.lexicon import (
    ACCOUNTABLE,
    ACRONYMS,
    CONSULTED,
    CONTRIBUTES,
    INFORMED,
    LEGAL_FORMS,
    SILENT,
)
from loaders.order.names import head, outside, split
from loaders.order.reading import Role
from loaders.order.registry import Entry, Registry
from loaders.order.roadmap import cell
from loaders.order.sentences import Doing, Lead, doing, finite, lead, participial, point, sentences, served
from loaders.order.structure import Levels, announced
from loaders.order.tables import Table

ENUMERATES = re.compile(
    r"субъект\w*|участник\w*|структур\w+|уровень представлен|уровня представл|входят|образуют|включает|относятся", re.I
)
CONTINUES = re.compile(r"^(?:в|во|на|по|с|со|для|при|из|за|от|до|о|об|к|через|между|без|и|а|или|то есть)\s", re.I)
ACTION_ENDINGS = (
    "ние",
    "тие",
    "ция",
    "ка",
    "ство",
    "сть",
    "за",
    "ла",
    "ор",
    "ет",
    "ез",
    "ен",
    "щь",
    "та",
    "ия",
    "ог",
    "ль",
    "ва",
    "да",
)


@dataclass
class Draft:
    """An assignment before ids are given."""

    entry: Entry
    statement: str
    clause: str
    role: Role
    confidence: float
    start: int


@dataclass
class _List:
    lead: Lead
    unit: Unit
    text: str = ""
    items: int = 0
    marked: bool | None = None
    closed: bool = False
    merged: list[str] = field(default_factory=list)
    last_end: str = ":"
    nested: str = ""  # the mark of an item that opens a list of its own


def role_of(text: str, lead_verb: str = "") -> Role:
    """The RACI role by the first verb or verbal noun of a statement (domain: the verb decides)."""
    low = text.lower()
    first = [lemma(w) for w in words(low)[:4]]
    bases = [verb(w) or b for w, b in zip(words(low)[:4], first, strict=False)]
    for word, base in zip(words(low)[:4], bases, strict=False):
        if base in ACCOUNTABLE:
            return "accountable"
        if base in CONSULTED:
            return "consulted"
        if base in CONTRIBUTES or low.startswith(
            ("оказывает помощь", "оказывают помощь", "принимает участие", "принимают участие")
        ):
            return "contributes"
        if base in INFORMED:
            return "informed"
        if verb(word) or noun(word, "nomn"):
            break
    if re.match(r"(?:\w+\s+)?осуществля\w+\s+(?:\w+\s+)?контрол", low):
        return "accountable"
    if re.match(r"\w*\s*оказ\w+\s+(?:\w+\s+){0,3}(?:помощ|содейств)", low):
        return "contributes"
    if lead_verb in ACCOUNTABLE:
        return "accountable"
    if lead_verb in CONTRIBUTES:
        return "contributes"
    if lead_verb in CONSULTED:
        return "consulted"
    return "responsible"


def tidy(text: str) -> str:
    """A statement without its list punctuation."""
    return (
        text.strip().rstrip(" ;,").removesuffix(".").strip()
        if not re.search(r"\b(?:т\.\s?д|т\.\s?п|др|пр)\.$", text.strip())
        else text.strip().rstrip(" ;,")
    )


def action(text: str) -> bool:
    """Whether an item opens with a verb or a verbal noun («организует …», «ведение …», «методическая помощь …»)."""
    if opens_with_verb(text):
        return True
    for w in words(text)[:5]:
        reading = (
            noun(w.lower(), "nomn") or noun(w.lower(), "accs") or noun(w.lower(), "loct") or noun(w.lower(), "datv")
        )
        if reading is not None and not (adjective(w.lower()) and not w.lower().endswith(ACTION_ENDINGS)):
            return str(reading.normal_form).endswith(ACTION_ENDINGS)
        if parses(w.lower())[0].tag.POS == "NOUN":
            return False
    return False


CHARGED = re.compile(
    r"(?:назначение|определение)\s+((?:ответственного|ответственных)(?:\s+(?:исполнител\w+|лиц\w*|специалист\w*))?"
    r"(?:\s+от\s+[^;:.]+?)?\s+за\s+[^;.]+)", re.I)


class Walker:
    """Collects drafts; `used` maps each understood unit's index to what it was taken for."""

    def __init__(self, parts: list[Part], units: list[Unit], registry: Registry, levels: Levels) -> None:
        self.parts, self.units, self.registry, self.levels = parts, units, registry, levels
        self.drafts: list[Draft] = []
        self.used: dict[int, str] = {}
        self.owners: tuple[Entry, ...] = ()
        self.owner_at = ""
        self.list: _List | None = None
        self.silent: dict[tuple[int, str, str], bool] = {}
        self.default: dict[int, tuple[Entry, ...]] = {}
        self.glossary: set[tuple[int, str]] = set()
        self.last: tuple[Entry, ...] = ()
        self.terms: list[tuple[str, str]] = []
        self.pending: tuple[Entry, ...] = ()  # the subject of a heading whose list has not begun yet

    # -- what is said where ------------------------------------------------------------------------------------------
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
        """«Положение о методическом совете …»: the paper's own subject holds what its sections list without naming anybody."""
        found = re.search(
            r"\b(?:положение|порядок работы|регламент работы)\s+(?:о|об|о деятельности|об организации деятельности)\s+(.+)$",
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

    def _silent(self, u: Unit) -> bool:
        pieces = u.number.split(".") if u.number else []
        while pieces:
            here = self.silent.get((u.part, u.chapter, ".".join(pieces)))
            if here is not None:
                return here
            pieces.pop()
        return self.silent.get((u.part, u.chapter, ""), False)

    def _heading(self, index: int, u: Unit) -> None:
        kept = self.list
        self._close()
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
            entries = self.registry.resolve(lowered.rstrip("."), "nomn", u.address)
            self._own(tuple(entries), u)
            return
        opened = lead(lowered, self.registry, u.address, self.last)
        if opened and opened.mode == "items":
            if opened.owners:
                self._own(opened.owners, u)
            owners = opened.owners or self.owners or self.default.get(u.part, ())
            if owners:
                self.owners, self.owner_at = owners, u.number or u.chapter
                self.list = _List(Lead("items", owners, opened.verb, opened.confidence), u)
            return
        if core and self.default.get(u.part):
            self.owners, self.owner_at = self.default[u.part], u.number or u.chapter
            self.list = _List(Lead("items", self.owners, "", 0.85), u)
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

    # -- lists -------------------------------------------------------------------------------------------------------
    def _child(self, u: Unit) -> bool:
        """A numbered clause that is an item of the list its parent opened («3.2. … функции:» – «3.2.1. организует …»)."""
        opened = self.list
        if opened is None or opened.closed or opened.lead.mode != "items" or u.text.rstrip().endswith(":"):
            return False
        parent = opened.unit.number
        under = u.number.startswith(parent + ".") if parent else opened.unit.chapter == u.chapter
        if not under:
            return False
        if opened.unit.heading and not action(u.text):
            return False
        done = finite(u.text)
        return not (done and self._doer(u, u.text))

    def _doer(self, u: Unit, text: str) -> Doing | None:
        return doing(text, self.registry, u.address, self.last)

    def _open(self, index: int, u: Unit, opened: Lead) -> None:
        owners = opened.owners
        if opened.same:
            owners = self.owners or self.pending or self.default.get(u.part, ())
            if not owners:
                opened = Lead("blocked")
        if opened.mode != "blocked" and any(served(e) and not e.listed for e in owners):
            opened = Lead("blocked")
        if opened.mode == "items" and owners:
            self.owners = self.last = owners
            self.owner_at = u.number or ("§" + u.chapter)
            self.pending = ()
            level = self.levels.at(u)
            for e in owners:
                if level and e.level_from < 3 and not opened.same and u.kind in {"clause", "plain"}:
                    e.level, e.level_from = level, 3
        self.list = _List(Lead(opened.mode, owners, opened.verb, opened.confidence, opened.same), u, u.text)
        self.used[index] = "lead" if opened.mode != "blocked" else "prose"

    def _item(self, index: int, u: Unit) -> bool:
        opened = self.list
        if opened is None and self.pending:
            opened = self.list = _List(Lead("items", self.pending, "", 0.8), u)
            self.owners, self.pending = self.pending, ()
        if opened is not None and not opened.closed:
            if opened.lead.mode == "merge":
                if opened.items == 0 and action(u.text) and not CONTINUES.match(u.text):
                    opened.lead = Lead("items", opened.lead.owners, opened.lead.verb, opened.lead.confidence)
                else:
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

    def _take(self, index: int, u: Unit, opened: _List) -> None:
        if (
            opened.nested
            and self.drafts
            and u.kind in {"bullet", "item", "plain"}
            and (u.mark != opened.nested or (CONTINUES.match(u.text) and not action(u.text)))
        ):
            for draft in self.drafts[-len(opened.lead.owners) :]:
                draft.statement = tidy(_joined(draft.statement, u))
            self.used[index] = "statement"
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
        for text in _pieces(u.text):
            for owner in opened.lead.owners:
                self._emit(owner, text, u, role_of(text, opened.lead.verb), opened.lead.confidence)
        self.used[index] = "statement"

    def _own_doer(self, index: int, u: Unit) -> bool:
        """An item that names its own doer: «X: делает …», «X – делает …», «X обеспечивает …», or just a subject of the list."""
        if self._silent(u):
            return False
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
                        for piece in _pieces(rest):
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
                    entries = self.registry.resolve(u.text.rstrip(" ;,."), case, u.address)
                    level = self.levels.at(u)
                    for e in entries:
                        e.listed = True
                        if level and e.level_from < 3:
                            e.level, e.level_from = level, 3
                    if entries:
                        self.used[index] = "subject"
                        return True
        return self._sentence(index, u, u.text)

    def _plain_item(self, index: int, u: Unit) -> bool:
        """A paragraph without a mark that goes on with the list: lower case, or parallel to the items before it."""
        opened = self.list
        text = u.text
        if text.rstrip().endswith(":"):
            return False
        if opened is None and self.pending and (text[:1].islower() and action(text)):
            opened = self.list = _List(Lead("items", self.pending, "", 0.8), u)
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
        if opened is None or opened.lead.mode != "merge":
            return
        text = " ".join([opened.text, *opened.merged])
        for owner in opened.lead.owners:
            self._emit(owner, text, opened.unit, role_of(opened.lead.verb or text), opened.lead.confidence)

    # -- prose -------------------------------------------------------------------------------------------------------
    def _prose(self, index: int, u: Unit) -> None:
        text = u.text.strip()
        silent = self._silent(u)
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
        if silent:
            self._definition(index, u, defined=False)
            return
        self._sentence(index, u, text) or self._definition(index, u, defined=False)

    def _is_definition(self, u: Unit) -> bool:
        return bool(re.match(r"^\W?«[^»]{3,160}»\W{0,2}\s*(?:\([^()]*\))?\s*[-–—]\s", u.text))

    def _headed(self, index: int, u: Unit) -> bool:
        """A clause that is a subject's name only, too long or too punctuated to look like a heading."""
        if finite(u.text) or len(u.text) > 400:
            return False
        if not head(u.text, "nomn", self.registry.shorts) or not split(u.text, "nomn", self.registry.shorts):
            return False
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        if following is None or not (
            following.text.rstrip().endswith(":") or following.kind in {"bullet", "item"} or action(following.text)
        ):
            return False
        entries = self.registry.resolve(u.text, "nomn", u.address)
        if entries:
            self._own(tuple(entries), u)
            self.used[index] = "heading"
        return bool(entries)

    def _sentence(self, index: int, u: Unit, text: str) -> bool:
        done = False
        owners = self.owners if u.kind == "clause" or self.pending else ()
        for sentence in sentences(text):
            if found := re.match(r"^наделение\s+(.+?)\s+полномочиями", sentence, re.I):
                entries = self.registry.resolve(found.group(1), "gent", u.address)
                for e in entries:
                    self._emit(e, sentence, u, "responsible", 0.7)
                done = done or bool(entries)
                continue
            deed = doing(sentence, self.registry, u.address, self.last or owners)
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
                    for e in self.last:
                        self._emit(e, sentence, u, role_of(sentence), 0.7)
                    done = True
                    continue
                if owners and opens_with_verb(sentence) and sentence[:1].isupper():
                    for e in owners:
                        self._emit(e, sentence, u, role_of(sentence), 0.75)
                    done = True
                continue
            own = [e for e in deed.doers if not served(e)]
            # a numbered clause which opens with a long name is that subject's clause: its words begin with the verb
            long = deed.predicate > 0.27 * (len(sentence) - deed.predicate)
            words_ = (
                sentence[deed.predicate :] if u.kind == "clause" and u.number.count(".") >= 2 and long else sentence
            )
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

    def _definition(self, index: int, u: Unit, defined: bool = True) -> None:
        if defined:
            found_terms = definitions(u.text, (u.part, u.number) in self.glossary or (u.part, u.chapter) in self.glossary)
            self.terms.extend((term, u.address) for term, _ in found_terms)
            self.used[index] = "definition"
        for piece in re.split(r";\s+(?=[«*А-ЯЁ])", u.text):
            found = participial(piece, self.registry, u.address, defined)
            if found:
                entry, offset, base = found
                text = re.split(r"(?<=[а-яё»)])\.\s", piece[offset:])[0]
                self._emit(entry, text, u, role_of("", base), 0.6)
                self.used[index] = "statement"

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

    # -- tables ------------------------------------------------------------------------------------------------------
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
                    r";\s*|(?<=[а-яё)])\.\s+(?=[А-ЯЁ])|\s+[-–•]\s+(?=[а-яё])|(?:^|\s)\d+[).]\s+",
                    cell(table, row, "functions"),
                ):
                    self._emit(e, text, row.first, role_of(text), 0.9, clause)

    # -- the act itself ----------------------------------------------------------------------------------------------
    def _order_point(self, index: int, u: Unit) -> None:
        if u.kind not in {"clause", "item", "bullet", "point", "plain"} or (not u.number and u.kind != "bullet"):
            return
        opened = self.list
        under = (
            opened is not None
            and opened.lead.mode == "items"
            and (
                u.kind in {"item", "bullet", "point"}
                or (u.kind == "clause" and u.number.startswith(opened.unit.number + "."))
            )
        )
        if opened is not None and under:
            self._take(index, u, opened)
            return
        if u.kind == "plain":
            return
        self._close()
        deed = point(u.text, self.registry, u.address)
        if deed is None:
            return
        if u.text.rstrip().endswith(":"):
            self.list = _List(Lead("items", deed.doers, deed.verb, 0.9), u)
            self.used[index] = "lead"
            return
        for e in deed.doers:
            self._emit(e, u.text, u, role_of(deed.verb, deed.verb), deed.confidence)
        self.used[index] = "statement"

    def _emit(self, entry: Entry, text: str, u: Unit, role: Role, confidence: float, clause: str = "") -> None:
        statement = tidy(text)
        address = clause or u.address
        if len(statement) < 4 or not re.search(r"[А-Яа-яЁё]{3}", statement):
            return
        entry.used = True
        mentioned = self.levels.at(u)
        if mentioned and entry.level_from < 1:
            entry.level, entry.level_from = mentioned, 1  # weaker than the subject's own name, stronger than the issuer's
        entry.clause = entry.clause or address
        if any(d.entry is entry and d.statement == statement and d.clause == address for d in self.drafts[-40:]):
            return
        self.drafts.append(Draft(entry, statement, address, role, confidence, u.start))


def _joined(statement: str, u: Unit) -> str:
    """A statement with an item of its own list: «…: – …; – …»."""
    stop = "" if statement.endswith((":", ",", ";")) else ";"
    return " ".join(x for x in (statement + stop, u.mark, u.text) if x)


def _pieces(text: str) -> list[str]:
    """An item the recogniser has fused from several («…; обеспечение …; выявление …»): its parts, if each is an action."""
    parts = re.split(r";\s+", text.strip().rstrip(";"))
    if len(parts) > 1 and all(action(p) and len(p) > 15 for p in parts):
        return parts
    return [text]
