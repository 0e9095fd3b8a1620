"""The words of a scenario, in English and in Russian: one table, so that both say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ontology.i18n import Lang

_RUSSIAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # the scenario
        "title": ("название", "имя"),
        "territory": ("территория",),
        "steps": ("шаги",),
        # what is done in a step
        "remove": ("убрать", "упразднить"),
        "merge": ("объединить",),
        "split": ("разделить",),
        "move": ("переместить",),
        "transfer": ("передать",),
        "add_methodists": ("добавить методистов",),
        "remove_methodists": ("убрать методистов",),
        "set_norm": ("изменить норматив",),
        "conclude": ("заключить соглашение",),
        "cancel": ("расторгнуть соглашение",),
        "vacate": ("освободить",),
        "fill": ("заполнить",),
        "rebalance": ("выровнять нагрузку", "выровнять"),
        # with what
        "subject": ("субъект",),
        "subjects": ("субъекты",),
        "with_parts": ("с подразделениями",),
        "into": ("в", "на"),
        "name": ("название", "имя"),
        "functions": ("функции", "функция"),
        "from": ("от",),
        "to": ("кому", "куда"),
        "part_of": ("в составе",),
        "level": ("уровень",),
        "subject_area": ("предмет",),
        "fte": ("ставка",),
        "count": ("количество", "число"),
        "codes": ("коды", "код"),
        "metric": ("показатель",),
        "value": ("значение",),
        "since": ("с", "с даты"),
        "between": ("стороны", "между"),
        "about": ("о чём", "о чем"),
        "by": ("кем",),
        "norm": ("норматив", "норма"),
    }
)
_SPOKEN = re.compile(r"[\s_-]+")


def _plain(key: str) -> str:
    return _SPOKEN.sub(" ", key.strip().lower())


# «название» is the title of a scenario and the name of a part: which one, the keys taken at its place tell.
_MEANT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        written: tuple(english for english, said in _RUSSIAN.items() if written in {_plain(english), *said})
        for key, russian in _RUSSIAN.items()
        for written in (_plain(key), *russian)
    }
)


def meant(key: str, taken: frozenset[str]) -> str | None:
    """The English key that `key` stands for, among those `taken` at its place; None when there is none."""
    return next((english for english in _MEANT.get(_plain(key), ()) if english in taken), None)


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of a scenario in a message: their words in the reader's language."""

    keys: tuple[str, ...]

    def in_language(self, lang: Lang) -> str:
        """Joined by commas."""
        return ", ".join(_RUSSIAN[k][0] if lang == "ru" and k in _RUSSIAN else k for k in self.keys)
