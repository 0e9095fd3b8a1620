"""The page of load: the heaviest first, the trend, posts missing, the proposal and what can be taken away."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import pytest

from ontology.errors import BadParameter
from queries.store import GraphStore
from queries.stores import open_store
from queries.whatif import read_yaml
from queries.whatif import whatif as carry_out
from tests.viz.example import EMPTY, HOSTILE
from tests.viz.example import REGION as EXAMPLE
from tests.viz.staffing import CITY, CODE, MANY, REGION, hamlets, staffed
from tests.viz.test_pages import Outline
from viz import pages


@pytest.fixture(scope="module")
def staff() -> Iterator[GraphStore]:
    """The region with two municipalities."""
    opened = open_store("sqlite:///:memory:")
    opened.write(staffed())
    yield opened
    opened.close()


def _section(html: str, name: str) -> str:
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', html, re.DOTALL)
    assert found is not None, name
    return found[0]


def _rows(section: str) -> list[list[str]]:
    """Cells of the table of a section, as text."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", section, re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", bodies[-1], re.DOTALL)
    cells = [re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in cells]


def test_the_trend_has_the_days_of_the_data_and_the_norm_of_each(staff: GraphStore) -> None:
    """270 teachers by 1.5 posts; 264 and 258 by 2. The norm holds from the day of its act, another from 2024."""
    trend = _section(pages.load_page(staff, territory=REGION, lang="ru"), "trend")
    assert [[*row[:5], row[6]] for row in _rows(trend)] == [
        ["15.01.2023", "270", "1,5", "180", "–", "–"],
        ["01.03.2023 меняется норматив", "270", "1,5", "180 ✕ превышен", "150", "0,3"],
        ["01.09.2023", "264", "2", "132 ✓ соблюдён", "150", "0"],
        ["01.01.2024 меняется норматив", "264", "2", "132 ✕ превышен", "100", "0,64"],
        ["01.09.2024", "258", "2", "129 ✕ превышен", "100", "0,58"],
    ]
    assert 'aria-label="01.09.2023: 132, в пределах норматива 150"' in trend
    assert "прил. 1, п. 2" in trend and "№ 7-п от 01.03.2023" in trend


def test_the_trend_ends_on_the_day_asked_for(staff: GraphStore) -> None:
    trend = _section(pages.load_page(staff, territory=REGION, as_of=date(2023, 12, 31), lang="ru"), "trend")
    assert [row[0] for row in _rows(trend)] == ["15.01.2023", "01.03.2023 меняется норматив", "01.09.2023"]


def test_one_day_of_data_makes_no_trend(store: GraphStore) -> None:
    trend = _section(pages.load_page(store, territory=EXAMPLE, lang="ru"), "trend")
    assert "<svg" not in trend and "на один день" in trend


def test_the_sentence_says_how_many_posts_are_missing_and_by_which_clause(staff: GraphStore) -> None:
    html = pages.load_page(staff, territory=REGION, lang="ru")
    sums = re.search(r'<section class="panel sums".*?</section>', html, re.DOTALL)
    assert sums is not None
    text = " ".join(re.sub(r"<[^>]*>", " ", sums[0]).split())
    assert "До норматива 100 учителей на ставку не хватает ставок методистов: 0,58 – прил. 1, п. 2" in text
    assert "с 01.01.2024" in text


def test_many_rows_are_cut_to_the_heaviest_until_all_are_asked_for(staff: GraphStore) -> None:
    store = open_store("sqlite:///:memory:")
    store.write([*staffed(), *hamlets()])
    first = _section(pages.load_page(store, territory=REGION, lang="ru"), "lines")
    everything = pages.load_page(store, territory=REGION, rows="all", lang="ru")
    store.close()
    names = [row[0] for row in _rows(first)]
    # Teachers without any methodist come first, then the most teachers per post.
    assert names[0] == "город Горный" and names[1].startswith("Долинный район") and names[2] == f"Хутор {MANY - 1}"
    assert len(names) == 25 and f"Показать все: {MANY + 3}" in first
    assert len(_rows(_section(everything, "lines"))) == MANY + 3
    assert everything.count('role="graphics-symbol"') > first.count('role="graphics-symbol"') + MANY


