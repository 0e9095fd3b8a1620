"""The same act as text, HTML, DOCX and PDF gives the same facts, clause by clause."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.sources.read import read_source, source_of
from tests.loaders.sources.conftest import Convert
from tests.loaders.sources.facts import differences, facts
from tests.loaders.sources.makers import as_docx, as_html

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

ACTS = Path(__file__).resolve().parents[2] / "acts"
# Lists of all kinds, tables with a structure, road maps, forms of indicators, Roman sections, a school's local act.
NAMES = ("01-zarechenskaya", "03-sinegorye", "06-gimnaziya", "07-ozyorny", "08-polevaya-table", "11-semikholmye",
         "12-zhuravliny", "second/a2_prirechye", "second/a5_lugovoy", "second/a6_severny")  # fmt: skip
DOCX = "docx:MS Word 2007 XML"


@cache
def told(path: Path) -> dict[str, Any]:
    return facts(read_source(path))


@pytest.mark.parametrize("name", NAMES)
def test_html_and_docx_made_by_hand(name: str) -> None:
    path = ACTS / f"{name}.txt"
    text = read_source(path).text
    for made, suffix in ((as_html(text), "html"), (as_html(text, "windows-1251"), "htm"), (as_docx(text), "docx")):
        assert differences(told(path), facts(source_of(made, f"act.{suffix}"))) == {}, suffix


@pytest.fixture(scope="module")
def converted(office: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """Format → name → file: DOCX saved by LibreOffice from ours and from HTML, PDF printed from both."""
    return convert(office, tmp_path_factory.mktemp("acts"), [ACTS / f"{name}.txt" for name in NAMES])


def convert(office: Convert, folder: Path, acts: list[Path]) -> dict[str, dict[str, Path]]:
    for path in acts:
        text = read_source(path).text
        (folder / f"{path.stem}-d.docx").write_bytes(as_docx(text))
        (folder / f"{path.stem}-h.html").write_bytes(as_html(text))
    saved = folder / "saved"
    saved.mkdir()
    originals = sorted(folder.glob("*.docx"))
    docx = office([*originals, *sorted(folder.glob("*.html"))], DOCX, saved)
    printed = [docx[f"{path.stem}-h"] for path in acts]
    return {"docx": docx, "pdf": office([*originals, *printed], "pdf", folder)}


@pytest.mark.parametrize("format", ["docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_files_of_an_office_program(converted: dict[str, dict[str, Path]], name: str, format: str) -> None:
    path = ACTS / f"{name}.txt"
    for origin in ("d", "h"):
        made = converted[format][f"{path.stem}-{origin}"]
        assert differences(told(path), facts(read_source(made))) == {}, f"{name} from {origin}"
