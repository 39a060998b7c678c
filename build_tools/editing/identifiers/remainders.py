"""Find where an id still stands in code, which no command rewrites: examples of commands, of fields, of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.editing.identifiers.drafts import Draft
from build_tools.text.prose.inert_text import mask_inert_code


def find_remainders(draft: Draft, identifier: str) -> Iterator[str]:
    """Yield the file and the line of each place in code that has an id, as "docs/manual.md:12".

    Args:
        draft: The hand-written files.
        identifier: The id.
    """
    word = re.compile(rf"(?<![\w-]){re.escape(identifier)}(?![\w-])")
    for page in draft.pages:
        masked = mask_inert_code(page.body.replace("\r", " "))
        for match in word.finditer(page.body):
            if masked[match.start()].isspace():
                yield f"{page.path}:{page.body_line + page.body.count(chr(10), 0, match.start())}"
