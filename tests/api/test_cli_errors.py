"""Bad input on the command line: one clear Russian line, exit code 2, no traceback, nothing written."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.api.conftest import Cli

ACT = Path("docs/examples/prikaz-zarechenskaya-oblast.txt")


def one_line(err: str) -> str:
    """The only line of an error message."""
    lines = [x for x in err.splitlines() if x.strip()]
    assert len(lines) == 1, err
    assert lines[0].startswith("opora: ")
    assert "Traceback" not in err
    return lines[0]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "пуст"),
        ("blank.txt", b" \n\t \r\n", "пуст"),
        ("binary.txt", bytes(range(256)) * 40, "UTF-8"),
        ("poem.txt", "Мороз и солнце; день чудесный!\nЕщё ты дремлешь, друг прелестный.".encode(), "акт"),
        ("letter.txt", "Уважаемые коллеги, напоминаем о совещании во вторник в 10 часов.".encode("cp1251"), "акт"),
    ],
)
def test_a_file_that_is_no_order(cli: Cli, tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for command in ("extract", "load", "check"):
        ran = cli(command, str(path))
        assert ran.code == 2, ran
        assert not ran.out
        line = one_line(ran.err)
        assert name in line
        assert says in line


def test_a_missing_file_and_an_unknown_type(cli: Cli, tmp_path: Path) -> None:
    assert "нет" in one_line(cli("load", str(tmp_path / "нет.txt")).err)
    (tmp_path / "x.exe").write_bytes(b"MZ")
    assert ".exe" in one_line(cli("load", str(tmp_path / "x.exe")).err)


def test_one_bad_file_stops_the_whole_load(cli: Cli, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02")
    assert cli("load", str(ACT), str(bad)).code == 2
    listed = cli("export", "--format", "ttl")
    assert "opora:Order" not in listed.out


def test_cp1251_and_utf16_read_as_utf8_does(cli: Cli, tmp_path: Path) -> None:
    text = ACT.read_text(encoding="utf-8")
    expected = cli("extract", str(ACT), "--format", "trig").out
    assert "opora:Assignment" in expected
    for encoding in ("cp1251", "utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding, errors="replace"))
        assert cli("extract", str(path), "--format", "trig").out == expected, encoding


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ask", "responsibility", "--function", "диагностика", "--territory", "Тридевятое царство"), "Тридевятое"),
        (("ask", "responsibility", "--function", "выпас единорогов", "--territory", "Белгород"), "единорогов"),
        (("ask", "nonsense"), "nonsense"),
        (("ask", "coverage", "--territory"), "territory"),
        (("ask", "coverage", "lost"), "lost"),
        (("ask", "coverage", "--territory", "Белгородская область", "--level", "galactic"), "galactic"),
        (("ask",), "вопрос"),
        (("ask", "load", "--territory", "Владимирская область", "--format", "xlsx"), "файл"),
    ],
)
def test_wrong_questions(cli: Cli, store_file: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = cli(*arguments, store=store_file)
    assert ran.code == 2, ran
    assert says in one_line(ran.err)


def test_a_wrong_day_and_a_wrong_option(cli: Cli) -> None:
    for arguments in (("--as-of", "вчера", "ask", "--list"), ("ask", "--format", "png", "coverage"), ("nonsense",)):
        ran = cli(*arguments)
        assert ran.code == 2, arguments
        assert "Traceback" not in ran.err


def test_english_on_request(cli: Cli, tmp_path: Path) -> None:
    line = one_line(cli("--lang", "en", "load", str(tmp_path / "none.txt")).err)
    assert "there is no such file" in line


def test_a_store_that_is_down_or_not_ours(cli: Cli, tmp_path: Path) -> None:
    ran = cli("ask", "--format", "json", "coverage", "--territory", "Россия", store="bolt://127.0.0.1:1")
    assert ran.code == 2
    assert "127.0.0.1:1" in one_line(ran.err)
    junk = tmp_path / "junk.db"
    junk.write_text("это не база" * 200, encoding="utf-8")
    ran = cli("ask", "coverage", "--territory", "Россия", store=junk)
    assert ran.code == 2
    assert "junk.db" in one_line(ran.err)
    assert junk.read_text(encoding="utf-8").startswith("это не база")
    assert cli("ask", "coverage", "--territory", "Россия", store="mysql://localhost/x").code == 2


def test_output_that_cannot_be_written_leaves_what_was_there(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "x.json"
    ran = cli("extract", str(ACT), "-o", str(target))
    assert ran.code == 2
    assert "x.json" in one_line(ran.err)
    good = tmp_path / "x.json"
    assert cli("extract", str(ACT), "-o", str(good)).code == 0
    assert stat.S_IMODE(good.stat().st_mode) == 0o644
    assert good.read_text(encoding="utf-8").startswith("{")
    assert [p.name for p in tmp_path.glob(".x.json*")] == []
