"""The addresses of the explorer's views, one line each: checks of every page and pictures go through this table.

They are of the store that `make run` leaves, with the invented act of docs/examples loaded beside (`whole_site`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

REGISTER = "кто отвечает за ведение реестра работников муниципальных методических служб в Белгородской области"
BELGOROD, VLADIMIR, INVENTED = "ru-bel", "ru-vla", "x-zarechenskaya-oblast"
DEPARTMENT = "ru-bel.departament-obrazovaniya-belgoro-abbc7154"
CENTRE = "ru-bel.centr-nepreryvnogo-povysheniya-p-6cb9b112"
ACT = "ru-vla.order.767-2023-04-27-8d94ff70"
ACT_WITH_TEXT = "x-zarechenskaya-oblast.order.215-p-2025-03-14-5cb95871"


@dataclass(frozen=True)
class View:
    """An address: path and parameters. `answer`: HTTP status; `ready`: what is seen once scripts are done."""

    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    answer: int = 200
    ready: str = "main h1"

    def address(self, lang: str = "ru") -> str:
        """The address for a reader of this language."""
        return f"{self.path}?{urlencode({**self.params, 'lang': lang})}"


DRAWN = "#canvas[data-ready]"
VIEWS = {
    "map": View("/", {"territory": BELGOROD}, ready=DRAWN),
    "map-card": View("/", {"territory": BELGOROD, "subject": CENTRE}, ready="#card-body article"),
    "map-uncovered": View("/", {"territory": BELGOROD, "overlay": "uncovered"}, ready=DRAWN),
    "map-overlap": View("/", {"territory": VLADIMIR, "overlay": "overlap"}, ready=DRAWN),
    "map-load": View("/", {"territory": VLADIMIR, "overlay": "load"}, ready=DRAWN),
    "map-what-if": View("/", {"territory": BELGOROD, "overlay": "what-if", "close": CENTRE}, ready=DRAWN),
    "map-between": View(
        "/", {"territory": BELGOROD, "overlay": "between", "from": CENTRE, "to": DEPARTMENT}, ready=DRAWN
    ),
    "map-empty": View("/", {"territory": "ru-mow"}),
    "coverage": View("/coverage", {"territory": "Чегемский район"}),
    "coverage-uncovered": View("/coverage", {"territory": BELGOROD, "status": "uncovered"}),
    "coverage-subjects": View("/coverage", {"territory": BELGOROD, "by": "subject"}),
    "coverage-municipalities": View("/coverage", {"territory": "ru-kb", "by": "municipality"}),
    "responsibility": View("/responsibility"),
    "responsibility-answer": View("/responsibility", {"q": REGISTER}),
    "answer-table": View("/responsibility", {"q": "какие мероприятия просрочены во Владимирской области"}),
    "load": View("/load", {"territory": VLADIMIR, "as_of": "2023-09-01"}),
    "load-methodists": View("/load", {"territory": VLADIMIR, "by": "methodist", "as_of": "2023-09-01"}),
    "load-proposal": View("/load", {"territory": VLADIMIR, "rebalance": "1", "as_of": "2023-09-01"}),
    "findings": View("/findings", {"territory": BELGOROD}),
    "findings-all": View("/findings", {"territory": "all"}),
    "agreements": View("/agreements", {"territory": BELGOROD}),
    "activities": View("/activities", {"territory": VLADIMIR}),
    "activities-timeline": View("/activities", {"territory": VLADIMIR, "view": "timeline"}),
    "indicators": View("/indicators", {"territory": VLADIMIR}),
    "compare": View("/compare", {"left": BELGOROD, "right": VLADIMIR}),
    "compare-choice": View("/compare"),
    "orders": View("/orders"),
    "order": View(f"/orders/{ACT}"),
    "order-text": View(f"/orders/{ACT_WITH_TEXT}"),
    "order-queue": View(f"/orders/{ACT_WITH_TEXT}", {"queue": "low"}),
    "subject": View(f"/subjects/{CENTRE}"),
    "unknown-territory": View("/", {"territory": "Тридевятое царство"}, answer=404),
    "unknown-day": View("/load", {"as_of": "вчера"}, answer=422),
    "unknown-page": View("/nothing-here", answer=404),
}
