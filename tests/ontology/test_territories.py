"""The register of territories, and names of places in any case."""

from __future__ import annotations

import re

import pytest

from ontology import territories
from ontology.entities.territory import Territory
from ontology.entities.vocabulary import TerritoryKind
from ontology.place_names import nominative

# Forms that a plain table of endings has to know, each with the region's id.
FORMS = [
    ("департамент образования Белгородской области", "ru-bel"),
    ("МИНИСТЕРСТВО ОБРАЗОВАНИЯ ВЛАДИМИРСКОЙ ОБЛАСТИ", "ru-vla"),
    ("администрация района Кабардино-Балкарской Республики", "ru-kb"),
    ("в КБР", "ru-kb"),
    ("Карачаево – Черкесской Республикой", "ru-kc"),
    ("Ханты-Мансийского автономного округа – Югры (Тюменская область)", "ru-khm"),
    ("Тюменской области, ХМАО-Югра", "ru-khm"),
    ("Ямало-Ненецким автономным округом", "ru-yan"),
    ("Ненецкому автономному округу", "ru-nen"),
    ("НАО", "ru-nen"),
    ("Республике Саха (Якутия)", "ru-sa"),
    ("Республики Северная Осетия-Алания", "ru-se"),
    ("Республики Алтай", "ru-al"),
    ("Алтайскому краю", "ru-alt"),
    ("Марий Эл", "ru-me"),
    ("Минобрнауки Татарстана", "ru-ta"),
    ("Чувашской Республики", "ru-cu"),
    ("Омской области", "ru-oms"),
    ("Томской области", "ru-tom"),
    ("Кемеровской области - Кузбасса", "ru-kem"),
    ("Московская обл.", "ru-mos"),
    ("Правительство Москвы", "ru-mow"),
    ("г. Москва, комитет образования Курской области", "ru-krs"),
    ("города Севастополя", "ru-x-sevastopol"),
    ("Bлaдимирскoй oблacти", "ru-vla"),  # Latin look-alikes
    ("Белгородскои области", "ru-bel"),  # one letter misread
    ("Коми", "ru-ko"),
]


def test_the_register_is_whole() -> None:
    regions = territories.regions()
    assert len(regions) == 89
    assert len({r.id for r in regions}) == len({r.name for r in regions}) == len({r.oktmo for r in regions}) == 89
    nation = territories.country()
    assert (nation.id, nation.kind, nation.part_of) == ("ru", TerritoryKind.COUNTRY, None)
    for region in regions:
        assert region.kind is TerritoryKind.REGION and region.part_of == "ru"
        assert re.fullmatch(r"\d{2,3}", region.oktmo or ""), region
        if region.iso_3166_2:
            assert region.id == region.iso_3166_2.lower() and re.fullmatch(r"RU-[A-Z]{2,3}", region.iso_3166_2)
        else:
            assert region.id.startswith("ru-x-")


@pytest.mark.parametrize("region", territories.regions(), ids=lambda r: r.id)
def test_every_official_name_is_found_in_a_longer_text(region: Territory) -> None:
    assert territories.find_region(f"Министерство просвещения, {region.name} (приказ)") == region
    assert territories.find_region(region.name.upper()) == region


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_region_is_found_in_any_form(text: str, expected: str) -> None:
    found = territories.find_region(text)
    assert found is not None and found.id == expected


@pytest.mark.parametrize(
    "text",
    ["", "Зареченская область", "Республики Синегорье", "Министерство просвещения Российской Федерации",
     "Амурский район", "Кировский район", "ОМСК", "Московский проспект", "НАО «Просвещение»", "в кбр"],
)  # fmt: skip
def test_what_names_no_region_gives_none(text: str) -> None:
    assert territories.find_region(text) is None


def test_a_municipality_has_one_id_however_its_name_is_written() -> None:
    names = (
        "Ключевской район",
        "Ключевского муниципального района",
        "Ключевской муниципальный район",
        "ключевской р-н",
    )
    assert {territories.territory_id("Зареченской области", n) for n in names} == {
        "x-zarechenskaya-oblast.klyuchevskij-rajon"
    }
    towns = ("город Сказочинск", "города Сказочинска", "г. Сказочинск", "городской округ город Сказочинск")
    assert len({territories.territory_id("Китежская область", n) for n in towns}) == 1
    assert territories.territory_id("КБР", "Ключевской район").startswith("ru-kb.")
    assert territories.territory_id(None, None) == territories.territory_id(" ", "") == "ru"


def test_the_territories_of_an_act_come_outermost_first() -> None:
    chain = territories.territories_of("Зареченской области", "Заречного района")
    assert [t.kind for t in chain] == list(TerritoryKind)
    assert [t.name for t in chain[1:]] == ["Зареченская область", "Заречный район"]
    assert [t.part_of for t in chain] == [None, *(t.id for t in chain[:-1])]
    assert chain[-1].id == territories.territory_id("Зареченская область", "Заречный район")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Зареченской области", "Зареченская область"),
        ("Лукоморского края", "Лукоморский край"),
        ("Республики Беловодье", "Республика Беловодье"),
        ("Озёрного муниципального округа", "Озёрный муниципальный округ"),
        ("Заречного района", "Заречный район"),
        ("городской округ Радужный", "городской округ Радужный"),
        ("Радужный", "Радужный"),
    ],
)
def test_nominative(given: str, expected: str) -> None:
    assert nominative(given) == expected
