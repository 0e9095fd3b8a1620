"""Nothing of the text is dropped in silence: a paragraph put anywhere in an act is read or listed as unread."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.order.read import read_order
from loaders.order.reading import Reading
from loaders.order.sentences import finite, sentences
from loaders.text import blocks
from tests.loaders.order.test_constructs import HEAD

ACTS = sorted((Path(__file__).resolve().parents[2] / "acts").glob("*.txt"))
STRAYS = [
    "Кикимора сушит мухоморы и раскладывает их по корзинам.",
    "Лунный свет над болотом ничего никому не поручает.",
    "– описание неведомых зверей дремучего леса;",
    "а) купание русалок при полной луне;",
    "Ответственный: старый водяной из омута.",
    "В целях тишины леший совместно с водяным дремлет и жуёт кору.",
    "Отдел неведомого составляет карту болот. Кочки пересчитывает кикимора, а мостки чинит леший.",
    "Содержание сказок: пересказ былин; разучивание потешек; рисование теремов.",
    "Мостки обновляются ежегодно. Русалки поют по четвергам. Отдел неведомого ведёт песенник.",
    "Совет леших, который собирается в дупле, считает шишки.",
    "Установить, что заговоры от комаров читает кикимора.",
    "Кузнецу выдать подковы до первого снега.",
]
ATTACHED = re.compile(r"\W*(?:приложение|утвержд[её]н)", re.I)
SHORT = sorted(ACTS, key=lambda p: p.stat().st_size)[:5]


def attached_at(paragraphs: list[str]) -> int:
    """Where the first attached paper begins; what stands before is the act's own head, points and signature."""
    return next((i for i, p in enumerate(paragraphs) if ATTACHED.match(p)), len(paragraphs) // 3) + 2


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower().replace("ё", "е"))


def told(reading: Reading) -> str:
    """All texts of the lists of a reading (the clauses' own full texts left out), as letters."""
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, str):
            found.append(letters(value))
        elif isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                walk(inner)

    walk(reading.model_dump(exclude={"clauses", "coverage"}))
    return "\n".join(found)


def lost(text: str, reading: Reading) -> list[str]:
    """Sentences with a verb, in the papers an act attaches, of which no list of the reading has a word."""
    bag = told(reading)
    missing = []
    attached = False
    for block in blocks(text):
        attached = attached or bool(re.match(r"приложение|утвержден", block.text, re.I))
        if block.kind != "paragraph" or not attached:
            continue
        body = re.sub(r"^(?:[\d.]+|[а-я0-9]+\)|[-–•*])\s*", "", block.text)
        for sentence in sentences(body):
            low = letters(sentence)
            whole = low in bag or any(len(piece) > 14 and piece in low for piece in bag.split("\n"))
            if len(low) > 14 and finite(sentence) and not whole and not sentence.rstrip().endswith(":"):
                missing.append(sentence)
    return missing


@pytest.mark.parametrize("path", ACTS, ids=lambda p: p.stem)
def test_no_sentence_of_an_act_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert lost(text, read_order(text, "0" * 64, path.name)) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.sampled_from(SHORT), st.lists(st.sampled_from(STRAYS), min_size=1, max_size=4))
def test_a_paragraph_put_anywhere_is_read_or_listed(seed: int, path: Path, strays: list[str]) -> None:
    chance = random.Random(seed)
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    first = attached_at(paragraphs)
    for stray in strays:
        paragraphs.insert(chance.randint(first, len(paragraphs)), stray)
    text = "\n\n".join(paragraphs)
    bag = told(read_order(text, "0" * 64, "x"))
    for stray in strays:
        for sentence in sentences(stray):
            for piece in re.split(r";\s|:\s", sentence):
                bare = re.sub(r"^(?:[а-я]\)|–)\s*", "", piece)
                assert letters(bare) in bag, (sentence, piece)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.sampled_from(SHORT))
def test_shuffled_paragraphs_are_read_or_listed(seed: int, path: Path) -> None:
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    first = attached_at(paragraphs)
    tail = [p for p in paragraphs[first:] if "\t" not in p and "|" not in p]
    random.Random(seed).shuffle(tail)
    text = "\n\n".join([*paragraphs[:first], *tail])
    assert lost(text, read_order(text, "0" * 64, "x")) == []


def test_a_point_of_the_act_that_charges_nobody_we_know_is_listed() -> None:
    text = HEAD.format(body="2.1. ЦНППМ ведёт реестр.", points="2. Кузнецу выдать подковы до первого снега.")
    assert "Кузнецу выдать подковы" in " ".join(u.text for u in read_order(text, "0" * 64, "x").unread)
