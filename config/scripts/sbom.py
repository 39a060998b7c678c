"""Print what the site is made with, as a CycloneDX 1.6 bill of materials: locked packages, vendored files, programs.

Everything is read from this repository, so that the same commit gives the same bytes; no network is asked.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCK = "config/requirements/site.txt"
VENDORED = "config/vendored.toml"


def describe_site(root: Path = ROOT) -> dict[str, Any]:
    """Return the bill of materials of the site that a checkout builds.

    Args:
        root: The folder of the checkout.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    vendored = tomllib.loads((root / VENDORED).read_text(encoding="utf-8"))
    components = [
        *_packages((root / LOCK).read_text(encoding="utf-8")),
        *map(_file, vendored["files"]),
        *map(_program, vendored["programs"]),
    ]
    described = {"type": "application", "name": project["name"], "version": project["version"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**described, "bom-ref": project["name"]}},
        "components": components,
    }


def _packages(lock: str) -> Iterator[dict[str, Any]]:
    for entry in re.split(r"\n(?=\S)", lock):
        if match := re.match(r"([a-z0-9-]+)==([^\s;\\]+)", entry):
            name, version = match.groups()
            address = f"pkg:pypi/{name}@{version}"
            # One sum for each file that the index has of this version; which one is installed depends on the machine.
            sums = [{"type": "distribution", "url": address, "hashes": [_sum(value)]} for value in _sums(entry)]
            identity = {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}
            yield {**identity, "externalReferences": sums}


def _sums(entry: str) -> list[str]:
    return re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)


def _sum(value: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": value}


def _file(file: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": file["path"],
        "name": file["path"],
        "version": file["version"],
        "description": f"{file['package']}: {file['origin']}",
        "hashes": [_sum(file["sha256"])],
        "licenses": [{"license": {"id": file["licence"]}}],
        "purl": file["package"],
    }


def _program(program: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": program["name"],
        "name": program["name"],
        "description": f"Inside {program['inside']}; runs by itself while the site is built, and is no part of it.",
        "licenses": [{"license": {"id": program["licence"]}}],
        "scope": "excluded",
    }


if __name__ == "__main__":
    print(json.dumps(describe_site(), indent=2))
