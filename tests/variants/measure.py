"""Measures readings against truth, list by list: how much of what is there is found, of what is found is right.

Two texts are one when they are 88 per cent alike (letters, Indel); clauses when one address is the other's tail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rapidfuzz import fuzz

from loaders.order.reading import Reading
from tests.loaders.order.measure import SAME, same_clause, same_subject
from tests.loaders.order.measure import norm as plain

Fact = dict[str, Any]
norm = cache(plain)  # each text is compared with many
LISTS = ("assignments", "subjects", "activities", "indicators", "agreements", "interactions", "terms", "persons")


@dataclass
class Tally:
    """Counts over any number of acts. `wrong` names misses for a person who looks for their cause."""

    there: int = 0
    found: int = 0
    said: int = 0
    right: int = 0
    detail: dict[str, list[int]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.found / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.right / self.said if self.said else 1.0

    def also(self, what: str, right: int, of: int = 1) -> None:
        """Count a detail of what was found: the right subject, the right clause…"""
        counts = self.detail.setdefault(what, [0, 0])
        counts[0] += right
        counts[1] += of

    def share(self, what: str) -> float:
        """Share of the found whose detail is right."""
        right, of = self.detail.get(what, (0, 0))
        return right / of if of else 1.0

    def add(self, name: str, there: Iterable[Fact], said: Iterable[Fact], same: Callable[[Fact, Fact], bool],
            show: Callable[[Fact], str], told: Callable[[Fact], str]) -> None:  # fmt: skip
        """Count one act's list: each fact of the truth found if some fact said is the same, and the other way round."""
        there, said = list(there), list(said)
        for fact in there:
            hit = any(same(fact, one) for one in said)
            self.there, self.found = self.there + 1, self.found + hit
            if not hit:
                self.missed.append(f"{name}: {show(fact)}")
        for one in said:
            hit = any(same(fact, one) for fact in there)
            self.said, self.right = self.said + 1, self.right + hit
            if not hit:
                self.wrong.append(f"{name}: {told(one)}")