def test_the_proposal_names_who_passes_whom_and_the_norm(staff: GraphStore) -> None:
    html = pages.load_page(staff, territory=REGION, rebalance="1", norm="130", lang="ru")
    Outline(html)
    text = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "не более 130 учителей на ставку (как указали вы)" in text
    own = pages.load_page(staff, territory=REGION, rebalance="1", lang="ru")
    said = " ".join(re.sub(r"<[^>]*>", " ", own).split())
    assert "не более 100 учителей на ставку – прил. 1, п. 2" in said
    assert "Г-01 &lt;b&gt;, математика: учителей до – 116, после – 58" in own
    moves = re.search(r'aria-labelledby="moves">(.*?)</table>', own, re.DOTALL)
    assert moves is not None
    assert [row[-3:] for row in _rows(moves[0])] == [["Г-01 &lt;b&gt;", "Г-02", "58"]]
    assert "ничего не изменено" in said and "<b>" + CODE not in own


def test_posts_are_named_when_nobody_has_room(staff: GraphStore) -> None:
    html = pages.proposal_fragment(staff, territory=REGION, norm="50", as_of=None, lang="ru")
    text = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "Без новых ставок в норматив не уложиться" in text and "Каких ставок не хватает" in text
    assert re.search(r"математика : 0,75", text)  # 136 teachers by 50 are 2.72 posts, of which 2 are there
    assert "<!doctype" not in html


def test_the_proposal_is_left_out_until_it_is_asked_for(staff: GraphStore) -> None:
    assert "Кто кому передаёт" not in pages.load_page(staff, territory=REGION, lang="ru")
    assert "не между кем" in pages.proposal_fragment(
        staff, territory="Тверская область", norm=None, as_of=None, lang="ru"
    )


def test_without_a_norm_the_reader_is_asked_for_one(staff: GraphStore) -> None:
    said = pages.proposal_fragment(staff, territory=REGION, norm=None, as_of=date(2023, 2, 1), lang="ru")
    assert "не действует ни один норматив" in said and "--norm" not in said


@pytest.mark.parametrize("norm", ["сто", "0", "-5", "nan", "1e99", "<b>", "٢٥٠x"])
def test_a_norm_that_is_no_number_is_refused_in_one_line(staff: GraphStore, norm: str) -> None:
    with pytest.raises(BadParameter):
        pages.load_page(staff, territory=REGION, rebalance="1", norm=norm, lang="ru")


def test_the_workbook_has_the_moves_and_both_loads(staff: GraphStore) -> None:
    content = pages.proposal_book(staff, territory=REGION, norm="100,0", as_of=None, lang="ru")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
        words = book.read("xl/sharedStrings.xml").decode()
    assert names == ["Сводка", "Кто к кому переходит", "Методисты"]
    assert "Г-01 &lt;b&gt;" in words and "Г-02" in words and "100 (прил. 1, п. 2" not in words  # the norm was given


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_scenario_does_what_the_proposal_says(staff: GraphStore, lang: str) -> None:
    text = pages.proposal_scenario(staff, territory=REGION, norm="100", lang="ru" if lang == "ru" else "en")
    answer = carry_out(staff, read_yaml(text.encode(), "scenario"), lang="ru").model_dump(mode="json")
    assert [(m["source"], m["target"], m["teachers"]) for m in answer["rebalance"][0]["moves"]] == [(CODE, "Г-02", 58)]


def test_names_of_anybody_are_text(staff: GraphStore) -> None:
    html = pages.load_page(staff, territory=CITY, by="methodist", rebalance="1", lang="ru")
    html += pages.load_page(staff, territory=REGION, lang="en")
    assert HOSTILE not in html and "&lt;img src=x" in html


def test_a_territory_without_tables_says_what_to_load(store: GraphStore) -> None:
    html = pages.load_page(store, territory=EMPTY, rebalance="1", lang="ru")
    assert "opora load headcounts.csv methodists.csv" in html and '<svg class="drawn' not in html


def test_a_norm_is_shown_in_the_words_of_its_clause(staff: GraphStore, store: GraphStore) -> None:
    norms = _section(pages.load_page(staff, territory=REGION, lang="ru"), "norms")
    assert "<blockquote><bdi>2. Не более ста педагогов &lt;img" in norms
    assert "<blockquote>" not in _section(pages.load_page(store, territory=EXAMPLE, lang="ru"), "norms")


def test_without_counts_the_norms_of_the_acts_are_told(staff: GraphStore) -> None:
    html = pages.load_page(staff, territory=REGION, as_of=date(2022, 12, 31), lang="ru")
    assert "Численность по этой территории не загружена" in html and "не более 150, 2023" in html
    assert "прил. 1, п. 2" in html and "<svg class=" not in html
