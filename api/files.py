"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ontology.errors import UnreadableFile


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file by way of a neighbour, so that a failure leaves what was there; raises UnreadableFile."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnreadableFile(
            "the file cannot be written: {reason}",
            where=str(path),
            mend="Check the folder and the rights.",
            reason=error.strerror or str(error),
        ) from error
