"""Why a text was left unread: what it is instead of a function. A closed list; the wordings are in reasons.toml."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from loaders.order.wordings import patterns
from ontology.i18n import gettext as _

# Message ids: their Russian is in the package's locale.
REASON_TABLE: Final = _("a table of no known kind")
REASON_LEAD: Final = _("opens a list that gives nobody a function")
REASON_NOBODY: Final = _("names no subject that would hold it")
REASONS: Final[dict[str, str]] = {
    "goal": _("a goal"),
    "task": _("a task which no subject is given"),
    "principle": _("a principle"),
    "right": _("a right, not a function"),
    "liability": _("a liability, not a function"),
    "result": _("an expected result"),
    "indicator": _("an indicator or a criterion"),
    "term": _("a term or an abbreviation"),
    "paper": _("papers and acts relied on"),
    "members": _("who belongs to a body"),
    "source": _("a source of data"),
    "stage": _("a stage or an order of steps"),
    "mechanism": _("a mechanism or a form of work"),
    "direction": _("a direction of work which no subject is given"),
    "requirement": _("a requirement or a condition"),
    "norm": _("a norm or a frequency"),
    "money": _("financing"),
    "form": _("a form to be filled in"),
    "about": _("what the act itself is about"),
    "force": _("how the act comes into force"),
    "standing": _("how a body is set up and works"),
    "ground": _("grounds and background"),
    "amended": _("an addition to a clause of another act, which names its subject"),
    "passive": _("a deed without a doer"),
}
# Lemma of a section's heading → the reason for all that stands under it.
SECTIONS: Final[dict[str, str]] = {
    "цель": "goal", "эффект": "result", "результат": "result", "итог": "result", "принцип": "principle",
    "подход": "principle", "право": "right", "показатель": "indicator", "критерий": "indicator",
    "индикатор": "indicator", "термин": "term", "понятие": "term", "сокращение": "term", "глоссарий": "term",
    "источник": "source", "литература": "paper", "актуальность": "ground", "обоснование": "ground",
    "проблема": "ground",
}  # fmt: skip
_PATTERNS: Final = patterns("reasons", "reasons")
LONG_END: Final = 2_000  # characters
LONGEST: Final = 600  # characters that are looked at: what a text is stands at its beginning
# What a lead says of itself holds of the items under it too.
OF_LISTS: Final = frozenset(REASONS) - {"norm", "passive", "standing", "about", "force"}


def reason(text: str, section: Collection[str] = (), lead: str = "", table: bool = False) -> str:
    """The reason for leaving a text unread: by its own words, by the lead above it, by the lemmas of the section's
    heading. `lead` is the text of the paragraph that opened the list it stands in."""
    if table:
        return REASON_TABLE
    plain = re.sub(r"«[^«»]*»|\([^()]*\)", "", text.strip()[:LONGEST])
    if lead and (kind := _kind(lead[:LONGEST])) in OF_LISTS:
        return REASONS[kind]
    own = _kind(plain)
    above = next((SECTIONS[w] for w in sorted(section) if w in SECTIONS), "")
    if above and own in {"", "passive", "standing", "norm"}:
        return REASONS[above]
    if own:
        return REASONS[own]
    return REASON_LEAD if text.rstrip().endswith(":") else REASON_NOBODY


def _kind(text: str) -> str:
    """The first reason a wording of which the text has; "" for none. Of an endless text its two ends are looked at."""
    if len(text) > 2 * LONG_END:
        text = f"{text[:LONG_END]} {text[-LONG_END:]}"
    return next((name for name, pattern in _PATTERNS.items() if name in REASONS and pattern.search(text)), "")
