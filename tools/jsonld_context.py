"""Write the JSON-LD context as a file, for programs that read exported facts: `ontology/context.jsonld`.

usage: python -m tools.jsonld_context [FILE]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ontology.rdf_json import context

FILE = Path(__file__).resolve().parent.parent / "ontology" / "context.jsonld"


def text() -> str:
    """The file's text."""
    return json.dumps({"@context": dict(context())}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    target.write_text(text(), encoding="utf-8")
    print(target)
