"""The reasons that come with a page: one for each of its links."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from build_tools.model import Data
from build_tools.website import composing
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from tests.support.composed import body_html, tree_of

BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")


def mentions(page: ComposedPage) -> Counter[str]:
    """How many links to entries each block of a text has, by the id of the block."""
    body = tree_of(body_html(page))
    blocks = [block for tag in BLOCKS for block in body.iter(tag) if "id" in block.attrib]
    links = [(block.attrib["id"], link) for block in blocks for link in block.iter("a")]
    return Counter(block for block, link in links if "m" in link.get("class", "").split())


def test_the_data_of_a_page_has_a_reason_for_each_of_its_links(root: Path) -> None:
    made, _ = composing.compose(root)
    deferred = [one for one in made if isinstance(one, DeferredPage) and one.template == "source.html"]
    texts = {Path(one.path).stem: one.settle() for one in deferred}
    data = [one for one in made if isinstance(one, Data) and one.path.startswith("data/why/")]
    assert {Path(one.path).stem for one in data} == set(texts) != set()
    for one in data:
        value = json.loads(one.text.partition(" = ")[2])
        numbers = [number for block in value["blocks"].values() for number in block]
        assert {block: len(found) for block, found in value["blocks"].items()} == mentions(texts[Path(one.path).stem])
        assert set(numbers) == set(range(len(value["sentences"])))
