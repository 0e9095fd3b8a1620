"""YAML that people send, as plain data with the line of each value; nothing in it is ever executed or multiplied.

Only maps, lists and plain scalars: no anchors (a few bytes would unfold to gigabytes), no tags (they name types to be
made), bounds on size, depth and number. Scalars stay the text that is written; the models say what each is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ontology.errors import BadParameter, TooLarge, UnreadableFile

MOST_BYTES = 200_000
_MOST_VALUES = 10_000
_DEEPEST = 12
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """`lines`: path of each value → its line, from 1."""

    data: Any
    lines: Mapping[Path, int]


def parse(raw: bytes, where: str) -> Parsed:
    """The data of a YAML document. UnreadableFile, TooLarge or BadParameter, each with its line."""
    if len(raw) > MOST_BYTES:
        raise TooLarge(
            "the scenario is larger than {most} KB", where=where, mend="Write a shorter one.", most=MOST_BYTES // 1000
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("the scenario is not in UTF-8", where=where, mend="Save it in UTF-8.") from error
    try:
        _harmless(text, where)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _unreadable(f"{where}:{mark.line + 1}" if mark else where) from error
    except yaml.YAMLError as error:  # a character that YAML forbids
        raise _unreadable(where) from error
    if root is None:
        raise UnreadableFile("the scenario is empty", where=where, mend="See docs/whatif.md for an example.")
    lines: dict[Path, int] = {}
    return Parsed(_built(root, (), lines, where), lines)


def _unreadable(where: str) -> UnreadableFile:
    return UnreadableFile(
        "this is no YAML", where=where, mend="Check indents (spaces, no tabs), colons, dashes and quotes."
    )


def _harmless(text: str, where: str) -> None:
    """Refuse what a scenario has no need of, before anything is built from it."""
    depth = values = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = f"{where}:{_line(event.start_mark)}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise BadParameter("anchors and references are not taken here", where=line, mend="Write the value out.")
        if getattr(event, "tag", None) is not None:
            raise BadParameter("types (!…) are not taken here", where=line, mend="Write the value without it.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        values += isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if depth > _DEEPEST or values > _MOST_VALUES:
            raise TooLarge("the scenario has too many values or levels", where=line, mend="Write a shorter one.")


def _line(mark: Any) -> int:
    """The line of a place in the text, from 1."""
    return int(mark.line) + 1 if mark is not None else 1


def _built(node: yaml.Node, path: Path, lines: dict[Path, int], where: str) -> Any:
    lines[path] = _line(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NOTHING else str(node.value)
    if not isinstance(node, yaml.MappingNode):
        return [_built(item, (*path, n), lines, where) for n, item in enumerate(node.value)]
    result: dict[str, Any] = {}
    for key, value in node.value:
        line = f"{where}:{_line(key.start_mark)}"
        if not isinstance(key, yaml.ScalarNode):
            raise BadParameter("a key must be a word", where=line, mend="See docs/whatif.md for the keys.")
        if key.value in result:
            raise BadParameter("the key «{name}» stands twice", where=line, mend="Keep one.", name=key.value[:80])
        result[key.value] = _built(value, (*path, key.value), lines, where)
        lines[(*path, key.value)] = _line(key.start_mark)
    return result
