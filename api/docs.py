"""`/docs`: the OpenAPI description as one plain page; the usual viewers load scripts from outside the machine."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from ontology.i18n import Lang, translator

_PAGE = Environment(autoescape=True).from_string(
    """<!doctype html><html lang="{{ lang }}"><meta charset="utf-8"><title>opora · API</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
code{background:#eef2f6;padding:.1em .3em}table{border-collapse:collapse;width:100%;margin:.5rem 0}
td,th{border:1px solid #c7d0d9;padding:.3rem .5rem;text-align:left;vertical-align:top}
h2{margin-top:2rem;font-size:1.1rem}</style>
<h1>opora · API</h1><p>{{ info.summary }}</p>
<p><a href="/openapi.json">OpenAPI {{ openapi }}</a> · <a href="/">{{ _("Map of the structure") }}</a></p>
{% for path, methods in paths.items() %}{% for method, op in methods.items() %}
<h2><code>{{ method.upper() }} {{ path }}</code></h2><p>{{ op.summary or op.description }}</p>
{% if op.parameters %}<table><tr><th>{{ _("Parameter") }}<th>{{ _("Where") }}<th>{{ _("Meaning") }}</tr>
{% for p in op.parameters %}<tr><td><code>{{ p.name }}</code>{% if p.required %} *{% endif %}<td>{{ p["in"] }}
<td>{{ p.description }}</tr>{% endfor %}</table>{% endif %}{% endfor %}{% endfor %}</html>"""
)


def docs_page(openapi: dict[str, Any], lang: Lang) -> str:
    """Return the page for an OpenAPI description."""
    return _PAGE.render(
        _=translator(lang), lang=lang, info=openapi["info"], openapi=openapi["openapi"], paths=openapi["paths"]
    )
