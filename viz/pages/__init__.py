"""The explorer's pages: each function takes an open store and words, and gives a whole page (or a fragment) as HTML.

No page writes anything. Addresses and HTTP are the business of whoever serves them.
"""

from __future__ import annotations

from viz.pages.activities import activities_page
from viz.pages.agreements import agreements_page
from viz.pages.compare import compare_page
from viz.pages.coverage import coverage_page
from viz.pages.load import load_page, proposal_book, proposal_fragment, proposal_scenario
from viz.pages.map import map_page
from viz.pages.order import draft_shell, order_page
from viz.pages.order_review import review_page
from viz.pages.orders import orders_page
from viz.pages.responsibility import responsibility_page
from viz.pages.subject import subject_card_fragment, subject_page
from viz.problem import error_page

__all__ = [
    "activities_page",
    "agreements_page",
    "compare_page",
    "coverage_page",
    "draft_shell",
    "error_page",
    "load_page",
    "map_page",
    "order_page",
    "orders_page",
    "proposal_book",
    "proposal_fragment",
    "proposal_scenario",
    "responsibility_page",
    "review_page",
    "subject_card_fragment",
    "subject_page",
]
