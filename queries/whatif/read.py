"""A scenario out of YAML or JSON: what is wrong is said with its line, the key as written, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ontology.errors import BadParameter, InputError, UnreadableFile
from ontology.i18n import Lang, gettext, translator
from queries.whatif.scenario import Scenario
from queries.whatif.vocabulary import Keys, meant
from queries.whatif.yaml_text import MOST_BYTES, Path, parse

_SEE = gettext("See docs/whatif.md for examples.")


def read_yaml(raw: bytes, where: str) -> Scenario:
    """The scenario in a YAML text. InputError names `where`:line, what is wrong there and how to mend it."""
    parsed = parse(raw, where)
    return _scenario(parsed.data, _Places(where, parsed.lines))


def read_json(raw: bytes, where: str) -> Scenario:
    """The scenario in a JSON text, its keys in English or Russian. InputError names the place in it."""
    if len(raw) > MOST_BYTES:
        return read_yaml(raw, where)  # says that it is too large
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("this is no JSON", where=where, mend=_SEE) from error
    return _scenario(data, _Places(where, {}))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a value stands: by line when lines are known, else by its way from the root."""

    name: str
    lines: Mapping[Path, int]

    def of(self, path: Path) -> str:
        """`file:line`, or `body: steps[2].merge`."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return f"{self.name}:{self.lines[path[:length]]}"
        way = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
        return f"{self.name}: {way}" if way else self.name


def _scenario(data: Any, places: _Places) -> Scenario:
    written: dict[Path, Path] = {(): ()}
    plain = _english(data, Scenario, (), (), written, places) if isinstance(data, dict) else data
    try:
        return Scenario.model_validate(plain)
    except ValidationError as error:
        raise _problem(error.errors()[0], written, places) from error


def _english(
    data: Any, model: type[BaseModel], path: Path, original: Path, written: dict[Path, Path], places: _Places
) -> Any:
    """`data` with the keys of the model; `written`: path in the model → path as people wrote it."""
    written[path] = original
    if isinstance(data, list):
        return [_english(item, model, (*path, n), (*original, n), written, places) for n, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    result: dict[str, Any] = {}
    for key, value in data.items():
        name = meant(str(key), frozenset(fields))
        at = (*original, key)
        if name is None:
            raise BadParameter(
                "the key «{name}» is not known here",
                where=places.of(at),
                mend="Known: {keys}",
                name=str(key)[:80],
                keys=Keys(tuple(fields)),
            )
        if name in result:
            raise BadParameter(
                "the key «{name}» stands twice", where=places.of(at), mend="Keep one.", name=str(key)[:80]
            )
        inner = next(_models(fields[name].annotation), None)
        here = (*path, name)
        written[here] = at
        result[name] = value if inner is None else _english(value, inner, here, at, written, places)
    return result


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "string": gettext("a text"),
        "tuple": gettext("a list"),
        "bool": gettext("yes or no"),
        "int": gettext("a whole number"),
        "float": gettext("a number"),
        "finite": gettext("a number"),
        "date": gettext("a day as YYYY-MM-DD"),
        "enum": gettext("federal, regional, municipal or institutional"),
        "model": gettext("keys with values"),
        "too": gettext("another number of entries"),
        "greater": gettext("a greater number"),
        "less": gettext("a smaller number"),
    }
)


@dataclass(frozen=True, slots=True)
class _Expected:
    sort: str

    def in_language(self, lang: Lang) -> str:
        """What should stand there, in words."""
        return translator(lang)(_EXPECTED.get(self.sort, _EXPECTED["string"]))


def _problem(error: ErrorDetails, written: Mapping[Path, Path], places: _Places) -> InputError:
    path = tuple(error["loc"])
    sort = error["type"]
    known = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in written)
    where = places.of(written[known])
    if sort == "missing":
        return BadParameter("the key «{name}» is missing", where=where, mend=_SEE, name=Keys((str(path[-1]),)))
    if sort == "value_error":
        keys = str(error["ctx"]["error"])
        if keys == "one action":
            return BadParameter("a step says exactly one thing to do", where=where, mend=_SEE)
        return BadParameter("here is needed: {keys}", where=where, mend=_SEE, keys=_Spoken(keys))
    return BadParameter(
        "«{value}» cannot stand at «{name}»",
        where=where,
        mend="Expected: {expected}",
        value=str(error["input"])[:80],
        name=next((str(part) for part in reversed(written[known]) if isinstance(part, str)), "–"),
        expected=_Expected(sort.split("_")[0]),
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Keys within a few words."""

    text: str

    def in_language(self, lang: Lang) -> str:
        """The keys and the words between them in the reader's language."""
        words = {"or": "или", "and": "и"} if lang == "ru" else {}
        parts = (part.strip(",") + "|" * part.endswith(",") for part in self.text.split())
        said = (words.get(p, Keys((p.rstrip("|"),)).in_language(lang) + "," * p.endswith("|")) for p in parts)
        return " ".join(said)
