"""Counters in the Prometheus text format: requests and seconds per route and status."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from fastapi import Request


@dataclass
class Observed:
    """What is known of a request when it ends."""

    status: int = 500


class Metrics:
    """Counts of one application; safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: Counter[str] = Counter()

    @contextmanager
    def timed(self, request: Request) -> Iterator[Observed]:
        """Time one request; the route's pattern is the label, so that ids do not multiply the series."""
        start, observed = time.perf_counter(), Observed()
        try:
            yield observed
        finally:
            route = getattr(request.scope.get("route"), "path", "unmatched")
            with self._lock:
                self._requests[route, observed.status] += 1
                self._seconds[route] += time.perf_counter() - start  # type: ignore[assignment]

    def text(self) -> str:
        """The exposition."""
        with self._lock:
            requests, seconds = sorted(self._requests.items()), sorted(self._seconds.items())
        lines = ["# HELP opora_requests_total Requests answered.", "# TYPE opora_requests_total counter"]
        lines += [f'opora_requests_total{{route="{r}",status="{s}"}} {n}' for (r, s), n in requests]
        lines += ["# HELP opora_request_seconds_total Seconds spent.", "# TYPE opora_request_seconds_total counter"]
        lines += [f'opora_request_seconds_total{{route="{r}"}} {n:.6f}' for r, n in seconds]
        return "\n".join(lines) + "\n"
