"""Validate an RO-Crate without a network, in the environment of the lock `rocrate`, and print what is wrong with it.

    build/engines/rocrate/bin/python tests/support/crate_validator.py FOLDER CACHE

The validator fetches the context of RO-Crate 1.1. Here it is put into the validator's cache of fetched files first, as
the package `rocrate` has it, and nothing that is not in the cache is fetched.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

import rocrate
from requests import Request
from requests.adapters import HTTPAdapter
from requests_cache import CachedSession
from rocrate_validator.models import ValidationSettings
from rocrate_validator.services import validate
from urllib3 import HTTPResponse

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "ro-crate-1.1"


def main(folder: str, cache: str) -> None:
    """Print the severity, the check and the message of each fault, as JSON."""
    _keep_context(cache)
    settings = ValidationSettings(
        rocrate_uri=folder,
        profile_identifier=_PROFILE,
        requirement_severity="RECOMMENDED",
        cache_path=Path(cache),
        offline=True,
    )
    issues = validate(settings).get_issues()
    faults = [[issue.severity.name, issue.check.identifier, issue.message] for issue in issues]
    sys.stdout.write(f"{json.dumps(faults)}\n")


def _keep_context(cache: str) -> None:
    body = (Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_bytes()
    headers = {"Content-Type": "application/ld+json"}
    fetched = HTTPResponse(BytesIO(body), headers, 200, preload_content=False, request_url=_CONTEXT)
    response = HTTPAdapter().build_response(Request("GET", _CONTEXT).prepare(), fetched)
    with CachedSession(cache, backend="sqlite", expire_after=-1) as session:
        session.cache.save_response(response)


if __name__ == "__main__":
    main(*sys.argv[1:])
