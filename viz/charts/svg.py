"""A Vega-Lite specification as SVG to stand in a page: it scales, prints, says its numbers as text, runs nothing.

Vega-Lite (BSD-3) comes as the library of `vl-convert-python`, which needs no browser and asks no network here. The
first chart of a process takes about a second, since the library starts then; later ones a tenth of that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from lxml import etree
from markupsafe import Markup

from ontology.i18n import Lang

_FONT = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif'
_VERSION = "5.21"
_LOCALES: Mapping[Lang, Literal["ru-RU", "en-GB"]] = {"ru": "ru-RU", "en": "en-GB"}
_INK, _SOFT, _LINE = "#1b2733", "#4a5866", "#d5dce3"
_CONFIG: dict[str, Any] = {
    "font": _FONT,
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": _INK, "titleColor": _SOFT, "labelFontSize": 13, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": _LINE, "domainColor": _LINE, "tickColor": _LINE, "labelLimit": 280,
        "aria": False,  # its words are English; what an axis says stands in the marks
    },
    "legend": {"labelColor": _INK, "titleColor": _SOFT, "labelFontSize": 13, "titleFontSize": 12, "orient": "top"},
    "text": {"fontSize": 13, "color": _INK},
    "header": {"labelColor": _INK, "labelFontSize": 13},
}  # fmt: skip
_XLINK = "{http://www.w3.org/1999/xlink}href"
_SVG = "{http://www.w3.org/2000/svg}"
_KEPT = 128  # charts of the last pages


def drawn(spec: Mapping[str, Any], *, name: str, title: str, lang: Lang) -> Markup:
    """The chart as an `svg` element.

    `spec`: Vega-Lite without `$schema`; its data stand in it (nothing is fetched). `name`: an id that no other chart of
    the page has. `title`: what the chart shows, for those who do not see it. Labels of data are drawn as text, never
    parsed; each mark keeps the words Vega gives it (`aria-label`), so a screen reader can walk through them.
    """
    return _drawn(json.dumps(spec, ensure_ascii=False, sort_keys=False), name, title, lang)


@lru_cache(maxsize=_KEPT)
def _drawn(spec: str, name: str, title: str, lang: Lang) -> Markup:
    import vl_convert  # starts a script engine: a second that only a page with a chart should pay

    text = vl_convert.vegalite_to_svg(
        spec,
        vl_version=_VERSION,
        config=_CONFIG,
        allowed_base_urls=[],
        format_locale=_LOCALES[lang],
        time_format_locale=_LOCALES[lang],
    )
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    _make_safe(root)
    _rename(root, name)
    root.attrib.pop("height", "")  # the style sheet shrinks a chart to its place (`.drawn`), and never widens it
    root.set("width", (root.get("viewBox") or "0 0 0 0").split()[2])
    root.set("role", "graphics-document")
    root.set("aria-label", title)
    root.set("class", "drawn")
    return Markup(etree.tostring(root, encoding="unicode"))


def _make_safe(root: etree._Element) -> None:
    """Nothing of a chart runs or leads anywhere, whatever the library wrote."""
    for element in list(root.iter(f"{_SVG}script", f"{_SVG}foreignObject", f"{_SVG}image")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        for attribute in map(str, element.keys()):
            # What sort of mark it is, Vega says in English only; its label says enough.
            if attribute.startswith("on") or attribute in ("href", _XLINK, "aria-roledescription"):
                del element.attrib[attribute]


def _rename(root: etree._Element, name: str) -> None:
    """Ids of one chart differ from those of another on the same page."""
    for element in root.iter():
        for attribute, value in [(str(key), str(text)) for key, text in element.items()]:
            if attribute == "id":
                element.set("id", f"{name}-{value}")
            elif "url(#" in value:
                element.set(attribute, value.replace("url(#", f"url(#{name}-"))
