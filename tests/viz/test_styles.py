"""Every word of the closed lists has its look and its Russian; no two kinds look alike."""

from __future__ import annotations

from ontology.entities.vocabulary import Level, ReadingStatus, Role, SubjectKind
from ontology.i18n import translator
from queries.nobody_reasons import Reason
from queries.questions.coverage import CellStatus
from viz import styles


def test_every_word_has_its_look() -> None:
    assert set(styles.KINDS) == set(SubjectKind)
    assert set(styles.LEVELS) == {*Level, None}
    assert set(styles.ROLES) == set(styles.DEEDS) == set(Role)
    assert set(styles.STATES) == {*CellStatus, "not-expected"}
    assert set(styles.READINGS) == set(ReadingStatus)
    assert set(styles.REASONS) == set(Reason)


def test_every_label_has_its_russian() -> None:
    labels = {
        *(s.label for s in (*styles.KINDS.values(), *styles.EDGES.values(), styles.UNKNOWN_KIND)),
        *(text for s in styles.STATES.values() for text in (s.label, s.meaning)),
        *styles.LEVELS.values(),
        *styles.ROLES.values(),
        *styles.DEEDS.values(),
        *styles.READINGS.values(),
        *styles.REASONS.values(),
        *styles.HIT_KINDS.values(),
    }
    assert [label for label in labels if translator("ru")(label) == label] == []


def test_kinds_and_states_differ_in_shape_as_well_as_in_colour() -> None:
    kinds, states = styles.KINDS.values(), styles.STATES.values()
    assert len({k.path for k in kinds}) == len({k.colour for k in kinds}) == len(kinds)
    assert len({s.sign for s in states}) == len(states)
    assert len({(e.colour, e.dashes) for e in styles.EDGES.values()}) == len(styles.EDGES)


def test_colours_of_kinds_can_be_read_on_white() -> None:
    for kind in (*styles.KINDS.values(), *styles.EDGES.values()):
        line = isinstance(kind, styles.EdgeStyle)
        assert _contrast_with_white(kind.colour) >= (3 if line else 4.5), kind


def _contrast_with_white(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
