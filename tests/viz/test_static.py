"""What is served under /static/: ours and the drawing library, none of which asks for an address outside."""

from __future__ import annotations

import re

from viz.render import TEMPLATES
from viz.static import asset, static_files


def test_the_drawing_library_comes_from_pyvis() -> None:
    files = static_files()
    assert b"vis-network" in files["vis-network.min.js"].content[:2000]
    assert files["vis-network.min.js"].media_type.startswith("text/javascript")
    assert {"opora.css", "map.js", "cards.js", "search.js", "coverage.js", "icon.svg"} <= set(files)


def test_our_own_files_and_templates_name_no_address_outside() -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in TEMPLATES.glob("*.html")}
    own = {n: f.content.decode() for n, f in static_files().items() if n != "vis-network.min.js"}
    for name, text in (texts | own).items():
        found = re.findall(r"(?:https?:)?//[a-z][\w.-]+\.[a-z]{2,}[^\s\"')]*", text)
        assert [f for f in found if "www.w3.org/2000/svg" not in f] == [], name


def test_every_file_a_template_asks_for_is_served() -> None:
    asked = {n for p in TEMPLATES.glob("*.html") for n in re.findall(r"asset\('([\w.-]+)'\)", p.read_text("utf-8"))}
    assert asked and asked <= set(static_files())
    assert not any("/static/" in p.read_text("utf-8") for p in TEMPLATES.glob("*.html"))


def test_an_address_changes_with_the_content() -> None:
    assert re.fullmatch(r"/static/map\.js\?v=[0-9a-f]{10}", asset("map.js"))
    assert asset("map.js").split("=")[1] != asset("opora.css").split("=")[1]


def test_no_user_text_stands_in_templates_outside_the_catalogue() -> None:
    for path in TEMPLATES.glob("*.html"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<code>.*?</code>", " ", text)  # what is typed is no language
        text = re.sub(r"<[^>]*>", " ", text)
        words = set(re.findall(r"[A-Za-zА-Яа-я]{3,}", text))
        assert words <= {"opora", "Русский", "English"}, (path.name, words)
