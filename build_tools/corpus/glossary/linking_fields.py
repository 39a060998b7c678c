"""How an editor sets the linking for a whole glossary: the rules to do without, listed in its index.md."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.front_matter.list_types import Texts
from build_tools.corpus.front_matter.text_types import Rule
from build_tools.model.documents import LINKING_RULES
from build_tools.model.findings import Finding

_RULE_NAMES = Rule(
    "|".join(map(re.escape, LINKING_RULES)),
    "word-unknown",
    '"{text}" is no rule of linking that can be switched off',
    f"Write one of: {', '.join(LINKING_RULES)}.",
)

RULES_OFF = Field(
    "rules_off",
    Texts("rule", rule=_RULE_NAMES),
    "Rules of linking that the edition does without, by their names.",
    "[commonest in the corpus]",
    drafted=False,
)


def load_rules_off(folder: Path, root: Path) -> tuple[tuple[str, ...], list[Finding]]:
    """Return the rules that the index.md of a folder of entries switches off; none where it says nothing of them."""
    file = folder / "index.md"
    if not file.is_file():
        return (), []
    parsed, _ = front_matter.read_front_matter(file, file.relative_to(root).as_posix())
    if parsed is None or RULES_OFF.name not in parsed.fields.nodes:
        return (), []
    reader = FieldReader(parsed.fields, parsed.path, tuple(parsed.fields.nodes), "en")
    rules = RULES_OFF.type.read(reader, RULES_OFF)
    return (tuple(rules) if isinstance(rules, tuple) else ()), reader.findings
