"""The package as people install it: a wheel built from the checkout, put into a folder outside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.support.builds import ROOT

_OF_THE_PACKAGE = ("build_tools", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT.md")
_MAKE = "import sys; from setuptools import build_meta; print(getattr(build_meta, f'build_{sys.argv[1]}')(sys.argv[2]))"
_READER = "from build_tools.interfaces.cli import run_reader; run_reader()"


@dataclass(frozen=True)
class Installed:
    """An installed package: the folder it is in, the wheel it came from."""

    folder: Path
    wheel: Path

    def reader(self, place: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the command `reader` in a folder, as the console script does."""
        env = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        env |= {"PYTHONPATH": str(self.folder), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-c", _READER, *words]
        return subprocess.run(
            command, cwd=place, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )


def make_archive(kind: str, folder: Path) -> Path:
    """Make the archive of the package, `wheel` or `sdist`, from a copy of its files."""
    copy = folder / f"{kind}-source"
    copy.mkdir(parents=True)
    for name in _OF_THE_PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    command = [sys.executable, "-c", _MAKE, kind, str(folder)]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.splitlines()[-1]


def install(folder: Path) -> Installed:
    """Build the wheel and unpack it where Python finds it, with its entry points."""
    wheel = make_archive("wheel", folder)
    place = folder / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return Installed(place, wheel)
