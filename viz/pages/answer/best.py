"""Which page of the explorer shows an answer best, with what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ontology.i18n import gettext
from viz.address import Address

_Params = Mapping[str, str]

_FINDINGS = gettext("Among the findings, with what to do")
_LOAD = gettext("On the page of load, with a chart")
_MAP = gettext("On the map of the structure")
_ACTS = gettext("In the list of acts")
_SIDES = gettext("Side by side")
_MATRIX = gettext("As a matrix")
_ACTIVITIES = gettext("On the page of activities, with a timeline")

# question → path, words of the link, parameter of the page → parameter of the question («=» before a fixed value)
_PAGES: Mapping[str, tuple[str, str, _Params]] = MappingProxyType(
    {
        "activities": ("/activities", _ACTIVITIES,
                       {"subject": "subject", "state": "state", "from": "since", "to": "until"}),
        "calendar": ("/activities", _ACTIVITIES,
                     {"subject": "subject", "from": "since", "to": "until"}),
        "agreements": ("/agreements", gettext("On the page of agreements"), {"subject": "subject", "status": "status"}),
        "indicators": ("/indicators", gettext("On the page of indicators"), {"state": "state"}),
        "load": ("/load", _LOAD, {"by": "by"}),
        "load_norms": ("/load", _LOAD, {}),
        "supports": ("/load", _LOAD, {"by": "=methodist"}),
        "teachers_of": ("/load", _LOAD, {}),
        "chains": ("/", gettext("On the map, with the route drawn"), {"from": "source", "to": "target"}),
        "process_routes": ("/", gettext("On the map, with broken routes marked"), {"overlay": "=broken-route"}),
        "subject_routes": ("/", gettext("On the map, at this subject"), {"subject": "subject"}),
        "bottlenecks": ("/", _MAP, {}),
        "workload": ("/coverage", gettext("In the matrix of functions and subjects"),
                     {"by": "=subject", "level": "level"}),
        "relations": ("/", _MAP, {}),
        "relations_of": ("/", _MAP, {}),
        "subjects_of": ("/", _MAP, {}),
        "overlaps": ("/findings", _FINDINGS, {"kind": "=overlap"}),
        "conflicts": ("/findings", _FINDINGS, {"kind": "=conflict"}),
        "contested": ("/findings", _FINDINGS, {"kind": "=conflict"}),
        "idle_subjects": ("/findings", _FINDINGS, {"kind": "=subject-without-functions"}),
        "outside_structure": ("/findings", _FINDINGS, {"kind": "=actor-outside-structure"}),
        "findings": ("/findings", _FINDINGS, {"kind": "kind"}),
        "compare_territories": ("/compare", _SIDES, {"left": "left", "right": "right", "state": "state"}),
        "compare_editions": ("/compare", _SIDES, {"left": "left", "right": "right", "state": "state"}),
        "acts": ("/orders", _ACTS, {}),
        "acts_in_force": ("/orders", _ACTS, {}),
        "unmapped": ("/orders", _ACTS, {}),
        "coverage": ("/coverage", _MATRIX, {"level": "level", "direction": "direction", "status": "status"}),
        "coverage_by_subject": ("/coverage", _MATRIX,
                                {"by": "=subject", "level": "level", "direction": "direction", "status": "status"}),
        "coverage_by_municipality": ("/coverage", _MATRIX,
                                     {"by": "=municipality", "level": "level", "status": "status"}),
        "chain_upward": ("/responsibility", gettext("With the clauses, in sentences"), {"function": "function"}),
    }
)  # fmt: skip
_OF_A_SUBJECT = ("superiors", "holdings", "data_flows", "interactions")
_OF_AN_ACT = ("legal_basis", "executors")


def best_page(question: str, taken: Mapping[str, str], at: Address) -> tuple[str, str] | None:
    """(address, words of the link as a message) of the page that shows this answer best; `taken`: ids and values."""
    if question in _OF_A_SUBJECT and "subject" in taken:
        return at.url(f"/subjects/{taken['subject']}", territory=None), gettext("On the page of the subject")
    if question in _OF_AN_ACT and "order" in taken:
        return at.url(f"/orders/{taken['order']}", territory=None), gettext("On the page of the act")
    known = _PAGES.get(question)
    if known is None:
        return None
    path, label, names = known
    params = {name: source[1:] if source.startswith("=") else taken.get(source) for name, source in names.items()}
    return at.url(path, **params), label
