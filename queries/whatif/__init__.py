"""What if: scenarios that change the graph for the time of one answer.

    remove, merge, split, move subjects; hand functions over; add and remove methodists; change a norm; conclude and
    cancel agreements; vacate and fill; give schools to methodists anew

`read` makes a scenario of YAML or JSON, `run` answers it.
"""

from __future__ import annotations

from queries.whatif.answer import Difference, counted
from queries.whatif.read import read_json, read_yaml
from queries.whatif.run import whatif
from queries.whatif.scenario import Scenario

__all__ = ["Difference", "Scenario", "counted", "read_json", "read_yaml", "whatif"]
