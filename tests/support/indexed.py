"""A small index, and its files as a browser reads them."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

from build_tools.model import Data, Label, Mention
from build_tools.website.search.index_scripts import FOLDER
from tests.support.invented import cut, entry, source

TEXT = "The harbour\n\nLorn leased the harbour.\n\n港口 is closed since 3 May 2021."
DOCUMENT = cut(
    source(text=TEXT, publisher="Lorn Gazette", issued="2021-05-04"),
    [
        ("title", "en", "The harbour"),
        ("paragraph", "en", "Lorn leased the harbour."),
        ("paragraph", "en", "港口 is closed since 3 May 2021."),
    ],
)
LORN = entry("lorn", "Lorn", "polity", alt_labels=(Label("Лорн", "ru"),))
MENTION = Mention("harbour", "p1", 0, 4, "Lorn", "lorn", "label")


def data(files: tuple[Data, ...]) -> dict[str, Any]:
    """What each file hands over, by name."""
    found = {}
    for file in files:
        name = file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")
        head = f'readerSearchData("{name}",'
        assert file.text.startswith(head)
        assert file.text.endswith(")\n")
        found[name] = json.loads(file.text[len(head) : -2])
    return found


def blocks(files: tuple[Data, ...]) -> list[dict[str, Any]]:
    """The files of passages, in order, as the manifest names them."""
    found = data(files)
    listed = []
    for first, group, steps in found["manifest"]["blocks"]:
        firsts = list(accumulate(decode(steps), initial=first))
        of_group = [found[f"b-{group}-{number}"] for number in range(len(firsts))]
        assert [block["records"][0][0] for block in of_group] == firsts
        listed += of_group
    return listed


def decode(packed: str) -> list[int]:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
    found, value, shift = [], 0, 0
    for digit in packed:
        place = digits.index(digit)
        value += (place & 31) << shift
        shift += 5
        if place < 32:
            found.append(value)
            value = shift = 0
    return found


def holders(files: tuple[Data, ...], term: str) -> list[int]:
    """The record numbers of a term."""
    found = data(files)
    for _, shard in found["manifest"]["shards"]:
        for line in found[f"t-{shard}"].split("\n"):
            text, _, packed = line.split(" ")
            if text == term:
                return _records(packed)
    return []


def named_in(files: tuple[Data, ...], entry: str) -> list[int]:
    """The numbers of the records that name an entry."""
    found = data(files)
    for _, piece in found["manifest"]["entries"]:
        for identifier, *_, packed in found[piece]:
            if identifier == entry:
                return _records(packed)
    return []


def _records(packed: str) -> list[int]:
    steps = [value // 16 for value in decode(packed)]
    return [sum(steps[: at + 1]) for at in range(len(steps))]
