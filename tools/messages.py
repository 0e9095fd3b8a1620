"""Messages that the code shows to people, and those whose Russian is missing.

usage: python -m tools.messages        prints the missing ones as .po entries
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ontology import errors
from ontology.i18n import PACKAGES, catalogue

ROOT = Path(__file__).resolve().parent.parent
ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type)}
TRANSLATORS = {"_", "translate", "gettext"}
_TEMPLATE = re.compile(r"""(?<![\w.])_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Literal strings an expression may stand for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _called(node: ast.Call) -> str:
    f = node.func
    if isinstance(f, ast.Call):  # translator(lang)("…")
        return "_" if _called(f) == "translator" else ""
    return f.attr if isinstance(f, ast.Attribute) else f.id if isinstance(f, ast.Name) else ""


def of_python(source: str) -> Iterator[str]:
    """Message ids in a Python source: arguments of `_`, and what / mend of every error that is made."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        if name in TRANSLATORS and node.args:
            yield from _texts(node.args[0])
        elif name in ERRORS - {"DeclarationError"}:
            for argument in [*node.args[:1], *(k.value for k in node.keywords if k.arg == "mend")]:
                yield from _texts(argument)


def messages() -> dict[str, set[str]]:
    """Every message id of the packages → the files that use it."""
    found: dict[str, set[str]] = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            if path.suffix == ".py":
                ids: Iterator[str] = of_python(path.read_text(encoding="utf-8"))
            elif path.suffix in {".html", ".jinja"}:
                matches = _TEMPLATE.finditer(path.read_text(encoding="utf-8"))
                ids = (re.sub(r"\\(.)", r"\1", m[1] or m[2] or "") for m in matches)
            else:
                continue
            for id in ids:
                if id:
                    found.setdefault(id, set()).add(str(path.relative_to(ROOT)))
    return found


def missing() -> dict[str, set[str]]:
    """Messages without Russian."""
    known = catalogue("ru")
    return {id: files for id, files in messages().items() if id not in known}


if __name__ == "__main__":
    for id, files in sorted(missing().items(), key=lambda m: sorted(m[1])):
        text = id.replace("\\", "\\\\").replace('"', '\\"')
        print(f'#: {" ".join(sorted(files))}\nmsgid "{text}"\nmsgstr ""\n')
