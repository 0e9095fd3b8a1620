"""All catalogues make one dictionary: a message has one Russian, since another one would silently win or lose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.pofile import read_po

from ontology.i18n import PACKAGES

ROOT = Path(__file__).resolve().parents[2]


def catalogues() -> list[Path]:
    """Every catalogue of Russian messages."""
    return [path for package in PACKAGES for path in sorted((ROOT / package / "locale").glob("ru*.po"))]


def disagreements(files: Iterable[Path]) -> Mapping[str, Mapping[str, str]]:
    """Message → file → Russian, of the messages that have more than one."""
    found: dict[str, dict[str, str]] = {}
    for path in files:
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id and message.string:
                    found.setdefault(str(message.id), {})[f"{path.parent.parent.name}/{path.name}"] = str(
                        message.string
                    )
    return {id: texts for id, texts in found.items() if len(set(texts.values())) > 1}


def test_no_message_has_two_russian_texts() -> None:
    assert len(catalogues()) > 5
    assert disagreements(catalogues()) == {}


def test_a_disagreement_is_found(tmp_path: Path) -> None:
    for package, russian in (("one", "Норма"), ("two", "Норматив"), ("three", "Норма")):
        path = tmp_path / package / "locale" / "ru.po"
        path.parent.mkdir(parents=True)
        path.write_text(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Norm"\nmsgstr "{russian}"\n'
        )
    files = sorted(tmp_path.glob("*/locale/ru.po"))
    assert list(disagreements(files)) == ["Norm"]
    assert disagreements([f for f in files if "two" not in str(f)]) == {}