class Measure:
    """Tallies of all lists over acts."""

    def __init__(self) -> None:
        self.lists = {name: Tally() for name in LISTS}

    def act(self, name: str, truth: Fact, reading: Reading) -> None:
        """Add one act."""
        got: Fact = json.loads(reading.as_json())
        named = {s["id"]: s for s in got["subjects"]}
        known = {s["id"]: s for s in truth["subjects"]}

        @cache
        def same_body(left: str, right: str) -> bool:
            return left in known and right in named and same_subject(known[left], named[right])

        self._statements(name, truth, got, same_body)
        core = {f["subject"] for f in truth["functions"]}
        here = [s for s in truth["subjects"] if s["id"] in core]
        t = self.lists["subjects"]
        # Acts name others they act towards («помощь сельским школам»): whether these are subjects is a matter of taste.
        acting = {a["subject"] for a in got["assignments"]} | {
            i for a in got["activities"] for i in a["responsible_ids"]
        }
        said = [s for s in got["subjects"] if s["id"] in acting or any(same_subject(o, s) for o in truth["subjects"])]
        t.add(name, here, said, same_subject, lambda s: s["name"], lambda s: f"{s['name']} @{s['clause']}")
        for s in here:
            t.also("level", any(same_subject(s, o) and o["level"] == s["level"] for o in got["subjects"]))
        self._activities(name, truth, got)
        self._indicators(name, truth, got)
        clauses = lambda f: [c.strip() for c in f["clause"].split(";")]  # noqa: E731
        self.lists["agreements"].add(
            name, truth["agreements"], got["agreements"],
            lambda a, b: any(same_clause(c, d) for c in clauses(a) for d in clauses(b)),
            lambda a: f"{a['about']} @{a['clause']}", lambda b: f"{b['about']} @{b['clause']}",
        )  # fmt: skip
        for a in truth["agreements"]:
            twins = [b for b in got["agreements"] if any(same_clause(c, d) for c in clauses(a) for d in clauses(b))]
            if twins:
                whole = any(all(any(same_body(p, q) for q in b["parties"]) for p in a["parties"]) for b in twins)
                self.lists["agreements"].also("parties", whole)

        def flow(b: Fact) -> str:
            left, right = (named.get(b[end], {}).get("name") for end in ("from", "to"))
            return f"{left} → {right} {b['kind']}: {b['what']}"

        ends = ("from", "to")
        between = [b for b in got["interactions"] if all(any(same_body(k, b[end]) for k in known) for end in ends)]
        wanted = [a for a in truth["flows"] if not a.get("may")]
        may = [a for a in truth["flows"] if a.get("may")]
        between = [
            b
            for b in between
            if any(same_body(a["from"], b["from"]) and same_body(a["to"], b["to"]) for a in wanted)
            or not any({a["from"], a["to"]} == _ends(b, known, same_body) for a in may)
        ]
        self.lists["interactions"].add(
            name, wanted, between,
            lambda a, b: same_body(a["from"], b["from"]) and same_body(a["to"], b["to"]),
            lambda a: f"{a['kind']}: {a['what']} @{a['clause']}", flow,
        )  # fmt: skip
        for a in wanted:
            twins = [b for b in got["interactions"] if same_body(a["from"], b["from"]) and same_body(a["to"], b["to"])]
            if twins:
                self.lists["interactions"].also("kind", any(b["kind"] == a["kind"] for b in twins))
        self.lists["terms"].add(
            name,
            truth["terms"],
            got["terms"],
            lambda a, b: alike(a["term"], b["term"]),
            lambda a: a["term"],
            lambda b: b["term"],
        )
        self.lists["persons"].add(
            name, truth["persons"], got["persons"], lambda a, b: _surname(a["name"]) in norm(b["name"]),
            lambda a: a["name"], lambda b: b["name"],
        )  # fmt: skip

    def _statements(self, name: str, truth: Fact, got: Fact, same_body: Callable[[str, str], bool]) -> None:
        wanted = [f for f in truth["functions"] if f["kind"] in {"function", "duty"}]
        t = self.lists["assignments"]
        t.there, t.said = t.there + len(wanted), t.said + len(got["assignments"])
        for f in wanted:
            twins = [a for a in got["assignments"] if alike(f["text"], a["statement"])]
            t.found += bool(twins)
            if twins:
                t.also("subject", any(same_body(f["subject"], a["subject"]) for a in twins))
                t.also("clause", any(same_clause(f["clause"], a["clause"]) for a in twins))
            else:
                t.missed.append(f"{name}: {f['text']} @{f['clause']}")
        for a in got["assignments"]:
            if any(alike(f["text"], a["statement"]) for f in truth["functions"]):  # tasks may be read, or not
                t.right += 1
            else:
                t.wrong.append(f"{name}: {a['statement']} @{a['clause']}")

    def _activities(self, name: str, truth: Fact, got: Fact) -> None:
        t = self.lists["activities"]
        same = lambda a, b: alike(a["activity"], b["title"], 85)  # noqa: E731
        t.add(name, truth["roadmap"], got["activities"], same, lambda a: a["activity"], lambda b: b["title"])
        for a in truth["roadmap"]:
            best = max(got["activities"], key=lambda b: fuzz.ratio(norm(a["activity"]), norm(b["title"])), default=None)
            if best is not None and same(a, best):
                who = (norm(" ".join(a["responsible"])), norm(" ".join(best["responsible"])))
                t.also("responsible", fuzz.token_set_ratio(*who) >= 90)
                if a["due"]:
                    t.also("due", a["due"] == best["due"])

    def _indicators(self, name: str, truth: Fact, got: Fact) -> None:
        t = self.lists["indicators"]
        same = lambda a, b: alike(a["name"], b["name"])  # noqa: E731
        t.add(name, truth["indicators"], got["indicators"], same, lambda a: a["name"], lambda b: b["name"])
        for a in truth["indicators"]:
            seen = [
                {_digits(o["text"] or o["value"]) for o in b["observations"]} for b in got["indicators"] if same(a, b)
            ]
            values = [_digits(v) for v in a["values"].values()]
            if seen and values:
                t.also("values", max(sum(v in one for v in values) for one in seen), len(values))


def _ends(said: Fact, known: Iterable[str], same: Callable[[str, str], bool]) -> set[str]:
    """The ids in the truth of both ends of an interaction."""
    return {k for end in ("from", "to") for k in known if same(k, said[end])}


def alike(left: str, right: str, cut: int = SAME) -> bool:
    """Whether two texts are one, white space, case and punctuation aside."""
    return fuzz.ratio(norm(left), norm(right), score_cutoff=cut) >= cut


def _digits(value: Any) -> str:
    return re.sub(r"[^0-9,.]", "", str(value)).replace(",", ".").strip(".")


def _surname(name: str) -> str:
    return norm(max(re.findall(r"\w+", name), key=len))[:5]
