"""The audit as one page: sound, escaped, nothing to fetch, gravest first, to be filtered."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from ontology.errors import DeclarationError
from ontology.i18n import LANGS
from queries.findings.audit import Audit
from tests.viz.reports.audits import audit, finding
from viz import static
from viz.inline import inline
from viz.reports import report
from viz.static import StaticFile

_VOID = {"meta", "br", "link", "input", "img"}


class Outline(HTMLParser):
    """What a browser would build of the page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inner: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag in self.inner:
            self.inner[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.inner:
            self.inner[self.open[-1]][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(said: Audit, lang: Any = "ru") -> str:
    return report(said, "html", lang).decode("utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_sound_and_asks_nobody(lang: Any) -> None:
    html = page(audit(), lang)
    outline = Outline(html)
    ids = [str(attrs["id"]) for _, attrs in outline.tags if "id" in attrs]
    assert len(ids) == len(set(ids)) and html.startswith("<!doctype html>")
    assert not [attrs for _, attrs in outline.tags if {"src", "style", "action"} & attrs.keys()]
    assert not [name for _, attrs in outline.tags for name in attrs if name.startswith("on")]
    links = [str(attrs["href"]) for attrs in outline.all("a")]
    assert links and all(link.startswith("#") and link[1:] in ids for link in links)
    assert not re.search(r"@import|url\(", "".join(outline.inner["style"]))
    assert outline.all("img") == outline.all("link") == [] and len(outline.all("script")) == 1
    labels = {attrs["for"] for attrs in outline.all("label")}
    assert all(attrs["id"] in labels for attrs in outline.all("select"))


def test_the_policy_lets_only_what_stands_in_the_page_run() -> None:
    outline = Outline(page(audit()))
    policy = next(str(m["content"]) for m in outline.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy
    for text in (*outline.inner["script"], *outline.inner["style"]):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy


def test_gravest_first_and_what_a_filter_needs() -> None:
    found = [
        finding(1, "note-kind", severity="note", title="к сведению"), finding(2),
        finding(3, "warn-kind", severity="warning", territory={"id": "b", "name": "Ясный район"}),
    ]  # fmt: skip
    outline = Outline(page(audit(findings=found, denominators={"note-kind": 3})))
    articles = outline.all("article")
    assert [a["data-severity"] for a in articles] == ["violation", "warning", "note"]
    assert [a["data-territory"] for a in articles] == ["Заречная область", "Ясный район", "Заречная область"]
    assert [o.get("value") for o in outline.all("option")][:4] == ["", "two-answers", "warn-kind", "note-kind"]
    assert {s["name"] for s in outline.all("select")} == {"kind", "territory", "severity"}


def test_text_is_text() -> None:
    html = page(audit())
    assert "<img" not in html and "alert(1)</script>" not in html and "&lt;img src=x" in html
    assert "\u202e" not in html and "\u2067" not in html


def test_nothing_found_is_said_and_the_same_audit_gives_the_same_page() -> None:
    assert "Открытых замечаний нет." in page(audit(findings=[]))
    assert page(audit()) == page(audit())


def test_a_script_that_would_end_its_element_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"x.js": StaticFile(b"'</SCRIPT>'", "text/javascript"), "y.js": StaticFile(b"1;\r\n2", "text/javascript")}
    monkeypatch.setattr("viz.inline.static_files", lambda: files)
    with pytest.raises(DeclarationError):
        inline((), ("x.js",))
    assert inline((), ("y.js",)).scripts == ("1;\n2",)
    assert static.static_files() is not files
