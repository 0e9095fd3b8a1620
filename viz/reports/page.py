"""The audit as one page that needs no server and no network: to open, filter, print, send by mail."""

from __future__ import annotations

from ontology.i18n import translator
from queries.findings.rule import Severity
from viz.address import Address
from viz.inline import inline
from viz.render import render
from viz.reports.content import Content
from viz.reports.workbook import heading
from viz.styles import SEVERITIES


def to_html(said: Content) -> bytes:
    """The page, in UTF-8."""
    _ = translator(said.lang)
    items = [item for section in said.sections for item in section.items]
    there = {section.severity for section in said.sections if section.items}
    html = render(
        "report.html",
        Address("/", said.lang),
        said=said,
        page=inline(("opora.css", "report.css"), ("report.js",)),
        heading=heading(said, _),
        territories=sorted({item.territory for item in items if item.territory}, key=str.casefold),
        severities=[(s.value, _(SEVERITIES[s.value])) for s in Severity if s in there],
    )
    return html.encode("utf-8")
