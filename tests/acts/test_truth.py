"""The truth files beside the invented acts say only what the acts say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from tests.acts.damage import damage
from tests.acts.truth import ADDRESS, KEYS, has_shape, squeeze

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"
STEMS = sorted(path.stem for path in HERE.glob("*.json"))
# Recognition noise changes about one character in a hundred, so verbatim search cannot work there.
DAMAGED = {stem for stem in STEMS if "damaged" in stem}


def truth(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / f"{stem}.json").read_text(encoding="utf-8"))
    return loaded


def act(stem: str) -> str:
    return squeeze((HERE / f"{stem}.txt").read_text(encoding="utf-8"))


def missing(quotes: list[str], text: str, damaged: bool) -> list[str]:
    if not damaged:
        return [quote for quote in quotes if squeeze(quote) not in text]
    return [quote for quote in quotes if fuzz.partial_ratio(squeeze(quote), text) < 90]


def test_there_are_acts_and_each_has_its_truth() -> None:
    assert len(STEMS) >= 12
    assert sorted(path.stem for path in HERE.glob("*.txt")) == STEMS


def test_the_example_of_the_readme_is_the_first_act() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == (HERE / "01-zarechenskaya.txt").read_text(encoding="utf-8")


def test_the_damaged_act_is_the_first_one_damaged() -> None:
    stem = "09-zarechenskaya-damaged"
    whole, harmed = ((HERE / f"{one}.txt").read_text(encoding="utf-8") for one in ("01-zarechenskaya", stem))
    assert damage(whole, seed=7) == harmed
    left, right = truth("01-zarechenskaya"), truth(stem)
    for key in KEYS - {"document", "notes"}:
        assert left[key] == right[key]
    assert len(re.findall(r"[а-яё][aceopxy]|[aceopxy][а-яё]", harmed)) >= 30
    assert len(re.findall(r"[а-яё]-\n[а-яё]", harmed)) >= 5
    assert len(re.findall(r"[а-яё,]\n\n\d(?:\n\d)?\n\n[а-яё]", harmed)) >= 5


@pytest.mark.parametrize("stem", STEMS)
def test_shape(stem: str) -> None:
    known = truth(stem)
    assert set(known) == KEYS
    assert known["document"]["file"] == f"{stem}.txt"
    has_shape(known)
    assert sum(f["kind"] in ("function", "duty") for f in known["functions"]) >= 10


@pytest.mark.parametrize("stem", STEMS)
def test_what_is_quoted_stands_in_the_act(stem: str) -> None:
    known, text = truth(stem), act(stem)
    quotes = [f["text"] for f in known["functions"]]
    quotes += [i["name"] for i in known["indicators"]]
    quotes += [t["term"] for t in known["terms"]]
    # A name stands in the case its sentence asks for, so the surname's stem is looked for.
    quotes += [max(re.findall(r"\w+", p["name"]), key=len)[:5] for p in known["persons"]]
    assert missing(quotes, text, stem in DAMAGED) == []


@pytest.mark.parametrize("stem", sorted(set(STEMS) - DAMAGED))
def test_activities_stand_in_the_act(stem: str) -> None:
    # A cell may carry tags or go on in the next line of the table, so other words may stand between its words.
    text = act(stem)
    for row in truth(stem)["roadmap"]:
        words = map(re.escape, row["activity"].split())
        assert re.search(r".{0,90}?".join(words), text), row["activity"]


@pytest.mark.parametrize("stem", STEMS)
def test_references_lead_to_subjects(stem: str) -> None:
    known = truth(stem)
    ids = [s["id"] for s in known["subjects"]]
    assert len(ids) == len(set(ids))
    named = [f["subject"] for f in known["functions"]]
    named += [s["part_of"] for s in known["subjects"]]
    named += [party for a in known["agreements"] for party in a["parties"]]
    named += [f[end] for f in known["flows"] for end in ("from", "to")]
    named += [step["subject"] for route in known["routes"] for step in route["steps"]]
    assert {one for one in named if one is not None} <= set(ids)


@pytest.mark.parametrize("stem", STEMS)
def test_clauses_are_addresses(stem: str) -> None:
    known = truth(stem)
    cited = [row["clause"] for key in KEYS - {"document", "roadmap", "routes", "notes"} for row in known[key]]
    cited += [step["clause"] for route in known["routes"] for step in route["steps"]]
    each = [one for clause in cited for one in clause.split("; ")]
    assert [clause for clause in each if not ADDRESS.fullmatch(clause)] == []


@pytest.mark.parametrize("stem", STEMS)
def test_the_cited_number_stands_in_the_act(stem: str) -> None:
    # A clause «прил. 2, п. 4.1» needs a line which begins with 4.1, and «9.3» one with 9.3 or with 9 and with 3).
    lines = (HERE / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
    heads = {re.sub(r"[.)]+$", "", m[1]) for ln in lines if (m := re.match(r"[|\W]*(\d+(?:\.\d+)*[.)]?)", ln))}
    absent = []
    for clause in {f["clause"] for f in truth(stem)["functions"]}:
        number = re.search(r"\d+(?:\.\d+)*(?=(?:\.[а-я])?$)", clause)
        if number is None or stem in DAMAGED:
            continue
        base, _, item = number[0].rpartition(".")
        if not (number[0] in heads or (base in heads and item in heads)) and "разд" not in clause:
            absent.append(clause)
    assert absent == []
