"""Acts nobody has written: read whole when they are clean, in good part when they are badly scanned.

The thresholds are what the reader was seen to do over these seeds, rounded down: they hold it there.
"""

from __future__ import annotations

from functools import cache

import pytest
from rapidfuzz import fuzz

from loaders.order.read import read_order
from tests.variants.measure import Measure
from tests.variants.noise import noise, pages
from tests.variants.render import Variant, variant
from tests.variants.style import CHOICES

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

SEEDS = range(40)
HEAD = "Положение о региональной системе"
# Recall and precision without noise, in pages with running heads, and of misread text (1 % of characters).
CLEAN = {
    "assignments": (0.99, 0.99),
    "subjects": (0.99, 0.98),
    "activities": (0.99, 0.99),
    "indicators": (0.79, 0.99),
    "agreements": (0.68, 0.97),
    "interactions": (0.95, 0.84),
    "terms": (0.97, 0.98),
    "persons": (0.97, 0.97),
}
PAGED = {
    "assignments": (0.99, 0.99),
    "subjects": (0.99, 0.98),
    "activities": (0.88, 0.97),
    "indicators": (0.62, 0.96),
}
NOISY = {
    "assignments": (0.91, 0.98),
    "subjects": (0.93, 0.97),
    "activities": (0.96, 0.97),
    "indicators": (0.68, 0.97),
    "interactions": (0.74, 0.8),
}
DETAILS = {("assignments", "subject"): 0.99, ("assignments", "clause"): 0.97, ("subjects", "level"): 0.94,
           ("activities", "responsible"): 0.97, ("activities", "due"): 0.97, ("indicators", "values"): 0.97,
}  # fmt: skip


@cache
def act(seed: int) -> Variant:
    """The act of a seed."""
    return variant(seed)


def measured(change: str, share: float = 0.0, seeds: range = SEEDS) -> Measure:
    """Read the acts of all seeds, changed by pages or noise."""
    result = Measure()
    for seed in seeds:
        one = act(seed)
        text = pages(one.text, seed, HEAD) if change == "pages" else noise(one.text, seed, share)
        result.act(f"{seed} {one.style}", one.truth, read_order(text, "0" * 64, one.name))
    return result


def hold(result: Measure, floors: dict[str, tuple[float, float]]) -> None:
    for name, (recall, precision) in floors.items():
        tally = result.lists[name]
        assert tally.recall >= recall, (name, tally.recall, tally.missed[:5])
        assert tally.precision >= precision, (name, tally.precision, tally.wrong[:5])


def test_clean_acts_are_read() -> None:
    result = measured("clean")
    hold(result, CLEAN)
    for (name, detail), floor in DETAILS.items():
        assert result.lists[name].share(detail) >= floor, (name, detail, result.lists[name].share(detail))


def test_acts_broken_into_pages_are_read() -> None:
    hold(measured("pages"), PAGED)


def test_badly_scanned_acts_are_read_in_good_part() -> None:
    hold(measured("noise", 0.01), NOISY)


def test_the_same_seed_gives_the_same_act() -> None:
    one = variant(5)
    assert one == variant(5)
    assert one.text != variant(6).text
    assert noise(one.text, 5, 0.02) == noise(one.text, 5, 0.02)
    assert pages(one.text, 5) == pages(one.text, 5)


@pytest.mark.parametrize("seed", [0, 7, 21, 33])
def test_the_truth_stands_in_the_act(seed: int) -> None:
    one = act(seed)
    flat = " ".join(one.text.replace("\n", " ").split()).lower()
    for f in one.truth["functions"]:
        assert f["text"].lower() in flat
    ids = {s["id"] for s in one.truth["subjects"]}
    for flow in one.truth["flows"]:
        assert {flow["from"], flow["to"]} <= ids
    for agreement in one.truth["agreements"]:
        assert set(agreement["parties"]) <= ids
    texts = [f["text"] for f in one.truth["functions"] if f["kind"] == "function"]
    assert not [(a, b) for i, a in enumerate(texts) for b in texts[:i] if fuzz.ratio(a, b) >= 95]


def test_the_seeds_meet_every_choice_of_layout() -> None:
    for name, choices in CHOICES.items():
        met = {getattr(act(seed).style, name) for seed in SEEDS}
        assert met >= set(choices), name


@pytest.mark.parametrize("share", [0.01, 0.04])
def test_noise_is_as_strong_as_it_says(share: float) -> None:
    text = act(3).text
    harmed = noise(text, 3, share)
    kept = fuzz.ratio(text, harmed) / 100
    assert 1 - share * 1.4 <= kept <= 1 - share * 0.4
    assert [c for c in text if c in "\t|\n"] == [c for c in harmed if c in "\t|\n"]
