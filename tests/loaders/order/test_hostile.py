"""Hostile texts: whatever is repeated, cut, shuffled or encoded, a reading ends, says the same twice, and takes time in
proportion to the text."""

from __future__ import annotations

import hashlib
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from loaders.order.read import read_order
from loaders.order.reading import Reading
from ontology.errors import NotAnOrder
from tests.loaders.order.test_constructs import HEAD
from tests.loaders.order.test_nothing_is_lost import lost
from tests.variants.noise import noise, pages
from tests.variants.render import variant

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

ROOT = Path(__file__).resolve().parents[3]
# What a hostile or broken file may repeat without end.
REPEATED = [
    "а", "А", "а ", "а-", "а, ", "и ", "(", "«", "»", "(а ", "\t", "|", "_", ". ", "— ", "- ", "1.1.", "1) ", "I. ",
    "№ ", "%",
    "(далее – ЦР) ", "центр развития (далее – ЦР), ", "ЦР и ", "Совет молодых педагогов ", "муниципальных органов ",
    "ответственный ", "А.А. ", "Иванов И.И., ", "– обеспечивает ", "- ведет реестр;\n", "Функции:\n", "\n\n", "\f",
    "до 1 мая 2024 года ", "не менее 5 человек ", "1\tСеминар\tмай\tЦР\n", "слово   слово   слово\n", "<p>", "*",
    "\u0301", "😀",
    "приказом министерства от 1 мая 2024 года № 5, ", "осуществляет методическую помощь школам, ",
    "направляет в ЦР сведения о ", "заключает соглашение с ЦР, ", "доля учителей, ",
]  # fmt: skip
SHORT = 2_000
WORST = 2.6  # exponent of the growth of time with length that a repetition may have; a catastrophe has far more
BODY = "1.1. Центр развития (далее – ЦР)\n\nФункции:\n\n{}\n\n- ведет реестр наставников."
calm = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Reading | None:
    """The reading; None when the text is refused as no act, the only error a text may give."""
    try:
        return read_order(text, "0" * 64, "hostile")
    except NotAnOrder:
        return None


def spent(text: str) -> float:
    """Processor time of a reading."""
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


@pytest.mark.parametrize("unit", REPEATED, ids=ascii)
def test_a_repetition_takes_time_in_proportion(unit: str) -> None:
    def text(length: int) -> str:
        return HEAD.format(body=BODY.format((unit * (length // len(unit) + 1))[:length]), points="2. Считать новым.")

    assert read(text(SHORT)) is not None
    small, large = spent(text(SHORT)), spent(text(3 * SHORT))
    assert large <= 0.5 or large <= small * 3**WORST, (small, large)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the loaders keeps, with its name."""

    def inside(value: object) -> Iterator[re.Pattern[str]]:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            yield value
        elif isinstance(value, dict):
            for one in value.values():
                yield from inside(one)
        elif isinstance(value, (tuple, list)):
            for one in value:
                yield from inside(one)

    for found in walk_packages(loaders.__path__, "loaders."):
        module = import_module(found.name)
        for name, value in vars(module).items():
            yield from ((f"{found.name}.{name}", pattern) for pattern in inside(value))


def test_no_pattern_explodes() -> None:
    """A search over a repetition of 60 characters and of 240: an exponential pattern never comes back from the second,
    so it must not take many times what a cubic one would after the first."""
    units = [
        "а",
        "а ",
        "А",
        "Аа ",
        "а-",
        "а, ",
        "и а ",
        "1.",
        "1 ",
        "(",
        "(а ",
        "«а",
        "- ",
        "А.",
        "ответственный ",
        "новая ",
    ]
    units += ["учебная и ", "методической ", "до 1 мая ", "№ 1 ", "в ", "Ц", "Иванов И.И., "]
    seen = {p.pattern + str(p.flags): (name, p) for name, p in patterns()}
    assert len(seen) > 200
    worst = []
    for name, pattern in seen.values():
        for unit in units:
            took = []
            for length in (20, 28, 60, 240):
                text = (unit * length)[:length] + "ъ!"
                begun = time.process_time()
                for _ in pattern.finditer(text):
                    pass
                took.append(time.process_time() - begun)
                if len(took) > 1 and took[-1] > 0.02 and took[-1] > 30 * took[-2]:
                    worst.append((name, unit, took))
                    break
    assert worst == []


@calm
@given(st.integers(0, 10**6), st.integers(0, 30))
def test_an_act_cut_anywhere_shuffled_or_doubled_is_read(seed: int, number: int) -> None:
    chance = random.Random(seed)
    text = variant(number, size=3, rows=6).text
    lines = text.split("\n")
    kind = chance.randrange(6)
    if kind == 0:
        text = text[: chance.randrange(len(text))]
    elif kind == 1:
        text = text[chance.randrange(len(text)) :]
    elif kind == 2:
        chance.shuffle(lines)
        text = "\n".join(lines)
    elif kind == 3:
        text += text
    elif kind == 4:
        text = noise(pages(text, seed, "Положение"), seed, chance.random() * 0.3)
    else:
        text = "\n".join(lines[:: chance.randint(1, 3)]).replace(" ", chance.choice((" ", "\u00a0", "\t", "  ")))
    first = read(text)
    assert first == read(text)
    if first is not None:
        assert 0 <= first.coverage.understood_share <= 1
        assert all(0 <= u.position <= len(text) and u.reason for u in first.unread)


@calm
@given(st.integers(0, 30), st.lists(st.tuples(st.floats(0, 1), st.text(max_size=40)), max_size=6))
def test_any_unicode_within_an_act_is_read(number: int, strays: list[tuple[float, str]]) -> None:
    text = variant(number, size=2, rows=4).text
    for place, stray in strays:
        at = int(place * len(text))
        text = text[:at] + stray + text[at:]
    first = read(text)
    assert first == read(text)


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_no_sentence_of_a_variant_is_lost(seed: int) -> None:
    one = variant(seed)
    reading = read(one.text)
    assert reading is not None
    assert lost(one.text, reading) == []


def test_a_megabyte_of_one_word_ends() -> None:
    text = HEAD.format(body=BODY.format("а" * 1_000_000), points="2. Считать новым.")
    reading = read(text)
    assert reading is not None
    assert "ведет реестр наставников" in " ".join(a.statement for a in reading.assignments)


def test_lists_within_lists_and_thousands_of_items_are_read() -> None:
    deep = "\n".join(f"{'.'.join(['1'] * n)}. Пункт о порядке работы;" for n in range(1, 60))
    many = "\n".join(f"- ведет реестр наставников района {n};" for n in range(2_000))
    reading = read(HEAD.format(body=BODY.format(f"{deep}\n{many}"), points="2. Считать новым."))
    assert reading is not None
    assert sum("реестр наставников района" in a.statement for a in reading.assignments) + len(reading.unread) >= 2_000


def test_another_process_reads_the_same() -> None:
    """Sets are walked in another order in another process; what is read must not tell."""
    script = (
        "import hashlib\nfrom loaders.order.read import read_order\nfrom tests.variants.render import variant\n"
        "d = hashlib.sha256()\n"
        "for seed in range(6):\n    d.update(read_order(variant(seed).text, '0' * 64, 'x').as_json().encode())\n"
        "print(d.hexdigest())"
    )
    seen = set()
    for salt in ("1", "2", "77"):
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": salt,
            "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        seen.add(run.stdout.strip())
    here = hashlib.sha256()
    for seed in range(6):
        here.update(read_order(variant(seed).text, "0" * 64, "x").as_json().encode())
    assert seen == {here.hexdigest()}
