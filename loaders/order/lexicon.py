"""The words of the genre as the reader's modules use them; declared in `wordings/*.toml`, none of them here."""

from __future__ import annotations

from typing import Final

from loaders.order.wordings import table

_words = table("subjects", "words")
_roles = table("verbs", "roles")
_verbs = table("verbs", "verbs")
_leads = table("leads", "leads")

# Head noun (lemma) of a body's name → kind of body.
HEADS: Final[dict[str, str]] = {word: kind for kind, words in table("subjects", "heads").items() for word in words}
NEEDS_TAIL: Final[frozenset[str]] = frozenset(_words["needs_tail"])
# Head noun that is a verbal noun too → what must follow it to name a subject.
VERBAL_HEADS: Final[dict[str, str]] = table("subjects", "verbal_heads")
SERVED: Final[frozenset[str]] = frozenset(_words["served"])
SERVED_ADJECTIVES: Final[tuple[str, ...]] = tuple(_words["served_adjectives"])
# Abbreviation → (kind, level or "").
ACRONYMS: Final[dict[str, tuple[str, str]]] = {k: (v[0], v[1]) for k, v in table("subjects", "acronyms").items()}
LEGAL_FORMS: Final[frozenset[str]] = frozenset(_words["legal_forms"])
# Participles which name people («наставляемый»), in the masculine.
SUBSTANTIVES: Final[tuple[str, ...]] = tuple(_words["substantives"])
OFFICES: Final[frozenset[str]] = frozenset(_words["offices"])

ACCOUNTABLE: Final[frozenset[str]] = frozenset(_roles["accountable"])
CONSULTED: Final[frozenset[str]] = frozenset(_roles["consulted"])
CONTRIBUTES: Final[frozenset[str]] = frozenset(_roles["contributes"])
INFORMED: Final[frozenset[str]] = frozenset(_roles["informed"])
DUTY_VERBS: Final[frozenset[str]] = ACCOUNTABLE | CONSULTED | CONTRIBUTES | frozenset(_verbs["duty"])
ACTION_NOUNS: Final[frozenset[str]] = frozenset(w.replace("ё", "е") for w in _verbs["nouns"])
ACTION_ENDINGS: Final[tuple[str, ...]] = tuple(_verbs["noun_endings"])
STATE_VERBS: Final[frozenset[str]] = frozenset(_verbs["state"])

FUNCTION_NOUNS: Final[frozenset[str]] = frozenset(_leads["functions"])
BLOCKED: Final[frozenset[str]] = frozenset(_leads["blocked"])
SYSTEMS: Final[frozenset[str]] = frozenset(_leads["systems"])
# Usual titles of sections which tell neither of functions nor of what is none.
SECTIONS: Final[frozenset[str]] = frozenset(_leads["sections"])
SILENT: Final[frozenset[str]] = frozenset(_leads["silent"])

# Stem → level; the first found in a phrase decides.
LEVEL_WORDS: Final[tuple[tuple[str, str], ...]] = tuple((w[0], w[1]) for w in table("levels", "levels")["words"])

ACT_KINDS: Final[tuple[str, ...]] = tuple(table("papers", "acts")["kinds"])
PAPERS: Final[dict[str, str]] = table("papers", "papers")

# Latin letters that look like Cyrillic ones, as recognition confuses them: a table of letters, no wording.
HOMOGLYPHS: Final[dict[int, str]] = str.maketrans("ABCEHKMOPTXaceopxyukm", "АВСЕНКМОРТХасеорхуикм")  # type: ignore[assignment]
