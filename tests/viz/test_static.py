"""What is served under /static/: ours and the drawing library, none of which asks for an address outside."""

from __future__ import annotations

import re

from viz.render import TEMPLATES
from viz.static import static_files


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
    asked = {name for p in TEMPLATES.glob("*.html") for name in re.findall(r"/static/([\w.-]+)", p.read_text("utf-8"))}
    assert asked <= set(static_files())


def test_no_user_text_stands_in_templates_outside_the_catalogue() -> None:
    for path in TEMPLATES.glob("*.html"):
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", " ", text)
        words = set(re.findall(r"[A-Za-zА-Яа-я]{3,}", text))
        assert words <= {"opora", "load", "headcounts", "methodists", "csv", "Русский", "English"}, (path.name, words)
