"""Numbers of HTML lists as a browser shows them: start, type, value, and the same said by styles."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from loaders.sources.numbering import in_format

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_STYLE = re.compile(
    rf"list-style(?:-type)?\s*:[^;]*?(?<![a-z-])({'|'.join(_STYLES)}|disc|circle|square)(?![a-z-])", re.I
)


class Counter:
    """The count of one list."""

    def __init__(self, node: HtmlElement) -> None:
        self.ordered = node.tag == "ol"
        styled = _STYLE.search(node.get("style", ""))
        said = _TYPES.get(node.get("type", "").strip(), "")
        own = said if self.ordered and said else "decimal" if self.ordered else "bullet"
        self.format = _STYLES.get(styled.group(1).lower(), "bullet") if styled else own
        self.reversed = node.get("reversed") is not None
        items = sum(child.tag == "li" for child in node)
        self.next = _whole(node.get("start"), items if self.reversed else 1)


def mark(item: HtmlElement, counter: Counter | None) -> str:
    """The mark of an item with the space after it; "" where the browser shows none. Counts the item."""
    if counter is None:
        return "• "
    number = _whole(item.get("value"), counter.next) if counter.ordered else counter.next
    counter.next = number - 1 if counter.reversed else number + 1
    styled = _STYLE.search(item.get("style", ""))
    format = _STYLES.get(styled.group(1).lower(), "bullet") if styled else counter.format
    if format == "none":
        return ""
    return "• " if format == "bullet" else f"{in_format(number, format)}. "


def _whole(text: str | None, default: int) -> int:
    return int(text.strip()) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else default
