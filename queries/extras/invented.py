"""The note that some rows are no facts."""

from __future__ import annotations

from ontology.i18n import Lang, translator


def invented(found: bool, lang: Lang) -> list[str]:
    """One note when rows rest on invented data, else none."""
    return [translator(lang)("Invented data, for demonstration only.")] if found else []
