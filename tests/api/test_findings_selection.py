"""A part of the findings: chosen by level, subject and words, in lists and in reports that say they are a part."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook

WHERE = {"territory": "ru-bel"}


def asked(client: TestClient, **params: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/findings", params=WHERE | params)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["findings"]
    return found


def test_by_level_and_subject(client: TestClient) -> None:
    everything = asked(client)
    regional = asked(client, level="regional")
    assert 0 < len(regional) < len(everything) and {f["level"] for f in regional} == {"regional"}
    subject = next(f["subjects"][0] for f in everything if f["subjects"])
    about = asked(client, subject=subject)
    assert about == [f for f in everything if subject in f["subjects"]]


def test_words_in_any_form_all_of_them(client: TestClient) -> None:
    found = asked(client, q="кандидатурой руководителей ЦНППМ")
    assert found and all("кандидатуры руководителя" in f["about"] for f in found)
    assert asked(client, q=found[0]["id"]) == [found[0]]  # a number as it is written
    assert asked(client, q="кандидатура щъщъщъ") == []


@pytest.mark.parametrize("params", [{"level": "high"}, {"q": "а" * 301}])
def test_what_is_no_choice(client: TestClient, params: dict[str, str]) -> None:
    assert client.get("/api/v1/findings", params=WHERE | params).status_code == 422


def test_a_report_of_a_part_says_so_and_gives_no_share(client: TestClient) -> None:
    whole = client.get("/api/v1/findings", params=WHERE | {"format": "html"}).text
    assert "отбор:" not in whole and "Функций с ответственными".lower() in whole.lower()
    part = client.get("/api/v1/findings", params=WHERE | {"format": "html", "severity": "violation", "q": "ЦНППМ"}).text
    assert "Белгородская область (отбор: нарушение; ЦНППМ)" in part
    assert "0 функций" not in part  # nothing is said of what the choice left out
    book = client.get("/api/v1/findings", params=WHERE | {"format": "xlsx", "justified": "false"})
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert "открытые замечания" in str(sheet[0][0])
    assert all(row[4] == "" for row in sheet[5:-1])  # checked: not told
