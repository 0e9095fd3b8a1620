"""LibreOffice makes files of other formats; the real acts come from OPORA_ORDERS."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Convert = Callable[[Sequence[Path], str, Path], dict[str, Path]]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert files with LibreOffice, all in one start: (files, format, folder) → stem → the new file."""
    program = shutil.which("soffice")
    if program is None:
        reason = "no LibreOffice here: tools/system.sh office"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason} (CI=true, so this is no reason to skip)")
        pytest.skip(reason)
    profile = tmp_path_factory.mktemp("office").as_uri()

    def convert(files: Sequence[Path], format: str, folder: Path) -> dict[str, Path]:
        command = [str(program), f"-env:UserInstallation={profile}", "--headless", "--convert-to", format]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, files)], capture_output=True, check=True, timeout=200
        )
        suffix = format.split(":")[0]
        made = {f.stem: folder / f"{f.stem}.{suffix}" for f in files}
        assert all(f.exists() for f in made.values())
        return made

    return convert
