"""The page of load: bars against norms, the trend, the posts missing, and a proposal who could support which school."""

from __future__ import annotations

from viz.pages.load.book import proposal_book
from viz.pages.load.page import load_page
from viz.pages.load.proposal import proposal_fragment, proposal_scenario

__all__ = ["load_page", "proposal_book", "proposal_fragment", "proposal_scenario"]
