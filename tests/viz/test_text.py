"""Labels from foreign files are made harmless before they are drawn."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.text import capital, clean, shorten


@given(st.text())
def test_nothing_is_left_that_moves_or_hides_what_follows(text: str) -> None:
    shown = clean(text)
    assert not any(
        unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"} for c in shown
    )
    assert not any(unicodedata.category(c) == "Cc" for c in shown)


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_keeps_its_bound(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("короткое", 20, "короткое"),
        ("муниципальная методическая служба", 24, "муниципальная…"),
        ("слитноедлинноеслово", 10, "слитноедл…"),
        (None, 5, ""),
    ],
)
def test_texts_are_cut_at_words(text: str | None, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


def test_a_capital_keeps_the_rest_as_it_is() -> None:
    assert capital("уровень ЦНППМ") == "Уровень ЦНППМ"
    assert capital("") == ""
