"""`opora load --draft` and `opora review` as a person types them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.api.conftest import Cli, Ran

ACTS = Path(__file__).resolve().parents[1] / "acts"
NUMBER = "215-п"


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """A file with an act of an invented region."""
    return Path(shutil.copy(ACTS / "01-zarechenskaya.txt", tmp_path / "act.txt"))


def rows(ran: Ran) -> list[dict[str, object]]:
    assert ran.code == 0, ran.err
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


def assignments(cli: Cli) -> list[dict[str, object]]:
    """The assignments of the act under review."""
    return [r for r in rows(cli("review", NUMBER, "--format", "json")) if r["list"] == "Assignment"]


def test_a_draft_is_reviewed_and_put_into_answers(cli: Cli, act: Path) -> None:
    drafted = cli("load", "--draft", str(act))
    assert drafted.code == 0 and "Черновик" in drafted.err
    assert cli("export", "--format", "ttl").out.count("a opora:Order ") == 0
    first, second, *_ = assignments(cli)
    ran = cli("review", NUMBER, "--reject", str(first["id"]), "--who", "Луговая")
    assert ran.code == 0 and "черновик" in ran.err
    ran = cli("review", f"{NUMBER} от 14.03.2025", "--confirm", "--who", "Луговая")
    assert ran.code == 0 and "Черновик внесён" in ran.err
    exported = cli("export", "--format", "ttl").out
    assert exported.count("a opora:Order ") == 1 and "opora:Draft" not in exported
    after = {str(r["id"]): r["status"] for r in assignments(cli)}
    assert after[str(first["id"])] == "rejected" and after[str(second["id"])] == "confirmed"


def test_verdicts_of_one_command_are_carried_out_together(cli: Cli, act: Path) -> None:
    cli("load", str(act))
    a, b, c, d, *_ = (str(r["id"]) for r in assignments(cli))
    short = a.rpartition(".s-")[2]
    ran = cli("review", NUMBER, "--confirm", f"s-{short}", b, "--reject", c, "--set", d, "role=informed", "--who", "Л")
    assert ran.code == 0, ran.err
    assert "Решений: 4" in ran.err
    found = {str(r["id"]): r for r in assignments(cli)}
    assert [found[i]["status"] for i in (a, b, c, d)] == ["confirmed", "confirmed", "rejected", "confirmed"]
    values = found[d]["values"]
    assert isinstance(values, dict) and values["role"] == "informed"
    again = cli("review", NUMBER, "--confirm", a, b, "--reject", c, "--set", d, "role=informed", "--who", "Л")
    assert "Решений: 0" in again.err


def test_a_later_text_says_what_became_of_the_decisions(cli: Cli, act: Path) -> None:
    cli("load", str(act))
    held = [r for r in assignments(cli) if len(str(r["text"])) > 60]
    cli("review", NUMBER, "--confirm", "--who", "Луговая")
    said = str(held[0]["text"])
    text = act.read_text(encoding="utf-8")
    assert said[:25] in text
    act.write_text(text.replace(said[:25], f"{said[:25]} ежегодно", 1), encoding="utf-8")
    ran = cli("load", str(act))
    assert "остаётся в силе" in ran.err and "Проверить снова" in ran.err and "Луговая" in ran.err
    changed = rows(cli("review", NUMBER, "--only", "changed", "--format", "json"))
    assert changed and {r["status"] for r in changed} == {"changed"}
    assert str(held[0]["clause"]) in {str(r["clause"]) for r in changed}


def test_the_table_the_csv_and_the_workbook(cli: Cli, act: Path, tmp_path: Path) -> None:
    cli("load", str(act))
    ran = cli("review", NUMBER, "--only", "low")
    assert ran.code == 0 and "Роль [role]: отвечает" in ran.out
    lines = list(csv.DictReader(io.StringIO(cli("review", NUMBER, "--format", "csv").out.removeprefix("\ufeff"))))
    assert {"list", "id", "clause", "text", "status"} <= set(lines[0])
    book = tmp_path / "review.xlsx"
    assert cli("review", NUMBER, "--format", "xlsx", "-o", str(book)).code == 0
    ran = cli("review", NUMBER, "--from", str(book), "--who", "Луговая")
    assert ran.code == 0 and "Решений: 0" in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("review", "999"), "999"),
        (("review", NUMBER, "--confirm"), "--who"),
        (("review", NUMBER, "--confirm", "none", "--who", "Л"), "none"),
        (("review", NUMBER, "--reject", "--who", "Л"), "id"),
        (("review", NUMBER, "--set", "abcd", "--who", "Л"), "поле=значение"),
        (("review", NUMBER, "--format", "xlsx"), "-o"),
        (("review", NUMBER, "--from", "none.xlsx", "--who", "Л"), "none.xlsx"),
        (("review", NUMBER, "--from", "README.md", "--who", "Л"), "README.md"),
        (("review", NUMBER, "--confirm", "--from", "x.xlsx", "--who", "Л"), "--from"),
        (("load", "--draft", "data/demo/territories.csv"), "territories.csv"),
    ],
)
def test_wrong_use_is_one_line(cli: Cli, act: Path, arguments: tuple[str, ...], says: str) -> None:
    cli("load", str(act))
    ran = cli(*arguments)
    lines = [line for line in ran.err.splitlines() if line.strip()]
    assert ran.code == 2 and len(lines) == 1 and lines[0].startswith("opora: "), ran
    assert says in lines[0]


def test_several_acts_of_one_number_are_listed(cli: Cli, act: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(act.read_text(encoding="utf-8").replace("14.03.2025", "15.03.2025").replace(
        "14 марта 2025", "15 марта 2025"), encoding="utf-8")  # fmt: skip
    cli("load", str(act), str(other))
    ran = cli("review", NUMBER)
    assert ran.code == 2 and "2025-03-14" in ran.err and "2025-03-15" in ran.err
    assert cli("review", f"{NUMBER} 2025-03-15", "--only", "low").code == 0


def test_a_token_is_shown_once_and_its_entry_kept(cli: Cli) -> None:
    ran = cli("token", "Отдел оценки")
    assert ran.code == 0 and len(ran.out.strip()) > 30
    assert "Отдел оценки read,write " in ran.err and ran.out.strip() not in ran.err
    assert cli("token", "Отдел", "--scope", "rule").code == 2
