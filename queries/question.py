"""A question is one declaration: its parameters, its rows, and the same query in SQL and in Cypher beside it.

`Question` refuses to be constructed when a query file is missing, lacks a declared parameter, uses an undeclared one,
or does not return a declared column, naming the file. Values are always bound, never written into the query.

`DerivedQuestion` is for answers no query language gives alike in two stores (shortest chains, bottlenecks, similar
names): its rows are computed by a pure function from the rows of declared questions, so both stores still agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from ontology.entities.base import Id
from ontology.errors import DeclarationError
from ontology.i18n import Lang
from queries.fragments import expanded
from queries.store import Dialect

SUFFIX: dict[Dialect, str] = {"sql": ".sql", "cypher": ".cypher"}
_COMMENT: dict[Dialect, str] = {"sql": "--", "cypher": "//"}
_PARAMETER: dict[Dialect, re.Pattern[str]] = {
    "sql": re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)"),
    "cypher": re.compile(r"\$([a-z_][a-z0-9_]*)"),
}
_LITERAL = re.compile(r"'(?:[^'\\]|\\.|'')*'")


WordKind = Literal["territory", "function", "direction", "subject", "order"]


@dataclass(frozen=True, slots=True)
class Word:
    """A parameter that people give in words (`queries.words`): what they name, and another name of the parameter."""

    kind: WordKind
    also: str = ""


TerritoryId = Annotated[Id, Word("territory")]
FunctionId = Annotated[Id, Word("function")]
DirectionId = Annotated[Id, Word("direction")]
SubjectId = Annotated[Id, Word("subject")]
OrderId = Annotated[Id, Word("order")]


def word_of(declared: FieldInfo) -> Word | None:
    """What the words of this parameter name; None for a parameter given as it is."""
    inside = [m for part in get_args(declared.annotation) for m in getattr(part, "__metadata__", ())]
    return next((m for m in (*declared.metadata, *inside) if isinstance(m, Word)), None)


class Params(BaseModel):
    """Parameters as the query binds them: ids and codes, never words (see `queries.words` for those)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: date = Field(default_factory=date.today, description="Day the answer is for.")


class Row(BaseModel):
    """One flat row, as both stores return it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def public(self, lang: Lang) -> dict[str, Any]:
        """The row as JSON carries it: nested and labelled in `lang` where the question says so, else flat."""
        return self.model_dump(mode="json")


P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Question(Generic[P, R]):
    """One question of the registry. `folder/name.sql` and `folder/name.cypher` hold its query."""

    name: str
    summary_ru: str
    summary_en: str
    params: type[P]
    row: type[R]
    folder: Path
    texts: dict[Dialect, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", {dialect: self._read(dialect) for dialect in SUFFIX})

    def summary(self, lang: Lang) -> str:
        """What the question asks, in one sentence."""
        return self.summary_en if lang == "en" else self.summary_ru

    def _read(self, dialect: Dialect) -> str:
        path = self.folder / f"{self.name}{SUFFIX[dialect]}"
        if not path.is_file():
            raise DeclarationError("The question {name} has no file {file}", name=self.name, file=path.name)
        text = path.read_text(encoding="utf-8")
        if dialect == "sql":
            text = expanded(text, path.name)
        if not text.lstrip().startswith(_COMMENT[dialect]):
            raise DeclarationError("{file} must begin with a comment that says what it asks", file=path.name)
        mark = re.escape(_COMMENT[dialect])
        body = _LITERAL.sub("''", re.sub(rf"{mark}[^\n]*", "", text))
        used, declared = set(_PARAMETER[dialect].findall(body)), set(self.params.model_fields)
        if used != declared:
            raise DeclarationError(
                "{file}: declared but unused parameters {unused}, used but undeclared {undeclared}",
                file=path.name,
                unused=sorted(declared - used),
                undeclared=sorted(used - declared),
            )
        missing = [c for c in self.row.model_fields if not re.search(rf"\bAS\s+{c}\b", body, re.IGNORECASE)]
        if missing:
            raise DeclarationError("{file} does not return the columns {columns}", file=path.name, columns=missing)
        return text


@dataclass(frozen=True)
class DerivedQuestion(Generic[P, R]):
    """A question whose rows `derive` computes, purely, from the rows of the questions in `uses`; it is given a function
    that asks one of them. The rows must be in a total order of their own."""

    name: str
    summary_ru: str
    summary_en: str
    params: type[P]
    row: type[R]
    uses: tuple[Question[Any, Any], ...]
    derive: Callable[[Ask, P], list[R]]

    def summary(self, lang: Lang) -> str:
        """What the question asks, in one sentence."""
        return self.summary_en if lang == "en" else self.summary_ru

    def rows(self, ask: Ask, params: P) -> list[R]:
        """The rows, by a function that asks a store. DeclarationError when `derive` asks what is not in `uses`."""

        def declared(question: Question[Any, Any], wanted: Params) -> list[Any]:
            if question not in self.uses:
                raise DeclarationError(
                    "{name} does not declare that it uses {other}", name=self.name, other=question.name
                )
            return ask(question, wanted)

        return self.derive(declared, params)


Ask: TypeAlias = Callable[[Question[Any, Any], Params], list[Any]]
"""Asks a store one declared question."""

AnyQuestion: TypeAlias = Question[P, R] | DerivedQuestion[P, R]
