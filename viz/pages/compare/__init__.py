"""The page of comparison: two territories, or two acts, side by side."""

from __future__ import annotations

from viz.pages.compare.page import compare_page

__all__ = ["compare_page"]
