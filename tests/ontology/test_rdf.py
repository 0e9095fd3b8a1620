"""Entities ↔ RDF: nothing is lost, the text is stable, malformed input is refused in one line."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ontology import catalogue, rdf, territories
from ontology.entities.vocabulary import Level, OrderKind, Role, SubjectKind
from ontology.errors import BadParameter, InputError, InvalidGraph, UnreadableFile
from ontology.models import Activity, Assignment, Clause, Entity, Order, Subject
from ontology.property_graph import NODES
from ontology.rdf_names import entity_id, entity_iri, word_iri, word_lists
from tests.ontology.strategies import entity_of, graphs

RELAXED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
SHA = "0" * 64


def order(number: str = "7") -> Order:
    return Order(
        id=f"x.order.{number}", kind=OrderKind.PRIKAZ, number=number, date=date(2024, 5, 1), title="О системе",
        issuer="Департамент", territory="x", file_sha256=SHA,
    )  # fmt: skip


def small_graph() -> list[Entity]:
    clause = Clause(id="x.order.7.1", address="1", position=0, text_sha256=SHA, text="Слова акта", order="x.order.7")
    subject = Subject(
        id="x.centre", name="Центр", kind=SubjectKind.CENTRE, level=Level.REGIONAL, territory="x", clause=clause.id,
        alternative_names=("ЦНП", "Центр роста"),
    )  # fmt: skip
    held = Assignment(
        id="x.order.7.a", statement="x.order.7.s", role=Role.RESPONSIBLE, position=0, quote_sha256=SHA,
        quote="Ведёт учёт", confidence=0.95,
        subject=subject.id, function=catalogue.function_id("F1.02"), clause=clause.id,
    )  # fmt: skip
    return [order(), clause, subject, held]


@pytest.mark.parametrize("format", rdf.FORMATS)
@RELAXED
@given(facts=graphs())
def test_what_is_written_is_read_back_equal(format: str, facts: list[Entity]) -> None:
    back = rdf.load(rdf.dump(facts, format, with_text=True), format)
    assert {e.id: e for e in back} == {e.id: e for e in facts}


@pytest.mark.parametrize("node", NODES, ids=lambda n: n.label)
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_every_class_goes_through_a_graph(node: object, data: st.DataObject) -> None:
    entity = data.draw(entity_of(node))  # type: ignore[arg-type]
    assert rdf.from_graph(rdf.to_graph([entity], with_text=True)) == (entity,)
    assert rdf.from_graph(rdf.to_dataset([entity], with_text=True)) == (entity,)


@RELAXED
@given(facts=graphs())
def test_the_order_of_facts_does_not_change_the_text(facts: list[Entity]) -> None:
    for format in rdf.FORMATS:
        assert rdf.dump(facts, format) == rdf.dump(facts[::-1], format)


def test_the_text_says_what_the_graph_says() -> None:
    parsed = rdf.parse(rdf.dump(small_graph(), "ttl", with_text=True), "ttl")
    union = Graph()
    for s, p, o, _ in parsed.quads():
        union.add((s, p, o))
    assert isomorphic(union, rdf.to_graph(small_graph(), with_text=True))


def test_without_text_the_words_of_the_act_stay_at_home() -> None:
    for format in rdf.FORMATS:
        text = rdf.dump(small_graph(), format)
        facts = text.partition('"@graph"')[2] or text  # the context of JSON-LD names what might be said
        assert "Слова акта" not in text and "Ведёт учёт" not in text and "fileSha256" not in facts
        assert "quoteSha256" in text and "Центр роста" in text
    back = {e.id: e for e in rdf.load(rdf.dump(small_graph(), "trig"), "trig")}
    assert isinstance(held := back["x.order.7.a"], Assignment) and held.quote is None
    assert isinstance(act := back["x.order.7"], Order) and act.file_sha256 is None


def test_trig_has_a_graph_per_order_and_one_for_what_orders_share() -> None:
    facts = [*small_graph(), order("8"), territories.country()]
    dataset = rdf.parse(rdf.dump(facts, "trig"), "trig")
    named = {str(g.identifier): set(g.subjects(RDF.type)) for g in dataset.graphs() if len(g)}
    base = "https://w3id.org/opora/graph/"
    assert set(named) == {base + "shared", base + "x.order.7", base + "x.order.8"}
    assert named[base + "x.order.8"] == {entity_iri("Order", "x.order.8")}
    assert entity_iri("Assignment", "x.order.7.a") in named[base + "x.order.7"]
    assert named[base + "shared"] == {entity_iri("Territory", "ru")}


def test_the_order_of_what_is_written_in_a_cell_is_kept_and_a_set_has_none() -> None:
    row = Activity(
        id="a", position=0, title="т", clause="c", responsible_text=("Я", "А", "Я"), responsible=("z", "b", "z")
    )
    (back,) = rdf.load(rdf.dump([row], "ttl"), "ttl")
    assert isinstance(back, Activity)
    assert back.responsible_text == ("Я", "А", "Я") and back.responsible == ("b", "z")


def test_names_are_reversible() -> None:
    for function in catalogue.functions():
        iri = entity_iri("Function", function.id)
        assert str(iri) == f"https://w3id.org/opora/function/{function.code}" and entity_id(str(iri)) == function.id
    for direction in catalogue.directions():
        assert str(entity_iri("Direction", direction.id)).endswith(f"/direction/{direction.code}")
    individuals = [word_iri(word) for words in word_lists() for word in words]
    assert len(set(individuals)) == len(individuals)
    assert str(word_iri(Level.REGIONAL)).endswith("#regional")


def test_the_registers_can_be_loaded_as_any_graph() -> None:
    loaded = {e.id: e for e in rdf.load(territories.REGISTER)}
    assert loaded == {t.id: t for t in (territories.country(), *territories.regions())}


BROKEN = {
    "no Turtle at all": "здравствуйте",
    "unclosed text": '@prefix opora: <https://w3id.org/opora/ns#> . <a> opora:name "б .',
    "nested without end": "<a> <b> " + "( " * 5000,
}
HEAD = "@prefix opora: <https://w3id.org/opora/ns#> . @prefix id: <https://w3id.org/opora/id/> . "
WRONG = {
    "unknown class": ("id:a a opora:Miracle .", "Miracle"),
    "two classes": ("id:a a opora:Term , opora:Route .", "two classes"),
    "blank entity": ("[] a opora:Term .", "Term"),
    "foreign address": ("<urn:a> a opora:Term .", "urn:a"),
    "unknown property": ('id:a a opora:Term ; opora:name "б" ; opora:namedIn id:c ; opora:colour "к" .', "colour"),
    "property of another class": ('id:a a opora:Term ; opora:name "б" ; opora:namedIn id:c ; opora:fte 1 .', "fte"),
    "missing": ("id:a a opora:Term ; opora:namedIn id:c .", "term"),
    "twice": ('id:a a opora:Term ; opora:name "б" , "в" ; opora:namedIn id:c .', "more than one"),
    "literal for a reference": ('id:a a opora:Term ; opora:name "б" ; opora:namedIn "c" .', "namedIn"),
    "address for a text": ("id:a a opora:Term ; opora:name id:b ; opora:namedIn id:c .", "name"),
    "wrong language": ('id:a a opora:Term ; opora:name "b"@en ; opora:namedIn id:c .', "name"),
    "unknown word": ('id:a a opora:Territory ; opora:name "б" ; opora:territoryKind opora:regional .', "territoryKind"),
    "not a number": ('id:a a opora:Step ; opora:position "первый" ; opora:stepOf id:r .', "position"),
    "not finite": ('id:a a opora:Observation ; opora:period "2023" ; opora:value "INF" .', "value"),
    "no such day": ('id:a a opora:Headcount ; opora:date "2023-02-30" .', "date"),
    "broken list": ("id:a a opora:Activity ; opora:responsibleText id:b .", "list"),
    "hash too short": ('id:a a opora:Clause ; opora:address "1" ; opora:position 0 ; opora:textSha256 "ab" ; '
                       "opora:clauseOf id:o .", "text_sha256"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_of_its_format_is_refused(name: str) -> None:
    for format in rdf.FORMATS:
        with pytest.raises(InvalidGraph) as caught:
            rdf.load(BROKEN[name], format)
        assert "\n" not in str(caught.value) and len(str(caught.value)) < 300


@pytest.mark.parametrize("name", WRONG)
def test_what_breaks_the_vocabulary_is_named(name: str) -> None:
    text, said = WRONG[name]
    with pytest.raises(InvalidGraph) as caught:
        rdf.load(HEAD + text, "ttl")
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_other_vocabularies_are_left_alone() -> None:
    graph = rdf.to_graph(small_graph())
    graph.add((entity_iri("Order", "x.order.7"), URIRef("http://purl.org/dc/terms/source"), Literal("архив")))
    graph.add((URIRef("urn:b"), RDF.type, URIRef("http://xmlns.com/foaf/0.1/Person")))
    assert len(rdf.from_graph(graph)) == 4


@pytest.mark.parametrize(
    "context",
    ["http://127.0.0.1:9/c.jsonld", ["file:///etc/passwd"], [{"a": "urn:a"}, "c.jsonld"], {"@import": "http://x/"}],
)
def test_a_remote_context_is_refused_and_never_fetched(context: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetched(*_: object, **__: object) -> None:
        raise AssertionError("the context was fetched")

    monkeypatch.setattr("socket.socket.connect", fetched)
    monkeypatch.setattr("urllib.request.urlopen", fetched)
    for document in ({"@context": context, "@id": "urn:a"}, {"@graph": [{"@id": "urn:a", "x": {"@context": context}}]}):
        with pytest.raises(InvalidGraph, match="context"):
            rdf.load(json.dumps(document), "jsonld")


def test_files(tmp_path: Path) -> None:
    good = tmp_path / "act.trig"
    good.write_text("\ufeff" + rdf.dump(small_graph(), "trig"), encoding="utf-8")
    assert len(rdf.load(good)) == 4
    (tmp_path / "cp1251.ttl").write_bytes("# приказ".encode("cp1251"))
    for path in (tmp_path / "cp1251.ttl", tmp_path / "absent.ttl", tmp_path):
        with pytest.raises(UnreadableFile if path.suffix else BadParameter):
            rdf.load(path)
    with pytest.raises(BadParameter):
        rdf.dump([], "xml")
    assert rdf.load("", "ttl") == ()


@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=60), format=st.sampled_from(rdf.FORMATS))
def test_garbage_never_raises_anything_but_our_errors(text: str, format: str) -> None:
    with contextlib.suppress(InputError):
        rdf.load(HEAD * (format != "jsonld") + text, format)


def test_a_number_without_end_cannot_be_written() -> None:
    fact = small_graph()[3].model_copy(update={"score": float("nan")})
    with pytest.raises(InvalidGraph):
        rdf.dump([fact], "ttl")


@pytest.mark.parametrize("format", rdf.FORMATS)
def test_there_is_but_one_zero(format: str) -> None:
    minus, zero = (Assignment(**dict(small_graph()[3]) | {"score": score}) for score in (-0.0, 0.0))
    assert str(minus.score) == "0.0"
    assert rdf.dump([minus], format) == rdf.dump([zero], format)


def test_dataset_and_graph_hold_the_same() -> None:
    dataset = rdf.to_dataset(small_graph())
    assert isinstance(dataset, Dataset)
    assert sum(len(g) for g in dataset.graphs()) == len(rdf.to_graph(small_graph()))
