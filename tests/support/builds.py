"""The checkout under test, and how a site is built of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FINDINGS = ROOT / "tests/findings"
"""A folder for each mistake an editor can make."""

STOCK = FINDINGS / "stock"
"""The small corpus under every one of them: a text, two entries, nothing wrong."""

REPO_URL = "https://github.com/example/reader"
"""A repository on the host that Material would ask for its stars: no page may."""


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address it is served at, what MkDocs printed."""

    folder: Path
    url: str
    log: str


def build(folder: Path, *, root: Path = ROOT, options: tuple[str, ...] = (), **environment: str) -> str:
    """Build the site strictly into `folder` and return what MkDocs printed; `environment` is all it knows of us."""
    fixed = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    fixed |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), *options],
        cwd=root,
        env=fixed | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
