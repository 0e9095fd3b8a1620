"""What the addresses of pages take: words of people, and ids."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query

Text = Annotated[str | None, Query(max_length=500)]
Id = Annotated[str, Path(max_length=250)]
