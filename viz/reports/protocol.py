"""The audit as a protocol to file (DOCX): our form, or the user's own, filled by docxtpl."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError

from ontology.errors import BadParameter, TooLarge, UnreadableFile
from ontology.i18n import Lang
from viz import formats
from viz.reports.archive import steady
from viz.reports.content import Content

FORMS = Path(__file__).resolve().parent / "templates"
MAX_BYTES = 20 * 1024 * 1024
_MEND = "See docs/reports.md for what may stand in a template."
# What a mistake in a form can raise while it is filled: its expressions are the user's own.
_MISTAKES = (TemplateError, LxmlError, LookupError, TypeError, ValueError, ArithmeticError, AttributeError)


def to_docx(said: Content, template: Path | None = None) -> bytes:
    """The protocol. Raises UnreadableFile for a form that is no DOCX, BadParameter for one that cannot be filled."""
    form = _opened(template or FORMS / f"protocol.{said.lang}.docx")
    try:
        form.render(_values(said), _environment(said.lang), autoescape=True)
    except _MISTAKES as error:
        raise BadParameter(
            "the template cannot be filled: {reason}",
            where=str(template or ""),
            mend=_MEND,
            reason=" ".join(str(error).split())[:200],
        ) from error
    facts = form.docx.core_properties
    facts.created = facts.modified = datetime.combine(said.as_of, time())
    facts.revision = 1
    out = io.BytesIO()
    form.save(out)
    return steady(out.getvalue())


def _opened(path: Path) -> DocxTemplate:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TooLarge("the template is too large", where=str(path), mend=_MEND)
        form = DocxTemplate(io.BytesIO(path.read_bytes()))
        form.init_docx()
    except OSError as error:
        raise UnreadableFile("the file cannot be read ({reason})", where=str(path), reason=error.strerror) from error
    except (BadZipFile, OpcError, LxmlError, LookupError, ValueError) as error:
        raise UnreadableFile("the template is no DOCX file", where=str(path), mend=_MEND) from error
    return form


def _values(said: Content) -> Mapping[str, Any]:
    return {field.name: getattr(said, field.name) for field in fields(said)} | {"found": said.found}


def _environment(lang: Lang) -> ImmutableSandboxedEnvironment:
    """A form comes from outside: it may read what it is given, nothing else; a name that is not there is told."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(number=partial(formats.number, lang=lang), percent=partial(formats.percent, lang=lang))
    return environment
