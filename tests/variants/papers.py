"""The text of an invented act as it grows, and the truth about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.variants.style import Style
from tests.variants.world import Body, Saying

LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
LISTS = [
    "subjects",
    "functions",
    "agreements",
    "roadmap",
    "indicators",
    "flows",
    "routes",
    "norms",
    "terms",
    "persons",
    "notes",
]


class Paper:
    """The act's text so far and the truth about it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.truth: dict[str, Any] = {name: [] for name in LISTS}

    def put(self, *lines: str, gap: bool = True) -> None:
        """Write paragraphs, a blank line after each unless `gap` is off."""
        for line in lines:
            self.lines.append(line)
            if gap:
                self.lines.append("")

    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines).strip() + "\n"

    def subject(self, body: Body, clause: str) -> str:
        """Note a subject where it is met first; its id."""
        if not body.sid:
            body.sid, body.clause = f"s{len(self.truth['subjects']) + 1}", clause
            self.truth["subjects"].append(
                {
                    "id": body.sid,
                    "name": body.name,
                    "short": body.short,
                    "level": body.level,
                    "clause": clause,
                    "part_of": None,
                }
            )
        return body.sid

    def function(self, body: Body, text: str, clause: str, kind: str = "function") -> None:
        """Note a statement."""
        self.truth["functions"].append(
            {"subject": self.subject(body, clause), "text": text, "clause": clause, "kind": kind}
        )

    def saying(self, body: Body, said: Saying, text: str, clause: str) -> None:
        """Note a statement and what it says of others."""
        self.function(body, text, clause)
        if said.to is not None:
            self.truth["flows"].append(
                {"from": body.sid, "to": said.to, "kind": said.kind, "what": said.what, "clause": clause}
            )
        if said.pact:
            # Who concludes an agreement also acts together with its parties: read or not, neither is wrong.
            self.truth["flows"] += [
                {"from": body.sid, "to": p, "kind": "coordinates", "what": text, "clause": clause, "may": True}
                for p in said.pact
            ]
            self.truth["agreements"].append(
                {"parties": [body, *said.pact], "about": text, "status": "required", "deadline": None, "clause": clause}
            )

    def settle(self) -> dict[str, Any]:
        """The truth with ids in place of bodies."""
        ids = lambda b: b.sid if isinstance(b, Body) else b  # noqa: E731
        for flow in self.truth["flows"]:
            flow["to"] = ids(flow["to"])
        for agreement in self.truth["agreements"]:
            agreement["parties"] = [ids(b) for b in agreement["parties"]]
        return self.truth


def marked(style: Style, number: int) -> tuple[str, str]:
    """The mark before the item of this number (from 0) and its part of the address («.3», «.в», nothing)."""
    if style.mark == "1)":
        return f"{number + 1}) ", f".{number + 1}"
    if style.mark == "а)":
        letter = LETTERS[number % len(LETTERS)]
        return f"{letter}) ", f".{letter}"
    return (f"{style.mark} " if style.mark else ""), ""


def items(paper: Paper, style: Style, body: Body, said: Iterable[Saying], clause: str) -> None:
    """Write what a body does as a list; the address of an item follows its mark."""
    listed = list(said)
    for number, one in enumerate(listed):
        mark, tail = marked(style, number)
        text = one.said(style.form, body.plural)
        end = "." if number == len(listed) - 1 else style.end
        opened = text[0].upper() + text[1:] if style.end == "." and style.mark not in {"1)", "а)"} else text
        paper.put(f"{mark}{opened}{end}", gap=style.gap)
        at = f"{clause}, пп. {tail[1:]}" if tail and clause.startswith(("прил", "разд")) else clause + tail
        paper.saying(body, one, text, at)
    if not style.gap:
        paper.put("", gap=False)
