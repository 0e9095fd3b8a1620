"""Legal forms of institutions, which stand before their names, written out or abbreviated."""

from __future__ import annotations

import re

from ontology import russian
from queries.findings.same_names import word_set

_FORMS = word_set(
    "государственный муниципальный областной краевой республиканский окружной автономный бюджетный казенный учреждение "
    "дополнительный профессиональный образование образовательный федеральный высший"
)
# Abbreviations of legal forms: Г(осударственное) А(втономное) О(бразовательное) У(чреждение), М… Б…, О… К…
SHORT_FORMS = word_set(
    "ау бу ку гау гбу гку мау мбу мку гоу моу гаоу гбоу гкоу маоу мбоу мкоу огау огбу огаоу огбоу обу фгау фгбу фгаоу "
    "фгбоу дпо дпс впо во"
)
_QUOTED = re.compile(r"([^«\"]+)[«\"](.+?)[»\"]?([^»\"]*)$", re.S)


def proper_name(name: str) -> str:
    """«МБУ ДПО «Институт развития»» without its legal form; a name without quotes, or of which more stands before
    them, stays as it is."""
    found = _QUOTED.match(name)
    forms = _FORMS | SHORT_FORMS
    if found is None or not all(w.casefold() in forms or russian.lemma(w) in forms for w in russian.words(found[1])):
        return name
    return f"{found[2]} {found[3]}"
