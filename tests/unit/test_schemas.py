"""The schemas say what the readers say: all we wrote is valid, and what the readers refuse by its form is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from build_tools.editing import schemas
from tests.support.builds import FINDINGS

SORTS = {
    "glossary": "entry",
    "sources": "source",
    "discrepancies": "discrepancy",
    "quotations": "quotation",
    "outside": "outside",
}
OF_FORM = (
    *("asserter-unknown", "definition-long", "definition-missing", "discrepancy-one-passage", "field-missing"),
    *("field-not-list", "field-not-map", "field-not-text", "former-id-invalid", "genre-unknown", "key-unknown"),
    *("kind-unknown", "label-empty", "label-not-text", "label-too-long", "language-tag", "rights-publish-unknown"),
    *("rights-statement-unknown", "role-uncited", "role-undated", "ruling-decides-nothing", "ruling-role-unknown"),
    *("ruling-entry-without-mention", "ruling-mention-without-entry", "ruling-without-quote", "speaker-missing"),
    *("url-not-web", "word-unknown"),
)


class AsWritten(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: dates are text, and so are yes, no, on and off."""


AsWritten.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsWritten.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


@pytest.fixture(scope="module")
def validators(root: Path) -> Mapping[str, Draft7Validator]:
    made = {}
    for folder, name in SORTS.items():
        schema = json.loads((root / schemas.FOLDER / f"{name}.schema.json").read_text("utf-8"))
        Draft7Validator.check_schema(schema)
        made[folder] = Draft7Validator(schema)
    return made


def fields(path: Path) -> Any:  # noqa: ANN401  # whatever YAML holds
    return yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=AsWritten)  # noqa: S506


def faults(folder: Path, validators: Mapping[str, Draft7Validator]) -> dict[str, str]:
    found = {}
    for sort, validator in validators.items():
        for path in sorted((folder / "docs" / sort).glob("*.md")):
            if path.name != "index.md" and (error := next(validator.iter_errors(fields(path)), None)):
                found[path.relative_to(folder).as_posix()] = error.message[:200]
    return found


def test_the_committed_schemas_are_those_of_the_readers(root: Path) -> None:
    made = schemas.schemas()
    assert {path.name: path.read_text("utf-8") for path in (root / schemas.FOLDER).iterdir()} == made


def test_everything_we_wrote_is_valid(root: Path, validators: Mapping[str, Draft7Validator]) -> None:
    assert faults(root, validators) == {}
    assert faults(FINDINGS / "stock", validators) == {}


@pytest.mark.parametrize(
    "case",
    sorted(path for path in FINDINGS.iterdir() if path.name.partition("~")[0] in OF_FORM),
    ids=lambda case: case.name,
)
def test_what_the_readers_refuse_by_its_form_is_invalid(case: Path, validators: Mapping[str, Draft7Validator]) -> None:
    # Each file that a finding of this form names; settings and prose pages have no schema.
    code = case.name.partition("~")[0]
    lines = (case / "expected.txt").read_text("utf-8").splitlines()
    named = {line.partition(":")[0] for line in lines if line.endswith(f"[{code}]")}
    pages = {path for path in named if path.startswith("docs/") and not path.endswith("index.md")}
    wanted = {path for path in pages if path.split("/")[1] in SORTS}
    assert wanted <= faults(case / "in", validators).keys()
    assert named


def patterns(schema: Any) -> Iterator[str]:  # noqa: ANN401  # parsed JSON
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        yield from (one for value in schema.values() for one in patterns(value))
    elif isinstance(schema, list):
        yield from (one for value in schema for one in patterns(value))


def test_a_pattern_means_the_same_to_javascript(validators: Mapping[str, Draft7Validator]) -> None:
    found = {pattern for validator in validators.values() for pattern in patterns(validator.schema)}
    assert len(found) > 5
    for pattern in found:
        re.compile(pattern)
        # JavaScript knows no other escapes in its strict mode; its word characters are ASCII alone.
        assert "\\" not in re.sub(r"\\[sSwdx.\[\]/+*?(){}|^$]", "", pattern)
        assert r"\W" not in pattern
