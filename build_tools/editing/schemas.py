"""JSON Schemas of front matter, with which text editors complete, explain and check fields as one types.

They are made of the declarations that the readers use. They know less than the readers: what a field holds, not whether
it is true of the texts; and a text editor reads YAML 1.2, to which an unquoted `No` is text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from build_tools.corpus.file_kinds import FILE_KINDS

FOLDER = ".vscode/schemas"
_DIALECT = "http://json-schema.org/draft-07/schema#"  # what most text editors know


def schemas() -> Mapping[str, str]:
    """Return the text of each schema, by file name."""
    return {
        f"{kind.name}.schema.json": json.dumps(
            {"$schema": _DIALECT, "title": f"{kind.title}: {kind.folder}/<id>.md", **kind.schema()},
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
        for kind in FILE_KINDS
    }
