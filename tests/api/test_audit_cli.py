"""`opora audit` and `opora justify` as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.conftest import Cli, Ran

OVERDUE = ("--kind", "agreement-overdue", "--territory", "Белгородская область")


def audited(ran: Ran) -> dict[str, list[dict[str, object]]]:
    assert ran.code in (0, 1), ran.err
    body: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    return body


def test_json_has_findings_justified_and_denominators(cli: Cli, store_file: Path) -> None:
    body = audited(cli("audit", *OVERDUE, "--format", "json", "--as-of", "2026-01-15", store=store_file))
    assert {"findings", "justified", "denominators", "territory", "as_of"} <= set(body)
    assert body["territory"] == {"id": "ru-bel", "name": "Белгородская область"} and body["as_of"] == "2026-01-15"
    assert body["denominators"] == {"agreement-overdue": 2} and body["justified"] == []
    (finding,) = body["findings"]
    assert {"id", "kind", "severity", "title", "territory", "subjects", "function", "clauses", "reason"} <= set(finding)
    assert finding["clauses"] == [{"order": "ru-bel.order.1955-2021-07-20-d203bd8a", "clause": "3.1.1; прил. 2, п. 5"}]
    assert finding["justification"] is None


def test_both_options_of_the_day_work(cli: Cli, store_file: Path) -> None:
    before = ("audit", *OVERDUE, "--format", "json")
    assert audited(cli(*before, "--as-of", "2021-09-01", store=store_file))["findings"] == []
    assert audited(cli("--as-of", "2021-09-01", *before, store=store_file))["findings"] == []
    assert (
        len(audited(cli("--as-of", "2021-09-01", *before, "--as-of", "2022-01-01", store=store_file))["findings"]) == 1
    )


def test_the_table_shows_clauses_reasons_and_figures(cli: Cli, store_file: Path) -> None:
    ran = cli("audit", *OVERDUE, store=store_file)
    assert ran.code == 0
    assert "Срок заключения соглашения прошёл: 1" in ran.out and "№ 1955 от 20.07.2021" in ran.out
    assert "agreement-overdue." in ran.out and "Сводка" in ran.out
    assert "Муниципалитетов без единого собственного акта" in ran.out
    english = cli("--lang", "en", "audit", *OVERDUE, store=store_file)
    assert "The agreement is past its term: 1" in english.out and "Срок" not in english.out


def test_fail_on_tells_scripts(cli: Cli, store_file: Path) -> None:
    quiet = ("audit", "--format", "json", "--territory", "ru-bel")
    assert cli(*quiet, "--fail-on", "agreement-overdue", store=store_file).code == 1
    assert cli(*quiet, "--fail-on", "act-repealed,agreement-overdue", store=store_file).code == 1
    assert cli(*quiet, "--kind", "agreement-overdue", "--fail-on", "any", store=store_file).code == 1
    assert cli(*quiet, "--fail-on", "agreement-without-party", store=store_file).code == 0
    assert cli(*quiet, "--kind", "agreement-without-party", "--fail-on", "any", store=store_file).code == 0


@pytest.mark.parametrize("suffix", ["json", "xlsx", "docx", "html"])
def test_reports_are_written_by_the_name_of_the_file(cli: Cli, store_file: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"отчёт.{suffix}"
    ran = cli("audit", *OVERDUE, "-o", str(path), store=store_file)
    assert ran.code == 0 and ran.out == "" and path.name in ran.err
    head = path.read_bytes()[:200]
    assert head.startswith({"json": b"{", "html": b"<!"}.get(suffix, b"PK"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("audit", "--kind", "no-such"), "no-such"),
        (("audit", "--fail-on", "no-such"), "no-such"),
        (("audit", "--kind", "overlap", "--fail-on", "conflict"), "--kind conflict"),
        (("audit", "--territory", "Ъъъ"), "Ъъъ"),
        (("audit", "--as-of", "вчера"), "--as-of"),
        (("audit", "--format", "xlsx"), "-o"),
        (("audit", "--kind", "overlap", "--format", "table", "-o", "x.json"), "x.json"),
        (("audit", "--kind", "overlap", "--template", "x.docx"), "--template"),
        (("justify",), "opora audit"),
        (("justify", "overlap.0000", "--by", "Л", "--why", "п"), "overlap.0000"),
        (("justify", "overlap.0000", "--why", "п"), "--by"),
        (("justify", "overlap.0000", "--by", "Л"), "--why"),
        (("justify", "overlap.0000", "--by", "Л", "--why", "п", "--until", "завтра"), "--until"),
        (("justify", "overlap.0000", "--by", "Л", "--why", "п", "--until", "2020-01-01"), "2020-01-01"),
        (("justify", "overlap.0000", "--withdraw"), "overlap.0000"),
        (("justify", "overlap.0000", "--withdraw", "--by", "Л"), "--withdraw"),
    ],
)
def test_wrong_use_is_one_line(cli: Cli, store_file: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = cli(*arguments, store=store_file)
    lines = [line for line in ran.err.splitlines() if line.strip()]
    assert ran.code == 2 and len(lines) == 1 and lines[0].startswith("opora: "), ran
    assert says in lines[0]


def test_justified_a_finding_fails_nothing_and_is_shown_apart(cli: Cli, store_file: Path) -> None:
    quiet = ("audit", *OVERDUE, "--format", "json", "--fail-on", "any")
    (finding,) = audited(cli(*quiet, store=store_file))["findings"]
    id = str(finding["id"])
    ran = cli(
        "justify", id, "--by", "А.А. Луговая", "--why", "Хранится в архиве", "--until", "2099-12-31", store=store_file
    )
    assert ran.code == 0 and len(ran.err.splitlines()) == 1 and "31.12.2099" in ran.err and id in ran.err
    ran = cli(*quiet, store=store_file)
    assert ran.code == 0 and audited(ran)["findings"] == []
    assert [f["id"] for f in audited(ran)["justified"]] == [id]
    table = cli("audit", *OVERDUE, store=store_file).out
    assert "Хранится в архиве" in table and "А.А. Луговая" in table
    listed = cli("justify", "--list", store=store_file)
    assert id in listed.out and "Хранится в архиве" in listed.out and "Обоснований: 1" in listed.err
    ran = cli("justify", id, "--withdraw", store=store_file)
    assert ran.code == 0 and "снято" in ran.err and "А.А. Луговая" in ran.err
    assert cli(*quiet, store=store_file).code == 1
