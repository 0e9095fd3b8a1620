"""Files that are broken, foreign, wrongly named or meant to harm: one Russian line, never a traceback."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from loaders.sources import ooxml, pdf_safety
from loaders.sources.read import read_source, source_of
from ontology.errors import UnreadableFile
from tests.loaders.sources.makers import HEAD, NAMESPACES, as_docx, as_html, docx, paragraph

ACT = (Path(__file__).resolve().parents[2] / "acts" / "10-belovodye.txt").read_text(encoding="utf-8")


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


def pdf(*objects: bytes, trailer: bytes = b"<< /Root 1 0 R >>") -> bytes:
    """A PDF of these objects, numbered from 1."""
    body, places = b"%PDF-1.4\n", []
    for n, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (n, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
IMAGE = stream(
    bytes(12), b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8"
)
SCAN = pdf(
    CATALOG,
    PAGES,
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
    IMAGE,
)
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
)
# The letters of a Cyrillic text in a font that does not tell what they are: «Ïðèêàç».
GARBAGE = pdf(
    CATALOG,
    PAGES,
    PAGE,
    stream(b"BT /F 12 Tf 50 700 Td (" + "Приказ министерства о системе ".encode("cp1251") * 9 + b") Tj ET"),
)
LOCKED = pdf(
    CATALOG, PAGES, PAGE, stream(b""),
    trailer=b"<< /Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <" + b"31" * 32 + b"> /U <"
    + b"32" * 32 + b"> /P -4 >> >>",
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

UNREADABLE = {
    "scan.pdf": (SCAN, "скан"),
    "garbage.pdf": (GARBAGE, "текстовый слой"),
    "locked.pdf": (LOCKED, "паролем"),
    "broken.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "поврежд"),
    "cut.pdf": (SCAN[:200], "поврежд"),
    "empty.pdf": (b"", "пуст"),
    "no-pages.pdf": (pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"), ""),
    "cut.docx": (as_docx(ACT)[:3000], "повреждён"),
    "empty.docx": (docx(""), "нет текста"),
    "no-body.docx": (zipped({"word/document.xml": b"<w:document xmlns:w='x'/>"}), "повреждён"),
    "no-xml.docx": (zipped({"word/document.xml": b"not xml at all"}), "повреждён"),
    "not-there.docx": (zipped({"word/settings.xml": b"<a/>"}), "повреждён"),
    "empty.html": (b"<html><body><script>1</script></body></html>", "нет текста"),
    "old.doc": (OLE, "DOC"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "паролем"),
    "old.rtf": (rb"{\rtf1\ansi \u1055?}", "RTF"),
    "free.odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "ODT"),
    "word2003.xml": (b'<?xml version="1.0"?><a xmlns="http://schemas.microsoft.com/office/word/2003/wordml"/>', "XML"),
    "saved.mht": (b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n<html></html>", "MHTML"),
    "table.docx": (zipped({"xl/workbook.xml": b"<a/>"}), "таблица"),
    "archive.docx": (zipped({"act.txt": ACT.encode()}), "архив"),
    "photo.pdf": (b"\xff\xd8\xff\xe0" + bytes(500), "изображение"),
    "page.tiff": (b"II*\x00" + bytes(500), "изображение"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_one_russian_line(name: str) -> None:
    raw, word = UNREADABLE[name]
    with pytest.raises(UnreadableFile) as caught:
        source_of(raw, name)
    line = caught.value.message("ru")
    assert line.startswith(name) and word in line and "\n" not in line
    assert caught.value.remedy("ru") and caught.value.message("en") != line


@pytest.mark.parametrize(
    ("name", "raw", "format"),
    [("act.docx", as_html(ACT), "html"), ("act.doc", as_html(ACT), "html"), ("act.txt", as_docx(ACT), "docx"),
     ("act.pdf", as_docx(ACT), "docx"), ("act", as_docx(ACT), "docx"), ("act.html", ACT.encode(), "utf-8"),
     ("act.docm", as_docx(ACT), "docx"), ("act.docx", ACT.encode("cp1251"), "cp1251")],
    ids=["html-docx", "html-doc", "docx-txt", "docx-pdf", "docx", "text-html", "docx-docm", "text-docx"],
)  # fmt: skip
def test_the_content_decides_whatever_the_suffix_says(name: str, raw: bytes, format: str) -> None:
    source = source_of(raw, name)
    assert source.encoding == format
    assert "п р и к а з ы в а ю" in source.text


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    big = f"{HEAD}<w:document {NAMESPACES}><w:body>{paragraph('а' * 100)}".encode()
    with pytest.raises(UnreadableFile, match="too large"):
        source_of(zipped({"word/document.xml": big + b" " * (ooxml.MOST_XML + 10)}), "bomb.docx")
    monkeypatch.setattr(pdf_safety, "MOST_UNPACKED", 3_000_000)
    packed = zlib.compress(bytes(4_000_000))
    with pytest.raises(UnreadableFile, match="too large"):
        source_of(pdf(CATALOG, PAGES, PAGE, stream(packed, b"/Filter /FlateDecode")), "bomb.pdf")
    with pytest.raises(UnreadableFile, match="too large"):
        source_of(zipped({f"word/{n}.xml": b"" for n in range(6000)}), "many.docx")


def test_entities_and_outer_files_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    kinds = (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', '<!ENTITY a "хахаха"><!ENTITY x "&a;&a;&a;&a;">')
    for kind in kinds:
        part = f'<?xml version="1.0"?><!DOCTYPE d [{kind}]><w:document {NAMESPACES}><w:body>'
        part += "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
        with pytest.raises(UnreadableFile, match="damaged"):
            source_of(zipped({"word/document.xml": part.encode()}), "entity.docx")
        page = f"<!DOCTYPE html [{kind}]><html><body><p>Приказ &x;</p></body></html>"
        assert "тайна" not in source_of(page.encode(), "entity.html").text
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        f'Type="x/styles" Target="{secret.as_uri()}" TargetMode="External"/></Relationships>'
    )
    body = f"{HEAD}<w:document {NAMESPACES}><w:body>{paragraph('Приказ')}</w:body></w:document>"
    made = zipped({"word/document.xml": body.encode(), "word/_rels/document.xml.rels": links.encode()})
    assert source_of(made, "outer.docx").text.strip() == "Приказ"


def test_deep_nesting_is_refused() -> None:
    nested = paragraph("дно")
    for _ in range(300):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    with pytest.raises(UnreadableFile):
        source_of(docx(nested), "deep.docx")


@pytest.mark.parametrize("original", [as_docx(ACT), as_html(ACT), SCAN, GARBAGE], ids=["docx", "html", "scan", "pdf"])
def test_damage_anywhere_is_read_or_refused(original: bytes) -> None:
    chance = random.Random(11)
    for _ in range(40):
        raw = bytearray(original)
        for _ in range(chance.choice((1, 5, 50))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        if chance.random() < 0.3:
            raw = raw[: chance.randrange(20, len(raw))]
        try:
            source_of(bytes(raw), "act.bin")
        except UnreadableFile as error:
            assert error.message("ru")


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_source(tmp_path / "nothing.docx")
    with pytest.raises(UnreadableFile):
        read_source(tmp_path)
