"""What the pages load: our styles and scripts, and the drawing library pyvis brings along. Nothing from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from ontology.errors import DeclarationError

_OWN = Path(__file__).resolve().parent / "static"
_MEDIA = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_LIBRARY = "vis-network.min.js"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is served."""

    content: bytes
    media_type: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Every file under `/static/`, by its name there. Read once: the files are part of the installed program."""
    paths = {p.name: p for p in sorted(_OWN.iterdir()) if p.suffix in _MEDIA}
    paths[_LIBRARY] = _drawing_library()
    files = {name: StaticFile(path.read_bytes(), _MEDIA[path.suffix]) for name, path in paths.items()}
    return MappingProxyType(files)


@cache
def asset(name: str) -> str:
    """Address of a file under `/static/`, with its content in it: a new edition is never taken from an old cache."""
    return f"/static/{name}?v={sha256(static_files()[name].content).hexdigest()[:10]}"


def _drawing_library() -> Path:
    """The newest vis-network in the installed pyvis; found without importing it, since its import is slow."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise DeclarationError("The package {name} is not installed", name="pyvis")
    found = sorted(Path(spec.origin).parent.glob(f"lib/vis-*/{_LIBRARY}"), key=_version)
    if not found:
        raise DeclarationError("The package {name} brings no {file}", name="pyvis", file=_LIBRARY)
    return found[-1]


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.parent.name.removeprefix("vis-").split(".") if part.isdigit())
