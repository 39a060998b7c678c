"""The search of agents, in Python, and that of browsers, in JavaScript, have the same weights and limits."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.website.search.label_rows import LONGEST_LABEL
from build_tools.website.search.lookup import ranked_records
from build_tools.website.search.records import PAGE
from tests.support.checkout import read

SCRIPTS = "build_tools/website/static/search"
WEIGHTS = {
    "sameStem": ranked_records.SAME_STEM,
    "sharedLabel": ranked_records.SHARED_LABEL,
    "literalWords": ranked_records.LITERAL_WORDS,
    "onSamePage": ranked_records.ON_SAME_PAGE,
    "leastOfBest": ranked_records.LEAST_OF_BEST,
}


def test_both_searches_weigh_alike(root: Path) -> None:
    script = read(root / SCRIPTS / "weights.js")
    written = {name: float(value) for name, value in re.findall(r"(\w+): ([\d.]+),", script)}
    assert {name: written[name] for name in WEIGHTS} == WEIGHTS


def test_both_searches_look_for_labels_of_the_same_length(root: Path) -> None:
    assert f"const LONGEST_LABEL = {LONGEST_LABEL} // units" in read(root / SCRIPTS / "aliases.js")


def test_every_script_counts_as_many_records_to_a_page_as_the_index(root: Path) -> None:
    scripts = (root / "build_tools/website").rglob("*.js")
    written = [number for script in scripts for number in re.findall(r"const PAGE = (\d+)", read(script))]
    assert written == [str(PAGE)] * 7
