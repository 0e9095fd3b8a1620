"""A page that stands alone: styles and scripts inside it, and a policy that lets nothing else run or be fetched."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from ontology.errors import DeclarationError
from viz.static import static_files


@dataclass(frozen=True, slots=True)
class Inline:
    """`styles`, `scripts`: the text of each element; `policy`: what the page may do, for its head and for HTTP.

    `foreign_styles`: the drawing library writes styles of its own, so a hash cannot tell which they are.
    """

    styles: tuple[Markup, ...]
    scripts: tuple[Markup, ...]
    policy: str


def inline(styles: Sequence[str], scripts: Sequence[str], *, foreign_styles: bool = False) -> Inline:
    """The static files of these names, to stand in a page."""
    css = [_text(name, "</style") for name in styles]
    js = [_text(name, "</script") for name in scripts]
    style_src = "'unsafe-inline'" if foreign_styles else _hashes(css)
    policy = (
        f"default-src 'none'; style-src {style_src}; script-src {_hashes(js)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Inline(tuple(Markup(text) for text in css), tuple(Markup(text) for text in js), policy)


def _text(name: str, end: str) -> str:
    # A browser reads CR LF as LF before it takes the hash.
    text = static_files()[name].content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if end in text.lower():
        raise DeclarationError("The file {name} would end its own element", name=name)
    return text


def _hashes(texts: Sequence[str]) -> str:
    sums = [b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii") for text in texts]
    return " ".join(f"'sha256-{sum_}'" for sum_ in sums) or "'none'"
