"""Let the files of a converted text that are named by its id have its new one: the raw text and its original."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from build_tools.corpus.front_matter import Fields, FrontMatter, Scalar
from build_tools.corpus.sources.originals import ORIGINALS
from build_tools.corpus.sources.seeds import FOLDER as SEEDS
from build_tools.corpus.sources.seeds import SUMS
from build_tools.editing.identifiers.drafts import Draft
from build_tools.editing.identifiers.references import Item
from build_tools.editing.identifiers.yaml_edits import replace_scalar

CHECKSUMS = f"{SEEDS}/{SUMS}"


def find_received(page: FrontMatter | None) -> dict[str, Scalar]:
    """Return the paths of a text's files below seeds/, each with the value that names it: raw text, then original."""
    fields = page.fields.nodes if page else {}
    seed, original = fields.get("seed"), fields.get("original")
    file = original.nodes.get("file") if isinstance(original, Fields) else None
    found = {f"{SEEDS}/{seed.text}": seed} if isinstance(seed, Scalar) else {}
    return found | ({f"{SEEDS}/{ORIGINALS}/{file.text}": file} if isinstance(file, Scalar) else {})


def rename_received(draft: Draft, item: Item, new: str, taken: Collection[str]) -> None:
    """Note new names for the raw text and the original of a text, where they are named by its id.

    The names of a text that was received as it is are its own, and stay.

    Args:
        draft: The files, with these and the list of checksums among them.
        item: The text.
        new: Its new id.
        taken: The paths of all files below seeds/, in small letters; none of them is written over.
    """
    page = draft.page(item.path)
    names: dict[str, str] = {}
    received = find_received(page)
    if page is None or len(received) == 1:
        return
    for path, value in received.items():
        name = PurePosixPath(path)
        renamed = name.with_name(f"{new}{name.suffix}")
        if name.stem == item.id and path in draft.files and str(renamed).lower() not in taken:
            draft.edit(item.path, replace_scalar(page.text, value, renamed.name))
            draft.move(path, str(renamed))
            names[path.removeprefix(f"{SEEDS}/")] = str(renamed).removeprefix(f"{SEEDS}/")
    if CHECKSUMS in draft.files:
        draft.rewrite(CHECKSUMS, _rename_in_list(draft.text(CHECKSUMS), names))


def _rename_in_list(checksums: str, names: Mapping[str, str]) -> str:
    for old, new in names.items():
        line_end = re.compile(rf"(?<= [ *]){re.escape(old)}(?=\r?$)", re.MULTILINE)
        checksums = line_end.sub(new, checksums)
    return checksums
