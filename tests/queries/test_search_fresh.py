"""The search index follows the store, also when nothing but a name has changed."""

from __future__ import annotations

from pathlib import Path

from ontology.models import Subject
from ontology.territories import country
from queries.search import search
from queries.stores import open_store


def test_a_renamed_subject_is_found_by_its_new_name(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    serving, loading = open_store(url), open_store(url)
    subject = Subject(id="ru.s1", name="Дом наставника", kind="centre", territory="ru")
    loading.write([country(), subject])
    assert [h.id for h in search(serving, "дом наставника") if h.kind == "subject"] == ["ru.s1"]
    loading.write([subject.model_copy(update={"name": "Мастерская методиста"})])
    assert [h.id for h in search(serving, "мастерскую методиста") if h.kind == "subject"] == ["ru.s1"]
    loading.close()
    serving.close()
