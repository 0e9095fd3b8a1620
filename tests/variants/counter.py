"""Numbers of chapters, clauses and bodies of an invented act, and their addresses as a lawyer would cite them."""

from __future__ import annotations

from tests.variants.papers import Paper
from tests.variants.style import Style
from tests.variants.tables import ROMAN


class Counter:
    """Numbers chapters, levels, clauses and bodies as the style wants, and tells their addresses."""

    def __init__(self, style: Style) -> None:
        self.style, self.chapters, self.levels, self.running, self.inside = style, 0, 0, 0, 0

    def chapter(self, paper: Paper, title: str) -> str:
        """Write a chapter's heading; the address of what stands in it without a number."""
        self.chapters, self.levels, self.inside = self.chapters + 1, 0, 0
        n = self.chapters
        mark = {"roman": f"{ROMAN[n - 1]}. ", "glava": f"Глава {n}. "}.get(self.style.numbering, f"{n}. ")
        paper.put(mark + title)
        return f"прил. 1, разд. {ROMAN[n - 1] if self.style.numbering == 'roman' else n}"

    def open(self, paper: Paper, title: str) -> None:
        """Write the chapter of the structure where levels are its parts; elsewhere levels are chapters."""
        if self.style.numbering == "arabic":
            self.chapter(paper, title)

    def level(self, paper: Paper, title: str) -> str:
        """Write a level's heading."""
        if self.style.numbering != "arabic":
            return self.chapter(paper, title)
        self.levels, self.inside = self.levels + 1, 0
        paper.put(f"{self.chapters}.{self.levels}. {title}")
        return f"{self.chapters}.{self.levels}"

    def next(self, section: str) -> tuple[str, str]:
        """The mark of the next clause or body and its address."""
        self.inside += 1
        self.running += 1
        if self.style.numbering == "arabic" and self.levels:
            number = f"{self.chapters}.{self.levels}.{self.inside}"
        elif self.style.numbering in {"arabic", "flat"}:
            number = f"{self.chapters}.{self.inside}"
        elif self.style.numbering == "none":
            return "", section
        else:
            number = str(self.running)
        return f"{number}. ", number

    def clause(self, paper: Paper, section: str, text: str) -> str:
        """Write a clause; its address."""
        mark, at = self.next(section)
        paper.put(mark + text)
        return at
