"""The questions a ministry asks: who, by which act, what is agreed and done."""

from __future__ import annotations

from typing import Any

from queries.question import AnyQuestion
from queries.questions.acts import ACTS
from queries.questions.holdings import HOLDINGS
from queries.questions.responsibility import RESPONSIBILITY

FOR_MINISTRIES: tuple[AnyQuestion[Any, Any], ...] = (
    RESPONSIBILITY,
    HOLDINGS,
    ACTS,
)
