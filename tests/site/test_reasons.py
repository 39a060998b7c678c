"""The reasons that come with a page: one for each of its links."""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.model import Data, Page
from build_tools.website import composing


def test_the_data_of_a_page_has_a_reason_for_each_of_its_links(root: Path) -> None:
    made, _ = composing.compose(root)
    pages = {one.path: one.markdown for one in made if isinstance(one, Page)}
    data = [one for one in made if isinstance(one, Data) and one.path.startswith("data/why/")]
    assert len(data) == len([path for path in pages if path.startswith("sources/")]) - 1
    for one in data:
        value = json.loads(one.text.partition(" = ")[2])
        numbers = [number for block in value["blocks"].values() for number in block]
        page = pages[f"sources/{Path(one.path).stem}.md"]
        assert len(numbers) == len(re.findall(r"\]\(\.\./glossary/[^)]+\)\{ \.m ", page))
        assert set(numbers) == set(range(len(value["sentences"])))
