"""Reports of an audit, to file and to send: a workbook, a protocol, one offline page."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from ontology.errors import BadParameter
from ontology.i18n import DEFAULT_LANG, Lang
from queries.findings.audit import Audit
from viz.reports.content import content
from viz.reports.page import to_html
from viz.reports.protocol import to_docx
from viz.reports.workbook import to_xlsx

ReportFormat = Literal["xlsx", "docx", "html"]
FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)


def report(audit: Audit, format: ReportFormat, lang: Lang = DEFAULT_LANG, *, template: Path | None = None) -> bytes:
    """The report of an audit as the bytes of a file; the same audit gives the same bytes.

    `template`: the user's own form of the protocol (docx only; docs/reports.md says what may stand in it).
    Raises BadParameter for an unknown format and for a template where none is used.
    """
    if template is not None and format != "docx":
        raise BadParameter("a template is for the protocol only", where=str(template), mend="Choose the format docx.")
    said = content(audit, lang)
    match format:
        case "xlsx":
            return to_xlsx(said)
        case "docx":
            return to_docx(said, template)
        case "html":
            return to_html(said)
        case _:
            raise BadParameter(
                "the format «{format}» is not one of {formats}", format=str(format), formats=", ".join(FORMATS)
            )
